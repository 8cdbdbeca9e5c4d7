"""Long work: what waits, what was asked for, how far each is, what became of every file."""

from django import forms
from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_POST

from tizim.web.desk.access import needs
from tizim.web.desk.models import Job
from tizim.web.desk.working import stop
from tizim.web.desk.works import listing, overview, reading, rebuilding, recognising

MOST_MAPPING = 2_000_000


class ListIn(forms.Form):
    """A spreadsheet, and who made it."""

    file = forms.FileField(label=_lazy("Spreadsheet"), help_text=_lazy("XLSX, XLS, ODS or CSV."))
    source = forms.CharField(label=_lazy("Who made it"), required=False, max_length=200)


@needs("add")
def works(request: HttpRequest) -> HttpResponse:
    """What waits, and the work asked for lately."""
    told = {"waiting": overview.waiting(request), "jobs": overview.latest(), "place": "documents"}
    return render(request, "desk/work/works.html", told)


@needs("add")
def work(request: HttpRequest, number: int) -> HttpResponse:
    """How far a piece of work is; asked for again by the page until it is over."""
    job = get_object_or_404(Job.objects.select_related("asked_by"), pk=number)
    page = "desk/work/state.html" if request.headers.get("HX-Request") else "desk/work/work.html"
    return render(request, page, {**overview.told(request, job), "place": "documents"})


@needs("add")
def work_lines(request: HttpRequest, number: int) -> HttpResponse:
    """Everything that was told of a piece of work."""
    job = get_object_or_404(Job, pk=number)
    told = {"job": job, "page": overview.page_of_lines(request, job), "show": request.GET.get("show", "")}
    return render(request, "desk/work/lines.html", {**told, "place": "documents"})


@needs("add")
@require_POST
def work_stop(request: HttpRequest, number: int) -> HttpResponse:
    """Ends a piece of work at its next step."""
    stop(get_object_or_404(Job, pk=number))
    return redirect("work", number)


@needs("add")
def list_in(request: HttpRequest) -> HttpResponse:
    """A spreadsheet handed in: a mapping of it is guessed first."""
    form = ListIn(request.POST, request.FILES) if request.method == "POST" else ListIn()
    if form.is_valid():
        file, source = form.cleaned_data["file"], form.cleaned_data["source"]
        return redirect("work", listing.ask_to_guess(file, source, get_language() or "en", request.user).pk)
    return render(request, "desk/work/list_in.html", {"form": form, "place": "documents"})


@needs("add")
@require_POST
def list_on(request: HttpRequest, number: int) -> HttpResponse:
    """The list tried or taken in by the mapping that was sent."""
    job = get_object_or_404(Job, pk=number, kind=listing.KIND)
    mapping, phase = request.POST.get("mapping", ""), request.POST.get("phase", "")
    if phase not in (listing.TRY, listing.WRITE) or "\x00" in mapping:
        raise SuspiciousOperation
    asked = listing.ask_to_go_on(job, phase, mapping[:MOST_MAPPING], request.user)
    if asked.asked["phase"] != phase:
        messages.info(request, _("The mapping was changed: it is tried first, and nothing is written."))
    return redirect("work", asked.pk)


@needs("add")
def aside(request: HttpRequest, number: int) -> HttpResponse:
    """The rows set aside, as a sheet to correct; named by the id of the work."""
    content = overview.aside(request, get_object_or_404(Job, pk=number, kind=listing.KIND))
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="work-{number}-aside.csv"'
    return answer


@needs("add")
@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """Asks for documents to be read: those chosen, or all that wait."""
    wanted = overview.chosen(request)
    if "chosen" in request.POST and not wanted:
        messages.warning(request, _("No document was chosen: nothing was asked for."))
        return redirect("works")
    job = reading.ask_to_read(wanted if "chosen" in request.POST else (), request.user)
    return redirect("work", job.pk)


@needs("add")
@require_POST
def recognise(request: HttpRequest) -> HttpResponse:
    """Asks for the scans that wait to be read."""
    return redirect("work", recognising.ask_to_recognise((), request.user).pk)


@needs("add")
@require_POST
def rebuild(request: HttpRequest) -> HttpResponse:
    """Asks for everything computed to be computed anew."""
    return redirect("work", rebuilding.ask_to_rebuild(request.user).pk)
