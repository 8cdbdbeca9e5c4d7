from collections.abc import Callable
from itertools import groupby

import pytest
from tests.stores.places import Where, store_at
from tests.stores.workers import append_together, processes

from tizim.ledger import broken


@pytest.mark.parametrize("count", [2, 4])
@pytest.mark.parametrize("name", ["sqlcipher", "postgres"])
def test_writers_at_the_same_time_do_not_fork_the_chain(
    name: str, count: int, place: Callable[[str], Where]
) -> None:
    where, running = place(name), processes()
    barrier = running.Barrier(count)
    workers = [running.Process(target=append_together, args=(where, f"w{n}", barrier)) for n in range(count)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
        assert worker.exitcode == 0
    store = store_at(where)
    links = list(store.ledger.links())
    assert broken(store.ledger) is None
    assert len(links) == count * 12 * 10
    batches = [list(group) for _, group in groupby(links, key=lambda link: link.entry.recorded_at)]
    assert [len(each) for each in batches] == [10] * (count * 12), "a batch is one run with one moment"
    assert len({link.entry.recorded_by for link in links}) == count
    store.database.close()
