"""Django on the encrypted database: what the desk will stand on."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.stores.entries import AT, claim

from tizim.stores.sql.ledger import SQLLedger
from tizim.stores.sql.schema import _set_up_django
from tizim.stores.sql.sqlcipher import CipherDatabase


@pytest.fixture
def connection(cipher_file: tuple[Path, str], tmp_path: Path) -> Iterator[Any]:
    """A Django connection to an encrypted file with the register's tables and one claim."""
    _set_up_django()
    from django.db import connections

    path, key = tmp_path / "register.db", cipher_file[1]
    path.write_bytes(cipher_file[0].read_bytes())
    database = CipherDatabase(path, key)
    SQLLedger(database).append([claim("c1", person="Жданова", approximate=True, age=40)], at=AT, by="ed")
    settings = connections.configure_settings({"default": {}, "desk": database.django_settings()})
    connections.settings["desk"] = settings["desk"]
    yield connections["desk"]
    connections["desk"].close()
    del connections["desk"], connections.settings["desk"]
    database.close()


def test_the_models_read_what_the_ledger_wrote(connection: Any) -> None:
    from tizim.stores.sql.models import ENTRY_MODELS, Link

    found = ENTRY_MODELS["claim"].objects.using("desk").get(person="Жданова")
    assert (found.seq, found.entry_id, found.approximate, found.age) == (1, "c1", True, 40)
    assert Link.objects.using("desk").filter(recorded_at__lte=AT).count() == 1


def test_django_cannot_change_an_entry_either(connection: Any) -> None:
    from django.db import IntegrityError

    from tizim.stores.sql.models import ENTRY_MODELS

    with pytest.raises(IntegrityError, match="never changed or deleted"):
        ENTRY_MODELS["claim"].objects.using("desk").update(act="release")
    with pytest.raises(IntegrityError, match="never changed or deleted"):
        ENTRY_MODELS["claim"].objects.using("desk").all().delete()


def test_values_of_all_sorts_go_in_and_out(connection: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE sorts (a bool, b date, c time, d datetime, e decimal, f blob, g text)")
        written = (True, "2026-01-02", "03:04:00", "2026-01-02 03:04:00", Decimal("1.50"), b"\0\xff", None)
        cursor.execute("INSERT INTO sorts VALUES (%s, %s, %s, %s, %s, %s, %s)", written)
        cursor.execute("SELECT * FROM sorts WHERE f = %(f)s", {"f": b"\0\xff"})
        read = (True, date(2026, 1, 2), time(3, 4), datetime(2026, 1, 2, 3, 4), 1.5, b"\0\xff", None)
        assert cursor.fetchone() == read


def test_django_s_own_functions_are_there(connection: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT django_date_trunc('year', '2026-05-06', NULL, NULL), 'ӘЖЕ' REGEXP 'Ж'")
        assert cursor.fetchone() == ("2026-01-01", True)


def test_many_rows_and_no_rows_go_in(connection: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE numbers (a integer, b text)")
        cursor.executemany("INSERT INTO numbers VALUES (%s, %s)", [(1, "a%"), (2, "b?")])
        cursor.executemany("INSERT INTO numbers VALUES (%s, %s)", [])
        cursor.executemany("INSERT INTO numbers VALUES (%(a)s, %(b)s)", iter([{"a": 3, "b": "c"}]))
        cursor.execute("SELECT * FROM numbers WHERE b <> 'x%%' ORDER BY a", ())
        assert cursor.fetchall() == [(1, "a%"), (2, "b?"), (3, "c")]


def test_a_transaction_that_fails_leaves_nothing(connection: Any) -> None:
    from django.db import DatabaseError, transaction

    with pytest.raises(DatabaseError), transaction.atomic(using="desk"), connection.cursor() as cursor:
        cursor.execute("CREATE TABLE half (a integer)")
        cursor.execute("INSERT INTO nowhere VALUES (1)")
    assert "half" not in connection.introspection.table_names()


def test_a_wrong_key_opens_nothing(connection: Any) -> None:
    from django.db import DatabaseError

    connection.close()
    connection.settings_dict["PASSWORD"] = "00" * 32
    with pytest.raises(DatabaseError, match="not a database"):
        connection.cursor()


def test_moments_with_a_zone_are_kept_in_utc(connection: Any) -> None:
    from django.db import models

    stored = connection.ops.adapt_datetimefield_value(datetime(2026, 1, 1, 5, tzinfo=UTC))
    assert models.DateTimeField().db_type(connection) == "datetime" and stored == "2026-01-01 05:00:00"
