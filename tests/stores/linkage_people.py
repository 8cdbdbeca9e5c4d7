"""Invented mentions for the tests of linking, and a register's worth of them."""

from bench.linking_people import context, told

from tizim.identity import Context


def invented(count: int, people: int, seed: int = 7) -> tuple[dict[str, Context], dict[str, int]]:
    """Mentions by id with what stands around them, and who each truly is."""
    rows = [(f"m-{number}", one) for number, one in enumerate(told(count, people, seed))]
    return {own: context(one) for own, one in rows}, {own: one.person for own, one in rows}
