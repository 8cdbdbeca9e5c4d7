"""The sheet on which an account assesses a person by a set, with the passages numbered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tizim.assessments import CriteriaSet, decisions_of, words_on
from tizim.assessments import Sheet as AssessedSheet
from tizim.tallies import Evidence
from tizim.web.desk.deciders import decided
from tizim.web.desk.moment import Moment
from tizim.web.desk.people.evidence import by_act, evidence
from tizim.web.desk.people.seen import seen
from tizim.web.desk.sight import Sight


@dataclass(frozen=True)
class Sheet(AssessedSheet):
    """One person under one set, for one assessor; ``claims`` are numbered from 1, as the fields cite them."""

    claims: Sequence[Evidence]

    @cached_property
    def passages(self) -> Mapping[str, int]:
        """The number of each passage on the sheet."""
        return {one.claim.passage_id: number for number, one in reversed([*enumerate(self.claims, 1)])}

    def numbers(self, passage_ids: Sequence[str]) -> str:
        """The numbers of these passages, as they are typed."""
        return ", ".join(str(self.passages[one]) for one in passage_ids if one in self.passages)


def sheet(person_id: str, of: CriteriaSet, asked: Moment, by: str, sight: Sight) -> Sheet | None:
    """The sheet; None where nobody of that id may be known to the account."""
    known = seen(asked, person_id, sight)
    if known is None:
        return None
    about = decided(asked).on(known.life.person.mention_ids)
    claims = [one for acts in by_act(evidence(known.life, asked)) for one in acts.claims]
    return Sheet(
        life=known.life,
        of=of,
        by=by,
        as_of=asked.as_of,
        group=None,
        readable=frozenset(one.claim.passage_id for one in claims),
        decisions=decisions_of(of, about),
        words=words_on(known.life, about, asked.as_of),
        claims=claims,
    )
