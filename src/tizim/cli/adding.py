"""add: files and folders taken in, one line for each that needs attention."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tizim import TizimError
from tizim.cli.door import door_of, opened, write
from tizim.cli.printing import counting, echo
from tizim.cli.texts import say
from tizim.cli.waiting import read_waiting
from tizim.documents import Document, receive
from tizim.ledger import Entry

if TYPE_CHECKING:
    from tizim.wiring import Register


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="add")(add)


def add(
    context: typer.Context,
    paths: Annotated[list[Path] | None, typer.Argument(help="Files or folders.")] = None,
    source: Annotated[str | None, typer.Option("--source", help="Who published them.")] = None,
    date: Annotated[str | None, typer.Option("--date", help="Their day, EDTF: 2020-11-30.")] = None,
    language: Annotated[str | None, typer.Option("--document-language", help="en, ru or kk.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="report, court_paper, letter, …")] = None,
    obtained: Annotated[str | None, typer.Option("--obtained", help="published, given_by_lawyer, …")] = None,
    again: Annotated[bool, typer.Option("--again", help="Read the files that wait for Tesseract.")] = False,
) -> None:
    """Takes in files, encrypted; the same file twice is there already. Example: tizim add reports/"""
    tongue = door_of(context).language
    given = {"publisher": source, "date": date, "language": language, "kind": kind, "obtained": obtained}
    options = {name: value for name, value in given.items() if value}
    _check(paths or [], again, tongue)
    with opened(context) as register:
        fates, there = _taken_in(register, paths or [], options)
        read_now = read_waiting(register, tongue, only=None if again else there)
    told = {"added": "files_added", "already_there": "files_there", "refused": "files_refused"}
    lines = [say(text, tongue, n=fates[fate]) for fate, text in told.items() if fates[fate]]
    if paths:
        echo(", ".join(lines) or say("no_files", tongue))
    if fates["refused"] == fates.total() > 0:
        raise TizimError(say("nothing_added", tongue))
    if fates["added"] or read_now:
        echo(f"{say('next', tongue)}: tizim read --keep")


def _check(paths: list[Path], again: bool, tongue: str) -> None:
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise TizimError(say("no_such_path", tongue, paths=", ".join(missing)))
    if not paths and not again:
        raise TizimError(say("no_files", tongue))


def _taken_in(
    register: "Register", paths: list[Path], options: dict[str, str]
) -> tuple[Counter[str], set[str | None]]:
    """How many files came to which end, and the documents that were there already."""
    fates: Counter[str] = Counter()
    there: set[str | None] = set()
    known = {one.sha256 for one in _documents(register.ledger.known_at(kinds=("document",)))}
    with counting("files") as count:
        for received in receive(paths, vault=register.vault, known=known, options=options):
            if received.entries:
                write(register, received.entries, skip_known=True)
            fates[received.outcome] += 1
            there.update({received.document_id} if received.outcome == "already_there" else ())
            count()
            if received.outcome != "added" or received.problems:
                for line in received.lines:
                    echo(line)
    return fates, there


def _documents(entries: Iterable[Entry]) -> list[Document]:
    return [entry for entry in entries if isinstance(entry, Document)]
