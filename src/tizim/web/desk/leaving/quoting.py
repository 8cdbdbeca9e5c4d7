"""Passages as they would leave: without names of others and protected topics; what is wrong in them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tizim.claims import Claim
from tizim.documents import Document
from tizim.identity import mention_id
from tizim.publications import Clearing, Veil, charged, is_young, spoken_of
from tizim.stores.sql.models import ENTRY_MODELS
from tizim.tallies import Evidence
from tizim.web.desk.leaving.clearings import kept_back
from tizim.web.desk.moment import Moment

_COLUMNS = ("document_id", "person", "mention", "role", "case_kind", "age", "occupation")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One claim with its passage: the level of its document, and the quotation as it would leave."""

    told: Evidence
    level: str
    quote: str
    charged: tuple[str, ...]
    topics: frozenset[str]

    @property
    def document(self) -> Document:
        """The document that the passage is of."""
        assert self.told.document
        return self.told.document


def leaves(cited: Sequence[Evidence], of: Clearing, asked: Moment, *, named: bool) -> list[Leaf]:
    """The passages behind these claims; only those of cited documents leave, and only with a name."""
    documents = {one.claim.document_id for one in cited}
    names = _names(documents, kept_back(asked))
    own = {name for one in cited for name in (one.claim.person, one.claim.mention) if name and named}
    found = []
    for one in cited:
        shut, kept = names[one.claim.document_id]
        bystanders = {each[0] for each in one.claim.perpetrators} | {one.claim.reported_by or ""}
        veil = Veil(
            frozenset(shut | bystanders - {""}) - own,
            frozenset(kept | own),
            of.fields_of(one.claim.document_id),
        )
        raw = (one.passage.quote if one.passage else "") or ""
        quote = veil.quoted(raw)
        found.append(
            Leaf(
                one,
                of.document(one.claim.document_id),
                quote,
                charged(quote),
                spoken_of(raw) - veil.open_topics,
            )
        )
    return found


def _names(document_ids: Iterable[str], kept: frozenset[str]) -> Mapping[str, tuple[set[str], set[str]]]:
    """For each document the names that may not leave, and those that may."""
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    rows = ENTRY_MODELS[Claim.kind].objects.filter(document_id__in=list(document_ids))
    for document, person, mention, role, case, age, occupation in rows.values_list(*_COLUMNS):
        shut, may = found[document]
        is_victim = (role, case) == ("victim", "persecution")
        named = is_victim and not is_young(age, occupation) and mention_id(document, person or "") not in kept
        (may if named else shut).update(filter(None, (person, mention)))
    return found
