"""The sheet on which somebody assesses a person by a set, with what others found."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from tizim.assessments.criteria import CriteriaSet, Criterion
from tizim.assessments.determining import Found, determination
from tizim.assessments.entries import Determination, Recognition
from tizim.assessments.outcome import Outcome, outcomes, whole_answer
from tizim.assessments.recognised import recognitions
from tizim.assessments.title import Title, title
from tizim.timelines import NOT, Life, standing


@dataclass(frozen=True, slots=True)
class Ground:
    """One criterion: what oneself found, what the others found."""

    criterion: Criterion
    own: Determination | None
    others: Sequence[Determination]


@dataclass(frozen=True)
class Sheet:
    """One person under one set on a day, for one assessor, in the name of a group (none: the register's own).

    ``decisions`` are the standing determinations of that set and group, ``words`` what groups said by the
    day, ``readable`` the passages that the assessor may read and cite; ``case`` is the case that is assessed,
    none for the person as a whole.
    """

    life: Life
    of: CriteriaSet
    by: str
    as_of: date
    group: str | None
    readable: Collection[str]
    decisions: Sequence[Determination]
    words: Mapping[str, Recognition]
    case: str | None = field(default=None, kw_only=True)

    @cached_property
    def grounds(self) -> list[Ground]:
        """The criteria with what was found of each."""
        return [self._ground(one) for one in self.of.criteria]

    @cached_property
    def outcome(self) -> Outcome:
        """What all determinations come to."""
        return self._outcome(self.decisions)

    @cached_property
    def by_assessor(self) -> Mapping[str, Outcome]:
        """What those of each assessor alone come to, the first assessor the first."""
        names = dict.fromkeys(one.recorded_by for one in self.decisions)
        return {
            name: self._outcome([one for one in self.decisions if one.recorded_by == name]) for name in names
        }

    @cached_property
    def title(self) -> Title:
        """What the person may be called on the day."""
        held = {
            one.episode.state: one.answer
            for one in (standing(each, self.as_of) for each in self.life.timeline.episodes)
            if one.answer != NOT
        }
        return title(self.of, self.outcome, held)

    @property
    def to_confirm(self) -> list[Determination]:
        """What others found and oneself has not, on passages that one may read: it may be confirmed."""
        mine = {one.criterion for one in self.decisions if one.recorded_by == self.by}
        others = (one for one in self.decisions if one.recorded_by != self.by and one.criterion not in mine)
        seen = set(self.readable)
        return [one for one in others if seen >= {*one.passages_for, *one.passages_against}]

    def written(self, found: Iterable[Found]) -> list[Determination]:
        """The entries for what the assessor found; nothing for what is as it was."""
        made = (
            determination(
                self.of,
                self._mention(one.criterion),
                replace(one, group=self.group, case=self.case),
                by=self.by,
                before=self.decisions,
            )
            for one in found
        )
        return [one for one in made if one is not None]

    def confirmed(self) -> list[Determination]:
        """The entries of a second assessor who comes to what the first found, on the same passages."""
        latest = {one.criterion: one for one in self.to_confirm}
        return self.written(
            Found(one.criterion, one.finding, one.passages_for, one.passages_against)
            for one in latest.values()
        )

    def _outcome(self, decisions: Sequence[Determination]) -> Outcome:
        return whole_answer(outcomes(self.of, decisions, self.life.person.mention_ids, group=self.group))

    def _ground(self, one: Criterion) -> Ground:
        about = [each for each in self.decisions if each.criterion == one.code]
        own = [each for each in about if each.recorded_by == self.by]
        return Ground(one, own[-1] if own else None, [each for each in about if each.recorded_by != self.by])

    def _mention(self, criterion: str) -> str:
        """The mention that one's own earlier determination named; else the person's first."""
        mine = [one for one in self.decisions if (one.recorded_by, one.criterion) == (self.by, criterion)]
        return mine[-1].mention_id if mine else self.life.person.mention_ids[0]


def decisions_of(
    of: CriteriaSet,
    about: Iterable[Determination | Recognition],
    group: str | None = None,
    case: str | None = None,
) -> list[Determination]:
    """The determinations that stand on a sheet of this set, group and case."""
    return [
        one
        for one in about
        if isinstance(one, Determination)
        and (one.criteria_set, one.group, one.case) == (of.name, group, case)
    ]


def words_on(
    life: Life, about: Iterable[Determination | Recognition], as_of: date
) -> Mapping[str, Recognition]:
    """By group, its last word on the person up to the day."""
    said = (one for one in about if isinstance(one, Recognition))
    return recognitions(said, life.person.mention_ids, as_of=as_of)
