"""Rows read in one step are the rows read one after the other: every sort of value, order, what is broken."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.stores.entries import AT, claim
from tests.stores.places import Store

from tizim.ledger import LedgerError
from tizim.stores.errors import StoreError
from tizim.stores.keys import Keys
from tizim.stores.sql.sqlcipher import CipherDatabase

WIDTH = 3
ODD = ("", "\x00", "a\x00b", '"\\/', "\u2028", "\ud7ff\ue000", "𐍈", "[1]", "null", "1")
values = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=("Cs",))),
    st.sampled_from(ODD),
    st.binary(max_size=6),
)
rows = st.lists(st.tuples(*[values] * WIDTH), max_size=5)
asked = f"SELECT {', '.join(f'v{n}' for n in range(WIDTH))} FROM kept WHERE run = ? ORDER BY place"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CipherDatabase]:
    """A database with a table for values of whatever sort."""
    path: Path = tmp_path_factory.mktemp("lots") / "register.db"
    path.touch()
    database = CipherDatabase(path, Keys.fresh().database)
    database.write("CREATE TABLE kept (run, place, v0, v1, v2)", [()])
    yield database
    database.close()


@settings(max_examples=150, deadline=None)
@given(written=rows)
def test_a_lot_is_what_the_rows_are(kept: CipherDatabase, written: list[tuple[object, ...]]) -> None:
    run = kept.rows("SELECT COUNT(*) + 1 FROM (SELECT DISTINCT run FROM kept)")[0][0]
    kept.write("INSERT INTO kept VALUES (?, ?, ?, ?, ?)", [(run, -n, *row) for n, row in enumerate(written)])
    one_by_one, at_once = kept.rows(asked, [run]), kept.lot(asked, WIDTH, [run])
    assert at_once == one_by_one == written[::-1]
    assert [[*map(type, row)] for row in at_once] == [[*map(type, row)] for row in one_by_one]


@pytest.mark.parametrize("first", range(0, 256, 16))
def test_bytes_that_look_like_json_of_sqlite_stay_bytes(kept: CipherDatabase, first: int) -> None:
    written = [bytes([first + byte, *more]) for byte in range(16) for more in ((), (0,), (1, 2))]
    sql = " UNION ALL ".join(f"SELECT x'{one.hex()}'" for one in written)
    assert kept.lot(sql, 1) == [(one,) for one in written]
    for one in written:
        assert kept.lot(f"SELECT x'{one.hex()}'", 1) == [(one,)]


def test_what_is_broken_is_said_as_it_is_said_of_rows(kept: CipherDatabase) -> None:
    for sql in ("SELECT CAST(x'ff' AS TEXT)", "SELECT nothing FROM kept", "SELECT 1 FROM nowhere"):
        with pytest.raises(StoreError) as of_rows:
            kept.rows(sql)
        with pytest.raises(StoreError) as of_lot:
            kept.lot(sql, 1)
        assert str(of_lot.value) == str(of_rows.value)


def test_a_lot_takes_one_step_however_many_rows_it_has(kept: CipherDatabase) -> None:
    steps: list[None] = []
    connection = kept._connection()
    counted = "WITH RECURSIVE n (v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM n LIMIT 300) SELECT v FROM n"
    connection.row_factory = lambda _, row: steps.append(None) or row
    try:
        assert kept.lot(counted, 1) == [(n,) for n in range(1, 301)]
    finally:
        connection.row_factory = None
    assert len(steps) == 1


def test_who_has_a_value_is_told_in_the_order_written(sql_store: Store) -> None:
    drafts = [claim(f"c{9 - n}", document_id=f"d-{n % 3}", person="Ә" if n else None) for n in range(9)]
    sql_store.ledger.append(drafts, at=AT, by="ed")
    having = sql_store.ledger.having
    assert having("claim", "document_id", ["d-2", "d-0", "d-0", "d-9"]) == [
        "c9",
        "c7",
        "c6",
        "c4",
        "c3",
        "c1",
    ]
    assert having("claim", "person", ["Ә"]) == [f"c{9 - n}" for n in range(1, 9)]
    assert having("claim", "document_id", []) == having("review", "claim_id", ["c1"]) == []
    with pytest.raises(LedgerError, match="no field"):
        having("claim", "seq) --", ["1"])


def test_entries_come_in_their_order_however_many_lots_they_take(sql_store: Store) -> None:
    written = sql_store.ledger.append([claim(f"c{number}") for number in range(5001)], at=AT, by="ed")
    wanted = [one.id for one in written]
    assert tuple(sql_store.ledger.of(reversed(wanted))) == written
    assert tuple(sql_store.ledger.known_at()) == written
