"""The desk made ready for one register: settings, tables, checks, and the application that a server calls."""

import io
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connections

from tizim.web.desk.settings import Place, desk_settings
from tizim.wiring import Register

if TYPE_CHECKING:
    from tizim.web.desk.working import Worker


def set_up(place: Place) -> None:
    """Django as the desk needs it, before any register is open; once a process."""
    configure(place)
    django.setup()


def configure(place: Place) -> None:
    """The desk's settings, with a passing key until a register gives its own."""
    settings.configure(**desk_settings(place), SECRET_KEY=secrets.token_hex(32))


def use(register: Register) -> None:
    """Lets Django's own tables lie in the register's database, and lays them; its key signs cookies."""
    settings.SECRET_KEY = register.keys.desk_signing
    lead_to(register.database.django_settings())
    from tizim.web.desk.laying import lay_tables

    lay_tables(register.path)


def lead_to(database: dict[str, Any]) -> None:
    """Lets Django's connections lead to that database; each thread keeps its own from page to page.

    An encrypted file opened anew costs more than most pages: its own are read and opened again.
    """
    connections["default"].close()
    del connections["default"]
    kept = {**database, "CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
    settings.DATABASES = {"default": kept}
    connections.settings = connections.configure_settings({"default": dict(kept)})


@contextmanager
def application(register: Register, *, works_too: bool = True) -> Iterator[Callable[..., Any]]:
    """The desk as a WSGI application over the register, for as long as the span lasts; a worker beside it."""
    from django.core.wsgi import get_wsgi_application

    from tizim.web.desk import works  # noqa: F401 - the kinds of work put themselves down
    from tizim.web.desk.beginning import in_turns, made_ready, settled
    from tizim.web.desk.keeping import keeping
    from tizim.web.desk.opened import serving
    from tizim.web.desk.working import working

    made_sure(register)
    work = working() if works_too else nullcontext()
    with serving(register), work, settled(), in_turns(), made_ready(), keeping():
        yield get_wsgi_application()


def made_sure(register: Register) -> None:
    """The register's tables are laid and every check holds; SystemCheckError where one does not."""
    use(register)
    call_command("check", stdout=io.StringIO(), fail_level="ERROR")


@contextmanager
def workplace(register: Register, silent: float) -> Iterator["Worker"]:
    """A worker over the register, for a process that does nothing else."""
    from tizim.web.desk import works  # noqa: F401 - the kinds of work put themselves down
    from tizim.web.desk.claiming import Taker
    from tizim.web.desk.opened import serving
    from tizim.web.desk.working import Worker

    made_sure(register)
    with serving(register):
        yield Worker(taker=Taker(silent))


def first_start() -> str | None:
    """The token with which the first account is made; None where there is one. See ``starting``."""
    from tizim.web.desk import starting

    return starting.first_start()
