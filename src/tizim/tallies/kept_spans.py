"""What was found of lives and groups for spans of days, as numbers, lists and texts, and back.

So that it can be kept beside the chronicle it was found in, and the next start need not find it again.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from tizim.tallies.lasting import Lasting
from tizim.tallies.members import Standing
from tizim.tallies.spans import Spans
from tizim.timelines import Chronicle, InDoubt, KeptLives, Leaf

V = TypeVar("V")
Row = dict[str, Any]


def row_of(key: object, of: Iterable[Leaf | InDoubt], plain: Callable[[Any], Any]) -> Row:
    """What was found for that key of each; ``plain`` gives a value as numbers, lists and texts."""
    numbers: dict[Any, int] = {}

    def number(value: Any) -> int:
        return numbers.setdefault(value, len(numbers))

    found: list[Spans[Any] | None] = [one.beside.get(key) for one in of]
    spans = [each and each.row(number) for each in found]
    return {"values": [plain(one) for one in numbers], "spans": spans}


def take_up(key: object, of: Sequence[Leaf | InDoubt], row: Row, read: Callable[[Any], V]) -> None:
    """Lays beside each what was kept of it; equal values and spans of one value are shared."""
    every = [read(one) for one in row["values"]]
    whole: dict[tuple[int, int, int], Spans[V]] = {}
    for one, kept in zip(of, row["spans"], strict=True):
        if kept is None:
            continue
        firsts, lasts, what = kept
        if len(what) == 1:
            same = firsts[0], lasts[0], what[0]
            if same not in whole:
                whole[same] = Spans.of_row(kept, every)
            one.beside[key] = whole[same]
        else:
            one.beside[key] = Spans.of_row(kept, every)


def counts_row(by: Lasting, told: Chronicle) -> dict[str, Row]:
    """What a count has found out of everybody and every group in doubt."""
    return {"lives": row_of(by, _leaves(told), _plain), "groups": row_of(by, told.doubts, list)}


def take_up_counts(by: Lasting, told: Chronicle, row: dict[str, Row]) -> None:
    """The count goes on from what was kept of the same chronicle."""
    take_up(by, _leaves(told), row["lives"], _standing)
    take_up(by, told.doubts, row["groups"], _sums)


def _leaves(told: Chronicle) -> list[Leaf]:
    assert isinstance(told.lives, KeptLives)
    return list(told.lives.leaves.values())


def _plain(one: Standing | None) -> Any:
    return one and list(one)


def _standing(raw: Any) -> Standing | None:
    if raw is None:
        return None
    place, sure, why, last_told, bounds, articles = raw
    return Standing(place, sure, why, last_told, _sums(bounds), tuple(articles))


def _sums(raw: Any) -> tuple[tuple[int, int], ...]:
    return tuple((low, high) for low, high in raw)
