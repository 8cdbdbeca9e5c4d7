"""Judging beside a document who is meant: written once, whoever else presses at the same moment."""

from collections.abc import Callable
from dataclasses import dataclass

from tizim.claims import withdraw
from tizim.identity import VERDICTS, Judgement
from tizim.ledger import Withdrawal, content_id
from tizim.stores.sql.models import ENTRY_MODELS
from tizim.web.desk.opened import register, write
from tizim.web.desk.reading.suggesting import Meant, judged_on
from tizim.web.desk.same.judging import AlreadyError
from tizim.web.desk.turns import in_turn, turn

_JUDGING = (Judgement.kind, Withdrawal.kind)


@dataclass(frozen=True, slots=True)
class Said:
    """A verdict on who is meant and the mention of somebody proposed; ``seen``: the judgement shown."""

    other: str
    verdict: str
    seen: str


def judge(meant_now: Callable[[], Meant | None], said: Said, *, by: str) -> Judgement:
    """Writes what is said; AlreadyError where another judgement stands than the one shown."""

    def wanted() -> tuple[Judgement]:
        meant = meant_now()
        if meant is None or said.verdict not in VERDICTS:
            raise LookupError
        standing = _standing(meant, said.other)
        if standing and standing.id != said.seen:
            raise AlreadyError(standing)
        if all(one.mention_id != said.other for one in meant.others):
            raise LookupError
        own = content_id("j", meant.mention_id, said.other, said.verdict, register().ledger.head().digest)
        return (Judgement(id=own, left=meant.mention_id, right=said.other, verdict=said.verdict),)

    (written,) = in_turn(wanted, by=by, minding=_JUDGING)
    assert isinstance(written, Judgement)
    return written


def take_back(judgement_id: str, *, by: str) -> None:
    """Takes a judgement back; LookupError where none of that id was made by the same account."""
    with turn():
        found = [one for one in register().ledger.of([judgement_id]) if isinstance(one, Judgement)]
        if not found or found[0].recorded_by != by:
            raise LookupError
        rows = ENTRY_MODELS["withdrawal"].objects.filter(corrects=judgement_id)
        known = [*found, *register().ledger.of(rows.values_list("entry_id", flat=True))]
        write(withdraw(known, [judgement_id], "judgement undone"), by=by)


def _standing(meant: Meant, other: str) -> Judgement | None:
    """What stands between the two: shown beside who is proposed, or about the mention that was shown."""
    proposed = next((one.judged for one in meant.others if one.mention_id == other), None)
    return proposed or judged_on(meant.mention_id).get(other)
