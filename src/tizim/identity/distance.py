"""How far two words of names are apart: sounds that are often confused are near (``data/confusions.yml``)."""

from collections import defaultdict
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from tizim.identity.spelling import rules
from tizim.identity.spoken import DROPPED, ROOT, SAME, Form, Spoken, Way

FAR = 1.0
_TOO_MUCH = 0.48
_LONG = 7  # longer words do not bear more slips
_ONE_NAME = 0.07  # up to here two given names may be spellings of one
_OTHER_NAME = 0.6
_OTHER_ENDING, _OTHER_SURNAME = 0.1, 0.35  # another ending was dropped from each
_FAR_WORD, _FARTHER = 0.33, 0.8  # from here on a word is farther than its slips say
_SECOND = 0.5  # what is beyond one whole slip counts more
_FIRST, _CLEARLY = 0.5, 0.7  # so does another sound at the beginning
_HOPELESS = 1.7  # slips of that cost put words of every length more than 0.55 apart
_MOST_BITS = 3  # of consonants, in which two readings worth comparing differ


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


def may_be_within(one: Spoken, other: Spoken, most: float) -> bool:
    """Whether two words may be no farther apart than that; many words beside the same one cost little.

    ``most`` is 0.55 at most. True where it takes ``apart`` to tell.
    """
    if one.unvowelled or other.unvowelled or not one.forms.keys().isdisjoint(other.forms):
        return True
    shorter = min(one.stem, other.stem, _LONG)
    return any(
        _may_be_near(beside, left, right, (shorter, most))
        for left, beside in [(left, _beside(left.signs)) for left in one.ways]
        for right in other.ways
        if (left.consonants ^ right.consonants).bit_count() <= _MOST_BITS
    )


def _may_be_near(beside: "_Beside", left: Way, right: Way, bounds: tuple[int, float]) -> bool:
    shorter, most = bounds
    more = _of_beginning(left.signs[:1] + right.signs[:1])
    for length, cut in right.cuts:
        row = beside.row(right.signs[:length])
        if row is None:
            continue
        for against_length, against in left.cuts:
            heard = _slips(row[against_length] + more, min(length, against_length, shorter))
            if heard + cut.cost + against.cost <= most:
                return True
    return False


@lru_cache(maxsize=32)
def _beside(signs: str) -> "_Beside":
    return _Beside(signs)


class _Beside:
    """What it costs to turn beginnings of other words into those of a word with these signs."""

    def __init__(self, signs: str) -> None:
        out = _costs()[1]
        self._signs = signs
        self._left_out = [out[sign] for sign in signs]
        self._rows: dict[str, list[float] | None] = {"": [0.0, *accumulate(self._left_out)]}

    def row(self, begin: str) -> list[float] | None:
        """The costs for one beginning, by how much of the word is compared; None where all are too much."""
        if begin not in self._rows:
            self._rows[begin] = self._next(begin)
        return self._rows[begin]

    def _next(self, begin: str) -> list[float] | None:
        above = self.row(begin[:-1])
        if above is None:
            return None
        sign, before = begin[-1], begin[-2:-1]
        row = _row(above, _swapped(sign, self._signs, False), _costs()[1][sign], self._left_out)
        last = self._rows[begin[:-2]] if before and before != sign else None
        if last:
            _turn(row, last, sign + before, self._signs, float(rules("confusions")["turned"]))
        return None if min(row) > _HOPELESS < min(above) else row


def _met(one: Spoken, other: Spoken) -> Apart:
    """The cheapest form that both have."""
    best = Apart(FAR, Form(one.signs, 0.0, SAME), Form(other.signs, 0.0, SAME), FAR)
    if one.forms.keys().isdisjoint(other.forms):
        return best
    for signs in one.forms.keys() & other.forms.keys():
        left, right = one.forms[signs], other.forms[signs]
        cost = left.cost + right.cost
        if left.step == right.step == DROPPED:
            cost += _endings_apart(one, other)
        if (cost, signs) < (best.distance, best.left.signs):
            best = Apart(cost, left, right, 0.0)
    return best


def _endings_apart(one: Spoken, other: Spoken) -> float:
    """What it costs to drop an ending from both words."""
    if one.patronymic == other.patronymic:
        return 0.0
    kept = tuple(rules("endings")["kept"])
    return _OTHER_SURNAME if one.signs.endswith(kept) or other.signs.endswith(kept) else _OTHER_ENDING


def _heard(one: Spoken, other: Spoken) -> Apart:
    """The nearest that two ways of reading come to each other, endings kept or cut."""
    unvowelled = one.unvowelled or other.unvowelled
    shorter = min(one.stem, other.stem, _LONG)
    endings = _endings_apart(one, other)
    best = Apart(FAR, one.ways[0].cuts[0][1], other.ways[0].cuts[0][1], FAR)
    for left in one.ways:
        for right in other.ways:
            if unvowelled or (left.consonants ^ right.consonants).bit_count() <= _MOST_BITS:
                best = _of_ways(left, right, best, (shorter, endings), unvowelled)
    return best


def _of_ways(left: Way, right: Way, best: Apart, stems: tuple[int, float], unvowelled: bool) -> Apart:
    shorter, endings = stems
    table = _table(left.signs, right.signs, unvowelled)
    more = _of_beginning(left.signs[:1] + right.signs[:1])
    if unvowelled:
        shorter = min(shorter, left.consonants.bit_count(), right.consonants.bit_count())
    for left_length, cut in left.cuts:
        if left_length >= len(table):
            continue
        row = table[left_length]
        for right_length, against in right.cuts:
            if (cut.step == ROOT) != (against.step == ROOT):
                continue
            heard = _slips(row[right_length] + more, min(left_length, right_length, shorter))
            cost = heard + cut.cost + against.cost
            if cut.step == against.step == DROPPED:
                cost += endings
            if cost < best.distance:
                best = Apart(cost, cut, against, heard)
    return best


@cache
def _of_beginning(signs: str) -> float:
    """What it costs more that two words begin with these sounds."""
    if len(signs) < 2:
        return 0.0
    apart_at_first: dict[str, float] = rules("confusions")["first"]
    known = apart_at_first.get(signs, apart_at_first.get(signs[::-1]))
    begin = _costs()[0][signs[0]][signs[1]]
    return known if known is not None else _FIRST * begin if begin >= _CLEARLY else 0.0


def _slips(slips: float, length: int) -> float:
    """How far slips of that cost put words of that length apart: several more than each alone."""
    if slips > 1.0:
        slips += _SECOND * (slips - 1.0)
    heard = slips / (1.0 + 0.5 * length)
    return heard + _FARTHER * (heard - _FAR_WORD) if heard > _FAR_WORD else heard


def _table(one: str, other: str, unvowelled: bool) -> list[list[float]]:
    """The cost of turning each beginning of the one into each of the other, until it is too much."""
    out = (_unvowelled_costs() if unvowelled else _costs())[1]
    too_much = _TOO_MUCH * (1.0 + 0.5 * min(len(one), len(other), _LONG))
    if too_much > 1.0:
        too_much = (too_much + _SECOND) / (1.0 + _SECOND)
    left_out = [out[sign] for sign in other]
    row = [0.0]
    for cost in left_out:
        row.append(row[-1] + cost)
    table = [row]
    turned = 2.0 if unvowelled else float(rules("confusions")["turned"])
    before, lowest = "", 0.0
    for i, sign in enumerate(one):
        costs = _swapped(sign, other, unvowelled)
        last, row = table[i - 1], _row(row, costs, out[sign], left_out)
        if before and before != sign and before in other:
            _turn(row, last, sign + before, other, turned)
        table.append(row)
        least = min(row)
        if least > too_much < lowest:
            break
        before, lowest = sign, least
    return table


@lru_cache(maxsize=65536)
def _swapped(sign: str, other: str, unvowelled: bool) -> list[float]:
    """What the sign costs in place of each sign of the other word."""
    swap = (_unvowelled_costs() if unvowelled else _costs())[0][sign]
    return [swap[against] for against in other]


def _row(above: list[float], costs: list[float], mine: float, left_out: list[float]) -> list[float]:
    """The costs of one sign more of the one word."""
    diagonal = above[0]
    here = diagonal + mine
    row = [here]
    add = row.append
    for cost, out, up in zip(costs, left_out, above[1:], strict=True):
        here += out
        taken = diagonal + cost
        if taken < here:
            here = taken
        if up + mine < here:
            here = up + mine
        add(here)
        diagonal = up
    return row


def _turn(row: list[float], last: list[float], pair: str, other: str, turned: float) -> None:
    """Lowers the costs where two neighbours have changed places."""
    place = other.find(pair)
    while place >= 0:
        row[place + 2] = min(row[place + 2], last[place] + turned)
        place = other.find(pair, place + 1)


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
    found["h"]["k"] = found["k"]["h"] = known["guttural"]
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
