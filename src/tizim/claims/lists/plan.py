"""The rows of a file of lists gone through once, and matched with what earlier editions told."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tizim.claims.claim import Claim
from tizim.claims.lists.aside import Aside, aside_of
from tizim.claims.lists.editions import (
    Earlier,
    document_of,
    list_claim_id,
    list_of,
    list_of_document,
    mostly_told,
    once_each,
    row_hash,
)
from tizim.claims.lists.faults import CellError, Fault
from tizim.claims.lists.heads import Head, heads_of, placed
from tizim.claims.lists.mapping import ListMapping
from tizim.claims.lists.marks import column_letters
from tizim.claims.lists.planned import FATES, ColumnRead, Fate, ListOptions, ListPlan, SetAside
from tizim.claims.lists.rows import Draft, RowReader
from tizim.claims.lists.workbook import Book, ListRow, Sheet
from tizim.claims.plan import Holdings
from tizim.claims.problems import problems_of
from tizim.claims.undo import table_prefix
from tizim.documents import Document, Passage
from tizim.ledger import content_id

_MANY = 20


def plan_list(
    book: Book, mapping: ListMapping, *, document: Document, holdings: Holdings, options: ListOptions
) -> ListPlan:
    """What importing the file would write; nothing is written here. ``document`` is the file itself."""
    return _Planner(book, mapping, document, holdings, options).plan()


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it was read, and where: the sheet it stands in, the sheet and list it belongs to."""

    sheet: Sheet
    home: str
    row: ListRow
    hash: str
    headings: tuple[str, ...]


class _Planner:
    """Goes through the rows once, then matches what they tell with earlier editions."""

    def __init__(
        self, book: Book, mapping: ListMapping, document: Document, holdings: Holdings, options: ListOptions
    ) -> None:
        self.book, self.mapping, self.document, self.options = book, mapping, document, options
        self.holdings = holdings
        self.result = ListPlan(document.id)
        self.back = aside_of(book)
        self.tag = self._tag()
        self.keys: Counter[tuple[str, str]] = Counter()
        self.pending: list[tuple[_Row, Claim, Passage]] = []
        self.fates: dict[tuple[str, int], str] = {}
        self.kept: set[str] = set()

    def plan(self) -> ListPlan:
        """The plan, once every row was taken."""
        for sheet in self.book.sheets:
            self._sheet(sheet)
        if not self.result.rows and not self.result.faults:
            self._fault(self.result.faults, self.document.id, "sheet_empty")
        if not self.result.faults:
            self._match()
        self._tell_fates()
        return self.result

    def _tag(self) -> str:
        every = (*self.holdings.claims, *self.holdings.hidden)
        named = [*self.options.replaces, *([self.back.document_id] if self.back else [])]
        for one in self.options.replaces:
            prefix = table_prefix(one) + "-"
            if not any(claim.id.startswith(prefix) and list_of(claim.id) for claim in every):
                self._fault(self.result.faults, one, "not_this_list")
        return list_of_document(named[0] if named else self.document.id, every)

    def _fault(self, among: list[Fault], where: str, code: str, **values: object) -> None:
        among.append(Fault(where, code, values))

    def _sheet(self, sheet: Sheet) -> None:
        if self.back is not None:
            self._fed_back(sheet, self.back)
            return
        mapping = self.mapping.of(sheet.name)
        if mapping is None:
            if sheet.name not in self.mapping.skipped and sheet.height:
                self._fault(self.result.notices, sheet.name, "sheet_unmapped")
            return
        reader = self._reader(sheet, sheet.name)
        if reader is not None:
            self._said_of(sheet)
            self._rows(sheet, lambda row: (reader, sheet.name, row))

    def _said_of(self, sheet: Sheet) -> None:
        """What is taken although a person may not see it."""
        if sheet.hidden:
            self._fault(self.result.notices, sheet.name, "sheet_hidden")
        if sheet.marks.hidden_rows:
            rows = sorted(sheet.marks.hidden_rows)
            shown = ", ".join(map(str, rows[:_MANY])) + (" …" if len(rows) > _MANY else "")
            self._fault(self.result.notices, sheet.name, "rows_hidden", n=len(rows), rows=shown)
        elif not self.book.rows_told and sheet.name:
            self._fault(self.result.notices, sheet.name, "rows_hidden_unknown")

    def _reader(self, sheet: Sheet, home: str) -> RowReader | None:
        """The reader of the rows that belong to a sheet, if its columns are there."""
        mapping = self.mapping.of(home)
        if mapping is None:
            return None
        if self.back is not None:
            mapping = replace(mapping, header=(self.back.header,), data=self.back.header + 1, until=None)
        heads = heads_of(sheet, mapping.header)
        columns, faults = placed(heads, mapping, home or self.document.id)
        if not heads or (not columns and mapping.columns):
            self._fault(
                self.result.notices,
                home or self.document.id,
                "sheet_empty" if not sheet.height else "columns_few",
            )
            return None
        self.result.faults += faults
        self._name_columns(home, heads, {at: rule.read for at, rule in columns.items()})
        reader = RowReader(sheet, mapping, heads, columns)
        reader.tells = self.options.tells
        return reader

    def _name_columns(self, home: str, heads: tuple[Head, ...], reads: Mapping[int, str]) -> None:
        own = set() if self.back is None else {self.back.problem_at, self.back.where_at}
        self.result.columns += [
            ColumnRead(home, column_letters(head.number), head.heading, reads.get(head.number, ""))
            for head in heads
            if head.number not in own
        ]

    def _fed_back(self, sheet: Sheet, back: Aside) -> None:
        """Rows that were set aside and come back: each is read as a row of the sheet it stood in."""
        readers: dict[str, RowReader | None] = {}

        def reader_of(row: ListRow) -> tuple[RowReader | None, str, ListRow]:
            home = back.home(row)
            if home not in readers:
                readers[home] = self._reader(sheet, home)
            return readers[home], home, back.without(row)

        self._rows(sheet, reader_of)

    def _rows(
        self, sheet: Sheet, reader_of: Callable[[ListRow], tuple[RowReader | None, str, ListRow]]
    ) -> None:
        try:
            for row in sheet.rows():
                if row.blank or (self.back is not None and row.number <= self.back.header):
                    continue
                self.options.count()
                reader, home, own = reader_of(row)
                if reader is None:
                    self._fault(self.result.faults, sheet.place(row.number), "sheet_missing")
                    return
                self._row(sheet, home, own, reader)
        except CellError as wrong:
            self.result.faults.append(wrong.at(sheet.name or self.document.id))

    def _row(self, sheet: Sheet, home: str, row: ListRow, reader: RowReader) -> None:
        self.result.rows += 1
        told = reader.read(row)
        if told.skip:
            self.result.fates.append(Fate(sheet.name, row.number, "skipped", told.skip))
            return
        self.keys[home, told.key] += 1
        several = home if len(self.mapping.sheets) > 1 else ""
        one = _Row(
            sheet,
            home,
            row,
            row_hash(self.tag, several, told.key, self.keys[home, told.key]),
            reader.headings,
        )
        self.fates[sheet.name, row.number] = "nothing"
        claims = [self._claim(one, draft) for draft in told.drafts] if not told.faults else []
        for claim, _ in claims:
            told.faults += [Fault(p.where, "wrong_claim", {"what": f"{p.what} {p.hint}".strip()})
                            for p in problems_of(claim, sheet.place(row.number))]  # fmt: skip
        for at in told.unread:
            self._fault(self.result.notices, sheet.address(row.number, at), "text_unread")
        if told.faults:
            self._set_aside(one, told.faults)
        else:
            self.pending += [(one, claim, passage) for claim, passage in claims]

    def _claim(self, one: _Row, draft: Draft) -> tuple[Claim, Passage]:
        passage = self._passage(one, draft)
        values: dict[str, Any] = {
            **draft.values, "reader": draft.reader, "passage_id": passage.id, "document_id": self.document.id
        }  # fmt: skip
        claim = Claim(id="?", **values)
        return Claim(id=list_claim_id(self.document.id, self.tag, one.hash, claim), **values), passage

    def _passage(self, one: _Row, draft: Draft) -> Passage:
        """The cell: its address, and its text as the quote."""
        place = one.sheet.address(draft.row, draft.column)
        cells = one.row.cells
        quote = cells[draft.column - 1] if draft.column <= len(cells) else ""
        return Passage(
            id=content_id("p", self.document.id, "locator", place), document_id=self.document.id,
            quote=quote or None, locator=place,
        )  # fmt: skip

    def _set_aside(self, one: _Row, faults: list[Fault]) -> None:
        own = (self.back.problem_at, self.back.where_at) if self.back else ()
        cells = {
            one.headings[at - 1] if at <= len(one.headings) else f"+{at - len(one.headings)}": cell
            for at, cell in enumerate(one.row.cells, 1)
            if at not in own and (cell or at <= len(one.headings))
        }
        first = self.back.document_id if self.back else self.document.id
        home = f"{one.home}!{one.row.number}" if one.home else str(one.row.number)
        where = self.back.where(one.row.number) if self.back else f"{first} {home}"
        self.result.aside.append(SetAside(where, cells, tuple(faults)))
        self._fate(one, "aside")
        self.kept.add(one.hash)

    def _match(self) -> None:
        """What was told before, changed, or is new."""
        written = {claim.id for claim in (*self.holdings.claims, *self.holdings.hidden)}
        stand = {claim.id for claim in self.holdings.claims}
        edition = bool(self.options.replaces) or self.back is not None or self._known_edition()
        earlier = Earlier(
            self.tag, self.holdings.claims if edition else (), self.holdings.hidden if edition else ()
        )
        new = []
        for one, claim, passage in self.pending:
            same = claim.id if claim.id in written and not edition else earlier.again(claim)
            if same is None:
                new.append((one, claim, passage))
            else:
                (
                    self.result.unchanged if same in stand or same in earlier.amended else self.result.hidden
                ).append(same)
                self._fate(one, "unchanged" if same in stand or same in earlier.amended else "hidden")
        earlier.index()
        once = once_each(claim for _, claim, _ in new)
        for one, claim, passage in new:
            self._new(one, claim, passage, earlier.changed(claim, one.hash, once), earlier)
        if self.options.replaces:
            self.result.vanished += earlier.vanished(self.kept)
        elif not edition and not self.options.beside:
            self._guard()

    def _known_edition(self) -> bool:
        """Whether this very file came in before as an edition of another one."""
        return self.tag != list_of_document(self.document.id, ())

    def _new(self, one: _Row, claim: Claim, passage: Passage, before: str | None, earlier: Earlier) -> None:
        if before in earlier.amended:
            self._set_aside(one, [Fault(one.sheet.place(one.row.number), "person_corrected", {"id": before})])
            return
        if before is not None:
            claim = replace(claim, corrects=before)
            claim = replace(claim, id=list_claim_id(self.document.id, self.tag, one.hash, claim))
        if claim.id in self.result.claims:
            self._fate(one, "repeated")
            return
        self.result.claims[claim.id] = claim
        self.result.passages[passage.id] = passage
        self._fate(one, "correction" if before else "new")

    def _guard(self) -> None:
        """A newer edition that nobody called one would double the list: then nothing is written."""
        new = tuple(self.result.claims.values())
        counts = mostly_told(new, self.holdings.claims)
        most = max(counts, key=lambda tag: counts[tag], default="")
        if most and counts[most] * 2 > len(new):
            named = next(document_of(claim.id) for claim in self.holdings.claims if list_of(claim.id) == most)
            self._fault(self.result.faults, self.document.id, "mostly_known", n=counts[most], list=named)

    def _fate(self, one: _Row, fate: str) -> None:
        """The weightiest of what became of the claims of a row is what became of the row."""
        before = self.fates[one.sheet.name, one.row.number]
        self.fates[one.sheet.name, one.row.number] = min(before, fate, key=FATES.index)

    def _tell_fates(self) -> None:
        self.result.fates += [Fate(sheet, number, fate) for (sheet, number), fate in self.fates.items()]
        order = {sheet.name: at for at, sheet in enumerate(self.book.sheets)}
        self.result.fates.sort(key=lambda one: (order[one.sheet], one.number))
