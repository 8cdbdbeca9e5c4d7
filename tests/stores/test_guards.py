import pytest
from tests.stores.entries import AT, claim, filled
from tests.stores.places import Store

from tizim.ledger import broken
from tizim.stores import StoreError
from tizim.stores.sql.kinds import ENTRY_CLASSES
from tizim.stores.sql.schema import migrate

TABLES = ["register_link", *(f"register_{entry_class.kind}" for entry_class in ENTRY_CLASSES)]


def fill(store: Store) -> None:
    store.ledger.append([claim("c0")], at=AT, by="ed")
    store.ledger.append(
        [filled(each, f"e-{each.kind}", corrects=None) for each in ENTRY_CLASSES[:-1]], at=AT, by="ed"
    )
    store.ledger.append([filled(ENTRY_CLASSES[-1], "e-withdrawal", corrects="c0")], at=AT, by="ed")


@pytest.mark.parametrize("name", TABLES)
def test_the_database_refuses_to_change_or_delete(sql_store: Store, name: str) -> None:
    fill(sql_store)
    before = sql_store.ledger.head()
    statements = [
        f"UPDATE {name} SET recorded_at = 'x'",
        f"UPDATE {name} SET seq = seq + 100 WHERE seq = (SELECT MAX(seq) FROM {name})",
        f"DELETE FROM {name}",
        f"DELETE FROM {name} WHERE seq = (SELECT MAX(seq) FROM {name})",
    ]
    statements += [f"TRUNCATE {name}"] if sql_store.name == "postgres" else []
    statements += [f"REPLACE INTO {name} SELECT * FROM {name}"] if sql_store.name == "sqlcipher" else []
    for statement in statements:
        with pytest.raises(StoreError, match="never changed or deleted"):
            sql_store.database.write(statement, [()])
    assert sql_store.ledger.head() == before
    assert broken(sql_store.ledger) is None


def test_an_insert_that_turns_into_an_update_is_refused(sql_store: Store) -> None:
    fill(sql_store)
    upsert = (
        "INSERT INTO register_link SELECT * FROM register_link WHERE seq = 1"
        " ON CONFLICT (seq) DO UPDATE SET digest = 'x'"
    )
    with pytest.raises(StoreError, match="never changed or deleted"):
        sql_store.database.write(upsert, [()])


def test_an_id_cannot_be_linked_twice_even_past_the_ledger(sql_store: Store) -> None:
    fill(sql_store)
    with pytest.raises(StoreError):
        sql_store.database.write(
            "INSERT INTO register_link SELECT seq + 1000, kind, entry_id, digest, recorded_at FROM register_link",
            [()],
        )


def test_a_guard_that_was_lost_comes_back_with_the_next_migration(sql_store: Store) -> None:
    fill(sql_store)
    lost = (
        "register_claim_no_update"
        if sql_store.name == "sqlcipher"
        else "register_claim_stays ON register_claim"
    )
    sql_store.database.write(f"DROP TRIGGER {lost}", [()])
    sql_store.database.close()
    migrate(sql_store.database.django_settings())
    with pytest.raises(StoreError, match="never changed or deleted"):
        sql_store.database.write("UPDATE register_claim SET act = 'release'", [()])
