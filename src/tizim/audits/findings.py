"""What the editor's check finds: a kind, its places in the text, and what may be done about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tizim.audits.kinds import kind_named


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a text in code points, and what stands there. ``document`` where several are compared."""

    start: int
    end: int
    quote: str
    document: str = ""

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends."""
        return self.start, self.end


def meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches of a text share anything."""
    return one[0] < other[1] and other[0] < one[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that an editor should look at. ``values`` fill its message."""

    kind: str
    places: tuple[Place, ...]
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> str:
        """``A`` changes a count, a date, a law or an identity; ``B`` an editor decides; ``C`` typography."""
        return kind_named(self.kind).severity

    def message(self, language: str = "en") -> str:
        """What is said of it, in English, Russian or Kazakh."""
        return kind_named(self.kind).message[language].format(**self.values)

    def suggestion(self, language: str = "en") -> str | None:
        """What may be done; None where that is for the editor alone."""
        advice = kind_named(self.kind).advice
        return advice[language].format(**self.values) if advice else None


def listed(forms: list[str] | tuple[str, ...]) -> str:
    """Forms for a message: each once, in quotation marks."""
    return ", ".join(f"“{form}”" for form in dict.fromkeys(" ".join(form.split()) for form in forms))
