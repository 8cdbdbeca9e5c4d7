"""All names one after the other: for registers of a few thousand people."""

from collections.abc import Iterable
from dataclasses import dataclass

from tizim.identity import compare, compare_score

_LEAST = 0.5


@dataclass(frozen=True, slots=True)
class PlainFound:
    """A person whose name may be the one asked for."""

    person_id: str
    name: str
    score: float
    reasons: tuple[str, ...]


class PlainIndex:
    """Compares every name with the one asked for."""

    def __init__(self, persons: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        self._names = [(person_id, name) for person_id, names in persons for name in names]

    def find(
        self, query: str, *, limit: int = 10, typing: bool = False, language: str = "en"
    ) -> tuple[PlainFound, ...]:
        """The persons with a name like this, the best first."""
        best: dict[str, tuple[float, str]] = {}
        for person_id, name in self._names:
            score = _score(query, name, typing=typing)
            if score >= _LEAST and score > best.get(person_id, (0.0, ""))[0]:
                best[person_id] = (score, name)
        ranked = sorted(best.items(), key=lambda one: (-one[1][0], one[0]))[:limit]
        return tuple(
            PlainFound(person_id, name, score, compare(query, name, language=language).reasons)
            for person_id, (score, name) in ranked
        )


def _score(query: str, name: str, *, typing: bool) -> float:
    if typing and any(word.startswith(query.casefold()) for word in name.casefold().split()):
        return 0.9
    return compare_score(query, name)
