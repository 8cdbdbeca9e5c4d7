"""Answers on the screen: a table for people, JSON and CSV for programs."""

import csv
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from shutil import get_terminal_size
from typing import Any

import orjson

from tizim import TizimError
from tizim.cli.table import table_lines

FORMATS = ("table", "json", "csv")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


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


def print_table(rows: Sequence[Sequence[str]], headings: Sequence[str]) -> None:
    """A table for the eye, as wide as the screen, or 140 columns where there is none."""
    width = get_terminal_size().columns if sys.stdout.isatty() else 140
    harmless_rows = [[shown(cell) for cell in row] for row in rows]
    print("\n".join(table_lines(harmless_rows, headings, width)))


def echo(text: str = "") -> None:
    """One line of plain text, as it is."""
    print(shown(text))


def shown(text: str) -> str:
    """The text without the signs that steer a terminal or turn the direction of writing around."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


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


@contextmanager
def working(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """A bar over so much work with the time left; call with what a thing was worth. Nothing unwatched."""
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    if not sys.stderr.isatty():
        yield lambda amount: None
        return
    from rich.console import Console

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda amount: progress.advance(task, amount)
