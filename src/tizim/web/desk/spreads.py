"""How a list parts by article, place, sex and age: each bar opens to the people whom it counts.

Whoever may not open some documents has a list parted by what the others tell of the people in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tizim.claims import Claim
from tizim.tallies import StandingMembers
from tizim.web.desk.addressed import in_address, meant
from tizim.web.desk.deciders import asking, stamp
from tizim.web.desk.figures import counted
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register, told
from tizim.web.desk.people.roster import roster
from tizim.web.desk.sight import Sight
from tizim.web.desk.traits import Traits, traits_in
from tizim.web.desk.unnamed import near

TRAITS = ("article", "place", "sex", "age")
UNTOLD = "-"
"""Asks for those of whom a trait is not told, or told in ways that exclude each other."""
_MOST_BARS = 15
_Told = tuple[tuple[str, ...], Traits]
Parted = Mapping[str, Mapping[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Bar:
    """How many of a list have a trait; ``share`` is of the longest bar, in percent."""

    code: str
    count: int
    share: int
    address: str


@dataclass(frozen=True, slots=True)
class Spread:
    """The people of a list by one trait; whoever has it doubtfully or not at all is told beside."""

    trait: str
    bars: tuple[Bar, ...]
    unknown: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """The bar of which an address asks, and the people in it."""

    trait: str
    code: str
    people: frozenset[str]
    address: str


def spreads(name: str, asked: Moment, sight: Sight) -> tuple[Spread, ...]:
    """The people of the list by article, place, sex and age, as the claims tell that the account may read."""
    return tuple(_spread(trait, people) for trait, people in _parted(name, asked, sight).items())


def chosen(said: Mapping[str, str], name: str, asked: Moment, sight: Sight) -> Chosen | None:
    """The people of the bar that an address asks for; None where it asks for none."""
    trait, code = said.get("trait", ""), said.get("is", "")
    if trait not in TRAITS or not code:
        return None
    parted = _parted(name, asked, sight)[trait]
    told_of = meant(code, parted) if trait == "place" else code
    return Chosen(trait, told_of, parted.get(told_of, frozenset()), _address(trait, told_of))


def _address(trait: str, code: str) -> str:
    return in_address(code) if trait == "place" else code


def _parted(name: str, asked: Moment, sight: Sight) -> Parted:
    """Who has which trait; kept while the same is told and decided."""
    key = "spreads", name, stamp(asking(name, asked)), sight.closed
    return opened().telling(key, asked, lambda: _part(_told_of(name, asked, sight)))


def _told_of(name: str, asked: Moment, sight: Sight) -> Mapping[str, _Told]:
    members = counted(name, asked)[1].members
    assert isinstance(members, StandingMembers)
    standing = members.standing
    parts, beside = roster(asked).parts, near(asked, sight) & standing.keys()
    return {
        **{one: (each.articles, parts[one].traits) for one, each in standing.items()},
        **{one: _as_seen(one, standing[one].articles, asked, sight) for one in beside},
    }


def _as_seen(person_id: str, articles: Iterable[str], asked: Moment, sight: Sight) -> _Told:
    """The articles and traits that open claims tell."""
    order = sight.open_claims(told(asked).lives[person_id].person.claim_ids)
    by_id = {one.id: one for one in register().ledger.of(order) if isinstance(one, Claim)}
    claims = [by_id[one] for one in order if one in by_id]
    named = {article for one in claims for article in one.articles}
    return tuple(one for one in articles if one in named), traits_in(claims)


def _part(told_of: Mapping[str, _Told]) -> Parted:
    found: dict[str, dict[str, set[str]]] = {trait: defaultdict(set) for trait in TRAITS}
    for person_id, (articles, traits) in told_of.items():
        for trait, codes in zip(TRAITS, (articles, *traits), strict=True):
            for code in codes or (UNTOLD,):
                found[trait][code].add(person_id)
    return {trait: {code: frozenset(ids) for code, ids in by.items()} for trait, by in found.items()}


def _spread(trait: str, people: Mapping[str, frozenset[str]]) -> Spread:
    counts = {code: len(ids) for code, ids in people.items() if code != UNTOLD}
    most = max(counts.values(), default=1)
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if trait == "age":
        order = sorted(counts.items())
    bars = tuple(
        Bar(code, n, max(1, round(100 * n / most)), _address(trait, code)) for code, n in order[:_MOST_BARS]
    )
    return Spread(trait, bars, len(people.get(UNTOLD, ())), len(order) - len(bars))
