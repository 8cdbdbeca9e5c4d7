"""Claims in a few words, for the tests of timelines and tallies."""

from collections.abc import Callable

import pytest

from tizim.claims import Claim


@pytest.fixture
def claim() -> Callable[..., Claim]:
    """A maker of claims about one invented person; ids run c-1, c-2, …"""
    made = 0

    def make(act: str, date: str | None = None, **fields: object) -> Claim:
        nonlocal made
        made += 1
        values = {"person": "Arman Testov", "document_id": "d-1", "passage_id": f"s-{made}", **fields}
        return Claim(id=f"c-{made}", act=act, date=date, **values)

    return make
