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
from tizim.publications import (
    Release,
    approved,
    as_it_stands,
    content_of,
    editions,
    errata,
    pdf_is_there,
    release_files,
    work_of,
)
from tizim.reading.crew import cores
from tizim.timelines import uncollected

_FINDS_FONTS = (
    "HOME", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "PANGO_LANGUAGE", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
    "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH",
)  # fmt: skip
_KINDS = ("list_edition", "approval", "erratum", "withdrawal")


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

    language = door_of(context).language
    if folder.exists():
        raise TizimError(f"{folder} is there already; a release is written to a new folder")
    with opened(context) as register:
        of = edition_of(register, edition)
        known = tuple(register.ledger.known_at(kinds=_KINDS))
        before = [one for one in editions(known, of.definition) if one.number < of.number]
        told = Release(
            of, content_of(of, register.vault), approved(of, known), public_key(register.keys),
            content_of(before[-1], register.vault) if before else None, errata(of, known), pdf_is_there(),
            _press(),
        )  # fmt: skip
        told = as_it_stands(told, told_now(register).lives, register.ledger)
        if not told.with_pdf:
            echo(say("no_pdf", language))
        whole, worth = work_of(told)
        with uncollected(), working(say("releasing", language), whole) as advance:
            files = release_files(told, signed=lambda raw: signed(register.keys, raw))
            count = _written(_told(files, lambda path: advance(worth(path))), folder)
    echo(say("released", language, n=count, folder=folder, start=folder / "data" / "index.html"))


def _press() -> dict[str, str] | None:
    """The environment of a process that prints reports; None where there is no second core for it."""
    return {name: os.environ[name] for name in _FINDS_FONTS if name in os.environ} if cores() > 1 else None


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
