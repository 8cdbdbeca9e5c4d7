"""Lists: whom a definition counts on the day, at least and at most."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tizim.tallies import definition, shipped, tally
from tizim.web.desk.access import needs
from tizim.web.desk.opened import opened, told


@needs("look")
def one_list(request: HttpRequest, name: str) -> HttpResponse:
    """The people of one list."""
    if name not in shipped():
        raise Http404
    of, asked = definition(name), request.asked
    found = opened().kept(
        ("tally", name, asked.key),
        lambda: tally(of, told(asked), as_of=asked.as_of, known_at=asked.known_at),
    )
    return render(request, "desk/list.html", {"of": of, "tally": found, "place": "lists"})
