"""Where things stand in a sentence: the tokens of a span of text, the places it names."""

from bisect import bisect_left, bisect_right

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


def tokens_of(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The tokens that a span of text covers."""
    first = bisect_right([token.start for token in sentence.tokens], start) - 1
    last = bisect_left([token.start for token in sentence.tokens], end)
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
