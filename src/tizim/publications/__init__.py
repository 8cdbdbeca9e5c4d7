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
    turns,
)
from tizim.publications.entries import Approval, Clearance, Erratum, ListEdition
from tizim.publications.errors import PublicationError
from tizim.publications.quotes import Veil

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
    "ListEdition",
    "PublicationError",
    "Turn",
    "Veil",
    "approval",
    "approved",
    "check_again",
    "check_clearance",
    "composed",
    "digest",
    "edition",
    "editions",
    "errata",
    "frozen",
    "texts",
    "thawed",
    "turns",
]
