"""What differs between two sets of criteria, or two versions of one: piece by piece, in the set's order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tizim.assessments.criteria import LANGUAGES, NOT_DEPRIVED, CriteriaSet, Criterion, Texts
from tizim.assessments.criteria_text import holding_states


@dataclass(frozen=True, slots=True)
class SetChange:
    """One difference: what it is, of which ground or state, in which language; before and after.

    ``what`` is ``title``, ``note``, ``publisher``, ``source_place``, ``source_date``, ``url``, ``compared``,
    ``decided_by``, ``decided_on``, ``assessors``, ``liberty`` (``of`` is the state), ``ground_added``,
    ``ground_removed``, ``ground_title``, ``ground_text``, ``ground_place`` (``of`` is the ground), ``order``,
    ``met`` or ``unless`` (rules). ``moves`` says whether somebody's outcome may differ because of it.
    """

    what: str
    of: str = ""
    language: str = ""
    before: Any = None
    after: Any = None

    @property
    def moves(self) -> bool:
        """Whether it can change what somebody's determinations come to, or what a ground asks."""
        return self.what in _MOVING


_MOVING = frozenset(
    ("assessors", "liberty", "ground_added", "ground_removed", "ground_title", "ground_text", "met", "unless")
)


def set_changes(earlier: CriteriaSet, later: CriteriaSet) -> Sequence[SetChange]:
    """All differences, those of the set first, then the rules, then ground by ground."""
    return (*_of_words(earlier, later), *_of_rules(earlier, later), *_of_grounds(earlier, later))


def _of_words(earlier: CriteriaSet, later: CriteriaSet) -> Iterator[SetChange]:
    was, now = earlier.source, later.source
    yield from _texts("title", "", earlier.title, later.title)
    yield from _texts("note", "", earlier.note, later.note)
    yield from _texts("publisher", "", was.publisher, now.publisher)
    yield from _texts("source_place", "", was.place, now.place)
    single = (
        ("source_date", was.date, now.date), ("url", was.url, now.url),
        ("compared", was.compared, now.compared), ("decided_by", earlier.decided_by, later.decided_by),
        ("decided_on", earlier.decided_on, later.decided_on),
    )  # fmt: skip
    yield from (SetChange(what, before=one, after=other) for what, one, other in single if one != other)


def _of_rules(earlier: CriteriaSet, later: CriteriaSet) -> Iterator[SetChange]:
    for what in ("met", "unless", "assessors"):
        one, other = getattr(earlier, what), getattr(later, what)
        if one != other:
            yield SetChange(what, before=one, after=other)
    for state in holding_states():
        one, other = (of.liberty.get(state, NOT_DEPRIVED) for of in (earlier, later))
        if one != other:
            yield SetChange("liberty", state, before=one, after=other)


def _of_grounds(earlier: CriteriaSet, later: CriteriaSet) -> Iterator[SetChange]:
    was, now = ({one.code: one for one in of.criteria} for of in (earlier, later))
    for code, one in now.items():
        if code in was:
            yield from _of_ground(was[code], one)
        else:
            yield SetChange("ground_added", code, after=one)
    yield from (SetChange("ground_removed", code, before=one) for code, one in was.items() if code not in now)
    both = was.keys() & now.keys()
    orders = [tuple(one.code for one in of.criteria if one.code in both) for of in (earlier, later)]
    if orders[0] != orders[1]:
        yield SetChange("order", before=orders[0], after=orders[1])


def _of_ground(was: Criterion, now: Criterion) -> Iterator[SetChange]:
    yield from _texts("ground_title", was.code, was.title, now.title)
    yield from _texts("ground_text", was.code, was.text, now.text)
    yield from _texts("ground_place", was.code, was.place, now.place)


def _texts(what: str, of: str, was: Texts, now: Texts) -> Iterator[SetChange]:
    for language in LANGUAGES:
        before, after = was.get(language, ""), now.get(language, "")
        if before != after:
            yield SetChange(what, of, language, before, after)
