"""Lists of people under a heading that says in which condition they all are."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from tizim.reading.marks import Sentence
from tizim.reading.measures import Length
from tizim.reading.who import Who
from tizim.reading.words import set_of, words_of


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says of everybody in its list."""

    act: str
    outcome: str | None = None
    status: str | None = None


@cache
def _rules(language: str) -> tuple[tuple[tuple[str, ...], frozenset[str], Heading], ...]:
    table: list[dict[str, Any]] = words_of(language).tables["layout"]["headings"]
    return tuple(
        (
            tuple(f" {phrase} " for phrase in rule["words"]),
            frozenset(rule.get("also", ())),
            Heading(rule["act"], rule.get("outcome"), rule.get("status")),
        )
        for rule in table
    )


def heading_in(words: str, language: str) -> Heading | None:
    """The condition that the words of a heading announce, if any."""
    padded = f" {words} "
    present = set(words.split())
    for phrases, also, heading in _rules(language):
        first, *others = phrases
        told = first in padded and all(phrase in padded for phrase in others)
        if told and (not also or also & present):
            return heading
    return None


def announced(sentence: Sentence, whos: list[Who], language: str) -> tuple[Heading, int] | None:
    """A heading before a colon in the sentence itself, and where the list begins."""
    if ":" not in sentence.lowers[1:_COLON]:
        return None
    at = sentence.lowers.index(":", 1)
    people = [who for who in whos if who.kind == "person"]
    near = next((who for who in people if 0 < who.first - at <= _LEAD), None)
    if near is None or people[0].first < at or _told_of(sentence, near):
        return None
    heading = heading_in(_words(sentence, at), language)
    return (heading, at + 1) if heading else None


def _told_of(sentence: Sentence, who: Who) -> bool:
    """Of "The arrests came late: X was taken in May": what stands behind the colon is a sentence, no list."""
    return sentence.any_at(("be", "have", "attribution", "modals"), who.last) is not None


def heading_of(sentence: Sentence, language: str) -> Heading | None:
    """The condition that a heading line, or a line that ends in a colon, announces for the items below."""
    last = sentence.tokens[-1].text if sentence.tokens else ""
    if not (sentence.span.heading or last == ":") or len(sentence.tokens) > 40:
        return None
    return heading_in(_words(sentence, len(sentence.tokens)), language)


def _words(sentence: Sentence, last: int) -> str:
    return " ".join(sentence.lowers[:last])


def listed(whos: list[Who], first: int) -> list[Who]:
    """The people of a list: those named freely, not "because of X" or "the case against X"."""
    allowed = ("", "including", "like")
    return [
        who
        for who in whos
        if who.kind == "person" and who.first >= first and who.governed in allowed and not who.possessive
    ]


def opens_verdicts(sentence: Sentence, language: str) -> bool:
    """Whether a sentence begins a row of verdicts: "The terms: …", "Sentence: …"."""
    openings = set_of(language, "layout", "verdict_openings")
    for at in range(1, min(5, len(sentence.tokens))):
        if sentence.tokens[at].text == ":":
            words = [token.lower for token in sentence.tokens[:at] if token.lower != "the"]
            return " ".join(words) in openings
    return False


def announces_verdicts(sentence: Sentence, language: str) -> bool:
    """Whether a line only announces a row of verdicts: "The verdicts:" above a list."""
    openings = set_of(language, "layout", "verdict_openings")
    last = sentence.tokens[-1].text if sentence.tokens else ""
    alone = len(sentence.tokens) <= _ALONE
    if not (sentence.span.heading or last == ":" or alone) or len(sentence.tokens) > _ANNOUNCING:
        return False
    return not openings.isdisjoint(sentence.bag)


_ANNOUNCING, _COLON, _LEAD, _ALONE = 14, 62, 3, 3
_BESIDE = ("–", "—", "-", ":", "(")


def row_of_terms(sentence: Sentence, lengths: list[Length]) -> bool:
    """Whether a short line is a name and a time alone: "X and Y - 11 years each"."""
    return any(sentence.lower(one.first - 1) in _BESIDE and one.unit in "YM" for one in lengths)


def paired(sentence: Sentence, lengths: list[Length]) -> bool:
    """Whether times of years stand beside names in a row, or in a sentence that speaks of a verdict."""
    beside = [
        one
        for one in lengths
        if sentence.lower(one.first - 1) in _BESIDE or sentence.lower(one.last) in ("for", "(")
    ]
    if not beside:
        return False
    spoken = set_of("en", "layout", "verdict_context")
    return len(beside) > 1 or not spoken.isdisjoint(sentence.bag)
