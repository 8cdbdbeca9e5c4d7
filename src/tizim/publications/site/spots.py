"""Where the acts of an edition took place: people at least and at most for each place, for its map."""

from collections import defaultdict

from tizim.publications.content import Content
from tizim.publications.site.atlas import Region, Spot
from tizim.vocab import place, places


def spots_of(content: Content) -> tuple[Region, ...]:
    """The places of the acts of those who are named, the largest first; a country is no place on its map.

    Whoever is told of in several places is counted in none of them for sure.
    """
    people: dict[str, set[int]] = defaultdict(set)
    told: dict[int, set[str]] = defaultdict(set)
    for one in content.named:
        for act in one.acts:
            known = place(act.place) if act.place else None
            if known and known.kind != "country":
                people[known.code].add(one.number)
                told[one.number].add(known.code)
    spots = [
        Spot(code, places().by_code[code], sum(told[one] == {code} for one in who), len(who))
        for code, who in people.items()
    ]
    ordered = sorted(spots, key=lambda one: (-one.at_most, -one.at_least, one.code))
    return tuple(Region(one, (one,)) for one in ordered)
