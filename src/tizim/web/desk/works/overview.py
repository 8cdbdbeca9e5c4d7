"""What waits to be worked on, and what was told of one piece of work, as far as an account may see it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from tizim.documents import Document, why_waiting
from tizim.web.desk.models import Job, Line
from tizim.web.desk.opened import opened, register
from tizim.web.desk.sight import sight_of
from tizim.web.desk.works import reading, recognising
from tizim.web.desk.works.told import FINE

_AT_ONCE, _SHOWN = 100, 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits: documents to be read for proposals, scans without text, what is missing to read those."""

    unread: Page
    scans: int
    closed: int
    missing: str


def waiting(request: HttpRequest) -> Waiting:
    """What waits now; documents of cases closed to the account are counted, not named."""
    sight, there = sight_of(request), reading.unread(opened().kept("readable", reading.there))
    seen = [one for one in there if sight.document(one.id)]
    scans = opened().kept("scans", lambda: len(recognising.waiting()))
    lack = why_waiting() if scans else None
    page = Paginator(seen, _AT_ONCE).get_page(request.GET.get("page", "1"))
    return Waiting(page, scans, len(there) - len(seen), f"{lack.what} {lack.hint}" if lack else "")


def chosen(request: HttpRequest) -> list[str]:
    """The ids of documents that were chosen, as far as the account may open them."""
    sight, there = sight_of(request), {one.id for one in _documents()}
    return [one for one in request.POST.getlist("document") if one in there and sight.document(one)]


def latest(number: int = 20) -> Iterable[Job]:
    """The work asked for last."""
    return Job.objects.select_related("asked_by")[:number]


def lines(request: HttpRequest, job: Job, *, all_of_them: bool) -> QuerySet[Line]:
    """What was told of the work; without ``all_of_them`` only what wants attention."""
    found = job.lines.exclude(about__in=sight_of(request).closed)
    return found if all_of_them else found.exclude(fate__in=FINE)


def told(request: HttpRequest, job: Job) -> dict[str, object]:
    """The work with the first of what wants attention."""
    found = lines(request, job, all_of_them=False)
    return {"job": job, "lines": found[:_SHOWN], "wanting": found.count(), "all_lines": job.lines.count()}


def page_of_lines(request: HttpRequest, job: Job) -> Page:
    """A page of everything told of the work."""
    found = lines(request, job, all_of_them=request.GET.get("show") != "wanting")
    return Paginator(found, _AT_ONCE).get_page(request.GET.get("page", "1"))


def aside(request: HttpRequest, job: Job) -> bytes:
    """The rows of a list that were set aside; Http404 where there are none to be seen."""
    kept = job.result.get("aside", "")
    if not kept or not sight_of(request).document(job.result.get("document", "")):
        raise Http404
    with register().vault.open(kept) as stream:
        return bytes(stream.read())


def _documents() -> list[Document]:
    found: list[Document] = opened().kept("readable", reading.there)
    return found
