"""Audits: the editor's check of a text, and the relations between its figures."""

from tizim.audits.audit import audit, audit_together
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, Place
from tizim.audits.kinds import Kind, kinds

__all__ = ["Draft", "Finding", "Kind", "Place", "audit", "audit_together", "kinds"]
