"""Where the people of a list are told of: at least and at most for each place, as their claims say.

A person is told of where the claims say for which he or she stands on the list. Who is told of in several
places is counted in none for sure; a region and a place within it are one place.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from tizim.claims import Claim
from tizim.publications.site.atlas import Region, Spot
from tizim.stores.sql.models import ENTRY_MODELS
from tizim.timelines import Chronicle
from tizim.vocab import Country, countries, country_named, names_whole_country, places, places_named
from tizim.web.desk.addressed import NOWHERE, in_address, meant
from tizim.web.desk.deciders import asking, stamp
from tizim.web.desk.figures import counted
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened
from tizim.web.desk.people.facets import place_code
from tizim.web.desk.sight import Sight

_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Abroad:
    """Another country with all in it, and the places in it that claims name."""

    country: Country
    total: Spot
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """The people of a list by place; ``beside`` lies in no region, of ``untold`` people no place is told."""

    regions: tuple[Region, ...]
    abroad: tuple[Abroad, ...]
    beside: tuple[Spot, ...]
    untold: int
    people: Mapping[str, frozenset[str]] = field(repr=False)
    around: Mapping[str, frozenset[str]] = field(repr=False)
    nowhere: frozenset[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class There:
    """A place of which an address asks, by itself or with all ``around`` it, and who is told of there."""

    by: str
    code: str
    people: frozenset[str]

    @property
    def address(self) -> str:
        """The place as addresses have it."""
        return in_address(self.code) if self.by == "place" else self.code


@dataclass(slots=True)
class _Count:
    sure: int = 0
    people: set[str] = field(default_factory=set)


def where(name: str, asked: Moment, sight: Sight) -> Where:
    """The places of a list for what the account may read; kept while the same is told and decided."""
    closed = sight.closed_claims
    key = "where", name, stamp(asking(name, asked)), closed
    return opened().telling(key, asked, lambda: _where(name, asked, closed))


def told_of(asked: Mapping[str, str], find: Callable[[], Where]) -> There | None:
    """The place of which an address asks, with who is told of there; None where it asks of none."""
    for key in ("place", "around"):
        if code := asked.get(key, ""):
            found = find()
            whole = found.people if key == "place" else found.around
            place = meant(code, whole) if key == "place" else code
            people = found.nowhere if place == NOWHERE else whole.get(place, frozenset())
            return There(key, place, people)
    return None


def _where(name: str, asked: Moment, closed: frozenset[str]) -> Where:
    rows, because = counted(name, asked)[1].rows, _because(name, asked)
    written = _places_of(one for each in because.values() for one in each)
    spelled: dict[str, set[str]] = defaultdict(set)
    exact: dict[str, _Count] = defaultdict(_Count)
    around: dict[str, _Count] = defaultdict(_Count)
    nowhere = set()
    for person_id, (_, sure, _) in rows.items():
        codes = set()
        for one in because[person_id]:
            if one not in closed and (text := written.get(one)):
                codes.add(code := place_code(text))
                spelled[code].add(text)
        codes = _finest(codes)
        _count(exact, person_id, codes, sure=sure)
        _count(around, person_id, {_around(code, asked.as_of) for code in codes}, sure=sure)
        if not codes:
            nowhere.add(person_id)
    return Where(
        tuple(_regions(exact, around, asked.as_of)),
        tuple(_abroad(exact, around, spelled)),
        tuple(_beside(exact, spelled, asked.as_of)),
        len(nowhere),
        {code: frozenset(one.people) for code, one in exact.items()},
        {code: frozenset(one.people) for code, one in around.items()},
        frozenset(nowhere),
    )


def _because(name: str, asked: Moment) -> Mapping[str, Sequence[str]]:
    """The claims for which everybody stands on the list; up to date."""

    def begin(_: Chronicle) -> dict[str, Sequence[str]]:
        found = counted(name, asked)[1]
        return {one: found.member(one).fit.because for one in found.rows}

    def go_on(
        before: dict[str, Sequence[str]], _: Chronicle, touched: Collection[str]
    ) -> dict[str, Sequence[str]]:
        found = counted(name, asked)[1]
        new = {one for one in found.rows if one in touched or one not in before}
        return {one: found.member(one).fit.because if one in new else before[one] for one in found.rows}

    key = "because", name, stamp(asking(name, asked))
    return opened().following_on(key, asked, begin, go_on)


def _places_of(claim_ids: Iterable[str]) -> Mapping[str, str | None]:
    """Where each claim says that something was done; claims never change, so what was read once is kept."""
    known: dict[str, str | None] = opened().lasting("places of claims", dict)
    wanted = sorted({one for one in claim_ids if one not in known})
    for at in range(0, len(wanted), _AT_ONCE):
        some = wanted[at : at + _AT_ONCE]
        rows = ENTRY_MODELS[Claim.kind].objects.filter(entry_id__in=some)
        known.update(rows.values_list("entry_id", "place"))
    return known


def _finest(codes: set[str]) -> set[str]:
    """Without regions and countries around a place that is named more closely."""
    known = places().by_code
    wider = {one for code in codes if code in known for one in known[code].within}
    nearer = {found.code for code in codes if (found := _elsewhere(code)) and not names_whole_country(code)}
    whole = {code for code in codes if names_whole_country(code)}
    return codes - wider - {code for code in whole if (found := _elsewhere(code)) and found.code in nearer}


def _count(counts: dict[str, _Count], person_id: str, codes: Collection[str], *, sure: bool) -> None:
    for code in codes:
        counts[code].people.add(person_id)
        counts[code].sure += sure and len(codes) == 1


def _around(code: str, day: date) -> str:
    """The region or the other country around a place; a place of which neither is known is its own."""
    elsewhere = _elsewhere(code)
    return _region(code, day) or (elsewhere.code if elsewhere else code)


@lru_cache(maxsize=4096)
def _elsewhere(code: str) -> Country | None:
    """The other country that a written place names, if no place at hand bears the name."""
    return None if code in places().by_code or places_named(code) else country_named(code)


def _region(code: str, day: date) -> str | None:
    """The region around a known place on the day; a region and a city of its own are their own."""
    known = places().by_code.get(code)
    if known is None or known.kind == "country":
        return None
    above = known.region_on(day)
    return code if known.kind == "region" or above is None or "-" not in above else above


def _regions(exact: Mapping[str, _Count], around: Mapping[str, _Count], day: date) -> Iterator[Region]:
    inside: dict[str, list[Spot]] = defaultdict(list)
    for code, count in exact.items():
        if region := _region(code, day):
            inside[region].append(_spot(code, count))
    for total in sorted((_spot(code, around[code]) for code in inside), key=_order):
        yield Region(total, tuple(sorted(inside[total.code], key=_order)))


def _abroad(
    exact: Mapping[str, _Count], around: Mapping[str, _Count], spelled: Mapping[str, set[str]]
) -> Iterator[Abroad]:
    inside: dict[str, list[Spot]] = defaultdict(list)
    for code, count in exact.items():
        if found := _elsewhere(code):
            inside[found.code].append(_spot(code, count, tuple(sorted(spelled[code]))))
    for total in sorted((_spot(code, around[code]) for code in inside), key=_order):
        spots = tuple(sorted(inside[total.code], key=_order))
        yield Abroad(countries()[total.code], total, spots)


def _beside(exact: Mapping[str, _Count], spelled: Mapping[str, set[str]], day: date) -> Iterator[Spot]:
    spots = [
        _spot(code, count, tuple(sorted(spelled[code])))
        for code, count in exact.items()
        if _region(code, day) is None and _elsewhere(code) is None
    ]
    yield from sorted(spots, key=_order)


def _spot(code: str, count: _Count, written: tuple[str, ...] = ()) -> Spot:
    known = places().by_code.get(code)
    may_be = tuple(dict.fromkeys(one for text in written for one in places_named(text)))
    return Spot(code, known, count.sure, len(count.people), () if known else written, () if known else may_be)


def _order(spot: Spot) -> tuple[int, int, str]:
    return -spot.at_most, -spot.at_least, spot.code
