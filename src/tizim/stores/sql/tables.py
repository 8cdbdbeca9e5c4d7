"""Where the entries of each kind lie: table, columns, statements, and the one mapping to and from rows."""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Any

import orjson

from tizim.ledger import Entry, LedgerError, Link, Shape, shape
from tizim.stores.sql.kinds import ENTRY_CLASSES

Row = tuple[Any, ...]
Turn = Callable[[Any], Any]

PAGE = 500

LINK_INSERT = "INSERT INTO register_link (seq, kind, entry_id, digest, recorded_at) VALUES (?, ?, ?, ?, ?)"
LINK_PAGE = (
    "SELECT seq, kind, entry_id, digest, recorded_at FROM register_link"
    f" WHERE seq > ? ORDER BY seq LIMIT {PAGE}"
)
LINK_HEAD = "SELECT seq, digest, recorded_at FROM register_link ORDER BY seq DESC LIMIT 1"
LINK_OF = "SELECT seq, kind FROM register_link WHERE entry_id IN ({})"
LINK_UNTIL = (
    "SELECT seq FROM register_link WHERE recorded_at <= ? ORDER BY recorded_at DESC, seq DESC LIMIT 1"
)


class Table:
    """The table of one kind of entry: the place in the ledger (``seq``), then a column for each field."""

    def __init__(self, entry_class: type[Entry]) -> None:
        self.shape: Shape[Entry] = shape(entry_class)
        self.kind = entry_class.kind
        self.name = f"register_{entry_class.kind}"
        columns = ", ".join(f'"{name}"' for name in ("seq", *self.shape.names))
        marks = ", ".join("?" * (len(self.shape.names) + 1))
        self.width = len(self.shape.names) + 1
        self.insert = f"INSERT INTO {self.name} ({columns}) VALUES ({marks})"
        self.page = f"SELECT {columns} FROM {self.name} WHERE seq > ? ORDER BY seq LIMIT {PAGE}"
        self.placed = f"SELECT {columns} FROM {self.name} WHERE seq IN ({{}})"
        sorts = tuple(enumerate(self.shape.sorts))
        self._packed = tuple(place for place, sort in sorts if sort == "list")
        self._turned: dict[int, Turn] = {place: _TURNS[sort] for place, sort in sorts if sort in _TURNS}

    def having(self, field: str) -> str:
        """The statement for the ids and places of those that have one of some values in the field."""
        if field not in self.shape.names:
            raise LedgerError(f"'{self.kind}' has no field '{field}'")
        return f'SELECT id, seq FROM {self.name} WHERE "{field}" IN ({{}})'

    def rows(self, links: Iterable[Link]) -> list[Row]:
        """The rows to write for links of this kind; a tuple becomes JSON text."""
        return [(link.seq, *self._pack(self.shape.values(link.entry))) for link in links]

    def entries(self, rows: Iterable[Row]) -> list[Entry]:
        """The entries that lie in rows of this table, at least one."""
        _, *fields = zip(*rows, strict=True)
        columns: list[Iterable[Any]] = list(fields)
        for place, turn in self._turned.items():
            columns[place] = map(turn, columns[place])
        return self.shape.entries(columns)

    def _pack(self, values: Row) -> Row:
        packed = list(values)
        for place in self._packed:
            packed[place] = "[]" if values[place] == () else orjson.dumps(values[place]).decode()
        return tuple(packed)


@cache
def tables() -> dict[str, Table]:
    """The table of each kind."""
    return {entry_class.kind: Table(entry_class) for entry_class in ENTRY_CLASSES}


def table(kind: str) -> Table:
    """The table of a kind; LedgerError if the register knows no such kind."""
    try:
        return tables()[kind]
    except KeyError:
        raise LedgerError(f"'{kind}' is no kind of entry; there are {', '.join(sorted(tables()))}") from None


@lru_cache(maxsize=4096)
def _unpacked(text: str | None) -> Any:
    """The tuple that JSON text holds; text that is none stays text, and the check of the chain names it."""
    try:
        items = None if text is None else orjson.loads(text)
    except (ValueError, TypeError):
        return text
    return _tuples(items) if isinstance(items, list) else text


def _tuples(items: list[Any]) -> tuple[Any, ...]:
    return tuple(_tuples(item) if isinstance(item, list) else item for item in items)


def _truth(value: Any) -> bool | None:
    return None if value is None else bool(value)


_TURNS: dict[str, Turn] = {"list": _unpacked, "flag": _truth}
