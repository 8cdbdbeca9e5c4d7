"""Turns of a talk that open with who speaks ("Reporter: …", «А. Құл: …»)."""

from collections import Counter

from tizim.reading.inflected.people import PeopleFinder
from tizim.reading.inflected.sentence import Sentence

_LONGEST, _TURNS, _STAMP = 5, 2, 16

Labels = dict[int, tuple[str, int | None]]
"""By sentence that opens a turn: the words before the colon, and the person whom they name."""


def labels_of(sentences: list[Sentence], finder: PeopleFinder) -> Labels:
    """The turns of those who speak more than once; of everybody where the turns are stamped with times."""
    found: Labels = {}
    stamped = set[int]()
    line = -1
    for number, sentence in enumerate(sentences):
        opens, line = sentence.span.line != line, sentence.span.line
        first = _after_stamp(sentence) if opens else 0
        colon = next((at for at in _nearest(sentence, first) if sentence.tokens[at].text == ":"), 0)
        if opens and colon > first and sentence.tokens[first].capital:
            words = " ".join(token.lower for token in sentence.tokens[first:colon])
            named = [one for one in finder.found.mentions.get(number, []) if one.last <= colon]
            found[number] = (words, named[0].person if named else None)
            stamped |= {number} if first else set()
    turns = Counter(words for words, _ in found.values())
    talk = any(turns[found[number][0]] >= _TURNS for number in stamped)
    return {
        number: label
        for number, label in found.items()
        if turns[label[0]] >= _TURNS or (talk and number in stamped)
    }


def _nearest(sentence: Sentence, first: int) -> range:
    return range(first, min(first + _LONGEST, len(sentence.tokens)))


def _after_stamp(sentence: Sentence) -> int:
    """The first word of a line behind the time or day that a chat prints before it ("[08:14] X: …")."""
    kinds = [token.kind for token in sentence.tokens[:_STAMP]]
    first = kinds.index("word") if "word" in kinds else 0
    return first if "number" in kinds[:first] else 0


def answering(sentences: list[Sentence], labels: Labels) -> dict[int, int]:
    """Who speaks in which paragraph: the people whose turns do not mostly end with a question."""
    asked, told = Counter[int](), Counter[int]()
    lines: dict[int, int] = {}
    for number, (_, person) in labels.items():
        if person is None:
            continue
        line = sentences[number].span.line
        lines[line] = person
        last = [one for one in sentences[number:] if one.span.line == line][-1]
        (asked if last.tokens[-1].text == "?" else told)[person] += 1
    return {line: person for line, person in lines.items() if told[person] >= asked[person]}
