"""find: people of the register by any spelling of a name.

One name a call. The score speaks of the names, never of the people: whether two are one person is for a
judgement.
"""

from typing import Annotated, Any

import typer

from tizim import TizimError
from tizim.cli.door import door_of, opened
from tizim.cli.printing import check_format, echo, print_json
from tizim.cli.texts import say
from tizim.identity import Found
from tizim.timelines import NamesKnown, names_known

LONGEST = 200


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="find")(find)


def find(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A name as anybody writes it, or a part of it.")
    ],
    limit: Annotated[int, typer.Option("--limit", min=1, max=100, help="At most so many people.")] = 10,
    typing: Annotated[bool, typer.Option("--typing", help="The last word may be unfinished.")] = False,
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """People by any spelling, script, case or part of a name. Example: tizim find "Ару Семплева" """
    check_format(form, ("text", "json"))
    if len(name) > LONGEST:
        raise TizimError(f"a name has at most {LONGEST} characters")
    name = name.encode("utf-8", "replace").decode()
    language = door_of(context).language
    with opened(context) as register:
        known = names_known(register.ledger, register.derived)
    found = known.index.find(name, limit=limit, typing=typing, language=language)
    rows = [_row(one, known) for one in found]
    if form == "json":
        print_json({"query": name, "people": rows})
    else:
        _print(rows, language)


def _row(found: Found, known: NamesKnown) -> dict[str, Any]:
    names = known.names[found.person_id]
    return {
        "id": found.person_id,
        "person": names[0],
        "names": [*names],
        "found_by": found.name,
        "score": round(found.score, 4),
        "reasons": [*found.reasons],
    }


def _print(rows: list[dict[str, Any]], language: str) -> None:
    for row in rows:
        echo(f"{row['score']:.2f}  {row['person']}  ({row['id']})")
        others = row["names"][1:]
        if others:
            echo(f"      {say('other_names', language)}: {'; '.join(others)}")
        echo(f"      {say('found_by', language, name=row['found_by'])}: {'; '.join(row['reasons'])}")
    echo(say("names_only" if rows else "nobody_of_that_name", language))
