"""Claims about one person that cannot all be true; both sides are kept and shown."""

from collections.abc import Sequence
from itertools import combinations

from tizim.claims import Claim
from tizim.timelines.episode import Contradiction, Episode
from tizim.timelines.marks import HOLDS, OPENS, Mark
from tizim.vocab import Days, table


def contradictions_of(
    marks: Sequence[Mark], episodes: Sequence[Episode], claims: Sequence[Claim]
) -> tuple[Contradiction, ...]:
    """What contradicts what among the claims of one person, each pair of sides once."""
    found = [
        *_two_deaths(marks),
        *_after_death(marks),
        *_held_after_release(marks, episodes),
        *_two_terms(marks),
        *_two_towns(claims),
    ]
    return tuple(dict.fromkeys(found))


def _two_deaths(marks: Sequence[Mark]) -> list[Contradiction]:
    deaths = [mark for mark in marks if mark.state == "dead" and mark.what == OPENS]
    return [
        _pair("two_deaths", one, other)
        for one, other in combinations(deaths, 2)
        if _apart(one.days, other.days)
    ]


def _after_death(marks: Sequence[Mark]) -> list[Contradiction]:
    deaths = [mark for mark in marks if mark.state == "dead" and mark.what == OPENS and mark.days.last]
    return [
        _pair("after_death", death, mark)
        for death in deaths
        for mark in marks
        if mark.state not in ("", "dead") and _in_life(mark) and _after(mark.days, death.days)
    ]


def _in_life(mark: Mark) -> bool:
    return table("states").term(mark.state).attributes.get("group") in ("custody", "measure", "sentence")


def _held_after_release(marks: Sequence[Mark], episodes: Sequence[Episode]) -> list[Contradiction]:
    """A report that a state still held, although a claim had ended it and none had begun it anew."""
    reports = {mark.claim.id: mark for mark in marks if mark.what == HOLDS}
    return [
        Contradiction("held_after_release", tuple(sorted({*earlier.ended_by, later.because[0]})))
        for earlier in episodes
        for later in episodes
        if later is not earlier
        and later.state == earlier.state
        and earlier.ended_as in ("release", "stated")
        and later.because[0] in reports
        and earlier.end is not None
        and _after(reports[later.because[0]].days, earlier.end)
    ]


def _two_terms(marks: Sequence[Mark]) -> list[Contradiction]:
    """Two sources give one verdict of one day different terms."""
    verdicts = [mark for mark in marks if mark.what == OPENS and mark.term and mark.claim.act == "sentence"]
    return [
        _pair("two_terms", one, other)
        for one, other in combinations(verdicts, 2)
        if one.state == other.state and one.days == other.days and one.term != other.term
    ]


def _two_towns(claims: Sequence[Claim]) -> list[Contradiction]:
    told = [claim for claim in claims if claim.town]
    return [
        Contradiction("two_towns", tuple(sorted((one.id, other.id))))
        for one, other in combinations(_one_each(told), 2)
    ]


def _one_each(claims: Sequence[Claim]) -> list[Claim]:
    first: dict[str, Claim] = {}
    for claim in claims:
        first.setdefault(str(claim.town).casefold(), claim)
    return list(first.values())


def _pair(kind: str, one: Mark, other: Mark) -> Contradiction:
    return Contradiction(kind, tuple(sorted({one.claim.id, other.claim.id})))


def _apart(one: Days, other: Days) -> bool:
    return _after(one, other) or _after(other, one)


def _after(one: Days, other: Days) -> bool:
    return bool(one.first and other.last and one.first > other.last)
