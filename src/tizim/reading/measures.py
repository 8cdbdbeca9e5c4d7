"""Numbers, lengths of time and sums of money in a sentence."""

from dataclasses import dataclass

from tizim.reading.marks import Sentence
from tizim.reading.words import words_of


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens ``first`` … ``last - 1``; vague ones ("dozens") give their strict lower bound."""

    first: int
    last: int
    value: float
    vague: bool = False
    phrase: str = ""


@dataclass(slots=True)
class Length:
    """A length of time as ISO 8601 with the word that names what penalty it is, once known."""

    first: int
    last: int
    iso: str
    unit: str
    kind: str | None = None
    kind_at: int | None = None
    kind_end: int = 0
    possible: bool = False
    owner: int | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """A sum: amount and currency code, or a count of units that a law sets."""

    first: int
    last: int
    text: str


def number_at(sentence: Sentence, index: int) -> Number | None:
    """The number that begins at a token: figures, words ("twenty-four", "two and a half") or vague words."""
    if index not in sentence.numeric:
        return None
    known: dict[int, Number | None] = sentence.numbers
    if index not in known:
        known[index] = _number_at(sentence, index)
    return known[index]


def _number_at(sentence: Sentence, index: int) -> Number | None:
    vague = sentence.at("vague", index)
    if vague is not None:
        return Number(index, vague.last, float(vague.value), True, _phrase(sentence, index, vague.last))
    token = sentence.tokens[index]
    if token.kind == "number":
        return _figures(sentence, index)
    return _worded(sentence, index)


def _phrase(sentence: Sentence, first: int, last: int) -> str:
    return " ".join(sentence.lowers[first:last]).replace(" 's", "'s")


def _figures(sentence: Sentence, index: int) -> Number | None:
    value = figure(sentence.tokens[index].text)
    if value is None:
        return None
    scale = sentence.at("scales", index + 1)
    if scale is not None:
        return Number(index, index + 2, value * scale.value)
    return Number(index, index + 1, value)


def figure(text: str) -> float | None:
    """A printed number: "1,334", "2.5", "7000"; ``None`` where it is none ("27-year-old")."""
    plain = text
    if "," in plain and all(len(part) == 3 for part in plain.split(",")[1:]):
        plain = plain.replace(",", "")
    if "." in plain and plain.count(".") > 1 and all(len(part) == 3 for part in plain.split(".")[1:]):
        plain = plain.replace(".", "")
    try:
        return float(plain) if len(plain) < 16 else None
    except ValueError:
        return None


def _worded(sentence: Sentence, index: int) -> Number | None:
    value, last = _unit(sentence, index)
    if value is None:
        return None
    while (scale := sentence.at("scales", last)) is not None:
        value, last = value * scale.value, last + 1
        at = last + 1 if sentence.lower(last) == "and" else last
        more, end = _unit(sentence, at)
        if more is not None and more < scale.value:
            value, last = value + more, end
    return Number(index, last, float(value))


def _unit(sentence: Sentence, index: int) -> tuple[int | None, int]:
    mark = sentence.at("units", index)
    if mark is not None:
        return int(mark.value), mark.last
    if sentence.lower(index) == "a" and sentence.at("scales", index + 1) is not None:
        return 1, index + 1
    word = sentence.lower(index)
    if "-" in word:
        units = words_of("en").tables["numbers"]["units"]
        parts = word.split("-")
        if len(parts) == 2 and parts[0] in units and parts[1] in units:
            return units[parts[0]] + units[parts[1]], index + 1
    return None, index


_HALF = ("half", "a half")


def lengths(sentence: Sentence) -> list[Length]:
    """The lengths of time: "five years", "a six-year", "between 10 and 15 days", "7 years and 6 months"."""
    found: list[Length] = []
    until = 0
    for index in sorted(sentence.numeric):
        length = _length_at(sentence, index) if index >= until else None
        if length is not None:
            found.append(_joined(found, length))
            until = length.last
    return found


def _joined(found: list[Length], length: Length) -> Length:
    """ "7 years and 6 months" is one length, the first part leaves; "1 year 6 months, 6 months" are two."""
    begun = found[-1] if found and found[-1].unit == "Y" else None
    if begun and length.unit in _SMALLER[begun.iso[-1:]] and length.first - begun.last <= 1:
        year = found.pop()
        return Length(year.first, length.last, year.iso + length.iso[1:], "Y")
    return length


_SMALLER = {"Y": "MWD", "M": "WD", "W": "D", "D": "", "": ""}


def _length_at(sentence: Sentence, index: int) -> Length | None:
    if index not in sentence.numeric:
        return None
    compound = _compound(sentence, index)
    if compound is not None:
        return compound
    number = number_at(sentence, index)
    if number is None or (number.vague and number.phrase not in ("half a dozen", "a dozen")):
        return _lone(sentence, index)
    return _range(sentence, number) or _simple(sentence, number)


def _compound(sentence: Sentence, index: int) -> Length | None:
    """ "six-year", "27-year" but not "27-year-old"."""
    if "-" not in sentence.lower(index):
        return None
    parts = sentence.lower(index).split("-")
    if not 2 <= len(parts) <= 3 or parts[-1] not in _UNITS:
        return None
    units = words_of("en").tables["numbers"]["units"]
    words = [
        units.get(part) or (int(part) if part.isdigit() and len(part) < 5 else None) for part in parts[:-1]
    ]
    if any(word is None for word in words):
        return None
    if sentence.lower(index + 1) == "-" or sentence.lower(index + 1) == "old":
        return None
    value = sum(word for word in words if word is not None)
    return Length(index, index + 1, _iso(float(value), _UNITS[parts[-1]]), _UNITS[parts[-1]])


_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H"}


def _lone(sentence: Sentence, index: int) -> Length | None:
    """ "a year", "another year"."""
    if sentence.lower(index) in ("a", "an", "another", "each") and sentence.lower(index + 1) in _UNITS:
        unit = _UNITS[sentence.lower(index + 1)]
        if (
            sentence.lower(index + 2) in ("later", "ago", "earlier", "before", "after")
            or sentence.lower(index) == "each"
        ):
            return None
        half = _phrase(sentence, index + 2, index + 5) == "and a half"
        return Length(
            index, index + (5 if half else 2), "P1Y6M" if half and unit == "Y" else _iso(1.0, unit), unit
        )
    return None


def _range(sentence: Sentence, number: Number) -> Length | None:
    """ "between 10 and 15 days", "from 8 up to 12 years", "10 to 15 days"."""
    at = number.last
    low_value = number.value
    if [sentence.lower(at + step) for step in range(3)] == ["and", "a", "half"]:
        at, low_value = at + 3, low_value + 0.5
    first_unit = sentence.at("time_units", at)
    at = at + 1 if first_unit else at
    if sentence.lower(at) in ("up",):
        at += 1
    if sentence.lower(at) not in ("and", "to", "or", "-", "–"):
        return None
    before = sentence.lower(number.first - 1)
    if (sentence.lower(at) in ("and", "or") and before != "between") or at + 1 >= len(sentence.tokens):
        return None
    second = number_at(sentence, at + 1)
    unit = sentence.at("time_units", second.last) if second else None
    if second is None or unit is None or (second.value <= number.value and not first_unit):
        return None
    low = _iso(low_value, first_unit.value if first_unit else unit.value)
    return Length(number.first, second.last + 1, f"{low}/{_iso(second.value, unit.value)}", unit.value)


def _simple(sentence: Sentence, number: Number) -> Length | None:
    at, value = number.last, number.value
    if sentence.lower(at) == "and" and sentence.lower(at + 1) in ("a", "half"):
        half = at + (2 if sentence.lower(at + 1) == "half" else 3)
        if sentence.lower(half - 1) == "half":
            at, value = half, value + 0.5
    if sentence.lower(at) in ("more", "additional", "further", "extra", "full", "long"):
        at += 1
    unit = sentence.at("time_units", at)
    if unit is None:
        return None
    after = sentence.lower(at + 1)
    if after in ("old", "later", "ago", "earlier", "before", "after") or (
        after == "of" and sentence.lower(at + 2) == "age"
    ):
        return None
    return Length(number.first, at + 1, _iso(value, unit.value), unit.value)


def _iso(value: float, unit: str) -> str:
    whole = int(value)
    if value != whole and unit == "Y":
        return f"P{whole}Y6M" if whole else "P6M"
    return f"PT{whole}H" if unit == "H" else f"P{whole}{unit}"


def series(sentence: Sentence, length: Length) -> list[str]:
    """ "14, 9 and 3 years … respectively": all the lengths of a row that ends in this one."""
    out = [length.iso]
    at = length.first - 1
    while at > 0 and sentence.lower(at) in (",", "and"):
        at -= 1 if sentence.lower(at - 1) not in (",", "and") else 2
        number = next(
            (
                n
                for first in (at, at - 1, at - 2)
                if first >= 0 and (n := number_at(sentence, first)) and n.last == at + 1
            ),
            None,
        )
        half = sentence.lower(at) == "half" and sentence.lower(at - 1) == "and"
        number = number_at(sentence, at - 2) if half and at >= 2 else number
        if number is None:
            break
        out.append(_iso(number.value + (0.5 if half else 0), length.unit))
        at = number.first - 1
    return out[::-1]


def money(sentence: Sentence) -> list[Money]:
    """The sums of money; a sum in brackets after another is its conversion and is left out."""
    found: list[Money] = []
    if not (sentence.marks.get("currencies") or sentence.marks.get("fine_unit")):
        return found
    index = 0
    while index < len(sentence.tokens):
        hit = _money_at(sentence, index)
        if hit is not None and not (found and _bracketed(sentence, hit.first)):
            found.append(hit)
        index = hit.last if hit is not None else index + 1
    return found


def _bracketed(sentence: Sentence, index: int) -> bool:
    """Of "185,000 roubles (more than 53,000 euros)": a bracket opens a few words before."""
    return "(" in sentence.lowers[max(0, index - _CONVERTED) : index]


_CONVERTED = 3


def _money_at(sentence: Sentence, index: int) -> Money | None:
    sign = sentence.at("currencies", index)
    at = sign.last if sign else index
    if at >= len(sentence.tokens):
        return None
    number = number_at(sentence, at)
    if number is None or number.vague:
        return None
    after = sentence.at("currencies", number.last)
    code = sign.value if sign else after.value if after else None
    if code is not None:
        return Money(index, number.last if sign else number.last + 1, f"{_plain(number.value)} {code}")
    unit = sentence.at("fine_unit", number.last)
    if unit is not None:
        words = (
            sentence.tokens[number.first].text if number.last - number.first == 1 else _plain(number.value)
        )
        return Money(index, unit.last, f"{words} {_phrase(sentence, unit.first, unit.last)}")
    return None


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)
