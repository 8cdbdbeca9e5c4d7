"""Mentions of a spreadsheet, placed with those of the same person: a resolver that needs no register.

Full names are compared with all others; their contexts (age, town, article, day, occupation) lift what is
spelt differently and part namesakes. Short names are placed inside their document only.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tizim.identity.context import Context
from tizim.identity.identify_inside import Bearer, grouped, placed
from tizim.identity.identify_linkage import Evidence, Pair, average_linkage
from tizim.identity.identify_nodes import Around, Node, full_nodes, is_full, is_short
from tizim.identity.identify_text import (
    bare_name,
    context_in,
    generation_in,
    other_name_in,
    words_in,
    year_of,
)
from tizim.identity.identify_weights import node_pairs, speak_against, sureness
from tizim.identity.written import names_in

_KNOWN_DOCUMENT = 0.95
_SAME_DAY = 0.8
_FEW = 20


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
        name, generation = _called(mention)
        if is_full(name):
            told = context_in(mention.context, mention.day)
            around = Around(told, words_in(mention.context), year_of(mention.day), generation)
            full[name, around, mention.stands_in].append(row)
        elif is_short(name) and mention.stands_in:
            short[mention.stands_in][name].append(row)
        else:
            clusters.put(f"row {row}", [row], 1.0)
    nodes = full_nodes(full)
    inside, contexts = _place_full(nodes, clusters, step)
    for document, names in short.items():
        known = {name: _contexts(mentions[row] for row in rows) for name, rows in names.items()}

        def against(name: str, cluster: str, known: _Told = known) -> bool:
            return speak_against(known[name], contexts[cluster])

        _place_short((document, names), inside.get(document, {}), clusters, against)
    return _placements(mentions, clusters)


_Told = Mapping[str, Sequence[Context]]
_Inside = dict[str, dict[str, set[str]]]


def _contexts(mentions: Iterable[WrittenMention]) -> list[Context]:
    """Their different contexts, as many as are worth comparing, in an order of their own."""
    found = {context_in(mention.context, mention.day) for mention in mentions if mention.context}
    return sorted(found, key=lambda context: str(context.columns()))[:_FEW]


def _place_full(
    nodes: Sequence[Node], clusters: _Clusters, step: Callable[[], None]
) -> tuple[_Inside, dict[str, list[Context]]]:
    """Clusters the full names; comes back with the names of each cluster by document, and its contexts."""
    pairs = node_pairs(nodes, step)
    groups: dict[int, list[int]] = defaultdict(list)
    for number, cluster in enumerate(average_linkage(len(nodes), pairs)):
        groups[cluster].append(number)
    inside: _Inside = defaultdict(lambda: defaultdict(set))
    contexts: dict[str, list[Context]] = defaultdict(list)
    for cluster, members in groups.items():
        label = f"full {cluster}"
        contexts[label] = [nodes[one].around.context for one in members[:_FEW]]
        for one in members:
            clusters.put(label, nodes[one].rows, _certainty(one, members, nodes, pairs))
            for document in nodes[one].documents:
                inside[document][label].add(nodes[one].name)
    return inside, contexts


def _certainty(
    one: int, members: Sequence[int], nodes: Sequence[Node], pairs: Mapping[Pair, Evidence]
) -> float:
    """The mean of what the pairs with the other rows of the cluster come to; 1 for equal rows alone."""
    size = sum(len(nodes[each].rows) for each in members)
    sure = float(len(nodes[one].rows) - 1)
    for other in members:
        if other != one:
            pair = (min(one, other), max(one, other))
            sure += len(nodes[other].rows) * sureness(pairs.get(pair))
    return sure / (size - 1) if size > 1 else 1.0


def _place_short(
    here: tuple[str, Mapping[str, Sequence[int]]],
    bearers: Mapping[str, set[str]],
    clusters: _Clusters,
    against: Callable[[str, str], bool],
) -> None:
    """Places the short names of one document: those with initials first, then the bare ones."""
    document, names = here
    sure = _KNOWN_DOCUMENT if document.startswith("d ") else _SAME_DAY
    known = [Bearer(cluster, tuple(sorted(forms))) for cluster, forms in sorted(bearers.items())]
    for initials in (True, False):
        waiting = sorted(name for name in names if _has_initials(name) == initials)
        fits = placed(waiting, known, against)
        for name, fit in fits.items():
            clusters.put(fit.cluster, names[name], sure * fit.quality)
        left = grouped([name for name in waiting if name not in fits])
        for name, first in left.items():
            clusters.put(f"{document} {first}", names[name], sure)
        known += [Bearer(f"{document} {first}", (first,)) for first in sorted(set(left.values()))]


def _called(mention: WrittenMention) -> tuple[str, str | None]:
    """The name, in brackets another one that the context gives; and whether it is a father's or a son's."""
    name, generation = bare_name(mention.name)
    other = other_name_in(mention.context)
    return name + (f" ({other})" if other else ""), generation or generation_in(mention.context)


def _has_initials(name: str) -> bool:
    return any(one.initials for one in names_in(name).names[:1])


def _placements(mentions: Sequence[WrittenMention], clusters: _Clusters) -> tuple[Placement, ...]:
    found: dict[int, Placement] = {}
    for rows in clusters.rows.values():
        first = min(mentions[row].mention_id for row in rows)
        for row in rows:
            certainty = clusters.certainty[row] if len(rows) > 1 else 1.0
            found[row] = Placement(mentions[row].mention_id, first, certainty)
    return tuple([found[row] for row in range(len(mentions))])
