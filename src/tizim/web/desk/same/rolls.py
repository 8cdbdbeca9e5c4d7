"""The roll of everybody, used by one at a time: foretelling turns it and turns it back."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tizim.claims import Claim
from tizim.identity import Judgement, Rarity, Roll
from tizim.ledger import Withdrawal, in_force
from tizim.timelines import Chronicle, Known, Otherwise, otherwise
from tizim.web.desk.latest import latest
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import knowledge, opened, register
from tizim.web.desk.people.roster import roster

_JUDGING = Judgement.kind, Withdrawal.kind


@contextmanager
def roll_of(asked: Moment) -> Iterator[Roll]:
    """A span in which nobody else uses the roll of the moment."""
    with known_alone(asked) as known:
        yield known.roll


@contextmanager
def known_alone(asked: Moment) -> Iterator[Known]:
    """A span in which nobody else uses what is known at the moment, roll included."""
    then = knowledge(asked) if asked.known_at else None
    with opened().roll(asked.basis) as now:
        yield then or now


def entries_of_judging(asked: Moment) -> tuple[Any, ...]:
    """All judgements, and what corrects or withdraws anything, recorded by the moment, in order."""
    kept: list[tuple[Any, ...]] = opened().lasting(("judging", asked.known_at), lambda: [()])

    def read() -> tuple[Any, ...]:
        """What is new is put behind what was known: nothing written changes."""
        ledger, known = register().ledger, kept[0]
        since = known[-1].recorded_at if known else None
        new = (
            ledger.since(since, kinds=_JUDGING) if since else ledger.known_at(asked.known_at, kinds=_JUDGING)
        )
        kept[0] = (*known, *(one for one in new if not asked.known_at or one.recorded_at <= asked.known_at))
        return kept[0]

    return opened().latest(("judging", asked.known_at), judged_last(), read)


def judged_last() -> tuple[int, ...]:
    """How far judging has come."""
    return latest(Judgement, Withdrawal)


def judgements_in(entries: Sequence[Any]) -> tuple[Judgement, ...]:
    """The judgements that stand among these entries."""
    return tuple(one for one in in_force(entries) if isinstance(one, Judgement))


def turned(asked: Moment, judgements: Sequence[Judgement]) -> Otherwise:
    """What would be told of those whom these judgements touch, if they stood."""
    with known_alone(asked) as known:
        return otherwise(known, judgements, _claims)


def rarity(asked: Moment) -> Rarity:
    """How rare the words of names are; new names are added when something is written."""

    def begin(chronicled: Chronicle) -> Rarity:
        kept, row = opened().found_before("rarity", asked, lambda _: rarity(asked).row)
        touched = chronicled.lives.changed_since(kept.lives) if row else None
        if touched is None:
            return Rarity(_names(asked, chronicled.lives))
        return go_on(Rarity.of_row(row), chronicled, touched)

    def go_on(before: Rarity, _: Chronicle, touched: Collection[str]) -> Rarity:
        for name in _names(asked, touched):
            before.add(name)
        return before

    return opened().following(("rarity", asked.known_at, asked.basis), asked, begin, go_on)


def _names(asked: Moment, people: Iterable[str]) -> Iterator[str]:
    """The names of these people, as far as they are there."""
    parts = roster(asked).parts
    return (name for one in people if one in parts for name in parts[one].names)


def _claims(ids: Any) -> list[Claim]:
    return [one for one in register().ledger.of(ids) if isinstance(one, Claim)]
