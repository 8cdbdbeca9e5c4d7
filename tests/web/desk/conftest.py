"""A register of invented people served by the desk, a fresh copy for each test, and somebody of each role."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
import pytest

from tests.web.desk.pattern import PASSWORD, leave
from tizim.wiring import open_register

django.setup()  # the modules of tests name models
__all__ = ["PASSWORD"]


class Desk:
    """The desk over a register of the test's own."""

    def __init__(self, register) -> None:
        self.register = register

    def client(self, role=None):
        """A browser; come in as somebody of the role, if one is named."""
        from django.test import Client

        from tizim.web.desk.models import Account

        client = Client(headers={"host": "127.0.0.1"}, raise_request_exception=False)
        if role:
            client.force_login(Account.objects.get(username=f"{role}-1"))
        return client


@contextmanager
def served(folder: Path, key: Path) -> Iterator[Desk]:
    """The register in the folder, served."""
    from tizim.web.desk.opened import serving
    from tizim.web.desk.serving import use

    with open_register(folder, key_file=key) as register:
        use(register)
        with serving(register):
            yield Desk(register)
        leave()


@pytest.fixture(autouse=True)
def patient(monkeypatch) -> None:
    """Parts of pages are waited for, however slow the machine is."""
    from tizim.web.desk import afoot

    monkeypatch.setattr(afoot, "PATIENCE", 120.0)


@pytest.fixture(params=["sqlcipher", "postgres"])
def kept_in(request) -> str:
    """Every test of the desk runs on both databases."""
    return request.param


@pytest.fixture
def desk(pattern, copy_of) -> Iterator[Desk]:
    """The desk over a register that this test may change."""
    with served(copy_of(), pattern / "register.key") as one:
        yield one
