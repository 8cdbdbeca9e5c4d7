"""What Tesseract saw: words with their places and how sure it is, in lines, in paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

SURE, DOUBTFUL = 80.0, 60.0
_WORD_ROW = re.compile(r"5(\t\d{1,6}){9}\t-?\d{1,3}(\.\d{1,9})?\t[^\t\s][^\t]*")


class Box(NamedTuple):
    """A place on a page, in points of its picture."""

    left: int
    top: int
    right: int
    bottom: int

    def covers(self, other: "Box") -> float:
        """Which share of the other place lies in this one."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        whole = (other.right - other.left) * (other.bottom - other.top)
        return max(0, width) * max(0, height) / whole if whole > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was read; ``confidence`` from 0 to 100 is what the program says of itself."""

    text: str
    confidence: float
    box: Box


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; ``paragraph`` is the same for the lines of one paragraph."""

    words: tuple[Word, ...]
    paragraph: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words with one blank between them."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """The place of the whole line."""
        boxes = [word.box for word in self.words]
        return Box(
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes),
            max(box.bottom for box in boxes),
        )

    @property
    def confidence(self) -> float:
        """How sure its letters are together."""
        letters = sum(len(word.text) for word in self.words)
        return sum(word.confidence * len(word.text) for word in self.words) / letters if letters else 0.0

    def with_words(self, words: tuple[Word, ...]) -> "Line":
        """The line with other words."""
        return replace(self, words=words)


@dataclass(frozen=True, slots=True)
class View:
    """All that one look at a page gave."""

    lines: tuple[Line, ...] = ()

    @property
    def letters(self) -> int:
        """How many letters were read."""
        return sum(len(word.text) for word in self._words())

    @property
    def worth(self) -> int:
        """The letters of sure words, less those of doubtful ones: of two looks, the higher one saw better."""
        sure = sum(len(word.text) for word in self._words() if word.confidence >= SURE)
        return sure - self._doubtful()

    @property
    def is_weak(self) -> bool:
        """Whether another look may see much more."""
        return self._doubtful() > 0.08 * self.letters or not self.letters

    def _doubtful(self) -> int:
        return sum(len(word.text) for word in self._words() if word.confidence < DOUBTFUL)

    def _words(self) -> Iterator[Word]:
        return (word for line in self.lines for word in line.words)


def view(table: str) -> View:
    """The lines of Tesseract's table; rows of another form are passed over."""
    rows = [line.split("\t") for line in table.split("\n") if _WORD_ROW.fullmatch(line)]
    return View(tuple(_line(list(group)) for _, group in groupby(rows, key=lambda row: row[1:5])))


def _line(rows: list[list[str]]) -> Line:
    return Line(tuple(map(_word, rows)), tuple(rows[0][1:4]))


def _word(row: list[str]) -> Word:
    left, top, width, height = map(int, row[6:10])
    return Word(row[11].strip(), float(row[10]), Box(left, top, left + width, top + height))
