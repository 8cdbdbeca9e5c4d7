"""One suite over memory, SQLCipher and PostgreSQL: the same promises, the same answers, the same digests."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from tests.stores.entries import (
    AT,
    ODD_TEXT,
    batch,
    claim,
    entries_of_any_kind,
    filled,
    passage,
    review,
    withdrawal,
)
from tests.stores.places import Store, Where, store_at

from tizim.ledger import (
    DuplicateEntry,
    Entry,
    Head,
    LedgerError,
    MemoryLedger,
    Together,
    broken,
    in_force,
    standing,
    stands,
)
from tizim.stores.sql.kinds import ENTRY_CLASSES


def ids(entries: object) -> list[str]:
    return [entry.id for entry in entries]  # type: ignore[attr-defined]


def test_an_empty_ledger_stands_at_the_beginning(store: Store) -> None:
    assert store.ledger.head() == Head()
    assert list(store.ledger.known_at()) == list(store.ledger.links()) == []


def test_an_append_stamps_and_gives_back_what_was_written(store: Store) -> None:
    written = store.ledger.append([claim("c1"), passage("p1")], at=AT, by="ed")
    assert [(e.id, e.recorded_at, e.recorded_by) for e in written] == [("c1", AT, "ed"), ("p1", AT, "ed")]
    assert tuple(store.ledger.known_at()) == written
    assert store.ledger.head().seq == 2


def test_every_kind_comes_back_as_it_was(store: Store) -> None:
    drafts = [filled(entry_class, f"e-{entry_class.kind}") for entry_class in ENTRY_CLASSES]
    drafts[-1] = replace(drafts[-1], corrects=drafts[0].id)
    written = store.ledger.append(drafts, at=AT, by="ed")
    assert tuple(store.ledger.known_at()) == written
    assert [type(entry) for entry in written] == list(ENTRY_CLASSES)
    assert broken(store.ledger) is None


def test_odd_texts_come_back_as_they_were(store: Store) -> None:
    written = store.ledger.append(
        [claim("c1", person=ODD_TEXT, note="", articles=("", ODD_TEXT), perpetrators=((ODD_TEXT, "", ""),))],
        at=AT,
        by="ed",
    )
    assert tuple(store.ledger.known_at()) == written
    assert broken(store.ledger) is None


def test_no_batch_shares_a_moment_with_an_earlier_one(store: Store) -> None:
    first = store.ledger.append([claim("c1")], at=AT, by="ed")
    second = store.ledger.append([claim("c2")], at="2020-01-01", by="ed")
    assert first[0].recorded_at < second[0].recorded_at < "2026-01-05T10:00:01"


def test_nobody_is_no_writer(store: Store) -> None:
    with pytest.raises(LedgerError, match="who writes"):
        store.ledger.append([claim("c1")], at=AT, by="")


def test_known_at_knows_what_was_recorded_by_then(store: Store) -> None:
    for day in ("2026-01-01", "2026-01-02", "2026-01-03"):
        store.ledger.append([claim(f"c-{day}")], at=day, by="ed")
    assert ids(store.ledger.known_at("2025-12-31")) == []
    assert ids(store.ledger.known_at("2026-01-02")) == ["c-2026-01-01", "c-2026-01-02"]
    assert ids(store.ledger.known_at("2026-01-02T00:00:00Z")) == ["c-2026-01-01"]
    assert len(ids(store.ledger.known_at())) == 3


def test_kinds_limit_the_answer_and_keep_the_order(store: Store) -> None:
    store.ledger.append([claim("c1"), passage("p1"), review("r1"), claim("c2")], at=AT, by="ed")
    assert ids(store.ledger.known_at(kinds=["claim"])) == ["c1", "c2"]
    assert ids(store.ledger.known_at(kinds=["review", "claim"])) == ["c1", "r1", "c2"]


def test_what_was_written_after_a_moment_is_told_apart(store: Store) -> None:
    for day in ("2026-01-01", "2026-01-02", "2026-01-03"):
        store.ledger.append([claim(f"c-{day}"), passage(f"p-{day}")], at=f"{day}T12:00:00Z", by="ed")
    assert ids(store.ledger.since("2026-01-02T12:00:00Z")) == ["c-2026-01-03", "p-2026-01-03"]
    assert ids(store.ledger.since("2026-01-01T13:00:00Z", kinds=["claim"])) == [
        "c-2026-01-02",
        "c-2026-01-03",
    ]
    assert ids(store.ledger.since("2026-01-03")) == []
    assert len(ids(store.ledger.since("2025-01-01"))) == 6


def test_the_order_holds_over_many_pages_of_several_kinds(store: Store) -> None:
    store.ledger.append(batch("b", 2100), at=AT, by="ed")
    assert ids(store.ledger.known_at()) == [f"b/{place}/2100" for place in range(2100)]
    assert [link.seq for link in store.ledger.links(1000)] == list(range(1001, 2101))
    assert broken(store.ledger) is None


def test_single_entries_are_found_by_their_ids_in_the_order_written(store: Store) -> None:
    drafts = [claim("c1"), passage("p1"), review("r1"), *batch("b", 1200), claim("c2")]
    written = store.ledger.append(drafts, at=AT, by="ed")
    asked = [entry.id for entry in reversed(written)][::2]
    expected = [entry for entry in written if entry.id in asked]
    assert list(store.ledger.of([*asked, asked[0], "x-nobody"])) == expected
    assert list(store.ledger.of([])) == []


def test_an_id_is_written_once(store: Store) -> None:
    store.ledger.append([claim("c1")], at=AT, by="ed")
    before = store.ledger.head()
    with pytest.raises(DuplicateEntry, match="c1"):
        store.ledger.append([claim("c2"), claim("c1")], at=AT, by="ed")
    with pytest.raises(DuplicateEntry, match="c3"):
        store.ledger.append([claim("c3"), claim("c3")], at=AT, by="ed")
    with pytest.raises(DuplicateEntry, match="c1"):
        store.ledger.append([passage("c1")], at=AT, by="ed")
    assert store.ledger.head() == before


def test_what_is_known_is_left_out_on_demand(store: Store) -> None:
    store.ledger.append([claim("c1")], at=AT, by="ed")
    again = [claim("c1"), claim("c2"), claim("c2")]
    assert ids(store.ledger.append(again, at=AT, by="ed", skip_known=True)) == ["c2"]
    assert store.ledger.append(again, at=AT, by="ed", skip_known=True) == ()
    assert ids(store.ledger.known_at()) == ["c1", "c2"]


@pytest.mark.parametrize(
    "bad",
    [
        claim("bad", person="half \ud800"),
        claim("bad", person="nul \x00"),
        claim("bad", age=2**63),
        claim("bad", age=True),
        claim("bad", articles=["KZ-CC 1"]),
        claim("bad", corrects="nowhere"),
        claim("bad", corrects="bad"),
        claim("bad", corrects="p1"),
        withdrawal("bad", "later"),
        replace(withdrawal("bad", "c1"), corrects=None),
        claim(""),
    ],
)
def test_one_bad_entry_keeps_the_whole_batch_out(store: Store, bad: Entry) -> None:
    store.ledger.append([claim("c1"), passage("p1")], at=AT, by="ed")
    before = store.ledger.head()
    with pytest.raises(LedgerError):
        store.ledger.append([claim("c2"), bad, claim("later")], at=AT, by="ed")
    assert store.ledger.head() == before
    assert ids(store.ledger.known_at()) == ["c1", "p1"]


def test_a_correction_and_its_target_may_come_in_one_batch(store: Store) -> None:
    store.ledger.append([claim("c1"), claim("c2", corrects="c1"), withdrawal("w1", "c2")], at=AT, by="ed")
    assert ids(standing(store.ledger, kinds=["claim"])) == ["c1"]


def test_a_correction_hides_from_its_own_moment_on(store: Store) -> None:
    store.ledger.append([claim("c1")], at="2026-01-01", by="ed")
    store.ledger.append([claim("c2", corrects="c1")], at="2026-02-01", by="ed")
    store.ledger.append([withdrawal("w1", "c2")], at="2026-03-01", by="ed")
    answers = [
        ids(standing(store.ledger, day, kinds=["claim"])) for day in ("2026-01-15", "2026-02-15", None)
    ]
    assert answers == [["c1"], ["c2"], ["c1"]]


def test_the_same_history_has_the_same_digests_everywhere(store: Store) -> None:
    memory = MemoryLedger()
    for number in range(5):
        for ledger in (store.ledger, memory):
            ledger.append(batch(f"b{number}", 7), at=AT, by="ed")
    assert store.ledger.head() == memory.head()
    assert list(store.ledger.links()) == list(memory.links())


def test_a_noted_head_is_found_again(store: Store) -> None:
    store.ledger.append(batch("b", 3), at=AT, by="ed")
    noted = store.ledger.head()
    store.ledger.append(batch("c", 3), at=AT, by="ed")
    assert stands(store.ledger, noted)
    assert not stands(store.ledger, replace(noted, digest="0" * 64))


def test_an_entry_recorded_while_somebody_reads_is_not_in_the_answer(store: Store) -> None:
    store.ledger.append(batch("b", 1200), at=AT, by="ed")
    answer = store.ledger.known_at()
    first = next(answer)
    store.ledger.append([claim("late")], at=AT, by="ed")
    assert [first.id, *ids(answer)] == [f"b/{place}/1200" for place in range(1200)]


def test_computed_things_are_kept_for_one_digest_and_replaced(store: Store) -> None:
    assert store.derived.load("people", "d1") is None
    store.derived.save("people", "d1", b"\x00\xffone")
    assert store.derived.load("people", "d1") == b"\x00\xffone"
    store.derived.save("people", "d2", b"two")
    assert store.derived.load("people", "d1") is None
    assert store.derived.load("people", "d2") == b"two"


def test_computed_things_that_belong_together_are_kept_all_or_none(store: Store) -> None:
    store.derived.save("people", "d1", b"one")

    def rows() -> Iterator[tuple[str, str, bytes]]:
        yield "people", "d2", b"two"
        raise OSError("killed")

    together = Together(store.derived)
    together.save_all([("people", "d2", b"two"), ("names", "d2", b"three")])
    assert together.load("people", "d2") == b"two" and together.load("people", "d1") is None
    assert store.derived.load("people", "d1") == b"one"
    with pytest.raises(OSError, match="killed"):
        store.derived.save_all(rows())
    assert store.derived.load("people", "d1") == b"one"
    together.keep()
    assert store.derived.load("people", "d2") == b"two" and store.derived.load("names", "d2") == b"three"


@pytest.mark.parametrize("name", ["sqlcipher", "postgres"])
def test_any_entries_come_back_and_stand_as_they_do_in_memory(
    name: str, place: Callable[[str], Where]
) -> None:
    opened = store_at(place(name))
    count = 0

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(entries_of_any_kind())
    def compare(drafts: list[Entry]) -> None:
        nonlocal count
        count += 1
        targets = {entry.corrects: f"{count}-{entry.corrects}" for entry in drafts if entry.corrects}
        fresh = [replace(e, id=f"{count}-{e.id}", corrects=targets.get(e.corrects)) for e in drafts]
        head = opened.ledger.head()
        written = opened.ledger.append(fresh, at=AT, by="ed")
        memory = MemoryLedger()
        assert [replace(e, recorded_at="") for e in memory.append(fresh, at=AT, by="ed")] == [
            replace(e, recorded_at="") for e in written
        ]
        back = [link.entry for link in opened.ledger.links(head.seq)]
        assert tuple(back) == written
        assert ids(in_force(back)) == ids(in_force(memory.known_at()))

    compare()
    assert broken(opened.ledger) is None
    opened.database.close()


def test_a_kind_that_no_table_holds_is_named(sql_store: Store) -> None:
    from tests.ledger.notes import note

    with pytest.raises(LedgerError, match="'note' is no kind of entry; there are approval, claim"):
        sql_store.ledger.append([note("n")], at=AT, by="ed")
    with pytest.raises(LedgerError, match="'clam'"):
        sql_store.ledger.known_at(kinds=["clam"])
