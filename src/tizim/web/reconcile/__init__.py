"""A column of names matched against the register from OpenRefine (Reconciliation Service API 0.2)."""

from tizim.web.reconcile.accounts import account_names, new_account, remove_account
from tizim.web.reconcile.allowance import Limits
from tizim.web.reconcile.application import Reconciliation, Settings
from tizim.web.reconcile.catalogue import Catalogue, catalogue, catalogue_of
from tizim.web.reconcile.journal import Noted, noted
from tizim.web.reconcile.place import OPENREFINE, Place, beyond_loopback, on_loopback
from tizim.web.reconcile.queries import MOST_QUERIES
from tizim.web.reconcile.service import Certificate, Service

__all__ = [
    "MOST_QUERIES",
    "OPENREFINE",
    "Catalogue",
    "Certificate",
    "Limits",
    "Noted",
    "Place",
    "Reconciliation",
    "Service",
    "Settings",
    "account_names",
    "beyond_loopback",
    "catalogue",
    "catalogue_of",
    "new_account",
    "noted",
    "on_loopback",
    "remove_account",
]
