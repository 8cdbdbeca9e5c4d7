"""What is known of one place: names, renamings, the region around it, all by date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Renaming:
    """A new name: the day of the decision, the names until then, the decision by its title."""

    on: date
    before: Mapping[str, str]
    source: str


@dataclass(frozen=True, slots=True)
class Move:
    """A change of region: the day, the code of the region until then, the decision by its title."""

    on: date
    before: str
    source: str


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A country, region, district, city or settlement.

    ``names``: today's, by language (kk, ru, en). ``region``: the code of what it lies in today.
    ``within``: the codes of all that lies or lay around it. ``size``: inhabitants, about, only for telling
    a large place from a small one of the same name; None where unknown. ``at``: latitude and longitude.
    """

    code: str
    kind: str
    names: Mapping[str, str]
    also: tuple[str, ...] = ()
    region: str | None = None
    size: int | None = None
    renamed: tuple[Renaming, ...] = ()
    moved: tuple[Move, ...] = ()
    within: frozenset[str] = field(default=frozenset(), repr=False)
    at: tuple[float, float] | None = None

    def name_on(self, day: date | None, lang: str) -> str:
        """The name in the language on the day; today's if the day is None.

        Where the language has none, English stands in, then any. Changes of which only the fact is known,
        not the day (Aktyubinsk, Guryev), are spellings in ``also`` and do not show here.
        """
        later = [] if day is None else [change for change in self.renamed if day < change.on]
        names = min(later, key=lambda change: change.on).before if later else self.names
        return names.get(lang) or names.get("en") or next(iter(names.values()))

    def region_on(self, day: date | None) -> str | None:
        """The code of the region around the place on the day; today's if the day is None."""
        later = [] if day is None else [change for change in self.moved if day < change.on]
        return min(later, key=lambda change: change.on).before if later else self.region

    @property
    def written(self) -> tuple[str, ...]:
        """Every form in which the place is known, today's and former, in every language."""
        former = (name for change in self.renamed for name in change.before.values())
        return (*self.names.values(), *self.also, *former)
