"""What can go wrong in reading."""

from tizim import TizimError


class ReadingError(TizimError):
    """The reading room cannot do as asked."""


class WordListError(ReadingError):
    """A word list of a reader is not as the reader expects it; the message names file and entry."""
