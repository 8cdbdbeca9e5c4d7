"""References to articles of law, as claims give them: book, number, part."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tizim.vocab.errors import ArticleError, shown

_BOOK = r"(?P<book>[A-Z]{2,3}-[A-Z]{2,8}(?:-\d{4})?)"
_NUMBER = r"(?P<number>\d{1,4}(?:[.-]\d{1,3})*)"
_PART = r"(?: ?\((?P<part>\d{1,3}(?:[.-]\d{1,2})?)\))?"
_FORM = re.compile(f"{_BOOK} {_NUMBER}{_PART}", re.ASCII)
_SIGNS = re.compile(r"[A-Za-z]{2,3}[- ][A-Za-z]{2,8} ?[0-9().,;/ -]{0,24}")


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """An article of any country's code as a source prints it; the book need not be known here."""

    book: str
    number: str
    part: str | None = None

    def __str__(self) -> str:
        """The reference as written: ``KZ-CC 405(2)``."""
        return f"{self.book} {self.number}" + (f"({self.part})" if self.part else "")


@lru_cache(maxsize=4096)
def article(text: str) -> ArticleRef:
    """The article that ``KZ-CC 405(2)``, ``KZ-CC 361-2(1)`` or ``RU-CC 280.3`` names; else ArticleError.

    Lower case, and spaces around the part, are accepted. One reference at a time: two parts are two.
    """
    form = _FORM.fullmatch(" ".join(text.upper().split()))
    if not form:
        raise ArticleError(
            f"{shown(text.strip(), _SIGNS)} is no reference to an article. "
            "Write one article at a time: country, book, number, part, as in KZ-CC 405(2), RU-CC 280.3."
        )
    return ArticleRef(form["book"], form["number"], form["part"])
