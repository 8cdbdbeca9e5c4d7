"""Lines as they stand on the page, with words that a line's end split made whole on the first line."""

import re
from collections.abc import Iterator, Sequence

from tizim.documents.ocr.words import Line

_SPLIT = re.compile(r"(?P<start>[^\W\d_]{2,})[-\u2010\u00ac\u00ad]$")
_REST = re.compile(r"(?P<rest>[^\W\d_]+)(?P<stop>[^\w\s]*)(?: |$)")
# Russian particles and prepositions that a hyphen joins stay joined by it.
_HYPHENED = frozenset("то либо нибудь таки за под над ка де".split())


def set_in_lines(lines: Sequence[Line]) -> list[tuple[str, int]]:
    """The text of each line with its number; an empty one (number -1) between paragraphs."""
    found: list[tuple[str, int]] = []
    texts = list(_joined([line.text for line in lines], [line.paragraph for line in lines]))
    for number, (line, text) in enumerate(zip(lines, texts, strict=True)):
        if number and line.paragraph != lines[number - 1].paragraph:
            found.append(("", -1))
        found.append((text, number))
    return [(text, number) for text, number in found if text or number == -1]


def _joined(texts: list[str], paragraphs: Sequence[tuple[str, ...]]) -> Iterator[str]:
    for number, text in enumerate(texts):
        if number + 1 < len(texts) and paragraphs[number] == paragraphs[number + 1]:
            text, texts[number + 1] = _whole(text, texts[number + 1])
        yield text


def _whole(text: str, following: str) -> tuple[str, str]:
    """Both lines, the word that runs over the end of the first one whole in it."""
    split, rest = _SPLIT.search(text), _REST.match(following)
    if not split or not rest or not rest["rest"][0].islower() or following == rest[0].rstrip():
        return text, following
    hyphen = "-" if rest["rest"] in _HYPHENED else ""
    whole = text[: split.end("start")] + hyphen + rest["rest"] + rest["stop"]
    return whole, following[rest.end() :]
