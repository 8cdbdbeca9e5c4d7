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


@needs("look")
def people(request: HttpRequest) -> HttpResponse:
    """Everybody, or those who answer to a name and to facets; the name comes by the form only."""
    search = searched(request)
    if request.method == "POST" and not request.headers.get("HX-Request"):
        return HttpResponseRedirect(reverse("people"))
    part = "desk/people/found.html" if request.headers.get("HX-Request") else "desk/people/people.html"
    told = {"of": listing(search, request.asked, sight_of(request)), "place": "people"}
    return render(request, part, told)


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
