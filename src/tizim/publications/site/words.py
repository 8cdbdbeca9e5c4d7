"""The words of published pages: texts, days, bounds, codes, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from tizim.vocab import VocabError, label, outcome_told, vague_date

_KEPT = 16384
LANGUAGES = (("en", "English"), ("ru", "Русский"), ("kk", "Қазақша"))


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    text = files("tizim.publications").joinpath("site", "texts.yml").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


@cache
def _said(key: str, language: str) -> str:
    return _texts()[key][language].format()


@dataclass(frozen=True, slots=True)
class Words:
    """What pages say in one language."""

    language: str
    bound: bool = False
    """Whether days stay together at the end of a line, as they are printed; drafts are to be searched."""

    def say(self, key: str, **values: Any) -> str:
        """The text of that key with its values; KeyError where there is none."""
        return _texts()[key][self.language].format(**values) if values else _said(key, self.language)

    def label(self, table: str, code: str) -> str:
        """The word for a code of a vocabulary."""
        return label(table, code, self.language)

    def reason(self, code: str) -> str:
        """Why somebody is on a list surely, perhaps, or otherwise than before."""
        return label("reasons", code, self.language)

    @lru_cache(maxsize=_KEPT)  # noqa: B019 - words are few, and told again and again
    def outcome(self, text: str) -> str:
        """What came of an act, in words."""
        return outcome_told(text, self.language)

    def upper(self, number: int | None) -> str:
        """An upper bound; a source may leave it open."""
        return self.say("open_end") if number is None else str(number)

    def bounds(self, low: int, high: int | None) -> str:
        """ "At least 26, at most 28"; one number where they are the same."""
        if low == high:
            return str(low)
        if high is None:
            return self.say("no_upper", low=low)
        return f"{self.say('at_least')} {low}, {self.say('at_most')} {high}"

    @lru_cache(maxsize=_KEPT)  # noqa: B019
    def day(self, text: str | None) -> str:
        """A day in words; nothing for none."""
        if not text:
            return ""
        year, month, day = text.split("-")
        name = self.say("months_of_days").split()[int(month) - 1]
        return self._joined(self.say("day_form", day=int(day), month=name, year=year))

    @lru_cache(maxsize=_KEPT)  # noqa: B019
    def vague(self, text: str) -> str:
        """A vague date in words: a day, a month, a year, a span; about one of them."""
        try:
            days = vague_date(text).days
        except VocabError:
            return text
        if not days.first or not days.last:
            return self._open(days.first, days.last) or text
        first, last = days.first.isoformat(), days.last.isoformat()
        told = self._span(first, last, text.strip("~?%"))
        return self.say("about_day", day=told) if text.endswith(("~", "%", "?")) else told

    def _joined(self, told: str) -> str:
        return told if self.bound else told.replace("\u00a0", " ")

    def _open(self, first: date | None, last: date | None) -> str:
        if last:
            return self.say("by_day", day=self.day(last.isoformat()))
        return self.say("from_day", day=self.day(first.isoformat())) if first else ""

    def _span(self, first: str, last: str, text: str) -> str:
        if first == last:
            return self.day(first)
        if len(text) == len("2020-11"):
            name = self.say("months_alone").split()[int(text[5:]) - 1]
            return self._joined(self.say("month_form", month=name, year=text[:4]))
        return (
            text
            if len(text) == len("2020")
            else self.say("between", first=self.day(first), last=self.day(last))
        )
