"""What was asked up to the day, as an account may see it, with the people whom it concerns."""

from collections.abc import Sequence
from dataclasses import dataclass

from tizim.documents import Passage
from tizim.interventions import Intervention, Response, Standing, standing_on
from tizim.ledger import Withdrawal, in_force
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register, told
from tizim.web.desk.people.roster import roster
from tizim.web.desk.same.rolls import roll_of
from tizim.web.desk.sight import Sight

_KINDS = (Intervention.kind, Response.kind, Withdrawal.kind)
WAITING = ("overdue", "silent", "received")


@dataclass(frozen=True, slots=True)
class Row:
    """One intervention with its responses, and the ids and names of the people whom it concerns."""

    of: Standing
    people: Sequence[tuple[str, str]]

    @property
    def waits(self) -> bool:
        """Whether nobody has answered on the matter."""
        return self.of.state in WAITING


def rows(asked: Moment, sight: Sight) -> list[Row]:
    """Everything asked by the day that the account may know of, the latest first."""
    every = _standing(asked)
    documents = _documents([one for each in every for one in each.intervention.mention_ids], asked)
    passages = _of_passages(every)
    found = []
    for each in every:
        said = each.intervention
        about = [documents.get(one) for one in said.mention_ids]
        told_by = [passages.get(one) for one in _passages(each)]
        if all(one is not None and sight.document(one) for one in (*about, *told_by)):
            found.append(Row(each, _people(said, documents, asked)))
    return found[::-1]


def _standing(asked: Moment) -> tuple[Standing, ...]:
    """All of the day; kept until something is written."""

    def gathered() -> tuple[Standing, ...]:
        entries = in_force(register().ledger.known_at(asked.known_at, kinds=_KINDS))
        return standing_on(entries, as_of=asked.as_of)

    found: tuple[Standing, ...] = opened().kept(("asked", asked.key), gathered)
    return found


def _passages(one: Standing) -> list[str]:
    """The passages that report the question and the answers."""
    cited = (one.intervention.passage_id, *(each.passage_id for each in one.responses))
    return [each for each in cited if each]


def _of_passages(every: Sequence[Standing]) -> dict[str, str]:
    """The document of each passage."""
    wanted = {passage for one in every for passage in _passages(one)}
    entries = register().ledger.of(wanted) if wanted else ()
    return {one.id: one.document_id for one in entries if isinstance(one, Passage)}


def _documents(mentions: Sequence[str], asked: Moment) -> dict[str, str]:
    """The document of each mention that is known at the moment."""
    if not mentions:
        return {}
    with roll_of(asked) as roll:
        known = {one: roll.mention(one) for one in mentions}
    return {one: mention.document_id for one, mention in known.items() if mention}


def _people(said: Intervention, documents: dict[str, str], asked: Moment) -> list[tuple[str, str]]:
    lives, by_document = told(asked).lives, roster(asked).by_document
    found = []
    for mention in said.mention_ids:
        near = by_document.get(documents.get(mention, ""), ())
        person = next((one for one in near if mention in lives[one].person.mention_ids), None)
        if person:
            found.append((person, lives[person].person.name))
    return list(dict.fromkeys(found))
