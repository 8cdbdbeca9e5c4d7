"""Places and articles of law found as somebody types: by number, by words of the title, in any script."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice
from typing import NamedTuple

from tizim import TizimError
from tizim.vocab import (
    LawArticle,
    LawBook,
    Place,
    article,
    folded,
    law_book,
    law_books,
    places,
    places_named,
    vague_date,
)
from tizim.web.desk.templatetags.desk import spoken, titled

_MOST, _LONGEST = 12, 80


class Offer(NamedTuple):
    """What may be meant: the text that the field takes, what it is, and what else is said of it."""

    value: str
    title: str
    more: str = ""


def places_like(typed: str) -> list[Offer]:
    """The places of which some name begins like this, in any language; the largest first."""
    wanted = _plain(typed)
    if not wanted:
        return []
    found = {one.code: one for one in places_named(typed[:_LONGEST])}
    begun = [one for form, one in _names_of_places() if form.startswith(wanted)]
    for one in sorted(begun, key=lambda known: -(known.size or 0)):
        found.setdefault(one.code, one)
    return [_place(one) for one in list(found.values())[:_MOST]]


def articles_like(typed: str) -> list[Offer]:
    """The articles with this number, or with all of these words in a title; of several, the last is asked."""
    *before, last = _plain(typed.rpartition(";")[2]).split() or [""]
    if not last:
        return []
    if last[0].isdigit():
        fits = (one for one in _articles() if one.has_number(last, before[-1] if before else ""))
    else:
        fits = (one for one in _articles() if not one.part and one.has_words([*before, last]))
    return list(islice((one.offer for one in fits), _MOST))


def titles_of(references: tuple[str, ...], on: str | None) -> list[Offer]:
    """What the law book calls these articles on that day; an empty title where it does not know one."""
    day = _day(on)
    return [Offer(one, *_title(one, day)) for one in references]


def _place(one: Place) -> Offer:
    around = places().by_code.get(one.region_on(None) or "")
    return Offer(one.name_on(None, spoken()), "", around.name_on(None, spoken()) if around else "")


@cache
def _names_of_places() -> tuple[tuple[str, Place], ...]:
    return tuple((_plain(name), one) for one in places() for name in one.written)


class _Known(NamedTuple):
    """An article or a part of one in one wording, as it is looked for."""

    book: str
    cited: str
    article: LawArticle
    part: str
    words: str

    @property
    def value(self) -> str:
        return f"{self.cited} {self.article.number}" + (f"({self.part})" if self.part else "")

    @property
    def offer(self) -> Offer:
        return Offer(self.value, titled(self.article.title), self.book)

    def has_number(self, typed: str, book: str) -> bool:
        number, _, part = typed.partition("(")
        if part or typed.endswith("("):
            fits = self.article.number == number and self.part.startswith(part.rstrip(")"))
        else:
            fits = self.article.number.startswith(number)
        return fits and book in self.cited.casefold()

    def has_words(self, words: list[str]) -> bool:
        return all(word in self.words for word in words)


@cache
def _articles() -> tuple[_Known, ...]:
    found = [one for code in law_books() for one in _of_book(law_book(code))]
    latest = {(one.value, one.book): one for one in found}
    return tuple(sorted(latest.values(), key=_shorter_first))


def _of_book(book: LawBook) -> Iterator[_Known]:
    for one in book.articles:
        words = folded(" ".join((*one.title.values(), *one.also)))
        for part in ("", *(one.parts or {})):
            yield _Known(book.code, book.cited_as or book.code, one, part, words)


def _shorter_first(one: _Known) -> tuple[int, bool, str]:
    return len(one.article.number), one.cited != one.book, one.value


def _title(reference: str, on: date | None) -> tuple[str, str]:
    try:
        said = article(reference)
        book = law_book(said.book, on)
    except TizimError:
        return "", ""
    found = book.article(said.number, on) or book.article(said.number)
    return (titled(found.title), book.code) if found else ("", book.code)


def _day(on: str | None) -> date | None:
    try:
        return vague_date(on).days.first if on else None
    except TizimError:
        return None


def _plain(text: str) -> str:
    return " ".join(folded(text[:_LONGEST]).split())
