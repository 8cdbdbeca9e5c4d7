"""check: whether the register is as it was written."""

from typing import Annotated

import typer

from tizim import TizimError
from tizim.cli.door import door_of, opened
from tizim.cli.printing import echo
from tizim.cli.texts import say


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
    language = door_of(context).language
    with opened(context) as register:
        head = register.ledger.head()
        found = list(register.problems())
        if digest and all(link.digest != digest for link in register.ledger.links()):
            raise TizimError(say("digest_missing", language))
    for problem in found:
        echo(str(problem))
    if found:
        raise TizimError(say("faults", language, n=len(found)))
    never = say("never", language)
    echo(say("chain_holds", language, n=head.seq, digest=head.digest, moment=head.recorded_at or never))
    echo(say("note_digest", language))
