"""How far two words of names are apart: sounds that are often confused are near (``data/confusions.yml``)."""

from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from tizim.identity.spelling import rules
from tizim.identity.spoken import DROPPED, SAME, Form, Spoken, Way

FAR = 1.0
_TOO_MUCH = 0.45
_LONG = 7  # longer words do not bear more slips
_ONE_NAME = 0.1  # up to here two given names may be spellings of one
_OTHER_NAME = 0.6
_MOST_BITS = 4  # of consonants, in which two readings worth comparing differ


class Apart(NamedTuple):
    """The distance, 0 to 1; the forms that met; what the sounds themselves cost."""

    distance: float
    left: Form
    right: Form
    sounds: float

    @property
    def dropped(self) -> bool:
        """Whether an ending was dropped for it."""
        return DROPPED in (self.left.step, self.right.step)


@lru_cache(maxsize=131072)
def apart(one: Spoken, other: Spoken) -> Apart:
    """The nearest that any form of the one comes to a form of the other."""
    if other.text < one.text:
        found = apart(other, one)
        return Apart(found.distance, found.right, found.left, found.sounds)
    met = _met(one, other)
    if met.distance < 0.02 or one.signs.isdigit() or other.signs.isdigit():
        return met
    found = min(met, _heard(one, other), key=lambda found: found.distance)
    if found.distance > _ONE_NAME and one.own and other.own and not one.own & other.own:
        return found._replace(distance=max(found.distance, _OTHER_NAME))
    return found


def _met(one: Spoken, other: Spoken) -> Apart:
    """The cheapest form that both have."""
    best = Apart(FAR, Form(one.signs, 0.0, SAME), Form(other.signs, 0.0, SAME), FAR)
    for signs in one.forms.keys() & other.forms.keys():
        left, right = one.forms[signs], other.forms[signs]
        cost = left.cost + right.cost
        if (cost, signs) < (best.distance, best.left.signs):
            best = Apart(cost, left, right, 0.0)
    return best


def _heard(one: Spoken, other: Spoken) -> Apart:
    """The nearest that two ways of reading come to each other, endings kept or cut."""
    unvowelled = one.unvowelled or other.unvowelled
    shorter = min(one.stem, other.stem, _LONG)
    best = Apart(FAR, one.ways[0].cuts[0][1], other.ways[0].cuts[0][1], FAR)
    for left in one.ways:
        for right in other.ways:
            if unvowelled or (left.consonants ^ right.consonants).bit_count() <= _MOST_BITS:
                best = _of_ways(left, right, best, shorter, unvowelled)
    return best


def _of_ways(left: Way, right: Way, best: Apart, shorter: int, unvowelled: bool) -> Apart:
    table = _table(left.signs, right.signs, unvowelled)
    for left_length, cut in left.cuts:
        if left_length >= len(table):
            continue
        row = table[left_length]
        for right_length, against in right.cuts:
            heard = row[right_length] / (1.0 + 0.5 * min(left_length, right_length, shorter))
            cost = heard + cut.cost + against.cost
            if cost < best.distance:
                best = Apart(cost, cut, against, heard)
    return best


def _table(one: str, other: str, unvowelled: bool) -> list[list[float]]:
    """The cost of turning each beginning of the one into each of the other, until it is too much."""
    swaps, out = _unvowelled_costs() if unvowelled else _costs()
    too_much = _TOO_MUCH * (1.0 + 0.5 * min(len(one), len(other)))
    left_out = [out[sign] for sign in other]
    row = [0.0]
    for cost in left_out:
        row.append(row[-1] + cost)
    table = [row]
    turned: float = rules("confusions")["turned"]
    for i, sign in enumerate(one):
        swap, mine, above = swaps[sign], out[sign], row
        here = above[0] + mine
        row = [here]
        for j, against in enumerate(other):
            here = min(above[j] + swap[against], above[j + 1] + mine, here + left_out[j])
            if i and j and sign == other[j - 1] and against == one[i - 1] != sign:
                here = min(here, table[i - 1][j - 1] + turned)
            row.append(here)
        table.append(row)
        if min(row) > too_much < min(above):
            break
    return table


@cache
def _unvowelled_costs() -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """The costs where one of the words is written without short vowels."""
    known = rules("scripts")
    swaps, out = _costs()
    plain = {sign: dict(row) for sign, row in swaps.items()}
    found: dict[str, dict[str, float]] = _Same({}, float(rules("confusions")["other"]))
    for sign, row in plain.items():
        found[sign].update(row)
    for carrier, vowels in known["carriers"].items():
        for vowel in vowels:
            found[carrier][vowel] = found[vowel][carrier] = known["carried"]
    unwritten = {**out, **dict.fromkeys("aeiouäöüëy", known["unwritten"]), "h": known["breathed"]}
    return found, defaultdict(lambda: float(rules("confusions")["other"]), unwritten)


@cache
def _costs() -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """What a sign costs in place of another, and left out."""
    known = rules("confusions")
    other = float(known["other"])
    swaps: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(lambda: other))
    vowels = "aeiouäöüë"
    for pair, cost in known["swaps"].items():
        swaps[pair[0]][pair[1]] = swaps[pair[1]][pair[0]] = cost
    for sign in {*vowels, *"".join(known["swaps"])}:
        swaps[sign][sign] = 0.0
        for vowel in vowels:
            if sign in vowels and sign != vowel:
                swaps[sign].setdefault(vowel, 0.7)
    return _Same(swaps, other), defaultdict(lambda: other, known["left_out"])


class _Same(dict[str, dict[str, float]]):
    """Any sign costs nothing in its own place."""

    def __init__(self, known: dict[str, dict[str, float]], other: float) -> None:
        super().__init__(known)
        self.other = other

    def __missing__(self, sign: str) -> dict[str, float]:
        row: dict[str, float] = defaultdict(lambda: self.other, {sign: 0.0})
        if len(self) < 4096:
            self[sign] = row
        return row
