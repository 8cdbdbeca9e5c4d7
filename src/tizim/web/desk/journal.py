"""The ledger as it was written: which entry when, by whom, what it put right; page by page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tizim.ledger import Entry, shape
from tizim.stores.sql.kinds import ENTRY_CLASSES
from tizim.stores.sql.models import ENTRY_MODELS, Link
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import register
from tizim.web.desk.sight import Sight

KINDS = tuple(one.kind for one in ENTRY_CLASSES)
TITLES: dict[str, str | Promise] = {
    "source": _("source"),
    "document": _("document"),
    "passage": _("passage"),
    "claim": _("claim"),
    "review": _("review"),
    "published_figure": _("published figure"),
    "judgement": _("judgement"),
    "determination": _("determination"),
    "recognition": _("recognition"),
    "criteria_set": _("set of criteria"),
    "intervention": _("intervention"),
    "response": _("response"),
    "clearance": _("clearance"),
    "list_edition": _("edition of a list"),
    "approval": _("approval"),
    "erratum": _("erratum"),
    "withdrawal": _("withdrawal"),
}
"""What people call an entry of each kind."""
PAGE = 50
_POINTS = ("document_id", "claim_id", "passage_id", "part_of", "corrects")


@dataclass(frozen=True, slots=True)
class Line:
    """An entry in its place; ``entry`` is None where it tells of a closed case."""

    seq: int
    kind: str
    entry_id: str
    recorded_at: str
    entry: Entry | None


def lines(asked: Moment, sight: Sight, *, kind: str = "", before: int | None = None) -> tuple[Line, ...]:
    """A page of entries, the latest first, before a place in the chain; none recorded after the moment."""
    rows = (ENTRY_MODELS[kind] if kind in KINDS else Link).objects.order_by("-seq")
    if asked.known_at:
        rows = rows.filter(seq__lte=_last_by(asked.known_at))
    if before is not None:
        rows = rows.filter(seq__lt=before)
    seqs = list(rows.values_list("seq", flat=True)[:PAGE])
    found = list(Link.objects.filter(seq__in=seqs).order_by("-seq"))
    entries = _open(register().ledger.of([link.entry_id for link in found]), sight)
    return tuple(
        Line(link.seq, link.kind, link.entry_id, link.recorded_at, entries.get(link.entry_id))
        for link in found
    )


def _last_by(moment: str) -> int:
    """The place of the last entry recorded by the moment; places go with moments."""
    links = Link.objects.filter(recorded_at__lte=moment).order_by("-recorded_at", "-seq")
    return links.values_list("seq", flat=True).first() or 0


def line(entry_id: str, asked: Moment, sight: Sight) -> tuple[Line, Any] | None:
    """One entry with its link of the chain; None if there is none at the moment, or it is closed."""
    link = Link.objects.filter(entry_id=entry_id).first()
    if link is None or (asked.known_at and link.recorded_at > asked.known_at):
        return None
    entry = _open(register().ledger.of([entry_id]), sight).get(entry_id)
    if entry is None:
        return None
    return Line(link.seq, link.kind, link.entry_id, link.recorded_at, entry), link


def corrected_by(entry_id: str, asked: Moment) -> list[str]:
    """The ids of entries that stand in its place, or take it back."""
    found = []
    for model in ENTRY_MODELS.values():
        rows = model.objects.filter(corrects=entry_id)
        if asked.known_at:
            rows = rows.filter(recorded_at__lte=asked.known_at)
        found += rows.values_list("entry_id", flat=True)
    return sorted(found)


def fields(entry: Entry | None) -> Iterable[tuple[str, Any]]:
    """The names and values of what an entry holds."""
    if entry is None:
        return ()
    form = shape(type(entry))
    pairs = zip(form.names, form.values(entry), strict=True)
    return [(name, value) for name, value in pairs if value not in (None, "", ())]


def _open(entries: Iterable[Entry], sight: Sight) -> dict[str, Entry]:
    """Those of the entries, by id, that tell of nothing that is closed to whoever asks."""
    asked = tuple(entries)
    if not sight.closed:
        return {one.id: one for one in asked}
    points = {one.id: _points(one) for one in asked}
    beside = {one.id: one for one in register().ledger.of(sorted(set().union(*points.values())))}
    shut = sight.closed | sight.closed_claims
    return {
        one.id: one
        for one in asked
        if shut.isdisjoint(points[one.id].union(*(_points(beside[x]) for x in points[one.id] if x in beside)))
    }


def _points(entry: Entry) -> set[str]:
    """The ids that an entry is about."""
    return {entry.id, *filter(None, (getattr(entry, name, None) for name in _POINTS))}
