from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.notes import AT, Remark, histories, ledger_of, note, notes, withdrawal

from tizim.ledger import (
    BrokenChain,
    Entry,
    Head,
    Link,
    MemoryLedger,
    assert_whole,
    broken,
    digest,
    first_break,
    linked,
    stands,
)


@dataclass
class Held:
    """A chain out of a list that a test has tampered with."""

    kept: list[Link]

    def links(self, after: int = 0) -> Iterator[Link]:
        yield from self.kept[after:]


def chain_of(count: int) -> list[Link]:
    ledger = MemoryLedger()
    for number in range(count):
        ledger.append([note(f"n{number}", f"text {number}")], at=AT, by="tester")
    return list(ledger.links())


@given(histories())
def test_what_was_appended_holds(history: list[Entry]) -> None:
    assert broken(ledger_of(history)) is None
    assert_whole(ledger_of(history))


@given(st.integers(0, 7), notes)
def test_a_changed_entry_is_the_first_that_is_named(place: int, other: Entry) -> None:
    kept = chain_of(8)
    kept[place] = replace(kept[place], entry=other)
    found = first_break(Held(kept))
    assert found is not None
    assert (found.link, found.link.seq) == (kept[place], place + 1)


@given(st.integers(0, 7), st.integers(0, 63))
def test_a_changed_digest_is_the_first_that_is_named(place: int, at: int) -> None:
    kept = chain_of(8)
    old = kept[place].digest
    kept[place] = replace(kept[place], digest=old[:at] + ("0" if old[at] != "0" else "1") + old[at + 1 :])
    assert broken(Held(kept)) == kept[place]


@given(st.integers(0, 7), st.data())
def test_a_changed_field_is_the_first_that_is_named(place: int, data: st.DataObject) -> None:
    kept = chain_of(8)
    link = kept[place]
    name = data.draw(st.sampled_from(type(link.entry).field_names()))
    changed = replace(link.entry, **{name: getattr(data.draw(notes), name)})
    kept[place] = replace(link, entry=changed)
    assert broken(Held(kept)) == (kept[place] if changed != link.entry else None)


@given(st.integers(0, 6))
def test_a_removed_entry_is_seen_at_the_one_that_followed(place: int) -> None:
    kept = chain_of(8)
    del kept[place]
    assert broken(Held(kept)) == kept[place]


@given(st.integers(0, 6), st.booleans())
def test_two_swapped_entries_are_seen_at_the_first(place: int, renumbered: bool) -> None:
    kept = chain_of(8)
    first, second = kept[place], kept[place + 1]
    kept[place], kept[place + 1] = second, first
    if renumbered:
        kept[place], kept[place + 1] = replace(second, seq=first.seq), replace(first, seq=second.seq)
    assert broken(Held(kept)) == kept[place]


def test_entries_cut_off_at_the_end_show_against_a_head_noted_elsewhere() -> None:
    ledger = ledger_of([note("a")], [note("b")], [note("c")])
    noted = ledger.head()
    ledger.append([note("d")], at=AT, by="tester")
    whole = list(ledger.links())
    assert stands(Held(whole), noted)
    assert broken(Held(whole[:2])) is None
    assert not stands(Held(whole[:2]), noted)
    assert stands(Held([]), Head())


def test_a_chain_written_anew_shows_against_a_head_noted_elsewhere() -> None:
    ledger, forged = ledger_of([note("a", "true")]), ledger_of([note("a", "false")])
    assert broken(forged) is None
    assert not stands(forged, ledger.head())


def forged(*entries: Entry) -> Held:
    return Held(list(linked(Head(), entries)))


def test_what_an_append_would_refuse_is_named_though_the_digests_follow() -> None:
    first = note("a", recorded_at="2026-01-02")
    cases = {
        "not an earlier entry": note("b", corrects="c", recorded_at="2026-01-02"),
        "a correction has the kind": Remark(id="b", corrects="a", recorded_at="2026-01-02"),
        "earlier than the entry before": note("b", recorded_at="2026-01-01"),
        "twice": note("a", recorded_at="2026-01-02"),
        "takes nothing back": replace(withdrawal("w", "a"), corrects=None, recorded_at="2026-01-02"),
    }
    for why, entry in cases.items():
        found = first_break(forged(first, entry))
        assert found is not None and found.link.seq == 2 and why in found.why, why


def test_a_value_that_cannot_be_written_out_breaks_the_chain() -> None:
    kept = chain_of(3)
    kept[1] = replace(kept[1], entry=note("n1", "half \ud800"))
    assert broken(Held(kept)) == kept[1]


def test_a_break_is_told_in_one_line_with_place_and_id() -> None:
    kept = chain_of(3)
    kept[1] = replace(kept[1], entry=note("n1", "other"))
    with pytest.raises(BrokenChain, match=r"^entry 2 \(note n1\): its digest does not follow"):
        assert_whole(Held(kept))


def test_the_digest_covers_the_one_before() -> None:
    assert digest("0" * 64, note("a")) != digest("1" * 64, note("a"))
