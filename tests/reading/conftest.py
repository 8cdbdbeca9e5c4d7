"""Short ways to read an invented text in a test."""

from collections.abc import Callable

import pytest

from tizim.reading import ClaimFound, Reading, read

Reader = Callable[..., Reading]


def reading_of(text: str, date: str | None = "2021-06-14") -> Reading:
    found = read(text, date=date)
    assert isinstance(found, Reading)
    return found


def claims_in(text: str, date: str | None = "2021-06-14") -> dict[tuple[str | None, str], ClaimFound]:
    return {(claim.person or claim.organisation, claim.act): claim for claim in reading_of(text, date).claims}


@pytest.fixture
def reading() -> Reader:
    return reading_of


@pytest.fixture
def claims() -> Callable[..., dict[tuple[str | None, str], ClaimFound]]:
    return claims_in
