"""Fixtures that every room's tests share."""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The real reports and what is in them; skipped where they are not there, never in CI."""
    if not SHARED.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("the shared reports are missing, and CI must not skip")
        pytest.skip("the shared reports are not on this machine")
    return SHARED
