"""A walk over every address of the desk."""

import re

from tests.web.desk.test_gate import patterns
from tizim.web.desk.roles import ROLES


def one_for(need):
    """A role that may."""
    return next((role for role in ("editor", "keeper", "auditor") if need in ROLES[role]), "editor")


def everywhere(given):
    """Every address with ids that are there, its view and its name."""
    for pattern, one in patterns():
        where = "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda found: given.get(found[1], "x"), pattern)
        yield where, one.callback, one.name
