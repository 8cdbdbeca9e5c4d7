"""figure: by which definition a published figure counts, as a person decides."""

from typing import Annotated

import typer

from tizim import TizimError
from tizim.cli.answers import definition_named, sets_of
from tizim.cli.door import door_of, opened, write
from tizim.cli.printing import echo
from tizim.cli.texts import say


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="figure")(figure)


def figure(
    context: typer.Context,
    figure_id: Annotated[str, typer.Argument(metavar="FIGURE", help="The id of a published figure (f-…).")],
    definition: Annotated[
        str, typer.Option("--definition", help="in-custody, in-custody/house_arrest, … or a YAML file.")
    ],
    as_of: Annotated[str | None, typer.Option("--as-of", help="The day it holds for, 2020-11-30.")] = None,
    since: Annotated[str | None, typer.Option("--since", help="The day from which acts are counted.")] = None,
) -> None:
    """Decides what a published figure counts. Example: tizim figure f-… --definition in-custody"""
    from tizim.audits import defined
    from tizim.claims import PublishedFigure
    from tizim.ledger import standing

    language = door_of(context).language
    with opened(context) as register:
        known = standing(register.ledger, kinds=(PublishedFigure.kind,))
        found = next((one for one in known if isinstance(one, PublishedFigure) and one.id == figure_id), None)
        if found is None:
            raise TizimError(f"the register has no figure {figure_id}; 'tizim audit --figures' shows them")
        sets = sets_of(register)
        right = defined(
            found, definition=definition, as_of=as_of, since=since,
            among=lambda name: definition_named(name, sets),
        )  # fmt: skip
        write(register, [right], skip_known=True)
    echo(say("figure_defined", language, id=right.id, name=definition))
