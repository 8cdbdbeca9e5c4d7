"""Several groups side by side: what each says of whom, and how far two of them agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tizim.assessments import (
    Agreement,
    AssessmentError,
    Determination,
    Recognition,
    agreement,
    criteria_set,
    outcomes,
    recognitions,
    whole_answer,
)
from tizim.web.desk.deciders import decided, with_decisions
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, told

OWN = ""
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


def beside(asked: Moment) -> Beside:
    """What groups say as of the day, as known at the moment; kept until something is written."""
    found: Beside = opened().kept(("beside", asked.key), lambda: _beside(asked))
    return found


def _beside(asked: Moment) -> Beside:
    lives, known = told(asked).lives, decided(asked)
    said: dict[str, Mapping[str, str]] = {}
    for one in sorted(with_decisions(asked)):
        mentions = lives[one].person.mention_ids
        said[one] = _words(known.on(mentions), mentions, asked)
    groups = sorted({group for words in said.values() for group in words})
    rows = [
        Row(one, lives[one].person.name, [words.get(group, "") for group in groups])
        for one, words in said.items()
        if words
    ]
    rows.sort(key=lambda row: (row.name.casefold(), row.person_id))
    return Beside(groups, rows, [_pair(left, right, said) for left, right in combinations(groups, 2)])


def _words(
    about: Sequence[Determination | Recognition], mentions: Sequence[str], asked: Moment
) -> Mapping[str, str]:
    """By group what it says: a recognition's stance, or the outcome of a set that it assessed by."""
    words = (one for one in about if isinstance(one, Recognition))
    found = {group: one.stance for group, one in recognitions(words, mentions, as_of=asked.as_of).items()}
    determined = [one for one in about if isinstance(one, Determination)]
    for name, group in sorted({(one.criteria_set, one.group or OWN) for one in determined}):
        try:
            of = criteria_set(name)
        except AssessmentError:
            continue
        outcome = whole_answer(outcomes(of, determined, mentions, group=group or None))
        found[f"{group} · {of.name}" if group else of.name] = outcome.answer
    return found


def _pair(left: str, right: str, said: Mapping[str, Mapping[str, str]]) -> Pair:
    def decisive(group: str) -> dict[str, str]:
        return {one: _DECISIVE[words[group]] for one, words in said.items() if words.get(group) in _DECISIVE}

    return Pair(left, right, agreement(decisive(left), decisive(right)))
