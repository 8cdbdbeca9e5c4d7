"""Published facts, told from usable documents alone, in the fields that may leave: what drafts rest on."""

from collections.abc import Iterable
from functools import cached_property

from tizim.claims import Basis, Claim, standing_claims
from tizim.documents import Passage
from tizim.interventions import Intervention, Response
from tizim.ledger import Entry, in_force
from tizim.publications.allowed import allowed
from tizim.publications.clearing import CITED, NAMED, Cleared
from tizim.publications.composing import Desk, laid_out
from tizim.publications.facts import Answer, Fact, Facts, Request
from tizim.publications.quotes import Veil, is_personal
from tizim.timelines import Life, is_persecution


def told_facts(entries: Iterable[Entry], basis: Basis = "reviewed") -> Facts:
    """Every act of whoever may be named, and of groups and organisations, that a cited document tells of.

    Small groups are left out: a group of one is somebody whom a source leaves unnamed.
    """
    desk = laid_out(tuple(entries), basis)
    return _Teller(desk.clearing, desk.told, desk.by_id, desk.levels, desk.officials, desk.hushed).facts()


class _Teller(Desk):
    """Tells facts one by one."""

    def facts(self) -> Facts:
        """The acts, one by one, of whoever may be named, then those against nobody by name."""
        self._gather_names()
        lives = [life for life in self.told.lives.values() if self.levels[life.person.id].level == NAMED]
        found = [
            self._fact(claim, self.levels[life.person.id], life)
            for life in lives for claim in self._claims(one.claim_id for one in life.timeline.acts)
        ]  # fmt: skip
        found += [self._fact(claim, Cleared(NAMED)) for claim in self._unnamed()]
        disputes = {
            life.person.id: tuple((one.kind, one.claim_ids) for one in life.timeline.contradictions)
            for life in lives if life.timeline.contradictions
        }  # fmt: skip
        requests = {life.person.id: self._requests(life) for life in lives}
        asked = {person: told for person, told in requests.items() if told}
        basis: Basis = "all" if self.told.basis == "all" else "reviewed"
        roots = frozenset(self._root(claim) for claim in standing_claims(self.standing, basis=basis))
        shown = tuple(one for one in found if one.act.passages)
        return Facts(shown, tuple(self.shelf), disputes, asked, roots)

    def _fact(self, claim: Claim, level: Cleared, life: Life | None = None) -> Fact:
        people = (claim.count_min or 0, claim.count_max) if claim.group else None
        return Fact(
            claim.id, self._root(claim), life.person.id if life else None, life.person.name if life else None,
            people, claim.event, self._act(claim, level),
        )  # fmt: skip

    def _root(self, claim: Claim) -> str:
        """The first of the claims that this one corrects."""
        first: Entry = claim
        while first.corrects and first.corrects in self.by_id:
            first = self.by_id[first.corrects]
        return first.id

    def _unnamed(self) -> Iterable[Claim]:
        """Events that befell larger groups, or organisations."""
        usable, least = self.clearing.usable(), int(allowed()["least_count"])
        basis: Basis = "all" if self.told.basis == "all" else "reviewed"
        for claim in standing_claims(self.standing, basis=basis):
            of_group = claim.group is not None and (claim.count_min or 0) >= least
            is_event = claim.level == "event" and is_persecution(claim)
            if is_event and claim.document_id in usable and (of_group or claim.organisation):
                yield claim

    @cached_property
    def standing(self) -> tuple[Entry, ...]:
        """The entries that stand."""
        return tuple(in_force(self.by_id.values()))

    def _requests(self, life: Life) -> tuple[Request, ...]:
        """What cited documents say was asked for the person, and what came back."""
        mine = frozenset(life.person.mention_ids)
        asked = (one for one in self.standing if isinstance(one, Intervention))
        answers = [one for one in self.standing if isinstance(one, Response)]
        return tuple(
            Request(
                one.intervention_kind, self._body(one), one.date, one.due, self._shown(one.passage_id),
                tuple(
                    Answer(answer.response_kind, answer.date, self._shown(answer.passage_id))
                    for answer in answers
                    if answer.intervention_id == one.id and self._shown(answer.passage_id)
                ),
            )
            for one in asked if mine.intersection(one.mention_ids) and self._shown(one.passage_id)
        )  # fmt: skip

    def _body(self, one: Intervention) -> str:
        """The addressee, where it is a body; nobody's name leaves by it."""
        return "" if is_personal(one.addressee) else Veil(self.hushed).over(one.addressee)

    def _shown(self, passage_id: str | None) -> tuple[int, ...]:
        """The place of a passage of a cited document; nothing for any other."""
        passage = self.by_id.get(passage_id or "")
        if not isinstance(passage, Passage) or self.clearing.document(passage.document_id) != CITED:
            return ()
        if passage.id not in self.cited:
            self.cited[passage.id] = len(self.shelf)
            self.shelf.append(self._cited(passage.id, passage.document_id))
        return (self.cited[passage.id],)
