"""editions, edition: frozen lists, what each says, whether it can be made again, what was wrong in it."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tizim.cli.answers import bounds
from tizim.cli.door import door_of, opened
from tizim.cli.printing import check_format, echo, print_json, print_table
from tizim.cli.publishing import Edition, edition_of, print_people, print_turns
from tizim.cli.texts import say
from tizim.publications import Content, ListEdition, approved, content_of, editions, errata, made_again, turns

if TYPE_CHECKING:
    from tizim.wiring import Register

_HEADS = {
    "id": "id", "list": "edition_list", "number": "edition", "day": "edition_day", "let_out": "let_out",
    "again": "again",
}  # fmt: skip
_WORDS = {
    "yes": "let_out_yes", "refused": "let_out_refused", "second_person_wanted": "let_out_waits",
    "vocabulary": "again_vocabulary", "program": "again_program", "entries": "again_entries",
}  # fmt: skip
_KINDS = ("list_edition", "approval", "erratum", "withdrawal")


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    app.command(name="editions")(list_editions)
    app.command(name="edition")(show_edition)


def list_editions(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="Only those of this definition.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Make each again and say whether it is the same.")
    ] = False,
    form: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
) -> None:
    """The frozen lists. Example: tizim editions --check"""
    check_format(form, ("table", "json"))
    language = door_of(context).language
    with opened(context) as register:
        known = tuple(register.ledger.known_at(kinds=_KINDS))
        rows = [_row(register, one, known, check) for one in editions(known, name)]
    if form == "json":
        print_json(rows)
    elif rows:
        heads = {key: word for key, word in _HEADS.items() if check or key != "again"}
        shown = [[_shown(key, row, language) for key in heads] for row in rows]
        print_table(shown, [say(word, language) for word in heads.values()])
    else:
        echo(say("no_editions", language))


def show_edition(
    context: typer.Context,
    edition: Edition,
    form: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
) -> None:
    """One frozen list: what it says, who joined and left, errata. Example: tizim edition e-…"""
    check_format(form, ("table", "json"))
    language = door_of(context).language
    with opened(context) as register:
        of = edition_of(register, edition)
        known = tuple(register.ledger.known_at(kinds=_KINDS))
        content = content_of(of, register.vault)
        before = [one for one in editions(known, of.definition) if one.number < of.number]
        changed = turns(content_of(before[-1], register.vault), content) if before else ()
        wrong = errata(of, known)
    if form == "json":
        print_json({"edition": of.id, **asdict(content), "errata": [asdict(one) for one in wrong]})
        return
    echo(_heading(content, language))
    echo(bounds(content.at_least, content.at_most, language))
    print_people(content, language)
    print_turns(changed, language)
    for one in wrong:
        echo(
            say(
                "erratum_line",
                language,
                date=one.date,
                place=one.place,
                said=one.said,
                right=one.right,
                why=one.reason,
            )
        )


def _heading(content: Content, language: str) -> str:
    title = dict(content.title)
    day = say("as_of", language, day=content.as_of)
    known = say("known_at", language, moment=content.known_at)
    number = say("edition_no", language, number=content.number)
    named = title.get(language, content.definition)
    return f"{named}, {day}, {known}, {number}; {say(f'basis_{content.basis}', language)}"


def _row(register: "Register", of: ListEdition, known: tuple[Any, ...], check: bool) -> dict[str, Any]:
    word = approved(of, known)
    row = {
        "id": of.id, "list": of.definition, "number": of.number, "day": of.as_of, "known_at": of.known_at,
        "digest": of.digest, "let_out": "yes" if word.may_leave else word.why,
    }  # fmt: skip
    if check:
        entries = register.ledger.known_at(of.known_at)
        row["again"] = list(made_again(of, entries, register.vault))
    return row


def _shown(key: str, row: dict[str, Any], language: str) -> str:
    if key == "let_out":
        return say(_WORDS[row[key]], language)
    if key == "again":
        return ", ".join(say(_WORDS[one], language) for one in row[key]) or say("again_same", language)
    return str(row[key])
