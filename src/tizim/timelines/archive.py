"""A chronicle as bytes and back: derived, deletable, kept encrypted beside the entries it came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson

from tizim.identity import Contradiction as JudgementContradiction
from tizim.identity import Person
from tizim.timelines.chronicle import Chronicle, GroupMark, InDoubt, Life
from tizim.timelines.episode import ActMark, Contradiction, Episode, Timeline
from tizim.timelines.marks import Origin
from tizim.vocab import Days

# Changed whenever the fold, the rules or this form change: older bytes are then made anew.
FORM = "chronicle 1"


@dataclass(frozen=True, slots=True)
class Packed:
    """A chronicle, the origins that its timelines rest on, and the digest of the head it was told from."""

    told: Chronicle
    origins: Mapping[str, Origin]
    digest: str


def packed(one: Packed) -> bytes:
    """The chronicle as bytes."""
    told, origins = one.told, one.origins
    return orjson.dumps(
        {
            "digest": one.digest,
            "basis": told.basis,
            "origins": {one: [origin.root, _day(origin.day)] for one, origin in origins.items()},
            "lives": [[_person(life.person), _timeline(life.timeline)] for life in told.lives.values()],
            "doubts": [_doubt(one) for one in told.doubts],
            "groups": [_group(one) for one in told.groups],
            "contradictions": [
                [getattr(one, name) for name in JudgementContradiction.__slots__]
                for one in told.contradictions
            ],
            "unreviewed": sorted(told.unreviewed),
        }
    )


def unpacked(payload: bytes) -> Packed:
    """What ``packed`` made."""
    raw = orjson.loads(payload)
    lives = (Life(_to_person(person), _to_timeline(line)) for person, line in raw["lives"])
    told = Chronicle(
        basis=raw["basis"],
        lives={life.person.id: life for life in lives},
        doubts=tuple(map(_to_doubt, raw["doubts"])),
        groups=tuple(map(_to_group, raw["groups"])),
        contradictions=tuple(JudgementContradiction(*map(_tuple, one)) for one in raw["contradictions"]),
        unreviewed=frozenset(raw["unreviewed"]),
    )
    origins = {one: Origin(root, _to_day(day)) for one, (root, day) in raw["origins"].items()}
    return Packed(told, origins, raw["digest"])


def _doubt(one: InDoubt) -> list[Any]:
    merged = [[sorted(people), _timeline(line)] for people, line in one.merged.items()]
    return [one.person_ids, sorted(one.pairs), merged]


def _to_doubt(raw: Sequence[Any]) -> InDoubt:
    people, pairs, merged = raw
    return InDoubt(
        tuple(people),
        frozenset((one, other) for one, other in pairs),
        {frozenset(together): _to_timeline(line) for together, line in merged},
    )


def _group(one: GroupMark) -> list[Any]:
    values = {name: getattr(one, name) for name in GroupMark.__slots__}
    return list({**values, "days": _days(one.days), "as_of": _day(one.as_of)}.values())


def _to_group(raw: Sequence[Any]) -> GroupMark:
    values = dict(zip(GroupMark.__slots__, raw, strict=True))
    days, as_of = _to_days(*values["days"]), _to_day(values["as_of"])
    return GroupMark(**{**values, "days": days, "as_of": as_of, "articles": tuple(values["articles"])})


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _person(person: Person) -> list[Any]:
    return [person.id, person.name, person.names, person.mention_ids, person.claim_ids]


def _to_person(raw: Sequence[Any]) -> Person:
    own, name, names, mentions, claims = raw
    return Person(own, name, tuple(names), tuple(mentions), tuple(claims))


def _timeline(line: Timeline) -> list[Any]:
    return [
        [_episode(one) for one in line.episodes],
        [[a.claim_id, a.act, *_days(a.days), a.sure, a.articles, a.root] for a in line.acts],
        [[one.kind, one.claim_ids] for one in line.contradictions],
        line.undated,
        line.claim_ids,
    ]


def _to_timeline(raw: Sequence[Any]) -> Timeline:
    episodes, acts, contradictions, undated, claims = raw
    return Timeline(
        tuple(map(_to_episode, episodes)),
        tuple(
            ActMark(i, act, _to_days(f, t), sure, tuple(art), root) for i, act, f, t, sure, art, root in acts
        ),
        tuple(Contradiction(kind, tuple(ids)) for kind, ids in contradictions),
        tuple(undated),
        tuple(claims),
    )


def _episode(one: Episode) -> list[Any]:
    return [
        one.state,
        _days(one.begin),
        _days(one.end) if one.end else None,
        _day(one.reported),
        _day(one.confirmed),
        [_day(day) for day in one.expected_ends],
        one.sure,
        one.because,
        one.ended_by,
        one.ended_as,
        one.articles,
        one.offences,
        one.place,
        one.outcome,
    ]


def _to_episode(raw: Sequence[Any]) -> Episode:
    state, begin, end, reported, confirmed, ends, sure, because, ended_by, ended_as, *rest = raw
    articles, offences, place, outcome = rest
    return Episode(
        state,
        _to_days(*begin),
        _to_days(*end) if end else None,
        _to_day(reported),
        _to_day(confirmed),
        tuple(date.fromordinal(day) for day in ends),
        sure,
        tuple(because),
        tuple(ended_by),
        ended_as,
        tuple(articles),
        tuple(offences),
        place,
        outcome,
    )


def _days(days: Days) -> tuple[int | None, int | None]:
    return _day(days.first), _day(days.last)


def _to_days(first: int | None, last: int | None) -> Days:
    return Days(_to_day(first), _to_day(last))


def _day(day: date | None) -> int | None:
    return day.toordinal() if day else None


def _to_day(ordinal: int | None) -> date | None:
    return date.fromordinal(ordinal) if ordinal else None
