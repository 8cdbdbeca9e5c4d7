"""By what a list is parted beside articles: place, sex and age, as the claims about each person tell."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from tizim.vocab import place

_AGES = ((0, 17), (18, 29), (30, 44), (45, 59), (60, 150))


class Told(Protocol):
    """What one claim says of them."""

    @property
    def place(self) -> str | None:
        """Where."""

    @property
    def sex(self) -> str | None:
        """The sex of the person."""

    @property
    def age(self) -> int | None:
        """The age in years."""


class Traits(NamedTuple):
    """The place that most claims tell, the sex if all that tell one agree, the group of the latest age."""

    places: tuple[str, ...] = ()
    sexes: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()

    @classmethod
    def of_row(cls, row: Sequence[Iterable[str]]) -> "Traits":
        """The same from how it was kept."""
        return cls(*map(tuple, row))


UNTOLD = Traits()


def traits_in(claims: Sequence[Told]) -> Traits:
    """The traits that places, sexes and ages tell, the latest claim the last."""
    places = Counter(_one_place(one.place) for one in claims if one.place)
    sexes = {one.sex for one in claims if one.sex}
    ages = [one.age for one in claims if one.age is not None]
    return Traits(
        tuple(code for code, _ in places.most_common(1)),
        tuple(sexes) if len(sexes) == 1 else (),
        tuple(f"{low:02}-{high}" for low, high in _AGES if ages and low <= ages[-1] <= high),
    )


@lru_cache(maxsize=4096)
def _one_place(text: str) -> str:
    """One place however it is written."""
    known = place(text)
    return known.code if known else text
