"""Sums of money in a text with their currency: "13 billion tenge", "$620", "1,4 млн тенге"."""

import re
from dataclasses import dataclass
from functools import cache

from tizim.audits.numerals import numeral_pattern, value_of
from tizim.audits.patterns import compiled, words
from tizim.audits.tables import table
from tizim.documents import Span


@dataclass(frozen=True, slots=True)
class Money:
    """A sum as written: how much of which currency (ISO 4217)."""

    start: int
    end: int
    value: float
    currency: str


@cache
def _pattern(language: str) -> re.Pattern[str]:
    number = rf"(?P<number>{numeral_pattern(language)})"
    scales = "|".join(
        f"(?P<s{power}>{compiled(forms).pattern})" for power, forms in words(language, "scales").items()
    )
    units = "|".join(
        f"(?P<{code}>{compiled(forms).pattern})" for code, forms in words(language, "currencies").items()
    )
    signs = "".join(table("relations")["signs"])
    return re.compile(
        rf"(?P<sign>[{signs}])\s?{number.replace('number', 'number1')}(?:\s(?:{scales}))?"
        rf"|(?<![\w.,]){number}(?:[\s\u00a0](?:{scales.replace('P<s', 'P<t')}))?[\s\u00a0](?:{units})",
        re.IGNORECASE,
    )


def money_in(text: str, at: Span, language: str) -> list[Money]:
    """The sums of money of a stretch of text."""
    found = []
    for hit in _pattern(language).finditer(text, at.start, at.end):
        parts = {name: value for name, value in hit.groupdict().items() if value}
        value = value_of(parts.get("number") or parts["number1"], language)
        scale = next((int(name[1:]) for name in parts if name[0] in "st" and name[1:].isdigit()), 0)
        sign = table("relations")["signs"].get(parts.get("sign", ""))
        currency = sign or next(name for name in parts if name.isupper() and len(name) == 3)
        if value is not None:
            found.append(Money(hit.start(), hit.end(), value * 10**scale, currency))
    return found
