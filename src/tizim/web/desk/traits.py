"""By what a list is parted beside articles: place, sex and age, as the claims about each person tell."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from tizim.claims import Claim
from tizim.stores.sql.models import ENTRY_MODELS
from tizim.timelines import KeptLives
from tizim.vocab import place
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import told

_AGES = ((0, 17), (18, 29), (30, 44), (45, 59), (60, 150))
_AT_ONCE = 200
_Row = tuple[str | None, str | None, int | None]


class Traits(NamedTuple):
    """The place that most claims tell, the sex if all that tell one agree, the group of the latest age."""

    places: tuple[str, ...]
    sexes: tuple[str, ...]
    ages: tuple[str, ...]


def traits_of(person_ids: Iterable[str], asked: Moment) -> Mapping[str, Traits]:
    """The traits of these people; found once for each life as it is."""
    lives = told(asked).lives
    assert isinstance(lives, KeptLives)
    leaves = lives.leaves
    ids = tuple(person_ids)
    unknown = (one for one in ids if Traits not in leaves[one].beside)
    same: dict[Traits, Traits] = {}
    while some := tuple(islice(unknown, _AT_ONCE)):
        claims = {life.person.id: life.person.claim_ids for life in lives.passing(some)}
        rows = dict(_rows([one for each in claims.values() for one in each]))
        for one, each in claims.items():
            found = traits_in([rows[claim] for claim in each if claim in rows])
            leaves[one].beside[Traits] = same.setdefault(found, found)
    return {one: leaves[one].beside[Traits] for one in ids}


def _rows(claim_ids: Sequence[str]) -> Iterator[tuple[str, _Row]]:
    every = ENTRY_MODELS[Claim.kind].objects
    for at in range(0, len(claim_ids), _AT_ONCE):
        some = every.filter(entry_id__in=claim_ids[at : at + _AT_ONCE])
        for one, *row in some.values_list("entry_id", "place", "sex", "age"):
            yield one, (row[0], row[1], row[2])


def traits_in(claims: Sequence[_Row]) -> Traits:
    """The traits that places, sexes and ages tell, the latest claim the last."""
    places = Counter(_one_place(told_of) for told_of, _, _ in claims if told_of)
    sexes = {sex for _, sex, _ in claims if sex}
    ages = [age for _, _, age in claims if age is not None]
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
