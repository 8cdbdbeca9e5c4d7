"""Where things stand in a sentence: the tokens of a span of text, the places it names."""

from bisect import bisect_left, bisect_right
from operator import attrgetter

from tizim.reading.marks import Sentence
from tizim.reading.words import set_of

_BEFORE = {"in", "at", "near", "from", "outside", "to", "of", "an", "a", "the"}
_AFTER = {
    "court",
    "region",
    "oblast",
    "city",
    "district",
    "regional",
    "province",
    "judge",
    "prosecutors",
    "police",
}


_START = attrgetter("start")


def tokens_of(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The tokens that a span of text covers."""
    first = bisect_right(sentence.tokens, start, key=_START) - 1
    last = bisect_left(sentence.tokens, end, key=_START)
    return max(0, first), last


def _of_authority(sentence: Sentence, index: int) -> bool:
    """ "an Almaty court", "the Minsk Municipal Court"."""
    words = [sentence.lower(at) for at in range(index, index + 3)]
    return words[0] in _AFTER or (
        "court" in words and all(word.isalpha() for word in words[: words.index("court")])
    )


def places_in(sentence: Sentence) -> list[tuple[int, str]]:
    """The towns and regions where something happens, with their first tokens; no countries."""
    states = set_of("en", "places", "states")
    found = []
    for mark in sentence.of("place"):
        token = sentence.tokens[mark.first]
        name = str(mark.value)
        if not token.capital or name.lower() in states:
            continue
        before, after = sentence.lower(mark.first - 1), sentence.lower(mark.last)
        if after in ("region", "oblast", "province"):
            found.append((mark.first, f"{name} {sentence.tokens[mark.last].text}"))
        elif before in ("in", "at", "near") or _of_authority(sentence, mark.last) or mark.first == 0:
            found.append((mark.first, name))
    return found
