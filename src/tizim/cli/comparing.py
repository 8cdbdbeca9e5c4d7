"""compare: how well two written names agree, and why.

No register is opened and nothing is kept. The score speaks of the names, never of the people: whether two
mentions are one person is for a judgement.
"""

from typing import Annotated

import typer

from tizim.cli.door import Door
from tizim.cli.printing import echo
from tizim.cli.texts import say
from tizim.identity import compare as compare_names


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="compare")(compare)


def compare(
    context: typer.Context,
    one: Annotated[str, typer.Argument(metavar="NAME", help="A name as written.")],
    other: Annotated[str, typer.Argument(metavar="NAME", help="Another name as written.")],
) -> None:
    """Compares two names across scripts and spellings: a score from 0 to 1, and the reasons."""
    door: Door = context.obj
    found = compare_names(one, other, language=door.language)
    echo(say("names_agree", door.language, score=f"{found.score:.2f}"))
    for reason in found.reasons:
        echo(f"- {reason}")
    echo(say("names_only", door.language))
