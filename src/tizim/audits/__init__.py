"""Audits: the editor's check of a text, relations between figures, published figures beside the register."""

from tizim.audits.audit import audit, audit_together
from tizim.audits.draft import Draft
from tizim.audits.figures import figures
from tizim.audits.findings import Finding, Place
from tizim.audits.kinds import Kind, kinds
from tizim.audits.printed import Meant, Printed, defined, meant
from tizim.audits.relation import Relation
from tizim.audits.relations import relations
from tizim.audits.verdicts import Answer, Grounds, Verdict, printed, verdict, verdicts

__all__ = [
    "Answer",
    "Draft",
    "Finding",
    "Grounds",
    "Kind",
    "Meant",
    "Place",
    "Printed",
    "Relation",
    "Verdict",
    "audit",
    "audit_together",
    "defined",
    "figures",
    "kinds",
    "meant",
    "printed",
    "relations",
    "verdict",
    "verdicts",
]
