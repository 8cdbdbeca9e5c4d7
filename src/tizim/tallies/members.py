"""Members of a long list of whom little is known by heart: the rest is told when somebody asks."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import Any, NamedTuple, overload

from tizim.tallies.tally import Member, Members, Row


class Standing(NamedTuple):
    """How somebody stands in a count: the place of the class, whether surely, why, the last day told of.

    ``bounds`` are for all that is counted and then for each class: as how many the person alone counts;
    ``articles`` are those of the state.
    """

    place: int
    sure: bool
    why: str
    last_told: int
    bounds: tuple[tuple[int, int], ...]
    articles: tuple[str, ...] = ()


class Rows(Mapping[str, Row]):
    """Of each member in which class, whether surely, and why: told when somebody asks."""

    def __init__(
        self, standing: Mapping[str, Standing], unsure: Container[str], codes: Sequence[str]
    ) -> None:
        self._standing, self._unsure, self._codes = standing, unsure, codes

    def __getitem__(self, one: str) -> Row:
        """The row of one."""
        found = self._standing[one]
        return self._codes[found.place], found.sure and one not in self._unsure, found.why

    def __contains__(self, one: object) -> bool:
        """Whether there is such a member."""
        return one in self._standing

    def __iter__(self) -> Iterator[str]:
        """The ids."""
        return iter(self._standing)

    def __len__(self) -> int:
        """How many they are."""
        return len(self._standing)


class StandingMembers(Members):
    """The members in the order of classes and names, each made by ``make`` when it is asked for."""

    def __init__(
        self,
        standing: Mapping[str, Standing],
        unsure: Set[str],
        codes: Sequence[str],
        name: Callable[[str], str],
        make: Callable[[str], Member],
    ) -> None:
        self.standing, self._unsure, self._codes, self._name, self._make = standing, unsure, codes, name, make
        self._among: StandingMembers | None = None  # whose some these are, in the same order
        self._made: dict[str, Member] = {}

    @cached_property
    def _order(self) -> Sequence[str]:
        name, places = self._name, self.standing
        if self._among is not None:
            return [one for one in self._among._order if one in places]
        return sorted(places, key=lambda one: (places[one].place, name(one), one))

    @cached_property
    def rows(self) -> Rows:
        """See ``Tally``."""
        return Rows(self.standing, self._unsure, self._codes)

    def differing(self, other: Members) -> set[str]:
        """See ``Members``; of most who stand on both it is the same that is held."""
        if not isinstance(other, StandingMembers):
            return super().differing(other)
        before, after = self.standing, other.standing
        turned = self._unsure ^ other._unsure
        either = {one for one, each in before.items() if each is not after.get(one) or one in turned}
        either |= after.keys() - before.keys()
        rows, others = self.rows, other.rows
        return {one for one in either if rows.get(one) != others.get(one)}

    def by_id(self, person_id: str) -> Member:
        """See ``Tally``."""
        found = self._made.get(person_id)
        if found is None:
            found = self._made[person_id] = self._make(person_id)
        return found

    def sorted_by(self, person_id: str) -> str:
        """See ``Members``."""
        return self._name(person_id)

    def where(self, true: Callable[[str, Standing], bool]) -> "StandingMembers":
        """Those of them of whom that is true."""
        some = {one: found for one, found in self.standing.items() if true(one, found)}
        found = StandingMembers(some, self._unsure, self._codes, self._name, self._make)
        found._among = self
        return found

    def __len__(self) -> int:
        """How many they are."""
        return len(self.standing)

    def __iter__(self) -> Iterator[Member]:
        """One after the other."""
        return map(self._make, self._order)

    @overload
    def __getitem__(self, at: int) -> Member: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Member]: ...
    def __getitem__(self, at: Any) -> Any:
        """One of them, or several."""
        found = self._order[at]
        return [self._make(one) for one in found] if isinstance(at, slice) else self._make(found)


class Later(Sequence[str]):
    """Texts that are told when somebody asks for them."""

    def __init__(self, tell: Callable[[], Sequence[str]]) -> None:
        self._tell = tell

    @cached_property
    def _told(self) -> Sequence[str]:
        return self._tell()

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: Any) -> Any:
        """One of them, or several."""
        return self._told[at]

    def __len__(self) -> int:
        """How many they are."""
        return len(self._told)
