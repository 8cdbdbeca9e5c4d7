"""Files of people: a paragraph that opens with a name alone is about that person ("X. В СИЗО с мая.")."""

from collections.abc import Sequence
from dataclasses import replace

from tizim.reading.calendar import Day
from tizim.reading.drafts import ELSEWHERE, Draft
from tizim.reading.inflected.drafting import Scene
from tizim.reading.inflected.people import PeopleFinder
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.who import Who
from tizim.reading.people import Mention

_ANY = frozenset({"nom", "gen", "dat", "acc"})
_JUDGED = frozenset({"sentence", "conviction", "charge", "administrative_arrest", "fine"})
_RULED = (_JUDGED - {"charge"}) | {"ban_on_activity", "release"}
_OFFICES = frozenset({"judge", "prosecutor", "investigator"})
_LABEL, _LINES = 5, 14
_SUBJECTS = frozenset({"person", "pronoun", "noun", "plural", "group", "kin"})


def with_file(whos: list[Who], sentences: Sequence[Sentence], number: int, finder: PeopleFinder) -> list[Who]:
    """Everybody in a sentence; where it has no subject, first of all the person whose file it stands in."""
    if finder.lists.lexicon.tables["grammar"].get("verb_last"):
        return _with_record(whos, sentences, number, finder)
    line = sentences[number].span.line
    first = number
    while first and sentences[first - 1].span.line == line:
        first -= 1
    named = finder.found.mentions.get(first, [])
    if first == number or len(named) != 1 or not _alone(sentences[first], named[0]):
        return whos
    if any("nom" in who.cases and who.kind in _SUBJECTS and not who.owner for who in whos):
        return whos
    return [Who(0, 0, 0, "person", frozenset({"nom"}), [named[0].person]), *whos]


def _alone(sentence: Sentence, mention: Mention) -> bool:
    """Whether a sentence is a name and nothing else but figures and signs."""
    rest = (at for at in range(len(sentence.tokens)) if not mention.first <= at < mention.last)
    return all(sentence.tokens[at].kind != "word" for at in rest)


def label_end(sentence: Sentence) -> int:
    """Where the label of a line of a file ends («Жазасы: …»): the place of its colon, or -1."""
    return next((at for at, token in enumerate(sentence.tokens[:_LABEL]) if token.text == ":" and at), -1)


class Records:
    """The articles and the day in court that the lines of a file gave for each person so far."""

    def __init__(self) -> None:
        self.codes: dict[int, tuple[str, ...]] = {}
        self.days: dict[int, Day] = {}

    def note(self, scene: Scene) -> None:
        """Keeps the articles of a line of somebody's record, and the day of one that a court heads."""
        person = next(who.people[0] for who in scene.told.whos if who.last == 0)
        ruling = scene.told.lexicon.set("grammar", "ruling")
        exact = [one.day for one in scene.dates if one.day.day is not None]
        if len(exact) == 1 and not ruling.isdisjoint(scene.told.sentence.word(0).lemmas):
            self.days[person] = exact[0]
        if scene.articles:
            self.codes[person] = tuple(dict.fromkeys(found.code for found in scene.articles))

    def complete(self, draft: Draft) -> Draft:
        """The draft with the articles and the day in court of the record, where it can have them and has
        none."""
        person = -1 if draft.person is None else draft.person
        if draft.act in _JUDGED:
            draft = replace(draft, articles=draft.articles or self.codes.get(person, ()))
        if draft.day is None and not draft.status and draft.act in _RULED:
            draft = replace(draft, day=self.days.get(person), day_from=ELSEWHERE)
        return draft


def is_of_record(whos: Sequence[Who]) -> bool:
    """Whether a line is one of a file whose person stands in a line above."""
    return any(who.last == 0 for who in whos)


def _with_record(
    whos: list[Who], sentences: Sequence[Sentence], number: int, finder: PeopleFinder
) -> list[Who]:
    """Everybody in a line with a label; where it names nobody, first the person whose record it stands in."""
    named = {number for who in whos if who.kind == "person" for number in who.people}
    free = [one for one in named if _OFFICES.isdisjoint(finder.found.persons[one].titles)]
    if label_end(sentences[number]) < 0 or free:
        return whos
    person = _recorded(sentences, number, finder)
    return whos if person is None else [Who(0, 0, 0, "person", _ANY, [person]), *whos]


def _recorded(sentences: Sequence[Sentence], number: int, finder: PeopleFinder) -> int | None:
    """Whose record the labelled lines above a line are: the nearest line that is a name, or labels one."""
    for at in range(number - 1, max(-1, number - _LINES), -1):
        end = label_end(sentences[at])
        named = finder.found.mentions.get(at, [])
        if len(named) == 1 and (_alone(sentences[at], named[0]) or _labels(sentences[at], end, named[0])):
            return named[0].person
        same = sentences[at].span.line in (sentences[at + 1].span.line, sentences[number].span.line)
        if (named and end < 0) or (end < 0 and not same and not _has_none(sentences[at])):
            return None
    return None


def _has_none(sentence: Sentence) -> bool:
    """Whether a line has no verb that is finished («№2»)."""
    return not any(word.finite for word in sentence.words)


def _labels(sentence: Sentence, end: int, mention: Mention) -> bool:
    """Whether a label stands before a name that says nothing of an office or of kin («Аты-жөні: …»)."""
    offices = any(
        sentence.at(kind, at) is not None for kind in ("title", "kin", "agency") for at in range(max(0, end))
    )
    return 0 <= end < mention.first and mention.first - end <= 2 and not offices
