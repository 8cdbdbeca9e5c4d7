"""A chronicle as bytes and back: derived, deletable, kept encrypted beside the entries it came from.

What a question does not touch is not unpacked: a life becomes columns, and columns become objects, only
when it is asked for. The lives stand behind everything else, one after the other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import orjson

from tizim import __version__
from tizim.identity import Contradiction as JudgementContradiction
from tizim.identity import Roll, Strays
from tizim.ledger import Head
from tizim.timelines.chronicle import Chronicle, GroupMark
from tizim.timelines.in_doubt import InDoubt
from tizim.timelines.kept_lives import KeptLives, Leaf
from tizim.timelines.marks import Origin
from tizim.timelines.ordinals import day_of, days_of, number_of, numbers_of
from tizim.timelines.upkeep import Upkeep

# Changed whenever the fold, the rules or this form change: older bytes are then made anew.
FORM = f"chronicle 10, tizim {__version__}"

Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Packed:
    """A chronicle, the origins that its timelines rest on, and the head that it was told from."""

    told: Chronicle
    origins: Mapping[str, Origin]
    head: Head


def packed(one: Packed) -> bytes:
    """The chronicle as bytes."""
    told, origins = one.told, one.origins
    leaves = KeptLives.of(told.lives).leaves
    front = orjson.dumps(
        {
            "head": [one.head.seq, one.head.digest, one.head.recorded_at],
            "basis": told.basis,
            "origins": {name: [origin.root, number_of(origin.day)] for name, origin in origins.items()},
            "lives": {one: [len(leaf.text), leaf.spans, leaf.acts] for one, leaf in leaves.items()},
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
    return b"\n".join([front, b"".join(leaf.text for leaf in leaves.values())])


def unpacked(payload: bytes) -> Packed:
    """What ``packed`` made."""
    begin = payload.index(b"\n") + 1
    raw = orjson.loads(memoryview(payload)[:begin])
    told = Chronicle(
        basis=raw["basis"],
        lives=KeptLives(_leaves(raw["lives"], memoryview(payload)[begin:])),
        doubts=tuple(map(InDoubt.of_row, raw["doubts"])),
        groups=tuple(map(_to_group, raw["groups"])),
        contradictions=tuple(JudgementContradiction(*map(_tuple, one)) for one in raw["contradictions"]),
        unreviewed=frozenset(raw["unreviewed"]),
        strays=tuple(map(_to_strays, raw["strays"])),
    )
    origins = {one: Origin(root, day_of(day)) for one, (root, day) in raw["origins"].items()}
    return Packed(told, origins, Head(*raw["head"]))


def _leaves(raw: Mapping[str, Row], texts: memoryview) -> dict[str, Leaf]:
    ends = accumulate(length for length, *_ in raw.values())
    return {
        one: Leaf(texts[end - length : end], spans, acts)
        for end, (one, (length, spans, acts)) in zip(ends, raw.items(), strict=True)
    }


def packed_roll(roll: Roll, upkeep: Upkeep, head: Head) -> bytes:
    """The roll of everybody in a chronicle as bytes, with what stands in the ledger; persons left out."""
    return orjson.dumps([head.digest, roll.row, upkeep.row])


def unpacked_roll(payload: bytes, told: Packed) -> tuple[Roll, Upkeep] | None:
    """What ``packed_roll`` made, with the persons of that chronicle; None where it is that of another."""
    digest, row, kept = orjson.loads(payload)
    if digest != told.head.digest:
        return None
    upkeep = Upkeep.of_row(kept)
    persons = {one: leaf.read for one, leaf in KeptLives.of(told.told.lives).leaves.items()}
    return Roll(row, persons, upkeep.standing()), upkeep


def _group(one: GroupMark) -> Row:
    values = {name: getattr(one, name) for name in GroupMark.__slots__}
    return list({**values, "days": numbers_of(one.days), "as_of": number_of(one.as_of)}.values())


def _to_group(raw: Row) -> GroupMark:
    values = dict(zip(GroupMark.__slots__, raw, strict=True))
    days, as_of = days_of(*values["days"]), day_of(values["as_of"])
    return GroupMark(**{**values, "days": days, "as_of": as_of, "articles": tuple(values["articles"])})


def _to_strays(raw: Row) -> Strays:
    persons, bearers, different, anybody = raw
    pairs = frozenset((one, other) for one, other in different)
    return Strays(tuple(persons), tuple(bearers), pairs, anybody)


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
