"""Sentences made harder or lighter: "the court replaced his restriction of liberty with imprisonment"."""

from itertools import pairwise

from tizim.reading.events import NOBODY, Event, Told
from tizim.reading.marks import Mark
from tizim.reading.measures import Length
from tizim.reading.untold import unreal
from tizim.reading.who import Who
from tizim.reading.words import set_of

_KINDS = {
    "imprisonment",
    "restriction_of_liberty",
    "suspended",
    "probation",
    "house_arrest",
    "community_service",
    "pretrial",
}
_HARD = {"imprisonment"}


def replaced(event: Event, converted: list[Event]) -> bool:
    """Whether an act is only what a conversion tells: the sentence, the custody that was."""
    custody = any(one.act == "house_arrest" for one in converted)
    was = event.shape == "nouns" and event.act in ("detention", "pretrial_detention")
    harder = any(one.act == "pretrial_detention" for one in converted)
    left = event.shape == "nouns" and event.act in ("detention", "house_arrest")
    return bool(converted) and (event.act == "sentence" or (custody and was) or (harder and left))


def conversions_of(told: Told) -> list[Event]:
    """The conversions of a sentence: into prison is a ``sentence``, out of prison a ``release``."""
    sentence = told.sentence
    for mark in sentence.of("converting"):
        if (
            sentence.at("negations", mark.first - 1) is not None
            or sentence.at("modals", mark.first - 1) is not None
            or unreal(sentence, mark, 0)
        ):
            continue
        pair = _pair(told, mark)
        who = _whose(told, mark)
        if pair is not None and who is not None:
            return [_event(told, mark, pair, who)]
    return []


def _pair(told: Told, mark: Mark) -> tuple[Mark, Mark] | None:
    """The penalty that was and the one that is: the two nearest to the verb, in the order of the text."""
    near = [
        one
        for one in told.sentence.of("penalty")
        if one.value in _KINDS and abs(one.first - mark.first) <= 16
    ]
    for first, second in pairwise(near):
        if first.value != second.value and mark.first < second.first:
            return first, second
    return _to_another(told, mark, near)


def _to_another(told: Told, mark: Mark, near: list[Mark]) -> tuple[Mark, Mark] | None:
    """Of "the rest of the term was commuted to restriction of liberty": what was is understood as prison."""
    sentence = told.sentence
    if (harder := _into_custody(told, mark, near)) is not None:
        return harder
    new = next((one for one in near if one.first > mark.last), None)
    custody = (
        new is not None
        and new.value == "house_arrest"
        and not set_of("en", "grammar", "custody_measures").isdisjoint(sentence.bag)
    )
    if custody and new is not None and {"to", "with", "by"} & set(sentence.lowers[mark.last : new.first]):
        return Mark("penalty", mark.first, mark.first, ("pretrial",)), new
    rest = not set_of("en", "grammar", "rest_of_term").isdisjoint(sentence.bag)
    led = new is not None and {"to", "with", "into", "by"} & set(sentence.lowers[mark.last : new.first])
    if new is None or not rest or not led:
        return None
    old = "restriction_of_liberty" if new.value in _HARD else "imprisonment"
    return Mark("penalty", mark.first, mark.first, (old,)), new


def _into_custody(told: Told, mark: Mark, near: list[Mark]) -> tuple[Mark, Mark] | None:
    """Of "replaced X's house arrest with detention", "changed from house arrest to custody"."""
    old = next((one for one in near if one.value == "house_arrest"), None)
    words = told.sentence.lowers
    first = max(mark.last, old.last) if old is not None else 0
    for at in range(first, min(first + _NEXT, len(words))):
        behind = words[at + 1 : at + 3]
        if (
            old is not None
            and words[at] in ("with", "to", "by")
            and not set_of("en", "grammar", "custody_measures").isdisjoint(behind)
        ):
            return old, Mark("penalty", at + 1, at + 2, ("pretrial",))
    return None


_NEXT = 3


def _event(told: Told, mark: Mark, pair: tuple[Mark, Mark], who: Who) -> Event:
    old, new = pair
    length = _length(told, new)
    value = f"{new.value} {length.iso}" if length else str(new.value)
    act = "sentence" if new.value in _HARD else "release"
    custody = {"pretrial": "pretrial_detention", "house_arrest": "house_arrest"}
    if {old.value, new.value} <= set(custody):
        return Event(
            custody[str(new.value)], mark.first, new.last, who, "conversion", start=min(mark.first, old.first)
        )
    event = Event(act, mark.first, new.last, who, "conversion", start=min(mark.first, old.first))
    event.outcome = f"{value}; converted_from {old.value}"
    return event


def _length(told: Told, new: Mark) -> Length | None:
    near = (
        one
        for one in told.lengths
        if (one.iso and 0 <= one.first - new.last <= 4) or 0 <= new.first - one.last <= 3
    )
    return next(near, None)


def _whose(told: Told, mark: Mark) -> Who | None:
    """Whose penalty it is: its possessor, or the only person of the sentence."""
    people = [who for who in told.whos if who.kind not in NOBODY]
    owners = [who for who in people if who.possessive or who.governed in ("of", "for")]
    before = [who for who in owners if who.last <= mark.first and mark.first - who.last <= _NEAR]
    owners = [*before[-1:], *(who for who in owners if who.first >= mark.last)]
    return owners[0] if owners else people[0] if len(people) == 1 else None


_NEAR = 12
