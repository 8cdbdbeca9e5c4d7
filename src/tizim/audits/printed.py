"""What a published figure says: how many, by which definition, for which days and which place."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from tizim.audits.tables import table
from tizim.claims import PublishedFigure
from tizim.ledger import content_id
from tizim.tallies import Class, Definition, TallyError, definition
from tizim.vocab import vague_date

GIVEN, WORDS = "given", "words"
_ABOUT = 0.1
Definitions = Callable[[str], Definition]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A figure that was published, our own or others': the number with its bound, and what it counts.

    ``known_at`` is the moment up to which its makers knew; for a figure of a document the end of the day that
    the document bears. ``own_document`` holds the claims that its own document makes.
    """

    id: str
    count: int
    bound: str = "exact"
    what: str = ""
    definition: str | None = None
    counting_unit: str = "individual"
    since: str | None = None
    as_of: str | None = None
    place: str | None = None
    known_at: str | None = None
    document_id: str | None = None
    passage_id: str | None = None

    @property
    def bounds(self) -> tuple[int, int | None]:
        """The least and the most that the figure says; None is no limit."""
        slack = max(1, round(self.count * _ABOUT))
        return {
            "at_least": (self.count, None),
            "more_than": (self.count + 1, None),
            "at_most": (0, self.count),
            "less_than": (0, max(0, self.count - 1)),
            "about": (max(0, self.count - slack), self.count + slack),
        }.get(self.bound, (self.count, self.count))


@dataclass(frozen=True, slots=True)
class Meant:
    """By which definition a figure counts: one that a person ``given``, or one by its ``words``; or why not.

    ``name`` is the definition with its class, ``of`` it narrowed to that class and to the figure's own time.
    """

    name: str | None
    of: Definition | None
    by: str
    missing: str | None = None
    words: tuple[str, ...] = ()


def defined(
    figure: PublishedFigure,
    *,
    definition: str,
    as_of: str | None = None,
    since: str | None = None,
    among: Definitions = definition,
) -> PublishedFigure:
    """The figure as a person has put it right: by which definition it counts, for which day, since when.

    TallyError if there is no such definition or class, VocabError for a day that is none.
    """
    unit = named(definition, among).counting_unit
    for day in filter(None, (as_of, since)):
        vague_date(day)
    told = (definition, as_of or figure.as_of, since or figure.since)
    return replace(
        figure,
        id=content_id("f", figure.id, *told), recorded_at="", recorded_by="", corrects=figure.id,
        definition=told[0], as_of=told[1], since=told[2], counting_unit=unit,
    )  # fmt: skip


def named(name: str, among: Definitions = definition) -> Definition:
    """The definition of that name; after a stroke the one class to which it is narrowed."""
    first, _, code = (name, "", "") if name.endswith((".yml", ".yaml")) else _halves(name)
    of = among(first)
    if not code:
        return of
    classes = tuple(one for one in of.classes if one.code == code)
    if not classes:
        raise TallyError(f"the definition {first} has no class '{code}'")
    return replace(of, classes=classes)


def _halves(name: str) -> tuple[str, str, str]:
    """A definition and its class: ``in-custody/house_arrest``."""
    first, stroke, code = name.rpartition("/")
    return (first, stroke, code) if stroke else (name, "", "")


def meant(figure: Printed, among: Definitions = definition) -> Meant:
    """By which definition the figure counts: the given one, else the one that its words leave."""
    if figure.definition:
        try:
            return _within(figure, Meant(figure.definition, named(figure.definition, among), GIVEN))
        except TallyError:
            return Meant(figure.definition, None, GIVEN, "no_such_definition")
    name, rest = _by_words(figure)
    if name is None:
        return Meant(None, None, WORDS, "definition_unknown")
    if rest:
        return Meant(name, None, WORDS, "words_not_understood", rest)
    return _within(figure, Meant(name, named(name, among), WORDS))


def days(figure: Printed) -> tuple[date, ...]:
    """The first and the last day that the figure may mean; none where that is not known."""
    if not figure.as_of:
        return ()
    found = vague_date(figure.as_of).days
    return tuple(dict.fromkeys(day for day in (found.first, found.last) if day))


def _within(figure: Printed, of: Meant) -> Meant:
    """The definition for the figure's unit, its acts only since the figure's own beginning."""
    assert of.of
    if of.by == GIVEN and figure.counting_unit != of.of.counting_unit:
        return replace(of, of=None, missing="other_unit")
    begin = vague_date(figure.since).days.first if figure.since else None
    if begin is None:
        return of
    return replace(of, of=replace(of.of, classes=tuple(_since(one, begin) for one in of.of.classes)))


def _since(one: Class, begin: date) -> Class:
    return replace(one, since=max(filter(None, (one.since, begin)))) if one.acts else one


def _by_words(figure: Printed) -> tuple[str | None, tuple[str, ...]]:
    """The definition whose words the figure has, and the words that it has beside them."""
    left = f" {figure.what.casefold()} "
    for told in filter(None, (figure.place, str(figure.count))):
        left = left.replace(told.casefold(), " ")
    found = None
    for name, pattern in _meanings():
        after = pattern.sub(" ", left)
        if after != left:
            if found is not None:
                return found, (pattern.findall(left)[0].strip(),)
            found, left = name, after
    states = found is not None and any(one.states for one in named(found).classes)
    if figure.since or (figure.as_of and states):
        left = re.sub(r"\b[12]\d{3}\b|\b\d{1,2}\b", " ", _pattern("dated").sub(" ", left))
    left = _pattern("neutral").sub(" ", left)
    return found, tuple(re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", left))


@cache
def _meanings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words of each definition; those with the longest words first, so that they win."""
    means = table("figures_meant")["means"]
    order = sorted(means, key=lambda name: -max(map(len, means[name])))
    return tuple((name, _any(means[name])) for name in order)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return _any(table("figures_meant")[name])


def _any(words: list[str]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    stems = (r"\s+".join(re.escape(one).replace(r"\*", r"\w*") for one in word.split()) for word in longest)
    return re.compile(rf"(?<!\w)(?:{'|'.join(stems)})(?!\w)")
