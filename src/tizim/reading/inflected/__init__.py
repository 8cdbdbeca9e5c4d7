"""The engine for languages with cases: tables say what the words mean, a ``Tongue`` how they are taken
apart."""

from tizim.reading.inflected.reader import InflectedReading
from tizim.reading.inflected.tables import Lexicon, lexicon_of

__all__ = ["InflectedReading", "Lexicon", "lexicon_of"]
