"""One person whom a text leaves unnamed and goes on to speak of: "A pharmacist was held. He was fined."."""

from tizim.reading.marks import Sentence
from tizim.reading.who import Who
from tizim.reading.words import set_of


def someone(who: Who) -> bool:
    """Whether somebody is one person without a name: "a student"."""
    return who.kind == "group" and who.word == "a" and who.group is not None and who.group.high == 1


def unnamed_line(sentence: Sentence, whos: list[Who], line: int) -> int:
    """The line that now speaks of one unnamed person: that of this sentence, that of before, or none."""
    for who in whos:
        if who.kind == "person":
            return -1
    return sentence.span.line if _opens(sentence, whos) else line


def _opens(sentence: Sentence, whos: list[Who]) -> bool:
    """Whether a sentence opens with one person unnamed who is no mere witness of what befell another."""
    first = whos[0] if whos else None
    if first is None or not someone(first) or first.head > 1 or first.official:
        return False
    tells = "attribution" in sentence.marks or first.noun in set_of("en", "people", "witnesses")
    return not tells
