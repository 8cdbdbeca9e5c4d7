"""Turns of a talk that open with who speaks ("Reporter: …", «А. Құл: …»)."""

from collections import Counter

from tizim.reading.inflected.people import PeopleFinder
from tizim.reading.inflected.sentence import Sentence

_LONGEST, _TURNS = 5, 2

Labels = dict[int, tuple[str, int | None]]
"""By sentence that opens a turn: the words before the colon, and the person whom they name."""


def labels_of(sentences: list[Sentence], finder: PeopleFinder) -> Labels:
    """The turns of those who speak more than once."""
    found: Labels = {}
    line = -1
    for number, sentence in enumerate(sentences):
        opens, line = sentence.span.line != line, sentence.span.line
        colon = next((at for at, token in enumerate(sentence.tokens[:_LONGEST]) if token.text == ":"), 0)
        if opens and colon and sentence.tokens[0].capital:
            words = " ".join(token.lower for token in sentence.tokens[:colon])
            named = [one for one in finder.found.mentions.get(number, []) if one.last <= colon]
            found[number] = (words, named[0].person if named else None)
    turns = Counter(words for words, _ in found.values())
    return {number: label for number, label in found.items() if turns[label[0]] >= _TURNS}


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
