"""The ledger in SQL: appends in one transaction under one lock, reads by pages in the order written."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from heapq import merge
from itertools import chain, groupby, islice
from typing import TypeVar

from tizim.ledger import Entry, Head, Link, ids_in, linked, stamp, stamp_batch
from tizim.ledger import moment as moment_of
from tizim.stores.sql.database import Database, Row
from tizim.stores.sql.tables import (
    LINK_HEAD,
    LINK_INSERT,
    LINK_OF,
    LINK_PAGE,
    LINK_UNTIL,
    Table,
    table,
    tables,
)

Placed = tuple[int, Entry]
V = TypeVar("V")
_BATCH = 20_000  # rows held beside their entries while many are written
_ASKED = 4_096  # values in one statement, a power of 2; SQLite takes 32,766, PostgreSQL 65,535


class SQLLedger:
    """Keeps entries in the tables of a database; a ``Ledger``, a ``Chain``, a ``ById`` and a ``Later``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(
        self, entries: Sequence[Entry], *, at: str, by: str, skip_known: bool = False
    ) -> tuple[Entry, ...]:
        """Writes all of the entries or none; see ``Ledger.append``."""
        for kind in {entry.kind for entry in entries}:
            table(kind)
        with self._database.writing():
            head = self.head()
            known = self._kinds_of(ids_in(entries)) if head.seq else {}
            written = stamp_batch(entries, stamp(head, at=at, by=by), known, skip_known=skip_known)
            self._write(linked(head, written))
        return written

    def alone(self) -> AbstractContextManager[None]:
        """A span in which nobody else appends: what is read in it still stands when it is written."""
        return self._database.writing()

    def known_at(self, moment: str | None = None, *, kinds: Sequence[str] = ()) -> Iterator[Entry]:
        """Every entry recorded at or before the moment, in the order written."""
        until = self.head().seq if moment is None else self._seq_at(moment_of(moment))
        return self._between(0, until, kinds)

    def since(self, moment: str, *, kinds: Sequence[str] = ()) -> Iterator[Entry]:
        """Every entry recorded after the moment, in the order written."""
        return self._between(self._seq_at(moment_of(moment)), self.head().seq, kinds)

    def head(self) -> Head:
        """Where the ledger stands."""
        found = self._database.rows(LINK_HEAD)
        return Head(*found[0]) if found else Head()

    def links(self, after: int = 0) -> Iterator[Link]:
        """The links after the given place, in order.

        Where links and tables do not fit together, what comes out cannot hold: an entry that is missing or
        is not what its link says comes bare, with nothing but its id; an entry without a link comes with
        no digest.
        """
        until = self.head().seq
        entries = chain(self._merged(list(tables().values()), after, until), [(until + 1, Entry(id=""))])
        place, entry = next(entries)
        link_rows = chain.from_iterable(self._pages_of(LINK_PAGE, 5, after, until))
        for seq, kind, entry_id, digest, recorded_at in link_rows:
            while place < seq:
                yield Link(place, "", entry)
                place, entry = next(entries)
            fits = place == seq and (entry.kind, entry.id, entry.recorded_at) == (kind, entry_id, recorded_at)
            yield Link(seq, digest, entry if fits else Entry(id=entry_id))
            if place == seq:
                place, entry = next(entries)
        while place <= until:
            yield Link(place, "", entry)
            place, entry = next(entries)

    def of(self, ids: Iterable[str]) -> Iterator[Entry]:
        """The entries with these ids, in the order written."""
        places: dict[str, list[int]] = {}
        for some in _some(ids):
            found = self._database.lot(LINK_OF.format(_marks(some)), 2, some)
            for seq, kind in found:
                places.setdefault(kind, []).append(seq)
        placed = [each for kind, seqs in places.items() for each in self._placed(table(kind), seqs)]
        return (entry for _, entry in sorted(placed, key=_place))

    def having(self, kind: str, field: str, values: Iterable[str]) -> list[str]:
        """The ids of the entries of a kind that have one of these values in a field, in the order written."""
        sql, found = table(kind).having(field), dict[str, int]()
        for some in _some(values):
            found.update(self._database.lot(sql.format(_marks(some)), 2, some))
        return sorted(found, key=found.__getitem__)

    def _placed(self, where: Table, seqs: Iterable[int]) -> Iterator[Placed]:
        for some in _some(seqs):
            rows = self._database.lot(where.placed.format(_marks(some)), where.width, some)
            if rows:
                yield from zip((row[0] for row in rows), where.entries(rows), strict=True)

    def _write(self, links: Iterator[Link]) -> None:
        """Writes them page by page: of a long batch never all rows are held beside its entries."""
        while page := list(islice(links, _BATCH)):
            self._database.write(
                LINK_INSERT,
                [
                    (link.seq, link.entry.kind, link.entry.id, link.digest, link.entry.recorded_at)
                    for link in page
                ],
            )
            for kind, group in groupby(sorted(page, key=_kind), key=_kind):
                self._database.write(table(kind).insert, table(kind).rows(group))

    def _kinds_of(self, ids: Iterable[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for some in _some(ids):
            sql = f"SELECT entry_id, kind FROM register_link WHERE entry_id IN ({_marks(some)})"
            found.update(self._database.lot(sql, 2, some))
        return found

    def _seq_at(self, moment: str) -> int:
        found = self._database.rows(LINK_UNTIL, [moment])
        return int(found[0][0]) if found else 0

    def _between(self, after: int, until: int, kinds: Sequence[str]) -> Iterator[Entry]:
        wanted = [table(kind) for kind in dict.fromkeys(kinds)] or list(tables().values())
        if len(wanted) == 1:
            return (entry for page in self._pages(wanted[0], after, until) for _, entry in page)
        return (entry for _, entry in self._merged(wanted, after, until))

    def _merged(self, wanted: list[Table], after: int, until: int) -> Iterator[Placed]:
        pages = (chain.from_iterable(self._pages(each, after, until)) for each in wanted)
        return merge(*pages, key=_place)

    def _pages(self, where: Table, after: int, until: int) -> Iterator[list[Placed]]:
        for rows in self._pages_of(where.page, where.width, after, until):
            if rows:
                yield list(zip((row[0] for row in rows), where.entries(rows), strict=True))

    def _pages_of(self, sql: str, width: int, after: int, until: int) -> Iterator[list[Row]]:
        """Pages of rows by their seq, the first value of each, from after the one to the other.

        The end is cut off here: PostgreSQL, asked for a span, would sort all of it for each page.
        """
        while after < until and (rows := self._database.lot(sql, width, [after])):
            after = rows[-1][0]
            yield rows if after <= until else [row for row in rows if row[0] <= until]


def _some(values: Iterable[V]) -> Iterator[list[V]]:
    """The values, as many at a time as one statement takes; the last stands there until they are 1, 2, 4, 8…

    So there are few statements, and a connection keeps what it has made of each of them.
    """
    waiting = iter(dict.fromkeys(values))
    while some := list(islice(waiting, _ASKED)):
        yield some + some[-1:] * ((1 << (len(some) - 1).bit_length()) - len(some))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _place(placed: Placed) -> int:
    return placed[0]


def _kind(link: Link) -> str:
    return link.entry.kind
