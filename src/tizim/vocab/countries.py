"""Countries other than that of the places at hand: which one a written place names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tizim.vocab.place_keys import folded

_DATA = Path(__file__).parent / "data" / "countries.yml"
_APART = re.compile(r"\s*[,;()]\s*")


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO 3166-1 code, with its names by language; all forms by which a text names it."""

    code: str
    names: Mapping[str, str] = field(repr=False)
    whole: frozenset[str] = field(repr=False)
    cities: frozenset[str] = field(repr=False)

    def name_in(self, language: str) -> str:
        """The name in the language, else in English."""
        return self.names.get(language) or self.names["en"]


@cache
def countries() -> Mapping[str, Country]:
    """Every country at hand, by code."""
    import yaml

    content = yaml.load(_DATA.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {code: _country(code, entry) for code, entry in content.items()}


def country_named(text: str) -> Country | None:
    """The one country that a written place names, by itself, by a city or by both; None if none or several.

    Asked only of what is no place at hand: "Osh", "Warsaw, Poland", "Кыргызстан".
    """
    parts = [folded(one).strip() for one in _APART.split(text) if one.strip()]
    known = {found.code for one in parts if (found := _by_form().get(one))}
    return countries()[known.pop()] if len(known) == 1 else None


def names_whole_country(text: str) -> bool:
    """Whether the text names a country and no place in it."""
    return any(folded(text).strip() in one.whole for one in countries().values())


@cache
def _by_form() -> Mapping[str, Country]:
    found: dict[str, Country] = {}
    twice = set()
    for one in countries().values():
        for form in one.whole | one.cities:
            if found.setdefault(form, one) is not one:
                twice.add(form)
    return {form: one for form, one in found.items() if form not in twice}


def _country(code: str, entry: Any) -> Country:
    whole = (*entry["names"].values(), *entry.get("also", ()))
    cities = (name for city in entry.get("cities", ()) for name in city)
    return Country(code, entry["names"], frozenset(map(folded, whole)), frozenset(map(folded, cities)))
