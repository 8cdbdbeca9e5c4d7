"""What changed between two lists: who joined, who left, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tizim.tallies.definition import Definition
from tizim.tallies.fitting import Fit, fits, nearest
from tizim.tallies.tally import Member, Tally
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


@dataclass(frozen=True, slots=True)
class Difference:
    """The changes from an earlier list to a later one, and both counts."""

    earlier: Tally
    later: Tally
    changes: tuple[Change, ...]


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
    stayed = [one for one, row in after.items() if one in before and before[one][:2] != row[:2]]
    changes = [
        *(_joined(later.member(one), (earlier, later), told, recorded) for one in after if one not in before),
        *(_left(earlier.member(one), of, later, told) for one in before if one not in after),
        *filter(None, (_moved(earlier.member(one), later.member(one)) for one in stayed)),
    ]
    order = {"joined": 0, "left": 1, "moved": 2, "surer": 3, "less_sure": 3}
    return Difference(
        earlier, later, tuple(sorted(changes, key=lambda one: (order[one.what], one.name, one.person_id)))
    )


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


def _moved(before: Member, after: Member) -> Change | None:
    if before.fit.code != after.fit.code:
        what, why = "moved", "class"
    elif before.sure != after.sure:
        what, why = ("surer" if after.sure else "less_sure"), after.fit.why
    else:
        return None
    return Change(after.person_id, after.name, what, why, before.fit.code, after.fit.code, after.fit.because)
