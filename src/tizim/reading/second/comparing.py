"""Both readers beside each other: what they agree on, where they differ, what one of them alone proposes."""

from dataclasses import dataclass
from typing import Literal

from tizim.reading.found import ClaimFound, Reading
from tizim.vocab import VocabError, vague_date

_COMPARED = ("date", "place", "articles", "outcome", "certainty")
_VERDICT = ("sentence", "conviction")


@dataclass(frozen=True, slots=True)
class Pair:
    """A proposal of one reader or of both; ``differs`` names the fields that they fill in other ways."""

    first: ClaimFound | None = None
    second: ClaimFound | None = None
    differs: tuple[str, ...] = ()

    @property
    def found_by(self) -> Literal["both", "first", "second"]:
        """Which reader proposes it."""
        if self.first is None:
            return "second"
        return "first" if self.second is None else "both"


def compared(first: Reading, second: Reading) -> tuple[Pair, ...]:
    """Each proposal of the first reader with the one of the second that means the same; then what is left.

    The same is: that subject, that act (a verdict is one, with a penalty or without), days that do not
    exclude each other.
    """
    left = [claim for claim in second.claims if claim.level != "figure"]
    pairs = []
    for claim in first.claims:
        if claim.level == "figure":
            continue
        other = min(
            (one for one in left if _same(claim, one)),
            key=lambda one: len(_differing(claim, one)),
            default=None,
        )
        if other is not None:
            left.remove(other)
        pairs.append(Pair(claim, other, _differing(claim, other) if other else ()))
    return (*pairs, *(Pair(second=claim) for claim in left))


def _same(one: ClaimFound, other: ClaimFound) -> bool:
    acts = one.act == other.act or (one.act in _VERDICT and other.act in _VERDICT)
    return acts and _same_subject(one, other) and not _days_apart(one.date, other.date)


def _same_subject(one: ClaimFound, other: ClaimFound) -> bool:
    if one.person is not None and other.person is not None:
        names = [set(claim.person.casefold().split()) for claim in (one, other) if claim.person]
        return names[0] <= names[1] or names[1] <= names[0]
    if one.organisation is not None and other.organisation is not None:
        return one.organisation.casefold() == other.organisation.casefold()
    if one.group is None or other.group is None:
        return False
    return one.count_min == other.count_min or (
        one.count_max == other.count_max and one.count_max is not None
    )


def _days_apart(one: str | None, other: str | None) -> bool:
    """Whether two dates cannot be of one day."""
    if one is None or other is None:
        return False
    try:
        first, second = vague_date(one).days, vague_date(other).days
    except VocabError:
        return False
    return any(
        early.last is not None and late.first is not None and early.last < late.first
        for early, late in ((first, second), (second, first))
    )


def _differing(one: ClaimFound, other: ClaimFound) -> tuple[str, ...]:
    return tuple(name for name in _COMPARED if getattr(one, name) != getattr(other, name))
