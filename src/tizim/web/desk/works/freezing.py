"""A list frozen as the next edition, and why each joined or left since the one before."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tizim import TizimError, __version__
from tizim.claims import Basis
from tizim.ledger import Entry
from tizim.publications import (
    Asked,
    Frozen,
    HeldError,
    ListEdition,
    Wanted,
    definition_of,
    editions,
    freeze,
    reasons,
    words_digest,
)
from tizim.stores.signing import signed
from tizim.web.desk.definitions import defined, defined_text
from tizim.web.desk.editions.shown import EXPLAIN, FREEZE, KINDS, earlier_of
from tizim.web.desk.leaving.gate import flat
from tizim.web.desk.models import Account, Job
from tizim.web.desk.opened import register, write
from tizim.web.desk.turns import turn
from tizim.web.desk.working import WORKS, Step, Steps, ask
from tizim.web.desk.working import Asked as Work
from tizim.wiring import least_count_given


def ask_to_freeze(said: Mapping[str, Any], by: Account) -> Job:
    """Asks for a list to be frozen: its name, the day, the basis, a note, and what to do at the gate."""
    return ask(FREEZE, {**said, "seen": len(_there(said["name"]))}, by)


def ask_why(edition_id: str, by: Account) -> Job:
    """Asks why each joined or left since the edition before."""
    return ask(EXPLAIN, {"edition": edition_id}, by)


def freeze_list(asked: Work) -> Steps:
    """Freezes the list, or tells what the gate has against it; refused where another edition came before."""
    what, ledger = asked.what, register().ledger
    yield Step(0, 3)
    own = [one for one in _there(what["name"]) if asked.again and one.number > what["seen"]]
    if not own:
        of, text = defined(what["name"]), defined_text(what["name"])
        known_at = ledger.head().recorded_at
        day = date.fromisoformat(what["as_of"])
        wanted = Wanted(
            of, text, day, known_at, _basis(what["basis"]), what["note"] or None,
            hush=bool(what.get("hush")), despite=what.get("despite") or None, least=least_count_given(),
        )  # fmt: skip
        try:
            found = _frozen(wanted)
        except HeldError as held:
            yield Step(3, 3, result={"held": flat(held.held)})
            return
        yield Step(1, 3)
        with turn():
            if len(_there(what["name"])) != what["seen"]:
                raise TizimError("Another edition of this list was frozen meanwhile; look at it first.")
            write([found.entry], by=asked.by)
        own = [one for one in _there(what["name"]) if one.id == found.entry.id]
    yield Step(2, 3)
    yield Step(3, 3, result={"edition": own[-1].id, "why": dict(_why(own[-1]))})


def _frozen(wanted: Wanted) -> Frozen:
    entries, vault = tuple(register().ledger.known_at(wanted.known_at)), register().vault
    return freeze(entries, wanted, vault=vault, signed=lambda raw: signed(register().keys, raw))


def explain(asked: Work) -> Steps:
    """Why each joined or left: both lists made again from what was known at their moments."""
    yield Step(0, 1)
    of = next((one for one in _there() if one.id == asked.what["edition"]), None)
    if of is None:
        raise TizimError("There is no such edition.")
    yield Step(1, 1, result={"edition": of.id, "why": dict(_why(of))})


def _there(name: str | None = None) -> tuple[ListEdition, ...]:
    return editions(register().ledger.known_at(kinds=KINDS), name)


def _why(of: ListEdition) -> Mapping[str, str]:
    before = earlier_of(of, tuple(register().ledger.known_at(kinds=KINDS)))
    if before is None:
        return {}
    return reasons(_made_of(before), _made_of(of))


def _made_of(of: ListEdition) -> tuple[tuple[Entry, ...], Asked]:
    """The entries known at the edition's moment, and what was asked of them."""
    meant = definition_of(of, register().vault)
    day = date.fromisoformat(of.as_of)
    asked = Asked(meant, day, of.known_at, of.number, _basis(of.basis), words_digest(), __version__)
    return tuple(register().ledger.known_at(of.known_at)), asked


def _basis(said: str | None) -> Basis:
    return "all" if said == "all" else "reviewed"


WORKS[FREEZE] = freeze_list
WORKS[EXPLAIN] = explain
