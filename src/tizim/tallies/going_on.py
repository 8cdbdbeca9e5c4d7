"""The tally of a count that goes on: bounds at once, members and claims when somebody asks for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tizim.tallies.fitting import Fit, placed
from tizim.tallies.groups import GroupCount, count_groups
from tizim.tallies.knot import Bounds
from tizim.tallies.lasting import Day, Lasting
from tizim.tallies.members import Later, StandingMembers
from tizim.tallies.strays import asks_who_is_sure, made_by, not_for_sure, spoiled
from tizim.tallies.tally import Member, Part, Tally, part_with_group, with_groups
from tizim.timelines import Chronicle


def counted(
    by: Lasting, told: Chronicle, *, as_of: date, known_at: str | None = None, at: Day | None = None
) -> Tally:
    """The same as ``tally``; ``at`` is the day, where it was found already."""
    return _Count(by, at or by.on(told, as_of), as_of).tally(known_at)


def bounds_known(
    by: Lasting, told: Chronicle, codes: Iterable[str | None], *, as_of: date
) -> dict[str | None, Bounds]:
    """The same as ``named_bounds``."""
    found = _Count(by, by.on(told, as_of), as_of).bounds()
    return {code: found[code] for code in codes}


@dataclass(frozen=True)
class _Count:
    by: Lasting
    at: Day
    as_of: date

    def tally(self, known_at: str | None) -> Tally:
        of, told, found = self.by.of, self.at.told, self.bounds()
        groups = count_groups(of, told.groups, self.as_of)
        parts = {one.code: self._part(one.code, found[one.code], groups) for one in of.classes}
        bounds = with_groups(found[None], parts, groups)
        return Tally(
            definition=of.name,
            version=of.version,
            as_of=self.as_of,
            known_at=known_at,
            basis=told.basis,
            unit=of.counting_unit,
            at_least=bounds.at_least,
            at_most=bounds.at_most,
            parts=parts,
            members=self._members(),
            groups=groups,
            bound=of.bound,
        )

    def bounds(self) -> dict[str | None, Bounds]:
        """The bounds of named people (or acts) without counted groups, of all and of each class."""
        strays = self._strays()
        found: dict[str | None, Bounds] = {}
        for at, code in enumerate(self.by.codes):
            low, high = self.at.sums[at]
            low -= sum(self.at.members[one].bounds[at][0] for one in strays)
            found[code] = Bounds(low, high)
        return self._with_strays(found) if self.at.told.strays else found

    def _strays(self) -> list[str]:
        """The strays who are on the list and in no doubt with others."""
        return [one for one in self._not_for_sure if one in self.at.members and one not in self.at.doubted]

    @cached_property
    def _not_for_sure(self) -> frozenset[str]:
        of, told, members, doubted = self.by.of, self.at.told, self.at.members, self.at.doubted
        if not told.strays:
            return frozenset()
        asked = members if asks_who_is_sure(of) else ()
        return not_for_sure(told, of, {one for one in asked if members[one].sure and one not in doubted})

    def _with_strays(self, found: dict[str | None, Bounds]) -> dict[str | None, Bounds]:
        """Less whom strays may spoil, more whom they may make."""
        of, told = self.by.of, self.at.told
        if of.counting_unit == "act":
            return found
        near = {one for each in told.strays for one in each.namesakes if one in self.at.members}
        fits = {one: self.by.fits(told.lives[one], self.as_of) for one in near}
        return {
            code: Bounds(
                max(0, one.at_least - spoiled(told, of, code, fits, day=self.as_of)),
                one.at_most + made_by(told, of, code, fits, day=self.as_of),
            )
            for code, one in found.items()
        }

    def _part(self, code: str, named: Bounds, groups: tuple[GroupCount, ...]) -> Part:
        because = Later(lambda: self._because(code, groups))
        if self.by.of.counting_unit == "act":
            return Part(named.at_least, named.at_most, because)
        return Part(*part_with_group(code, named, groups), because)

    def _because(self, code: str, groups: tuple[GroupCount, ...]) -> tuple[str, ...]:
        named = (one for member in self._members() if member.fit.code == code for one in member.fit.because)
        of_groups = (one for group in groups if group.code == code for one in group.because)
        return tuple(dict.fromkeys((*named, *of_groups)))

    def _members(self) -> StandingMembers:
        strays, doubted, leaves = self._not_for_sure, self.at.doubted, self.by.leaves(self.at.told)
        return StandingMembers(
            self.at.members,
            doubted | strays,
            [one.code for one in self.by.of.classes],
            lambda one: leaves[one].sorted_by,
            lambda one: self._member(one, stray=one in strays),
        )

    def _member(self, one: str, *, stray: bool) -> Member:
        life = self.at.told.lives[one]
        found: tuple[Fit, ...] = self.by.fits(life, self.as_of)
        fit = placed(found)
        assert fit is not None
        return Member(one, life.person.name, fit, found, one in self.at.doubted, stray)
