"""Entries made up for the tests of the ledger: the room itself knows no other kind than a withdrawal."""

from dataclasses import dataclass
from typing import Any, ClassVar

from hypothesis import strategies as st

from tizim.ledger import Entry, MemoryLedger, Withdrawal

AT = "2026-01-05T10:00:00.000000Z"
LATER = "2026-02-05T10:00:00.000000Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Entry):
    """An entry with a field of every sort."""

    kind: ClassVar[str] = "note"

    text: str
    title: str | None = None
    level: str = "plain"
    size: int | None = None
    rank: int = 0
    urgent: bool = False
    tags: tuple[str, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Entry):
    """An entry of another kind."""

    kind: ClassVar[str] = "remark"

    text: str = ""


def note(id: str, text: str = "x", **fields: Any) -> Note:
    return Note(id=id, text=text, **fields)


def withdrawal(id: str, of: str) -> Withdrawal:
    return Withdrawal(id=id, corrects=of)


def ledger_of(*batches: list[Entry]) -> MemoryLedger:
    ledger = MemoryLedger()
    for batch in batches:
        ledger.append(batch, at=AT, by="tester")
    return ledger


texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=8)
numbers = st.integers(-(2**63), 2**63 - 1)
notes = st.builds(
    Note,
    id=texts.filter(bool),
    text=texts,
    title=st.none() | texts,
    level=texts,
    size=st.none() | numbers,
    rank=numbers,
    urgent=st.booleans(),
    tags=st.lists(texts, max_size=3).map(tuple),
    parts=st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
)


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    """Entries of which many correct or withdraw earlier ones, corrections and withdrawals included."""
    made: list[Entry] = []
    for number in range(draw(st.integers(0, 14))):
        target = draw(st.none() | st.sampled_from(made)) if made else None
        if target is not None and (draw(st.booleans()) or isinstance(target, Withdrawal)):
            made.append(withdrawal(f"w{number}", target.id))
        else:
            made.append(note(f"n{number}", corrects=target.id if target else None))
    return made
