"""What people determined so far about one person, criterion by criterion, as known at the moment."""

from collections.abc import Mapping
from dataclasses import dataclass

from tizim.assessments import AssessmentError, Determination
from tizim.timelines import Life
from tizim.web.desk.deciders import decided
from tizim.web.desk.definitions import sets_known
from tizim.web.desk.moment import Moment


@dataclass(frozen=True, slots=True)
class Determined:
    """One determination, and what its set and criterion are called; nothing where the set is unknown."""

    determination: Determination
    of_set: Mapping[str, str]
    criterion: Mapping[str, str]


def determined(life: Life, asked: Moment) -> list[Determined]:
    """The determinations in force that somebody recorded for a mention of the person, the latest last."""
    about = decided(asked).on(life.person.mention_ids)
    found = (one for one in about if isinstance(one, Determination))
    return [_titled(one) for one in sorted(found, key=lambda one: one.recorded_at)]


def _titled(one: Determination) -> Determined:
    try:
        of = sets_known().named(one.criteria_set)
    except AssessmentError:
        return Determined(one, {}, {})
    titles = {each.code: each.title for each in of.criteria}
    return Determined(one, of.title, titles.get(one.criterion, {}))
