"""How far two groups agree about the same people: the share, and Cohen's kappa, which takes chance off."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two groups on the people that both have decided on.

    ``both`` is how many these are, ``same`` on how many they agree. ``kappa`` (Cohen 1960, "A coefficient of
    agreement for nominal scales") is 1 for full agreement and 0 for what chance gives; ``None`` where it has
    no meaning: nobody in common, or both always say one and the same. ``differing`` are the people on whom
    they differ.
    """

    both: int
    same: int
    kappa: float | None
    differing: tuple[str, ...]


def agreement(left: Mapping[str, str], right: Mapping[str, str]) -> Agreement:
    """The agreement of two groups, from what each says of a person (by the person's id)."""
    common = sorted(left.keys() & right.keys())
    differing = tuple(one for one in common if left[one] != right[one])
    same = len(common) - len(differing)
    return Agreement(len(common), same, _kappa([(left[one], right[one]) for one in common]), differing)


def _kappa(pairs: list[tuple[str, str]]) -> float | None:
    if not pairs:
        return None
    n = len(pairs)
    observed = sum(one == other for one, other in pairs) / n
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(first[code] * second[code] for code in first) / n**2
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)
