"""What leaves the house: what may, numbered editions of lists, who let them out, what was wrong in them."""

from tizim.publications.allowed import allowed, decided, usual
from tizim.publications.charged import charged
from tizim.publications.clearing import (
    Cleared,
    Clearing,
    check_clearance,
    clearances,
    fields_for,
    is_minor,
    is_young,
    of_all,
)
from tizim.publications.composing import COMPOSING, Asked, Composed, composed
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
    Held,
    HeldError,
    Wanted,
    content_before,
    content_of,
    definition_of,
    foreseen_edition,
    freeze,
    held_back,
    made_again,
)
from tizim.publications.gate import Risk, cure, hushed, least_count, risks
from tizim.publications.guarded import guarded
from tizim.publications.objections import Objection, day_of, objections, withdrawn
from tizim.publications.officials import Accused, Officials
from tizim.publications.own_figures import own_figure
from tizim.publications.photos import is_picture, kept_photo, photo_as_it_leaves
from tizim.publications.quotes import Veil
from tizim.publications.reasons import reasons
from tizim.publications.releasing import RELEASE_KINDS, Release, release_files, release_of, work_of
from tizim.publications.since import as_it_stands, known_now, together
from tizim.publications.telling import told_facts
from tizim.publications.topics import spoken_of
from tizim.publications.words_digest import words_digest

__all__ = [
    "COMPOSING",
    "RELEASE_KINDS",
    "Accused",
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
    "Held",
    "HeldError",
    "ListEdition",
    "Objection",
    "Officials",
    "PublicationError",
    "Release",
    "Risk",
    "Turn",
    "Veil",
    "Wanted",
    "allowed",
    "approval",
    "approved",
    "as_it_stands",
    "charged",
    "check_again",
    "check_clearance",
    "clearances",
    "composed",
    "content_before",
    "content_of",
    "cure",
    "day_of",
    "decided",
    "definition_of",
    "digest",
    "edition",
    "editions",
    "errata",
    "errata_entry",
    "fields_for",
    "foreseen_edition",
    "freeze",
    "frozen",
    "guarded",
    "held_back",
    "hushed",
    "is_minor",
    "is_picture",
    "is_young",
    "kept_photo",
    "known_now",
    "least_count",
    "made_again",
    "objections",
    "of_all",
    "own_figure",
    "photo_as_it_leaves",
    "reasons",
    "release_files",
    "release_of",
    "risks",
    "spoken_of",
    "texts",
    "thawed",
    "together",
    "told_facts",
    "turns",
    "usual",
    "withdrawn",
    "words_digest",
    "work_of",
]
