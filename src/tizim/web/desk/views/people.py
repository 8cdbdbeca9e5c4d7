"""People: one person's page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tizim.web.desk.access import needs
from tizim.web.desk.opened import told


@needs("look")
def person(request: HttpRequest, person_id: str) -> HttpResponse:
    """One person: states, acts, sources."""
    life = told(request.asked).lives.get(person_id)
    if life is None:
        raise Http404
    return render(request, "desk/person.html", {"life": life, "place": "people"})
