"""The decisions on some people and documents, and what follows from them, without all the others."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from tizim.documents import Document, Source
from tizim.ledger import Entry, Withdrawal, content_id, in_force
from tizim.publications import Clearance, Clearing
from tizim.stores.sql.models import ENTRY_MODELS
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register
from tizim.web.desk.people.seen import written

_AT_ONCE = 500
STRICT = ("counted", "used", "withheld")


def decisions(subject_ids: Iterable[str], asked: Moment) -> tuple[Clearance, ...]:
    """The decisions on these mentions and documents that stand at the moment, in the order written."""
    return tuple(one for one in in_force(_entries(subject_ids, asked)) if isinstance(one, Clearance))


def clearing(document_ids: Collection[str], subject_ids: Iterable[str], asked: Moment) -> Clearing:
    """What may leave of these documents, and of the people whose mentions are named."""
    decided = _entries([*document_ids, *subject_ids], asked)
    photos = {one.photo for one in decided if isinstance(one, Clearance) and one.photo}
    documents = written({*document_ids, *photos}, asked.known_at)
    of = {one.source_id for one in documents if isinstance(one, Document) and one.source_id}
    sources = written(of, asked.known_at, Source)
    decided = [*decided, *(_entries(photos, asked) if photos else ())]
    return Clearing(sorted([*sources, *documents, *decided], key=lambda one: one.recorded_at))


def kept_back(asked: Moment) -> frozenset[str]:
    """The mentions of everybody who, by a decision, is not to be named, and the documents not to be cited."""

    def found() -> frozenset[str]:
        rows = ENTRY_MODELS[Clearance.kind].objects.filter(level__in=STRICT)
        subjects = set(rows.values_list("subject_id", flat=True))
        return frozenset(one.subject_id for one in decisions(subjects, asked) if one.level in STRICT)

    kept: frozenset[str] = opened().kept(("kept back", asked.known_at), found)
    return kept


def sources_of(documents: Mapping[str, Document], asked: Moment) -> Mapping[str, Source]:
    """The sources of these documents, by id."""
    found = written({one.source_id for one in documents.values() if one.source_id}, asked.known_at, Source)
    return {one.id: one for one in in_force(found) if isinstance(one, Source)}


def _entries(subject_ids: Iterable[str], asked: Moment) -> Sequence[Entry]:
    """The decisions on these and what takes them back, as known at the moment."""
    ids = _having("clearance", "subject_id__in", subject_ids)
    taken_back = _having(Withdrawal.kind, "corrects__in", ids)
    found = register().ledger.of([*ids, *taken_back])
    return [one for one in found if not asked.known_at or one.recorded_at <= asked.known_at]


def _having(kind: str, what: str, values: Iterable[str]) -> list[str]:
    listed = sorted(set(values))
    some = (listed[at : at + _AT_ONCE] for at in range(0, len(listed), _AT_ONCE))
    rows = (ENTRY_MODELS[kind].objects.filter(**{what: each}) for each in some)
    return [one for each in rows for one in each.values_list("entry_id", flat=True)]


def once(given: Sequence[Clearance]) -> list[Clearance]:
    """The decisions, each once: one on a person is written for every mention."""
    said = {(one.recorded_at, one.level, one.basis, one.fields, one.note): one for one in given}
    return list(said.values())


def taken_back(given: Sequence[Clearance], *, after: str) -> list[Withdrawal]:
    """The entries that take the last of these decisions back, on all mentions at once."""
    last = max((one.recorded_at for one in given), default="")
    return [
        Withdrawal(id=content_id("w", one.id, after), corrects=one.id)
        for one in given
        if one.recorded_at == last
    ]
