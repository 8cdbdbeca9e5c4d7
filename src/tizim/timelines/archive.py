"""A chronicle as bytes and back: derived, deletable, kept encrypted beside the entries it came from.

What a question does not touch is not unpacked: the bytes are columns, and a life becomes objects only
when it is asked for. Claims stand by their place among the person's claims.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import orjson

from tizim import __version__
from tizim.identity import Change, Person, Roll, Strays
from tizim.identity import Contradiction as JudgementContradiction
from tizim.ledger import Head
from tizim.timelines.chronicle import Chronicle, GroupMark, Life, Lives
from tizim.timelines.episode import ActMark, Contradiction, Episode, Timeline
from tizim.timelines.in_doubt import InDoubt
from tizim.timelines.marks import Origin
from tizim.timelines.upkeep import Upkeep
from tizim.vocab import Days

# Changed whenever the fold, the rules or this form change: older bytes are then made anew.
FORM = f"chronicle 7, tizim {__version__}"

Row = Sequence[Any]
_EPISODES, _ACTS, _CONTRADICTIONS, _UNDATED = range(4)
_MENTIONS = 2


@dataclass(frozen=True, slots=True)
class Packed:
    """A chronicle, the origins that its timelines rest on, and the head that it was told from."""

    told: Chronicle
    origins: Mapping[str, Origin]
    head: Head


def packed(one: Packed) -> bytes:
    """The chronicle as bytes."""
    told, origins = one.told, one.origins
    return orjson.dumps(
        {
            "head": [one.head.seq, one.head.digest, one.head.recorded_at],
            "basis": told.basis,
            "origins": {name: [origin.root, _day(origin.day)] for name, origin in origins.items()},
            "lives": _rows(told.lives),
            "doubts": [doubt.row for doubt in told.doubts],
            "groups": [_group(group) for group in told.groups],
            "contradictions": [
                [getattr(found, name) for name in JudgementContradiction.__slots__]
                for found in told.contradictions
            ],
            "unreviewed": sorted(told.unreviewed),
            "strays": [
                [one.person_ids, one.bearers, sorted(one.different), one.anybody] for one in told.strays
            ],
        }
    )


def unpacked(payload: bytes) -> Packed:
    """What ``packed`` made."""
    raw = orjson.loads(payload)
    told = Chronicle(
        basis=raw["basis"],
        lives=KeptLives(raw["lives"]),
        doubts=tuple(map(InDoubt.of_row, raw["doubts"])),
        groups=tuple(map(_to_group, raw["groups"])),
        contradictions=tuple(JudgementContradiction(*map(_tuple, one)) for one in raw["contradictions"]),
        unreviewed=frozenset(raw["unreviewed"]),
        strays=tuple(map(_to_strays, raw["strays"])),
    )
    origins = {one: Origin(root, _to_day(day)) for one, (root, day) in raw["origins"].items()}
    return Packed(told, origins, Head(*raw["head"]))


def packed_roll(roll: Roll, upkeep: Upkeep, head: Head) -> bytes:
    """The roll of everybody in a chronicle as bytes, with what stands in the ledger; persons left out."""
    return orjson.dumps([head.digest, roll.row, upkeep.row])


def unpacked_roll(payload: bytes, told: Packed) -> tuple[Roll, Upkeep] | None:
    """What ``packed_roll`` made, with the persons of that chronicle; None where it is that of another."""
    digest, row, kept = orjson.loads(payload)
    if digest != told.head.digest:
        return None
    upkeep = Upkeep.of_row(kept)
    return Roll(row, dict(_rows(told.told.lives)), upkeep.standing()), upkeep


class KeptLives(Lives):
    """Lives that become objects when they are asked for."""

    def __init__(self, raw: Mapping[str, Row]) -> None:
        self._raw = raw

    def __getitem__(self, person_id: str) -> Life:
        """The life of that person."""
        return self._life(person_id, self._raw[person_id][4])

    def __iter__(self) -> Iterator[str]:
        """The ids of all persons."""
        return iter(self._raw)

    def __len__(self) -> int:
        """How many persons there are."""
        return len(self._raw)

    def touching(self, states: Collection[str], acts: Collection[str], day: date) -> Iterator[Life]:
        """See ``Lives``."""
        on = day.toordinal()
        return (
            self._life(one, _narrowed(raw[4], states, acts))
            for one, raw in self._raw.items()
            if _touches(raw[4], states, acts, on)
        )

    @property
    def rows(self) -> Mapping[str, Row]:
        """The columns of each life."""
        return self._raw

    def brought_up(self, persons: Sequence[Person], fold: Callable[[Person], Timeline]) -> Lives:
        """See ``Lives``."""
        return KeptLives({one.id: self._still(one) or _row(one, fold(one)) for one in persons})

    def with_change(
        self, change: Change, fold: Callable[[Person], Timeline], order: Callable[[Sequence[str]], int]
    ) -> "KeptLives":
        """These lives without those who are no more as they were, and with those who were not as they are."""
        rows = {one.id: self._still(one) or _row(one, fold(one)) for one in change.new}
        gone = {one.id for one in change.gone}
        left = {one: row for one, row in self._raw.items() if one not in gone}
        first = {one: order(row[_MENTIONS]) for one, row in (left | rows).items()}
        return KeptLives(
            {one: rows[one] if one in rows else left[one] for one in sorted(first, key=first.__getitem__)}
        )

    def _still(self, person: Person) -> Row | None:
        before = self._raw.get(person.id)
        if before is None or tuple(before[3]) != person.claim_ids:
            return None
        return [person.name, person.names, person.mention_ids, person.claim_ids, before[4]]

    def roots(self, person_id: str) -> dict[str, str]:
        """See ``Lives``."""
        _, _, _, claims, line = self._raw[person_id]
        return {claims[act[0]]: act[-1] for act in line[_ACTS]}

    def _life(self, person_id: str, line: Row) -> Life:
        name, names, mentions, claims, _ = self._raw[person_id]
        person = Person(person_id, name, tuple(names), tuple(mentions), tuple(claims))
        return Life(person, _to_timeline(line, person.claim_ids))


def _narrowed(line: Row, states: Collection[str], acts: Collection[str]) -> Row:
    """The columns of one timeline without what a question leaves aside."""
    episodes = [one for one in line[_EPISODES] if one[0] in states]
    return [episodes, [one for one in line[_ACTS] if one[1] in acts], (), ()]


def _touches(line: Row, states: Collection[str], acts: Collection[str], on: int) -> bool:
    if acts and any(act[1] in acts for act in line[_ACTS]):
        return True
    for state, first, _, over, *_ in line[_EPISODES] if states else ():
        if state in states and not (first and first > on) and not (over and over[1] and over[1] <= on):
            return True
    return False


def _rows(lives: Lives) -> Mapping[str, Row]:
    if isinstance(lives, KeptLives):
        return lives.rows
    return {life.person.id: _row(life.person, life.timeline) for life in lives.values()}


def _row(person: Person, line: Timeline) -> Row:
    columns = _timeline(line, person.claim_ids)
    return [person.name, person.names, person.mention_ids, person.claim_ids, columns]


def _timeline(line: Timeline, claims: Sequence[str]) -> Row:
    place = {claim: at for at, claim in enumerate(claims)}
    return [
        [_episode(one, place) for one in line.episodes],
        [
            [place[act.claim_id], act.act, *_days(act.days), act.sure, act.articles, act.root]
            for act in line.acts
        ],
        [[one.kind, [place[claim] for claim in one.claim_ids]] for one in line.contradictions],
        [place[claim] for claim in line.undated],
    ]


def _to_timeline(raw: Row, claims: Sequence[str]) -> Timeline:
    acts = raw[_ACTS]
    return Timeline(
        tuple(_to_episode(one, claims) for one in raw[_EPISODES]),
        tuple(
            ActMark(claims[at], act, _to_days(first, last), sure, tuple(articles), root)
            for at, act, first, last, sure, articles, root in acts
        ),
        tuple(Contradiction(kind, _claims(places, claims)) for kind, places in raw[_CONTRADICTIONS]),
        _claims(raw[_UNDATED], claims),
        tuple(claims[act[0]] for act in acts),
    )


def _episode(one: Episode, place: Mapping[str, int]) -> Row:
    return [
        one.state,
        *_days(one.begin),
        _days(one.end) if one.end else None,
        _day(one.reported),
        _day(one.confirmed),
        [_day(day) for day in one.expected_ends],
        one.sure,
        [place[claim] for claim in one.because],
        [place[claim] for claim in one.ended_by],
        one.ended_as,
        one.articles,
        one.offences,
        one.place,
        one.outcome,
    ]


def _to_episode(raw: Row, claims: Sequence[str]) -> Episode:
    state, first, last, over, reported, confirmed, ends, sure, because, ended_by, ended_as, *rest = raw
    articles, offences, place, outcome = rest
    return Episode(
        state,
        _to_days(first, last),
        _to_days(*over) if over else None,
        _to_day(reported),
        _to_day(confirmed),
        tuple(date.fromordinal(day) for day in ends),
        sure,
        _claims(because, claims),
        _claims(ended_by, claims),
        ended_as,
        tuple(articles),
        tuple(offences),
        place,
        outcome,
    )


def _claims(places: Sequence[int], claims: Sequence[str]) -> tuple[str, ...]:
    return tuple([claims[at] for at in places])


def _group(one: GroupMark) -> Row:
    values = {name: getattr(one, name) for name in GroupMark.__slots__}
    return list({**values, "days": _days(one.days), "as_of": _day(one.as_of)}.values())


def _to_group(raw: Row) -> GroupMark:
    values = dict(zip(GroupMark.__slots__, raw, strict=True))
    days, as_of = _to_days(*values["days"]), _to_day(values["as_of"])
    return GroupMark(**{**values, "days": days, "as_of": as_of, "articles": tuple(values["articles"])})


def _to_strays(raw: Row) -> Strays:
    persons, bearers, different, anybody = raw
    pairs = frozenset((one, other) for one, other in different)
    return Strays(tuple(persons), tuple(bearers), pairs, anybody)


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _days(days: Days) -> tuple[int | None, int | None]:
    return _day(days.first), _day(days.last)


def _day(day: date | None) -> int | None:
    return day.toordinal() if day else None


@lru_cache(maxsize=65536)
def _to_days(first: int | None, last: int | None) -> Days:
    return Days(_to_day(first), _to_day(last))


def _to_day(ordinal: int | None) -> date | None:
    return date.fromordinal(ordinal) if ordinal else None
