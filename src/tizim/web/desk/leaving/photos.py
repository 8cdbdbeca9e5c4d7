"""Which pictures may be chosen as the photo of somebody, and one of them as it would leave."""

from collections.abc import Collection, Iterable, Mapping

from django.db.models import Exists, OuterRef, Q
from django.http import Http404

from tizim.claims import Claim
from tizim.documents import Document
from tizim.publications import Clearance, PublicationError, is_picture
from tizim.stores.sql.models import ENTRY_MODELS
from tizim.web.desk.moment import Moment
from tizim.web.desk.people.seen import standing_documents
from tizim.web.desk.reading.drawing import photo
from tizim.web.desk.sight import Sight

_LATEST = 12


def pictures(
    document_ids: Collection[str], decided: Iterable[Clearance], asked: Moment, sight: Sight
) -> Mapping[str, Document]:
    """The pictures among these documents, in them, decided on; the latest that tell of nobody."""
    rows = ENTRY_MODELS[Document.kind].objects.filter(media_type__startswith="image/")
    of = rows.filter(Q(entry_id__in=document_ids) | Q(part_of__in=document_ids))
    claims = ENTRY_MODELS[Claim.kind].objects.filter(document_id=OuterRef("entry_id"))
    latest = rows.filter(~Exists(claims)).order_by("-recorded_at", "entry_id")[:_LATEST]
    ids = [*(one.photo for one in decided if one.photo), *_ids(of), *_ids(latest)]
    standing = standing_documents(set(ids), asked.known_at)
    return {one: standing[one] for one in dict.fromkeys(ids) if one in standing and sight.document(one)}


def _ids(rows: Iterable[object]) -> Iterable[str]:
    found: Iterable[str] = rows.values_list("entry_id", flat=True)  # type: ignore[attr-defined]
    return found


def as_it_would_leave(document_id: str, asked: Moment, sight: Sight) -> bytes:
    """The picture as it would leave; 404 where there is none such that the account may see."""
    document = standing_documents({document_id}, asked.known_at).get(document_id)
    if document is None or not is_picture(document) or not sight.document(document_id):
        raise Http404
    try:
        return photo(document)
    except PublicationError:
        raise Http404 from None
