"""The passages behind claims, fetched by id, for those who may read them."""

from collections.abc import Iterable

from tizim.claims import Claim
from tizim.documents import Document
from tizim.ledger import Entry
from tizim.tallies import Evidence, Shelf
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import register, told
from tizim.web.desk.sight import Sight


def evidence(claim_ids: Iterable[str], asked: Moment, sight: Sight) -> list[Evidence]:
    """What stands behind the claims, in their order; without those of closed cases."""
    wanted = list(dict.fromkeys(sight.open_claims(claim_ids)))
    claims = _fetched(wanted)
    beside = _fetched(
        {x for one in claims if isinstance(one, Claim) for x in (one.passage_id, one.document_id)}
    )
    sources = _fetched({one.source_id for one in beside if isinstance(one, Document) and one.source_id})
    books = Shelf([*claims, *beside, *sources], unreviewed=told(asked).unreviewed)
    return [found for one in wanted if (found := books.evidence(one)) is not None]


def _fetched(ids: Iterable[str]) -> list[Entry]:
    wanted = sorted(ids)
    return list(register().ledger.of(wanted)) if wanted else []
