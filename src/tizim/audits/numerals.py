"""Numbers in figures and in words."""

import re
from dataclasses import dataclass
from functools import cache

from tizim.audits.tables import table

_DIGITS = r"\d{1,3}(?:[ \u00a0,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, and where. ``whole`` if it is a whole number."""

    start: int
    end: int
    value: float

    @property
    def whole(self) -> bool:
        """Whether it counts whole things."""
        return self.value == int(self.value)


@cache
def _values(language: str) -> dict[str, int]:
    return {
        form: int(value) for value, forms in table(f"{language}/numbers")["words"].items() for form in forms
    }


@cache
def numeral_pattern(language: str) -> str:
    """A pattern of numbers in figures and words; no groups."""
    words = "|".join(
        re.escape(form).replace(r"\*", r"\w*") for form in sorted(_values(language), key=len, reverse=True)
    )
    return rf"(?:{_DIGITS}|(?:{words})(?:[ -](?:{words}))?(?!\w))"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,/№#:-])(?:{numeral_pattern(language)})(?![./:]?\d)", re.IGNORECASE)


def numerals_in(text: str, start: int, end: int, language: str) -> list[Numeral]:
    """The numbers of a stretch of text."""
    found = []
    hit = _pattern(language).search(text, start, end)
    while hit:
        stop = hit.start() + len(_first(hit.group(), language))
        value = value_of(text[hit.start() : stop], language)
        if value is not None:
            found.append(Numeral(hit.start(), stop, value))
        hit = _pattern(language).search(text, stop, end)
    return found


def _first(written: str, language: str) -> str:
    """The number with which a match begins: two words that make no number together are two numbers."""
    if written[0].isdigit() or len(_split(written.lower(), language)) == 1:
        return written
    return written if _joined(written, language) is not None else re.split(r"[ -]", written)[0]


def _joined(written: str, language: str) -> float | None:
    """What two words make as one number: "twenty one"; None for such as "six five"."""
    high, low = (_value(word, language) for word in _split(written.lower(), language))
    tens = 10 if language == "kk" else 20  # "он бір" is eleven
    if high is None or low is None or high < tens or high % 10 or not 0 < low < 10:
        return None
    return high + low


def value_of(written: str, language: str) -> float | None:
    """The value of a number in figures or words; None for what is none, such as "six five"."""
    if written[0].isdigit():
        plain = re.sub(r"(?<=\d)[ \u00a0,](?=\d{3}(?!\d))", "", written).replace(",", ".")
        return float(plain)
    parts = [_value(word, language) for word in _split(written.lower(), language)]
    if len(parts) == 1:
        return parts[0]
    joined = _joined(written, language)
    return parts[0] if joined is None else joined


def _split(written: str, language: str) -> list[str]:
    return [written] if written in _values(language) else re.split(r"[ -]", written)


@cache
def _value(word: str, language: str) -> int | None:
    values = _values(language)
    if word in values:
        return values[word]
    return next((n for form, n in values.items() if form.endswith("*") and word.startswith(form[:-1])), None)
