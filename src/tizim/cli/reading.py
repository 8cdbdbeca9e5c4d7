"""read: proposals out of texts, printed in the flat form or kept in the register for review."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import orjson
import typer

from tizim import Problem, TizimError
from tizim.cli.door import opened, rows_of, write
from tizim.cli.printing import check_format, counting, echo, print_jsonl
from tizim.documents import Document, language_of, text_of
from tizim.ledger import in_force
from tizim.vocab import vague_date

if TYPE_CHECKING:
    from tizim.wiring import Register


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="read")(read_documents)


def read_documents(
    context: typer.Context,
    files: Annotated[list[Path] | None, typer.Argument(help="Files to read without a register.")] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Read the register's documents.")] = False,
    date: Annotated[str | None, typer.Option("--date", help="The files' own day, for 'on Monday'.")] = None,
    dates: Annotated[Path | None, typer.Option("--dates", help="A CSV with the columns id and date.")] = None,
    form: Annotated[str, typer.Option("--format", help="jsonl: one object a document.")] = "jsonl",
) -> None:
    """Proposes claims, each with its exact quotation. Example: tizim read --keep"""
    check_format(form, ("jsonl",))
    if keep == bool(files):
        raise TizimError("either name files to read, or use --keep to read the documents of the register")
    if keep:
        with opened(context) as register:
            _keep(register)
        return
    if date:
        vague_date(date)
    readings = _flat(files or [], date, _dates(dates) if dates else {})
    first = next(readings, None)
    if first is None:
        raise TizimError("nothing was read")
    print_jsonl(chain((first,), readings))


def _flat(files: list[Path], date: str | None, dates: dict[str, str]) -> Iterator[dict[str, object]]:
    from tizim.documents import Extractor, RefusedError
    from tizim.reading import read, to_flat

    with Extractor() as extractor:
        for path in files:
            try:
                with path.open("rb") as stream:
                    text = extractor.extract(stream, file_name=path.name, size=path.stat().st_size).text
            except OSError as error:
                typer.echo(f"{path.name}: cannot be read ({error.strerror}).", err=True)
                continue
            except RefusedError as refusal:
                typer.echo(str(refusal.problem(path.name)), err=True)
                continue
            found = read(text, date=dates.get(path.stem, date), language=language_of(text) or "en")
            if isinstance(found, Problem):
                typer.echo(f"{path.name}: {found.what} {found.hint}", err=True)
                continue
            yield to_flat(found, path.stem)


def _dates(path: Path) -> dict[str, str]:
    dates = {row["id"]: row["date"] for row in rows_of(path, ("id", "date")) if row["date"]}
    for written in dates.values():
        vague_date(written)
    return dates


def _keep(register: "Register") -> None:
    from tizim.reading import entries_of, read

    standing = in_force(register.ledger.known_at(kinds=("document", "withdrawal")))
    documents = [one for one in standing if isinstance(one, Document) and one.text_sha256]
    done = _done(register)
    waiting = [one for one in documents if one.id not in done]
    kept = 0
    unread: Counter[str] = Counter()
    with counting("documents", len(waiting)) as count:
        for document in waiting:
            text = text_of(document, register.vault)
            language = document.language or language_of(text) or "en"
            found = read(text, date=document.date, language=language)
            if isinstance(found, Problem):
                unread[language] += 1
            else:
                kept += len(write(register, entries_of(found, document), skip_known=True))
                done.add(document.id)
            count()
    _note_done(register, done)
    before = len(documents) - len(waiting)
    read_now = len(waiting) - unread.total()
    echo(f"{read_now} documents read, {kept} entries kept; {before} read before.")
    for language, number in sorted(unread.items()):
        echo(f"{number} documents in '{language}' wait: no reader for it yet. Code them by hand.")
    if kept:
        echo("Nobody has reviewed them yet: tizim claims 'reviewed=no', tizim review accept c-…")


def _label() -> str:
    """The readers of this version."""
    from tizim.reading import READERS

    return ", ".join(sorted(READERS.values()))


def _done(register: "Register") -> set[str]:
    """Which documents these readers have read; if the note is lost, reading again doubles nothing."""
    note = register.derived.load("read", _label())
    return set(orjson.loads(note)) if note else set()


def _note_done(register: "Register", done: set[str]) -> None:
    register.derived.save("read", _label(), orjson.dumps(sorted(done)))
