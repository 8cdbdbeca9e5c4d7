import json
from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.notes import Note, note, notes

from tizim.ledger import Entry, LedgerError, canonical, fields_written


def by_hand(entry: Entry) -> bytes:
    """The canonical bytes as the charter says them, with nothing but Python's own library."""
    written: dict[str, Any] = {"kind": entry.kind}
    for field in fields(entry):
        value = getattr(entry, field.name)
        if not (value == field.default and value in (None, "", (), False) and type(value) is not int):
            written[field.name] = value
    return json.dumps(written, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


@given(notes)
def test_any_json_library_writes_the_same_bytes(entry: Note) -> None:
    assert canonical(entry) == by_hand(entry)


@given(notes, notes)
def test_two_entries_that_differ_have_different_bytes(one: Note, other: Note) -> None:
    assert (canonical(one) == canonical(other)) == (one == other)


@given(notes, st.data())
def test_each_field_counts(entry: Note, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(Note.field_names()))
    other = replace(entry, **{name: getattr(data.draw(notes), name)})
    assert (canonical(entry) == canonical(other)) == (entry == other)


def test_the_bytes_are_these() -> None:
    entry = note("n-1", "Тізім", size=0, urgent=True, tags=("a", "б"), recorded_at="2026", recorded_by="ed")
    assert canonical(entry).decode() == (
        '{"id":"n-1","kind":"note","level":"plain","rank":0,"recorded_at":"2026","recorded_by":"ed",'
        '"size":0,"tags":["a","б"],"text":"Тізім","urgent":true}'
    )


def test_a_field_added_later_leaves_the_bytes_of_older_entries_alone() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Newer(Note):
        kind: ClassVar[str] = "note"
        colour: str | None = None
        hidden: bool = False
        links: tuple[str, ...] = ()
        remark: str = ""

    older = note("n-1", tags=("a",), size=3)
    newer = Newer(**{name: getattr(older, name) for name in Note.field_names()})
    assert canonical(newer) == canonical(older)


def test_no_text_and_nothing_said_are_not_the_same_where_the_default_is_nothing() -> None:
    assert fields_written(note("n", title="")) != fields_written(note("n", title=None))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("rank", 1.5),
        ("rank", True),
        ("rank", 2**63),
        ("size", -(2**63) - 1),
        ("urgent", 1),
        ("text", None),
        ("text", 7),
        ("text", "half \ud800"),
        ("title", "null \x00"),
        ("tags", ["a"]),
        ("tags", ("a", 1.5)),
        ("tags", ("a", ["b"])),
        ("tags", ("\udfff",)),
        ("parts", (("a", "\x00"),)),
    ],
)
def test_a_value_that_not_every_store_keeps_is_refused(field: str, value: Any) -> None:
    with pytest.raises(LedgerError, match=r"n-1"):
        canonical(note("n-1", **({"text": "x"} | {field: value})))


def test_a_text_that_only_spells_the_escape_of_nul_is_fine() -> None:
    assert canonical(note("n", "\\u0000 \\x00")) == by_hand(note("n", "\\u0000 \\x00"))


def test_an_entry_class_with_a_field_that_no_column_holds_is_refused() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Odd(Entry):
        kind: ClassVar[str] = "odd"
        weight: float = 0.0

    with pytest.raises(LedgerError, match="weight"):
        canonical(Odd(id="o"))


def test_an_entry_class_without_slots_is_refused() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Loose(Entry):
        kind: ClassVar[str] = "loose"
        text: str = ""

    with pytest.raises(LedgerError, match="slots"):
        canonical(Loose(id="o"))
