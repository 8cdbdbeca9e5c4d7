"""import with a mapping: a list in a spreadsheet becomes claims, cell by cell; the mapping suggested."""

from collections import Counter
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tizim import TizimError
from tizim.claims import HELD, holdings_of
from tizim.claims.lists import (
    Book,
    CellError,
    ListMapping,
    ListOptions,
    ListPlan,
    aside_csv,
    guess_book,
    open_book,
    plan_list,
    proposal_text,
    read_mapping,
)
from tizim.cli.door import door_of, opened, write
from tizim.cli.list_answers import print_plan, words_of
from tizim.cli.printing import counting, echo
from tizim.cli.texts import say
from tizim.documents import Passage

if TYPE_CHECKING:
    from tizim.ledger import Entry
    from tizim.wiring import Register

_LARGEST_MAPPING = 4_000_000


@dataclass(frozen=True, slots=True)
class ListImport:
    """What was asked: the file, its mapping, and how it is to be taken in."""

    table: Path
    mapping: Path
    aside: Path
    dry_run: bool = False
    source: str | None = None
    replaces: tuple[str, ...] = ()
    beside: bool = False


def suggest(table: Path, folder: Path, language: str) -> None:
    """Writes NAME.mapping.yml, guessed from headings and a sample; needs no register."""
    from tizim.stores.private import write_private

    book = _book(table, language)
    guesses = guess_book(book)
    out = folder / f"{table.stem}.mapping.yml"
    if out.exists():
        raise TizimError(say("map_exists", language, file=out))
    text = proposal_text(guesses, lambda code, **values: say(code, language, **values))
    write_private(out, text.encode("utf-8"))
    columns = [column for guess in guesses for column in guess.columns]
    mapped = sum(bool(column.read) for column in columns)
    still = len(columns) - mapped + sum(not code for column in columns for code in column.values.values())
    still += sum(guess.fixed_act == "" for guess in guesses)
    echo(say("map_written", language, file=out, table=table, mapped=mapped, open=still))


def import_list(context: typer.Context, asked: ListImport) -> None:
    """Takes a list in by its mapping, or says what taking it in would do."""
    language = door_of(context).language
    book, mapping = _book(asked.table, language), _mapping(asked.mapping, language)
    with opened(context) as register:
        document, plan, received = _planned(register, asked, (book, mapping))
        if not (asked.dry_run or plan.stopped):
            write(register, [*received, *plan.entries], skip_known=True)
        print_plan(plan, language, fates=asked.dry_run)
        _vanished(register, plan, language)
    _counts(plan, language, dry_run=asked.dry_run)
    if plan.aside and not (asked.dry_run or plan.stopped):
        _write_aside(plan, asked, language)
    if plan.stopped:
        raise TizimError(say("import_stopped", language))
    if plan.claims and not asked.dry_run:
        echo(f"{say('take_all_back', language)}: tizim undo-import {document}")


def _planned(
    register: "Register", asked: ListImport, read: tuple[Book, ListMapping]
) -> tuple[str, ListPlan, tuple["Entry", ...]]:
    from tizim.cli.importing import table_document
    from tizim.reading.cells import told_in_cell

    book, mapping = read
    document, received = table_document(register, asked.table, asked.source, keep=not asked.dry_run)
    holdings = holdings_of(register.ledger.known_at(kinds=HELD))
    total = sum(sheet.height for sheet in book.sheets)
    with counting("rows", total) as advance:
        options = ListOptions(asked.replaces, beside=asked.beside, tells=told_in_cell, count=advance)
        plan = plan_list(book, mapping, document=document, holdings=holdings, options=options)
    return document.id, plan, tuple(received)


def _book(table: Path, language: str) -> Book:
    if not table.is_file():
        raise TizimError(say("no_such_file", language, file=table))
    try:
        book = open_book(table.name, table.read_bytes())
    except CellError as wrong:
        raise TizimError(words_of(wrong.at(table.name), language)) from None
    if book.encoding not in ("", "utf-8"):
        echo(f"{table.name}: {say('list_encoding', language, encoding=book.encoding)}")
    return book


def _mapping(path: Path, language: str) -> ListMapping:
    """The mapping; everything wrong with it is said before the program stops."""
    if not path.is_file():
        raise TizimError(say("no_such_file", language, file=path))
    text = path.read_bytes()[:_LARGEST_MAPPING].decode("utf-8-sig", "replace")
    mapping, faults = read_mapping(text)
    if mapping is None:
        for fault in faults[:-1]:
            echo(f"{path.name}, {words_of(fault, language)}")
        raise TizimError(f"{path.name}, {words_of(faults[-1], language)}")
    return mapping


def _write_aside(plan: ListPlan, asked: ListImport, language: str) -> None:
    """The rows set aside; a file of that name that somebody may be correcting is never written over."""
    from tizim.stores.private import write_private

    lines = "".join(aside_csv(plan.aside, language, lambda fault: words_of(fault, language)))
    content = lines.encode("utf-8-sig")
    stem = asked.table.stem.partition(".rejected")[0]
    names = chain((f"{stem}.rejected.csv",), (f"{stem}.rejected-{number}.csv" for number in count(2)))
    kept = next(path for name in names if _free(path := asked.aside / name, content))
    write_private(kept, content)
    echo(say("set_aside", language, file=kept))


def _free(path: Path, content: bytes) -> bool:
    return not path.exists() or path.read_bytes() == content


def _vanished(register: "Register", plan: ListPlan, language: str) -> None:
    """Claims that no row tells any more, with the cell they stood in."""
    if not plan.vanished:
        return
    known = tuple(register.ledger.known_at(kinds=("passage", "claim")))
    cited = {one.id: getattr(one, "passage_id", "") for one in known if one.id in set(plan.vanished)}
    wanted = set(cited.values())
    places = {one.id: one.locator for one in known if isinstance(one, Passage) and one.id in wanted}
    for claim_id in plan.vanished:
        echo(say("list_gone", language, id=claim_id, place=places.get(cited.get(claim_id, ""), "?")))


def _counts(plan: ListPlan, language: str, *, dry_run: bool) -> None:
    fates = Counter(one.fate for one in plan.fates)
    machine = sum(claim.reader is not None for claim in plan.claims.values())
    if machine:
        echo(say("list_review", language, n=machine))
    text = "would_import" if dry_run or plan.stopped else "imported"
    echo(say(
        text, language, rows=plan.rows, claims=len(plan.claims), corrections=plan.corrections,
        unchanged=len(plan.unchanged), hidden=len(plan.hidden), skipped=fates["skipped"] + fates["nothing"],
        repeated=fates["repeated"], rejected=len(plan.aside), gone=len(plan.vanished),
    ))  # fmt: skip
