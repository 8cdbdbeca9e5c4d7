"""Acts on a thing that are acts against its owner: "X's passport was confiscated"."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from tizim.reading.clauses import verb_group
from tizim.reading.events import NOBODY, Event, Told
from tizim.reading.marks import Mark, Sentence
from tizim.reading.untold import unreal
from tizim.reading.who import Who
from tizim.reading.words import words_of

_AHEAD, _BACK, _WIDE = 6, 4, 4
_BETWEEN = (
    "and",
    ",",
    "the",
    "two",
    "three",
    "all",
    "of",
    "away",
    "down",
    "over",
    "his",
    "her",
    "their",
    "a",
)


@dataclass(frozen=True, slots=True)
class _Owned:
    """What is done to which things, and which act that is."""

    act: str
    things: frozenset[str]
    verbs: frozenset[str]
    detail: str | None
    outcome: str | None
    beside: frozenset[str]
    moves: tuple[tuple[str, ...], ...]


@cache
def _owned() -> tuple[_Owned, ...]:
    rows = words_of("en").tables["things"]["owned"]
    return tuple(_of(row) for row in rows)


def _of(row: dict[str, Any]) -> _Owned:
    things, verbs = frozenset(row["things"]), frozenset(row["verbs"])
    return _Owned(
        row["act"],
        things,
        verbs,
        row.get("detail"),
        row.get("outcome"),
        frozenset(row.get("beside", ())),
        tuple(tuple(phrase.split()) for phrase in row.get("moves", ())),
    )


@cache
def _all_things() -> frozenset[str]:
    return frozenset().union(*(row.things for row in _owned()))


def with_things(told: Told, events: list[Event]) -> list[Event]:
    """The acts of a sentence with those on things of somebody; the more special reading of a verb wins."""
    if _all_things().isdisjoint(told.sentence.bag):
        return events
    found = [event for who in told.whos if (event := _on_thing(told, who)) is not None]
    known = {(event.act, at) for event in events for at in range(event.first, event.last)}
    new = [event for event in found if (event.act, event.first) not in known]
    taken = {event.first for event in new}
    kept = [
        event
        for event in events
        if taken.isdisjoint(range(event.first, event.last)) and not _is_thing_of(event, new)
    ]
    return sorted((*kept, *new), key=lambda event: event.first)


def _is_thing_of(event: Event, new: list[Event]) -> bool:
    """Of "the detention of X was extended": the detention is what was extended, and no act besides."""
    noun = event.shape == "nouns" and event.act in ("detention", "pretrial_detention")
    return noun and any(
        one.act == "pretrial_detention" and one.start <= event.first < one.first for one in new
    )


def _on_thing(told: Told, who: Who) -> Event | None:
    span = None if who.kind in NOBODY else _thing_of(told.sentence, who)
    if span is None:
        return None
    first, last, noun = span
    for row in _owned():
        if noun not in row.things or (row.beside and row.beside.isdisjoint(told.sentence.bag)):
            continue
        at = _passive(told.sentence, last, row.verbs)
        at = _active(told, first, row.verbs) if at is None else at
        at = _moved(told.sentence, last, row.moves) if at is None else at
        if at is not None:
            event = Event(row.act, at, at + 1, who, "things", row.detail, row.outcome, start=min(at, first))
            event.perfect = "been" in told.sentence.lowers[last:at]
            return event
    return None


def _thing_of(sentence: Sentence, who: Who) -> tuple[int, int, str] | None:
    """Where the thing of somebody stands with its owner, and its noun."""
    things = _all_things()
    if who.possessive:
        begin = who.last + (1 if sentence.lower(who.last) == "'s" else 0)
        near = range(begin, min(begin + _WIDE, len(sentence.tokens)))
        at = next((index for index in near if sentence.lower(index) in things), None)
        if at is None or any(_other(sentence, index) for index in range(begin, at)):
            return None
        return min(who.head, who.first), _row_end(sentence, at), sentence.lower(at)
    owned = who.governed == "to" and sentence.lower(who.head - 2) == "belonging"
    at = who.head - 3 if owned else who.head - 2
    if not (owned or who.governed == "of") or sentence.lower(at) not in things:
        return None
    return (
        at - (1 if sentence.lower(at - 1) in ("the", "a") else 0),
        _told_of(sentence, who.last),
        sentence.lower(at),
    )


def _told_of(sentence: Sentence, last: int) -> int:
    """Where the description of an owner ends: "the flat of X, the editor of Y, | was searched"."""
    if sentence.lower(last) != "," or sentence.lower(last + 1) not in ("a", "an", "the"):
        return last
    near = range(last + 2, min(last + _DESCRIBED, len(sentence.tokens)))
    return next((at + 1 for at in near if sentence.lower(at) == ","), last)


_DESCRIBED = 14


def _row_end(sentence: Sentence, at: int) -> int:
    """The end of a row of things: "his phone, laptop and books"."""
    things = _all_things()
    while (
        sentence.lower(at + 1) in ("and", ",") and {sentence.lower(at + 2), sentence.lower(at + 3)} & things
    ):
        at += 2 if sentence.lower(at + 2) in things else 3
    return at + 1


def _other(sentence: Sentence, index: int) -> bool:
    return sentence.any_at(("prepositions", "be", "have", "kinship", "act", "title"), index) is not None


def _passive(sentence: Sentence, last: int, verbs: frozenset[str]) -> int | None:
    """The participle behind a thing and its auxiliary; a contract that "was not renewed" is one too."""
    auxiliary = denied = False
    for at in range(last, min(last + _AHEAD, len(sentence.tokens))):
        word = sentence.lower(at)
        if word in verbs or (denied and f"not {word}" in verbs):
            fits = auxiliary and denied == (f"not {word}" in verbs) and not unreal(sentence, _mark(at), last)
            return at if fits else None
        if sentence.at("modals", at) or sentence.at("clause_breaks", at):
            return None
        auxiliary = auxiliary or sentence.at("be", at) is not None
        denied = denied or sentence.at("negations", at) is not None
        if not (auxiliary or sentence.at("have", at)):
            return None
    return None


def _moved(sentence: Sentence, last: int, moves: tuple[tuple[str, ...], ...]) -> int | None:
    """Of "X's case went to trial", "her trial has resumed": the thing itself is the subject."""
    at = last + (sentence.at("have", last) is not None)
    return at if any(tuple(sentence.lowers[at : at + len(words)]) == words for words in moves) else None


def _active(told: Told, first: int, verbs: frozenset[str]) -> int | None:
    """The verb before a thing: "police seized X's phone", "took away his passport"."""
    sentence = told.sentence
    for at in range(first - 1, max(-1, first - 1 - _BACK), -1):
        word = sentence.lower(at)
        if word in verbs:
            verb = verb_group(sentence, _mark(at), "ing" if word.endswith("ing") else "ed")
            real = verb.real and verb.voice in ("open", "active") and not unreal(sentence, _mark(at), 0)
            return at if real and at > 0 else None
        if word not in _BETWEEN:
            return None
    return None


def _mark(at: int) -> Mark:
    return Mark("act", at, at + 1, ())
