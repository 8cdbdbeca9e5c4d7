"""People: finding them by any spelling, narrowing them down; one person's page."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from tizim.web.desk.access import needs
from tizim.web.desk.noting import note
from tizim.web.desk.people.asked import searched
from tizim.web.desk.people.listing import listing
from tizim.web.desk.people.story import story
from tizim.web.desk.sight import sight_of

_TYPED, _SETTLED = "id_q", "settle"
"""What of the page asks while somebody types a name: each letter, and a moment after the last of them."""


@needs("look")
def people(request: HttpRequest) -> HttpResponse:
    """Everybody, or those who answer to a name and to facets; the name comes by the form only.

    A letter typed brings the people found and nothing else; the facets follow when no further letter does.
    """
    asks = request.htmx.trigger if request.method == "POST" else None
    typing = asks == _TYPED and bool(request.POST.get("q", "").strip())
    search = searched(request, kept=not typing)
    if request.method == "POST" and not request.htmx:
        return HttpResponseRedirect(reverse("people"))
    told = {"of": listing(search, request.asked, sight_of(request), facets=not typing), "place": "people"}
    return render(request, f"desk/people/{_part(request, typing, asks)}.html", told)


def _part(request: HttpRequest, typing: bool, asks: str | None) -> str:
    """Which part of the page is asked for."""
    if not request.htmx:
        return "people"
    if typing:
        return "typed"
    return "settled" if asks == _SETTLED else "found"


@needs("look")
def person(request: HttpRequest, person_id: str) -> HttpResponse:
    """One person: states, acts, sources."""
    sight = sight_of(request)
    found = story(person_id, request.asked, sight)
    if found is None:
        raise Http404
    if not sight.guarded.isdisjoint(found.documents):
        note(request, "opened", person_id)
    return render(request, "desk/people/person.html", {"of": found, "place": "people"})
