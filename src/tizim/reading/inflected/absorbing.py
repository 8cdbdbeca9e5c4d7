"""What a verdict takes in: the finding of guilt and the charge that a text tells beside the penalty."""

from collections.abc import Iterable

from tizim.reading.drafts import Draft, changed
from tizim.reading.inflected.drafting import CRIME

COURT = frozenset({"sentence", "conviction", "administrative_arrest", "fine", "charge", "detention"})
"""The acts that take the articles of a sentence beside them."""

_LIABLE = "administrative liability"
_NEAR = 3
_CODES = 4
_PENALTIES = frozenset({"sentence", "administrative_arrest", "fine"})


def absorbed(drafts: list[Draft]) -> list[Draft]:
    """The drafts without findings of guilt, and without undated charges, that a penalty of the same person
    covers; their articles go to the penalty where it has none."""
    punished: dict[int, Draft] = {}
    for draft in drafts:
        if draft.person is not None and draft.act in _PENALTIES:
            punished.setdefault(draft.person, draft)
    kept, covered = list[Draft](), list[Draft]()
    for draft in drafts:
        penalty = punished.get(draft.person) if draft.person is not None else None
        taken = penalty is not None and _covers(penalty, draft)
        (covered if taken else kept).append(draft)
    return [_with_codes(draft, covered) for draft in with_second_rulings(with_added(kept))]


def _with_codes(draft: Draft, covered: list[Draft]) -> Draft:
    """A penalty without articles with those of the charge or finding of guilt of the same person told
    nearest to it."""
    if draft.act not in _PENALTIES or draft.articles:
        return draft
    told = [one for one in covered if one.person == draft.person and one.articles]
    near = [one for one in told if abs(one.sentence - draft.sentence) <= _CODES]
    nearest = min(near, key=lambda one: abs(one.sentence - draft.sentence), default=None)
    return draft if nearest is None else changed(draft, articles=_of_book(draft.act, nearest.articles))


def with_second_rulings(drafts: list[Draft]) -> list[Draft]:
    """The drafts; what a higher court decided of one person in one sentence is one appeal."""
    out: list[Draft] = []
    for draft in drafts:
        before = out[-1] if out else None
        if before is not None and _is_one_ruling(before, draft):
            out[-1] = changed(before, outcome=f"{before.outcome}; {draft.outcome}")
        else:
            out.append(draft)
    return out


def _is_one_ruling(first: Draft, second: Draft) -> bool:
    same = first.act == second.act == "appeal" and first.sentence == second.sentence
    return same and first.person == second.person is not None and first.outcome != second.outcome


_ADDED = ("community_service", "confiscation", "fine", "probation", "deportation")


def with_added(drafts: list[Draft]) -> list[Draft]:
    """The drafts; a second penalty told of the same person right after the first is part of one verdict."""
    out: list[Draft] = []
    for draft in drafts:
        places = range(len(out) - 1, -1, -1) if _only_adds(draft) else ()
        before = next((at for at in places if _is_one_verdict(out[at], draft)), None)
        if before is None:
            out.append(draft)
        else:
            out[before] = changed(out[before], outcome=f"{out[before].outcome}; {draft.outcome}")
    return out


def _only_adds(draft: Draft) -> bool:
    """Whether a draft is a lighter penalty of a crime, as verdicts add them to a heavier one."""
    crime = draft.act in ("sentence", "fine") and not any("-CAO " in code for code in draft.articles)
    return crime and str(draft.outcome).startswith(_ADDED)


def _is_one_verdict(first: Draft, second: Draft) -> bool:
    """Whether a draft that only adds a penalty adds it to that of the sentence before it."""
    if first.act != "sentence" or first.person is None or first.person != second.person:
        return False
    return (
        0 <= second.sentence - first.sentence <= 1
        and first.outcome is not None
        and not first.outcome.startswith(_ADDED)
    )


def _covers(penalty: Draft, draft: Draft) -> bool:
    if draft.act == "conviction" or draft.detail == _LIABLE:
        return True
    if draft.act == "pretrial_detention" and draft.status is not None:
        return penalty.act == "administrative_arrest" and abs(penalty.sentence - draft.sentence) <= _NEAR
    if draft.act != "charge" or draft.day is not None or _is_of_another_book(penalty, draft):
        return False
    same = not penalty.articles or set(draft.articles) <= set(penalty.articles)
    return draft.sentence > penalty.sentence or (same and penalty.sentence - draft.sentence <= _NEAR)


def _is_of_another_book(penalty: Draft, charge: Draft) -> bool:
    """Whether a charge of a crime stands beside what is no penalty for one: days of arrest or a fine."""
    if penalty.act == "sentence":
        return False
    return CRIME in charge.why or any("-CC " in code for code in charge.articles)


def with_articles_here(
    drafts: list[Draft], number: int, codes: tuple[str, ...], *, verb_last: bool
) -> list[Draft]:
    """The drafts; articles in a sentence that reports nothing belong to the acts of a court just before, and
    to a detention that it tells itself."""
    return [
        changed(draft, articles=codes)
        if 0 <= number - draft.sentence <= 1
        and draft.act in COURT
        and not (draft.act == "detention" and (verb_last or draft.sentence < number))
        and not draft.articles
        else draft
        for draft in drafts
    ]


def with_articles_after(drafts: list[Draft], number: int, codes: tuple[str, ...]) -> list[Draft]:
    """The drafts; the last penalties without articles have those that a sentence without an act names."""
    return [
        changed(draft, articles=_of_book(draft.act, codes))
        if draft.act in _PENALTIES and not draft.articles and 0 < number - draft.sentence <= _NEAR
        else draft
        for draft in drafts
    ]


def _of_book(act: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The articles that an act can have: no days of arrest and no fine of theirs for a crime beside them."""
    other = {"sentence": "-CAO ", "administrative_arrest": "-CC ", "fine": "-CC "}.get(act, "")
    return tuple(code for code in codes if not other or other not in code)


def with_only_articles(drafts: list[Draft], named: Iterable[tuple[str, ...]]) -> list[Draft]:
    """The drafts; articles that a report names of nobody in particular, and no others, are those of its
    penalties."""
    taken = {code for draft in drafts for code in draft.articles}
    rows = list(dict.fromkeys(row for row in named if row and taken.isdisjoint(row)))
    only = {
        suffix: fitting[0]
        for suffix in ("-CC ", "-CAO ")
        if len(fitting := [row for row in rows if any(suffix in code for code in row)]) == 1
    }
    return [
        changed(draft, articles=_fitting(draft.act, only)) if _lacks_articles(draft) else draft
        for draft in drafts
    ]


def _lacks_articles(draft: Draft) -> bool:
    return draft.act in _PENALTIES and not draft.articles and draft.status is None


def _fitting(act: str, only: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The articles that an act can have: those of crimes for a sentence, of offences for an arrest."""
    if act == "fine" and len(only) > 1:
        return ()
    book = "-CC " if act == "sentence" else "-CAO "
    codes = only.get(book) or ()
    return tuple(code for code in codes if book in code)
