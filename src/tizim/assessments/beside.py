"""Several groups side by side: what each says of whom, and how far two of them agree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from tizim.assessments.agreement import Agreement, agreement
from tizim.assessments.criteria import CriteriaSet
from tizim.assessments.entries import Determination, Recognition
from tizim.assessments.errors import AssessmentError
from tizim.assessments.outcome import outcomes, whole_answer
from tizim.assessments.recognised import recognitions
from tizim.assessments.sets import SHIPPED, Sets
from tizim.identity import Person

_OWN = ""
_DECISIVE = {
    "met": "met",
    "not_met": "not_met",
    "recognised": "met",
    "declined": "not_met",
    "withdrawn": "not_met",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One person with what each group says, in the order of the groups; empty where one says nothing."""

    person_id: str
    name: str
    said: Sequence[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two groups and how far they agree about the people on whom both decided."""

    left: str
    right: str
    agreed: Agreement


@dataclass(frozen=True, slots=True)
class Beside:
    """All groups, everybody on whom any of them said something, and the agreement of each two."""

    groups: Sequence[str]
    rows: Sequence[Row]
    pairs: Sequence[Pair]


def side_by_side(
    about: Iterable[tuple[Person, Sequence[Determination | Recognition]]],
    *,
    as_of: date,
    of: CriteriaSet | None = None,
    sets: Sets = SHIPPED,
) -> Beside:
    """What groups say by the day, from what was decided on each person; by one set, or by any of ``sets``.

    A group's word that names no set is heard beside each. Each version of a set stands by itself.
    """
    told = [(person, _words(person.mention_ids, known, as_of, of, sets)) for person, known in about]
    said = {person.id: words for person, words in told if words}
    groups = sorted({group for words in said.values() for group in words})
    rows = [
        Row(person.id, person.name, [words.get(group, "") for group in groups])
        for person, words in told
        if words
    ]
    rows.sort(key=lambda row: (row.name.casefold(), row.person_id))
    return Beside(groups, rows, [_pair(left, right, said) for left, right in combinations(groups, 2)])


def _words(
    mentions: Sequence[str],
    about: Sequence[Determination | Recognition],
    as_of: date,
    of: CriteriaSet | None,
    sets: Sets,
) -> Mapping[str, str]:
    """By group what it says: a recognition's stance, or the outcome of a set that it assessed by."""
    heard = (
        one for one in about
        if isinstance(one, Recognition) and (of is None or one.criteria_set in (None, of.code, of.name))
    )  # fmt: skip
    found = {group: one.stance for group, one in recognitions(heard, mentions, as_of=as_of).items()}
    determined = [one for one in about if isinstance(one, Determination)]
    for name, group in sorted({(one.criteria_set, one.group or _OWN) for one in determined}):
        asked = _asked(name, of, sets)
        if asked:
            outcome = whole_answer(outcomes(asked, determined, mentions, group=group or None))
            found[f"{group} · {name}" if group else name] = outcome.answer
    return found


def _asked(name: str, of: CriteriaSet | None, sets: Sets) -> CriteriaSet | None:
    """The set of that name where it is asked for and known."""
    if of is not None:
        return of if of.name == name else None
    try:
        return sets.named(name)
    except AssessmentError:
        return None


def _pair(left: str, right: str, said: Mapping[str, Mapping[str, str]]) -> Pair:
    def decisive(group: str) -> dict[str, str]:
        return {one: _DECISIVE[words[group]] for one, words in said.items() if words.get(group) in _DECISIVE}

    return Pair(left, right, agreement(decisive(left), decisive(right)))
