"""A count that goes on: what was found of a life or a group in doubt is not sought again while that stays.

Of each it is known between which days it holds, so another day asks only about those of whom something else
holds then. The answers are those of ``tally``.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tizim.tallies.definition import Definition
from tizim.tallies.fitting import Fit, acts_counted, answer_in, fits, placed, whole
from tizim.tallies.knot import Seen
from tizim.tallies.members import Standing
from tizim.tallies.readings import bounds_of
from tizim.tallies.spans import Spans
from tizim.tallies.watch import LATEST, Watch
from tizim.timelines import NOT, SURELY, Chronicle, InDoubt, KeptLives, Leaf, Life

_DAYS, _SOUGHT = 64, 9
"""So many days are held; groups of so many people at most are looked at for all days ahead."""
_UNKNOWN: Any = object()
_Sums = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Day:
    """Who stands in the count on a day, and the sums of those alone and of the groups in doubt."""

    told: Chronicle
    members: dict[str, Standing]
    doubted: frozenset[str]
    sums: _Sums


class Lasting:
    """One definition, counted on whatever days are asked for, of lives as they are kept.

    Where the definition asks what people decided, what is found goes with the ``Lasting``, since it does not
    depend on lives alone; ``among`` are then all on whom anything was decided, so that others need no look.
    ``between`` is called after each whom it looks at, so that others get their turn.
    """

    def __init__(
        self,
        of: Definition,
        among: Collection[str] | None = None,
        between: Callable[[], None] = lambda: None,
    ) -> None:
        self.of, self._among = of, None if among is None else frozenset(among)
        self._between = between
        self._decisions = of.decisions()
        self._own: dict[int, tuple[object, Spans[Any]]] = {}
        self.codes: tuple[str | None, ...] = (None, *(one.code for one in of.classes))
        self._states = frozenset(state for one in of.classes for state in one.states)
        self._acts = frozenset(act for one in of.classes for act in one.acts)
        self._nobody: _Sums = ((0, 0),) * len(self.codes)
        self._never: Spans[Standing | None] = Spans.always(None)
        self._same: dict[Any, Any] = {}
        self._days: OrderedDict[int, Day] = OrderedDict()

    def on(self, told: Chronicle, day: date) -> Day:
        """Who stands in the count on the day."""
        number = day.toordinal()
        before = self._days.get(number)
        if before is not None and before.told is told:
            return before
        found = self.turned(before, told, day) if before else None
        found = found or self._begun(told, number)
        self._days[number] = found
        self._days.move_to_end(number)
        while len(self._days) > _DAYS:
            self._days.popitem(last=False)
        return found

    def turned(
        self, before: Day, told: Chronicle, day: date, touched: frozenset[str] | None = None
    ) -> Day | None:
        """The same day as it is told now; None where it is not known who is told otherwise (``touched``)."""
        lives, number = _kept(told), day.toordinal()
        touched = lives.changed_since(before.told.lives) if touched is None else touched
        if touched is None:
            return None
        gone, new = _between(before.told.doubts, told.doubts)
        doubted = before.doubted
        if gone or new:
            doubted = doubted.difference(_people(gone)).union(_people(new))
        members, sums = before.members.copy(), _Sum(before.sums)
        for one in touched.union(_people(gone), _people(new)):
            was = members.pop(one, None)
            found = self._standing(lives, one, number) if one in lives else None
            if found:
                members[one] = found
            sums.add(was.bounds if was and one not in before.doubted else (), -1)
            sums.add(found.bounds if found and one not in doubted else ())
        for group in gone:
            sums.add(self._group(_kept(before.told), group, number), -1)
        for group in new:
            sums.add(self._group(lives, group, number))
        return Day(told, members, doubted, sums.found)

    def leaves(self, told: Chronicle) -> Mapping[str, Leaf]:
        """The lives as they are kept."""
        return _kept(told).leaves

    def fits(self, life: Life, day: date) -> tuple[Fit, ...]:
        """How a life fits the classes on the day."""
        return fits(life.timeline, self.of, day, life.person.mention_ids)

    def seek(self, told: Chronicle) -> Iterator[None]:
        """Finds out what holds of everybody on all days, step by step; may be left at any.

        So it does of groups in doubt, but of the largest: they are other ones on too many days.
        """
        lives = _kept(told)
        for one, leaf in self._asked(lives).items():
            while (day := (self._known(leaf) or _NOTHING).gap()) is not None:
                self._standing(lives, one, day)
                yield
        for group in (one for one in told.doubts if len(one.person_ids) <= _SOUGHT):
            while (day := (self._known(group) or _NOTHING).gap()) is not None:
                self._group(lives, group, day)
                yield

    def _asked(self, lives: KeptLives) -> Mapping[str, Leaf]:
        """The leaves of everybody who may be counted."""
        if self._among is None:
            return lives.leaves
        return {one: lives.leaves[one] for one in self._among if one in lives.leaves}

    def _known(self, of: Leaf | InDoubt) -> Spans[Any] | None:
        """What is known of a life or a group."""
        if self._decisions is None:
            return of.beside.get(self)
        found = self._own.get(id(of))
        return found[1] if found else None

    def _keep(self, of: Leaf | InDoubt, spans: Spans[Any]) -> None:
        if self._decisions is None:
            of.beside[self] = spans
        else:
            self._own[id(of)] = (of, spans)

    def _begun(self, told: Chronicle, day: int) -> Day:
        """The day of everybody."""
        lives, members = _kept(told), {}
        doubted = frozenset(_people(told.doubts))
        sums = _Sum(((0, 0),) * len(self.codes))
        for one, leaf in self._asked(lives).items():
            spans = self._known(leaf)
            found = _UNKNOWN if spans is None else spans.at(day, _UNKNOWN)
            if found is _UNKNOWN:
                found = self._standing(lives, one, day)
                self._between()
            if found is not None:
                members[one] = found
                if one not in doubted:
                    sums.add(found.bounds)
        for group in told.doubts:
            sums.add(self._group(lives, group, day))
            self._between()
        return Day(told, members, doubted, sums.found)

    def _standing(self, lives: KeptLives, one: str, day: int) -> Standing | None:
        """How one stands on the day; None is not at all."""
        leaf = lives.leaves[one]
        spans: Spans[Standing | None] | None = self._known(leaf)
        if spans is None and not (leaf.tells_of(self._states, self._acts) and self._is_decided(lives, one)):
            self._keep(leaf, self._never)
            return None
        spans = _NOTHING if spans is None else spans
        found = spans.at(day, _UNKNOWN)
        if found is _UNKNOWN:
            watch = Watch.on(day)
            found = self._stands(leaf, lives, one, watch)
            self._keep(leaf, spans.more(watch.first, watch.last, found))
        return found

    def _is_decided(self, lives: KeptLives, one: str) -> bool:
        """Whether anything was decided on the person that the definition asks for, if it does."""
        if self._decisions is None:
            return True
        if self._among is not None:
            return one in self._among
        return self._decisions.touches(lives.mention_ids(one))

    def _stands(self, leaf: Leaf, lives: KeptLives, one: str, day: Watch) -> Standing | None:
        if not self._acts and not leaf.may_hold(self._states, day.number, day.from_on, day.until):
            return None
        life = lives[one]
        found = self.fits(life, day)
        fit = placed(found)
        if fit is None:
            return None
        place = next(at for at, each in enumerate(found) if each.code == fit.code)
        bounds = self._alone(life, found, day)
        bounds = self._same.setdefault(bounds, bounds)
        articles = fit.episode.articles if fit.episode else ()
        made = Standing(place, whole(found) == SURELY, fit.why, _last_told(fit), bounds, articles)
        same: Standing = self._same.setdefault(made, made)
        return same

    def _alone(self, life: Life, found: tuple[Fit, ...], day: date) -> _Sums:
        """As how many one person counts, for all and for each class."""
        if self.of.counting_unit == "act":
            asked = [[one for one in self.of.classes if code in (None, one.code)] for code in self.codes]
            return tuple(acts_counted(life.timeline.acts, each, day) for each in asked)
        answers = [whole(found) if code is None else answer_in(code, found) for code in self.codes]
        return tuple((int(one == SURELY), int(one != NOT)) for one in answers)

    def _group(self, lives: KeptLives, group: InDoubt, day: int) -> _Sums:
        """The bounds of one group on the day; none where decisions are asked for and there are none."""
        if self._among is not None and self._among.isdisjoint(group.person_ids):
            return self._nobody
        spans: Spans[_Sums] = self._known(group) or _NOTHING
        found = spans.at(day, _UNKNOWN)
        if found is _UNKNOWN:
            watch = Watch.on(day)
            bounds = bounds_of(group, self.of, watch, self._seen(lives, group, watch), self.codes)
            found = tuple((one.at_least, one.at_most) for one in bounds)
            found = self._same.setdefault(found, found)
            self._keep(group, spans.more(watch.first, watch.last, found))
        return found

    def _seen(self, lives: KeptLives, group: InDoubt, day: date) -> dict[str, Seen]:
        """What the definition sees of those in the group of whom it is told anything that it asks for."""
        found: dict[str, Seen] = {}
        decided = self._decided_in(lives, group)
        if self._decisions and not decided:
            return found
        for one in group.person_ids:
            if one in decided or lives.leaves[one].tells_of(self._states, self._acts):
                life = lives[one]
                acts = tuple(act for act in life.timeline.acts if act.act in self._acts)
                mentions = life.person.mention_ids if one in decided else ()
                found[one] = Seen(acts, self.fits(life, day), mentions)
        return found

    def _decided_in(self, lives: KeptLives, group: InDoubt) -> frozenset[str]:
        """Those of a group on whom people decided what the definition asks for."""
        if self._decisions is None:
            return frozenset()
        return frozenset(one for one in group.person_ids if self._is_decided(lives, one))


class _Sum:
    """Bounds added up, for all that is counted and for each class."""

    def __init__(self, sums: _Sums) -> None:
        self._low, self._high = [low for low, _ in sums], [high for _, high in sums]

    def add(self, bounds: _Sums, times: int = 1) -> None:
        for at, (low, high) in enumerate(bounds):
            if high:
                self._low[at] += times * low
                self._high[at] += times * high

    @property
    def found(self) -> _Sums:
        return tuple(zip(self._low, self._high, strict=True))


_NOTHING: Spans[Any] = Spans.none()


def _kept(told: Chronicle) -> KeptLives:
    assert isinstance(told.lives, KeptLives)
    return told.lives


class _Between:
    """The groups in doubt that went from one state to another, and those that came.

    The latest answer is remembered, since every count on every day asks for the same.
    """

    def __init__(self) -> None:
        self._last: tuple[Sequence[InDoubt], Sequence[InDoubt], list[InDoubt], list[InDoubt]] | None = None

    def __call__(
        self, before: Sequence[InDoubt], after: Sequence[InDoubt]
    ) -> tuple[list[InDoubt], list[InDoubt]]:
        last = self._last
        if last is None or last[0] is not before or last[1] is not after:
            last = self._last = before, after, _other(before, after), _other(after, before)
        return last[2], last[3]


_between = _Between()


def _other(some: Iterable[InDoubt], others: Iterable[InDoubt]) -> list[InDoubt]:
    """Those groups that are not among the others as they are."""
    known = {id(one) for one in others}
    return [one for one in some if id(one) not in known]


def _people(groups: Iterable[InDoubt]) -> Iterator[str]:
    return (one for group in groups for one in group.person_ids)


def _last_told(fit: Fit) -> int:
    """The last day for which a source says so, as a number; the latest of all where there is none."""
    episode = fit.episode
    last = (episode.confirmed or episode.reported or episode.begin.last) if episode else None
    return last.toordinal() if last else LATEST
