"""A text in paragraphs and sentences, each a span of code points, in English, Russian and Kazakh.

Together the spans hold every sign of the text but white space; none starts or ends with white space.
Headings, list items and table rows stand on lines of their own and are paragraphs, hence sentences.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple


class Span(NamedTuple):
    """From ``start`` up to and without ``end``, in code points."""

    start: int
    end: int


_LINE = re.compile(r"[^\n\f]+")
_BULLET = re.compile(r"[-–—•·*●▪◦‣|]\s|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zа-я]|[ivxIVX]{1,5})[.)]\s|#{1,6}\s")
_FINAL = re.compile(r"[.!?:;…][\"»”’')\]]*$")
# A stop with what closes after it, then white space: «Orda.Today» is a name.
_STOP = re.compile(r"(?<![.!?…])(?P<sign>[.!?…]++)(?P<closed>(?:[\"»”’'›)\]]|\[\d{1,3}\])*+)(?=\s)")
_NEXT = re.compile(r"[\s\"«„“‘'(\[–—-]*(?P<word>[^\W_]+(?:-[^\W_]+)*)(?P<stop>\.?)")
_BEFORE = re.compile(r"[^\s\"«„“‘'(\[]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_NUMBER = re.compile(r"\d+(?:\.\d+)*|[IVXLC]+")
_COUNTED = re.compile(r"^\d+-(?=\D)")  # «256-б.» is cut short as «б.» is
_FIGURE = re.compile(r"[\dIVX]\s*$")
_SHORT_QUOTE = re.compile(r"[«“„\"](?:[^\s«“„\"]+\s){0,2}[^\s«“„\"]+$")
_WINDOW = 32  # letters before a stop that are looked at


@lru_cache(maxsize=1)  # a reader asks for those of one text several times
def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs: lines, or runs of lines where the text is wrapped at a margin."""
    lines = [_stripped(text, line.start(), line.end()) for line in _LINE.finditer(text)]
    lines = [line for line in lines if line.start < line.end]
    width = _margin(text, lines)
    if not width:
        return tuple(lines)
    joined: list[Span] = []
    for line in lines:
        if joined and _runs_on(text, joined[-1], line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences, none of which crosses the end of a paragraph."""
    return tuple(span for paragraph in paragraphs(text) for span in _parts(text, paragraph))


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _margin(text: str, lines: list[Span]) -> int:
    """How wide a wrapped text is set; 0 if its lines are whole paragraphs.

    Wrapped text is known by its many lines that begin with a small letter.
    """
    small = sum(1 for line in lines if text[line.start].islower())
    if small < 2 or small < 0.2 * len(lines):
        return 0
    lengths = sorted(line.end - line.start for line in lines)
    return lengths[int(0.9 * (len(lengths) - 1))]


def _runs_on(text: str, before: Span, line: Span, width: int) -> bool:
    """Whether a line goes on with the paragraph before: no gap, no bullet, and the line before was full."""
    between = text[before.end : line.start]
    if between.count("\n") > 1 + ("\f" in between) or _BULLET.match(text, line.start, line.end):
        return False
    start = max(text.rfind("\n", before.start, before.end), text.rfind("\f", before.start, before.end)) + 1
    length = before.end - max(start, before.start)
    if text[line.start].islower():
        return length > 0.4 * width or not _FINAL.search(text, max(start, before.start), before.end)
    space = text.find(" ", line.start, line.end)
    first_word = (space if space > 0 else line.end) - line.start
    return length + 1 + first_word > 0.9 * width


def _parts(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if stop.end() < paragraph.end and _ends_sentence(text, stop, start, paragraph):
            yield Span(start, stop.end())
            start = stop.end()
            while text[start].isspace():
                start += 1
    yield Span(start, paragraph.end)


def _ends_sentence(text: str, stop: re.Match[str], start: int, paragraph: Span) -> bool:
    following = _NEXT.match(text, stop.end(), paragraph.end)
    word = following["word"] if following else ""
    if word[:1].islower():
        return False
    opens = following is not None and not following["stop"] and word.lower() in _abbreviations()["openers"]
    before = text[max(start, stop.start() - _WINDOW) : stop.start()]
    if stop["sign"] != ".":
        # A cry or the name of a movement may end in "!" and the sentence go on: the party "Forward!" of Orda.
        return opens or not (stop["closed"] and _SHORT_QUOTE.search(before))
    token = _BEFORE.search(before)
    if not token or stop["closed"].strip(")]"):
        return True
    return _ends_after(before[: token.start()], token[0], opens=opens, figure=word[:1].isdigit())


def _ends_after(before: str, token: str, *, opens: bool, figure: bool) -> bool:
    """Whether a full stop after this token ends a sentence, where an opener or a figure follows or not."""
    kinds, small = _abbreviations(), _COUNTED.sub("", token.lower())
    if _NUMBER.fullmatch(token):
        return bool(before.strip())  # "2. Arrests" numbers what follows
    if small in kinds["never"]:
        return False
    if small in kinds["before_figure"]:
        return not figure
    if small in kinds["after_figure"] and _FIGURE.search(before):
        return not figure and len(before.split()) > 2  # "In 2020." alone opens a sentence
    is_short = small in kinds["may_end"] or _INITIALS.fullmatch(small) is not None
    return opens if is_short else True


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    import yaml

    content = (files("tizim.documents") / "data" / "abbreviations.yml").read_bytes()
    return {name: frozenset(text.split()) for name, text in yaml.load(content, yaml.CSafeLoader).items()}
