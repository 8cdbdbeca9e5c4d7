"""The command line: one module a verb; each opens the register, asks one question, prints the answer."""

import gc
import os
import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

from tizim import TizimError, __version__
from tizim.cli import (
    adding,
    asking,
    assessing,
    auditing,
    checking,
    claim_verbs,
    comparing,
    criteria,
    deadlines,
    demo,
    differing,
    doubting,
    drafting,
    editions_shown,
    explaining,
    figuring,
    finding,
    identifying,
    importing,
    initialising,
    judging,
    judging_tables,
    linking,
    listing,
    person,
    publishing,
    reading,
    reconciling,
    releasing,
    reviewing,
    serving,
    showing,
    working,
)
from tizim.cli.door import Door

__all__ = ["app", "main"]

app = typer.Typer(
    name="tizim",
    help="A register of people persecuted for political reasons:"
    " sourced claims, dated lists, explained counts.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


@app.callback()
def options(
    context: typer.Context,
    register: Annotated[
        Path, typer.Option("--register", "-r", envvar="TIZIM_REGISTER", help="The folder of the register.")
    ] = Path("tizim-register"),
    key_file: Annotated[
        Path | None,
        typer.Option("--key-file", envvar="TIZIM_KEY_FILE", help="A key file instead of the passphrase."),
    ] = None,
    passphrase_stdin: Annotated[
        bool, typer.Option("--passphrase-stdin", help="Read the passphrase from standard input.")
    ] = False,
    language: Annotated[
        str, typer.Option("--language", "-l", envvar="TIZIM_LANGUAGE", help="en, ru or kk.")
    ] = "en",
) -> None:
    """Keeps the options that stand before the verb."""
    if language not in ("en", "ru", "kk"):
        raise TizimError(f"--language takes en, ru or kk, not '{language}'")
    context.obj = Door(register, key_file, passphrase_stdin, language)


for _verbs in (
    initialising,
    adding,
    asking,
    reading,
    importing,
    reviewing,
    serving,
    working,
    claim_verbs,
    judging,
    judging_tables,
    doubting,
    comparing,
    finding,
    identifying,
    linking,
    listing,
    differing,
    deadlines,
    person,
    explaining,
    assessing,
    criteria,
    publishing,
    editions_shown,
    releasing,
    drafting,
    showing,
    auditing,
    figuring,
    checking,
    reconciling,
    demo,
):
    _verbs.add_to(app)


@app.command()
def version() -> None:
    """The version of tizim."""
    typer.echo(__version__)


def main() -> None:
    """Runs a verb; what cannot be done is one line on standard error, and exit code 1."""
    try:
        _run()
    except TizimError as error:
        print(f"tizim: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"tizim: {where}{error.strerror or type(error).__name__}", file=sys.stderr)
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - a name could stand in the message; only the place is told
        print(f"tizim: a fault of the program ({_place(error)}); nothing was lost.", file=sys.stderr)
        sys.exit(3)


def _run() -> None:
    """The verb; what it printed has gone out when this ends, so that a closed pipe is noticed here."""
    gc.freeze()
    gc.disable()  # a question makes many objects that live to its end; long work turns it on again
    try:
        app()
    finally:
        sys.stdout.flush()


def _place(error: Exception) -> str:
    """The kind of a fault and where it arose, without its message."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    where = " < ".join(f"{Path(frame.filename).stem}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__name__} at {where}"
