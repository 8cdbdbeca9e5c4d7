"""identify: the mentions of a spreadsheet, each in the cluster of its person. No register is opened."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from tizim import TizimError
from tizim.cli.door import Door
from tizim.cli.printing import counting, echo, harmless
from tizim.cli.texts import say
from tizim.identity import IdentityError, MentionTable, Placement, identify, mention_table

_COLUMNS = ("mention_id", "cluster_id", "certainty")
_MOST_LINES = 50
_FAULTS = {
    "no_id": "mention_no_id",
    "no_name": "mention_no_name",
    "repeated": "mention_repeated",
    "long_name": "mention_long_name",
    "broken": "mention_broken",
    "no_csv": "mention_no_csv",
}


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="identify")(identify_mentions)


def identify_mentions(
    context: typer.Context,
    mentions: Annotated[Path, typer.Argument(help="A CSV with mention_id and name_as_written.")],
    out: Annotated[Path, typer.Option("--out", help="Where to write mention_id, cluster_id, certainty.")],
    force: Annotated[bool, typer.Option("--force", help="Write over the file that --out names.")] = False,
) -> None:
    """Places mentions with those of the same person. Example: tizim identify names.csv --out people.csv"""
    door: Door = context.find_root().obj
    if out.exists() and not (force and out.is_file()):
        raise TizimError(say("out_exists", door.language, name=out.name))
    try:
        table = mention_table(mentions.read_bytes())
    except IdentityError as wrong:
        raise TizimError(f"{mentions.name}: {wrong}") from None
    _tell(table, mentions.name, door.language)
    with counting("names", len({mention.name for mention in table.mentions})) as count:
        placed = identify(table.mentions, step=count)
    _write(placed, out)
    people = len({one.cluster_id for one in placed})
    echo(say("mentions_placed", door.language, mentions=len(placed), clusters=people, name=out.name))


def _tell(table: MentionTable, name: str, language: str) -> None:
    """What the reader of the table should know, on standard error."""
    if table.encoding == "windows-1251":
        typer.echo(say("taken_for_windows", language, table=name), err=True)
    if table.missing:
        typer.echo(say("mention_columns", language, table=name, columns=", ".join(table.missing)), err=True)
    if not table.documents:
        typer.echo(say("mention_documents", language, table=name), err=True)
    for row, fault in table.faults[:_MOST_LINES]:
        typer.echo(say(_FAULTS[fault], language, table=name, row=row), err=True)
    if len(table.faults) > _MOST_LINES:
        typer.echo(say("and_more_rows", language, n=len(table.faults) - _MOST_LINES), err=True)


def _write(placed: Sequence[Placement], out: Path) -> None:
    """The file is there whole or not at all."""
    from tizim.stores.private import write_private

    table = io.StringIO(newline="")
    rows = csv.writer(table)
    rows.writerow(_COLUMNS)
    for one in placed:
        rows.writerow((harmless(one.mention_id), harmless(one.cluster_id), f"{one.certainty:g}"))
    write_private(out, table.getvalue().encode("utf-8"))
