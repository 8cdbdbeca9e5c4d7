"""show-release: a finished release looked at in a browser, or checked; no register is opened for it."""

from pathlib import Path
from typing import Annotated

import typer

from tizim import TizimError
from tizim.cli.door import door_of
from tizim.cli.printing import echo
from tizim.cli.texts import say
from tizim.publications.release import read_release


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="show-release")(show_release)


def show_release(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="A release as 'tizim release' wrote it.")],
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port on this machine.")] = 8480,
    key: Annotated[
        str | None, typer.Option("--public-key", help="Whose release it must be: ed25519:…, from the makers.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only look whether every file is what was signed.")
    ] = False,
) -> None:
    """Shows a release to this machine, or checks it. Example: tizim show-release published-1 --check"""
    language = door_of(context).language
    release = read_release(folder, key=key)
    damaged = release.damaged()
    if damaged:
        raise TizimError(f"{len(damaged)} files are missing or changed, the first: {damaged[0]}")
    echo(say("release_sound", language, n=len(release.digests), of=release.public_key))
    if check:
        return
    from waitress import serve

    from tizim.web.public import Public

    echo(say("release_shown", language, address=f"http://127.0.0.1:{port}/"))
    serve(Public(release), host="127.0.0.1", port=port, threads=4, ident=None)
