"""Mentions of a spreadsheet, placed with those of the same person: a resolver that needs no register.

Full names are compared with all others; their contexts (age, town, article, day, occupation) lift what is
spelt differently and part namesakes. Short names are placed inside their document only.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tizim.identity.identify_inside import Bearer, grouped, placed
from tizim.identity.identify_linkage import average_linkage
from tizim.identity.identify_nodes import Around, Node, full_nodes, is_full, is_short
from tizim.identity.identify_text import context_in, other_name_in, words_in, year_of
from tizim.identity.identify_weights import node_pairs, sureness

_KNOWN_DOCUMENT = 0.95
_SAME_DAY = 0.8


@dataclass(frozen=True, slots=True)
class WrittenMention:
    """One row: a name as a document writes it, and what is known of the place where it stands.

    ``day`` is the document's, ``context`` a few words about the person. Where ``document`` is ``None``, what
    has the same day and language is taken for one document.
    """

    mention_id: str
    name: str
    language: str = ""
    day: str = ""
    context: str = ""
    document: str | None = None

    @property
    def stands_in(self) -> str:
        """The document, or what is taken for it; empty where nothing tells."""
        if self.document is not None:
            return f"d {self.document}" if self.document else ""
        return f"t {self.day} {self.language}" if self.day else ""


@dataclass(frozen=True, slots=True)
class Placement:
    """A mention, its cluster (named by the smallest id in it), and how surely it belongs there, 0 to 1."""

    mention_id: str
    cluster_id: str
    certainty: float


@dataclass(slots=True)
class _Clusters:
    """Rows of the table by cluster, and how surely each row belongs to its own."""

    rows: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    certainty: dict[int, float] = field(default_factory=dict)

    def put(self, cluster: str, rows: Iterable[int], certainty: float) -> None:
        for row in rows:
            self.rows[cluster].append(row)
            self.certainty[row] = round(min(1.0, max(0.0, certainty)), 4)


def identify(
    mentions: Sequence[WrittenMention], *, step: Callable[[], None] = lambda: None
) -> tuple[Placement, ...]:
    """Where each mention belongs, in the order given; the order never matters for the clusters.

    Names that disagree are never joined by a context. Bare surnames, given names alone and initials are
    placed in their document only, where one bearer fits. What names nobody stays alone. ``step`` is called
    once for each different full name.
    """
    clusters = _Clusters()
    full: dict[tuple[str, Around, str], list[int]] = defaultdict(list)
    short: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row, mention in enumerate(mentions):
        name = _called(mention)
        if is_full(name):
            told = context_in(mention.context, mention.day)
            around = Around(told, words_in(mention.context), year_of(mention.day))
            full[name, around, mention.stands_in].append(row)
        elif is_short(name) and mention.stands_in:
            short[mention.stands_in][name].append(row)
        else:
            clusters.put(f"row {row}", [row], 1.0)
    inside = _place_full(full_nodes(full), clusters, step)
    for document, names in short.items():
        _place_short(document, names, inside.get(document, {}), clusters)
    return _placements(mentions, clusters)


def _place_full(
    nodes: Sequence[Node], clusters: _Clusters, step: Callable[[], None]
) -> dict[str, dict[int, set[str]]]:
    """Clusters the full names; comes back with the clusters of each document and their names there."""
    pairs = node_pairs(nodes, step)
    joined = average_linkage(len(nodes), pairs)
    groups: dict[int, list[int]] = defaultdict(list)
    for number, cluster in enumerate(joined):
        groups[cluster].append(number)
    inside: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for cluster, members in groups.items():
        size = sum(len(nodes[one].rows) for one in members)
        for one in members:
            sure = [
                len(nodes[other].rows) * sureness(pairs.get((min(one, other), max(one, other))))
                for other in members
                if other != one
            ]
            own = len(nodes[one].rows) - 1
            clusters.put(
                f"full {cluster}", nodes[one].rows, (own + sum(sure)) / (size - 1) if size > 1 else 1.0
            )
            for document in nodes[one].documents:
                inside[document][cluster].add(nodes[one].name)
    return inside


def _place_short(
    document: str, names: dict[str, list[int]], bearers: dict[int, set[str]], clusters: _Clusters
) -> None:
    """Places the short names of one document: those with initials first, then the bare ones."""
    sure = _KNOWN_DOCUMENT if document.startswith("d ") else _SAME_DAY
    known = [Bearer(f"full {cluster}", tuple(sorted(forms))) for cluster, forms in sorted(bearers.items())]
    for initials in (True, False):
        waiting = sorted(name for name in names if _has_initials(name) == initials)
        fits = placed(waiting, known)
        for name, fit in fits.items():
            clusters.put(fit.cluster, names[name], sure * fit.quality)
        left = grouped([name for name in waiting if name not in fits])
        alone = {first for first in left.values() if len([one for one in left.values() if one == first]) == 1}
        for name, first in left.items():
            several = len(names[name]) > 1 or first not in alone
            clusters.put(f"{document} {first}", names[name], sure if several else 1.0)
        known += [Bearer(f"{document} {first}", (first,)) for first in sorted(set(left.values()))]


def _called(mention: WrittenMention) -> str:
    """The name, and in brackets another one that the context gives."""
    other = other_name_in(mention.context)
    return " ".join(mention.name.split()) + (f" ({other})" if other else "")


def _has_initials(name: str) -> bool:
    from tizim.identity.written import names_in

    return any(one.initials for one in names_in(name).names[:1])


def _placements(mentions: Sequence[WrittenMention], clusters: _Clusters) -> tuple[Placement, ...]:
    found: dict[int, Placement] = {}
    for rows in clusters.rows.values():
        first = min(mentions[row].mention_id for row in rows)
        for row in rows:
            certainty = clusters.certainty[row] if len(rows) > 1 else 1.0
            found[row] = Placement(mentions[row].mention_id, first, certainty)
    return tuple([found[row] for row in range(len(mentions))])
