"""Organisations closed, listed or cut off, told by a phrase right beside their name."""

from dataclasses import dataclass
from functools import cache

from tizim.reading.events import Event
from tizim.reading.marks import Sentence
from tizim.reading.words import set_of, words_of

_STOPS = (";", ":", ".")
_AFTER, _BEFORE, _LONGEST, _UNREAL = 9, 3, 7, 3


@dataclass(frozen=True, slots=True)
class _Phrases:
    """What stands behind or before the name of an organisation to which an act is done."""

    act: str
    outcome: str | None
    after: tuple[tuple[str, ...], ...]
    before: tuple[tuple[str, ...], ...]


@cache
def _rows() -> tuple[_Phrases, ...]:
    rows = words_of("en").tables["things"]["organisations"]
    return tuple(
        _Phrases(row["act"], row.get("outcome"), _split(row["after"]), _split(row["before"])) for row in rows
    )


def _split(phrases: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.lower().split()) for phrase in phrases)


@cache
def _words() -> frozenset[str]:
    return frozenset(phrase[0] for row in _rows() for phrase in (*row.after, *row.before))


@cache
def _telling() -> frozenset[str]:
    """The longest word of each phrase: without one of them a sentence tells nothing of the kind."""
    return frozenset(max(phrase, key=len) for row in _rows() for phrase in (*row.after, *row.before))


def outlawed(sentence: Sentence, names: list[tuple[int, int, str]]) -> list[tuple[Event, str]]:
    """What is done to the organisations of a sentence: "X lost its licence", "the closure of X"."""
    if not names or _telling().isdisjoint(sentence.bag):
        return []
    online = set_of("en", "people", "online")
    names = [name for name in names if name[2].lower() not in online]
    found = (_done_to(sentence, first, last) for first, last, _ in names)
    return [(event, name[2]) for event, name in zip(found, names, strict=True) if event is not None]


def _done_to(sentence: Sentence, first: int, last: int) -> Event | None:
    for row in _rows():
        at = _behind(sentence, last, row.after)
        at = _ahead(sentence, first, row.before) if at is None else at
        if at is not None and not _supposed(sentence, at):
            return Event(row.act, at, at + 1, None, "verbs", outcome=row.outcome, start=at)
    return None


def _behind(sentence: Sentence, last: int, phrases: tuple[tuple[str, ...], ...]) -> int | None:
    words = _words()
    for at in range(last, min(last + _AFTER, len(sentence.tokens))):
        word = sentence.lowers[at]
        if word in _STOPS:
            return None
        if word in words and _stands(sentence, at, phrases):
            return at
    return None


def _ahead(sentence: Sentence, first: int, phrases: tuple[tuple[str, ...], ...]) -> int | None:
    for at in range(first - 1, max(-1, first - _BEFORE - _LONGEST), -1):
        if sentence.tokens[at].kind == "mark" and sentence.lower(at) not in ('"', "“", "«"):
            return None
        if sentence.lowers[at] not in _words():
            continue
        for phrase in phrases:
            near = 0 <= first - at - len(phrase) <= _BEFORE
            if near and tuple(sentence.lowers[at : at + len(phrase)]) == phrase:
                return at
    return None


def _stands(sentence: Sentence, at: int, phrases: tuple[tuple[str, ...], ...]) -> bool:
    words, first = sentence.lowers, sentence.lowers[at]
    return any(phrase[0] == first and tuple(words[at : at + len(phrase)]) == phrase for phrase in phrases)


def _supposed(sentence: Sentence, at: int) -> bool:
    near = range(max(0, at - _UNREAL), at)
    return any(sentence.any_at(("modals", "negations", "demand"), index) is not None for index in near)
