"""Cases against officials: whoever is tried for torture, bribes or abuse of office is no victim there."""

from tizim.reading.drafts import Draft, changed
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.tables import Lexicon

_BEHIND = 60
"""So many signs behind a verdict may its crime be named where verbs stand before what they govern."""
_CASE = frozenset(
    "sentence conviction charge trial ban_on_activity pretrial_detention fine house_arrest appeal dismissal"
    " detention".split()
)


def against_officials(drafts: list[Draft], sentences: list[Sentence], lexicon: Lexicon) -> list[Draft]:
    """The drafts; all of somebody tried for a crime of office are of a case against an official."""
    verb_last = bool(lexicon.tables["grammar"].get("verb_last"))
    crimes = {str(code) for code in lexicon.tables["articles"].get("office") or []}
    tried = {
        draft.person
        for draft in drafts
        if draft.person is not None and _is_case(draft) and _of_office(draft, sentences, crimes, verb_last)
    }
    return [
        changed(draft, official=True) if draft.person in tried and _is_case(draft) else draft
        for draft in drafts
    ]


def _is_case(draft: Draft) -> bool:
    return draft.act in _CASE or (draft.act == "other" and draft.outcome is not None)


def _of_office(draft: Draft, sentences: list[Sentence], crimes: set[str], verb_last: bool) -> bool:
    """Whether the article or the words beside a verdict or charge name a crime of office."""
    if any(code.split("(")[0] in crimes for code in draft.articles):
        return True
    sentence = sentences[draft.sentence]
    reach = 0 if verb_last else _BEHIND
    return draft.act in ("sentence", "conviction", "charge") and any(
        sentence.tokens[mark.first].start < draft.end + reach for mark in sentence.of("office_crimes")
    )
