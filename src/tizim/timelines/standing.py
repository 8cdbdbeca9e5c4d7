"""Whether a state held on a day: surely, perhaps or not, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tizim.timelines.episode import Episode, Timeline
from tizim.timelines.rules import rule
from tizim.vocab import Duration, duration, table

SURELY, PERHAPS, NOT = "surely", "perhaps", "not"


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a report is taken to reach, as a definition states it.

    ``back`` is how long before the day it reports for a state may have held already; ``forward``
    replaces, state by state, how long a report is relied on (``holds_for`` of the rules).
    """

    back: Duration | None = None
    forward: Mapping[str, Duration] | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer for one episode on one day: surely, perhaps or not; the reason; the claims.

    ``why`` is a short code: ``holds``, ``not_begun``, ``begin_vague``, ``ended``, ``end_vague``,
    ``term_over``, ``term_near``, ``stale``, ``too_long``, ``in_doubt``, ``end_undated``, ``undated``.
    """

    answer: str
    why: str
    because: tuple[str, ...]
    episode: Episode


def standing(episode: Episode, day: date, reach: Reach | None = None) -> Standing:
    """Whether the episode's state held on the day (at its end), as far as the claims tell."""
    answer, why = _answer(episode, day, reach or _DEFAULT)
    ended = {"ended": episode.ended_by, "end_vague": episode.ended_by, "end_undated": episode.may_end}
    return Standing(answer, why, (*episode.because, *ended.get(why, ())), episode)


def standings(
    timeline: Timeline, states: frozenset[str], day: date, reach: Reach | None = None
) -> tuple[Standing, ...]:
    """The standing of every episode in one of the states, surest first."""
    found = [standing(e, day, reach) for e in timeline.episodes if e.state in states]
    return tuple(sorted(found, key=lambda one: (_SURENESS[one.answer], one.episode.begin.last or date.max)))


def _answer(episode: Episode, day: date, reach: Reach) -> tuple[str, str]:
    begun = _begun(episode, day, reach)
    if begun[0] == NOT:
        return begun
    over = _over(episode, day, reach)
    if over[0] == NOT:
        return over
    if over[0] == PERHAPS:
        return over
    if begun[0] == PERHAPS:
        return begun
    if episode.may_end and not _confirmed_on(episode, day):
        return PERHAPS, "end_undated"
    if episode.undated:
        return PERHAPS, "undated"
    return (SURELY, "holds") if episode.sure else (PERHAPS, "in_doubt")


def _begun(episode: Episode, day: date, reach: Reach) -> tuple[str, str]:
    begin = episode.begin
    if begin.last and begin.last <= day:
        return SURELY, "holds"
    reached = _reaches_back(episode, day, reach) if begin.first is None else begin.first <= day
    return (PERHAPS, "begin_vague") if reached else (NOT, "not_begun")


def _reaches_back(episode: Episode, day: date, reach: Reach) -> bool:
    """A report says nothing about earlier days unless the definition lets it reach back."""
    first = episode.reported
    if first is None or first <= day:
        return True
    return bool(reach.back and reach.back.after(day) >= first)


def _over(episode: Episode, day: date, reach: Reach) -> tuple[str, str]:
    if episode.end:
        if episode.end.last and episode.end.last <= day:
            return NOT, "ended"
        if episode.end.first is None or episode.end.first <= day:
            return (PERHAPS, "end_vague") if not _confirmed_on(episode, day) else (SURELY, "holds")
        if episode.ended_as not in table("states"):
            return SURELY, "holds"  # who was released on a day was held until then
    if _confirmed_on(episode, day):
        return SURELY, "holds"
    return _after_report(episode, day, reach)


def _after_report(episode: Episode, day: date, reach: Reach) -> tuple[str, str]:
    """Beyond the last report: the term, the longest possible time, and how stale the report is."""
    start = episode.confirmed or episode.begin.last
    ends = [end for end in episode.expected_ends if start is None or end >= start]
    if ends and day >= max(ends):
        return (NOT if rule(episode.state).served_after_term else PERHAPS), "term_over"
    if ends and day >= min(ends):
        return PERHAPS, "term_near"
    if episode.over_by and day >= episode.over_by:
        return (NOT if rule(episode.state).served_after_term else PERHAPS), "term_over"
    longest = _longest(episode.state)
    if not ends and longest and start and longest.after(start) < day:
        return NOT, "too_long"
    relied_on = (reach.forward or {}).get(episode.state) or rule(episode.state).holds_for
    if start is None or relied_on.after(start) < day:
        return PERHAPS, "stale"
    return SURELY, "holds"


def _confirmed_on(episode: Episode, day: date) -> bool:
    return bool(episode.confirmed and day <= episode.confirmed)


def _longest(state: str) -> Duration | None:
    text = table("states").term(state).attributes.get("lasts_at_most")
    return duration(str(text)) if text else None


_SURENESS = {SURELY: 0, PERHAPS: 1, NOT: 2}
_DEFAULT = Reach()
