from collections.abc import Callable
from pathlib import Path

import pytest
from tests.stores.entries import AT, batch
from tests.stores.places import Where, store_at
from tests.stores.workers import append_on_full_disk, processes, put_on_full_disk

from tizim.ledger import broken
from tizim.stores import Keys, StoreFullError
from tizim.stores.vault import AgeVault


def test_a_database_that_may_not_grow_says_so_and_keeps_what_it_has(place: Callable[[str], Where]) -> None:
    store = store_at(place("sqlcipher"))
    store.ledger.append(batch("small", 10), at=AT, by="ed")
    before = store.ledger.head()
    (pages,) = store.database.rows("PRAGMA page_count")[0]
    store.database.rows(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(StoreFullError, match="no room"):
        store.ledger.append(batch("big", 6000), at=AT, by="ed")
    assert store.ledger.head() == before
    store.database.rows("PRAGMA max_page_count = 1000000")
    store.ledger.append(batch("big", 100), at=AT, by="ed")
    assert broken(store.ledger) is None
    store.database.close()


@pytest.mark.parametrize("limit", [10_000, 300_000, 700_000])
def test_a_disk_that_takes_no_more_is_told_and_nothing_is_half_written(
    limit: int, place: Callable[[str], Where]
) -> None:
    where = place("sqlcipher")
    store = store_at(where)
    store.ledger.append(batch("small", 10), at=AT, by="ed")
    before = store.ledger.head()
    worker = processes().Process(target=append_on_full_disk, args=(where, limit))
    worker.start()
    worker.join(60)
    assert worker.exitcode == 7
    assert store.ledger.head() == before
    assert broken(store.ledger) is None
    store.ledger.append(batch("after", 10), at=AT, by="ed")
    assert broken(store.ledger) is None
    store.database.close()


def test_a_file_that_does_not_fit_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    keys = Keys.fresh()
    worker = processes().Process(target=put_on_full_disk, args=(str(tmp_path), keys.master, 1 << 20))
    worker.start()
    worker.join(60)
    assert worker.exitcode == 7
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert not AgeVault(tmp_path, keys).has("0" * 64)
