"""The sets of criteria and the definitions that may be asked for, the register's own among them."""

from tizim.assessments import SETS, AdoptedSet, Sets
from tizim.ledger import Withdrawal
from tizim.tallies import Definition, definition, definition_known, every_shipped, names_known, text_known
from tizim.web.desk.latest import latest
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register


def sets_known(known_at: str | None = None) -> Sets:
    """The sets of criteria known at the moment; read anew after one was written or something taken back."""
    return opened().latest(
        ("sets", known_at), _stamp(), lambda: Sets.of(register().ledger.known_at(known_at, kinds=SETS))
    )


def names(asked: Moment) -> tuple[str, ...]:
    """The definitions that may be asked for at the moment."""
    return tuple(names_known(sets_known(asked.known_at)))


def defined(name: str) -> Definition:
    """The definition of that name. A version of a set never changes, so it is the same at every moment."""
    if name in every_shipped():
        return definition(name)
    return opened().latest(("definition", name), _stamp(), lambda: definition_known(name, sets_known()))


def defined_text(name: str) -> str:
    """The text of that definition."""
    return text_known(name, sets_known())


def _stamp() -> tuple[int, ...]:
    return latest(AdoptedSet, Withdrawal)
