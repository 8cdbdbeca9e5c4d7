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
    app.command(name="passphrase")(change)


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


def change(
    context: typer.Context,
    new_key_file: Annotated[
        Path | None, typer.Option("--new-key-file", help="A key file from now on, not a passphrase.")
    ] = None,
) -> None:
    """Changes what opens the register; asks for the old passphrase first. Example: tizim passphrase"""
    from tizim.wiring import change_keys

    door = door_of(context)
    old = None if door.key_file else ask_passphrase(door)
    if not new_key_file:
        echo("The new passphrase:")
    new = None if new_key_file else _long_enough(ask_passphrase(door, twice=True))
    change_keys(
        door.register,
        passphrase=old,
        key_file=door.key_file,
        new_passphrase=new,
        new_key_file=new_key_file,
    )
    secret = "key file" if new_key_file else "passphrase"
    echo(f"Only the new {secret} opens the register now. Copies made earlier still open with the old secret.")


def _long_enough(passphrase: str) -> str:
    if len(passphrase) < 8:
        raise TizimError("a passphrase has at least 8 characters; five or six unrelated words are good")
    return passphrase
