"""Equal names in contexts that cannot be one person's: ages too far apart, another sex.

What speaks so hard only keeps names from joining; it never says that two are different, since an age may be
misprinted. A death before another's custody is no reason: it may be an error about one person.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from tizim.claims import Claim
from tizim.identity.context import Span, birth_years, born_at
from tizim.identity.described import sex_of
from tizim.identity.sets import DisjointSets
from tizim.vocab import VagueDateError, vague_date

UNLIKE = "unlike_context"
YEARS = 2


class Bearing(NamedTuple):
    """In which years somebody may have been born, and of which sexes the claims speak."""

    born: Span | None = None
    sexes: frozenset[str] = frozenset()

    @property
    def row(self) -> Any:
        """What is to be kept of it."""
        return self.born, sorted(self.sexes)

    @classmethod
    def of_row(cls, row: Any) -> "Bearing":
        """What was kept."""
        born, sexes = row
        return cls((born[0], born[1]) if born else None, frozenset(sexes))

    def unlike(self, other: "Bearing") -> bool:
        """Whether the two cannot be one person, if both are right."""
        if self.sexes and other.sexes and self.sexes.isdisjoint(other.sexes):
            return True
        if self.born is None or other.born is None:
            return False
        return max(self.born[0], other.born[0]) - min(self.born[1], other.born[1]) > YEARS


def bearing(claim: Claim) -> Bearing | None:
    """What the claim says of age and sex, if anything."""
    sex = sex_of(claim.sex) if claim.sex else None
    born = _born(claim.age, claim.status_as_of or claim.date) if claim.age is not None else None
    return Bearing(born, frozenset({sex} if sex else ())) if born or sex else None


def _born(age: int, day: str | None) -> Span | None:
    """The years of birth of somebody of that age on that day; None where the day is not known."""
    try:
        return born_at(age, vague_date(day).days) if day else None
    except VagueDateError:
        return None


def together(bearings: Iterable[Bearing]) -> Bearing:
    """What all of them say of one person: the years that all allow, else all years; every sex named."""
    known = list(bearings)
    born = birth_years([one.born for one in known if one.born])
    return Bearing(born, frozenset().union(*[one.sexes for one in known]))


def cannot_be_one(some: Iterable[Claim], others: Iterable[Claim]) -> bool:
    """Whether what these claims say of age and sex cannot be true of the same person as what those say."""
    one, other = (together(filter(None, map(bearing, claims))) for claims in (some, others))
    return one.unlike(other)


def parted(members: Iterable[int], known: Mapping[int, Bearing]) -> list[set[int]]:
    """The members that may be joined with each other, and those who fit several stand by themselves.

    Those whose contexts agree through others are one set, unless two of them are unlike: then each is
    alone. Those without a context are a set of their own as soon as there are two sets beside them.
    """
    by_bearing: dict[Bearing, set[int]] = {}
    plain = set()
    for one in members:
        if one in known:
            by_bearing.setdefault(known[one], set()).add(one)
        else:
            plain.add(one)
    ways = sorted(by_bearing, key=lambda way: (way.born or (0, 0), sorted(way.sexes)))
    if not any(one.unlike(other) for at, one in enumerate(ways) for other in ways[:at]):
        return [plain.union(*by_bearing.values())]
    found: list[set[int]] = [plain] if plain else []
    for alike in _agreeing(ways):
        some = [by_bearing[one] for one in alike]
        torn = any(one.unlike(other) for at, one in enumerate(alike) for other in alike[:at])
        found += [{one} for group in some for one in group] if torn else [set().union(*some)]
    return found


def _agreeing(ways: list[Bearing]) -> list[list[Bearing]]:
    """The bearings that agree with each other, directly or through others."""
    sets = DisjointSets(len(ways))
    for at, one in enumerate(ways):
        for before in range(at):
            if not one.unlike(ways[before]):
                sets.join(at, before)
    groups: dict[int, list[Bearing]] = {}
    for at, one in enumerate(ways):
        groups.setdefault(sets.root(at), []).append(one)
    return list(groups.values())
