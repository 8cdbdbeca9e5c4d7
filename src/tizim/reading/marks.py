"""A sentence as the engine sees it: its tokens and the meanings that the word lists give them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tizim.reading.spans import Span
from tizim.reading.tokens import Token, tokens
from tizim.reading.words import Meanings, Words


@dataclass(slots=True)
class Mark:
    """A meaning of the tokens ``first`` … ``last - 1``: its kind and the values it can have."""

    kind: str
    first: int
    last: int
    values: tuple[Any, ...]

    @property
    def value(self) -> Any:
        """The first of the values."""
        return self.values[0]


@dataclass(slots=True)
class Sentence:
    """A sentence with its tokens, and for each kind of meaning the marks by their first token.

    ``lower`` gives the word at an index in small letters, empty outside the sentence; ``bag`` holds all of
    them, ``marked`` the tokens at which some mark begins, ``capitals`` those with a capital, ``numbers`` what
    was found at those in ``numeric`` so far, ``cells`` the tokens right behind a tab.
    """

    span: Span
    tokens: list[Token]
    lowers: list[str]
    lower: Callable[[int], str]
    bag: frozenset[str]
    marks: dict[str, dict[int, Mark]] = field(default_factory=dict)
    numeric: frozenset[int] = frozenset()
    marked: frozenset[int] = frozenset()
    capitals: list[int] = field(default_factory=list)
    numbers: dict[int, Any] = field(default_factory=dict)
    cells: frozenset[int] = frozenset()

    def at(self, kind: str, index: int) -> Mark | None:
        """The mark of a kind that begins at a token."""
        return self.marks.get(kind, _NONE).get(index)

    def of(self, kind: str) -> list[Mark]:
        """All marks of a kind, in order."""
        return list(self.marks.get(kind, _NONE).values())

    def any_at(self, kinds: tuple[str, ...], index: int) -> Mark | None:
        """The first mark of one of the kinds that begins at a token."""
        if index in self.marked:
            marks = self.marks
            for kind in kinds:
                if kind in marks and index in marks[kind]:
                    return marks[kind][index]
        return None

    def count(self, kind: str, first: int, last: int) -> int:
        """How many marks of a kind begin between two tokens."""
        return sum(1 for at in self.marks.get(kind, _NONE) if first <= at < last)


_NONE: dict[int, Mark] = {}


class _Lowers(dict[int, str]):
    """Words by their index; there is none outside the sentence."""

    def __missing__(self, index: int) -> str:
        return ""


_BEYOND = 3  # so many places around a sentence are kept as empty: most looks beyond it go no further


def _lowers(words: list[str]) -> Callable[[int], str]:
    none = [""] * _BEYOND
    return _Lowers(enumerate((*none, *words, *none), -_BEYOND)).__getitem__


def marked(text: str, span: Span, words: Words) -> Sentence:
    """A sentence with every phrase of the word lists found in it; of one kind, the longest wins."""
    found = tokens(text, span.start, span.end)
    lowers = [token.lower for token in found]
    sentence = Sentence(span, found, lowers, _lowers(lowers), frozenset(lowers))
    hits: list[tuple[int, int, Meanings]] = []
    pairs = zip(map(words.phrases.get, lowers), (*lowers[1:], ""), strict=False)
    for index, (bucket, after) in enumerate(pairs):
        if bucket is not None:
            for phrase, meanings in bucket.longer.get(after, ()):
                if len(phrase) == 2 or tuple(lowers[index : index + len(phrase)]) == phrase:
                    hits.append((index, index + len(phrase), meanings))
            if bucket.single:
                hits.append((index, index + 1, bucket.single))
    _note(sentence.marks, hits)
    _drop_names_of(sentence, "modals")
    sentence.marked = frozenset().union(*sentence.marks.values())
    _note_signs(sentence)
    if text.find("\t", span.start, span.end) >= 0:
        sentence.cells = frozenset(at for at, token in enumerate(found) if text[token.start - 1] == "\t")
    return sentence


def _note_signs(sentence: Sentence) -> None:
    """The tokens with a capital, and those at which a number or a length of time may begin."""
    tokens = sentence.tokens
    sentence.capitals.extend([index for index, token in enumerate(tokens) if token.capital])
    numeric = [index for index, token in enumerate(tokens) if token.numeric]
    units, vague = (sentence.marks.get(kind, _NONE) for kind in ("units", "vague"))
    sentence.numeric = frozenset((*numeric, *units, *vague))


def _drop_names_of(sentence: Sentence, kind: str) -> None:
    """Inside a sentence May is a month and Will a name: with a capital they are no verbs."""
    marks = sentence.marks.get(kind, _NONE)
    for index in [at for at in marks if at and sentence.tokens[at].text.istitle()]:
        del marks[index]


def _note(marks: dict[str, dict[int, Mark]], hits: list[tuple[int, int, Meanings]]) -> None:
    until: dict[str, int] = {}
    for first, last, meanings in hits:
        for kind, values in meanings:
            if kind not in until:
                marks[kind] = {}
            elif until[kind] > first:
                continue
            marks[kind][first] = Mark(kind, first, last, values)
            until[kind] = last
