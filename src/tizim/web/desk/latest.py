"""How far the ledger has come in some kinds of entries: what rests on them alone stays until then."""

from django.db import connection

from tizim.ledger import Entry
from tizim.stores.sql.models import ENTRY_MODELS
from tizim.web.desk.opened import opened


def latest(*kinds: type[Entry]) -> tuple[int, ...]:
    """The place of the latest entry of each kind that the request sees; 0 where there is none."""
    found: tuple[int, ...] = opened().kept(("latest", kinds), lambda: _asked(kinds))
    return found


def _asked(kinds: tuple[type[Entry], ...]) -> tuple[int, ...]:
    until = opened().head().seq
    tables = (ENTRY_MODELS[one.kind]._meta.db_table for one in kinds)
    places = (f"(SELECT MAX(seq) FROM {one} WHERE seq <= %s)" for one in tables)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(places)}", [until] * len(kinds))
        return tuple(one or 0 for one in cursor.fetchone())
