"""Mappings: everything that is wrong is said at once, by place."""

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.claims.lists.making import mapped

from tizim.claims.lists import RULES, read_mapping

GOOD = mapped(
    "Name: person;Day: date;What: {read: act, values: {taken: detention, gone: skip}}",
    "key: [Name]\npivot: 1940",
)


def codes(text: str) -> list[str]:
    mapping, faults = read_mapping(text)
    assert (mapping is None) == bool(faults)
    return [fault.code for fault in faults]


def test_a_mapping_says_how_each_column_is_read():
    mapping, faults = read_mapping(GOOD)
    assert faults == ()
    sheet = mapping.of("whatever")
    assert [(rule.heading, rule.read) for rule in sheet.columns] == [
        ("Name", "person"),
        ("Day", "date"),
        ("What", "act"),
    ]
    assert sheet.columns[2].values == {"taken": "detention", "gone": "skip"}
    assert (sheet.header, sheet.data, sheet.key, sheet.pivot) == ((1,), 2, ("Name",), 1940)


def test_no_value_is_taken_for_a_truth_or_a_day():
    mapping, _ = read_mapping(
        mapped("Name: person;no: note;2020-01-01: {read: act, values: {no: detention, on: fine}}")
    )
    assert [rule.heading for rule in mapping.of("x").columns] == ["Name", "no", "2020-01-01"]
    assert mapping.of("x").columns[2].values == {"no": "detention", "on": "fine"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: [", "map_not_yaml"), ("- a", "map_no_mapping"), ("", "map_no_mapping"), ("mapping: 2\nsheets: {}", "map_version"),
        (mapped("Name: persn;What: act"), "map_no_rule"), (mapped("Name: person;What:"), "map_open"),
        (mapped("Name: person;What: {read: act, values: {taken: arrested}}"), "map_no_code"),
        (mapped("Name: person;What: {read: act, values: {taken: }}"), "map_open"),
        (mapped("Name: person;What: {read: act, odd: 1}"), "map_unknown_key"),
        (mapped("Name: person;Day: {read: date, of: arrest};What: act"), "map_no_claim"),
        (mapped("Day: date;What: act"), "map_no_person"), (mapped("Name: person;Day: date"), "map_no_act"),
        (mapped("Name: person;Day: {read: date, order: md};What: act"), "map_no_order"),
        (mapped("Name: person;What: act", "key: [Number]"), "column_missing"),
        (mapped("Name: person;State: status"), "status_no_day"),
        (mapped("Name: person;Term: {read: outcome, bare: prizon};What: act"), "map_no_code"),
        (mapped("Name: person;What: act", "fixed: {colour: red}"), "map_no_field"),
        (mapped("Name: person", "fixed: {act: arrested}"), "map_no_code"), (mapped("Name: person", "fixed: {act: }"), "map_open"),
        (mapped("Name: person;What: act").replace("data: 2", "data: 1"), "map_rows"),
        (mapped("Name: person;What: act").replace("book: KZ-CC", "book: code"), "map_no_book"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(text, code):
    assert code in codes(text)


def test_every_fault_is_said_at_once():
    assert {"map_no_rule", "map_no_order", "map_unknown_key"} <= set(
        codes(mapped("Name: persn;Day: {read: date, order: x, y: 1}"))
    )


def test_sheets_may_be_left_out_and_named_apart():
    text = "mapping: 1\nsheets: {A: skip, B: {fixed: {act: fine}, columns: {Name: person}}}"
    mapping, faults = read_mapping(text)
    assert faults == ()
    assert mapping.of("A") is None and mapping.of("C") is None and mapping.of("B") is not None


@given(some.text(max_size=200))
def test_no_text_breaks_the_reading_of_mappings(text):
    read_mapping(text)
    read_mapping("mapping: 1\nsheets:\n  a:\n    columns: {" + text + "}")


def test_every_rule_has_a_meaning():
    assert all(RULES.values())
