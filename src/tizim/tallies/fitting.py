"""Whether one timeline fits one class of a definition on a day: surely, perhaps or not."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from tizim.tallies.assessed import Said
from tizim.tallies.definition import Class, Definition
from tizim.timelines import NOT, PERHAPS, SURELY, ActMark, Episode, Timeline, standings


@dataclass(frozen=True, slots=True)
class Fit:
    """How a timeline fits a class: the answer, the reason, the claims, the episode if it is a state.

    ``decided`` are the determinations and recognitions behind it, where the definition asks for them.
    """

    code: str
    answer: str
    why: str
    because: tuple[str, ...] = ()
    episode: Episode | None = None
    decided: tuple[str, ...] = ()


def fits(timeline: Timeline, of: Definition, day: date, mention_ids: Collection[str] = ()) -> tuple[Fit, ...]:
    """How the timeline fits each class of the definition, in the order of the classes.

    ``mention_ids`` are those of the person: what was decided on them, where the definition asks for it.
    """
    states = {episode.state for episode in timeline.episodes}
    found = tuple(
        _nothing(one.code) if one.states and one.states.isdisjoint(states) else _fit(timeline, one, of, day)
        for one in of.classes
    )
    bound = of.decisions()
    if bound is None or all(fit.answer == NOT for fit in found):
        return found
    said = bound.said(mention_ids, day)
    return tuple(_limited(fit, said) for fit in found)


def _limited(fit: Fit, said: Said) -> Fit:
    """The fit, as far as what was decided lets it hold."""
    if fit.answer == NOT:
        return fit
    if said.answer == SURELY:
        return replace(fit, decided=said.decided)
    return replace(fit, answer=said.answer, why=said.why, decided=said.decided)


@cache
def _nothing(code: str) -> Fit:
    """How a timeline fits a class of states of which it tells nothing."""
    return Fit(code, NOT, "no_claim")


def whole(found: Sequence[Fit]) -> str:
    """Whether the person is counted at all: surely, perhaps or not."""
    answers = {fit.answer for fit in found}
    return next((answer for answer in (SURELY, PERHAPS) if answer in answers), NOT)


def answer_in(code: str, found: Sequence[Fit]) -> str:
    """Whether the class is the first that fits: surely, perhaps or not."""
    answer = NOT
    doubt_before = False
    for fit in found:
        if fit.code == code:
            answer = fit.answer
            break
        if fit.answer == SURELY:
            return NOT
        doubt_before = doubt_before or fit.answer != NOT
    return PERHAPS if answer == SURELY and doubt_before else answer


def placed(found: Sequence[Fit]) -> Fit | None:
    """The class in which the person is listed: the first sure one, else the first possible one."""
    for answer in (SURELY, PERHAPS):
        for fit in found:
            if fit.answer == answer:
                return fit
    return None


def nearest(found: Sequence[Fit]) -> Fit | None:
    """Of the classes that do not fit, the one that tells most about why."""
    told = [fit for fit in found if fit.answer == NOT and fit.why not in ("no_claim", "not_begun")]
    return max(told, key=lambda fit: _last_day(fit), default=None)


def _last_day(fit: Fit) -> date:
    episode = fit.episode
    if episode is None:
        return date.min
    return (episode.end.last if episode.end else None) or episode.confirmed or date.min


def _fit(timeline: Timeline, one: Class, of: Definition, day: date) -> Fit:
    found = _by_state(timeline, one, of, day) if one.states else _by_acts(timeline, one, day)
    if one.doubtful and found.answer == SURELY:
        return Fit(one.code, PERHAPS, "by_definition", found.because, found.episode)
    return found


def _by_state(timeline: Timeline, one: Class, of: Definition, day: date) -> Fit:
    found = standings(timeline, one.states, day, of.reach)
    held = [standing for standing in found if _accused_of(standing.episode, one)]
    if not held:
        return _nothing(one.code)
    if held[0].answer == NOT:
        best = max(held, key=lambda standing: standing.episode.confirmed or date.min)
    else:
        best = held[0]
    return Fit(one.code, best.answer, best.why, best.because, best.episode)


def possible_acts(acts: Sequence[ActMark], one: Class, day: date) -> list[ActMark]:
    """The acts that the class asks for and that may have been by the day."""
    asked = [act for act in acts if act.act in one.acts and articles_fit(act.articles, one.articles)]
    return [act for act in asked if _perhaps_within(act, one.since, _last_asked(one, day))]


def _last_asked(one: Class, day: date) -> date:
    return min(day, one.until) if one.until else day


def _by_acts(timeline: Timeline, one: Class, day: date) -> Fit:
    possible, last = possible_acts(timeline.acts, one, day), _last_asked(one, day)
    sure = [act for act in possible if act.sure and _surely_within(act, one.since, last)]
    because = tuple(act.claim_id for act in possible)
    if separate(sure) >= one.times:
        return Fit(one.code, SURELY, "holds", because)
    if distinct(possible) >= one.times:
        return Fit(one.code, PERHAPS, "date_vague" if len(sure) < len(possible) else "times_unclear", because)
    return Fit(one.code, NOT, "no_claim", because)


def acts_counted(acts: Sequence[ActMark], asked: Sequence[Class], day: date) -> tuple[int, int]:
    """How many acts of these classes there were by the day against one person, at least and at most."""
    low = high = 0
    for one in asked:
        possible, last = possible_acts(acts, one, day), _last_asked(one, day)
        low += separate([act for act in possible if act.sure and _surely_within(act, one.since, last)])
        high += distinct(possible)
    return low, high


def separate(acts: Sequence[ActMark]) -> int:
    """How many of the acts are surely different ones: the most whose days exclude each other."""
    count, busy_until = 0, date.min
    for act in sorted(acts, key=lambda act: (act.days.last or date.max, act.claim_id)):
        first = act.days.first or date.min
        if count == 0 or first > busy_until:
            count, busy_until = count + 1, act.days.last or date.max
    return count


def distinct(acts: Sequence[ActMark]) -> int:
    """How many different acts these may be at most: claims of one day, and reprints, are one."""
    return len({(act.days.first, act.days.last) for act in acts})


def _perhaps_within(act: ActMark, since: date | None, until: date) -> bool:
    first, last = act.days.first, act.days.last
    return (first is None or first <= until) and (since is None or last is None or last >= since)


def _surely_within(act: ActMark, since: date | None, until: date) -> bool:
    first, last = act.days.first, act.days.last
    return last is not None and last <= until and (since is None or (first is not None and first >= since))


def _accused_of(episode: Episode, one: Class) -> bool:
    if one.offences and not one.offences.intersection(episode.offences):
        return False
    return articles_fit(episode.articles, one.articles)


def articles_fit(articles: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether one of the articles is wanted; ``KZ-CC 405`` takes every part of it."""
    if not wanted:
        return True
    return any(one == want or one.startswith(f"{want}(") for one in articles for want in wanted)
