"""What cannot hold together: of two tellings that are tied, the first surely lies after the other."""

from collections.abc import Callable, Iterator
from itertools import chain

from tizim.audits.chronology import stages, things, ties
from tizim.audits.chronology.clauses import Clause
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding

_LONGEST, _YEARLESS = 500, 200  # days: beyond them another case, or another year, is meant
_TIES: tuple[Callable[[Draft], Iterator[ties.Pair]], ...] = (
    stages.by_stages,
    ties.by_order_said,
    ties.by_tense,
    ties.by_what_it_rests_on,
    ties.by_reference,
    ties.by_death,
    ties.by_learning,
    ties.by_lateness,
    ties.by_conjunction,
    ties.by_pairs_of_verbs,
    ties.by_paper,
    ties.by_deed,
    things.by_things,
)


def contradictions(draft: Draft) -> Iterator[Finding]:
    """Two tellings whose days are the wrong way round, each pair once, whatever ties them."""
    told: set[frozenset[int]] = set()
    for first, then in chain.from_iterable(tie(draft) for tie in _TIES):
        both = frozenset((first.at.start, then.at.start))
        if both not in told and len(both) == 2 and _turned(first, then):
            told.add(both)
            yield _finding(draft, first, then)


def _turned(first: Clause, then: Clause) -> bool:
    own = first.day.own_year and then.day.own_year
    return 0 < (first.first - then.last).days <= (_LONGEST if own else _YEARLESS)


def _finding(draft: Draft, first: Clause, then: Clause) -> Finding:
    shown = {"later": _day(draft, then), "earlier": _day(draft, first)}
    return draft.finding("date_order", *(_place(draft, one) for one in (then, first)), **shown)


def _place(draft: Draft, clause: Clause) -> tuple[int, int]:
    at = draft.text[clause.at.start : clause.at.end]
    lead = len(at) - len(at.lstrip())
    return clause.at.start + lead, clause.at.start + len(at.rstrip())


def _day(draft: Draft, clause: Clause) -> str:
    return draft.text[clause.day.start : clause.day.end]
