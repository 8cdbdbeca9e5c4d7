"""deadlines: terms that run out between two days, in the order of their ends."""

from datetime import timedelta
from typing import Annotated, Any

import typer

from tizim.cli.door import Format, KnownAt, Reviewed, day, door_of, known, opened, told_now
from tizim.cli.printing import check_format, echo, print_csv, print_json, print_table
from tizim.cli.texts import say
from tizim.timelines import deadlines
from tizim.vocab import label

_COLUMNS = ("id", "person", "state", "candidates", "because")


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="deadlines")(list_deadlines)


def list_deadlines(
    context: typer.Context,
    from_day: Annotated[str | None, typer.Option("--from", help="The first day. Default: today.")] = None,
    to_day: Annotated[
        str | None, typer.Option("--to", help="The last day. Default: 60 days after the first.")
    ] = None,
    known_at: KnownAt = None,
    reviewed: Reviewed = False,
    form: Format = "table",
) -> None:
    """Terms of detention and bans that run out, computed from start and term. Example: tizim deadlines"""
    check_format(form)
    language, first = door_of(context).language, day(from_day)
    last = day(to_day) if to_day else first + timedelta(days=60)
    with opened(context) as register:
        told = told_now(register, known(known_at), basis="reviewed" if reviewed else "all")
    timelines = ((life.person.id, life.timeline) for life in told.lives.values())
    rows: list[dict[str, Any]] = [
        {
            "id": one.person_id,
            "person": told.lives[one.person_id].person.name,
            "state": one.state,
            "candidates": [end.isoformat() for end in one.candidates],
            "because": list(one.because),
        }
        for one in deadlines(timelines, since=first, until=last)
    ]
    if form == "json":
        print_json({"from": first.isoformat(), "to": last.isoformat(), "deadlines": rows})
    elif form == "csv":
        print_csv(rows, _COLUMNS)
    elif not rows:
        echo(say("no_deadline", language))
    else:
        shown = [
            [" / ".join(row["candidates"]), row["person"], label("states", row["state"], language), row["id"]]
            for row in rows
        ]
        print_table(shown, [say(key, language) for key in ("expected_end", "person", "class", "id")])
