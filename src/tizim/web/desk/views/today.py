"""Today: who is held, what changed, what runs out, what waits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tizim.web.desk.access import needs
from tizim.web.desk.chart import line_chart
from tizim.web.desk.day import course, listed, overview, unseen
from tizim.web.desk.opened import told
from tizim.web.desk.parts import beside, soon
from tizim.web.desk.sight import sight_of
from tizim.web.desk.unnamed import near


@needs("look")
@soon
def today(request: HttpRequest) -> HttpResponse:
    """The first page."""
    chronicled = told(request.asked)
    shown = {
        "of": (of := overview(request.asked)),
        "unreviewed": len(chronicled.unreviewed),
        "lives": chronicled.lives,
        "near": near(request.asked, sight_of(request)),
        "hidden": unseen(of, request.asked, sight_of(request)),
    }
    return render(request, "desk/today.html", {**shown, "place": "today"})


@needs("look")
@beside
def through_time(request: HttpRequest) -> HttpResponse:
    """The line of the counts, fetched by the first page when it is there."""
    shown = {"of": listed(request.asked), "chart": line_chart(course(request.asked))}
    return render(request, "desk/course.html", shown)
