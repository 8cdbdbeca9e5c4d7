"""Short names inside one document (bare surnames, given names alone, initials), placed with their bearer.

Nobody is found by elimination: where several bearers fit, the short name stays alone.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tizim.identity.distance import apart
from tizim.identity.keys import word_keys
from tizim.identity.spoken import Spoken
from tizim.identity.written import Written, names_in

_FITS = 0.75
_CLEARLY, _A_LITTLE = 0.08, 0.01
_EQUAL = 0.9
_VOWELS = frozenset("аеиоуыэюяйәөүұіё")
_MOST = 200


@dataclass(frozen=True, slots=True)
class Bearer:
    """A cluster of mentions that stands in the document, and the names by which it stands there."""

    cluster: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """The cluster that a short name belongs to, and how well it fits, 0 to 1."""

    cluster: str
    quality: float


def placed(
    shorts: Sequence[str],
    bearers: Iterable[Bearer],
    against: Callable[[str, str], bool] = lambda short, cluster: False,
) -> dict[str, Fit]:
    """Where each short name of a document belongs; those that no bearer or several fit are left out.

    ``against`` says of a short name and a cluster whether their contexts speak against one person.
    """
    known = _Known(bearers)
    found: dict[str, Fit] = {}
    for short in shorts:
        fits = [fit for fit in known.fitting(short) if not against(short, fit.cluster)]
        fit = _only(fits, _CLEARLY if _may_be_case(short) else _A_LITTLE)
        if fit:
            found[short] = fit
    return found


def grouped(shorts: Sequence[str]) -> dict[str, str]:
    """Short names of one document that nobody else bears: those that are one name, with the first of them."""
    heads = _Known(())
    firsts: dict[str, str] = {}
    for short in sorted(shorts, key=lambda text: (-len(text), text)):
        fits = [fit for fit in heads.fitting(short) if fit.quality >= _EQUAL]
        firsts[short] = fits[0].cluster if len(fits) == 1 else short
        if firsts[short] == short:
            heads.add(Bearer(short, (short,)))
    return firsts


class _Known:
    """The bearers of a document, found by the words of their names."""

    def __init__(self, bearers: Iterable[Bearer]) -> None:
        self._by_key: dict[str, list[tuple[str, Written]]] = defaultdict(list)
        for bearer in bearers:
            self.add(bearer)

    def add(self, bearer: Bearer) -> None:
        """Takes one more bearer."""
        for name in bearer.names:
            for written in names_in(name).names:
                for key in {key for word in written.words for key in word_keys(word.text)}:
                    self._by_key[key].append((bearer.cluster, written))

    def fitting(self, short: str) -> list[Fit]:
        """The bearers that the short name fits, each with the best of its names; none where very many may."""
        best: dict[str, float] = {}
        for written in names_in(short).names[:1]:
            for word in written.words[:1]:
                for key in word_keys(word.text):
                    for cluster, long in self._by_key.get(key, ()):
                        best[cluster] = max(best.get(cluster, 0.0), _fit(written, word, long))
                        if len(best) > _MOST:
                            return []
        return [Fit(cluster, quality) for cluster, quality in best.items() if quality >= _FITS]


def _only(fits: list[Fit], clearly: float) -> Fit | None:
    """The one that fits, or fits better than every other by so much."""
    ordered = sorted(fits, key=lambda fit: -fit.quality)
    if not ordered or (len(ordered) > 1 and ordered[1].quality > ordered[0].quality - clearly):
        return None
    return ordered[0]


def _may_be_case(short: str) -> bool:
    """Whether it may be a man's surname in a case as well as a woman's: in Cyrillic, with a vowel last."""
    return short[-1:].casefold() in _VOWELS


def _fit(short: Written, word: Spoken, long: Written) -> float:
    best = 0.0
    for against in long.words:
        fathers = against.patronymic and not word.patronymic and len(long.words) > 2
        if not fathers:
            rest = [other for other in long.words if other is not against]
            if _initials_fit(short, rest, long):
                best = max(best, 1.0 - apart(word, against).distance)
    return best


def _initials_fit(short: Written, rest: Sequence[Spoken], long: Written) -> bool:
    """Whether each initial begins one of the other words, or is an initial of the other name too."""
    waiting = [word.signs[:1] for word in rest] + list(long.initials)
    for initial in short.initials:
        if not waiting:
            return True
        if initial not in waiting:
            return False
        waiting.remove(initial)
    return True
