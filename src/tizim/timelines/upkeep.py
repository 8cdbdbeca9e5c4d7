"""What stands in the ledger, kept so that new entries are weighed without reading the old ones again."""

from collections.abc import Collection, Iterable, Mapping, MutableSet, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from tizim.claims import Basis, Claim, Review, reviewed
from tizim.documents import Document, may_be_late
from tizim.identity import Judgement
from tizim.ledger import ById, Entry, Withdrawal
from tizim.timelines.chronicle import Ground
from tizim.timelines.marks import Origin
from tizim.vocab import vague_date


class Shelf(ById, Protocol):
    """Finds single entries, and the decisions on claims."""

    def reviews(self, claims: Collection[str]) -> Iterable[Review]:
        """The decisions on these claims, in the order written."""

    def documents(self) -> Iterable[Entry]:
        """All documents, and what takes anything back, in the order written."""


Lying = tuple[int, str | None]


@dataclass(frozen=True, slots=True)
class Moved:
    """What new entries changed: claims that stand now by their places, claims that do no more.

    ``judgements`` are all that stand, where they changed; ``documents``: some were put right or taken back.
    """

    added: Mapping[int, Claim]
    gone: tuple[Claim, ...]
    judgements: tuple[Judgement, ...] | None
    documents: bool = False


@dataclass(slots=True)
class Upkeep:
    """Where claims stand that nobody can ask the roll for, what was corrected, and all judgements.

    ``count`` is the number of entries so far of the kinds that a chronicle is told from. ``lying`` are claims
    that do not stand, with what was decided on them; ``nameless`` those that stand and name nobody.
    ``corrections`` are (id, what it corrects, whether it withdraws), in the order written.
    """

    basis: Basis
    count: int = 0
    lying: dict[str, Lying] = field(default_factory=dict)
    nameless: dict[str, int] = field(default_factory=dict)
    corrections: list[tuple[str, str, bool]] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)

    @classmethod
    def of(cls, written: Sequence[Entry], ground: Ground) -> "Upkeep":
        """The upkeep of a ground told from these entries."""
        claims = [(place, one) for place, one in enumerate(written) if isinstance(one, Claim)]
        return cls(
            basis=ground.basis,
            count=len(written),
            lying={
                one.id: (place, ground.decided.get(one.id))
                for place, one in claims
                if place not in ground.claims
            },
            nameless={one.id: place for place, one in ground.claims.items() if not one.person},
            corrections=list(_corrections(written)),
            judgements=[one for one in written if isinstance(one, Judgement)],
        )

    @property
    def row(self) -> Any:
        """What is to be kept: numbers, texts and lists."""
        judged = [[one.id, one.recorded_at, one.left, one.right, one.verdict] for one in self.judgements]
        return [self.basis, self.count, self.lying, self.nameless, self.corrections, judged]

    @classmethod
    def of_row(cls, row: Any) -> "Upkeep":
        """The upkeep of which this was kept."""
        basis, count, lying, nameless, corrections, judged = row
        judgements = [
            Judgement(id=one, recorded_at=at, left=left, right=right, verdict=verdict)
            for one, at, left, right, verdict in judged
        ]
        ties = [(one, other, bool(withdraws)) for one, other, withdraws in corrections]
        return cls(basis, count, lying, nameless, ties, judgements)

    def standing(self) -> tuple[Judgement, ...]:
        """The judgements that stand."""
        hidden = _hidden(self.corrections)
        return tuple(one for one in self.judgements if one.id not in hidden)

    def moved(
        self, entries: Sequence[Entry], ledger: Shelf, unreviewed: MutableSet[str], place_of: Any
    ) -> Moved:
        """Takes in entries written since.

        ``unreviewed`` are the standing claims that no person stands behind, brought up to date; ``place_of``
        tells the place of a standing claim about somebody.
        """
        before = _hidden(self.corrections)
        self.corrections += _corrections(entries)
        hidden = _hidden(self.corrections)
        new = {one.id: place for place, one in enumerate(entries, self.count)}
        self.count += len(entries)
        said = _said(entries, hidden)
        turned = {one.id: one for one in ledger.of((before ^ hidden).union(said) - new.keys())}
        again = {one.claim_id for one in turned.values() if isinstance(one, Review)}
        if again:
            said |= dict.fromkeys(again) | _said(ledger.reviews(again), hidden)
            turned |= {one.id: one for one in ledger.of(again - new.keys())}
        ours = [one for one in entries if isinstance(one, Judgement)]
        self.judgements += ours
        judged = bool(ours) or any(isinstance(one, Judgement) for one in turned.values())
        claims = [one for one in (*turned.values(), *entries) if isinstance(one, Claim)]
        added, gone = {}, []
        for claim in claims:
            stood = claim.id not in new and claim.id not in self.lying
            place = new[claim.id] if claim.id in new else self._place(claim, stood, place_of)
            decided = said.get(claim.id, self._decided(claim, stood, unreviewed))
            stands = claim.id not in hidden and self._counts(claim, decided)
            self._lay(claim, place, decided, stands)
            unreviewed.discard(claim.id)
            if stands and not reviewed(claim, {claim.id: decided} if decided else {}):
                unreviewed.add(claim.id)
            if stands and not stood:
                added[place] = claim
            if stood and not stands:
                gone.append(claim)
        documents = any(isinstance(one, Document) for one in turned.values())
        return Moved(dict(sorted(added.items())), tuple(gone), self.standing() if judged else None, documents)

    def _place(self, claim: Claim, stood: bool, place_of: Any) -> int:
        if not stood:
            return self.lying[claim.id][0]
        return self.nameless[claim.id] if not claim.person else int(place_of(claim))

    def _decided(self, claim: Claim, stood: bool, unreviewed: MutableSet[str]) -> str | None:
        """What was decided on the claim, as far as it matters for later."""
        if claim.id in self.lying:
            return self.lying[claim.id][1]
        return "accept" if stood and claim.reader is not None and claim.id not in unreviewed else None

    def _counts(self, claim: Claim, decided: str | None) -> bool:
        if decided == "reject":
            return False
        return self.basis == "all" or reviewed(claim, {claim.id: decided} if decided else {})

    def _lay(self, claim: Claim, place: int, decided: str | None, stands: bool) -> None:
        self.lying.pop(claim.id, None)
        self.nameless.pop(claim.id, None)
        if not stands:
            self.lying[claim.id] = (place, decided)
        elif not claim.person:
            self.nameless[claim.id] = place


def _said(entries: Iterable[Entry], hidden: Collection[str]) -> dict[str, str | None]:
    """What was last decided on claims, of the decisions among these entries that stand."""
    reviews = (one for one in entries if isinstance(one, Review) and one.id not in hidden)
    return {one.claim_id: one.decision for one in reviews if one.decision != "amend"}


def origins_with(entries: Iterable[Entry], origins: Mapping[str, Origin]) -> Mapping[str, Origin] | None:
    """The origins with those of new documents; None where that takes all documents."""
    documents = [one for one in entries if isinstance(one, Document)]
    if not documents:
        return origins
    found = dict(origins)
    roots = {origin.root for origin in origins.values()}
    for one in documents:
        if one.corrects is not None or one.id in roots or one.id in found or may_be_late(one):
            return None
        if one.reprints is None:
            found[one.id] = Origin(one.id, vague_date(one.date).begin.last if one.date else None)
        elif one.reprints in found and one.reprints != one.id:
            found[one.id] = found[one.reprints]
        else:
            return None
    return found


def _corrections(entries: Iterable[Entry]) -> list[tuple[str, str, bool]]:
    return [
        (one.id, one.corrects, isinstance(one, Withdrawal)) for one in entries if one.corrects is not None
    ]


def _hidden(corrections: Sequence[tuple[str, str, bool]]) -> set[str]:
    """What does not count: as ``in_force`` has it."""
    hidden: set[str] = set()
    withdrawn: set[str] = set()
    for one, other, withdraws in reversed(corrections):
        if one not in withdrawn:
            hidden.add(other)
            if withdraws:
                withdrawn.add(other)
    return hidden
