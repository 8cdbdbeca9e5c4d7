"""The envelope that every entry wears, and the one entry that the ledger itself owns."""

from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something written once: who wrote it, when, and which earlier entry it corrects.

    ``recorded_at`` and ``recorded_by`` are empty until the ledger has written the entry; the ledger
    stamps them. ``id`` is chosen by the writer: derived from the content where the same work may be
    done twice (so that nothing doubles), random elsewhere.
    """

    kind: ClassVar[str] = ""

    id: str
    recorded_at: str = ""
    recorded_by: str = ""
    corrects: str | None = None

    @classmethod
    def field_names(cls) -> tuple[str, ...]:
        """The names of the fields, the envelope first."""
        return tuple(field.name for field in fields(cls))

    @classmethod
    def of(cls, values: dict[str, Any]) -> Self:
        """The entry with these values; a list becomes a tuple again."""
        return cls(**{key: _tuples(value) for key, value in values.items()})


def _tuples(value: Any) -> Any:
    return tuple(_tuples(item) for item in value) if isinstance(value, (list, tuple)) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal(Entry):
    """Takes an entry back and puts nothing in its place; withdrawing a withdrawal brings it back."""

    kind: ClassVar[str] = "withdrawal"

    reason: str = ""
