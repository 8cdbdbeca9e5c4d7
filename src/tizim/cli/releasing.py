"""release: an edition that was let out, written as a folder to be published."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from tizim import TizimError
from tizim.cli.door import door_of, opened, told_now
from tizim.cli.printing import echo, working
from tizim.cli.publishing import Edition, edition_of
from tizim.cli.texts import say
from tizim.publications import RELEASE_KINDS, as_it_stands, release_files, release_of, work_of
from tizim.timelines import uncollected


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="release")(release)


def release(
    context: typer.Context,
    edition: Edition,
    folder: Annotated[Path, typer.Argument(help="A folder that is not there yet.")],
) -> None:
    """Writes what is published of an edition: site, data, feed. Example: tizim release e-… published-1"""
    from tizim.stores.signing import public_key, signed
    from tizim.wiring import printing_environment

    language = door_of(context).language
    if folder.exists():
        raise TizimError(f"{folder} is there already; a release is written to a new folder")
    with opened(context) as register:
        of = edition_of(register, edition)
        known = register.ledger.known_at(kinds=RELEASE_KINDS)
        told = release_of(
            of,
            known,
            vault=register.vault,
            public_key=public_key(register.keys),
            press=printing_environment(),
        )
        told = as_it_stands(told, told_now(register).lives, register.ledger)
        if not told.with_pdf:
            echo(say("no_pdf", language))
        whole, worth = work_of(told)
        with uncollected(), working(say("releasing", language), whole) as advance:
            files = release_files(told, signed=lambda raw: signed(register.keys, raw))
            count = _written(_told(files, lambda path: advance(worth(path))), folder)
    echo(say("released", language, n=count, folder=folder, start=folder / "data" / "index.html"))


def _told(files: Iterable[tuple[str, bytes]], done: Callable[[str], None]) -> Iterator[tuple[str, bytes]]:
    for path, content in files:
        yield path, content
        done(path)


def _written(files: Iterable[tuple[str, bytes]], folder: Path) -> int:
    """Writes the files beside the folder first; a release that is there is whole."""
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    count, made = 0, set[str]()
    try:
        for name, content in files:
            path = os.path.join(part, name)
            if (within := os.path.dirname(path)) not in made:
                os.makedirs(within, exist_ok=True)
                made.add(within)
            with open(path, "wb") as file:
                file.write(content)
            count += 1
        os.rename(part, folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return count
