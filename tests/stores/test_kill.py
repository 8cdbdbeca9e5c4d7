"""A process is killed at any moment: what it was writing is there whole or not at all."""

import hashlib
import random
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.stores.places import Store, Where, store_at
from tests.stores.workers import Repeating, append_batches, processes, put_files

from tizim.ledger import broken
from tizim.stores import Keys
from tizim.stores.vault import AgeVault

ROUNDS, BATCHES, SIZE = 18, 12, 60


def sizes(store: Store) -> dict[str, tuple[int, int]]:
    """Each batch in the ledger: how many of its entries are there, and how many it has."""
    ids = [entry.id.split("/") for entry in store.ledger.known_at()]
    there = Counter(name for name, _, _ in ids)
    return {name: (there[name], int(size)) for name, _, size in ids}


@pytest.mark.parametrize("name", ["sqlcipher", "postgres"])
def test_killed_at_any_moment_leaves_whole_batches_and_repeating_completes_them(
    name: str, place: Callable[[str], Where]
) -> None:
    where, chance, running = place(name), random.Random(name), processes()
    store = store_at(where)
    span, interrupted = 0.3, 0
    for number in range(ROUNDS):
        worker = running.Process(target=append_batches, args=(where, f"r{number}", BATCHES, SIZE))
        worker.start()
        began, waited_for = store.ledger.head().seq, time.monotonic()
        while store.ledger.head().seq == began and worker.is_alive() and time.monotonic() - waited_for < 5:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, span))
        worker.kill()
        worker.join()
        found = sizes(store)
        assert all(there == size for there, size in found.values())
        done = sum(1 for batch_name in found if batch_name.startswith(f"r{number}-"))
        interrupted += 0 < done < BATCHES
        span = span / 2 if done == BATCHES else min(span * 1.3, 1.0)
    assert broken(store.ledger) is None
    assert interrupted >= ROUNDS // 3, "the kills came too late to test anything"
    for number in range(ROUNDS):
        append_batches(where, f"r{number}", BATCHES, SIZE)
    expected = {f"r{r}-{b}": (SIZE + b, SIZE + b) for r in range(ROUNDS) for b in range(BATCHES)}
    assert sizes(store) == expected
    assert broken(store.ledger) is None
    store.database.close()


def test_a_file_cut_off_by_a_kill_has_no_name_in_the_vault(tmp_path: Path) -> None:
    keys, chance, running = Keys.fresh(), random.Random(4), processes()
    vault = AgeVault(tmp_path, keys)
    for number in range(12):
        worker = running.Process(target=put_files, args=(str(tmp_path), keys.master, f"r{number}"))
        worker.start()
        while not any(tmp_path.glob("??")) and worker.is_alive():
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.08))
        worker.kill()
        worker.join()
        for file in range(40):
            content = Repeating(40_000 * file, f"r{number} {file} ".encode())
            expected = b"".join(iter(lambda content=content: content.read(), b""))
            sha256 = hashlib.sha256(expected).hexdigest()
            if vault.has(sha256):
                with vault.open(sha256) as stream:
                    assert stream.read() == expected
