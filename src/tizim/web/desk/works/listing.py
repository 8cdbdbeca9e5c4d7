"""A list kept in a spreadsheet: a mapping is guessed, tried with every row's fate, and then taken in."""

import io
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext, override

from tizim import TizimError
from tizim.claims import HELD, holdings_of
from tizim.claims.lists import (
    Book,
    CellError,
    Fault,
    ListOptions,
    ListPlan,
    aside_csv,
    fault_told,
    guess_book,
    open_book,
    plan_list,
    proposal_text,
    read_mapping,
    tell,
)
from tizim.documents import Document, Extractor, MemoryVault, receive_stream
from tizim.ledger import Entry
from tizim.reading.cells import told_in_cell
from tizim.web.desk.models import Account, Job
from tizim.web.desk.opened import register, write
from tizim.web.desk.working import WORKS, Asked, Step, Steps, Told, ask

KIND = "list"
GUESS, TRY, WRITE = "guess", "try", "write"


def ask_to_guess(file: UploadedFile, source: str, language: str, by: Account) -> Job:
    """Keeps the spreadsheet in the vault and asks for a mapping of it."""
    sha256 = register().vault.put(io.BytesIO(file.read()))
    kept = {"name": file.name, "sha256": sha256, "source": source, "language": language}
    return ask(KIND, {**kept, "phase": GUESS, "mapping": ""}, by)


def ask_to_go_on(job: Job, phase: str, mapping: str, by: Account) -> Job:
    """Asks for the list to be tried, or taken in by the mapping that was tried; a changed one is tried."""
    wanted = mapping.replace("\r\n", "\n")
    was_tried = job.asked["phase"] != GUESS and wanted == job.asked["mapping"]
    said = {**job.asked, "phase": phase if was_tried else TRY, "mapping": wanted}
    return ask(KIND, said, by)


def take_list(asked: Asked) -> Steps:
    """A mapping guessed; or what the mapping would do, row by row; or that done, all of it or nothing."""
    book = _book(asked.what)
    if asked.what["phase"] == GUESS:
        yield Step(0, 1)
        yield Step(1, 1, result={"mapping": _guessed(book, asked.what["language"])})
        return
    total = sum(sheet.height for sheet in book.sheets)
    yield Step(0, total)
    received, plan = _planned(book, asked, total)
    yield Step(total, total, (*_faults(plan, asked.what["language"]), *_fates(plan)), _result(plan))
    if plan.stopped:
        raise TizimError("The list was not taken in; what keeps it out stands below.")
    if asked.what["phase"] == WRITE:
        write([*received, *plan.entries], by=asked.by)
        yield Step(total, total, result={**_result(plan), "aside": _kept_aside(plan, asked.what["language"])})


def _book(what: Mapping[str, Any]) -> Book:
    with register().vault.open(what["sha256"]) as kept:
        content = kept.read()
    try:
        return open_book(what["name"], content)
    except CellError as wrong:
        raise TizimError(fault_told(wrong.at("file"), what["language"])) from None


def _guessed(book: Book, language: str) -> str:
    def said(code: str, **values: Any) -> str:
        if code != "map_head":
            return tell(code, language, **values)
        with override(language):
            return gettext("Guessed from the headings and a sample of the values. Check every line.")

    return proposal_text(guess_book(book), said)


def _planned(book: Book, asked: Asked, total: int) -> tuple[tuple[Entry, ...], ListPlan]:
    mapping, wrong = read_mapping(asked.what["mapping"])
    if mapping is None:
        raise TizimError(" ".join(fault_told(one, asked.what["language"]) for one in wrong[:20]))
    document, received = _document(asked.what)
    rows = iter(range(1, total + 1))
    options = ListOptions(tells=told_in_cell, count=lambda: asked.far(next(rows, total), total))
    holdings = holdings_of(register().ledger.known_at(kinds=HELD))
    return received, plan_list(book, mapping, document=document, holdings=holdings, options=options)


def _document(what: Mapping[str, Any]) -> tuple[Document, tuple[Entry, ...]]:
    """The spreadsheet as a document; trying it keeps nothing."""
    there = register().ledger.known_at(kinds=(Document.kind,))
    known = {one.sha256: one for one in there if isinstance(one, Document)}
    if what["sha256"] in known:
        return known[what["sha256"]], ()
    vault = register().vault if what["phase"] == WRITE else MemoryVault()
    with register().vault.open(what["sha256"]) as kept:
        stream = io.BytesIO(kept.read())
    options = {"publisher": what["source"]} if what["source"] else {}
    with Extractor() as extractor:
        *_, received = receive_stream(
            (what["name"], stream),
            vault=vault,
            known=known.__contains__,
            extractor=extractor,
            options=options,
        )
    document = next((one for one in received.entries if isinstance(one, Document)), None)
    if document is None:
        raise TizimError(" ".join(received.lines))
    return document, tuple(received.entries)


def _faults(plan: ListPlan, language: str) -> Iterator[Told]:
    """What is wrong with the file, with rows, and what is to be known, in the language of who asked."""
    for one in plan.faults:
        yield _fault(one, "refused", language)
    for row in plan.aside:
        for one in row.faults:
            yield _fault(one, "row:aside", language)
    for one in plan.notices:
        yield _fault(one, "notice", language)


def _fault(one: Fault, fate: str, language: str) -> Told:
    return Told(one.where, fate, tell(f"list_{one.code}", language, **one.values))


def _fates(plan: ListPlan) -> Iterator[Told]:
    """What became of every row that was not set aside."""
    for one in plan.fates:
        if one.fate != "aside":
            kind = f"skip_{one.why}" if one.fate == "skipped" else f"fate_{one.fate}"
            where = f"{one.sheet}!{one.number}" if one.sheet else str(one.number)
            yield Told(where, f"row:{one.fate}", kind)


def _result(plan: ListPlan) -> dict[str, Any]:
    fates = Counter(one.fate for one in plan.fates)
    return {"rows": plan.rows, "claims": len(plan.claims), "fates": dict(fates), "document": plan.document_id}


def _kept_aside(plan: ListPlan, language: str) -> str:
    """The rows set aside, as a table in the vault to be corrected; empty if there are none."""
    if not plan.aside:
        return ""
    lines = "".join(aside_csv(plan.aside, language, lambda fault: fault_told(fault, language)))
    return register().vault.put(io.BytesIO(lines.encode("utf-8-sig")))


WORKS[KIND] = take_list
