"""What stands in a register, and what would be if other judgements stood."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from tizim.claims import Claim
from tizim.cli.answers import Question, definition_named, sets_of, told
from tizim.cli.door import told_now
from tizim.documents import Document
from tizim.identity import Judgement, Person, Roll, mention_id
from tizim.ledger import Entry, in_force
from tizim.tallies import (
    DECISIONS,
    Decided,
    Definition,
    Foreseen,
    ListChange,
    documents_meant,
    foreseen,
    names_known,
)
from tizim.timelines import Chronicle, judged_otherwise, known_roll

if TYPE_CHECKING:
    from tizim.wiring import Register

# In this order nothing points to a later entry, as in the order written; each kind comes by itself.
_KINDS = ("document", "claim", "review", "judgement", "withdrawal")


class Stock:
    """What stands in the register now: the entries that judgements rest on, and what they tell."""

    def __init__(self, register: "Register") -> None:
        self.register = register
        self.told: Chronicle = told_now(register)
        self.entries: tuple[Entry, ...] = in_force(
            entry for kind in _KINDS for entry in register.ledger.known_at(kinds=(kind,))
        )
        self.claims = {one.id: one for one in self.entries if isinstance(one, Claim)}
        self.documents = {one.id: one for one in self.entries if isinstance(one, Document)}
        self.judgements = [one for one in self.entries if isinstance(one, Judgement)]

    @cached_property
    def roll(self) -> Roll:
        """Everybody in the register: who else each of them may be, and why."""
        return known_roll(self.register.ledger, self.register.derived)[1]

    def claims_of(self, person: Person) -> tuple[Claim, ...]:
        """The claims about the person, in their order."""
        return tuple(self.claims[one] for one in person.claim_ids if one in self.claims)

    def file_of(self, document_id: str) -> str:
        """The file name of the document, or its id."""
        known = self.documents.get(document_id)
        return known.file_name if known else document_id

    def naming(self, document_id: str) -> str:
        """The file name, where no other document has the same; otherwise the id."""
        name = self.file_of(document_id)
        alike = sum(one.file_name == name for one in self.documents.values())
        return name if alike == 1 else document_id

    def mentions_in(self, ids: Collection[str]) -> dict[str, str]:
        """These mentions, each as it is written and where."""
        if not ids:
            return {}
        written = dict.fromkeys((one.document_id, one.person) for one in self.claims.values())
        found = {mention_id(document, name): (document, name) for document, name in written if name}
        return {one: f"{found[one][1]} — {self.file_of(found[one][0])}" for one in ids if one in found}


@dataclass(frozen=True, slots=True)
class Prospect:
    """What would be if other judgements stood: who is who, and the lists on a day."""

    found: Foreseen
    as_of: date
    changes: tuple[ListChange, ...]
    unchanged: tuple[Definition, ...]
    judgements: Mapping[str, Judgement]
    mentions: Mapping[str, str]
    persons: tuple[int, int]

    def named(self, person_id: str) -> str:
        """The name of a person of now, with the id."""
        names = {one.id: one.name for one in self.found.before}
        return f"{names.get(person_id, '')} ({person_id})"


def prospect(
    stock: Stock, judgements: Sequence[Judgement], *, as_of: date, own: Iterable[str] = ()
) -> Prospect:
    """What would be if these judgements stood; ``own`` are definitions beside those that ship."""
    ledger, derived = stock.register.ledger, stock.register.derived
    found = foreseen(
        stock.entries, stock.told, judgements, lambda wanted: judged_otherwise(ledger, derived, wanted)
    )
    decided = Decided.of(ledger.known_at(kinds=DECISIONS))
    sets = sets_of(stock.register)
    meant = (definition_named(name, sets) for name in (*names_known(sets), *own))
    wanted = [of.bound_to(decided) if of.wish else of for of in meant]
    changes = [(of, _change(stock, found, of, as_of)) for of in wanted]
    persons = len(stock.told.lives)
    return Prospect(
        found=found,
        as_of=as_of,
        changes=tuple(one for _, one in changes if one),
        unchanged=tuple(of for of, one in changes if one is None),
        judgements={one.id: one for one in (*stock.judgements, *judgements)},
        mentions=_mentions(stock, found),
        persons=(persons, persons + len(found.after) - len(found.before)),
    )


def _change(stock: Stock, found: Foreseen, of: Definition, as_of: date) -> ListChange | None:
    if not (of.documents or of.sources):
        return found.change(of, stock.told, as_of=as_of)
    meant = documents_meant(of, stock.register.ledger.known_at(kinds=("document", "source")))
    whole = told(stock.register, Question(as_of, None, False), of)
    return found.change(of, whole, as_of=as_of, documents=meant)


def _mentions(stock: Stock, found: Foreseen) -> dict[str, str]:
    """The mentions of all persons concerned, each as it is written and where."""
    claims = [one for person in found.before for one in stock.claims_of(person)]
    written = dict.fromkeys((one.document_id, one.person or "") for one in claims)
    return {mention_id(*one): f"{one[1]} — {stock.file_of(one[0])}" for one in written}
