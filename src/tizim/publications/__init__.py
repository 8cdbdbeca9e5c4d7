"""What leaves the house: what may, numbered editions of lists, who let them out, what was wrong in them."""

from tizim.publications.clearing import Cleared, Clearing, check_clearance
from tizim.publications.composing import Asked, Composed, composed
from tizim.publications.content import Content, Entered, digest, frozen, texts, thawed
from tizim.publications.editions import (
    Approved,
    Turn,
    approval,
    approved,
    check_again,
    edition,
    editions,
    errata,
    errata_entry,
    turns,
)
from tizim.publications.entries import Approval, Clearance, Erratum, ListEdition
from tizim.publications.errors import PublicationError
from tizim.publications.facts import Fact, Facts
from tizim.publications.freezing import (
    Frozen,
    Wanted,
    content_before,
    content_of,
    definition_of,
    foreseen_edition,
    freeze,
    made_again,
)
from tizim.publications.gate import Risk, cure, hushed, least_count, risks
from tizim.publications.own_figures import own_figure
from tizim.publications.quotes import Veil
from tizim.publications.reasons import reasons
from tizim.publications.releasing import Release, pdf_is_there, release_files, work_of
from tizim.publications.telling import told_facts
from tizim.publications.words_digest import words_digest

__all__ = [
    "Approval",
    "Approved",
    "Asked",
    "Clearance",
    "Cleared",
    "Clearing",
    "Composed",
    "Content",
    "Entered",
    "Erratum",
    "Fact",
    "Facts",
    "Frozen",
    "ListEdition",
    "PublicationError",
    "Release",
    "Risk",
    "Turn",
    "Veil",
    "Wanted",
    "approval",
    "approved",
    "check_again",
    "check_clearance",
    "composed",
    "content_before",
    "content_of",
    "cure",
    "definition_of",
    "digest",
    "edition",
    "editions",
    "errata",
    "errata_entry",
    "foreseen_edition",
    "freeze",
    "frozen",
    "hushed",
    "least_count",
    "made_again",
    "own_figure",
    "pdf_is_there",
    "reasons",
    "release_files",
    "risks",
    "texts",
    "thawed",
    "told_facts",
    "turns",
    "words_digest",
    "work_of",
]
