"""Who else in the register a claim's person may be: proposed with score and reasons, never joined."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tizim.claims import Claim
from tizim.documents import Document
from tizim.identity import (
    Context,
    Judgement,
    Person,
    compare,
    compare_score,
    context_of,
    likelihood,
    mention_id,
)
from tizim.ledger import Withdrawal, content_id, in_force
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import register, told
from tizim.web.desk.people.finding import names
from tizim.web.desk.sight import Sight
from tizim.web.desk.templatetags.desk import spoken

LONGEST = 200
_LOOKED_AT, _MOST, _MOST_CLAIMS, _LEAST = 25, 5, 200, 0.45


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who may be meant: how well the names agree and why, what else speaks for and against it.

    ``mention_id`` is the mention that a judgement would name; ``judged`` is what was judged of the two.
    """

    person: Person
    name: str
    score: float
    reasons: tuple[str, ...]
    speaking_for: tuple[str, ...]
    speaking_against: tuple[str, ...]
    mention_id: str
    documents: int
    judged: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Meant:
    """The mention of a claim, the person it counts as now, and who else it may be."""

    mention_id: str
    person: Person | None
    others: tuple[Suggestion, ...]


def meant_by(claim: Claim, asked: Moment, sight: Sight) -> Meant | None:
    """Who the claim's person is and may be; None for a claim about no single person."""
    if not claim.person:
        return None
    mention = mention_id(claim.document_id, claim.person)
    people = [one for one in _found(claim.person, asked) if sight.person(one.claim_ids)]
    own = next((one for one in people if mention in one.mention_ids), None)
    judged = judged_on(mention)
    side = _Side(own or _alone(mention, claim), [claim.person], sight)
    others = (_suggestion(side, one, judged, sight) for one in people if one != own)
    best = sorted((one for one in others if one.score >= _LEAST), key=lambda one: (-one.score, one.person.id))
    return Meant(mention, own, tuple(best[:_MOST]))


class _Side:
    """A person, with what the open claims say around the names."""

    def __init__(self, person: Person, names: Iterable[str], sight: Sight) -> None:
        self.person, self.names = person, list(names)
        ids = sight.open_claims(person.claim_ids)[:_MOST_CLAIMS]
        self.claims = [one for one in register().ledger.of(ids) if isinstance(one, Claim)]
        documents = register().ledger.of({one.document_id for one in self.claims})
        self.documents = {one.id: one for one in documents if isinstance(one, Document)}

    def context(self, name: str) -> Context:
        return replace(context_of(self.claims, self.documents), name=name)


def _suggestion(side: _Side, person: Person, judged: Mapping[str, Judgement], sight: Sight) -> Suggestion:
    other = _Side(person, person.names, sight)
    written = [one.person for one in other.claims if one.person] or [person.name]
    one, name = max(((a, b) for a in side.names for b in written), key=lambda pair: compare_score(*pair))
    found = compare(one, name, language=spoken())
    weights = likelihood(side.context(one), other.context(name), language=spoken()).weights
    around = [weight for weight in weights if weight.what != "name"]
    about = next((claim for claim in other.claims if claim.person == name), None)
    return Suggestion(
        person=person,
        name=name,
        score=found.score,
        reasons=found.reasons,
        speaking_for=tuple(weight.reason for weight in around if weight.bits > 0),
        speaking_against=tuple(weight.reason for weight in around if weight.bits < 0),
        mention_id=mention_id(about.document_id, name) if about else person.mention_ids[0],
        documents=len(other.documents),
        judged=next((judged[each] for each in person.mention_ids if each in judged), None),
    )


def _found(name: str, asked: Moment) -> list[Person]:
    """The people whose names agree best with this one, as known at the moment."""
    found = names(asked).find(name[:LONGEST], limit=_LOOKED_AT, language=spoken())
    lives = told(asked).lives
    return [lives[one.person_id].person for one in found if one.person_id in lives]


def _alone(mention: str, claim: Claim) -> Person:
    return Person(
        content_id("p", mention), claim.person or "", (claim.person or "",), (mention,), (claim.id,)
    )


def judged_on(mention: str) -> dict[str, Judgement]:
    """What stands of judgements on the mention, by the other one."""
    ledger = register().ledger
    ids = [one for side in ("left", "right") for one in ledger.having(Judgement.kind, side, [mention])]
    back: list[str] = []
    ahead = ids
    while ahead := ledger.having(Withdrawal.kind, "corrects", ahead):
        back += ahead
    standing = [one for one in in_force(ledger.of([*ids, *back])) if isinstance(one, Judgement)]
    return {one.left if one.right == mention else one.right: one for one in standing}
