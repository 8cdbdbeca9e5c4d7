"""Vocabularies and law books as they are looked up: by words, with penalties told and people counted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from tizim.vocab import LawArticle, LawBook, LawPart, Table, Term, folded, outcome_told
from tizim.web.desk.moment import Moment
from tizim.web.desk.people.seen import columns
from tizim.web.desk.sight import Sight
from tizim.web.desk.templatetags.desk import spoken

LONGEST = 100
TITLES = {
    "acts": _("Acts"), "case_kinds": _("Kinds of cases"), "certainties": _("How a source says it"),
    "counting_units": _("What is counted"), "degrees_of_involvement": _("Degrees of involvement"),
    "document_kinds": _("Kinds of documents"),
    "intervention_kinds": _("Kinds of letters and recommendations"), "languages": _("Languages"),
    "lengths": _("Lengths of time"), "levels": _("Kinds of statements"), "penalties": _("Penalties"),
    "perpetrator_types": _("Kinds of perpetrators"), "reasons": _("Reasons that the register gives"),
    "reliability": _("Reliability of sources"), "response_kinds": _("Kinds of answers"),
    "roles": _("Parts in an act"),
    "source_connections": _("How a source knows"), "source_kinds": _("Kinds of sources"),
    "states": _("States of a person"), "statuses": _("States as sources report them"),
    "units_of_account": _("Units in which laws set fines"),
    "ways_obtained": _("Ways in which documents came"),
}  # fmt: skip
"""What each table is called."""
_UNSHOWN = frozenset(("also",))


@dataclass(frozen=True, slots=True)
class Row:
    """A term as it is shown: with what other parts of the register go by."""

    term: Term
    goes_by: Sequence[tuple[str, str]]
    also: Sequence[str]


@dataclass(frozen=True, slots=True)
class Penalty:
    """A part of an article with its penalty in words; empty where no source at hand gives it."""

    number: str
    least: str
    most: str
    source: str


@dataclass(frozen=True, slots=True)
class Wording:
    """An article in one wording, with its parts, and of how many people claims name it."""

    article: LawArticle
    parts: Sequence[Penalty]
    cited: str
    people: int


def asked_words(given: str) -> str:
    """What somebody looks for, cut to a length that is one."""
    return " ".join(given.replace("\0", "").split())[:LONGEST]


def rows(of: Table, words: str) -> list[Row]:
    """The terms of a table in which all the words stand, in any language."""
    return [_row(one) for one in of.terms.values() if _has(_words_of_term(one), words)]


def wordings(of: LawBook, words: str, asked: Moment, sight: Sight) -> list[Wording]:
    """The articles of a book in whose number, title or other wording all the words stand."""
    known = columns(asked.of_today, sight)
    people = dict(known.counts("article", known.everybody))
    cited = of.cited_as or of.code
    found = (one for one in of.articles if _has(_words_of_article(one), words))
    return [
        Wording(one, list(_parts(one)), f"{cited} {one.number}", people.get(f"{cited} {one.number}", 0))
        for one in found
    ]


def _row(term: Term) -> Row:
    told = ((name, _shown(value)) for name, value in term.attributes.items() if name not in _UNSHOWN)
    return Row(term, list(told), list(term.attributes.get("also", ())))


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_shown(one)}" for name, one in value.items())
    return ", ".join(map(_shown, value)) if isinstance(value, tuple | list) else str(value)


def _parts(one: LawArticle) -> Iterator[Penalty]:
    whole = (one.whole,) if one.whole else ()
    for part in (*whole, *(one.parts or {}).values()):
        yield Penalty(part.number, _told(part.penalty_min), _told(part.penalty_max), _source(part))


def _told(outcome: str) -> str:
    return outcome_told(outcome, spoken()) if outcome else ""


def _source(part: LawPart) -> str:
    return part.source if part.penalty_max else ""


def _words_of_term(one: Term) -> Iterable[str]:
    esf = (one.esf.code, one.esf.term) if one.esf else ()
    return (one.code, *one.labels.values(), *map(str, one.attributes.get("also", ())), *esf, one.note)


def _words_of_article(one: LawArticle) -> Iterable[str]:
    return (one.number, *one.title.values(), *one.also)


def _has(texts: Iterable[str], words: str) -> bool:
    """Whether each of the words stands somewhere in the texts, whatever the case and letters."""
    whole = folded(" ".join(texts))
    return all(one in whole for one in folded(words).split())
