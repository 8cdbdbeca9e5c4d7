"""Published facts: acts that may leave the house, one by one, with the passages that tell of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from tizim.publications.content import Act, Cited
from tizim.vocab import Days, VocabError, place, vague_date


@dataclass(frozen=True, slots=True)
class Fact:
    """One act against somebody who may be named, or against people or an organisation not named.

    ``root`` is the claim that this one corrects in the end, or itself; ``who`` is the key of the person.
    ``people`` are how many a source counts, at least and at most, where it names nobody.
    """

    claim_id: str
    root: str
    who: str | None
    name: str | None
    people: tuple[int, int | None] | None
    event: str | None
    act: Act

    @property
    def days(self) -> Days | None:
        """The days on which it may have happened; None where the source gives none."""
        try:
            days = vague_date(self.act.date).days if self.act.date else None
        except VocabError:
            return None
        return days if days and days.first and days.last else None

    @property
    def country(self) -> str | None:
        """The code of the country: that of the place, else of the law book; None where neither tells."""
        known = place(self.act.place) if self.act.place else None
        if known:
            return next((code for code in (known.code, *known.within) if len(code) == 2), None)
        books = {article.partition("-")[0] for article in self.act.articles}
        return books.pop() if len(books) == 1 else None


@dataclass(frozen=True, slots=True)
class Facts:
    """All published facts, the passages by their places, and what contradicts what by claims of a person.

    ``standing`` are the roots of all claims that stand, told here or not: any other was taken back.
    """

    facts: tuple[Fact, ...]
    passages: tuple[Cited, ...]
    disputes: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
    asked: Mapping[str, tuple["Request", ...]]
    standing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked of somebody in power for a person, as published, and what came back."""

    kind: str
    addressee: str
    date: str | None
    due: str | None
    passages: tuple[int, ...]
    answers: tuple["Answer", ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, as published."""

    kind: str
    date: str | None
    passages: tuple[int, ...]
