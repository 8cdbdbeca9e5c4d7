"""From text to proposals: who is named, what was done to them, which numbers are printed."""

from tizim.reading.entries import READERS, entries_of
from tizim.reading.errors import ReadingError, WordListError
from tizim.reading.flat import to_flat
from tizim.reading.found import ClaimFound, FigureFound, PersonFound, Reading
from tizim.reading.not_names import is_given, never_a_name
from tizim.reading.read import read

__all__ = [
    "READERS",
    "ClaimFound",
    "FigureFound",
    "PersonFound",
    "Reading",
    "ReadingError",
    "WordListError",
    "entries_of",
    "is_given",
    "never_a_name",
    "read",
    "to_flat",
]
