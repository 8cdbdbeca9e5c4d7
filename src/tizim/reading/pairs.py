"""Whom "both", "the former" and "the latter" mean: the two people whom a text named last."""

from tizim.reading.who import Who


def named_before(who: Who, whos: list[Who]) -> list[int]:
    """The people whom a sentence names before somebody."""
    return [number for one in whos if one.last <= who.first for number in one.people]


def of_two(which: int, named: list[int]) -> int | None:
    """The first or the second of the two people named last, in the order in which they were last named."""
    pair = _last(named)[:2][::-1]
    return pair[which] if len(pair) == 2 else None


def last_two(near: list[int], ever: list[int]) -> tuple[int, ...]:
    """The two people named just before, or the only two of the text; nobody where there are more."""
    few = _last(near)
    few = few if len(few) > 1 else _last(ever)
    return few[::-1] if len(few) == 2 else ()


def _last(named: list[int]) -> tuple[int, ...]:
    """Each person once, who was named last first."""
    return tuple(dict.fromkeys(reversed(named)))
