"""Articles told without their word, those that others took the place of, and whose an article is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tizim.reading.inflected.events import Event, Told
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.tables import Lexicon
from tizim.reading.inflected.who import Who

_ORDINAL = re.compile(r"(\d{3})-(?:й|я|ю|ой|ей|му|м)")
_PLAIN = re.compile(r"\d{3}")
_BEFORE, _LED, _PAIR = 3, 4, 2
_CLOSING = frozenset('»”"')
_DASHES = frozenset("—–-")
_CHARGED = frozenset({"charge"})
_TRIED = frozenset({"charge", "sentence", "conviction", "trial", "penalty"})


@dataclass(frozen=True, slots=True)
class ArticleFound:
    """One article at tokens ``first`` … ``last - 1`` as a code like ``KZ-CC 405(2)``."""

    first: int
    last: int
    code: str


def bare_articles(
    sentence: Sentence, country: str, usual: dict[str, str], known: Sequence[ArticleFound] = ()
) -> list[ArticleFound]:
    """The articles whose number stands without their word («по 405-й»), where a case or verdict is told."""
    bare = _bare_numbers(sentence, usual) if usual and country and sentence.numeric else []
    if not bare or not any(value.act in _TRIED for mark in sentence.of("act") for value in mark.values):
        return []
    return [
        ArticleFound(at, at + 1, f"{country}-{usual[number]} {number}")
        for at, number in bare
        if not any(one.first <= at < one.last for one in known)
    ]


def _bare_numbers(sentence: Sentence, usual: dict[str, str]) -> list[tuple[int, str]]:
    """Of «по 405-й» and «(174)» behind a name or a title the numbers that reports print without a word."""
    out = []
    for at in sorted(sentence.numeric):
        text = sentence.tokens[at].text
        if not text[:1].isdigit():
            continue
        number = _ORDINAL.fullmatch(text) or (_PLAIN.fullmatch(text) if _in_bracket(sentence, at) else None)
        if number is not None and number[number.lastindex or 0] in usual and not _counts(sentence, at + 1):
            out.append((at, number[number.lastindex or 0]))
    return out


def _in_bracket(sentence: Sentence, at: int) -> bool:
    """Whether a number stands alone in brackets behind a name or what is in quotation marks."""
    if at < 2 or sentence.lower(at - 1) != "(" or sentence.lower(at + 1) != ")":
        return False
    before = sentence.tokens[at - 2]
    return before.text in _CLOSING or (before.capital and before.kind == "word")


def _counts(sentence: Sentence, at: int) -> bool:
    """Whether a word for something stands at a token («405-й километр»)."""
    forms = sentence.word(at).forms[:1] if at < len(sentence.tokens) else ()
    small = at < len(sentence.tokens) and not sentence.tokens[at].capital
    return bool(forms) and forms[0].part == "noun" and small and sentence.at("article", at) is None


def taken_place_of(sentence: Sentence, spans: list[tuple[int, int]], lexicon: Lexicon) -> set[int]:
    """Of articles at spans those in whose place others came («со статьи 179 на статью 272»), by where they
    begin."""
    if len(spans) < _PAIR:
        return set()
    table = lexicon.tables["articles"]
    left, taken = (frozenset(table.get(key) or ()) for key in ("replaced", "replacing"))
    signs = {first: _signs(sentence, (first, last), spans) for first, last in spans}
    new = [first for first in signs if signs[first] & taken]
    return {first for first in signs if signs[first] & left and any(first < other for other in new)}


def _signs(sentence: Sentence, span: tuple[int, int], spans: list[tuple[int, int]]) -> frozenset[str]:
    """The words right before an article and behind the one before it, and the cases of its last word."""
    begin = max([span[0] - _BEFORE, 0, *(last for _, last in spans if last <= span[0])])
    led = {sentence.lower(at) for at in range(begin, span[0])}
    return frozenset(led | set(sentence.word(span[1] - 1).cases))


# Whose an article is


def owner_of(told: Told, first: int) -> Who | None:
    """The person before an article with a dash, a colon or a bracket between and no verb."""
    named = (who for who in told.whos if who.kind == "person" and not who.owner)
    before = [part for who in named for part in who.parts or [who] if part.last <= first]
    who = max(before, key=lambda one: one.last, default=None)
    if who is None or first - who.last > _LED:
        return None
    between = range(who.last, first)
    opened = told.sentence.lower(who.last) in (*_DASHES, ":", "(")
    words = any(told.sentence.word(at).finite for at in between)
    return who if opened and not words else None


def charged_too(told: Told, events: list[Event]) -> list[Event]:
    """The acts with the charges of those to whom a row gives an article without the verb («X вменяют ст. 179,
    Y — ст. 272»)."""
    if not told.articles:
        return events
    model = next((one for one in events if one.act in _CHARGED and one.who is not None), None)
    if model is None or model.who is None:
        return events
    hit = {number for one in events if one.who is not None for number in one.who.people}
    owners = (owner_of(told, first) for first in sorted(told.articles) if first > model.last)
    free = [one for one in owners if one is not None and hit.isdisjoint(one.people)]
    fitting = {one.first: one for one in free if one.cases & model.who.cases and one.first > model.first}
    return [
        *events,
        *(replace(model, who=one, first=one.last, last=one.last + 1) for one in fitting.values()),
    ]
