"""The words: vague dates, durations, outcomes, and the tables of codes with their labels."""

from tizim.vocab.dates import Days, VagueDate, vague_date
from tizim.vocab.durations import Duration, duration
from tizim.vocab.errors import (
    ArticleError,
    DurationError,
    LawBookError,
    OutcomeError,
    TableError,
    UnknownCodeError,
    UnknownTableError,
    VagueDateError,
    VocabError,
)
from tizim.vocab.labels import label
from tizim.vocab.outcomes import LIFE, OutcomePart, outcome
from tizim.vocab.tables import LABEL_LANGUAGES, TABLES, EsfTerm, Table, Term, table

__all__ = [
    "LABEL_LANGUAGES",
    "LIFE",
    "TABLES",
    "ArticleError",
    "Days",
    "Duration",
    "DurationError",
    "EsfTerm",
    "LawBookError",
    "OutcomeError",
    "OutcomePart",
    "Table",
    "TableError",
    "Term",
    "UnknownCodeError",
    "UnknownTableError",
    "VagueDate",
    "VagueDateError",
    "VocabError",
    "duration",
    "label",
    "outcome",
    "table",
    "vague_date",
]
