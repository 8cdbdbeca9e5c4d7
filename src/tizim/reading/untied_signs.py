"""The signs by which it is weighed whether an act hit somebody: readable names, each there or not."""

from collections.abc import Iterator
from dataclasses import dataclass

from tizim.reading.clauses import Verb
from tizim.reading.drafts import Draft, Scene
from tizim.reading.events import Event, Told
from tizim.reading.focus import Focus, Subject
from tizim.reading.marks import Mark
from tizim.reading.who import Who
from tizim.reading.words import ActWord

_FAR = ((0, "0"), (2, "1-2"), (5, "3-5"), (9, "6-9"), (15, "10-15"))
_BESIDE = frozenset(
    "the a an his her their 's of in on to for after before with without by no and , : ; ( – first then now"
    " him them from at under against was were is are been has had have".split()
)
_ASIDE = ("judge", "prosecutor", "official", "lawyer", "force", "politician")
_PARTING = (";", ":", "who", "which", "that", "but", "and", "while", "when", "after", "where", "(", "by")
_QUOTES = frozenset('" “ ” «'.split())
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an act: where it stands, what it means, and its verb group where it is a verb."""

    mark: Mark
    word: ActWord
    verb: Verb | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be meant, by which way found, where in the sentence or how many sentences back."""

    subject: Subject
    way: str
    who: Who | None = None
    far: int = 0


def of_the_word(told: Told, scene: Scene, word: Word) -> Iterator[str]:
    """The signs of an act's own words and of the sentence they stand in."""
    sentence, mark, act, shape = told.sentence, word.mark, word.word.act, word.word.shape
    yield from (f"act: {act}", f"shape: {shape}", f"{shape} of {act}")
    for place, at in (("before", mark.first - 1), ("behind", mark.last)):
        beside = sentence.lower(at)
        known = "nothing" if beside in ("", ".") else beside if beside in _BESIDE else "another word"
        yield f"{place} the act: {known}"
    if word.verb is not None:
        yield f"verb: {word.verb.voice}"
    yield f"words of the act: {min(3, mark.last - mark.first)}"
    yield f"people here: {min(3, _people(told))}"
    yield "a day stands here" if scene.dates else "no day here"
    for kind in ("demand", "modals", "negations"):
        if any(at < mark.first for at in sentence.marks.get(kind, ())):
            yield f"{kind} before the act"
    if any(who.kind == "agent" and who.last <= mark.first for who in told.whos):
        yield "an agent before the act"
    yield from _kind_of_sentence(told)


def _kind_of_sentence(told: Told) -> Iterator[str]:
    sentence = told.sentence
    if told.lengths:
        yield "a term stands here"
    if sentence.span.heading:
        yield "a heading"
    if sentence.span.item:
        yield "an item"
    if sentence.tokens[-1].text == "?":
        yield "a question"
    if not _QUOTES.isdisjoint(sentence.bag):
        yield "speech"


def _people(told: Told) -> int:
    return sum(who.kind == "person" for who in told.whos)


def of_the_events(word: Word, events: list[Event]) -> Iterator[str]:
    """The signs of the acts that rules found in the same sentence."""
    yield "acts here: some" if events else "acts here: none"
    if any(event.act == word.word.act for event in events):
        yield "the same act is told here"


def of_somebody(told: Told, word: Word, one: Candidate) -> Iterator[str]:
    """The signs of where somebody stands to the act."""
    shape, way, who = word.word.shape, one.way, one.who
    yield from (f"who: {way}", f"who: {way}, people here: {min(2, _people(told))}", f"who: {way}, {shape}")
    if len(one.subject.people) > 1:
        yield "several people"
    if who is None:
        yield f"sentences back: {one.far}"
        return
    mark = word.mark
    order = "before" if who.last <= mark.first else "behind" if who.head >= mark.last else "around"
    gap = max(mark.first - who.last, who.head - mark.last, 0)
    yield from (f"order: {order}", f"order: {order}, {shape}")
    yield f"distance: {order} {next((name for most, name in _FAR if gap <= most), '16 or more')}"
    if word.verb is not None:
        yield from (f"order: {order}, {word.verb.voice}", f"who: {way}, {word.verb.voice}")
    yield f"order: {order}, {'owner' if who.possessive else 'governed' if who.governed else 'free'}"
    if who.governed:
        yield from (f"preposition: {who.governed}", f"preposition: {who.governed}, {shape}")
    if who.possessive:
        yield from ("owner", f"owner, {shape}")
    if who.direct:
        yield "object of a verb"
    if who.head <= 1:
        yield "opens the sentence"
    yield from _between(told, who, *((who.last, mark.first) if order == "before" else (mark.last, who.head)))


def _between(told: Told, who: Who, first: int, last: int) -> Iterator[str]:
    """The signs of what stands between somebody and the act."""
    sentence = told.sentence
    words = sentence.lowers[max(0, first) : max(0, last)]
    yield from (f"between: {sign}" for sign in _PARTING if sign in words)
    if "," in words:
        yield f"between: commas {min(3, words.count(','))}"
    for kind, name in (("be", "to be"), ("attribution", "saying")):
        if any(first <= at < last for at in sentence.marks.get(kind, ())):
            yield f"between: {name}"
    others = [one for one in told.whos if one is not who and first <= one.first < last]
    yield f"nearer: {min(2, sum(one.kind in ('person', 'pronoun', 'group') for one in others))}"
    if any(one.kind == "agent" for one in others):
        yield "between: an agent"


def of_the_person(focus: Focus, one: Candidate, here: list[Draft]) -> Iterator[str]:
    """The signs of who somebody is and of what the text told of them so far."""
    people = one.subject.people
    titles = {title for number in people for title in focus.people.persons[number].titles}
    yield from (f"title: {title}" for title in _ASIDE if title in titles)
    if all(number in focus.suffered for number in people):
        yield "suffered before"
    if any(draft.person in people for draft in here):
        yield "suffers another act here"
    if here and here[-1].person in people:
        yield "suffered the act before"


OF_THE_TEXT = (
    "nothing else told of them",
    "the act told of others",
    "the act told of others just before",
    "acts told of them before",
    "acts told of them later",
)
"""The signs that only the whole text can show and that may speak for a chance."""


def of_the_text(act: str, subject: Subject, number: int, drafts: list[Draft]) -> Iterator[str]:
    """The signs of what the rest of the text tells of somebody; ``number`` is the sentence of the act."""
    mine = [draft for draft in drafts if draft.person in subject.people]
    same = [draft for draft in mine if draft.act == act]
    if not mine:
        yield "nothing else told of them"
    if same:
        near = min(abs(draft.sentence - number) for draft in same) <= _NEAR
        yield from ("the same act told of them", f"the same act told {'near' if near else 'far off'}")
    elif any(draft.act == act for draft in drafts):
        just = any(draft.act == act and 0 <= number - draft.sentence <= _NEAR for draft in drafts)
        yield "the act told of others just before" if just else "the act told of others"
    if any(draft.sentence < number for draft in mine):
        yield "acts told of them before"
    if any(draft.sentence > number for draft in mine):
        yield "acts told of them later"
