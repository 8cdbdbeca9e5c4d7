"""The fold: from the marks of one person to episodes, with contradictions kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tizim.timelines.episode import Episode
from tizim.timelines.marks import ENDS, HOLDS, LESSENS, MAY_END, MAY_OPEN, OPENS, Mark, is_held, is_sentence
from tizim.timelines.rules import rule
from tizim.vocab import Days, Duration, duration, table

_FAR = date.max


def episodes_of(marks: Iterable[Mark]) -> tuple[Episode, ...]:
    """The episodes that the marks of one person make, in the order of their beginnings.

    What is told without a day settles nothing: it may have ended what no later source says still held, and
    opened a state by the day of its document, unless that is told to be over.
    """
    told = list(marks)
    without_a_day = sorted((mark for mark in told if mark.what == MAY_END), key=_order)
    fold = _Fold([], set(), [mark.days for mark in told if mark.what == LESSENS])
    for mark in _in_order(_coalesced(mark for mark in told if mark.what != MAY_END)):
        if mark.what == ENDS:
            fold.end(mark)
        elif mark.what in (OPENS, HOLDS):
            fold.place(mark)
        elif mark.what == MAY_OPEN and not any(_is_over_by(one, mark) for one in without_a_day):
            fold.place_perhaps(mark)
    return tuple(sorted((_doubted(one, without_a_day) for one in fold.episodes), key=_beginning))


@dataclass(slots=True)
class _Fold:
    """The episodes so far; each mark confirms one, opens one, or ends some.

    ``over`` are the states that were ended, those of custody since the person was last taken;
    ``lessened`` the days on which a penalty was made milder.
    """

    episodes: list[Episode]
    over: set[str]
    lessened: list[Days]

    def place(self, mark: Mark) -> None:
        """A state opened or reported: joins the running episode of that state or begins one."""
        at = self._running(mark)
        if at is None:
            self._open(mark)
        else:
            milder = mark.what == OPENS and any(_common(days, mark.days) for days in self.lessened)
            self.episodes[at] = _confirmed(self.episodes[at], mark, milder=milder)
        self._replace(mark)

    def place_perhaps(self, mark: Mark) -> None:
        """A state opened on no day told: perhaps, unless it is told with a day, or was over by then."""
        if not self.over.isdisjoint((mark.state, "all")):
            return
        if all(one.state != mark.state for one in self.episodes):
            self.episodes.append(_perhaps(mark))

    def end(self, mark: Mark) -> None:
        """An ending closes every running episode that it ends and that may have begun before."""
        self.over.update(mark.ends)
        for at, episode in enumerate(self.episodes):
            if _is_ended_by(episode, mark):
                self.episodes[at] = _ended(episode, mark)

    def _running(self, mark: Mark) -> int | None:
        """The latest episode of the mark's state that may still have been going on then."""
        for at in range(len(self.episodes) - 1, -1, -1):
            episode = self.episodes[at]
            if episode.state == mark.state and not episode.undated and _may_continue(episode, mark):
                return at
        return None

    def _open(self, mark: Mark) -> None:
        ended = [e.end for e in self.episodes if e.state == mark.state and e.end]
        begin = mark.days
        if mark.what == HOLDS:
            begin = Days(max((end.first for end in ended if end.first), default=None), mark.days.last)
        self.episodes.append(_episode(mark, begin, self._custody_began(mark)))

    def _custody_began(self, mark: Mark) -> date | None:
        """The first day of the custody that a sentence follows without a gap."""
        if not rule(mark.state).credits_custody or mark.what != OPENS:
            return None
        began = [
            e.begin.first
            for e in self.episodes
            if e.state in rule(mark.state).replaces and is_held(e.state) and not e.end and e.begin.first
        ]
        return min(began, default=None)

    def _replace(self, mark: Mark) -> None:
        replaced = rule(mark.state).replaces
        if is_held(mark.state):
            self.over = {one for one in self.over if one == "all" or not is_held(one)}
        self.over.update(replaced)
        for at, episode in enumerate(self.episodes):
            if episode.state in replaced and episode.end is None and _starts_before(episode, mark):
                self.episodes[at] = _ended(episode, mark)


def _coalesced(marks: Iterable[Mark]) -> list[Mark]:
    """Vague and exact openings of one state that can be the same day become one day for both."""
    kept: list[Mark] = []
    openings: dict[str, list[Days]] = {}
    for mark in sorted(marks, key=_width):
        if mark.what == OPENS:
            known = openings.setdefault(mark.state, [])
            match = next((days for days in known if _common(days, mark.days)), None)
            if match:
                mark = mark._replace(days=_common(match, mark.days) or mark.days)
            else:
                known.append(mark.days)
        kept.append(mark)
    return kept


def _width(mark: Mark) -> tuple[int, date, str]:
    first, last = mark.days.first, mark.days.last
    return ((last - first).days if first and last else 10**6, last or _FAR, mark.claim.id)


def _in_order(marks: list[Mark]) -> list[Mark]:
    return sorted(marks, key=_order)


def _order(mark: Mark) -> tuple[date, int, str]:
    """Openings of one day by rank, then endings, then reports."""
    anchor = mark.days.last if mark.what == HOLDS else (mark.days.first or mark.days.last)
    step = {ENDS: 10, HOLDS: 20, MAY_OPEN: 30}.get(mark.what, 0) or rule(mark.state).rank
    return (anchor or _FAR, step, mark.claim.id)


def _beginning(episode: Episode) -> tuple[date, date, str, tuple[str, ...]]:
    return (
        episode.begin.first or episode.begin.last or _FAR,
        episode.begin.last or _FAR,
        episode.state,
        episode.because,
    )


def _common(one: Days, other: Days) -> Days | None:
    """The days that both allow, or nothing."""
    first = max(one.first, other.first) if one.first and other.first else one.first or other.first
    last = min(one.last, other.last) if one.last and other.last else one.last or other.last
    return None if first and last and first > last else Days(first, last)


def _may_continue(episode: Episode, mark: Mark) -> bool:
    if episode.end and (not episode.end.last or not mark.days.last or mark.days.last > episode.end.last):
        return False
    if mark.what == OPENS and _is_short(episode.state):
        return _common(episode.begin, mark.days) is not None
    return not (mark.days.first and _certainly_over(episode, mark.days.first))


def _certainly_over(episode: Episode, day: date) -> bool:
    """Whether the longest time that the state can last had passed before the day."""
    longest = table("states").term(episode.state).attributes.get("lasts_at_most")
    start = episode.confirmed or episode.begin.last
    if not longest or not start or episode.expected_ends:
        return bool(
            episode.expected_ends
            and rule(episode.state).served_after_term
            and max(episode.expected_ends) < day
            and (episode.confirmed or day) < day
        )
    return duration(str(longest)).after(start) < day


def _is_short(state: str) -> bool:
    return state in ("detained", "administrative_arrest")


def _starts_before(episode: Episode, mark: Mark) -> bool:
    """Whether the episode may have been going on when the mark's state began or ended it."""
    begin, first, last = episode.begin.first, mark.days.first, mark.days.last
    if mark.claim.id in episode.because:
        return False
    if mark.what == HOLDS and episode.confirmed and episode.confirmed >= (first or last or _FAR):
        return False
    if episode.confirmed and episode.confirmed > (last or _FAR):
        return False
    return begin is None or last is None or begin <= last


def _doubted(episode: Episode, without_a_day: Iterable[Mark]) -> Episode:
    """The episode with the claims of an end without a day that no later source has outlived."""
    ended = tuple(mark.claim.id for mark in without_a_day if _may_be_ended_by(episode, mark))
    return replace(episode, may_end=tuple(dict.fromkeys(ended))) if ended else episode


def _is_over_by(end: Mark, opening: Mark) -> bool:
    """Whether an end without a day is told of it no earlier than the opening, by another claim."""
    return (
        opening.state in end.ends
        and end.claim.id != opening.claim.id
        and (end.told or _FAR) >= (opening.told or _FAR)
    )


def _may_be_ended_by(episode: Episode, mark: Mark) -> bool:
    if episode.undated or episode.state not in mark.ends or mark.claim.id in episode.because:
        return False
    began, told = episode.begin.first, mark.told or _FAR
    return (began is None or began <= told) and (episode.confirmed is None or episode.confirmed < told)


def _is_ended_by(episode: Episode, mark: Mark) -> bool:
    if episode.end is not None or not _starts_before(episode, mark):
        return False
    return "all" in mark.ends or episode.state in mark.ends


def _ended(episode: Episode, mark: Mark) -> Episode:
    """The episode with its end; a short state, or a served term, was over before a much later mark."""
    natural = _natural_end(episode)
    later = mark.days.first or mark.days.last
    if natural and natural.last and later and later > natural.last:
        return replace(episode, end=natural, ended_as="term_over")
    return replace(
        episode,
        end=Days(_first_end(episode, mark), mark.days.last),
        ended_by=(*episode.ended_by, mark.claim.id),
        ended_as=mark.state or mark.claim.act,
    )


def _first_end(episode: Episode, mark: Mark) -> date | None:
    """The first day on which it may have ended: not before it began, nor before its last report."""
    first = None if mark.what == HOLDS else mark.days.first
    if first is None or (episode.begin.first and first < episode.begin.first):
        first = episode.begin.first
    if episode.confirmed and (first is None or first < episode.confirmed <= (mark.days.last or _FAR)):
        first = episode.confirmed
    return first


def _natural_end(episode: Episode) -> Days | None:
    if episode.expected_ends and rule(episode.state).served_after_term:
        return Days(min(episode.expected_ends), max(episode.expected_ends))
    longest = table("states").term(episode.state).attributes.get("lasts_at_most")
    start = episode.confirmed or episode.begin.last
    if longest and start and not episode.expected_ends:
        return Days(start, duration(str(longest)).after(start))
    return None


def _episode(mark: Mark, begin: Days, credited_from: date | None) -> Episode:
    reported = mark.days.first or mark.days.last
    over = _stated_end(mark)
    return Episode(
        state=mark.state,
        begin=begin,
        end=over,
        reported=reported,
        confirmed=reported,
        expected_ends=_expected(mark, begin, credited_from),
        sure=mark.sure,
        because=(mark.claim.id,),
        ended_by=(mark.claim.id,) if over else (),
        ended_as="stated" if over else None,
        articles=mark.claim.articles,
        offences=_offences(mark),
        place=mark.claim.place,
        outcome=mark.claim.outcome,
        counts_from=_counts_from(begin, credited_from) if is_sentence(mark.state) else (),
    )


def _counts_from(begin: Days, credited_from: date | None) -> tuple[date, ...]:
    return tuple(sorted({day for day in (begin.first, begin.last, credited_from) if day}))


def _perhaps(mark: Mark) -> Episode:
    """What a claim without a day may have opened; its term began by the day of its document."""
    known = _episode(mark, mark.days, None)
    over_by = max(known.expected_ends, default=None)
    return replace(known, undated=True, confirmed=None, expected_ends=(), over_by=over_by)


def _offences(mark: Mark) -> tuple[str, ...]:
    return (mark.claim.offence,) if mark.claim.offence else ()


def _stated_end(mark: Mark) -> Days | None:
    """The end that the claim states, if it lay in the past when the document spoke."""
    if not mark.until or not mark.until.last or not mark.told or mark.until.last > mark.told:
        return None
    return mark.until


def _expected(mark: Mark, begin: Days, credited_from: date | None) -> tuple[date, ...]:
    until = mark.until
    if until and until.last:
        return tuple(sorted({until.first or until.last, until.last}))
    terms = [term for term in (mark.term, mark.longest) if term] or _usual_terms(mark.state)
    starts = _counts_from(begin, credited_from)
    if mark.what == HOLDS or not terms:
        return ()
    return _hull(term.after(start) for term in terms for start in starts)


def _hull(days: Iterable[date]) -> tuple[date, ...]:
    distinct = sorted(set(days))
    return (distinct[0], distinct[-1]) if len(distinct) > 1 else tuple(distinct)


def _usual_terms(state: str) -> list[Duration]:
    return [duration(str(text)) for text in table("states").term(state).attributes.get("may_last", ())]


def _confirmed(episode: Episode, mark: Mark, *, milder: bool) -> Episode:
    """The episode with one more claim behind it; a later order with a term prolongs or shortens it."""
    seen = Days(None, mark.days.last) if mark.what == HOLDS else mark.days
    told = mark.days.first or mark.days.last
    return replace(
        episode,
        begin=_common(episode.begin, seen) or episode.begin,
        confirmed=max((day for day in (episode.confirmed, told) if day), default=None),
        reported=min((day for day in (episode.reported, told) if day), default=None),
        expected_ends=_prolonged(episode, mark, milder=milder),
        sure=episode.sure or mark.sure,
        because=(*episode.because, mark.claim.id),
        articles=tuple(dict.fromkeys((*episode.articles, *mark.claim.articles))),
        offences=tuple(dict.fromkeys((*episode.offences, *_offences(mark)))),
        place=episode.place or mark.claim.place,
        outcome=episode.outcome or mark.claim.outcome,
    )


def _prolonged(episode: Episode, mark: Mark, *, milder: bool) -> tuple[date, ...]:
    """Terms told of one beginning are all candidates; a longer term from a later day takes their place.

    Another term of a sentence counts from its own day or from where the first did. A shorter one is a
    candidate, and the only one if it is told that the penalty was made milder that day.
    """
    ends = _expected(mark, mark.days, None)
    if not ends or not episode.expected_ends:
        return ends or episode.expected_ends
    if _common(episode.begin, mark.days):
        return _hull((*episode.expected_ends, *ends))
    terms = [term for term in (mark.term, mark.longest) if term]
    anew = [term.after(start) for term in terms for start in episode.counts_from]
    if anew and max(anew) < max(episode.expected_ends):
        return _hull(anew if milder else (*anew, *episode.expected_ends))
    return _hull((*ends, *anew)) if max(ends) >= max(episode.expected_ends) else episode.expected_ends
