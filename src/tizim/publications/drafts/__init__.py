"""Drafts from published facts: periodic updates, case dossiers, statements, with passages in comments."""

from tizim.publications.drafts.case import Case, dossier, statement
from tizim.publications.drafts.draft import Draft, Section, Sentence
from tizim.publications.drafts.markdown import markdown
from tizim.publications.drafts.period import Period, Selection, selected
from tizim.publications.drafts.update import update

__all__ = [
    "Case",
    "Draft",
    "Period",
    "Section",
    "Selection",
    "Sentence",
    "dossier",
    "markdown",
    "selected",
    "statement",
    "update",
]
