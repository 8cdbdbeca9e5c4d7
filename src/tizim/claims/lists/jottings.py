"""Cells in which a few known words say it all: ``задержан 12.08.20, адм. арест 15 сут.``

A cell is read here only if every word of it is explained by an act, a day, a term, a sum, an article or a
word that says nothing. Anything else is running text, and the readers' work.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tizim.claims.lists.days import day_in_text, edtf
from tizim.claims.lists.faults import CellError
from tizim.claims.lists.penalties import amounts, duration_of, lengths
from tizim.claims.lists.statutes import articles
from tizim.claims.lists.words import code_of, finder, plain, word_set, words

READER = "jottings 1"
_APART = re.compile(
    r"[;\n]|,\s+|\.\s+(?=[^\W\d]|\d{1,2}\.\d)|\s[–—]\s|\s+(?:затем|потом|далее|then|кейін|сосын)\s+"
)
_ARTICLE = re.compile(
    r"(?<!\w)(?:по\s)?(?:ч(?:\.|аст\w+)\s?\d+\s)?(?:ст\.?|стать\w*|art\.?|article)\s?\d[\d.\-]*(?:\s?\(\d+\))?(?:\s?ч(?:\.|аст\w+)\s?\d+)?"
    r"(?:\s?(?:ук|коап|кобап|кркобап)(?:\s?р[кф])?)?|(?<!\w)\d{2,4}-?ба[пб]\w*(?:\s\d+-?бөлі\w*)?"
)
_DIGIT = re.compile(r"\d")
_LEFT = re.compile(r"[^\W\d_]+|\d+")
_CARRIES = {"administrative_arrest", "fine", "sentence", "pretrial_detention", "house_arrest"}
_USUAL = {
    "administrative_arrest": "administrative_arrest", "fine": "fine", "pretrial_detention": "pretrial",
    "house_arrest": "house_arrest",
}  # fmt: skip
_FORWARD = "the day of the act named before it in the cell"


@dataclass(frozen=True, slots=True)
class Jotting:
    """One act that a cell tells in catchwords."""

    act: str
    date: str | None = None
    date_basis: str | None = None
    outcome: str | None = None
    articles: tuple[str, ...] = ()
    note: str | None = None


@lru_cache(maxsize=65536)
def jotted(text: str, order: str = "dmy", pivot: int = 1930, book: str = "") -> tuple[Jotting, ...]:
    """The acts that a cell tells; nothing where a word of it is not explained."""
    shown = plain(text)
    if len(shown) > 400 or word_set("unreal").search(shown):
        return ()
    found: list[Jotting] = []
    for piece in filter(None, (one.strip(" .") for one in _APART.split(_joined(shown)))):
        one = _one(piece, (order, pivot, book), found)
        if one is None:
            return ()
        found = one
    return tuple(found)


def _joined(text: str) -> str:
    """Abbreviations of the acts keep their next word: the point in ``адм. арест`` parts nothing."""
    return re.sub(
        r"\b(адм|админ|дом|әкімш|adm|admin|ст|ч|уг|сут|мес|авг|сен|сент|окт|ноя|нояб|дек|янв|фев|февр|апр)\.\s",
        r"\1 ",
        text,
    )


def _one(piece: str, ways: tuple[str, int, str], before: list[Jotting]) -> list[Jotting] | None:
    """The acts so far with what this piece adds; ``None`` if a word of it is not explained."""
    order, pivot, book = ways
    try:
        days, rest = _days(piece, order, pivot)
        law, rest = _law(rest, book)
    except CellError:
        return None
    sums, rest = _sum(rest)
    term, rest = _term(rest)
    acts = [code_of("acts", one) for one in finder("acts").finditer(rest)]
    rest = finder("acts").sub(" ", rest)
    penalty = [code_of("penalties", one) for one in finder("penalties").finditer(rest)]
    if set(_LEFT.findall(finder("penalties").sub(" ", rest))) - _filler() or len(days) > 1:
        return None
    return _told(acts, penalty, _Rest(days[0] if days else None, law, sums, term), before)


@dataclass(frozen=True, slots=True)
class _Rest:
    day: str | None
    law: tuple[str, ...]
    sums: tuple[str, str]
    term: str


def _told(acts: list[str], penalty: list[str], rest: _Rest, before: list[Jotting]) -> list[Jotting] | None:
    if len(set(acts)) > 1:
        return None
    if not acts:
        return _added(penalty, rest, before)
    act = acts[0]
    day, basis = rest.day, None
    if day is None and before and before[-1].date and act in _CARRIES:
        day, basis = before[-1].date.rstrip("~") + "~", _FORWARD
        day = before[-1].date if "/" in before[-1].date else day
    outcome = _outcome(act, penalty, rest)
    return [*before, Jotting(act, day, basis, outcome, rest.law, rest.sums[1] or None)]


def _added(penalty: list[str], rest: _Rest, before: list[Jotting]) -> list[Jotting] | None:
    """A piece without an act: a day, a term, an article that belongs to the act before it."""
    if not before:
        return None
    last = before[-1]
    outcome = _outcome(last.act, penalty, rest) or last.outcome
    if rest.day and last.date and not last.date_basis:
        return None
    return [
        *before[:-1],
        Jotting(last.act, rest.day or last.date, None if rest.day else last.date_basis, outcome,
                rest.law or last.articles, rest.sums[1] or last.note),
    ]  # fmt: skip


def _outcome(act: str, penalty: list[str], rest: _Rest) -> str | None:
    kind = penalty[0] if penalty else _USUAL.get(act, "")
    if not kind or not (penalty or rest.term or rest.sums[0]):
        return None
    value = rest.sums[0] if kind == "fine" else rest.term
    return f"{kind} {value}" if value else kind


def _days(text: str, order: str, pivot: int) -> tuple[list[str], str]:
    written = day_in_text().findall(text) if _DIGIT.search(text) else ()
    rest = day_in_text().sub(" ", text) if written else text
    return [edtf(one, order, pivot) for one in written], rest


def _law(text: str, book: str) -> tuple[tuple[str, ...], str]:
    found = _ARTICLE.search(text)
    if found is None:
        return (), text
    return articles(found[0].removeprefix("по ").strip(), book), text[: found.start()] + " " + text[
        found.end() :
    ]


def _sum(text: str) -> tuple[tuple[str, str], str]:
    found = amounts().search(text)
    if found is None:
        return ("", ""), text
    number = re.sub(r"\s", "", found[1]).replace(",", ".")
    rest = text[: found.start()] + " " + text[found.end() :]
    if found[3]:
        return ("", f"{number} {found[3]}"), rest
    return (f"{number} {words()['currencies'][found[2]]}", ""), rest


def _term(text: str) -> tuple[str, str]:
    found = lengths().search(text)
    if found is None:
        return "", text
    return duration_of(found), text[: found.start()] + " " + text[found.end() :]


@cache
def _filler() -> frozenset[str]:
    return frozenset(words()["filler"])
