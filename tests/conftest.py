"""Fixtures that every room's tests share."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.once import once
from tests.stores.server import Server, running_server
from tizim.web.desk.serving import configure
from tizim.web.desk.settings import Place

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"

# Django is configured once a process: as the desk, which holds what the stores need too.
configure(Place())

# In CI the same examples each time, so that a run can be repeated; elsewhere new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("usual", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "usual")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The real reports and what is in them; skipped where they are not there, never in CI."""
    if not SHARED.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("the shared reports are missing, and CI must not skip")
        pytest.skip("the shared reports are not on this machine")
    return SHARED


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """One PostgreSQL for the whole run of this process."""
    with running_server() as server:
        yield server


@pytest.fixture
def kept_in(request) -> str:
    """Where the register of the test lies: ``sqlcipher`` unless the test asks for ``postgres`` (indirectly)."""
    return getattr(request, "param", "sqlcipher")


@pytest.fixture
def copy_of(request, pattern, tmp_path, kept_in):
    """The pattern's register, or the one before anybody came in (``anew``), as a copy of the test's own."""
    from tests.web.desk.pattern import copied, copied_to_server

    made = []

    def copy(*, anew: bool = False) -> Path:
        folder = tmp_path / "register"
        if kept_in == "postgres":
            made.append(
                copied_to_server(pattern, folder, request.getfixturevalue("pattern_server"), anew=anew)
            )
        else:
            copied(pattern, folder, anew=anew)
        return folder

    yield copy
    for database in made:
        request.getfixturevalue("postgres_server").drop(database)


@pytest.fixture(scope="session")
def pattern_server(pattern, postgres_server) -> Server:
    """The server with the pattern's entries and accounts, in databases that are copied."""
    from tests.web.desk.pattern import fill_server

    fill_server(pattern, postgres_server)
    return postgres_server


@pytest.fixture(scope="session")
def pattern(tmp_path_factory) -> Path:
    """The register of the demonstration with its desk and an account for each role, made once; copy it."""
    import django
    from django.test.utils import setup_test_environment

    django.setup()
    setup_test_environment()
    from tests.web.desk.pattern import made

    return once("desk", made, tmp_path_factory)
