"""The drafts of one text made one: repeated claims joined, verdicts completed, dates handed on."""

from tizim.reading.calendar import Day
from tizim.reading.drafts import ELSEWHERE, Draft, changed

_VERDICT = {"sentence", "conviction"}
_NEAR = 4
_FREED, _SET_FREE = "released", {"released", "pardon", "bail", "restriction_of_liberty"}


def joined(drafts: list[Draft]) -> list[Draft]:
    """Each act against each person once; a conviction with a penalty is the sentence."""
    out: list[Draft] = []
    places: dict[tuple[object, str], list[int]] = {}
    for draft in map(_criminal, drafts):
        key = (_who(draft), "sentence" if draft.act in _VERDICT else draft.act)
        for at in places.get(key, []):
            if _same(out[at], draft):
                out[at] = _together(out[at], draft)
                break
        else:
            places.setdefault(key, []).append(len(out))
            out.append(draft)
    return _without_named_groups(_without_words_only(out))


def _criminal(draft: Draft) -> Draft:
    """A fine under the criminal code is a sentence."""
    code = any("-CC " in article for article in draft.articles)
    return changed(draft, act="sentence") if draft.act == "fine" and code and draft.outcome else draft


def _without_words_only(drafts: list[Draft]) -> list[Draft]:
    """Leaves out "jailed" beside the arrest that it means, and a trial that ended the same day."""
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.person is not None:
            told.setdefault(draft.person, []).append(draft)
    return [
        draft
        for draft in drafts
        if draft.act not in ("sentence", "trial")
        or not any(_says_again(draft, other) for other in told.get(_person(draft), ()))
    ]


def _person(draft: Draft) -> int:
    return -1 if draft.person is None else draft.person


def _says_again(draft: Draft, other: Draft) -> bool:
    if draft.person is None or draft.person != other.person or draft is other:
        return False
    if draft.act == other.act == "sentence":
        return draft.outcome is None and other.outcome is not None and draft.sentence > other.sentence
    if draft.act == "sentence" and other.act == "administrative_arrest":
        return draft.outcome is None and abs(draft.sentence - other.sentence) <= 1
    judged = other.act in _VERDICT or (other.act == "other" and other.outcome == "acquitted")
    if draft.act != "trial" or not judged or abs(draft.sentence - other.sentence) > _NEAR:
        return False
    return draft.day is None or draft.day_from is not None or draft.day == other.day


def _who(draft: Draft) -> object:
    if draft.group is not None:
        return ("group", draft.group.low, draft.group.high)
    return draft.person if draft.person is not None else ("org", draft.organisation)


def _same(one: Draft, other: Draft) -> bool:
    if one.act == "other" and one.detail != other.detail:
        return False
    if one.act == "death" and one.person is not None:
        return True
    return _days_agree(one.day, other.day) and _outcomes_agree(one.outcome, other.outcome)


def _days_agree(one: Day | None, other: Day | None) -> bool:
    if one is None or other is None:
        return True
    if one.last or other.last:
        return one.year == other.year
    return one.year == other.year and all(
        a is None or b is None or a == b for a, b in ((one.month, other.month), (one.day, other.day))
    )


def _outcomes_agree(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return True
    first, second = one.split("; ")[0].split(" "), other.split("; ")[0].split(" ")
    if _FREED in (one, other) and (first[0] in _SET_FREE and second[0] in _SET_FREE):
        return True
    return first[0] == second[0] and (len(first) == 1 or len(second) == 1 or first == second)


def _together(one: Draft, other: Draft) -> Draft:
    rich, poor = (other, one) if one.act == "conviction" and other.act == "sentence" else (one, other)
    longer = (
        max((one.outcome or "", other.outcome or ""), key=lambda text: (text != _FREED, len(text))) or None
    )
    dated = other if _is_finer(other.day, one.day) else one
    return changed(
        rich,
        day=dated.day,
        day_from=dated.day_from,
        place=rich.place or poor.place,
        articles=tuple(dict.fromkeys((*one.articles, *other.articles))),
        outcome=longer,
        status=rich.status or poor.status,
        figure=one.figure and other.figure,
    )


def _is_finer(one: Day | None, other: Day | None) -> bool:
    """Whether a day says more than another of the same act; one that no word says gives way."""
    if one is None or other is None:
        return one is not None
    if one.doubtful != other.doubtful:
        return other.doubtful
    return (one.month or 0, one.day or 0) > (other.month or 0, other.day or 0) and not other.day


_FAMILY = {
    "conviction": "verdict",
    "sentence": "verdict",
    "administrative_arrest": "verdict",
    "trial": "verdict",
}


def _without_named_groups(drafts: list[Draft]) -> list[Draft]:
    """Leaves out a group whose members the text then names one by one with the same act."""
    named: dict[str, set[int]] = {}
    for draft in drafts:
        if draft.person is not None:
            named.setdefault(_FAMILY.get(draft.act, draft.act), set()).add(draft.person)
    out = []
    for draft in drafts:
        size = draft.group.low if draft.group else 0
        known = len(named.get(_FAMILY.get(draft.act, draft.act), ()))
        whole = draft.group is not None and draft.group.high is not None and not draft.group.definite
        if not (whole and size > 1 and known >= size):
            out.append(draft)
        elif known == size and draft.day is not None:
            _hand_on(draft, drafts)
    return out


def _hand_on(group: Draft, drafts: list[Draft]) -> None:
    """Of "police detained three on 16 May. … A, B and C were detained.": their day is the group's."""
    if group.act in ("pretrial_detention", "house_arrest"):
        return
    for draft in drafts:
        if draft.person is not None and draft.act == group.act and draft.day is None and not draft.status:
            draft.day, draft.day_from = group.day, ELSEWHERE
