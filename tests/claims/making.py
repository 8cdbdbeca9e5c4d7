"""Short ways to invented claims, documents and tables for the tests of this room."""

import hashlib
from typing import Any

from tizim.claims import Claim, ImportOptions, ImportPlan, plan_import, read_table
from tizim.claims.plan import Holdings
from tizim.documents import Document


def claim(id: str = "c-1", **values: Any) -> Claim:
    given = {"passage_id": "p-1", "document_id": "d-1", "act": "detention"} | values
    if not given.keys() & {"person", "group", "organisation"}:
        given["person"] = "Aru Sampleva"
    return Claim(id=id, **given)


def document(id: str = "d-1", file_name: str = "letter.txt", **values: Any) -> Document:
    return Document(
        id=id,
        file_name=file_name,
        media_type="text/plain",
        size=1,
        sha256=hashlib.sha256(id.encode()).hexdigest(),
        **values,
    )


TABLE = document("d-aaaa", "list.csv")


def planned(
    content: str | bytes,
    name: str = "list.csv",
    holdings: Holdings | None = None,
    **options: Any,
) -> ImportPlan:
    raw = content.encode() if isinstance(content, str) else content
    return plan_import(
        read_table(name, raw), document=TABLE, holdings=holdings, options=ImportOptions(**options)
    )
