"""What can be wrong with a word, and how an error shows it without repeating a name."""

import re

from tizim import TizimError


class VocabError(TizimError):
    """A word that the vocabulary does not know or cannot read."""


class VagueDateError(VocabError):
    """A text that is no date in EDTF level 1, or one outside the years 1 to 9999."""


class DurationError(VocabError):
    """A text that is no ISO 8601 duration in years, months, weeks, days and hours."""


class OutcomeError(VocabError):
    """A text that is no outcome: an unknown kind, or a value that its kind does not take."""


class UnknownTableError(VocabError):
    """A table that the vocabulary does not have."""


class UnknownCodeError(VocabError):
    """A code that its table does not have."""


class TableError(VocabError):
    """A table whose file does not keep to the form of tables."""


class ArticleError(VocabError):
    """A text that is no reference to an article, such as ``KZ-CC 405(2)``."""


class LawBookError(VocabError):
    """A law book that is not there or whose file does not keep to the form of law books."""


_CODE_SIGNS = re.compile(r"[a-z0-9_-]{1,40}")


def shown(text: str, signs: re.Pattern[str] = _CODE_SIGNS) -> str:
    """The text in quotes if it is made of the signs that belong there, otherwise ``the text there``.

    A table with shifted columns brings names where a date or a code should stand; an error that repeats
    them would carry them into logs.
    """
    return f"'{text}'" if signs.fullmatch(text) else "the text there"
