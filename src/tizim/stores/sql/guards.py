"""Triggers that refuse to change or delete what was written, whoever asks."""

from collections.abc import Callable, Iterable
from typing import Any

_FREE = "register_derived"
_SAYS = "what was written in the register is never changed or deleted"


def guard(run: Callable[[str], Any], vendor: str, names: Iterable[str]) -> None:
    """Puts the triggers on every table of the register but that of computed things; twice does no harm."""
    guarded = sorted(name for name in names if name.startswith("register_") and name != _FREE)
    if vendor == "postgresql":
        run(
            "CREATE OR REPLACE FUNCTION register_refuse() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN RAISE EXCEPTION '{_SAYS}'; END $$"
        )
    for name in guarded:
        for statement in _POSTGRES if vendor == "postgresql" else _SQLITE:
            run(statement.format(name=name, says=_SAYS))


_SQLITE = tuple(
    f"CREATE TRIGGER IF NOT EXISTS {{name}}_no_{act} BEFORE {act} ON {{name}}"
    " BEGIN SELECT RAISE(ABORT, '{says}'); END"
    for act in ("update", "delete")
)
_POSTGRES = (
    "DROP TRIGGER IF EXISTS {name}_stays ON {name}",
    "CREATE TRIGGER {name}_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON {name}"
    " FOR EACH STATEMENT EXECUTE FUNCTION register_refuse()",
)
