"""What every verb needs: the register opened, days and moments read, answers printed."""

import csv
import getpass
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tizim import TizimError
from tizim.claims import Basis
from tizim.ledger import Entry, moment
from tizim.timelines import Chronicle
from tizim.timelines import known as known_chronicle

if TYPE_CHECKING:
    from tizim.wiring import Register


@dataclass(slots=True)
class Door:
    """How this call reaches its register, and in which language it answers."""

    register: Path
    key_file: Path | None = None
    passphrase_stdin: bool = False
    language: str = "en"


@contextmanager
def opened(context: typer.Context) -> Iterator["Register"]:
    """The register of this call, opened with its key file or the passphrase asked for."""
    from tizim.wiring import open_register

    door = door_of(context)
    if not (door.register / "register.json").is_file():
        raise TizimError(
            f"there is no register in '{door.register}'; make one with 'tizim init' or name it: --register"
        )
    if door.key_file:
        with open_register(door.register, key_file=door.key_file) as register:
            yield register
        return
    with open_register(door.register, passphrase=ask_passphrase(door)) as register:
        yield register


def write(
    register: "Register", entries: Sequence[Entry], *, skip_known: bool = False, by: str | None = None
) -> tuple[Entry, ...]:
    """Appends the entries now, under that name or that of whoever is working; what was written comes back."""
    from tizim.wiring import now, user_name

    return register.ledger.append(entries, at=now(), by=by or user_name(), skip_known=skip_known)


def told_now(register: "Register", at: str | None = None, *, basis: Basis = "all") -> Chronicle:
    """The chronicle as known at the moment; what is known now is kept between calls."""
    return known_chronicle(register.ledger, register.derived, at=at, basis=basis)


def door_of(context: typer.Context) -> Door:
    """The door that the options before the verb describe."""
    door = context.find_root().obj
    assert isinstance(door, Door)
    return door


def ask_passphrase(door: Door, *, twice: bool = False) -> str:
    """The passphrase, from the keyboard without showing it, or from standard input if asked so."""
    if door.passphrase_stdin:
        return sys.stdin.readline().rstrip("\n")
    if (given := _credential()) and not twice:
        return given
    if not sys.stdin.isatty():
        raise TizimError("no terminal to ask for the passphrase; use --key-file or --passphrase-stdin")
    first = getpass.getpass("Passphrase: ")
    if twice and first != getpass.getpass("Passphrase again: "):
        raise TizimError("the two passphrases differ; nothing was made")
    return first


def _credential() -> str | None:
    """The passphrase that systemd hands to a service (``LoadCredentialEncrypted=tizim-passphrase``)."""
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    path = Path(folder, "tizim-passphrase") if folder else None
    if path is None or not path.is_file():
        return None
    return path.read_text(encoding="utf-8").rstrip("\n")


def day(text: str | None) -> date:
    """A day as ``2020-11-30``; nothing is today."""
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise TizimError(f"'{text}' is not a day; write it as 2020-11-30") from None


def known(text: str | None) -> str | None:
    """A moment in the ledger; nothing is now."""
    return moment(text) if text else None


def rows_of(table: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a CSV in UTF-8 that must have these columns."""
    try:
        with table.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream, restval="")
            rows, headings = list(reader), reader.fieldnames or ()
    except (UnicodeDecodeError, csv.Error):
        raise TizimError(f"{table.name} is no CSV in UTF-8") from None
    missing = [column for column in columns if column not in headings]
    if missing:
        raise TizimError(f"{table.name} has no column {', '.join(missing)}")
    return rows


AsOf = Annotated[str | None, typer.Option("--as-of", help="The day asked about, 2020-11-30. Default: today.")]
KnownAt = Annotated[
    str | None,
    typer.Option("--known-at", help="Answer with what was recorded by then, 2021-01-15. Default: now."),
]
Reviewed = Annotated[
    bool,
    typer.Option(
        "--reviewed/--all", help="Only claims that a person coded or accepted, or all but the rejected."
    ),
]
Format = Annotated[str, typer.Option("--format", help="table, json or csv.")]
