"""Lives as they are kept: columns of numbers and texts, read only for those whom a question touches.

Claims stand by their place among the person's claims.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import orjson

from tizim.identity import Change, Person
from tizim.timelines.chronicle import Life, Lives
from tizim.timelines.episode import ActMark, Contradiction, Episode, Timeline
from tizim.timelines.ordinals import day_of, days_of, number_of, numbers_of
from tizim.timelines.steps import Steps

Row = Sequence[Any]
_AT_HAND = 2_000
"""So many lives at most stay unpacked."""
_EPISODES, _ACTS, _CONTRADICTIONS, _UNDATED = range(4)
_MENTIONS, _CLAIMS, _LINE = 2, 3, 4


class Leaf:
    """One life as it is kept, and what must be known to leave it unread.

    ``spans`` has for each episode its state, the day before which it has not begun, and the day on which it
    is surely over; ``acts`` are the acts told of. ``beside`` is for what others find out about the life as it
    is; it goes with it.
    """

    __slots__ = ("acts", "beside", "spans", "text")

    def __init__(self, text: bytes | memoryview, spans: Iterable[Row], acts: Collection[str]) -> None:
        self.text = text
        self.spans = spans
        self.acts = acts
        self.beside: dict[object, Any] = {}

    @classmethod
    def of(cls, row: Row) -> "Leaf":
        """The leaf on which these columns stand."""
        line = row[_LINE]
        spans = [(one[0], one[1], one[3][1] if one[3] else None) for one in line[_EPISODES]]
        return cls(orjson.dumps(row), spans, sorted({act[1] for act in line[_ACTS]}))

    @property
    def row(self) -> Row:
        """The columns: name, names, mentions, claims, timeline; read each time, since all take much room."""
        return self.read()

    def read(self) -> Row:
        """The same as ``row``."""
        found: Row = orjson.loads(self.text)
        return found

    @property
    def mention_ids(self) -> Sequence[str]:
        """The mentions of the person."""
        found: Sequence[str] = self.read()[_MENTIONS]
        return found

    @property
    def sorted_by(self) -> str:
        """The name by which the life stands in lists; it stays at hand."""
        found: str | None = self.beside.get("name")
        if found is None:
            found = self.beside["name"] = str(self.row[0]).casefold()
        return found

    def tells_of(self, states: Collection[str], acts: Collection[str]) -> bool:
        """Whether there is one of the acts or of the states at all."""
        return any(one in acts for one in self.acts) or any(state in states for state, *_ in self.spans)

    def may_hold(
        self,
        states: Collection[str],
        on: int,
        from_on: Callable[[int], None],
        until: Callable[[int], None],
    ) -> bool:
        """Whether one of the states may hold on the day; if none, it is told from when and until when."""
        for state, first, over in self.spans:
            if state in states:
                if _may_hold(first, over, on):
                    return True
                if first and first > on:
                    until(first - 1)
                else:
                    from_on(over)
        return False

    def touches(self, states: Collection[str], acts: Collection[str], on: int) -> bool:
        """Whether there is one of the acts, or one of the states that may hold on the day."""
        if acts and any(one in acts for one in self.acts):
            return True
        return any(state in states and _may_hold(first, over, on) for state, first, over in self.spans)


class KeptLives(Lives):
    """Lives that become objects when they are asked for."""

    def __init__(self, leaves: dict[str, Leaf], steps: Steps | None = None) -> None:
        self._leaves = leaves
        self._steps = steps or Steps()
        self._lives: dict[str, Life] = {}

    @classmethod
    def of(cls, lives: Lives) -> "KeptLives":
        """These lives as they are kept."""
        if isinstance(lives, KeptLives):
            return lives
        return cls({life.person.id: _leaf(life.person, life.timeline) for life in lives.values()})

    def __getitem__(self, person_id: str) -> Life:
        """The life of that person."""
        found = self._lives.get(person_id)
        if found is None:
            if len(self._lives) >= _AT_HAND:
                self._lives = {}
            found = self._lives[person_id] = _life(person_id, *_columns(self._leaves[person_id]))
        return found

    def __iter__(self) -> Iterator[str]:
        """The ids of all persons."""
        return iter(self._leaves)

    def __contains__(self, person_id: object) -> bool:
        """Whether there is such a person."""
        return person_id in self._leaves

    def __len__(self) -> int:
        """How many persons there are."""
        return len(self._leaves)

    def touching(self, states: Collection[str], acts: Collection[str], day: date) -> Iterator[Life]:
        """See ``Lives``."""
        on = day.toordinal()
        for one, leaf in self._leaves.items():
            if leaf.touches(states, acts, on):
                row, line = _columns(leaf)
                yield _life(one, row, _narrowed(line, states, acts, on))

    def versions(self) -> Iterator[tuple[str, int]]:
        """See ``Lives``."""
        return ((one, hash(leaf.text)) for one, leaf in self._leaves.items())

    def mention_ids(self, person_id: str) -> Sequence[str]:
        """See ``Lives``."""
        return self._leaves[person_id].mention_ids

    def passing(self, person_ids: Iterable[str]) -> Iterator[Life]:
        """See ``Lives``."""
        for one in person_ids:
            row = orjson.loads(self._leaves[one].text)
            yield _life(one, row, row[_LINE])

    @property
    def leaves(self) -> Mapping[str, Leaf]:
        """Each life as it is kept."""
        return self._leaves

    def brought_up(self, persons: Sequence[Person], fold: Callable[[Person], Timeline]) -> Lives:
        """See ``Lives``."""
        return KeptLives({one.id: self._still(one) or _leaf(one, fold(one)) for one in persons})

    def with_change(self, change: Change, fold: Callable[[Person], Timeline]) -> "KeptLives":
        """These lives without those who are no more as they were, and with those who were not as they are.

        These stand at the end. It is supposed only: see ``followed_by``.
        """
        return KeptLives(self._changed(change, fold))

    def followed_by(
        self, change: Change, fold: Callable[[Person], Timeline], again: Sequence[Person] = ()
    ) -> "KeptLives":
        """The same as what comes next, so that ``changed_since`` knows what lies between.

        Those to be told ``again`` are folded though their claims are the same.
        """
        touched = {one.id for one in (*change.new, *change.gone, *again)}
        if not touched:
            return self
        return KeptLives(self._changed(change, fold, again), self._steps.next(touched))

    def _changed(
        self, change: Change, fold: Callable[[Person], Timeline], again: Sequence[Person] = ()
    ) -> dict[str, Leaf]:
        anew = {one.id: _leaf(one, fold(one)) for one in again}
        new = {one.id: self._still(one) or _leaf(one, fold(one)) for one in change.new if one.id not in anew}
        leaves = self._leaves.copy()
        for one in change.gone:
            leaves.pop(one.id, None)
        return leaves | new | anew

    def in_order(self, place: Callable[[Sequence[str]], int]) -> "KeptLives":
        """The same lives by the places of their mentions."""
        first = {one: place(leaf.row[_MENTIONS]) for one, leaf in self._leaves.items()}
        ordered = {one: self._leaves[one] for one in sorted(first, key=first.__getitem__)}
        return KeptLives(ordered, self._steps)

    def changed_since(self, earlier: Lives) -> frozenset[str] | None:
        """See ``Lives``."""
        return self._steps.since(earlier._steps) if isinstance(earlier, KeptLives) else None

    def _still(self, person: Person) -> Leaf | None:
        before = self._leaves.get(person.id)
        if before is None or tuple(before.row[_CLAIMS]) != person.claim_ids:
            return None
        return Leaf.of([*_told_of(person), before.row[_LINE]])

    def roots(self, person_id: str) -> dict[str, str]:
        """See ``Lives``."""
        row, line = _columns(self._leaves[person_id])
        return {row[_CLAIMS][act[0]]: act[-1] for act in line[_ACTS]}


def _columns(leaf: Leaf) -> tuple[Row, Row]:
    row = leaf.read()
    return row, row[_LINE]


def _narrowed(line: Row, states: Collection[str], acts: Collection[str], on: int) -> Row:
    """The columns of one timeline without what a question leaves aside."""
    return [
        [
            one
            for one in line[_EPISODES]
            if one[0] in states and _may_hold(one[1], one[3][1] if one[3] else None, on)
        ],
        [one for one in line[_ACTS] if one[1] in acts] if acts else (),
        (),
        (),
    ]


def _may_hold(first: int | None, over: int | None, on: int) -> bool:
    """Whether an episode has perhaps begun by the day and is not surely over."""
    return not (first and first > on) and not (over and over <= on)


def _told_of(person: Person) -> Row:
    return [person.name, person.names, person.mention_ids, person.claim_ids]


def _leaf(person: Person, line: Timeline) -> Leaf:
    return Leaf.of([*_told_of(person), _timeline(line, person.claim_ids)])


def _life(person_id: str, row: Row, line: Row) -> Life:
    name, names, mentions, claims, _ = row
    person = Person(person_id, name, tuple(names), tuple(mentions), tuple(claims))
    return Life(person, _to_timeline(line, person.claim_ids))


def _timeline(line: Timeline, claims: Sequence[str]) -> Row:
    place = {claim: at for at, claim in enumerate(claims)}
    return [
        [_episode(one, place) for one in line.episodes],
        [
            [place[act.claim_id], act.act, *numbers_of(act.days), act.sure, act.articles, act.root]
            for act in line.acts
        ],
        [[one.kind, [place[claim] for claim in one.claim_ids]] for one in line.contradictions],
        [place[claim] for claim in line.undated],
    ]


def _to_timeline(raw: Row, claims: Sequence[str]) -> Timeline:
    acts = raw[_ACTS]
    return Timeline(
        tuple([_to_episode(one, claims) for one in raw[_EPISODES]]),
        tuple(
            [
                ActMark(claims[at], act, days_of(first, last), sure, tuple(articles), root)
                for at, act, first, last, sure, articles, root in acts
            ]
        ),
        tuple([Contradiction(kind, _claims(places, claims)) for kind, places in raw[_CONTRADICTIONS]]),
        _claims(raw[_UNDATED], claims),
        tuple([claims[act[0]] for act in acts]),
    )


def _episode(one: Episode, place: Mapping[str, int]) -> Row:
    return [
        one.state,
        *numbers_of(one.begin),
        numbers_of(one.end) if one.end else None,
        number_of(one.reported),
        number_of(one.confirmed),
        [number_of(day) for day in one.expected_ends],
        one.sure,
        [place[claim] for claim in one.because],
        [place[claim] for claim in one.ended_by],
        one.ended_as,
        one.articles,
        one.offences,
        one.place,
        one.outcome,
        one.undated,
        number_of(one.over_by),
        [place[claim] for claim in one.may_end],
        [number_of(day) for day in one.counts_from],
    ]


def _to_episode(raw: Row, claims: Sequence[str]) -> Episode:
    state, first, last, over, reported, confirmed, ends, sure, because, ended_by, ended_as, *rest = raw
    articles, offences, place, outcome, undated, over_by, may_end, counts_from = rest
    return Episode(
        state,
        days_of(first, last),
        days_of(*over) if over else None,
        day_of(reported),
        day_of(confirmed),
        tuple([date.fromordinal(day) for day in ends]),
        sure,
        _claims(because, claims),
        _claims(ended_by, claims),
        ended_as,
        tuple(articles),
        tuple(offences),
        place,
        outcome,
        undated,
        day_of(over_by),
        _claims(may_end, claims),
        tuple([date.fromordinal(day) for day in counts_from]),
    )


def _claims(places: Sequence[int], claims: Sequence[str]) -> tuple[str, ...]:
    return tuple([claims[at] for at in places])
