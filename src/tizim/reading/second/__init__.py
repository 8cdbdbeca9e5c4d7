"""A language model as a second reader: what it is asked, what of its answers holds, how both differ."""

from tizim.reading.second.comparing import Pair, compared
from tizim.reading.second.port import MemoryModel, Model, ModelError, Question
from tizim.reading.second.reader import SecondReading, read_second
from tizim.reading.second.schema import schema

__all__ = [
    "MemoryModel",
    "Model",
    "ModelError",
    "Pair",
    "Question",
    "SecondReading",
    "compared",
    "read_second",
    "schema",
]
