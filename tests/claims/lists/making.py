"""Short ways to lists, their mappings and what importing them would write."""

import hashlib
import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

from tizim.claims.lists import Book, ListOptions, ListPlan, open_book, plan_list, read_mapping
from tizim.claims.plan import Holdings, holdings_of
from tizim.documents import Document
from tizim.ledger import MemoryLedger

SHEET = """
mapping: 1
sheets:
  "*":
    header: [1]
    data: 2
    book: KZ-CC
    language: ru
{more}
    columns:
{columns}
"""


def mapped(columns: str, more: str = "") -> str:
    """A mapping of one sheet: ``heading: rule`` with ``;`` between, and other keys of the sheet."""
    lines = "\n".join(f"      {one.strip()}" for one in columns.split(";"))
    extra = "\n".join(f"    {one}" for one in more.split("\n") if one)
    return SHEET.format(columns=lines, more=extra)


def csv_of(rows: Sequence[Sequence[str]]) -> bytes:
    return "\n".join(";".join(row) for row in rows).encode()


def xlsx(rows: Sequence[Sequence[Any]], title: str = "Sheet1") -> bytes:
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def document(name: str) -> Document:
    digest = hashlib.sha256(name.encode()).hexdigest()
    return Document(id=f"d-{digest[:20]}", file_name=name, media_type="text/csv", size=1, sha256=digest)


def planned(
    content: bytes | Book,
    mapping: str,
    *,
    name: str = "list.csv",
    holdings: Holdings | None = None,
    **options: Any,
) -> ListPlan:
    book = content if isinstance(content, Book) else open_book(name, content)
    known, faults = read_mapping(mapping)
    assert known is not None, faults
    return plan_list(
        book, known, document=document(name), holdings=holdings or Holdings(), options=ListOptions(**options)
    )


def kept(ledger: MemoryLedger, plan: ListPlan) -> int:
    assert not plan.stopped, plan.faults
    return len(ledger.append(tuple(plan.entries), at="2026-11-22", by="desk", skip_known=True))


def held(ledger: MemoryLedger) -> Holdings:
    return holdings_of(ledger.known_at())


def said(plan: ListPlan) -> list[tuple[Any, ...]]:
    return [(one.person, one.act, one.date, one.outcome) for one in plan.claims.values()]
