"""Looking and writing in one: what a decision rests on still stands when it is written.

Others may write from other threads, other processes, other machines, and at the command line.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager

from tizim.ledger import Entry
from tizim.stores import StoreBusyError
from tizim.stores.sql.models import Link
from tizim.web.desk.opened import look_afresh, register, write

_TRIES = 20


@contextmanager
def turn() -> Iterator[None]:
    """A span in which nobody else appends, for looks that take no time and touch nothing that is kept."""
    with register().ledger.alone():
        look_afresh()
        yield


def in_turn(
    prepare: Callable[[], Sequence[Entry]], *, by: str, minding: Collection[str]
) -> tuple[Entry, ...]:
    """Writes what ``prepare`` says of the register as it stands; for looks that may take long.

    Nobody waits for the look. Where an entry of the kinds that are minded came meanwhile, it looks again.
    """
    for _ in range(_TRIES):
        seen = register().ledger.head().seq
        look_afresh()
        entries = prepare()
        with register().ledger.alone():
            if not Link.objects.filter(seq__gt=seen, kind__in=minding).exists():
                return write(entries, by=by)
    raise StoreBusyError("Others write of the same at the same time; try again")
