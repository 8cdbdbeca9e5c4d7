"""What a verdict takes in: the finding of guilt and the charge that a text tells beside the penalty."""

from dataclasses import replace

from tizim.reading.drafts import Draft

_LIABLE = "administrative liability"
_NEAR = 3
_PENALTIES = frozenset({"sentence", "administrative_arrest", "fine"})


def absorbed(drafts: list[Draft]) -> list[Draft]:
    """The drafts without findings of guilt, and without undated charges, that a penalty of the same person
    covers; their articles go to the penalty where it has none."""
    punished: dict[int, Draft] = {}
    for draft in drafts:
        if draft.person is not None and draft.act in _PENALTIES:
            punished.setdefault(draft.person, draft)
    codes: dict[int, tuple[str, ...]] = {}
    kept = []
    for draft in drafts:
        penalty = punished.get(draft.person) if draft.person is not None else None
        if penalty is not None and draft.person is not None and _covers(penalty, draft):
            codes.setdefault(draft.person, draft.articles)
        else:
            kept.append(draft)
    return [
        replace(draft, articles=codes.get(draft.person, ()))
        if draft.person is not None and draft.act in _PENALTIES and not draft.articles
        else draft
        for draft in kept
    ]


def _covers(penalty: Draft, draft: Draft) -> bool:
    if draft.act == "conviction" or draft.detail == _LIABLE:
        return True
    return draft.act == "charge" and draft.day is None and draft.sentence > penalty.sentence


def with_articles_after(drafts: list[Draft], number: int, codes: tuple[str, ...]) -> list[Draft]:
    """The drafts; the last penalties without articles have those that a sentence without an act names."""
    return [
        replace(draft, articles=codes)
        if draft.act in _PENALTIES and not draft.articles and 0 < number - draft.sentence <= _NEAR
        else draft
        for draft in drafts
    ]
