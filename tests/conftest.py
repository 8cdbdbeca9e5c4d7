"""Fixtures that every room's tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

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
def pattern(tmp_path_factory) -> Path:
    """The register of the demonstration with its desk and an account for each role, made once; copy it."""
    import django

    django.setup()
    from tests.web.desk.pattern import made

    return made(tmp_path_factory.mktemp("desk"))
