"""Today: who is held, what changed, what runs out, what waits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tizim.web.desk.access import needs
from tizim.web.desk.day import overview


@needs("look")
def today(request: HttpRequest) -> HttpResponse:
    """The first page."""
    return render(request, "desk/today.html", {"of": overview(request.asked), "place": "today"})
