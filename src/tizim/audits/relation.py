"""A relation between figures of a text: its kind, its places, the verdict and why."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from tizim.audits.draft import Draft
from tizim.audits.findings import Place
from tizim.audits.tables import table

HOLDS, FAILS, OPEN = "holds", "fails", "open"


class Placed(Protocol):
    """Whatever has a beginning and an end in a text."""

    @property
    def start(self) -> int: ...  # noqa: D102

    @property
    def end(self) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation between figures: its kind, their places, the verdict and why."""

    kind: str
    places: tuple[Place, ...]
    verdict: str
    reason: str = ""
    values: dict[str, str] = field(default_factory=dict)

    def message(self, language: str = "en") -> str:
        """The relation with its verdict and reason, in English, Russian or Kazakh."""
        words = table("relations")
        said = words["relations"][self.kind][language].format(**self.values)
        why = words["reasons"][self.reason][language]
        return f"{said}: {words['verdicts'][self.verdict][language]}" + (f" ({why})" if why else "")


def places_of(draft: Draft, some: Iterable[Placed]) -> tuple[Place, ...]:
    """The places of counts, lengths and days."""
    return tuple(draft.place(one.start, one.end) for one in some)


def told(draft: Draft, one: Placed) -> str:
    """What stands at a place."""
    return draft.text[one.start : one.end]


def judged(right: bool) -> str:
    """``holds`` or ``fails``."""
    return HOLDS if right else FAILS
