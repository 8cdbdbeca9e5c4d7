"""The words: vague dates, durations, outcomes, tables of codes with their labels, places, law books."""

from tizim.vocab.articles import ArticleRef, article
from tizim.vocab.countries import Country, countries, country_named, names_whole_country
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
from tizim.vocab.law_books import law_book, law_books, load_law_book
from tizim.vocab.law_checks import check_article, law_problems
from tizim.vocab.law_parts import LawArticle, LawBook, LawPart
from tizim.vocab.law_words import LawProblem
from tizim.vocab.law_words import said as law_said
from tizim.vocab.outcomes import LIFE, OutcomePart, outcome
from tizim.vocab.outlines import outline, region_borders
from tizim.vocab.place_files import PlacesError
from tizim.vocab.place_keys import folded
from tizim.vocab.place_parts import Place, Renaming
from tizim.vocab.places import Places, load_places, place, places, places_named, region_of, same_place
from tizim.vocab.tables import LABEL_LANGUAGES, TABLES, EsfTerm, Table, Term, table
from tizim.vocab.telling import duration_told, outcome_told

__all__ = [
    "LABEL_LANGUAGES",
    "LIFE",
    "TABLES",
    "ArticleError",
    "ArticleRef",
    "Country",
    "Days",
    "Duration",
    "DurationError",
    "EsfTerm",
    "LawArticle",
    "LawBook",
    "LawBookError",
    "LawPart",
    "LawProblem",
    "OutcomeError",
    "OutcomePart",
    "Place",
    "Places",
    "PlacesError",
    "Renaming",
    "Table",
    "TableError",
    "Term",
    "UnknownCodeError",
    "UnknownTableError",
    "VagueDate",
    "VagueDateError",
    "VocabError",
    "article",
    "check_article",
    "countries",
    "country_named",
    "duration",
    "duration_told",
    "folded",
    "label",
    "law_book",
    "law_books",
    "law_problems",
    "law_said",
    "load_law_book",
    "load_places",
    "names_whole_country",
    "outcome",
    "outcome_told",
    "outline",
    "place",
    "places",
    "places_named",
    "region_borders",
    "region_of",
    "same_place",
    "table",
    "vague_date",
]
