"""check: whether the register is as it was written."""

from typing import Annotated

import typer

from tizim import TizimError
from tizim.cli.door import opened
from tizim.cli.printing import echo


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="check")(check)


def check(
    context: typer.Context,
    digest: Annotated[
        str | None, typer.Option("--digest", help="A head digest noted earlier: must still be in the chain.")
    ] = None,
) -> None:
    """Proves that nothing written was changed, or names the first entry that was; looks for all files."""
    with opened(context) as register:
        head = register.ledger.head()
        found = list(register.problems())
        if digest and all(link.digest != digest for link in register.ledger.links()):
            raise TizimError("that digest is not in this chain: the register is not the one it was")
    for problem in found:
        echo(str(problem))
    if found:
        raise TizimError(f"{len(found)} faults; fetch a backup and compare")
    echo(f"{head.seq} entries, the chain holds. Head digest {head.digest} of {head.recorded_at or 'never'}.")
    echo("Note the digest elsewhere, on paper: 'tizim check --digest …' then shows a rewritten chain.")
