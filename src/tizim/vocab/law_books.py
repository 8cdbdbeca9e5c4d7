"""Law books: articles of codes with titles, penalty ranges and the days they were in force.

A book holds the articles that sources name, not the whole code: an article that is not in it may exist.
"""

from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from tizim.vocab.errors import LawBookError, shown
from tizim.vocab.law_files import BOOK_CODE, read_law_book
from tizim.vocab.law_parts import LawArticle, LawBook, LawPart

__all__ = ["LawArticle", "LawBook", "LawPart", "law_book", "law_books", "load_law_book"]

_LAW = Path(__file__).parent / "data" / "law"


@cache
def law_books() -> tuple[str, ...]:
    """The codes of the law books that ship with tizim."""
    return tuple(sorted(path.stem for path in _LAW.glob("*.yml")))


def law_book(code: str, on: date | None = None) -> LawBook:
    """The law book of that code; with a day, the book that sources of that day cite by it.

    ``law_book("KZ-CC")`` is the code of 2014, ``law_book("KZ-CC", date(2012, 10, 8))`` that of 1997. If no
    book was in force on the day, the book of the plain code. LawBookError names the nearest known codes.
    """
    if code not in law_books():
        raise LawBookError(f"{shown(code, BOOK_CODE)} is no known law book. {_nearest(code)}")
    book = _read(code)
    if on is None or book.in_force_on(on):
        return book
    return next((other for other in books_cited_as(code) if other.in_force_on(on)), book)


def books_cited_as(code: str) -> tuple[LawBook, ...]:
    """The books that sources cite by the code: that of the code itself and those before it."""
    alike = (_read(other) for other in law_books() if other.startswith(code))
    return tuple(book for book in alike if code in (book.code, book.cited_as))


@cache
def _read(code: str) -> LawBook:
    return read_law_book(_LAW / f"{code}.yml")


def _nearest(code: str) -> str:
    near = get_close_matches(code.upper(), law_books(), n=3, cutoff=0.5)
    same_country = [known for known in law_books() if known.split("-")[0] == code.upper().split("-")[0]]
    return f"Known are {', '.join(dict.fromkeys([*near, *same_country]) or law_books())}."


def load_law_book(path: Path | str) -> LawBook:
    """The law book in a file of the form of ``data/law/KZ-CC.yml``; LawBookError says all that is wrong."""
    return read_law_book(Path(path))
