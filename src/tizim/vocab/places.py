"""Places: their names in three languages and two scripts, renamings by date, changes of regions.

The places of Kazakhstan ship with the room; a file of the same form adds those of another country.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from tizim.vocab.place_files import read_places
from tizim.vocab.place_keys import Asked, asked
from tizim.vocab.place_parts import Place, Renaming

__all__ = [
    "Place",
    "Places",
    "Renaming",
    "load_places",
    "place",
    "places",
    "places_named",
    "same_place",
]

_DATA = Path(__file__).parent / "data"
_FAR_LARGER = 10


@dataclass(frozen=True, eq=False)
class Places:
    """Known places, found by any of their names. Two sets can be added; a code may stand only once."""

    by_code: Mapping[str, Place]
    _forms: dict[str, list[tuple[Place, Asked]]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        for known in self.by_code.values():
            for form in {asked(name) for name in known.written}:
                self._forms.setdefault(form.key, []).append((known, form))

    def __iter__(self) -> Iterator[Place]:
        return iter(self.by_code.values())

    def __len__(self) -> int:
        return len(self.by_code)

    def named(self, text: str) -> tuple[Place, ...]:
        """All places that the text may mean, the largest first; none where the name is not known.

        A region is meant only where the text says so ("Almaty Region"), or where it goes by the bare name
        ("Mangystau"). A second place after a comma or in brackets must be the same or lie around the first.
        """
        wanted = asked(text)
        found = {
            known.code: known for known, form in self._forms.get(wanted.key, ()) if _fits(known, form, wanted)
        }
        if wanted.within:
            around = {known.code for known in self.named(wanted.within)}
            found = {code: known for code, known in found.items() if around & {code, *known.within}}
        return tuple(sorted(found.values(), key=lambda known: (-(known.size or 0), known.code)))


def _fits(known: Place, form: Asked, wanted: Asked) -> bool:
    return known.kind in wanted.kinds if wanted.kinds else not form.kinds


@cache
def places() -> Places:
    """The places that ship with tizim, read once."""
    return _of(known for path in sorted(_DATA.glob("places_*.yml")) for known in read_places(path))


def load_places(path: Path | str) -> Places:
    """The shipped places and those of a file of the same form; PlacesError says what the file lacks.

    The form is that of ``data/places_kz.yml``. Nothing is remembered: hand the answer on as ``among=``.
    """
    return _of((*places(), *read_places(Path(path), known=places().by_code)))


def _of(found: Iterable[Place]) -> Places:
    return Places({known.code: known for known in found})


@lru_cache(maxsize=16384)
def _named(text: str, among: Places) -> tuple[Place, ...]:
    return among.named(text)


def places_named(text: str, *, among: Places | None = None) -> tuple[Place, ...]:
    """All places that the text may mean, the largest first: "Aksu" is a city and several villages."""
    return _named(text, among or places())


def place(text: str, *, among: Places | None = None) -> Place | None:
    """The place that the text means, in any spelling, case and script; None if unknown or ambiguous.

    Of several places with one name the largest is meant only if it has ten times the inhabitants of every
    other and all sizes are known ("Aktau"); otherwise ask ``places_named`` or write "Aksu, Pavlodar Region".
    """
    return _meant(places_named(text, among=among))


def _meant(found: tuple[Place, ...]) -> Place | None:
    if len(found) < 2:
        return found[0] if found else None
    largest, *others = found
    far = all(other.size and (largest.size or 0) >= _FAR_LARGER * other.size for other in others)
    return largest if far else None


def same_place(a: str, b: str, *, among: Places | None = None) -> bool | None:
    """Whether two texts name one place (Nur-Sultan and Astana: yes); None where that cannot be told.

    It cannot be told where a name is unknown or ambiguous, and where one place lies around the other: a
    text that says "Karaganda Region" may mean Karaganda. Unknown names written alike count as one place.
    """
    some, others = places_named(a, among=among), places_named(b, among=among)
    if not some or not others:
        return True if asked(a) == asked(b) and asked(a).key and some == others else None
    one, other = _meant(some), _meant(others)
    if one and other and one.code == other.code:
        return True
    pairs = [(one, other)] if one and other else [(left, right) for left in some for right in others]
    return None if any(_touch(left, right) for left, right in pairs) else False


def _touch(left: Place, right: Place) -> bool:
    return left.code == right.code or left.code in right.within or right.code in left.within


def region_of(text: str, day: date | None = None, *, among: Places | None = None) -> Place | None:
    """The region around the named place on the day (None: today); None if the place is not known."""
    found = place(text, among=among)
    code = found.region_on(day) if found else None
    return (among or places()).by_code[code] if code else None
