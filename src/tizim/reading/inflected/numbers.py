"""Numbers, lengths of time and sums of money in a sentence of a language with cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.tables import Lexicon
from tizim.reading.marks import Mark

_ABOUT, _TEN = 3, 10
_SUM = 1000
"""A number this large before a word that only hints at a currency ("XXX?" in the table) is a sum."""
_UNITS = {"Y": 0, "M": 1, "W": 2, "D": 3, "H": 4}


@dataclass(slots=True)
class Number:
    """A number at tokens ``first`` … ``last - 1``; ``vague`` where a word gives only the least ("dozens")."""

    first: int
    last: int
    value: float
    vague: bool = False


@dataclass(slots=True)
class Length:
    """A length of time; ``kind`` and ``kind_at`` are the penalty that it is, once the words beside it
    said so."""

    first: int
    last: int
    iso: str
    unit: str
    kind: str = ""
    kind_at: int | None = None
    possible: bool = False
    each: bool = False


@dataclass(slots=True)
class Money:
    """A sum: amount and currency as ``outcome`` writes it, or a number of units that the law sets."""

    first: int
    last: int
    text: str
    units: bool = False
    kind: str = "fine"


def number_at(sentence: Sentence, index: int) -> Number | None:
    """The number that begins at a token: in figures, in words, or a word that gives only the least."""
    if index not in sentence.numeric or _is_clock(sentence, index):
        return None
    vague = sentence.at("vague", index)
    counted = sentence.ends_at("bound", index) is not None and sentence.at("scales", index) is not None
    if vague is not None and not counted:
        return Number(index, vague.last, float(vague.value), True)
    if sentence.tokens[index].kind == "number":
        return _in_figures(sentence, index)
    return _in_words(sentence, index)


def _is_clock(sentence: Sentence, index: int) -> bool:
    """Whether figures are a time of day ("09:40")."""
    tokens = sentence.tokens
    sides = [(index - 1, index - 2), (index + 1, index + 2)]
    return tokens[index].kind == "number" and any(
        0 <= far < len(tokens)
        and tokens[mark].text == ":"
        and tokens[far].kind == "number"
        and len(tokens[far].text) == 2
        and len(tokens[index].text) <= 2
        for mark, far in sides
    )


def _in_figures(sentence: Sentence, index: int) -> Number | None:
    written = sentence.tokens[index].text
    written, _, ending = written.partition("-")
    if ending and not _is_ending(sentence, index, ending.lower()):
        return None
    plain = written.replace(",", ".")
    whole = plain.replace(".", "")
    last = index + 1
    if plain.count(".") == 1 and len(plain.split(".")[1]) != 3:
        value = float(plain)
    else:
        value = float(whole)
        while last < len(sentence.tokens) and len(whole) <= 9 and _is_thousands(sentence, last, whole):
            whole += sentence.tokens[last].text.split("-", 1)[0]
            value, last = float(whole), last + 1
    return _scaled(sentence, Number(index, last, value))


def _is_ending(sentence: Sentence, index: int, ending: str) -> bool:
    """Whether letters behind figures are an ending of the number ("50-ден", "37-сі") and no word."""
    bounded = sentence.at("bound_after", index + 1) is not None
    return any(
        form.lemma == ending and (form.case == "abl" or form.possessed or (form.case == "dat" and bounded))
        for form in sentence.word(index).forms
    )


def _is_thousands(sentence: Sentence, index: int, before: str) -> bool:
    """Whether three more figures after a small gap belong to the number ("136 800")."""
    token = sentence.tokens[index]
    gap = token.start - sentence.tokens[index - 1].end
    digits, _, ending = token.text.partition("-")
    three = token.kind == "number" and len(digits) == 3 and digits.isdigit()
    three = three and (not ending or _is_ending(sentence, index, ending.lower()))
    return (
        three
        and gap == 1
        and (len(before) <= 3 or len(before) % 3 == len(before.lstrip("0")) % 3)
        and before != "0"
    )


def _in_words(sentence: Sentence, index: int) -> Number | None:
    total, last = 0.0, index
    step = 10**9
    while (mark := sentence.at("number", last)) is not None:
        value = float(mark.value)
        if total and (value >= step or (value == int(value) and step <= 1)):
            break
        total, last = total + value, mark.last
        step = 100 if value >= 100 else 10 if value >= 20 else 0
        if step == 0:
            break
    if total >= _TEN and sentence.at("ordinals", last) is not None:
        return None
    if last == index:
        scale = sentence.at("scales", index)
        return Number(index, scale.last, float(scale.value)) if scale else None
    half = sentence.at("half", last)
    if half is not None:
        total, last = total + 0.5, half.last
    return _scaled(sentence, Number(index, last, total))


def _scaled(sentence: Sentence, number: Number) -> Number:
    half = sentence.at("half", number.last)
    if half is not None and number.value == int(number.value):
        number.value, number.last = number.value + 0.5, half.last
    scale = sentence.at("scales", number.last)
    while scale is not None:
        number.value, number.last = number.value * float(scale.value), scale.last
        if sentence.lower(number.last) == ".":
            number.last += 1
        scale = sentence.at("scales", number.last)
    return number


def lengths_of(sentence: Sentence) -> list[Length]:
    """The lengths of time of a sentence in order: "two years and six months" is one."""
    out: list[Length] = []
    until = 0
    for index in sorted(sentence.numeric | sentence.starts(("lengths",))):
        found = _length_at(sentence, index) if index >= until else None
        if found is None:
            continue
        while (more := _length_at(sentence, _past_and(sentence, found.last))) is not None and _smaller(
            more, found
        ):
            found = Length(found.first, more.last, _sum(found.iso, more.iso), more.unit)
        out.append(_ranged(sentence, found))
        until = found.last
    return sorted([*out, *_unitless(sentence, out)], key=lambda length: length.first)


def _unitless(sentence: Sentence, known: list[Length]) -> Iterator[Length]:
    """Of "A — 10 days, B — five" and "A (ten), B (three)" the lengths that leave their unit out."""
    if not known:
        return
    for index in range(known[0].last, len(sentence.tokens)):
        before = sentence.lower(index - 1)
        if before not in ("—", "–", "(") and sentence.at("prepositions", index - 1) is not None:
            before = sentence.lower(index - 2)
        given = sentence.word(index - 1).finite and sentence.at("act", index - 1) is not None
        marked = before in ("—", "–", "(") or given
        if not marked or any(one.first <= index < one.last for one in known):
            continue
        number = number_at(sentence, index)
        if number is None or number.vague or not 0 < number.value < 40:
            continue
        after = sentence.lower(number.last)
        closed = after == ")" if before == "(" else after in (",", ".", ";", "")
        if closed or (before != "(" and sentence.at("and", number.last) is not None):
            unit = [one for one in known if one.first < index][-1].unit
            yield Length(index, number.last, iso(number.value, unit), unit)


def _ranged(sentence: Sentence, found: Length) -> Length:
    """Of "from three to ten days" both ends: ``P3D/P10D``."""
    until = sentence.ends_at("until", found.first) or sentence.ends_at("bound", found.first)
    if until is None or until.value not in ("until", "at_most"):
        return found
    for at in range(max(0, until.first - 3), until.first):
        least = number_at(sentence, at)
        led = sentence.ends_at("range_from", at) is not None
        if led and least is not None and least.last == until.first:
            return Length(at, found.last, f"{iso(least.value, found.unit)}/{found.iso}", found.unit)
    return found


def _past_and(sentence: Sentence, index: int) -> int:
    if sentence.lower(index) == ".":
        index += 1
    mark = sentence.at("and", index)
    return mark.last if mark is not None else index


def _smaller(more: Length, found: Length) -> bool:
    return _UNITS[more.unit] > _UNITS[found.unit]


def _sum(one: str, other: str) -> str:
    hours = "T" in other
    return one + (other[1:] if not hours else other.removeprefix("P"))


def _length_at(sentence: Sentence, index: int) -> Length | None:
    if index >= len(sentence.tokens):
        return None
    whole = sentence.at("lengths", index)
    if whole is not None and _alone(sentence, index):
        return Length(index, whole.last, str(whole.value), str(whole.value)[-1])
    joined = _adjective(sentence, index)
    if joined is not None:
        return joined
    number = number_at(sentence, index)
    if number is None or number.vague:
        return None
    shared = _shared_unit(sentence, number)
    if shared is not None:
        return Length(index, number.last, iso(number.value, shared), shared)
    at = number.last + (1 if sentence.lower(number.last) in ("(", ")") else 0)
    unit = sentence.at("unit", at) or _unit_after_words(sentence, number.last)
    if unit is None or not 0 < number.value < 1000 or _is_date(sentence, number, unit.last):
        return None
    value, last = _and_half(sentence, number.value, unit.last)
    return Length(index, last, iso(value, str(unit.value)), str(unit.value))


def _and_half(sentence: Sentence, value: float, last: int) -> tuple[float, int]:
    """Of "two years and a half" the value with its half, and where it ends."""
    half = sentence.at("half", last)
    return (value + 0.5, half.last) if half is not None and value == int(value) else (value, last)


def _shared_unit(sentence: Sentence, number: Number) -> str | None:
    """Of "three and four years respectively" the unit of the first number."""
    if not sentence.marks.get("respectively"):
        return None
    at = number.last
    while sentence.lower(at) == "," or sentence.at("and", at) is not None:
        following = number_at(sentence, at + 1)
        if following is None:
            return None
        unit = sentence.at("unit", following.last)
        if unit is not None:
            return str(unit.value)
        at = following.last
    return None


def _unit_after_words(sentence: Sentence, index: int) -> Mark | None:
    """The unit after a number that stands twice, "2 (два) года"."""
    if sentence.lower(index) == "(" and sentence.at("number", index + 1) is not None:
        close = next((at for at in range(index + 2, index + 5) if sentence.lower(at) == ")"), None)
        return sentence.at("unit", close + 1) if close else None
    return None


def _alone(sentence: Sentence, index: int) -> bool:
    """Whether "a year" is a length: a penalty follows, or a preposition and a verb stand before."""
    before = sentence.tokens[index - 1] if index else None
    if before is not None and (before.kind == "number" or sentence.at("months", index - 1)):
        return False
    if sentence.at("number", index - 1) is not None or sentence.at("ordinals", index - 1) is not None:
        return False
    value = sentence.marks["lengths"][index].value
    if value not in ("P1Y", "P1M"):
        return True
    return any(
        sentence.at("penalty", at) is not None or sentence.at("court_term", at) is not None
        for at in range(index + 1, index + (6 if _goes_on(sentence, index) else 3))
    ) or (before is not None and before.lower in ("на", "к") and bool(sentence.marks.get("penalty")))


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Whether a smaller unit follows: "a year and two months"."""
    number = number_at(sentence, index + 2) if sentence.at("and", index + 1) is not None else None
    return number is not None and sentence.at("unit", number.last) is not None


def _adjective(sentence: Sentence, index: int) -> Length | None:
    """Of "15-суточный": a number and its unit in one word."""
    token = sentence.tokens[index]
    unit = sentence.at("unit_adjectives", index)
    figures = token.text.split("-", 1)[0]
    if token.kind != "number" or unit is None or not figures.isdigit():
        return None
    return Length(index, index + 1, iso(float(figures), str(unit.value)), str(unit.value))


def _is_date(sentence: Sentence, number: Number, last: int) -> bool:
    """Whether "2021 год" is a year."""
    return number.value >= 1000 or sentence.at("months", last) is not None


def iso(value: float, unit: str) -> str:
    """A length as ISO 8601: one and a half years are ``P1Y6M``."""
    whole, rest = int(value), value - int(value)
    if unit == "H":
        return f"PT{whole}H"
    if unit == "W":
        return f"P{round(value * 7)}D"
    if unit == "Y" and rest:
        return f"P{whole}Y{round(rest * 12)}M" if whole else f"P{round(rest * 12)}M"
    if unit == "M" and rest:
        return f"P{whole}M{round(rest * 30)}D"
    return f"P{whole}{unit}"


def local(amount: Money, country: str, lexicon: Lexicon) -> Money:
    """A sum in the currency of the country that the text is about: a rouble of Belarus is another one."""
    currencies: dict[str, dict[str, str]] = lexicon.tables["numbers"].get("local_currencies") or {}
    for code, own in (currencies.get(country) or {}).items():
        if amount.text.endswith(f" {code}"):
            amount.text = f"{amount.text.removesuffix(code)}{own}"
    return amount


def money_of(sentence: Sentence) -> list[Money]:
    """The sums of a sentence; of "50 units (136 800 tenge)" both, the money last."""
    out: list[Money] = []
    if not (sentence.marks.get("currencies") or sentence.marks.get("fine_units")):
        return out
    until = 0
    for index in sorted(sentence.numeric):
        number = number_at(sentence, index) if index >= until else None
        found = _money(sentence, number) if number is not None and not number.vague else None
        if found is not None:
            until = found.last
            out += [] if out and _is_converted(sentence, out[-1], found) else [found]
    return out


def _is_converted(sentence: Sentence, sum_: Money, other: Money) -> bool:
    """Whether a sum in brackets only says what the one before them is in another currency."""
    apart = range(sum_.last, other.first)
    return not (sum_.units or other.units) and len(apart) <= _ABOUT and sentence.lower(sum_.last) == "("


def _money(sentence: Sentence, number: Number) -> Money | None:
    currency = sentence.at("currencies", number.last)
    value = str(int(number.value)) if number.value == int(number.value) else str(number.value)
    if currency is not None and (not str(currency.value).endswith("?") or number.value >= _SUM):
        return Money(number.first, currency.last, f"{value} {str(currency.value).rstrip('?')}")
    unit = sentence.at("fine_units", number.last)
    if unit is None:
        return None
    return Money(number.first, unit.last, f"{value} {_written(sentence, unit.first, unit.last)}", True)


def _without_ending(unit: str) -> str:
    """A unit in capitals without the ending that a hyphen parts from it («АЕК-тен»)."""
    head = unit.split("-", 1)[0]
    return head if head.isupper() else unit


def _written(sentence: Sentence, first: int, last: int) -> str:
    said = [_without_ending(sentence.tokens[first].text)]
    for before, token in pairwise(sentence.tokens[first:last]):
        said.append(f" {token.text}" if token.start > before.end else token.text)
    return "".join(said)
