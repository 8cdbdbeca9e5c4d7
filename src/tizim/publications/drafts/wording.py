"""Sentences of drafts: what befell whom, when, where, by whose account; nothing that no passage says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from tizim.publications.content import Cited, tells
from tizim.publications.drafts.draft import Sentence
from tizim.publications.drafts.period import Event
from tizim.publications.facts import Fact
from tizim.publications.site.words import Words
from tizim.vocab import table


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    text = files("tizim.publications").joinpath("drafts", "texts.yml").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


@cache
def rules() -> Mapping[str, Any]:
    """``data/freedoms.yml``: freedoms, tags, and how documents are counted."""
    text = files("tizim.publications").joinpath("data", "freedoms.yml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


@dataclass(frozen=True)
class Pen:
    """Writes in one language, with the passages at hand."""

    language: str
    passages: Sequence[Cited]

    @property
    def words(self) -> Words:
        """The words that drafts share with the published pages."""
        return Words(self.language)

    def say(self, key: str, **values: Any) -> str:
        """The text of that key with its values; KeyError where there is none."""
        return _texts()[key][self.language].format(**values)

    def cited(self, places: Iterable[int]) -> tuple[Cited, ...]:
        """The passages at these places, each once."""
        return tuple(self.passages[place] for place in dict.fromkeys(places))

    def sentence(self, events: Sequence[Event]) -> Sentence:
        """One sentence on events that are told alike, of one person or several."""
        first = events[0].first
        cited = self.cited(place for one in events for fact in one.facts for place in fact.act.passages)
        return Sentence(self._told(first, [self.who(one.first) for one in events], cited), cited)

    def version(self, fact: Fact) -> Sentence:
        """One fact as one source tells it."""
        cited = self.cited(fact.act.passages)
        return Sentence(self._told(fact, [self.who(fact)], cited), cited)

    def told_before(self, fact: Fact) -> str:
        """When, where and what a fact tells, without its passages: as an earlier draft had it."""
        at = self.say("at_place", place=fact.act.place) if fact.act.place else ""
        return f"{self.day(fact.act.date)}{at} — {self._what(fact)}"

    def who(self, fact: Fact) -> str:
        """The person; of others how many they are."""
        if fact.name:
            return fact.name
        if fact.people == (1, 1):
            return self.say("one_person")
        if fact.people:
            low, high = fact.people
            return self.say("people", bounds=self.words.bounds(low, high))
        return self.say("organisation")

    def day(self, text: str | None) -> str:
        """A vague date in words."""
        return self.words.vague(text) if text else self.say("no_day")

    def _told(self, fact: Fact, who: Sequence[str], cited: Sequence[Cited]) -> str:
        act = fact.act
        by = self.say("by_agency", agency=act.agency) if tells(act.agency) else ""
        told = self.say(
            "sentence", day=self.day(act.date), who=self.listed(who), what=self._what(fact),
            place=self.say("at_place", place=act.place) if act.place else "",
            by=by, sources=self._sources(cited),
        )  # fmt: skip
        return told[0].upper() + told[1:]

    def _what(self, fact: Fact) -> str:
        act = fact.act
        what = self._act(act.act, act.outcome)
        if act.articles:
            what = self.say("with_articles", what=what, articles="; ".join(act.articles))
        if act.certainty == "asserted":
            return what
        told = self.words.label("certainties", act.certainty)
        return self.say("with_certainty", what=what, certainty=told)

    def _act(self, act: str, came: str | None) -> str:
        """The act with what came of it; neither is told twice."""
        what = self.words.label("acts", act)
        if not came or came == rules()["same"].get(act):
            return what
        told = self.words.outcome(came)
        if told.casefold().startswith(what.casefold()) or _names_it(act, came):
            return told
        return self.say("with_outcome", act=what, outcome=told)

    def _sources(self, cited: Sequence[Cited]) -> str:
        known = sorted({one.source for one in cited if one.source})
        return self.say("reported", sources="; ".join(known)) if known else self.say("published")

    def listed(self, who: Sequence[str]) -> str:
        """Names one after the other, the last behind "and"."""
        names = list(dict.fromkeys(who))
        return ", ".join(names[:-1]) + self.say("and") + names[-1] if len(names) > 1 else names[0]

    def method(self, cited: Sequence[Cited]) -> Sentence:
        """How many interviews, court papers and reports of media it rests on, every document once."""
        documents = {(one.url, one.title, one.date, one.source): one for one in cited}
        counted = dict.fromkeys((*rules()["methods"], "others"), 0)
        for one in documents.values():
            counted[_method(one)] += 1
        return Sentence(self.say("method_text", n=len(documents), **counted), tuple(documents.values()))


def _names_it(act: str, came: str) -> bool:
    """Whether the outcome says what was done: it puts into the state of the act, or the act is "other"."""
    kind = came.split(maxsplit=1)[0].rstrip(";")
    if kind not in table("penalties"):
        return False
    state = table("acts").term(act).attributes.get("state")
    return act == "other" or (bool(state) and state == table("penalties").term(kind).attributes.get("state"))


def _method(one: Cited) -> str:
    """Under what a document is counted."""
    for name, kinds in rules()["methods"].items():
        if one.document_kind in kinds.get("document_kinds", ()):
            return str(name)
    for name, kinds in rules()["methods"].items():
        if one.source_kind in kinds.get("source_kinds", ()):
            return str(name)
    return "others"
