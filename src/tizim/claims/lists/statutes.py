"""Articles of law as lists name them: ``ст. 405 ч. 2 УК РК`` is ``KZ-CC 405(2)``."""

import re
from functools import cache, lru_cache

from tizim import TizimError
from tizim.claims.lists.faults import CellError
from tizim.claims.lists.words import phrase, plain, words
from tizim.vocab import article

_NUMBER = r"\d{1,4}(?:[.\-]\d{1,2})?"
_PARTS = r"\d{1,2}(?:\s?(?:,|и|and|және|-)\s?\d{1,2}(?!\d))*"
_PART = r"(?:ч\.?|част[ьия]\w*|part|pt\.?|para\.?|paragraph)"
_ARTICLE = r"(?:ст\.?\s?ст\.?|ст\.?|стать\w*|art\.?|arts\.?|articles?|section|§)"
_POINT = r"(?:(?:п\.?п?\.?|пункт\w*|point)\s?[«\"']?(?:\d{1,2}|[а-яa-z])[»\"']?[,\s]*)?"
_FORMS = re.compile(
    rf"{_POINT}{_PART}\s?(?P<p1>{_PARTS})[,\s]*{_POINT}(?:of\s)?{_ARTICLE}\s?(?P<n1>{_NUMBER})"
    rf"|\s?(?P<n4>{_NUMBER})\s?-?\s?ба[пб]\w*[\s,]*(?:(?P<p4>\d{{1,2}})\s?-?\s?(?:бөлі\w*|б\.|тарма\w*))?"
    rf"|{_ARTICLE}?\s?(?P<n2>{_NUMBER})[,\s]*(?:{_PART}\s?(?P<p2>{_PARTS})|\(\s?(?P<p3>\d{{1,2}}(?:\.\d{{1,2}})?)\s?\))[,\s]*{_POINT}"
    rf"|{_ARTICLE}?\s?(?P<n5>{_NUMBER})"
)
_CODED = re.compile(r"[a-z]{2}-[a-z]{2,6}(?:-\d{4})?\s\d{1,4}(?:[.-]\d{1,3})*(?:\s?\(\d{1,2}(?:\.\d+)?\))?")
_LEFT = re.compile(r"[^\W\d_]+|\d+")
_FILLER = frozenset("и and және ст стст статья статьи статье по под of the п пп пункт б".split())


@cache
def _names(table: str) -> tuple[re.Pattern[str], dict[str, str]]:
    known: dict[str, str] = words()[table]
    longest = sorted(known, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){phrase(one)}(?!\w)" for one in longest)), known


def _meant(table: str, text: str) -> list[tuple[int, str]]:
    """Where each word of the table stands, and what it means."""
    pattern, known = _names(table)
    return [(found.start(), _value(known, found[0])) for found in pattern.finditer(text)]


def _value(known: dict[str, str], text: str) -> str:
    return next(known[one] for one in sorted(known, key=len, reverse=True) if re.fullmatch(phrase(one), text))


@lru_cache(maxsize=16384)
def articles(text: str, book: str = "") -> tuple[str, ...]:
    """The articles that a cell names; ``book`` (``KZ-CC``) is taken where the cell names none.

    CellError where no book is known, or where words are left over.
    """
    shown = plain(text)
    coded = [found[0] for found in _CODED.finditer(shown)]
    if coded and not _LEFT.findall(_CODED.sub(" ", shown)):
        return tuple(_known(one.upper()) for one in coded)
    named, rest = _books(shown, book)
    refs = [(found.start(), *_parted(found)) for found in _FORMS.finditer(rest)]
    if not refs or set(_LEFT.findall(_FORMS.sub(" ", rest))) - _FILLER:
        raise CellError("article_unreadable")
    return tuple(dict.fromkeys(
        _known(f"{_book_at(named, start, book)} {number}" + (f"({part})" if part else ""))
        for start, number, parts in refs for part in parts
    ))  # fmt: skip


def _books(text: str, book: str) -> tuple[list[tuple[int, str]], str]:
    """Which book is named where, and the text without these words."""
    countries = [code for _, code in _meant("countries", text)]
    country = countries[0] if countries else book.partition("-")[0]
    named = [(at, f"{country}-{code}") for at, code in _meant("books", text)]
    if named and not country:
        raise CellError("article_book")
    without = text
    for table in ("books", "countries"):
        pattern, _ = _names(table)
        without = pattern.sub(lambda found: " " * len(found[0]), without)
    return named, without


def _parted(found: re.Match[str]) -> tuple[str, tuple[str, ...]]:
    number = next(found[name] for name in ("n1", "n4", "n2", "n5") if found[name])
    parts = next((found[name] for name in ("p1", "p4", "p2", "p3") if found[name]), "")
    if found["p3"]:
        return number, (parts,)
    return number, tuple(re.findall(r"\d{1,2}", parts)) or ("",)


def _book_at(named: list[tuple[int, str]], start: int, book: str) -> str:
    """The book named next after the article, else the last before it, else the mapping's."""
    after = next((code for at, code in named if at > start), None)
    found = after or (named[-1][1] if named else book)
    if not found:
        raise CellError("article_book")
    return found


def _known(written: str) -> str:
    try:
        return str(article(written))
    except TizimError:
        raise CellError("article_unreadable") from None
