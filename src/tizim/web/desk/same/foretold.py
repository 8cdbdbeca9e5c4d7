"""What a judgement, or the undoing of one, would change: told before it is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tizim.claims import withdraw
from tizim.identity import VERDICTS, Contradiction, Judgement, Person, as_latest
from tizim.ledger import Withdrawal
from tizim.tallies import Definition, Foreseen, ListChange, Member, foreseen_of
from tizim.web.desk.deciders import asking, decided
from tizim.web.desk.definitions import defined, names
from tizim.web.desk.figures import lasting
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, told
from tizim.web.desk.same.rolls import entries_of_judging, judged_last, judgements_in, roll_of, turned
from tizim.web.desk.same.weighing import Two
from tizim.web.desk.sight import Sight

UNDONE = "judgement undone"


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody of now or of then; hidden where only closed cases tell; ``known``: has a page now."""

    id: str
    name: str
    hidden: bool
    known: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """In which class somebody stands, and whether surely."""

    title: Mapping[str, str]
    sure: bool


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody who would enter a list, leave it, or stand on it otherwise."""

    what: str
    of: Definition
    who: Who
    before: Standing | None
    after: Standing | None
    counted_as: Who | None = None


@dataclass(frozen=True, slots=True)
class Parting:
    """Somebody who would be parted: the mentions of each person that would come of it."""

    who: Who
    parts: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Foretold:
    """All that would change."""

    foreseen: Foreseen
    joined: Sequence[Sequence[Who]]
    parted: Sequence[Parting]
    changes: Sequence[ListChange]
    moves: Sequence[Move]
    unchanged: Sequence[Definition]

    @property
    def contradictions(self) -> Sequence[Contradiction]:
        """Contradictions between judgements that would arise."""
        return self.foreseen.effect.contradictions

    @property
    def settled(self) -> Sequence[Contradiction]:
        """Contradictions between judgements that would be no more."""
        return self.foreseen.effect.settled

    @property
    def counted(self) -> list[ListChange]:
        """The lists of which a bound changes."""
        return [one for one in self.changes if one.before and one.after]


def draft(two: Two, verdict: str, asked: Moment) -> Judgement:
    """The judgement on two persons: on the first mention of each."""
    left, right = (told(asked).lives[one].person.mention_ids[0] for one in two)
    return Judgement(id="", left=left, right=right, verdict=verdict)


def verdicts(two: Two, asked: Moment, sight: Sight) -> dict[str, Foretold]:
    """What each verdict on the two would change."""
    return {one: of_verdict(two, one, asked, sight) for one in ("same", "different", "unsure")}


def of_verdict(two: Two, verdict: str, asked: Moment, sight: Sight) -> Foretold:
    """What the verdict on the two would change."""
    assert verdict in VERDICTS
    standing = judgements_in(entries_of_judging(asked))
    wanted = [*standing, as_latest(draft(two, verdict, asked))]
    return _told(_foreseen((*sorted(two), verdict), wanted, asked), asked, sight)


def undoing(judgement_id: str, asked: Moment) -> tuple[Withdrawal, ...]:
    """The withdrawal that takes the judgement back."""
    return withdraw(entries_of_judging(asked), [judgement_id], UNDONE)


def of_undoing(judgement_id: str, asked: Moment, sight: Sight) -> Foretold:
    """What taking the judgement back would change."""
    wanted = judgements_in((*entries_of_judging(asked), *undoing(judgement_id, asked)))
    return _told(_foreseen((judgement_id,), wanted, asked), asked, sight)


_Known = tuple[Foreseen, tuple[tuple[Definition, ListChange | None], ...]]


def _foreseen(key: tuple[str, ...], judgements: Sequence[Judgement], asked: Moment) -> _Known:
    """What would be; kept while the same is told and decided, and counted while others may go on."""
    kept: list[_Known] = opened().telling(("foretold", key, judged_last(), decided(asked).seal), asked, list)
    if not kept:
        found = foreseen_of(turned(asked, judgements))
        changes = ((defined(name), _change(found, name, asked)) for name in names(asked))
        kept.append((found, tuple(changes)))
    return kept[0]


def _change(found: Foreseen, name: str, asked: Moment) -> ListChange | None:
    of = asking(name, asked)
    if not found.bears_on(of, asked.as_of):
        return None
    with lasting(of, asked).alone() as by:
        return found.change(of, told(asked), as_of=asked.as_of, by=by)


def _told(known: _Known, asked: Moment, sight: Sight) -> Foretold:
    found, every = known
    changes = [one for _, one in every if one]
    people = _People(found, asked, sight)
    effect = found.effect
    return Foretold(
        foreseen=found,
        joined=[[people.who(one) for one in group] for group in effect.joined],
        parted=[Parting(people.who(one), people.parts(parts)) for one, parts in effect.parted],
        changes=changes,
        moves=[move for one in changes for move in _moves(one, people)],
        unchanged=[of for of, one in every if one is None],
    )


class _People:
    """Those concerned, as the account may know them."""

    def __init__(self, found: Foreseen, asked: Moment, sight: Sight) -> None:
        self._persons: dict[str, Person] = {one.id: one for one in (*found.after, *found.before)}
        self._asked, self._sight = asked, sight

    def who(self, person_id: str, name: str = "") -> Who:
        lives = told(self._asked).lives
        person = self._persons.get(person_id) or (lives[person_id].person if person_id in lives else None)
        if person is None:
            return Who(person_id, name, False, False)
        hidden = not self._sight.person(person.claim_ids)
        return Who(person_id, "" if hidden else person.name, hidden, person_id in lives)

    def parts(self, parts: Sequence[Sequence[str]]) -> list[list[str]]:
        """For each part the names of its mentions that the account may read, each once."""
        with roll_of(self._asked) as roll:
            found = [[roll.mention(one) for one in part] for part in parts]
        return [
            list(dict.fromkeys(one.name for one in part if one and self._sight.document(one.document_id)))
            for part in found
        ]


def _moves(change: ListChange, people: _People) -> Iterator[Move]:
    of = change.definition
    for one in change.entering:
        yield Move("enters", of, people.who(one.person_id, one.name), None, _standing(one, of))
    for gone in change.leaving:
        member, other = gone.member, gone.counted_as
        as_whom = people.who(other.person_id, other.name) if other else None
        who = people.who(member.person_id, member.name)
        yield Move("leaves", of, who, _standing(member, of), None, as_whom)
    for before, after in change.altered:
        yield Move("stays", of, people.who(after.person_id), _standing(before, of), _standing(after, of))


def _standing(member: Member, of: Definition) -> Standing:
    titles: dict[str, Any] = {one.code: one.title for one in of.classes}
    return Standing(titles.get(member.fit.code, {"en": member.fit.code}), member.sure)
