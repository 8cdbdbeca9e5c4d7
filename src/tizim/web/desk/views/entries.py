"""Entries: the ledger as it was written."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tizim.web.desk import journal
from tizim.web.desk.access import needs
from tizim.web.desk.sight import sight_of


@needs("audit")
def entries(request: HttpRequest) -> HttpResponse:
    """A page of entries, the latest first."""
    kind, before = request.GET.get("kind", ""), request.GET.get("before", "")
    place = int(before) if before.isdecimal() and len(before) < 12 else None
    found = journal.lines(request.asked, sight_of(request), kind=kind, before=place)
    shown = {"lines": found, "kind": kind, "kinds": journal.TITLES, "more": len(found) == journal.PAGE}
    return render(request, "desk/entries.html", {**shown, "place": "entries"})


@needs("audit")
def entry(request: HttpRequest, entry_id: str) -> HttpResponse:
    """One entry with all that it holds, its digest, and what corrects it."""
    found = journal.line(entry_id, request.asked, sight_of(request))
    if found is None:
        raise Http404
    line, link = found
    shown = {
        "line": line,
        "title": journal.TITLES[line.kind],
        "link": link,
        "fields": journal.fields(line.entry),
        "corrected_by": journal.corrected_by(entry_id, request.asked),
    }
    return render(request, "desk/entry.html", {**shown, "place": "entries"})
