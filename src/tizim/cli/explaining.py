"""explain: from a figure, a person on a list, or a claim to the passages behind it."""

from typing import Annotated, Any

import typer

from tizim import TizimError
from tizim.cli.answers import (
    Question,
    answer,
    bounds,
    class_title,
    definition_named,
    evidence_json,
    evidence_lines,
    heading,
    reason,
    sets_of,
    shelf,
)
from tizim.cli.door import AsOf, Format, KnownAt, Reviewed, day, door_of, known, opened, told_now
from tizim.cli.printing import check_format, echo, print_json
from tizim.tallies import Definition, Evidence, Member, Shelf, Tally


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="explain")(explain)


def explain(
    context: typer.Context,
    what: Annotated[
        str, typer.Argument(help="A definition (in-custody), or the id of a claim (c-…).")
    ] = "in-custody",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    reviewed: Reviewed = False,
    part: Annotated[str | None, typer.Option("--part", help="One class only: imprisonment, …")] = None,
    who: Annotated[str | None, typer.Option("--person", help="One person only, by id (p-…).")] = None,
    form: Format = "table",
) -> None:
    """Every claim and passage behind a figure. Example: tizim explain in-custody --as-of 2020-11-30"""
    check_format(form, ("table", "json"))
    asked, language = Question(day(as_of), known(known_at), reviewed), door_of(context).language
    with opened(context) as register:
        if what.startswith("c-"):
            chronicled = told_now(register, asked.known_at, basis=asked.basis)
            _one_claim(what, shelf(register, asked, chronicled), form, language)
            return
        _check_part(part, definition_named(what, sets_of(register, asked.known_at)))
        of, found, chronicled = answer(register, what, asked)
        books = shelf(register, asked, chronicled)
    members = [
        one
        for one in found.members
        if (not part or one.fit.code == part) and (not who or one.person_id == who)
    ]
    if form == "json":
        print_json(_as_json(found, members, books))
        return
    echo(heading(of, asked, language))
    echo(bounds(found.at_least, found.at_most, language))
    _print_members(members, of, books, language)
    for group in found.groups:
        if not part or group.code == part:
            title = class_title(of, group.code, language)
            echo(f"\n{title}: {bounds(group.at_least, group.at_most, language)}")
            _print_evidence(group.because, books, language)


def _print_members(members: list[Member], of: Definition, books: Shelf, language: str) -> None:
    for at, member in enumerate(members, 1):
        title = class_title(of, member.fit.code, language)
        echo(f"\n{at}. {member.name} — {title} — {reason(member, language)}  ({member.person_id})")
        _print_evidence(member.fit.because, books, language)


def _check_part(part: str | None, of: Definition) -> None:
    codes = [one.code for one in of.classes]
    if part and part not in codes:
        raise TizimError(f"{of.name} has no class '{part}'; it has {', '.join(codes)}")


def _one_claim(claim_id: str, books: Shelf, form: str, language: str) -> None:
    evidence = books.evidence(claim_id)
    if evidence is None:
        raise TizimError(f"there is no claim '{claim_id}' in what was known then")
    if form == "json":
        print_json(evidence_json(evidence))
        return
    for line in evidence_lines(evidence, language):
        echo(line)


def _print_evidence(claim_ids: tuple[str, ...], books: Shelf, language: str) -> None:
    for one in _evidence(claim_ids, books):
        for line in evidence_lines(one, language):
            echo(line)


def _evidence(claim_ids: tuple[str, ...], books: Shelf) -> list[Evidence]:
    return [one for one in map(books.evidence, dict.fromkeys(claim_ids)) if one is not None]


def _as_json(found: Tally, members: list[Member], books: Shelf) -> dict[str, Any]:
    return {
        "definition": found.definition,
        "as_of": found.as_of.isoformat(),
        "known_at": found.known_at,
        "at_least": found.at_least,
        "at_most": found.at_most,
        "people": [
            {
                "id": one.person_id,
                "name": one.name,
                "class": one.fit.code,
                "sure": one.sure,
                "why": one.fit.why,
                "evidence": [evidence_json(e) for e in _evidence(one.fit.because, books)],
            }
            for one in members
        ],
        "groups": [
            {
                "class": group.code,
                "at_least": group.at_least,
                "at_most": group.at_most,
                "evidence": [evidence_json(e) for e in _evidence(group.because, books)],
            }
            for group in found.groups
        ],
    }
