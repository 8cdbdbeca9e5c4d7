"""clear, freeze, approve, erratum: what may leave, lists frozen under a number, let out, corrected."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tizim import TizimError
from tizim.cli.answers import Question, answer, bounds, definition_named, sets_of
from tizim.cli.door import AsOf, day, door_of, opened, told_now, write
from tizim.cli.listing import Name
from tizim.cli.printing import echo, print_table, working
from tizim.cli.texts import say
from tizim.documents import Document, Extractor
from tizim.ledger import Entry, content_id, in_force
from tizim.publications import (
    COMPOSING,
    Clearing,
    Composed,
    Content,
    Erratum,
    ListEdition,
    Turn,
    Wanted,
    approval,
    clearances,
    content_before,
    content_of,
    day_of,
    editions,
    foreseen_edition,
    freeze,
    held_back,
    kept_photo,
    objections,
    risks,
)
from tizim.tallies import text_known
from tizim.vocab import VocabError, label, vague_date

if TYPE_CHECKING:
    from tizim.wiring import Register

_WHY = {
    "published": "cleared_published", "decided": "cleared_decided", "minor": "cleared_minor",
    "not_published": "cleared_not_published", "in_doubt": "cleared_in_doubt",
}  # fmt: skip
_CLEARING = ("source", "document", "clearance", "withdrawal")
_EDITIONS = ("list_edition", "withdrawal")

Edition = Annotated[str, typer.Argument(help="The id of an edition (e-…); tizim editions shows them.")]


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    app.command(name="clear")(clear)
    app.command(name="freeze")(freeze_list)
    app.command(name="approve")(approve)
    app.command(name="erratum")(erratum)


def clear(
    context: typer.Context,
    subject: Annotated[str, typer.Argument(help="A person (p-…), a mention (m-…) or a document (d-…).")],
    level: Annotated[
        str, typer.Argument(help="named, counted, withheld; of a document cited, used, withheld.")
    ],
    basis: Annotated[
        str | None,
        typer.Option("--basis", help="consent, guardian_consent, family_consent, published, decision."),
    ] = None,
    fields: Annotated[
        list[str] | None,
        typer.Option("--field", help="A field that may leave too: age, town, …; may be repeated."),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", help="Why; leaves never.")] = None,
    photo: Annotated[
        str | None, typer.Option("--photo", help="A picture of the person (d-…) that may leave too.")
    ] = None,
) -> None:
    """Decides what may leave the house. Example: tizim clear p-… counted --basis consent"""
    language = door_of(context).language
    with opened(context) as register:
        said = {
            "level": level,
            "basis": basis,
            "fields": fields,
            "note": note,
            **_photo(register, photo, fields),
        }
        subjects = _subjects(register, subject)
        write(register, clearances(subjects, said, after=register.ledger.head().digest))
    echo(say("cleared", language, subject=subject, level=level))


def freeze_list(
    context: typer.Context,
    name: Name = "prisoners",
    as_of: AsOf = None,
    everything: Annotated[
        bool, typer.Option("--all/--reviewed", help="Also claims that nobody has reviewed yet; seldom wise.")
    ] = False,
    note: Annotated[str | None, typer.Option("--note", help="Kept with the edition; leaves never.")] = None,
    hush: Annotated[
        bool, typer.Option("--hush", help="Leave out of the numbers whoever could be found by them.")
    ] = False,
    despite: Annotated[
        str | None,
        typer.Option("--despite", help="The reason to freeze it although somebody could be found."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what it would say; freeze nothing.")
    ] = False,
) -> None:
    """Freezes a list as the next edition. Example: tizim freeze in-custody --as-of 2020-11-30 --dry-run"""
    from tizim.wiring import least_count_given

    language = door_of(context).language
    with opened(context) as register:
        wanted = _wanted(register, name, day(as_of), everything, note)
        wanted = replace(wanted, hush=hush, despite=despite, least=least_count_given())
        entries = tuple(register.ledger.known_at(wanted.known_at))
        _print_whole(register, name, wanted, language)
        if dry_run:
            _print_foreseen(register, entries, wanted, language)
            return
        from tizim.stores.signing import signed

        signs = partial(signed, register.keys)
        with working(say("freezing", language), COMPOSING) as done:
            found = freeze(entries, wanted, vault=register.vault, signed=signs, done=done)
        write(register, [found.entry])
    _print_made(found.made, language)
    print_turns(found.turns, language)
    echo(say("frozen", language, number=found.entry.number, id=found.entry.id))


def _print_foreseen(register: "Register", entries: Sequence[Entry], wanted: Wanted, language: str) -> None:
    """What the edition would say, and by which of its numbers somebody could be found."""
    before = content_before(entries, wanted.of.name, register.vault)
    with working(say("freezing", language), COMPOSING) as done:
        made = foreseen_edition(entries, wanted, before, done)
    _print_made(made, language)
    for line in held_back(made, before, wanted.least).messages(language):
        echo(f"! {line}")
    echo(say("nothing_frozen", language))


def approve(
    context: typer.Context,
    edition: Edition,
    refuse: Annotated[bool, typer.Option("--refuse", help="Refuse instead; needs --reason.")] = False,
    reason: Annotated[str | None, typer.Option("--reason", help="Why.")] = None,
) -> None:
    """Lets somebody else's edition go out, or refuses to. Example: tizim approve e-… --reason read"""
    from tizim.wiring import user_name

    language = door_of(context).language
    with opened(context) as register:
        of = edition_of(register, edition)
        held = not refuse and is_objected_to(register, of)
        word = approval(of, "refuse" if refuse else "approve", by=user_name(), reason=reason, objected=held)
        write(register, [word])
    echo(say("edition_refused" if refuse else "edition_approved", language, number=of.number))


def erratum(
    context: typer.Context,
    edition: Edition,
    place: Annotated[str, typer.Argument(help="Where in it: the number of a person on the list, a figure.")],
    said: Annotated[str, typer.Option("--said", help="What it says.")],
    right: Annotated[str, typer.Option("--right", help="What is right.")],
    reason: Annotated[str, typer.Option("--reason", help="How that is known.")],
    when: Annotated[
        str | None, typer.Option("--date", help="The day of the correction. Default: today.")
    ] = None,
) -> None:
    """Says what was wrong in an edition. Example: tizim erratum e-… 12 --said P4Y --right P3Y"""
    language = door_of(context).language
    on = when or date.today().isoformat()
    try:
        vague_date(on)
    except VocabError as wrong:
        raise TizimError(str(wrong)) from None
    with opened(context) as register:
        of = edition_of(register, edition)
        given = {"place": place, "said": said, "right": right, "reason": reason, "date": on}
        write(register, [Erratum(id=content_id("y", of.id, *given.values()), edition_id=of.id, **given)])
    echo(say("erratum_kept", language, number=of.number))


def edition_of(register: "Register", edition_id: str) -> ListEdition:
    """The edition of that id; TizimError if there is none."""
    kinds = ("list_edition", "withdrawal")
    found = [one for one in editions(register.ledger.known_at(kinds=kinds)) if one.id == edition_id]
    if not found:
        raise TizimError(f"there is no edition {edition_id}; 'tizim editions' shows them")
    return found[0]


def is_objected_to(register: "Register", of: ListEdition) -> bool:
    """Whether the gate has anything against a frozen edition."""
    before = [one for one in editions(register.ledger.known_at(kinds=_EDITIONS), of.definition)]
    earlier = next((one for one in reversed(before) if one.number < of.number), None)
    content = content_of(of, register.vault)
    was = content_of(earlier, register.vault) if earlier else None
    return bool(risks(content, was) or objections(content, on=day_of(content)))


def print_turns(found: tuple[Turn, ...], language: str) -> None:
    """Who joined, who left, who stands otherwise, a line each."""
    rows = []
    for one in found:
        person = one.after or one.before
        assert person
        rows.append([label("reasons", one.what, language), person.name or "", one.key])
    if rows:
        print_table(rows, [say(key, language) for key in ("what", "person", "id")])


def _wanted(register: "Register", name: str, as_of: date, everything: bool, note: str | None) -> Wanted:
    sets, path = sets_of(register), Path(name)
    of = definition_named(name, sets)
    text = path.read_text(encoding="utf-8") if path.is_file() else text_known(name, sets)
    known_at = register.ledger.head().recorded_at
    if not known_at:
        raise TizimError("the register is empty: there is nothing to freeze")
    return Wanted(of, text, as_of, known_at, "all" if everything else "reviewed", note)


def _subjects(register: "Register", subject: str) -> list[str]:
    """The mentions of a person, or the mention or document itself; TizimError if there is none such."""
    if subject.startswith("d-"):
        known = {one.id for one in register.ledger.known_at(kinds=("document",))}
    else:
        people = {one: life.person.mention_ids for one, life in told_now(register).lives.items()}
        if subject in people:
            return list(people[subject])
        known = {mention for mentions in people.values() for mention in mentions}
    if subject not in known:
        raise TizimError(
            f"the register has no {subject}; name a person (p-…), mention (m-…) or document (d-…)"
        )
    return [subject]


def _photo(register: "Register", document_id: str | None, fields: Sequence[str] | None) -> Mapping[str, Any]:
    """What a decision says of the photo that it lets out, which is kept as it leaves."""
    if document_id is None:
        return {}
    found = [one for one in in_force(register.ledger.of([document_id])) if isinstance(one, Document)]
    if not found:
        raise TizimError(f"the register has no document {document_id}")
    with Extractor() as extractor:
        kept = kept_photo(found[0], vault=register.vault, extractor=extractor)
    return {"fields": sorted({*(fields or ()), "photo"}), "photo": document_id, "photo_sha256": kept}


def _print_whole(register: "Register", name: str, wanted: Wanted, language: str) -> None:
    """What the register itself counts: an edition tells less where documents may not be used."""
    asked = Question(wanted.as_of, wanted.known_at, wanted.basis == "reviewed")
    _of, whole, _told = answer(register, name, asked)
    clearing = Clearing(register.ledger.known_at(wanted.known_at, kinds=_CLEARING))
    shut = sum(clearing.document(one) == "withheld" for one in clearing.documents)
    echo(say("whole_register", language, bounds=bounds(whole.at_least, whole.at_most, language)))
    if shut:
        echo(say("documents_withheld", language, n=shut, of=len(clearing.documents)))


def _print_made(made: Composed, language: str) -> None:
    content = made.content
    echo(say("edition_says", language, bounds=bounds(content.at_least, content.at_most, language)))
    print_people(content, language, {number: one.why for number, one in made.cleared.items()})


def print_people(content: Content, language: str, cleared: Mapping[int, str] | None = None) -> None:
    """The people of an edition, a line each; with why each may be named or not, if that is known."""
    titles = {code: dict(said) for code, said in content.classes}
    rows = [
        [
            str(one.number),
            one.name or say("not_named", language),
            titles[one.code].get(language, one.code),
            label("reasons", one.why, language),
            *([say(_WHY[cleared[one.number]], language)] if cleared else []),
        ]
        for one in content.people
    ]
    heads = ("person", "class", "why", *(("cleared_why",) if cleared else ()))
    if rows:
        print_table(rows, ["", *(say(key, language) for key in heads)])
