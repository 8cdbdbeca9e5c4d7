"""The verb read: what is to be read, how, and where what is found goes."""

import gc
from pathlib import Path
from typing import Annotated

import typer

from tizim import TizimError
from tizim.cli.door import door_of, opened, rows_of
from tizim.cli.printing import check_format
from tizim.cli.reading.folders import Days
from tizim.cli.texts import say
from tizim.vocab import vague_date

Out = Annotated[
    Path | None, typer.Option("--out", help="Add to this file; a second call goes on where one stopped.")
]
Form = Annotated[str | None, typer.Option("--format", help="jsonl: one object a document; text: for people.")]
Second = Annotated[
    str | None,
    typer.Option(
        "--second", metavar="URL", help="A language model as a second reader: http://127.0.0.1:8080/v1"
    ),
]
Model = Annotated[str | None, typer.Option("--model", help="The name of the model at that address.")]
MayLeave = Annotated[
    bool,
    typer.Option("--text-may-leave", help="The text may go to a model on another machine, over HTTPS."),
]
KeyIn = Annotated[
    str | None,
    typer.Option(
        "--model-key", metavar="VARIABLE", help="The setting that holds the key for the model; - asks."
    ),
]


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="read")(read_documents)


def read_documents(
    context: typer.Context,
    files: Annotated[list[Path] | None, typer.Argument(help="Files and folders to read.")] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Read the register's documents.")] = False,
    date: Annotated[str | None, typer.Option("--date", help="The files' own day, for 'on Monday'.")] = None,
    dates: Annotated[Path | None, typer.Option("--dates", help="A CSV with the columns id and date.")] = None,
    out: Out = None,
    why: Annotated[bool, typer.Option("--why", help="Say for each proposal what made it.")] = False,
    form: Form = None,
    jobs: Annotated[int | None, typer.Option("--jobs", min=1, help="Processes. Default: one a core.")] = None,
    second: Second = None,
    model: Model = None,
    text_may_leave: MayLeave = False,
    model_key: KeyIn = None,
) -> None:
    """Proposes claims, each with its exact quotation. Example: tizim read --keep"""
    chosen = form or ("text" if (why or second) and not (out or keep) else "jsonl")
    check_format(chosen, ("jsonl", "text"))
    language = door_of(context).language
    if odd := _odd(files or [], keep=keep, out=out, text=chosen == "text", why=why):
        raise TizimError(say(odd, language))
    gc.enable()  # long work
    reader = None
    if second or model:
        from tizim.cli.reading.second import second_reader

        reader = second_reader(second, model, may_leave=text_may_leave, key_in=model_key, language=language)
    if keep:
        from tizim.cli.reading.kept import keep_read

        with opened(context) as register:
            keep_read(register, jobs=jobs, second=reader, language=language)
        return
    from tizim.cli.reading.files import Wish, read_files

    wish = Wish(
        days=_days(date, dates), out=out, text=chosen == "text", why=why, jobs=jobs, second=reader,
        language=language,
    )  # fmt: skip
    read_files(files or [], wish)


def _odd(files: list[Path], *, keep: bool, out: Path | None, text: bool, why: bool) -> str | None:
    """The text that says what does not go together; ``None`` if all does."""
    if keep == bool(files):
        return "reading_which"
    if keep and (out or why):
        return "reading_not_kept"
    return "reading_out_form" if out and text else None


def _days(date: str | None, dates: Path | None) -> Days:
    """The days given, all checked before anything is read."""
    each = {row["id"]: row["date"] for row in rows_of(dates, ("id", "date")) if row["date"]} if dates else {}
    for written in (*([date] if date else []), *each.values()):
        vague_date(written)
    return Days(one=date, each=each)
