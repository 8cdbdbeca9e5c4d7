"""How sure a text is of an act, and whom it names as saying so."""

from tizim.reading.marks import Sentence

_REACH = 25


def certainty_of(sentence: Sentence, first: int) -> str:
    """A code of the certainties; the nearest word before the act decides, ``asserted`` if there is none."""
    near = [
        mark for mark in sentence.of("certainty") if mark.first <= first + 2 and first - mark.first <= _REACH
    ]
    return str(near[-1].value) if near else "asserted"


def reporter_of(text: str, sentence: Sentence) -> str | None:
    """Whom "according to …" names, up to the next comma or full stop."""
    if "according" not in sentence.bag:
        return None
    for at, word in enumerate(sentence.lowers):
        if word == "according" and sentence.lower(at + 1) == "to":
            last = at + 2
            while (
                last < len(sentence.tokens)
                and last - at < 10
                and sentence.tokens[last].text not in (",", ".", ";", ":", "(")
            ):
                last += 1
            if last > at + 2 and last - at < 10:
                return text[sentence.tokens[at + 2].start : sentence.tokens[last - 1].end]
    return None
