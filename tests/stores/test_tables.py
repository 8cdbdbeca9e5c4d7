from pathlib import Path

import pytest
from tests.stores.places import Store

from tizim.ledger import Entry, shape
from tizim.stores.sql import migrations
from tizim.stores.sql.kinds import ENTRY_CLASSES
from tizim.stores.sql.schema import MIGRATIONS, migrations_run
from tizim.stores.sql.tables import tables

SORTS = {
    "sqlcipher": {"text": "TEXT", "list": "TEXT", "number": "bigint", "flag": "bool"},
    "postgres": {"text": "text", "list": "text", "number": "bigint", "flag": "boolean"},
}


def columns(store: Store, name: str) -> dict[str, tuple[str, bool]]:
    """Each column of a table, with its type and whether it may be NULL, as the database itself tells it."""
    if store.name == "sqlcipher":
        rows = store.database.rows('SELECT name, type, "notnull" FROM pragma_table_info(?)', [name])
        return {column: (sort, not strict) for column, sort, strict in rows}
    rows = store.database.rows(
        "SELECT column_name, data_type, is_nullable FROM information_schema.columns WHERE table_name = ?",
        [name],
    )
    return {column: (sort, null == "YES") for column, sort, null in rows}


@pytest.mark.parametrize("entry_class", ENTRY_CLASSES)
def test_the_columns_are_the_fields(sql_store: Store, entry_class: type[Entry]) -> None:
    form, sorts = shape(entry_class), SORTS[sql_store.name]
    found = columns(sql_store, f"register_{entry_class.kind}")
    assert found.pop("seq") == ("INTEGER" if sql_store.name == "sqlcipher" else "integer", False)
    assert found == {
        name: (sorts[sort], optional)
        for name, sort, optional in zip(form.names, form.sorts, form.optional, strict=True)
    }


def test_every_entry_of_every_room_has_its_table() -> None:
    def kinds_below(entry_class: type[Entry]) -> set[str]:
        own = {entry_class.kind} if entry_class.__module__.startswith("tizim.") else set()
        return own.union(*map(kinds_below, entry_class.__subclasses__()))

    assert kinds_below(Entry) - {""} == set(tables()) == {each.kind for each in ENTRY_CLASSES}


def test_the_migrations_are_counted(sql_store: Store) -> None:
    names = [path.name for path in Path(migrations.__file__).parent.glob("[0-9]*.py")]
    assert len(names) == MIGRATIONS == migrations_run(sql_store.database)


def test_no_field_waits_for_a_migration(cipher_file: tuple[Path, str]) -> None:
    from django.core.management import call_command

    call_command("makemigrations", "register", check_changes=True, dry_run=True, verbosity=0)


def test_the_models_pass_django_s_own_checks(cipher_file: tuple[Path, str]) -> None:
    from django.apps import apps
    from django.core.checks import Tags, run_checks

    found = run_checks(app_configs=[apps.get_app_config("register")], tags=[Tags.models])
    assert [each for each in found if not each.is_silenced()] == []
