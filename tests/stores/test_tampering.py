"""Somebody with the key and the guards out of the way changes the tables: the check names the place."""

import pytest
from tests.stores.entries import AT, claim, passage
from tests.stores.places import Store

from tizim.ledger import first_break, shape
from tizim.stores.sql.tables import table

COUNT = 9


@pytest.fixture
def open_store(sql_store: Store) -> Store:
    """Nine entries, claims and passages in turn, and no triggers."""
    for number in range(1, COUNT + 1):
        make = claim if number % 2 else passage
        sql_store.ledger.append([make(f"e{number}")], at=AT, by="ed")
    for name in ("register_claim", "register_passage", "register_link"):
        if sql_store.name == "postgres":
            sql_store.database.write(f"DROP TRIGGER {name}_stays ON {name}", [()])
        else:
            for act in ("update", "delete"):
                sql_store.database.write(f"DROP TRIGGER {name}_no_{act}", [()])
    assert first_break(sql_store.ledger) is None
    return sql_store


def broken_after(store: Store, *statements: str) -> tuple[int, str]:
    """The place and the id that the check names after the statements."""
    for statement in statements:
        store.database.write(statement, [()])
    found = first_break(store.ledger)
    assert found is not None, statements
    return found.link.seq, found.link.entry.id


CHANGED = {"text": "'changed'", "number": "4711", "flag": "NOT approximate", "list": "'[\"changed\"]'"}


@pytest.mark.parametrize("name", shape(type(claim("c"))).names)
def test_any_changed_field_of_an_entry(open_store: Store, name: str) -> None:
    form = table("claim").shape
    sort = form.sorts[form.names.index(name)]
    place, _ = broken_after(open_store, f'UPDATE register_claim SET "{name}" = {CHANGED[sort]} WHERE seq = 5')
    assert place == 5


@pytest.mark.parametrize("name", ["kind", "entry_id", "digest", "recorded_at"])
def test_any_changed_field_of_a_link(open_store: Store, name: str) -> None:
    place, _ = broken_after(open_store, f"UPDATE register_link SET {name} = 'changed' WHERE seq = 5")
    assert place == 5


def test_a_link_numbered_anew(open_store: Store) -> None:
    assert broken_after(open_store, "UPDATE register_link SET seq = 50 WHERE seq = 5")[0] == 5


@pytest.mark.parametrize("value", ["''", "'[1'", "'{}'", "'[1.5]'", "'[[[]]]'"])
def test_a_list_that_is_none(open_store: Store, value: str) -> None:
    assert broken_after(open_store, f"UPDATE register_claim SET articles = {value} WHERE seq = 5") == (
        5,
        "e5",
    )


def test_an_entry_taken_out(open_store: Store) -> None:
    assert broken_after(open_store, "DELETE FROM register_claim WHERE seq = 5") == (5, "e5")


def test_a_link_taken_out(open_store: Store) -> None:
    assert broken_after(open_store, "DELETE FROM register_link WHERE seq = 5") == (5, "e5")


def test_an_entry_and_its_link_taken_out(open_store: Store) -> None:
    place, id = broken_after(
        open_store, "DELETE FROM register_link WHERE seq = 5", "DELETE FROM register_claim WHERE seq = 5"
    )
    assert (place, id) == (6, "e6")


@pytest.mark.parametrize("seq", [5, COUNT])
def test_an_entry_put_in_beside_another(open_store: Store, seq: int) -> None:
    """An entry of another kind at a place that is taken: it would be read, and has no link."""
    other = "register_passage" if seq % 2 else "register_claim"
    names = table(other.removeprefix("register_")).shape.names
    columns = ", ".join(f'"{name}"' for name in names)
    copy = f"INSERT INTO {other} (seq, {columns}) SELECT {seq}, {columns} FROM {other} WHERE seq = 2"
    assert broken_after(open_store, copy)[0] == seq


def test_two_entries_swapped(open_store: Store) -> None:
    swap = [
        f"UPDATE register_claim SET seq = {new} WHERE seq = {old}" for old, new in ((3, 99), (5, 3), (99, 5))
    ]
    assert broken_after(open_store, *swap) == (3, "e3")
