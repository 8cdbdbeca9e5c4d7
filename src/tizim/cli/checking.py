"""check: whether the register is as it was written."""

from collections.abc import Iterable
from typing import Annotated

import typer

from tizim import TizimError
from tizim.cli.door import opened
from tizim.cli.printing import echo
from tizim.documents import Document
from tizim.ledger import Entry, first_break


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
        fault = first_break(register.ledger)
        if fault:
            raise TizimError(f"the chain is broken: {fault}")
        if digest and all(link.digest != digest for link in register.ledger.links()):
            raise TizimError("that digest is not in this chain: the register is not the one it was")
        missing = [
            one.id
            for one in _documents(register.ledger.known_at(kinds=("document",)))
            if not register.vault.has(one.sha256)
        ]
    echo(f"{head.seq} entries, the chain holds. Head digest {head.digest} of {head.recorded_at or 'never'}.")
    echo("Note the digest elsewhere, on paper: 'tizim check --digest …' then shows a rewritten chain.")
    if missing:
        raise TizimError(f"files missing from the vault: {', '.join(missing)}")


def _documents(entries: Iterable[Entry]) -> list[Document]:
    return [entry for entry in entries if isinstance(entry, Document)]
