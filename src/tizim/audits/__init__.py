"""Audits: the editor's check of a text, and the relations between its figures."""

from tizim.audits.audit import audit, audit_together
from tizim.audits.draft import Draft
from tizim.audits.figures import figures
from tizim.audits.findings import Finding, Place
from tizim.audits.kinds import Kind, kinds
from tizim.audits.relations import Relation, relations

__all__ = [
    "Draft",
    "Finding",
    "Kind",
    "Place",
    "Relation",
    "audit",
    "audit_together",
    "figures",
    "kinds",
    "relations",
]
