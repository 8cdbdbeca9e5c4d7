"""What the checks of a law book say, in English, Russian and Kazakh: a code and what its words need."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tizim import Problem
from tizim.vocab.labels import label
from tizim.vocab.law_parts import LawArticle, LawBook, LawPart
from tizim.vocab.outcomes import outcome
from tizim.vocab.tables import LABEL_LANGUAGES
from tizim.vocab.telling import duration_told, outcome_told

_FILE = Path(__file__).with_name("data") / "law_messages.yml"


@dataclass(frozen=True, slots=True)
class Said:
    """A message of ``law_messages.yml`` and what fills it: by name, for each language."""

    code: str
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def told(self, language: str) -> str:
        """The message in a language."""
        return law_messages()[self.code][language].format(**self.values.get(language, {}))


@dataclass(frozen=True, slots=True)
class LawProblem:
    """One thing that does not fit the law book: where, what, and what to do about it, in any language."""

    where: str
    what: Said
    hints: tuple[Said, ...] = ()

    @property
    def problem(self) -> Problem:
        """The same in English."""
        return Problem(self.where, self.what.told("en"), " ".join(one.told("en") for one in self.hints))

    def told(self, language: str) -> str:
        """What it says after the article, in a language."""
        return " ".join(one.told(language) for one in (self.what, *self.hints))


@cache
def law_messages() -> Mapping[str, Mapping[str, str]]:
    """Every message by its code and language."""
    import yaml

    found: dict[str, dict[str, str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return found


def said(code: str, **values: object) -> Said:
    """A message whose values are the same in every language."""
    same = {name: str(value) for name, value in values.items()}
    return Said(code, {language: same for language in LABEL_LANGUAGES})


def days_said(known: LawArticle | LawBook) -> Said:
    """From when to when an article or a book is in force."""
    return Said("in_force", {language: _days(known, language) for language in LABEL_LANGUAGES})


def _days(known: LawArticle | LawBook, language: str) -> Mapping[str, str]:
    first, last = known.in_force_from, known.in_force_to
    words = law_messages()
    return {
        "first": words["from_day"][language].format(day=first) if first else "",
        "last": words["to_day"][language].format(day=last) if last else "",
    }


def title_said(found: LawArticle) -> Said:
    """The number and the title of an article."""
    titles = {language: _title(found, language) for language in LABEL_LANGUAGES}
    return Said("title", {lang: {"number": found.number, "title": one} for lang, one in titles.items()})


def _title(found: LawArticle, language: str) -> str:
    return found.title.get(language) or found.title.get("en") or next(iter(found.title.values()))


def ranges_said(ranges: tuple[LawPart, ...]) -> Said:
    """That a term is outside ranges; English gives them as the law book has them, with their sources."""
    english = " and ".join(f"{_range(one)} ({one.source})" for one in ranges)
    values = {language: {"range": _in_words(ranges, language)} for language in LABEL_LANGUAGES}
    return Said("term_outside", {**values, "en": {"range": english}})


def _in_words(ranges: tuple[LawPart, ...], language: str) -> str:
    return "; ".join(_range_in_words(one, language) for one in ranges)


def _range_in_words(known: LawPart, language: str) -> str:
    """ "imprisonment, from 8 years to 12 years": of a range whose lowest term is given or not."""
    least = outcome(known.penalty_min)[0].duration if known.penalty_min else None
    highest = outcome(known.penalty_max)[0]
    if highest.duration is None:
        return outcome_told(known.penalty_max, language)
    return law_messages()["range_both" if least else "range_most"][language].format(
        kind=label("penalties", highest.kind, language),
        least=duration_told(least, language) if least else "",
        most=duration_told(highest.duration, language),
    )


def _range(known: LawPart) -> str:
    """``imprisonment P8Y..P12Y``, ``imprisonment ..P2Y``."""
    kind, _, highest = known.penalty_max.partition(" ")
    return f"{kind} {known.penalty_min.partition(' ')[2]}..{highest}"
