"""Files read without a register, on all cores: printed, or added to a file that a later call goes on with."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import typer

from tizim import TizimError
from tizim.cli.printing import echo, shown
from tizim.cli.reading.file_task import FileRead, FileTask
from tizim.cli.reading.folders import Days, Waiting, measured
from tizim.cli.reading.out_file import OutFile
from tizim.cli.reading.plain import plain, second_lines
from tizim.cli.reading.progress import advancing
from tizim.cli.texts import say
from tizim.reading.crew import Failed, cores, worked

if TYPE_CHECKING:
    from tizim.cli.reading.second import SecondReader

_FEW, _SMALL = 8, 1_000_000
INTERRUPTED = 130
Show = Callable[[FileTask, FileRead], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How the files are to be read, and how what is found is to be shown."""

    days: Days
    out: Path | None = None
    text: bool = False
    why: bool = False
    jobs: int | None = None
    second: "SecondReader | None" = None
    language: str = "en"


def read_files(paths: list[Path], wish: Wish) -> None:
    """Reads the files and folders; TizimError if nothing was read, exit code 130 after Ctrl-C."""
    with ExitStack() as stack:
        out = stack.enter_context(OutFile(wish.out, wish.language)) if wish.out else None
        if out and out.dropped:
            tell(say("reading_torn", wish.language, file=wish.out.name if wish.out else ""))
        waiting = Waiting(paths, wish.days, out, tell)
        show = _shower(out, wish)
        try:
            _work(paths, wish, waiting, show)
        except KeyboardInterrupt:
            _say_stopped(waiting, wish)
            raise typer.Exit(INTERRUPTED) from None
    counts = waiting.counts
    if wish.out:
        echo(say("reading_done", wish.language, n=counts.read, refused=counts.refused, before=counts.before))
    if not counts.read and not counts.before:
        raise TizimError(say("nothing_read", wish.language))


def tell(line: str) -> None:
    """A line about a file, on standard error."""
    typer.echo(shown(line), err=True)


def _work(paths: list[Path], wish: Wish, waiting: Waiting, show: Show) -> None:
    files, size = measured(paths) if sys.stderr.isatty() else (0, 0)
    tasks = waiting.tasks(why=wish.why)
    if wish.second is not None:
        tasks = (replace(task, second=wish.second) for task in tasks)
    label = say("reading_bar", wish.language)
    with advancing(label, things=files, total=size, unit="KB") as advance:
        waiting.skip = advance
        for task, result in worked(tasks, _workers(paths, wish), ordered=wish.out is None):
            _take(task, _answered(task, result, wish), waiting, show)
            advance(task.size)


def _answered(task: FileTask, result: Any, wish: Wish) -> FileRead:
    """The result; in a file that is gone on with, a text without all answers of the model waits for them."""
    if isinstance(result, Failed):
        return FileRead(lines=(result.line(task.shown),))
    assert isinstance(result, FileRead)
    unread = [one["second"]["unread"] for one in result.objects if "second" in one]
    if wish.out is None or not any(unread):
        return result
    told = [line for one in unread for line in second_lines({}, one, wish.language)]
    return FileRead(lines=(*result.lines, *(f"{task.shown}: {line}" for line in told)))


def _take(task: FileTask, result: FileRead, waiting: Waiting, show: Show) -> None:
    for line in result.lines:
        tell(line)
    if result.objects:
        waiting.counts.read += 1
        show(task, result)
    else:
        waiting.counts.refused += 1


def _workers(paths: list[Path], wish: Wish) -> int:
    """One for each core; this process itself reads a few small files, and all where a second reader does."""
    if wish.second is not None:
        return 1
    if wish.jobs:
        return wish.jobs
    named = [path for path in paths if path.is_file()]
    few = len(named) == len(paths) < _FEW and sum(path.stat().st_size for path in named) < _SMALL
    return 1 if few or not any(path.exists() for path in paths) else cores()


def _shower(out: OutFile | None, wish: Wish) -> Show:
    if out is not None:
        return lambda task, found: out.append(task.shown, found.sha256, found.objects)
    if wish.text:
        return lambda task, found: _print_lines(found, wish)
    return lambda task, found: _print_objects(found)


def _print_objects(found: FileRead) -> None:
    sys.stdout.buffer.write(b"".join(_lines(found)))
    sys.stdout.flush()


def _lines(found: FileRead) -> Iterator[bytes]:
    return (orjson.dumps(one, option=orjson.OPT_APPEND_NEWLINE) for one in found.objects)


def _print_lines(found: FileRead, wish: Wish) -> None:
    for one in found.objects:
        for line in plain(one, wish.language):
            echo(line)


def _say_stopped(waiting: Waiting, wish: Wish) -> None:
    key = "reading_stopped_out" if wish.out else "reading_stopped"
    tell(say(key, wish.language, n=waiting.counts.read))
