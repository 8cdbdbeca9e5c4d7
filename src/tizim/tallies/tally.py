"""Counting: at least, at most, and because of which claims."""

from abc import abstractmethod
from collections import ChainMap
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tizim.tallies.assessed import Decisions
from tizim.tallies.definition import Class, Definition
from tizim.tallies.fitting import Fit, acts_counted, answer_in, fits, placed, whole
from tizim.tallies.groups import GroupCount, count_groups
from tizim.tallies.readings import Bounds, Doubted, doubted
from tizim.tallies.strays import made_by, not_for_sure, spoiled
from tizim.timelines import NOT, SURELY, Chronicle, FoldedLives, Life, Lives


@dataclass(frozen=True, slots=True)
class Member:
    """A person on a list: in which class, surely or perhaps, why, and the claims behind it.

    ``stray``: a surname alone that may be somebody else's who is told of in another document.
    """

    person_id: str
    name: str
    fit: Fit
    fits: tuple[Fit, ...]
    doubted_identity: bool = False
    stray: bool = False

    @property
    def sure(self) -> bool:
        """Whether the person surely belongs on the list as one person of its own."""
        return whole(self.fits) == SURELY and not self.doubted_identity and not self.stray


class Members(Sequence[Member]):
    """Members of a long list, each made when it is asked for."""

    @property
    @abstractmethod
    def rows(self) -> Mapping[str, "Row"]:
        """See ``Tally``."""

    def differing(self, other: "Members") -> set[str]:
        """The ids of those of whom the rows tell otherwise, or who stand only here or only there."""
        rows, others = self.rows, other.rows
        return {one for one in {*rows, *others} if rows.get(one) != others.get(one)}

    @abstractmethod
    def by_id(self, person_id: str) -> Member:
        """See ``Tally.member``."""

    @abstractmethod
    def sorted_by(self, person_id: str) -> str:
        """The name by which the member stands in the list."""


@dataclass(frozen=True, slots=True)
class Part:
    """The bounds of one class; parts are exclusive, and doubt may move a person between them."""

    at_least: int
    at_most: int | None
    because: Sequence[str]


Row = tuple[str, bool, str]
"""In which class a member is listed, whether surely, and the code of the reason."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A count as of a day, as known at a moment: bounds, parts, members and the claims behind them.

    ``at_most`` is ``None`` where a counted group leaves it open ("at least 58"). The counting unit is
    that of the definition; units never mix. ``bound`` is what people decided, where the definition asks.
    """

    definition: str
    version: int
    as_of: date
    known_at: str | None
    basis: str
    unit: str
    at_least: int
    at_most: int | None
    parts: Mapping[str, Part]
    members: Sequence[Member]
    groups: tuple[GroupCount, ...]
    bound: Decisions | None = field(default=None, compare=False, repr=False)

    @property
    def rows(self) -> Mapping[str, Row]:
        """For each member in which class, whether surely, and why."""
        if isinstance(self.members, Members):
            return self.members.rows
        return {one.person_id: (one.fit.code, one.sure, one.fit.why) for one in self.members}

    def member(self, person_id: str) -> Member:
        """The member with that id."""
        return self.finding()[0](person_id)

    def finding(self) -> tuple[Callable[[str], Member], Callable[[str], str]]:
        """What finds a member by the id, and the name by which the member stands in the list."""
        if isinstance(self.members, Members):
            return self.members.by_id, self.members.sorted_by
        known = {one.person_id: one for one in self.members}
        return known.__getitem__, lambda one: known[one].name.casefold()

    @property
    def because(self) -> tuple[str, ...]:
        """Every claim that the count rests on, each once."""
        named = (one for member in self.members for one in member.fit.because)
        counted = (one for group in self.groups for one in group.because)
        return tuple(dict.fromkeys((*named, *counted)))

    @property
    def decided(self) -> tuple[str, ...]:
        """Every determination and recognition that the count rests on, each once."""
        return tuple(dict.fromkeys(one for member in self.members for one in member.fit.decided))

    @property
    def doubtful(self) -> tuple[Member, ...]:
        """The members who make the difference between the bounds."""
        return tuple(member for member in self.members if not member.sure)


@dataclass(frozen=True, slots=True)
class Survey:
    """Everybody whom a definition can concern on a day, with how the classes fit; groups as they are found.

    It costs most of a count, and serves every count of the same chronicle, or of one that shares most of it.
    """

    told: Chronicle
    seen: Mapping[str, tuple[Life, tuple[Fit, ...]]]
    doubts: MutableMapping[int, Doubted]
    _named: list["Tally"] = field(default_factory=list, compare=False, repr=False)

    def named(self, of: Definition, day: date) -> "Tally":
        """The count of named people (or acts) alone, without counted groups; found once."""
        if not self._named:
            told = replace(self.told, groups=())
            self._named.append(tally(of, told, as_of=day, surveyed=self))
        return self._named[0]

    def turned(self, would: Chronicle, of: Definition, day: date, people: Collection[str]) -> "Survey":
        """The survey of another chronicle, of which only these people are told otherwise."""
        near = FoldedLives(would.lives[one] for one in people if one in would.lives)
        seen = {one: each for one, each in self.seen.items() if one not in people}
        return Survey(would, seen | dict(_seen(of, near, day)), ChainMap({}, self.doubts))


def survey(of: Definition, told: Chronicle, day: date) -> Survey:
    """The survey of a chronicle."""
    return Survey(told, dict(_seen(of, told.lives, day)), {})


def tally(
    of: Definition,
    told: Chronicle,
    *,
    as_of: date,
    known_at: str | None = None,
    surveyed: Survey | None = None,
) -> Tally:
    """The count of the definition on the day, from the chronicle of what is known at the moment.

    ``surveyed`` is the survey of that chronicle (but for counted groups), if there is one.
    """
    by = surveyed or survey(of, told, as_of)
    members = _members(of, told, by.seen.values())
    groups = count_groups(of, told.groups, as_of)
    count = _Counting(of, told, as_of, members, groups, doubted(told, of, as_of, by.seen.values(), by.doubts))
    parts = {one.code: count.part(one) for one in of.classes}
    bounds = with_groups(count.named(), parts, groups)
    return Tally(
        definition=of.name,
        version=of.version,
        as_of=as_of,
        known_at=known_at,
        basis=told.basis,
        unit=of.counting_unit,
        at_least=bounds.at_least,
        at_most=bounds.at_most,
        parts=parts,
        members=members,
        groups=groups,
        bound=of.bound,
    )


def differing(one: Tally, other: Tally) -> set[str]:
    """The ids of those who stand on one of two counts otherwise than on the other, or on one alone."""
    if isinstance(one.members, Members) and isinstance(other.members, Members):
        return one.members.differing(other.members)
    rows, others = one.rows, other.rows
    return {each for each in {*rows, *others} if rows.get(each) != others.get(each)}


def named_bounds(
    of: Definition, told: Chronicle, codes: Iterable[str | None], *, as_of: date, surveyed: Survey | None
) -> dict[str | None, Bounds]:
    """The bounds of named people (or acts) without counted groups, of each class asked for; None is all."""
    by = surveyed or survey(of, told, as_of)
    members = _members(of, told, by.seen.values())
    doubts = doubted(told, of, as_of, by.seen.values(), by.doubts)
    count = _Counting(of, told, as_of, members, (), doubts)
    return {code: count.bounds(code) for code in codes}


def _seen(of: Definition, lives: Lives, day: date) -> Iterator[tuple[str, tuple[Life, tuple[Fit, ...]]]]:
    """Everybody whom the definition can concern on the day, and how the classes fit."""
    states = {state for one in of.classes for state in one.states}
    acts = {act for one in of.classes for act in one.acts}
    for life in lives.touching(states, acts, day):
        yield life.person.id, (life, fits(life.timeline, of, day, life.person.mention_ids))


def _members(
    of: Definition, told: Chronicle, seen: Iterable[tuple[Life, tuple[Fit, ...]]]
) -> tuple[Member, ...]:
    """Everybody whom the definition counts on the day, surely or perhaps, by class and name."""
    doubted = {one for doubt in told.doubts for one in doubt.person_ids}
    order = {one.code: at for at, one in enumerate(of.classes)}
    found = [
        Member(life.person.id, life.person.name, fit, all_fits, life.person.id in doubted)
        for life, all_fits in seen
        if (fit := placed(all_fits)) is not None
    ]
    strays = not_for_sure(told, of, {one.person_id for one in found if one.sure})
    told_apart = [replace(one, stray=True) if one.person_id in strays else one for one in found]
    return tuple(
        sorted(told_apart, key=lambda one: (order[one.fit.code], one.name.casefold(), one.person_id))
    )


@dataclass(frozen=True, slots=True)
class _Counting:
    """Everything that counting one class after the other needs."""

    of: Definition
    told: Chronicle
    day: date
    members: tuple[Member, ...]
    groups: tuple[GroupCount, ...]
    doubts: tuple[Doubted, ...]

    def named(self) -> Bounds:
        """The bounds of all named people (or acts), each counted once."""
        return self.bounds(None)

    def part(self, one: Class) -> Part:
        """The bounds of one class and the claims behind them."""
        because = _because(self.members, self.groups, one.code)
        named = self.bounds(one.code)
        if self.of.counting_unit == "act":
            return Part(named.at_least, named.at_most, because)
        low, high = part_with_group(one.code, named, self.groups)
        return Part(low, high, because)

    def bounds(self, code: str | None) -> Bounds:
        """Those whom no doubt touches, each for one; the groups in doubt; less whom strays may spoil."""
        alone = [one for one in self.members if not one.doubted_identity]
        counted = [self._one(member, code) for member in alone]
        counted += [one.bounds(code) for one in self.doubts]
        found = Bounds(sum(one.at_least for one in counted), sum(one.at_most for one in counted))
        fits = {one.person_id: one.fits for one in self.members}
        if not self.told.strays or self.of.counting_unit == "act":
            return found
        less = spoiled(self.told, self.of, code, fits, day=self.day)
        more = made_by(self.told, self.of, code, fits, day=self.day)
        return Bounds(max(0, found.at_least - less), found.at_most + more)

    def _one(self, member: Member, code: str | None) -> Bounds:
        """What one member adds; a stray may be somebody who is counted already."""
        if self.of.counting_unit == "act":
            asked = [one for one in self.of.classes if code in (None, one.code)]
            acts = self.told.lives[member.person_id].timeline.acts
            found = Bounds(*acts_counted(acts, asked, self.day))
        else:
            answer = whole(member.fits) if code is None else answer_in(code, member.fits)
            found = Bounds(int(answer == SURELY), int(answer != NOT))
        return Bounds(0, found.at_most) if member.stray else found


def part_with_group(code: str, named: Bounds, groups: Sequence[GroupCount]) -> tuple[int, int | None]:
    """The bounds of one class of named people, with the counted group of the class, if there is one."""
    for group in groups:
        if group.code == code:
            most = None if group.at_most is None else named.at_most + group.at_most
            return max(named.at_least, group.at_least), most
    return named.at_least, named.at_most


def _because(members: Sequence[Member], groups: Sequence[GroupCount], code: str) -> tuple[str, ...]:
    named = (one for member in members if member.fit.code == code for one in member.fit.because)
    counted = (one for group in groups if group.code == code for one in group.because)
    return tuple(dict.fromkeys((*named, *counted)))


def with_groups(named: Bounds, parts: Mapping[str, Part], groups: Sequence[GroupCount]) -> Bounds:
    """Counted groups may hold the named people: each class takes the larger, classes add up."""
    if not groups:
        return named
    counted = {group.code for group in groups}
    rest = [part for code, part in parts.items() if code not in counted]
    low = sum(parts[code].at_least for code in counted) + sum(part.at_least for part in rest)
    most = [parts[code].at_most for code in counted] + [part.at_most for part in rest]
    high = None if any(one is None for one in most) else sum(one for one in most if one is not None)
    return Bounds(max(named.at_least, low), high)  # type: ignore[arg-type]
