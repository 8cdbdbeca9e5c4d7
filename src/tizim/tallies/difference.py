"""What changed between two lists: who joined, who left, and why."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, overload

from tizim.tallies.definition import Definition
from tizim.tallies.fitting import Fit, fits, nearest
from tizim.tallies.tally import Member, Row, Tally, differing
from tizim.timelines import NOT, Chronicle, Life
from tizim.vocab import table


@dataclass(frozen=True, slots=True)
class Change:
    """One person who joined, left, moved to another class, or became sure or doubtful; and why.

    ``why`` is a code: joined — ``began``, ``first_reported``, ``newly_known``, ``taken_back``,
    ``assessed_since``; left — ``ended``, ``died``, ``converted``, ``term_over``, ``stale``, ``taken_back``,
    ``assessment_withdrawn``; else ``class`` or ``sureness``.
    """

    person_id: str
    name: str
    what: str
    why: str
    before: str | None
    after: str | None
    because: tuple[str, ...]


class Changes(Sequence[Change]):
    """The changes in the order of what they are and of names, each told when somebody asks for it."""

    def __init__(self, whats: Mapping[str, str], name: Callable[[str], str], tell: Callable[[str], Change]):
        """``whats`` is what the change is, by person."""
        self.whats, self._tell = whats, tell
        self._order = sorted(whats, key=lambda one: (_ORDER[whats[one]], name(one), one))

    def __len__(self) -> int:
        """How many they are."""
        return len(self._order)

    def __iter__(self) -> Iterator[Change]:
        """One after the other."""
        return map(self._tell, self._order)

    @overload
    def __getitem__(self, at: int) -> Change: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Change]: ...
    def __getitem__(self, at: Any) -> Any:
        """One of them, or several."""
        found = self._order[at]
        return [self._tell(one) for one in found] if isinstance(at, slice) else self._tell(found)


@dataclass(frozen=True, slots=True)
class Difference:
    """The changes from an earlier list to a later one, and both counts."""

    earlier: Tally
    later: Tally
    changes: Changes

    @property
    def kinds(self) -> Mapping[str, int]:
        """Of how many people each kind of change is told, in the order in which they stand."""
        found = Counter(self.changes.whats.values())
        return {what: found[what] for what in _ORDER if found[what]}


_ORDER = {"joined": 0, "left": 1, "moved": 2, "surer": 3, "less_sure": 3}


def difference(
    of: Definition,
    earlier: Tally,
    later: Tally,
    *,
    told: Chronicle,
    recorded: Mapping[str, str],
) -> Difference:
    """Who joined, left or moved between the two tallies of one definition.

    ``told`` is the chronicle behind the later one, ``recorded`` the moment in which each claim was
    written (by which "new in the world" and "new to the register" are told apart).
    """
    before, after = earlier.rows, later.rows
    whats = {one: _what(before.get(one), after.get(one)) for one in differing(earlier, later)}
    (was, name_then), (now, name_now) = earlier.finding(), later.finding()

    def told_of(one: str) -> Change:
        if one not in before:
            return _joined(now(one), (earlier, later), told, recorded)
        if one not in after:
            return _left(was(one), of, later, told)
        return _moved(was(one), now(one), whats[one])

    def name(one: str) -> str:
        return name_now(one) if one in after else name_then(one)

    changed = {one: what for one, what in whats.items() if what}
    return Difference(earlier, later, Changes(changed, name, told_of))


def _what(before: Row | None, after: Row | None) -> str:
    """What has changed, by how somebody stood on the list and stands there; empty if nothing has."""
    if before is None or after is None:
        return "joined" if before is None else "left"
    if before[0] != after[0]:
        return "moved"
    return "" if before[1] == after[1] else "surer" if after[1] else "less_sure"


def _joined(
    member: Member, both: tuple[Tally, Tally], told: Chronicle, recorded: Mapping[str, str]
) -> Change:
    fit, (earlier, later) = member.fit, both
    known = [one for one in fit.because if _known(one, earlier, recorded)]
    if _says_no(earlier, told.lives.get(member.person_id)):
        why = "assessed_since"
    elif fit.because and not known:
        why = "newly_known"
    elif earlier.as_of == later.as_of:
        why = "newly_known" if len(known) < len(fit.because) else "taken_back"
    else:
        why = "first_reported" if _may_have_begun(fit, earlier.as_of) else "began"
    return Change(member.person_id, member.name, "joined", why, None, fit.code, fit.because)


def _says_no(of: Tally, life: Life | None) -> bool:
    """Whether the list asks what people decided, and that kept this person off it."""
    if of.bound is None or life is None:
        return False
    return of.bound.said(life.person.mention_ids, of.as_of).answer == NOT


def _may_have_begun(fit: Fit, day: date) -> bool:
    """Whether the state may have begun by the day already, though no report speaks of it before."""
    if fit.episode is None:
        return False
    first = fit.episode.begin.first
    return first is None or first <= day


def _known(claim_id: str, earlier: Tally, recorded: Mapping[str, str]) -> bool:
    return earlier.known_at is None or recorded.get(claim_id, "") <= earlier.known_at


def _left(member: Member, of: Definition, later: Tally, told: Chronicle) -> Change:
    life = told.lives.get(member.person_id)
    if life is None:
        why, because = "taken_back", member.fit.because
    elif _says_no(later, life):
        why, because = "assessment_withdrawn", member.fit.because
    else:
        told_most = nearest(fits(life.timeline, of, later.as_of, life.person.mention_ids))
        why, because = _reason(told_most), (told_most or member.fit).because
    return Change(member.person_id, member.name, "left", why, member.fit.code, None, because)


def _reason(fit: Fit | None) -> str:
    if fit is None or fit.episode is None:
        return "taken_back"
    if fit.why != "ended":
        return {"too_long": "stale", "term_over": "term_over"}.get(fit.why, fit.why)
    ended_as = fit.episode.ended_as or ""
    if ended_as in ("dead", "death"):
        return "died"
    if ended_as == "term_over":
        return ended_as
    return "converted" if ended_as in table("states") else "ended"


def _moved(before: Member, after: Member, what: str) -> Change:
    why = "class" if what == "moved" else after.fit.why
    return Change(after.person_id, after.name, what, why, before.fit.code, after.fit.code, after.fit.because)
