from hypothesis import given
from tests.ledger.notes import histories, ledger_of, note, withdrawal

from tizim.ledger import Entry, Withdrawal, in_force, standing


def ids(*entries: Entry) -> list[str]:
    return [entry.id for entry in in_force(entries)]


def test_an_entry_stands_when_nothing_names_it() -> None:
    assert ids(note("a"), note("b")) == ["a", "b"]


def test_a_correction_stands_in_the_place_of_what_it_corrects() -> None:
    assert ids(note("a"), note("b", corrects="a")) == ["b"]


def test_a_correction_of_a_correction_keeps_the_first_entry_hidden() -> None:
    assert ids(note("a"), note("b", corrects="a"), note("c", corrects="b")) == ["c"]


def test_two_corrections_of_one_entry_both_stand() -> None:
    assert ids(note("a"), note("b", corrects="a"), note("c", corrects="a")) == ["b", "c"]


def test_a_withdrawal_puts_nothing_in_the_place() -> None:
    assert ids(note("a"), withdrawal("w", "a")) == ["w"]


def test_withdrawing_a_withdrawal_brings_the_entry_back() -> None:
    assert ids(note("a"), withdrawal("w", "a"), withdrawal("v", "w")) == ["a", "v"]


def test_withdrawing_that_again_takes_the_entry_away_again() -> None:
    assert ids(note("a"), withdrawal("w", "a"), withdrawal("v", "w"), withdrawal("u", "v")) == ["w", "u"]


def test_withdrawing_a_correction_gives_back_what_it_hid() -> None:
    assert ids(note("a"), note("b", corrects="a"), withdrawal("w", "b")) == ["a", "w"]


def test_withdrawing_the_second_correction_brings_back_the_first_and_not_the_original() -> None:
    chain = [note("a"), note("b", corrects="a"), note("c", corrects="b"), withdrawal("w", "c")]
    assert ids(*chain) == ["b", "w"]


def test_withdrawing_the_first_correction_brings_the_original_beside_the_second() -> None:
    chain = [note("a"), note("b", corrects="a"), note("c", corrects="b"), withdrawal("w", "b")]
    assert ids(*chain) == ["a", "c", "w"]


def by_definition(entries: list[Entry]) -> list[str]:
    """The rule word for word, slow: counts(c), then stands(e)."""

    def counts(entry: Entry) -> bool:
        return not any(
            isinstance(other, Withdrawal) and other.corrects == entry.id and counts(other)
            for other in entries
        )

    def stands(entry: Entry) -> bool:
        return not any(other.corrects == entry.id and counts(other) for other in entries)

    return [entry.id for entry in entries if stands(entry)]


@given(histories())
def test_one_walk_backwards_gives_what_the_definition_says(history: list[Entry]) -> None:
    assert ids(*history) == by_definition(history)


@given(histories())
def test_asking_for_one_kind_gives_those_of_the_whole_that_are_of_the_kind(history: list[Entry]) -> None:
    ledger = ledger_of(history)
    assert standing(ledger) == in_force(ledger.known_at())
    assert standing(ledger, kinds=["note"]) == tuple(e for e in standing(ledger) if e.kind == "note")
