"""The kinds of entries that a register holds: one table each."""

from tizim.assessments import AdoptedSet, Determination, Recognition
from tizim.claims import Claim, PublishedFigure, Review
from tizim.documents import Document, Passage, Source
from tizim.identity import Judgement
from tizim.interventions import Intervention, Response
from tizim.ledger import Entry, Withdrawal
from tizim.publications import Approval, Clearance, Erratum, ListEdition

ENTRY_CLASSES: tuple[type[Entry], ...] = (
    Source,
    Document,
    Passage,
    Claim,
    Review,
    PublishedFigure,
    Judgement,
    Determination,
    Recognition,
    AdoptedSet,
    Intervention,
    Response,
    Clearance,
    ListEdition,
    Approval,
    Erratum,
    Withdrawal,
)
