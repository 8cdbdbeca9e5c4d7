"""Answers on the screen: a table for people, JSON and CSV for programs."""

import csv
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import orjson

from tizim import TizimError

if TYPE_CHECKING:
    from rich.console import Console

FORMATS = ("table", "json", "csv")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def check_format(name: str, allowed: Sequence[str] = FORMATS) -> None:
    """Refuses an unknown format before any work is done."""
    if name not in allowed:
        raise TizimError(f"--format takes {', '.join(allowed)}, not '{name}'")


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.buffer.write(orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    sys.stdout.flush()


def print_jsonl(values: Iterable[Any]) -> None:
    """One JSON object a line on standard output."""
    for value in values:
        sys.stdout.buffer.write(orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE))
    sys.stdout.flush()


def print_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """The rows as CSV; a cell that a spreadsheet would run as a formula is made text."""
    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([harmless(row.get(column)) for column in columns])


def harmless(value: Any) -> str:
    """The value as a cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    text = "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def print_table(rows: Sequence[Sequence[str]], headings: Sequence[str], *, title: str = "") -> None:
    """A table for the eye, as wide as the screen."""
    from rich.box import SIMPLE
    from rich.table import Table

    table = Table(*headings, title=title or None, title_justify="left", box=SIMPLE, pad_edge=False)
    for row in rows:
        table.add_row(*map(escape, row))
    console().print(table)


def echo(text: str = "") -> None:
    """One line of plain text; nothing in it is taken for markup."""
    console().print(text, markup=False, highlight=False, soft_wrap=True)


def escape(text: str) -> str:
    """Text that stands in a table as it is."""
    from rich.markup import escape as escaped

    return escaped(text)


def console() -> "Console":
    """The screen; 120 columns where there is none."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else 140, soft_wrap=False)


@contextmanager
def counting(what: str, total: int | None = None) -> Iterator[Callable[[], None]]:
    """A bar with rate and time left while long work goes on; nothing where no person watches."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda: progress.advance(task)
