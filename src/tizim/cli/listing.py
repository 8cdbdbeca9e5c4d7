"""list, tally, definitions: the answers as of a day, as known at a moment."""

from typing import Annotated, Any

import typer

from tizim.cli.answers import (
    Question,
    answer,
    bounds,
    class_title,
    heading,
    member_row,
    tally_json,
    upper,
)
from tizim.cli.door import AsOf, Format, KnownAt, Reviewed, day, door_of, known, opened
from tizim.cli.printing import check_format, echo, print_csv, print_json, print_table
from tizim.cli.texts import say
from tizim.tallies import Definition, Tally, contested, definition, every_shipped, outside, tally
from tizim.timelines import Chronicle

_COLUMNS = (
    "id", "person", "class", "since", "confirmed", "expected_end", "articles", "sure", "why", "sources",
    "unreviewed", "because",
)  # fmt: skip

Name = Annotated[
    str, typer.Argument(help="A definition: in-custody, prisoners, … or the path of a YAML file.")
]


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    app.command(name="list")(list_people)
    app.command(name="tally")(count)
    app.command(name="definitions")(definitions)


def list_people(
    context: typer.Context,
    name: Name = "in-custody",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    reviewed: Reviewed = False,
    form: Format = "table",
) -> None:
    """The people whom a definition counts on a day. Example: tizim list in-custody --as-of 2020-11-30"""
    check_format(form)
    asked, language = Question(day(as_of), known(known_at), reviewed), door_of(context).language
    with opened(context) as register:
        of, found, chronicled = answer(register, name, asked)
    rows = [member_row(one, of, chronicled, language) for one in found.members]
    if form == "json":
        print_json({**tally_json(found), "people": rows})
    elif form == "csv":
        print_csv(rows, _COLUMNS)
    else:
        _print_list(rows, heading(of, asked, language), found, language)
        _print_footer(found, chronicled, language)


def count(
    context: typer.Context,
    name: Name = "in-custody",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    reviewed: Reviewed = False,
    form: Format = "table",
) -> None:
    """The count of a definition with its parts. Example: tizim tally prisoners --as-of 2020-11-30"""
    check_format(form)
    asked, language = Question(day(as_of), known(known_at), reviewed), door_of(context).language
    with opened(context) as register:
        of, found, chronicled = answer(register, name, asked)
    wide = tally(definition(of.within), chronicled, as_of=asked.as_of) if of.within else None
    rows = _part_rows(found)
    if form == "json":
        nested = {"within": of.within, "outside": list(outside(found, wide))} if wide else {}
        print_json({**tally_json(found), **nested})
    elif form == "csv":
        print_csv(rows, ("class", "at_least", "at_most"))
    else:
        echo(heading(of, asked, language))
        _print_parts(rows, of, language)
        if wide:
            echo(f"{_bounds_of(found, language)}  ⊂  {_bounds_of(wide, language)}")
        _print_footer(found, chronicled, language)


def _part_rows(found: Tally) -> list[dict[str, Any]]:
    rows = [{"class": code, "at_least": p.at_least, "at_most": p.at_most} for code, p in found.parts.items()]
    return [*rows, {"class": "total", "at_least": found.at_least, "at_most": found.at_most}]


def _print_parts(rows: list[dict[str, Any]], of: Definition, language: str) -> None:
    titles = {one.code: class_title(of, one.code, language) for one in of.classes}
    titles["total"] = say("total", language)
    shown = [[titles[row["class"]], str(row["at_least"]), upper(row["at_most"], language)] for row in rows]
    print_table(shown, [say(key, language) for key in ("class", "at_least", "at_most")])


def _bounds_of(found: Tally, language: str) -> str:
    return f"{found.definition}: {bounds(found.at_least, found.at_most, language)}"


def definitions(context: typer.Context) -> None:
    """The definitions that ship with tizim, with their notes."""
    language = door_of(context).language
    for name in every_shipped():
        of = definition(name)
        echo(f"{name}  (version {of.version})  {of.title.get(language, of.name)}")
        if of.note.get(language):
            echo(f"    {of.note[language]}")


def _print_list(rows: list[dict[str, Any]], title: str, found: Tally, language: str) -> None:
    echo(title)
    if not rows:
        echo(say("nobody", language))
        return
    keys = ("person", "class", "since", "confirmed", "expected_end", "articles", "sources", "why", "id")
    shown = [
        [row["person"], row["state"], row["since"], row["confirmed"], row["expected_end"],
         ", ".join(row["articles"]), str(row["sources"]), row["reason"], row["id"]]
        for row in rows
    ]  # fmt: skip
    print_table(shown, [say(key, language) for key in keys])
    echo(bounds(found.at_least, found.at_most, language))


def _print_footer(found: Tally, chronicled: Chronicle, language: str) -> None:
    clashes = contested(found, chronicled)
    if clashes:
        ids = ", ".join(one for clash in clashes for one in clash.judgement_ids)
        echo(f"! {say('contested', language, n=len(clashes), ids=ids)}")
    because = found.because
    unreviewed = sum(one in chronicled.unreviewed for one in because)
    if unreviewed:
        echo(say("unreviewed", language, n=unreviewed, of=len(because)))
    echo(say("lower_bound", language))
