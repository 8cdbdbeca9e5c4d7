"""What people determined so far about one person, criterion by criterion, as known at the moment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tizim.assessments import AssessmentError, Determination, criteria_set
from tizim.ledger import Entry, Withdrawal, in_force
from tizim.stores.sql.models import ENTRY_MODELS
from tizim.timelines import Life
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import register

_KINDS = (Determination.kind, Withdrawal.kind)


@dataclass(frozen=True, slots=True)
class Determined:
    """One determination, and what its set and criterion are called; nothing where the set is unknown."""

    determination: Determination
    of_set: Mapping[str, str]
    criterion: Mapping[str, str]


def determined(life: Life, asked: Moment) -> list[Determined]:
    """The determinations in force that somebody recorded for a mention of the person, the latest last."""
    rows = ENTRY_MODELS[Determination.kind].objects.filter(mention_id__in=life.person.mention_ids)
    ids = list(rows.values_list("entry_id", flat=True))
    known = asked.known_at
    entries = [one for one in register().ledger.of(_with_later(ids)) if not known or one.recorded_at <= known]
    mentions = frozenset(life.person.mention_ids)
    return [_titled(one) for one in in_force(entries) if _is_of(one, mentions)]


def _is_of(one: Entry, mentions: frozenset[str]) -> bool:
    return isinstance(one, Determination) and one.mention_id in mentions


def _with_later(ids: list[str]) -> list[str]:
    """These and whatever takes them back or puts them right, and what does so to that."""
    found, ahead = list(ids), list(ids)
    while ahead:
        ahead = [one for kind in _KINDS for one in _correcting(kind, ahead) if one not in found]
        found += ahead
    return found


def _correcting(kind: str, ids: Iterable[str]) -> list[str]:
    return list(ENTRY_MODELS[kind].objects.filter(corrects__in=ids).values_list("entry_id", flat=True))


def _titled(one: Entry) -> Determined:
    assert isinstance(one, Determination)
    try:
        of = criteria_set(one.criteria_set)
    except AssessmentError:
        return Determined(one, {}, {})
    titles = {each.code: each.title for each in of.criteria}
    return Determined(one, of.title, titles.get(one.criterion, {}))
