"""Full names with their contexts, each different one once: what is clustered."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tizim.identity.context import Context
from tizim.identity.names import BARE, FULL, INITIALS, read_name
from tizim.identity.written import LONGEST_NAME, names_in

_MOST_CONTEXTS = 100
_NOTHING = Context()
_NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a name: what was read from it, its other words, the year of the document.

    ``generation`` is ``senior`` or ``junior`` where one is told from the other.
    """

    context: Context = _NOTHING
    words: frozenset[str] = _NO_WORDS
    year: int | None = None
    generation: str | None = None

    def __lt__(self, other: "Around") -> bool:
        return self._told() < other._told()

    def _told(self) -> tuple[str, list[str], int, str]:
        return str(self.context.columns()), sorted(self.words), self.year or 0, self.generation or ""


@dataclass(frozen=True, slots=True)
class Node:
    """A full name and what stands around it: the rows that have both, and the documents they stand in."""

    name: str
    around: Around
    rows: tuple[int, ...]
    documents: frozenset[str]


_Stands = Mapping[Around, list[tuple[str, Sequence[int]]]]
_Coarser = Callable[[Context], Context]
_COARSER: tuple[_Coarser, ...] = (
    lambda told: told,
    lambda told: replace(told, acts=frozenset()),
    lambda told: Context(birth_first=told.birth_first, birth_last=told.birth_last, sex=told.sex),
    lambda told: _NOTHING,
)


def is_full(name: str) -> bool:
    """Whether it is a name by which people are found across documents: two words at least, no initials."""
    if len(name) > LONGEST_NAME or read_name(name).kind != FULL:
        return False
    names = names_in(name).names
    return bool(names) and len(names[0].words) > 1


def is_short(name: str) -> bool:
    """Whether it is a bare surname or given name, or one with initials."""
    return len(name) <= LONGEST_NAME and read_name(name).kind in (FULL, INITIALS, BARE)


def full_nodes(found: Mapping[tuple[str, Around, str], Sequence[int]]) -> list[Node]:
    """The nodes, in an order that does not depend on that of the rows.

    A name with very many different contexts keeps of them only what parts namesakes best.
    """
    by_name: dict[str, dict[Around, list[tuple[str, Sequence[int]]]]] = {}
    for (name, around, document), rows in found.items():
        by_name.setdefault(name, {}).setdefault(around, []).append((document, rows))
    return [node for name in sorted(by_name) for node in _nodes(name, _few(by_name[name]))]


def _nodes(name: str, stands: _Stands) -> list[Node]:
    found = []
    for around in sorted(stands):
        rows = tuple(sorted(row for _, some in stands[around] for row in some))
        documents = frozenset(document for document, _ in stands[around] if document)
        found.append(Node(name, around, rows, documents))
    return found


def _few(stands: _Stands) -> _Stands:
    for coarser in _COARSER:
        if len(stands) <= _MOST_CONTEXTS:
            break
        fewer: dict[Around, list[tuple[str, Sequence[int]]]] = defaultdict(list)
        for around, some in stands.items():
            fewer[Around(coarser(around.context), generation=around.generation)] += some
        stands = fewer
    return stands
