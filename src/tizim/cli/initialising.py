"""init, passphrase: a register made, and its passphrase changed."""

from pathlib import Path
from typing import Annotated

import typer

from tizim import TizimError
from tizim.cli.door import ask_passphrase, door_of
from tizim.cli.printing import echo


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="init")(init)


def init(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Argument(help="Where to make it. Default: tizim-register.")] = None,
    postgres: Annotated[
        str | None, typer.Option("--postgres", help="Keep entries in this PostgreSQL: postgresql://…")
    ] = None,
) -> None:
    """Makes an encrypted register; with --key-file a key file opens it. Example: tizim init"""
    from tizim.wiring import create_register

    door = door_of(context)
    path = folder or door.register
    if (path / "register.json").exists():
        raise TizimError(f"'{path}' is a register already; nothing was changed")
    passphrase = None if door.key_file else _long_enough(ask_passphrase(door, twice=True))
    create_register(path, passphrase=passphrase, key_file=door.key_file, postgres=postgres).close()
    secret = "key file" if door.key_file else "passphrase"
    echo(f"Made the register '{path}'. Only its {secret} opens it: keep that safe, there is no other way in.")
    echo("Next: tizim add FOLDER, then tizim read --keep, then tizim list in-custody --as-of DAY")


def _long_enough(passphrase: str) -> str:
    if len(passphrase) < 8:
        raise TizimError("a passphrase has at least 8 characters; five or six unrelated words are good")
    return passphrase
