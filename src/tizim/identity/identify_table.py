"""The table of mentions that ``tizim identify`` takes: rows of a CSV as mentions, and their faults."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from sys import intern

from tizim.identity.errors import IdentityError
from tizim.identity.identify import WrittenMention
from tizim.identity.written import LONGEST_NAME

NEEDED = ("mention_id", "name_as_written")
TAKEN = (*NEEDED, "lang", "source_date", "context")
DOCUMENT = ("document", "source")
NO_ID, NO_NAME, REPEATED, LONG_NAME, BROKEN, NO_CSV = (
    "no_id",
    "no_name",
    "repeated",
    "long_name",
    "broken",
    "no_csv",
)
_SEPARATORS = ",;\t|"
_LONGEST_CELL = 16_000_000
_MOST_LINES = 200
_BROKEN_LETTERS = re.compile("[\ud800-\udfff\ufffd\x00]")
_CYRILLIC = re.compile(r"[\u0400-\u045f\u0490\u0491]")
_JUMBLED = re.compile(r"[а-яё][А-ЯЁ]|[A-Za-z][а-яё]|[а-яё][A-Za-z]")
_GUARD = re.compile(r"^'(?='*[=+\-@])")
_SAMPLE = 1_000_000
_FEW_BROKEN, _SOME_BROKEN = 0.01, 0.1
_LEAST_CYRILLIC = 0.8


@dataclass(slots=True)
class MentionTable:
    """The mentions of a table; faults by row number as a spreadsheet program shows it; how it was written.

    ``encoding`` is that of the file. ``missing`` are optional columns that it does not have. ``documents``:
    whether a column says in which document a mention stands.
    """

    mentions: list[WrittenMention] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)
    encoding: str = "utf-8"
    missing: tuple[str, ...] = ()
    documents: bool = False


def mention_table(content: bytes) -> MentionTable:
    """The mentions that the CSV tells, in any of the encodings that spreadsheets write.

    A row without an id, or with one that an earlier row has, is left out; a row whose name cannot be read as
    a name is kept and will stay alone. IdentityError says what is wrong with the table as a whole.
    """
    text, encoding = decoded(content)
    rows = _numbered(text)
    columns = _columns(next(rows, (0, None))[1])
    found = MentionTable(encoding=encoding, missing=tuple(one for one in TAKEN if one not in columns))
    found.documents = any(one in columns for one in DOCUMENT)
    seen: set[str] = set()
    for number, cells in rows:
        if cells is None:
            found.faults.append((number, NO_CSV))
        elif any(cells):
            _take(found, number, _Cells(columns, cells), seen)
    return found


def decoded(content: bytes) -> tuple[str, str]:
    """The text and its encoding: UTF-8, UTF-16 or Windows-1251, told apart by what they make of the bytes."""
    if content[:2] == b"PK":
        raise IdentityError("the table is a spreadsheet; save it as 'CSV UTF-8'")
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if content.startswith(mark):
            return content.decode(encoding, "replace"), encoding
    nothing = content[:2000].count(0)
    if nothing > len(content[:2000]) / 5:
        order = "utf-16-le" if content[1::2][:1000].count(0) * 2 > nothing else "utf-16-be"
        return content.decode(order, "replace"), order
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken <= _FEW_BROKEN * _outside_ascii(text):
        return text, "utf-8"
    russian = content.decode("cp1251", "replace")
    if _russian(russian):
        return russian, "windows-1251"
    if broken <= _SOME_BROKEN * len(text):
        return text, "utf-8"
    raise IdentityError("the table is in none of UTF-8, UTF-16 and Windows-1251; save it as 'CSV UTF-8'")


def _outside_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _russian(text: str) -> bool:
    """Whether it reads as Russian: Cyrillic letters, no word in two alphabets, no capitals inside words."""
    text = text[:_SAMPLE]
    cyrillic = len(_CYRILLIC.findall(text))
    return cyrillic >= _LEAST_CYRILLIC * _outside_ascii(text) and len(_JUMBLED.findall(text)) * 20 <= cyrillic


class _Cells:
    """The cells of a row by column."""

    def __init__(self, columns: dict[str, int], cells: list[str]) -> None:
        self._columns, self._cells = columns, cells
        self.broken = False

    def __getitem__(self, column: str) -> str:
        at = self._columns.get(column, -1)
        cell = self._cells[at] if 0 <= at < len(self._cells) else ""
        if _BROKEN_LETTERS.search(cell):
            self.broken = True
            cell = _BROKEN_LETTERS.sub("\ufffd", cell)
        return _GUARD.sub("", cell.strip())

    def document(self) -> str | None:
        """The document that a column names; ``None`` where there is no such column."""
        return next((self[column] for column in DOCUMENT if column in self._columns), None)


def _take(found: MentionTable, number: int, cells: _Cells, seen: set[str]) -> None:
    mention, name = cells["mention_id"], cells["name_as_written"]
    if not mention or mention in seen:
        found.faults.append((number, REPEATED if mention else NO_ID))
        return
    seen.add(mention)
    document = cells.document()
    language, day, told = (intern(cells[column]) for column in ("lang", "source_date", "context"))
    known = None if document is None else intern(document)
    found.mentions.append(WrittenMention(mention, intern(name), language, day, told, known))
    if not name or len(name) > LONGEST_NAME:
        found.faults.append((number, LONG_NAME if name else NO_NAME))
    elif cells.broken:
        found.faults.append((number, BROKEN))


def _columns(header: list[str] | None) -> dict[str, int]:
    if header is None:
        raise IdentityError("the table is empty; its first row names the columns")
    columns: dict[str, int] = {}
    for at, heading in enumerate(header):
        columns.setdefault("_".join(heading.strip().casefold().split()), at)
    missing = [one for one in NEEDED if one not in columns]
    if missing:
        raise IdentityError(f"the table has no column {', '.join(missing)}; its first row names the columns")
    return columns


def _numbered(text: str) -> Iterator[tuple[int, list[str] | None]]:
    """Each row with its number; ``None`` in place of one that is no CSV; the next line is read on then."""
    csv.field_size_limit(_LONGEST_CELL)
    text = text.removeprefix("\ufeff")
    feed = _Feed(text if "\n" in text else text.replace("\r", "\n"))
    mark = _separator(feed.to_header())
    number = feed.skipped
    while feed.more:
        number += 1
        try:
            for row in csv.reader(feed, delimiter=mark, strict=True):
                yield number, row
                number += 1
                feed.row_done()
        except csv.Error:
            yield number, None
            feed.skip_line()


class _Feed:
    """Lines for the reader of CSV, cut from the text as they are asked for.

    A row that does not end within 200 lines is an error. ``skipped`` lines stand before the header.
    """

    def __init__(self, text: str) -> None:
        self._text, self._at, self._row, self._lines = text, 0, 0, 0
        self.skipped = 0

    @property
    def more(self) -> bool:
        """Whether the text goes on."""
        return self._at < len(self._text)

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if not self.more:
            raise StopIteration
        if self._lines >= _MOST_LINES:
            raise csv.Error
        end = self._text.find("\n", self._at) + 1 or len(self._text)
        line = self._text[self._at : end]
        self._at = end
        self._lines += 1
        return line

    def row_done(self) -> None:
        """The next line begins a row."""
        self._row, self._lines = self._at, 0

    def skip_line(self) -> None:
        """Goes back to the line after the first of the row that is being read."""
        self._at, self._lines = self._row, 0
        next(self, "")
        self.row_done()

    def to_header(self) -> str:
        """The first line that says anything, without going past it."""
        for line in self:
            if line.strip("\ufeff \t\r\n,;|") and not line.startswith("sep="):
                self._at = self._row
                return line
            self.skipped += 1
            self.row_done()
        return ""


def _separator(line: str) -> str:
    """The separator under which the header names most columns that are taken."""
    known = {*TAKEN, *DOCUMENT}

    def named(mark: str) -> int:
        cells = [cell.strip(' "\r\n\ufeff').casefold().split() for cell in line.split(mark)]
        return sum("_".join(words) in known for words in cells)

    return max(_SEPARATORS, key=named)
