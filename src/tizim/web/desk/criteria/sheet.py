"""The sheet on which somebody assesses a person by a set, with what others found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tizim.assessments import (
    CriteriaSet,
    Criterion,
    Determination,
    Found,
    Outcome,
    Recognition,
    Title,
    determination,
    outcomes,
    recognitions,
    title,
    whole_answer,
)
from tizim.tallies import Evidence
from tizim.timelines import NOT, Life, standing
from tizim.web.desk.deciders import decided
from tizim.web.desk.moment import Moment
from tizim.web.desk.people.evidence import by_act, evidence
from tizim.web.desk.people.seen import seen
from tizim.web.desk.sight import Sight


@dataclass(frozen=True, slots=True)
class Ground:
    """One criterion: what oneself found, what the others found."""

    criterion: Criterion
    own: Determination | None
    others: Sequence[Determination]


@dataclass(frozen=True)
class Sheet:
    """One person under one set, for one assessor; ``claims`` are numbered from 1, as the fields cite them."""

    life: Life
    of: CriteriaSet
    by: str
    asked: Moment
    claims: Sequence[Evidence]
    decisions: Sequence[Determination]
    words: Mapping[str, Recognition]

    @cached_property
    def passages(self) -> Mapping[str, int]:
        """The number of each passage on the sheet."""
        return {one.claim.passage_id: number for number, one in reversed([*enumerate(self.claims, 1)])}

    @cached_property
    def grounds(self) -> list[Ground]:
        """The criteria with what was found of each."""
        return [self._ground(one) for one in self.of.criteria]

    @cached_property
    def outcome(self) -> Outcome:
        """What all determinations come to."""
        mentions = self.life.person.mention_ids
        return whole_answer(outcomes(self.of, self.decisions, mentions))

    @cached_property
    def title(self) -> Title:
        """What the person may be called on the day."""
        held = {
            one.episode.state: one.answer
            for one in (standing(each, self.asked.as_of) for each in self.life.timeline.episodes)
            if one.answer != NOT
        }
        return title(self.of, self.outcome, held)

    @property
    def to_confirm(self) -> list[Determination]:
        """What others found and oneself has not, on passages that one may read: it may be confirmed."""
        mine = {one.criterion for one in self.decisions if one.recorded_by == self.by}
        others = (one for one in self.decisions if one.recorded_by != self.by and one.criterion not in mine)
        seen = self.passages.keys()
        return [one for one in others if seen >= {*one.passages_for, *one.passages_against}]

    def numbers(self, passage_ids: Sequence[str]) -> str:
        """The numbers of these passages, as they are typed."""
        return ", ".join(str(self.passages[one]) for one in passage_ids if one in self.passages)

    def _ground(self, one: Criterion) -> Ground:
        about = [each for each in self.decisions if each.criterion == one.code]
        own = [each for each in about if each.recorded_by == self.by]
        return Ground(one, own[-1] if own else None, [each for each in about if each.recorded_by != self.by])


def sheet(person_id: str, of: CriteriaSet, asked: Moment, by: str, sight: Sight) -> Sheet | None:
    """The sheet; None where nobody of that id may be known to the account."""
    known = seen(asked, person_id, sight)
    if known is None:
        return None
    about = decided(asked).on(known.life.person.mention_ids)
    determined = [one for one in about if isinstance(one, Determination) and one.criteria_set == of.name]
    claims = [one for acts in by_act(evidence(known.life, asked)) for one in acts.claims]
    said = (one for one in about if isinstance(one, Recognition))
    words = recognitions(said, known.life.person.mention_ids, as_of=asked.as_of)
    own = [one for one in determined if one.group is None and one.case is None]
    return Sheet(known.life, of, by, asked, claims, own, words)


def written(on: Sheet, found: Sequence[Found]) -> list[Determination]:
    """The entries for what an assessor found; nothing for what is as it was."""
    made = (
        determination(on.of, _mention(on, one.criterion), one, by=on.by, before=on.decisions) for one in found
    )
    return [one for one in made if one is not None]


def confirmed(on: Sheet) -> list[Determination]:
    """The entries of a second assessor who comes to what the first found, on the same passages."""
    latest = {one.criterion: one for one in on.to_confirm}
    return written(
        on,
        [
            Found(one.criterion, one.finding, one.passages_for, one.passages_against)
            for one in latest.values()
        ],
    )


def _mention(on: Sheet, criterion: str) -> str:
    """The mention that one's own earlier determination named; else the person's first."""
    mine = [one for one in on.decisions if (one.recorded_by, one.criterion) == (on.by, criterion)]
    return mine[-1].mention_id if mine else on.life.person.mention_ids[0]
