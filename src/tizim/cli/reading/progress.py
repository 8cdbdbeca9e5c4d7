"""The bar of a long reading: how far, how fast, how long yet; nothing where no person watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Advance = Callable[[int], None]


@contextmanager
def advancing(what: str, *, things: int, total: int, unit: str = "") -> Iterator[Advance]:
    """A bar over ``total`` units of work in so many things; call with what one thing was worth.

    ``unit`` is ``KB`` for work in bytes; without one the things themselves are counted.
    """
    if not sys.stderr.isatty():
        yield lambda amount: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[done]}/{task.fields[things]}"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task(what, total=total, done=0, things=things, rate="")
        done = 0

        def advance(amount: int) -> None:
            nonlocal done
            done += 1
            progress.update(task, advance=amount, done=done, rate=_rate(progress.tasks[0].speed, unit))

        yield advance


def _rate(speed: float | None, unit: str = "") -> str:
    if not speed:
        return ""
    return f"{speed / 1000:,.0f} {unit}/s" if unit else f"{speed:,.1f}/s"
