"""Whom a trigger hit in a language whose verb stands last: somebody before it, or before the verb it shares with."""

from tizim.reading.inflected.entries import Entry, Role
from tizim.reading.inflected.events import Told
from tizim.reading.inflected.who import Who

_FREE = frozenset({"person", "group", "noun", "plural", "pronoun", "relative"})
_BEHIND = 6


def victim_before(
    told: Told, entry: Entry, mode: str, span: tuple[int, int]
) -> tuple[Who | None, str]:
    """The victim and how it stands; a participle without one describes the people behind it."""
    roles = _roles(entry, mode)
    for role in roles:
        who = _nearest(told, role, span)
        if who is not None:
            return who, role.written
    if mode in ("attribute", "doer"):
        who = _described(told, span[1], entry, mode)
        if who is not None:
            return who, "participle"
    return None, ""


def _roles(entry: Entry, mode: str) -> tuple[Role, ...]:
    """The roles in the order in which they are looked for; the passive's own come first."""
    passive = mode in ("passive", "attribute") and bool(entry.passive)
    others = tuple(one for one in entry.victim if one.before or one.after or one.case not in ("acc", "nom"))
    return (*entry.passive, *others) if passive else entry.victim


def _nearest(told: Told, role: Role, span: tuple[int, int]) -> Who | None:
    """The nearest before the trigger in its clause; a row of names counts once."""
    fitting = [who for who in told.whos if _stands(told, who, role, span)]
    return max(fitting, key=lambda who: who.last, default=None)


def _stands(told: Told, who: Who, role: Role, span: tuple[int, int]) -> bool:
    if who.kind not in _FREE or who.last > span[0] or role.case not in who.cases:
        return False
    if not told.clauses.same(who.head, span[0]) or (who.owner and role.case != "gen"):
        return False
    sentence = told.sentence
    if role.after:
        return _matches(told, who.last, told.lexicon.parts(role.after))
    return role.case == "gen" or sentence.at("postpositions", who.last) is None


def _matches(told: Told, first: int, parts: tuple[str, ...]) -> bool:
    return all(
        part.lstrip("=") in told.sentence.word(first + place).lemmas
        or part.lstrip("=") == told.sentence.lower(first + place)
        for place, part in enumerate(parts)
    )


def _described(told: Told, last: int, entry: Entry, mode: str) -> Who | None:
    """The people that a participle right before them describes: "the detained X", "X who went to the rally"."""
    cases = {role.case for role in entry.victim if not role.before and not role.after}
    if (mode == "attribute" and "acc" not in cases) or (mode == "doer" and "nom" not in cases):
        return None
    near = [
        who for who in told.whos
        if last <= who.head and who.first <= last + _BEHIND and who.kind in _FREE and told.clauses.same(who.head, last - 1)
    ]  # fmt: skip
    return near[0] if near and near[0].head <= last + 1 else None
