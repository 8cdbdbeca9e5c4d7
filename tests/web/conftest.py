"""A service that the tests of this room share, and one of a test's own."""

from collections.abc import Iterator

import pytest

from tests.web.making import Client, Served, a_catalogue, served


@pytest.fixture(scope="session")
def known():
    """The catalogue of a small register."""
    return a_catalogue()


@pytest.fixture(scope="module")
def running(known) -> Iterator[Served]:
    """A service without limits that matter, for the tests of one module."""
    with served(known) as one:
        yield one


@pytest.fixture
def client(running) -> Client:
    """Somebody who asks it."""
    return running.client
