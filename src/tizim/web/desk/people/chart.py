"""A life as bars: lanes of custody, restraints, proceedings, bans and after-effects, drawn without a script.

What is certain is filled, what is vague or not confirmed is pale with a broken edge; bars of one lane that
overlap stand below one another, so that contradictions are seen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tizim.timelines import NOT, SURELY, Episode, Timeline, standing
from tizim.web.desk.people.facets import group_of, is_held
from tizim.web.desk.templatetags.desk import label

WIDTH, LEFT, RIGHT = 960, 138, 14
TOP, ROW, BAR, BETWEEN = 26, 36, 14, 8
_LETTER, _LEAST = 6.6, 4
_ARROW = 14
_AHEAD = timedelta(days=3 * 365)
LANES = (
    ("custody", _("Custody")),
    ("restraint", _("Restraint, penalty")),
    ("proceedings", _("Proceedings")),
    ("ban", _("Bans")),
    ("after", _("After-effects")),
    ("end", _("Outcome")),
)
_BANS = frozenset(("banned_from_activity", "travel_banned"))


@dataclass(frozen=True, slots=True)
class Bar:
    """One state drawn: certain from ``x`` for ``width``, pale at ``pales``; all as attributes take them."""

    episode: Episode
    word: str
    text_x: str
    anchor: str
    text_y: str
    y: str
    mark_y: str
    x: str
    width: str
    pales: Sequence[tuple[str, str]]
    ends: Sequence[str]
    contested: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """Bars of one kind, in rows that do not overlap."""

    code: str
    title: str | Promise
    y: str
    text_y: str
    height: str
    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing: its height, lanes, years, and the line of the day asked about."""

    height: str
    bottom: str
    foot: str
    lanes: Sequence[Lane]
    years: Sequence[tuple[str, int]]
    day_x: str
    day_anchor: str


def chart(line: Timeline, day: date) -> Chart | None:
    """The bars of a timeline; nothing to draw if it has no states."""
    if not line.episodes:
        return None
    scale = _Scale.of(line.episodes, day)
    contested = {claim for one in line.contradictions for claim in one.claim_ids}
    lanes: list[Lane] = []
    y = float(TOP)
    for code, title in LANES:
        episodes = [one for one in line.episodes if lane_of(one.state) == code]
        if episodes:
            bars, height = _bars(episodes, scale, y, contested)
            lanes.append(Lane(code, title, _px(y), _px(y + 16), _px(height), bars))
            y += height + BETWEEN
    x = scale.x(day)
    return Chart(
        _px(y + 22), _px(y), _px(y + 16), lanes, scale.years(), _px(x), "end" if x > WIDTH - 160 else "start"
    )


def lane_of(state: str) -> str:
    """The lane in which a state is drawn."""
    if is_held(state):
        return "custody"
    if state in _BANS:
        return "ban"
    return {"proceedings": "proceedings", "after_effect": "after", "end": "end"}.get(
        group_of(state), "restraint"
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date
    day: date

    @classmethod
    def of(cls, episodes: Iterable[Episode], day: date) -> "_Scale":
        """From the first day told of to the last, the day asked about between them, with a margin."""
        days = [day, *(one for episode in episodes for one in _days(episode, day))]
        first, last = min(days), max(days)
        margin = timedelta(days=max(20, (last - first).days // 25))
        return cls(_moved(first, -margin), _moved(last, margin), day)

    def x(self, on: date) -> float:
        """Where a day stands."""
        held = min(max(on, self.first), self.last)
        return LEFT + (WIDTH - LEFT - RIGHT) * (held - self.first).days / (self.last - self.first).days

    def years(self) -> list[tuple[str, int]]:
        """Where years begin; every second or fifth of them where there are many."""
        step = max(1, (self.last.year - self.first.year) // 12)
        years = range(self.first.year + 1, self.last.year + 1, step)
        return [(_px(self.x(date(year, 1, 1))), year) for year in years]


def _days(episode: Episode, day: date) -> list[date]:
    end = episode.end
    told = (episode.begin.first, episode.begin.last, episode.confirmed, end and end.first, end and end.last)
    ahead = () if end else episode.expected_ends
    return [one for one in told if one] + [min(one, _moved(day, _AHEAD)) for one in ahead]


def _moved(day: date, by: timedelta) -> date:
    return date.fromordinal(min(max(day.toordinal() + by.days, 1), date.max.toordinal()))


def _spans(episode: Episode, scale: _Scale) -> tuple[date, date, date, date]:
    """The first possible day, the certain span, the last possible day."""
    begin, end = episode.begin, episode.end
    sure = begin.last or begin.first or episode.confirmed or scale.first
    first = begin.first or sure
    if end:
        until = end.first or episode.confirmed or sure
        last = end.last or scale.day
    else:
        until, last = _open_end(episode, sure, scale)
    until = max(sure, until)
    return first, sure, until, max(last, until)


def _open_end(episode: Episode, sure: date, scale: _Scale) -> tuple[date, date]:
    """How far a state without a reported end is certain, and how far it may have gone on."""
    confirmed = episode.confirmed or sure
    answer = standing(episode, scale.day).answer
    if answer == SURELY:
        until = max(scale.day, confirmed)
        return until, until
    if answer != NOT:
        return confirmed, scale.day
    return confirmed, max(episode.expected_ends, default=confirmed)


def _bars(
    episodes: Sequence[Episode], scale: _Scale, y: float, contested: set[str]
) -> tuple[list[Bar], float]:
    """The bars of a lane, each in the first row where there is room, and the lane's height."""
    taken: list[float] = []
    bars = []
    for one in sorted(episodes, key=lambda each: _spans(each, scale)):
        left, right = _room(one, scale)
        row = next((at for at, until in enumerate(taken) if until < left), len(taken))
        taken[row : row + 1] = [right]
        bars.append(_bar(one, scale, y + row * ROW, contested))
    return bars, len(taken) * float(ROW)


def _room(episode: Episode, scale: _Scale) -> tuple[float, float]:
    """From where to where the bar and its word reach."""
    first, _, _, last = _spans(episode, scale)
    left, right = scale.x(first) - (0 if episode.begin.first else _ARROW), scale.x(last)
    long = _LETTER * len(_word(episode, contested=True))
    if left + long > WIDTH - RIGHT:
        return min(left, max(right, left) - long), right + 6
    return left, max(right, left + long) + 6


def _bar(episode: Episode, scale: _Scale, y: float, contested: set[str]) -> Bar:
    days = _spans(episode, scale)
    first, sure, until, last = map(scale.x, days)
    word = _word(episode, contested=not contested.isdisjoint((*episode.because, *episode.ended_by)))
    at_end = first + _LETTER * len(word) > WIDTH - RIGHT
    return Bar(
        episode=episode,
        word=word,
        text_x=_px(max(last, first + _LEAST) if at_end else first),
        anchor="end" if at_end else "start",
        text_y=_px(y + 12),
        y=_px(y + 16),
        mark_y=_px(y + 28),
        x=_px(sure),
        width=_px(max(_LEAST, until - sure)),
        pales=_pales(episode, (first, sure, until, last)),
        ends=[] if episode.end else [_px(scale.x(one)) for one in episode.expected_ends if one <= scale.last],
        contested=not contested.isdisjoint((*episode.because, *episode.ended_by)),
    )


def _pales(episode: Episode, xs: tuple[float, float, float, float]) -> list[tuple[str, str]]:
    """Where the state may have held before its certain span, and after it."""
    first, sure, until, last = xs
    before = (sure - _ARROW, _ARROW) if episode.begin.first is None else (first, sure - first)
    return [(_px(x), _px(width)) for x, width in (before, (until, last - until)) if width >= 1]


def _word(episode: Episode, *, contested: bool) -> str:
    return f"{label(episode.state, 'states')}{' (!)' if contested else ''}"


def _px(value: float) -> str:
    return f"{value:.1f}"
