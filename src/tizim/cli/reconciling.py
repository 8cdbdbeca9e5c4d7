"""reconcile, reconcile-account: a column of names matched against the register from OpenRefine."""

import gc
import secrets
import signal
import sys
import time
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from tizim import TizimError
from tizim.claims import Basis
from tizim.cli.door import Reviewed, door_of, opened
from tizim.cli.printing import echo, print_table
from tizim.cli.texts import say
from tizim.timelines import names_known

if TYPE_CHECKING:
    from tizim.web.reconcile import Limits, Service, Settings
    from tizim.wiring import Register

_DONE = ("add", "remove", "list", "log")
_LEAST_A_MINUTE = 20


Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes any that is free.")]
Host = Annotated[
    str, typer.Option("--host", help="Where to listen. Beyond this machine: needs the three below.")
]
Address = Annotated[
    str | None, typer.Option("--address", help="The https:// address under which others reach it.")
]
Chain = Annotated[Path | None, typer.Option("--certificate", help="The certificate for HTTPS, a PEM file.")]
Key = Annotated[Path | None, typer.Option("--private-key", help="The key of the certificate, a PEM file.")]
Pages = Annotated[
    list[str] | None, typer.Option("--openrefine", help="Where OpenRefine's page is, if not on port 3333.")
]
AMinute = Annotated[
    int,
    typer.Option("--names-a-minute", min=_LEAST_A_MINUTE, help="Names an account may ask for in a minute."),
]
ADay = Annotated[
    int, typer.Option("--names-a-day", min=1, help="Names an account may ask for in a day (UTC).")
]
Idle = Annotated[
    float, typer.Option("--idle-minutes", min=0.01, help="Stop after so long without a question.")
]


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    app.command(name="reconcile")(reconcile)
    app.command(name="reconcile-account")(account)


def reconcile(
    context: typer.Context,
    port: Port = 8405,
    host: Host = "127.0.0.1",
    address: Address = None,
    certificate: Chain = None,
    private_key: Key = None,
    openrefine: Pages = None,
    names_a_minute: AMinute = 120,
    names_a_day: ADay = 3000,
    idle_minutes: Idle = 30,
    reviewed: Reviewed = False,
) -> None:
    """Lets OpenRefine match a column of names against the register. Example: tizim reconcile

    Only this machine reaches it, and only by the address that is printed; Ctrl-C stops it.
    """
    from tizim.web.reconcile import Limits

    limits = Limits(names_a_minute, names_a_day)
    with opened(context) as register:
        service = _service(register, (host, port), address, (certificate, private_key))
        with service:
            settings = _settings(service, address, tuple(openrefine or ()), limits, door_of(context).language)
            _serve(register, service, settings, reviewed=reviewed, idle=idle_minutes * 60)


def account(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="WHAT", help="add, remove, list or log.")],
    name: Annotated[str, typer.Argument(help="The account; a name that tells nobody who it is.")] = "",
) -> None:
    """Accounts that may ask from other machines, and the log. Example: tizim reconcile-account add desk-2"""
    from tizim.web.reconcile import account_names, new_account, remove_account

    if what not in _DONE or bool(name) != (what in ("add", "remove")):
        raise TizimError("say 'add NAME', 'remove NAME', 'list' or 'log'")
    language = door_of(context).language
    with opened(context) as register:
        if what == "add":
            echo(say("token_once", language, token=new_account(register.derived, name)))
        elif what == "remove":
            remove_account(register.derived, name)
            echo(say("account_removed", language))
        elif what == "list":
            echo("\n".join(account_names(register.derived)) or say("no_accounts", language))
        else:
            _print_log(register, language)


def _service(
    register: "Register",
    where: tuple[str, int],
    address: str | None,
    files: tuple[Path | None, Path | None],
) -> "Service":
    """The server on its port, after everything that could make it unsafe was refused."""
    from tizim.web.reconcile import Certificate, Service, account_names

    host, port = where
    chain, key = files
    if bool(chain) != bool(key):
        raise TizimError("--certificate and --private-key belong together")
    if host not in ("127.0.0.1", "localhost") and not (address and chain and key):
        raise TizimError("beyond this machine the service needs --address, --certificate and --private-key")
    if chain and not address:
        raise TizimError("a certificate needs the --address that it was made for")
    if address and not account_names(register.derived):
        raise TizimError(
            "beyond this machine an account is needed; make one: tizim reconcile-account add NAME"
        )
    return Service(host, port, certificate=Certificate(chain, key) if chain and key else None)


def _settings(
    service: "Service", address: str | None, origins: tuple[str, ...], limits: "Limits", language: str
) -> "Settings":
    from tizim.web.reconcile import OPENREFINE, Settings, beyond_loopback, on_loopback

    pages = origins or OPENREFINE
    if address:
        return Settings(beyond_loopback(address, pages), None, limits, language)
    return Settings(on_loopback(service.port, pages), secrets.token_urlsafe(18), limits, language)


def _serve(
    register: "Register", service: "Service", settings: "Settings", *, reviewed: bool, idle: float
) -> None:
    """Serves until Ctrl-C, a signal to end, or too long a silence."""
    from tizim.web.reconcile import Reconciliation, catalogue

    gc.enable()
    names = None if reviewed else names_known(register.ledger, register.derived).index
    basis: Basis = "reviewed" if reviewed else "all"
    known = catalogue(register.ledger, register.derived, basis=basis, names=names)
    known.names.prepare()
    gc.collect()
    gc.freeze()
    application = Reconciliation(known, register.derived, settings)
    service.set_app(application)
    previous = {one: signal.signal(one, _interrupted) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        _announce(settings, len(known.chronicled.lives))
        service.serve_while(lambda: abs(time.time() - application.asked_at) < idle)
        echo(say("reconcile_idle", settings.language))
    except KeyboardInterrupt:
        echo(say("reconcile_stopped", settings.language))
    finally:
        for one, before in previous.items():
            signal.signal(one, before)


def _announce(settings: "Settings", people: int) -> None:
    """The address for OpenRefine: on this machine with its token, beyond it with the place of one."""
    address = f"{settings.place.address}/{settings.token or 'TOKEN'}"
    echo(say("reconcile_ready", settings.language, address=address, n=people))
    sys.stdout.flush()


def _interrupted(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _print_log(register: "Register", language: str) -> None:
    from tizim.web.reconcile import noted

    rows = [
        [one.minute, one.account, str(one.asked), str(one.answered), str(one.refused)]
        for one in noted(register.derived)
    ]
    if not rows:
        echo(say("log_empty", language))
        return
    keys = ("log_minute", "log_account", "log_asked", "log_answered", "log_refused")
    print_table(rows, [say(key, language) for key in keys])
