"""list, tally, diff: the answers as of a day, as known at a moment."""

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
    told,
)
from tizim.cli.door import AsOf, Format, KnownAt, Reviewed, day, door_of, known, opened
from tizim.cli.printing import check_format, echo, print_csv, print_json, print_table
from tizim.cli.texts import say
from tizim.tallies import Change, Difference, Tally, definition, difference, outside, shipped, tally
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
    app.command(name="diff")(diff)
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
    if form == "json":
        nested = {"within": of.within, "outside": list(outside(found, wide))} if wide else {}
        print_json({**tally_json(found), **nested})
        return
    rows = [
        {"class": code, "at_least": part.at_least, "at_most": part.at_most}
        for code, part in found.parts.items()
    ]
    rows.append({"class": "total", "at_least": found.at_least, "at_most": found.at_most})
    if form == "csv":
        print_csv(rows, ("class", "at_least", "at_most"))
        return
    shown = [
        [
            say("total", language)
            if row["class"] == "total"
            else class_title(of, str(row["class"]), language),
            str(row["at_least"]),
            say("open_end", language) if row["at_most"] is None else str(row["at_most"]),
        ]
        for row in rows
    ]
    echo(heading(of, asked, language))
    print_table(shown, [say(key, language) for key in ("class", "at_least", "at_most")])
    if wide:
        echo(
            f"{of.name}: {bounds(found.at_least, found.at_most, language)}  ⊂  "
            f"{wide.definition}: {bounds(wide.at_least, wide.at_most, language)}"
        )
    _print_footer(found, chronicled, language)


def diff(
    context: typer.Context,
    name: Name = "in-custody",
    from_day: Annotated[
        str | None, typer.Option("--from", help="The earlier day. Default: the later one.")
    ] = None,
    to_day: Annotated[str | None, typer.Option("--to", help="The later day. Default: today.")] = None,
    known_from: Annotated[
        str | None, typer.Option("--known-from", help="The earlier moment of knowledge.")
    ] = None,
    known_to: Annotated[str | None, typer.Option("--known-to", help="The later moment of knowledge.")] = None,
    reviewed: Reviewed = False,
    form: Format = "table",
) -> None:
    """Who joined a list, who left it, and why. Example: tizim diff in-custody --from 2020-06-30"""
    check_format(form)
    language = door_of(context).language
    later = Question(day(to_day), known(known_to), reviewed)
    earlier = Question(day(from_day) if from_day else later.as_of, known(known_from or known_to), reviewed)
    with opened(context) as register:
        of, after, chronicled = answer(register, name, later)
        same = earlier.known_at == later.known_at
        before = tally(
            of,
            chronicled if same else told(register, earlier, of),
            as_of=earlier.as_of,
            known_at=earlier.known_at,
        )
        recorded = {
            one.id: one.recorded_at for one in register.ledger.known_at(later.known_at, kinds=("claim",))
        }
    found = difference(of, before, after, told=chronicled, recorded=recorded)
    if form == "json":
        print_json(
            {
                "from": tally_json(before),
                "to": tally_json(after),
                "changes": [_change(c) for c in found.changes],
            }
        )
    elif form == "csv":
        print_csv(
            [_change(c) for c in found.changes],
            ("person_id", "name", "what", "why", "before", "after", "because"),
        )
    else:
        echo(heading(of, earlier, language))
        echo(f"→ {heading(of, later, language)}")
        _print_difference(found, language)


def definitions(context: typer.Context) -> None:
    """The definitions that ship with tizim, with their notes."""
    language = door_of(context).language
    for name in shipped():
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
    because = found.because
    unreviewed = sum(one in chronicled.unreviewed for one in because)
    if unreviewed:
        echo(say("unreviewed", language, n=unreviewed, of=len(because)))
    echo(say("lower_bound", language))


def _print_difference(found: Difference, language: str) -> None:
    echo(
        f"{bounds(found.earlier.at_least, found.earlier.at_most, language)}  →  "
        f"{bounds(found.later.at_least, found.later.at_most, language)}"
    )
    if not found.changes:
        echo(say("no_change", language))
        return
    shown = [
        [
            say(one.what, language),
            one.name,
            one.before or "",
            one.after or "",
            say(one.why, language),
            one.person_id,
        ]
        for one in found.changes
    ]
    print_table(shown, [say(key, language) for key in ("what", "person", "before", "after", "why", "id")])


def _change(change: Change) -> dict[str, Any]:
    return {name: getattr(change, name) for name in Change.__slots__}
