"""A row of a list becomes claims in the making, or the reasons why not; it is taken whole or not at all."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from tizim.claims.lists.cells import Fields, fields_in
from tizim.claims.lists.faults import CellError, Fault
from tizim.claims.lists.heads import Head
from tizim.claims.lists.jottings import READER, jotted
from tizim.claims.lists.mapping import SUBJECTS, ColumnRule, SheetMapping
from tizim.claims.lists.words import plain, said, word_set
from tizim.claims.lists.workbook import ListRow, Sheet

_OWN = frozenset(("text", "status", "number", "skip", "status_as_of"))
"""Rules whose columns are no part of the claims that the other columns make."""
_ABOUT = ("person", "group", "organisation", "age", "sex", "town", "occupation", "born")
_CITED = ("act", "outcome", "article", "date", "text", "status")
_NOTES = ("note", "source_note", "outcome_note", "born_note")
_FEW = 3
_NUMERIC = re.compile(r"[\d\s.,%]+")


@dataclass(frozen=True, slots=True)
class About:
    """Whom a cell of running text is about, and in which language and of which day the list is."""

    person: str | None
    sex: str | None = None
    language: str = ""
    date: str | None = None


class TellsCell(Protocol):
    """Reads a cell of running text: what it claims, each with the name of the reader."""

    def __call__(self, text: str, about: About) -> Sequence[tuple[Mapping[str, Any], str]]:
        """The claims that the text makes, as fields of claims."""


def tells_nothing(text: str, about: About) -> Sequence[tuple[Mapping[str, Any], str]]:
    """What is told where no reader is at hand."""
    return ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making: its fields, the cell it stands in (row and column from 1), its reader."""

    values: Mapping[str, Any]
    row: int
    column: int
    reader: str | None = None


@dataclass(slots=True)
class RowTold:
    """What became of one row: ``skip`` says why it holds no claim, ``faults`` why it is set aside.

    ``unread`` are the cells of running text in which nothing was found.
    """

    number: int
    drafts: list[Draft] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    skip: str = ""
    key: str = ""


@dataclass(slots=True)
class _Read:
    """The cells of one row as they were read: by column the fields, and the texts."""

    texts: dict[int, str] = field(default_factory=dict)
    fields: dict[int, tuple[Fields, ...]] = field(default_factory=dict)


class RowReader:
    """Reads the rows of one sheet under its mapping."""

    def __init__(
        self, sheet: Sheet, mapping: SheetMapping, heads: Sequence[Head], columns: Mapping[int, ColumnRule]
    ) -> None:
        self.sheet, self.mapping, self.columns = sheet, mapping, columns
        self.headings = tuple(head.heading for head in heads)
        self.width = len(heads)
        self.tells: TellsCell = tells_nothing
        self.above: dict[int, str] = {}
        self.subject_at = next((at for at, rule in columns.items() if rule.read in SUBJECTS), 1)
        self.acts = mapping.claims or {"": {}}
        named = {head.heading: head.number for head in heads}
        self.key_at = tuple(named[one] for one in mapping.key if one in named) or tuple(
            at for at, rule in columns.items() if rule.read == "number"
        )

    def read(self, row: ListRow) -> RowTold:
        """The claims of a row, or why it has none."""
        told = RowTold(row.number, skip=self.passed_over(row))
        if told.skip:
            return told
        beyond = [at for at, cell in enumerate(row.cells, 1) if cell and at > self.width]
        if beyond:
            self._fault(told, self.width, CellError("too_many_cells", cells=max(beyond), headings=self.width))
        read = self._cells(row, told)
        about = self._about(read)
        unread = any(self.columns[at].read in SUBJECTS and at not in read.fields for at in read.texts)
        if not unread and not any(about.get(name) for name in ("person", "group", "organisation")):
            self._fault(told, self.subject_at, CellError("no_subject"))
        if not told.faults:
            self._drafts(row, read, about, told)
        told.key = self._key(read, told)
        return told

    def passed_over(self, row: ListRow) -> str:
        """Why a row is no row of the table; nothing if it is one."""
        if row.blank:
            return "blank"
        if row.number < self.mapping.data:
            return "header" if row.number in self.mapping.header else "above"
        if self.mapping.until is not None and row.number > self.mapping.until:
            return "below"
        filled = [(at, cell) for at, cell in enumerate(row.cells, 1) if cell]
        if row.title:
            return "title"
        return self._no_row(filled)

    def _no_row(self, filled: list[tuple[int, str]]) -> str:
        found = _counting([cell for _, cell in filled])
        if found:
            return found
        if len(filled) >= _FEW and all(cell == self._heading(at) for at, cell in filled):
            return "header"
        if len(filled) == 1 and self.width > _FEW and self._remark(*filled[0]):
            return "remark"
        return ""

    def _heading(self, at: int) -> str:
        return self.headings[at - 1] if at <= self.width else ""

    def _remark(self, at: int, cell: str) -> bool:
        """A cell alone in its row, not under the subject (or too long and too wordy to be one)."""
        rule = self.columns.get(at)
        return rule is None or rule.read not in (*SUBJECTS, "text") or cell.startswith("*")

    def _cells(self, row: ListRow, told: RowTold) -> _Read:
        read = _Read()
        for at, rule in self.columns.items():
            text = said(row.cells[at - 1]) if at <= len(row.cells) else ""
            if rule.down:
                text = self.above[at] = text or self.above.get(at, "")
            mark = self.sheet.marks.errors.get((row.number, at))
            if rule.read == "skip" or (not text and not mark):
                continue
            read.texts[at] = text
            try:
                if mark:
                    raise CellError(mark)
                if rule.read != "text":
                    read.fields[at] = fields_in(text, rule, self.mapping)
            except CellError as wrong:
                self._fault(told, at, wrong)
        return read

    def _fault(self, told: RowTold, at: int, wrong: CellError) -> None:
        told.faults.append(wrong.at(self.sheet.address(told.number, at)))

    def _about(self, read: _Read) -> dict[str, Any]:
        """What the row says of its subject; the parts of a name are joined."""
        about: dict[str, Any] = {}
        for at, many in read.fields.items():
            rule = self.columns[at]
            for name, value in (many[0] if many and not rule.of else {}).items():
                if name == "person" and name in about:
                    value = f"{about[name]} {value}"
                if name in _ABOUT:
                    about[name] = value
        return about

    def _drafts(self, row: ListRow, read: _Read, about: dict[str, Any], told: RowTold) -> None:
        for name, fixed in self.acts.items():
            self._of_kind(name, fixed, (row, read, about), told)
        self._of_status(row, read, about, told)
        for at, rule in self.columns.items():
            if rule.read == "text" and at in read.texts:
                self._of_text(at, (row, read, about), told)

    def _of_kind(
        self, name: str, fixed: Mapping[str, str], of: tuple[ListRow, _Read, dict[str, Any]], told: RowTold
    ) -> None:
        """The claims of one kind: none where none of its columns is filled, several where a cell tells so."""
        row, read, about = of
        mine = [at for at, rule in self.columns.items() if name and name in rule.of]
        filled = [at for at in mine if at in read.fields]
        if mine and not filled:
            return
        shared = [at for at in read.fields if not self.columns[at].of and self.columns[at].read not in _OWN]
        values = _merged(
            read.fields[at][0] for at in shared if self.columns[at].read not in (*SUBJECTS, "act")
        )
        values |= _merged(read.fields[at][0] for at in filled if self.columns[at].read != "act")
        acts = [at for at in (*filled, *shared) if self.columns[at].read == "act"]
        fixed = {**self.mapping.fixed, **fixed}
        cited = self._cited(filled or shared, acts)
        for act in read.fields[acts[0]] if acts else ({},):
            whole = {
                **_fixed(fixed),
                **values,
                **{key: one for key, one in act.items() if key not in values},
                **about,
            }
            self._add(whole, (row, cited), read, told)

    def _add(self, values: dict[str, Any], at: tuple[ListRow, int], read: _Read, told: RowTold) -> None:
        row, column = at
        if not values.get("act"):
            expected = any(rule.read == "act" for rule in self.columns.values())
            event = values.keys() & {"date", "outcome", "articles"}
            other = any(self.columns[one].read in ("text", "status") for one in read.texts)
            if (expected or event) and not other:
                act_at = next(
                    (one for one, rule in self.columns.items() if rule.read == "act"), self.subject_at
                )
                self._fault(told, act_at, CellError("act_missing"))
            return
        told.drafts.append(self._draft(values, row, column, None))

    def _draft(self, values: Mapping[str, Any], row: ListRow, column: int, reader: str | None) -> Draft:
        return Draft(_completed(values), row.from_above.get(column, row.number), column, reader)

    def _cited(self, filled: Sequence[int], acts: Sequence[int]) -> int:
        """The cell that a claim cites: that of the act, else the one that says most about it."""
        if acts:
            return acts[0]
        reads = {self.columns[at].read: at for at in reversed(filled)}
        return next((reads[name] for name in _CITED if name in reads), self.subject_at)

    def _of_status(self, row: ListRow, read: _Read, about: dict[str, Any], told: RowTold) -> None:
        as_of = next(
            (
                read.fields[at][0]
                for at, rule in self.columns.items()
                if rule.read == "status_as_of" and at in read.fields
            ),
            {},
        )
        for at, rule in self.columns.items():
            if rule.read != "status" or at not in read.fields or not read.fields[at][0]:
                continue
            usual = {key: one for key, one in self.mapping.fixed.items() if key not in ("act", "outcome")}
            values = {**_fixed(usual),
                      **read.fields[at][0], **as_of, **about}  # fmt: skip
            if not values.get("act"):
                values |= {"act": "other", "act_detail": f"status: {values['status']}"}
            told.drafts.append(self._draft(values, row, at, None))

    def _of_text(self, at: int, of: tuple[ListRow, _Read, dict[str, Any]], told: RowTold) -> None:
        """What a cell of running text tells: catchwords read here, sentences by the readers."""
        row, read, about = of
        text, rule = read.texts[at], self.columns[at]
        found: list[tuple[Mapping[str, Any], str]] = [
            (
                {
                    name: getattr(one, name)
                    for name in ("act", "date", "date_basis", "outcome", "articles", "note")
                },
                READER,
            )
            for one in jotted(text, rule.order or self.mapping.order, self.mapping.pivot, self.mapping.book)
        ] or list(self.tells(text, About(about.get("person"), about.get("sex"), self.mapping.language)))
        if not found:
            told.unread.append(at)
        basis = _fixed(
            {key: one for key, one in self.mapping.fixed.items() if key in ("place", "case_kind", "role")}
        )
        for values, reader in found:
            own = {key: value for key, value in values.items() if value not in (None, ())}
            subject = {} if own.keys() & {"person", "group", "organisation"} else about
            draft = self._draft({**basis, **subject, **own}, row, at, reader)
            if not any(_same_act(draft.values, one.values) for one in told.drafts):
                told.drafts.append(draft)

    def _key(self, read: _Read, told: RowTold) -> str:
        """What tells the row from others in a later edition."""
        own = [plain(read.texts.get(at, "")) for at in self.key_at]
        if any(own):
            return "\x1f".join(("key", *own))
        if not told.drafts:
            return ""
        first = told.drafts[0].values
        who = first.get("person") or first.get("organisation") or first.get("group") or ""
        return "\x1f".join(("row", plain(who), str(first.get("act")), str(first.get("date"))))


def _counting(cells: Sequence[str]) -> str:
    """Whether the filled cells of a row sum the others up, or number the columns."""
    if word_set("totals").match(plain(cells[0])) and all(map(_NUMERIC.fullmatch, cells[1:])):
        return "total"
    numbered = len(cells) >= _FEW and list(cells) == [str(number) for number in range(1, len(cells) + 1)]
    return "column_numbers" if numbered else ""


def no_person(row: ListRow) -> bool:
    """Whether a row sums the others up, or numbers the columns."""
    return not row.blank and bool(_counting([cell for cell in row.cells if cell]))


def _merged(many: Any) -> dict[str, Any]:
    """The fields of several cells; notes and lists are joined, of other fields the first stands."""
    merged: dict[str, Any] = {}
    for fields in many:
        for name, value in fields.items():
            if name == "note" and name in merged:
                merged[name] = f"{merged[name]}; {value}"
            elif name == "articles" and name in merged:
                merged[name] = tuple(dict.fromkeys((*merged[name], *value)))
            else:
                merged.setdefault(name, value)
    return merged


def _fixed(fields: Mapping[str, str]) -> dict[str, Any]:
    return {("articles" if name == "article" else name): value for name, value in fields.items()}


def _same_act(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if one.get("act") != other.get("act") or one.get("person") != other.get("person"):
        return False
    days = (str(one.get("date") or "").rstrip("~"), str(other.get("date") or "").rstrip("~"))
    return not all(days) or days[0] == days[1]


def _completed(values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a claim alone: an age from the day of birth, the address of a source into the note."""
    whole = {name: value for name, value in values.items() if name not in ("born", "source_note", "number")}
    notes = [values.get("note")]
    born = values.get("born")
    if born and "age" not in whole:
        age = _age(born, str(values.get("date") or ""))
        whole |= {"age": age} if age is not None else {}
        notes.append(None if age is not None else f"born {born}")
    if values.get("source_note"):
        notes.append(f"source: {values['source_note']}")
    note = "; ".join(one for one in notes if one)
    return {**whole, "note": note} if note else whole


def _age(born: str, day: str) -> int | None:
    try:
        first, then = date.fromisoformat(born), date.fromisoformat(day)
    except ValueError:
        return None
    age = then.year - first.year - ((then.month, then.day) < (first.month, first.day))
    return age if 0 <= age <= 130 else None
