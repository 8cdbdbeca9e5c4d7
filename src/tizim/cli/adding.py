"""add: files and folders taken in, one line for each that needs attention."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from tizim import TizimError
from tizim.cli.door import door_of, opened, write
from tizim.cli.printing import counting, echo
from tizim.cli.texts import say
from tizim.documents import Document, receive
from tizim.ledger import Entry


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="add")(add)


def add(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Files or folders.")],
    source: Annotated[str | None, typer.Option("--source", help="Who published them.")] = None,
    date: Annotated[str | None, typer.Option("--date", help="Their day, EDTF: 2020-11-30.")] = None,
    language: Annotated[str | None, typer.Option("--document-language", help="en, ru or kk.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="report, court_paper, letter, …")] = None,
    obtained: Annotated[str | None, typer.Option("--obtained", help="published, given_by_lawyer, …")] = None,
) -> None:
    """Takes in files, encrypted; the same file twice is there already. Example: tizim add reports/"""
    tongue = door_of(context).language
    given = {"publisher": source, "date": date, "language": language, "kind": kind, "obtained": obtained}
    options = {name: value for name, value in given.items() if value}
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise TizimError(say("no_such_path", tongue, paths=", ".join(missing)))
    fates: Counter[str] = Counter()
    with opened(context) as register:
        known = {one.sha256 for one in _documents(register.ledger.known_at(kinds=("document",)))}
        with counting("files") as count:
            for received in receive(paths, vault=register.vault, known=known, options=options):
                if received.entries:
                    write(register, received.entries, skip_known=True)
                fates[received.outcome] += 1
                count()
                if received.outcome != "added" or received.problems:
                    for line in received.lines:
                        echo(line)
    told = {"added": "files_added", "already_there": "files_there", "refused": "files_refused"}
    lines = [say(text, tongue, n=fates[fate]) for fate, text in told.items() if fates[fate]]
    echo(", ".join(lines) or say("no_files", tongue))
    if fates["refused"] == fates.total() > 0:
        raise TizimError(say("nothing_added", tongue))
    if fates["added"]:
        echo(f"{say('next', tongue)}: tizim read --keep")


def _documents(entries: Iterable[Entry]) -> list[Document]:
    return [entry for entry in entries if isinstance(entry, Document)]
