"""What is computed from the ledger, computed anew and kept: chronicles, rolls of persons, the index of names.

Nothing is lost by it, and it says whether what was kept had gone wrong.
"""

from collections.abc import Iterable

from tizim.claims import Basis
from tizim.ledger import Computed, Derived
from tizim.timelines import Chronicle, known, names_known
from tizim.web.desk.models import Account, Job
from tizim.web.desk.opened import register
from tizim.web.desk.working import WORKS, Asked, Step, Steps, Told, ask

KIND = "rebuild"
_BASES: tuple[Basis, ...] = ("all", "reviewed")


class _Anew:
    """Knows nothing of before, and keeps what is computed; a ``Derived``."""

    def __init__(self, kept: Derived) -> None:
        self._kept, self._fresh = kept, set[str]()

    def load(self, key: str, digest: str) -> bytes | None:
        """What was kept for the key, once it was computed anew."""
        return self._kept.load(key, digest) if key in self._fresh else None

    def save(self, key: str, digest: str, payload: bytes) -> None:
        """Keeps what was computed."""
        self._fresh.add(key)
        self._kept.save(key, digest, payload)

    def save_all(self, rows: Iterable[Computed]) -> None:
        """Keeps all of these, or none."""
        self._kept.save_all(rows)


def ask_to_rebuild(by: Account) -> Job:
    """Asks for everything computed to be computed anew."""
    return ask(KIND, {}, by)


def rebuild(asked: Asked) -> Steps:
    """The chronicle on each basis, then the names; how many people were kept otherwise is told."""
    ledger, derived = register().ledger, register().derived
    anew, total = _Anew(derived), len(_BASES) + 1
    for done, basis in enumerate(_BASES):
        yield Step(done, total)
        before = known(ledger, derived, basis=basis)
        asked.breathe()
        after = known(ledger, anew, basis=basis)
        wrong = str(_otherwise(before, after))
        yield Step(done + 1, total, (Told(f"chronicle/{basis}", "computed", str(len(after.lives)), wrong),))
    names = names_known(ledger, anew).names
    yield Step(total, total, (Told("names", "computed", str(len(names)), "0"),))


def _otherwise(before: Chronicle, after: Chronicle) -> int:
    """How many people were kept otherwise than the ledger tells of them now."""
    return sum(
        one not in before.lives or one not in after.lives or before.lives[one] != after.lives[one]
        for one in {*before.lives, *after.lives}
    )


WORKS[KIND] = rebuild
