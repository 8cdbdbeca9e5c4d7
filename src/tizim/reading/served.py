"""A time in custody that is over with the release told in the same sentence did not begin on that day."""

import re
from functools import cache

from tizim.reading.drafts import Draft
from tizim.reading.heard import Heard
from tizim.reading.words import has_table, table_of

_HELD = ("administrative_arrest", "pretrial_detention", "detention", "house_arrest", "sentence")


def without_served_days(heard: Heard, text: str, language: str) -> Heard:
    """What one reader heard; "released on 19 April after serving 15 days" gives the 15 days no day."""
    if not has_table(language, "served"):
        return heard
    let_go = {_when(draft) for draft in heard.drafts if draft.act == "release" and draft.day is not None}
    for draft in heard.drafts:
        if (
            _lasted(draft)
            and _when(draft) in let_go
            and _over(language, draft.act == "sentence").search(text, draft.start, draft.end)
        ):
            draft.day = draft.day_from = None
    return heard


def _lasted(draft: Draft) -> bool:
    if draft.act not in _HELD or draft.day is None or " P" not in (draft.outcome or ""):
        return False
    return draft.act != "sentence" or (draft.outcome or "").startswith("imprisonment")


def _when(draft: Draft) -> tuple[int | None, int, str]:
    return draft.person, draft.sentence, draft.day.edtf() if draft.day else ""


@cache
def _over(language: str, sentence: bool) -> re.Pattern[str]:
    table = table_of(language, "served")
    words = table["over"] if sentence else (*table["over"], *table["after"])
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE)
