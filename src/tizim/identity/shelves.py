"""Written names, packed: many of them in little room, found by two of their words.

A row holds the names that have a word with a certain key, once for each mark of each other word in the name
(two bytes, ``mark_of``): which names have both words is seen by looking for two bytes, not at names. A row
is made when it is first asked for, or all are made before.
"""

import heapq
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from tizim.identity.vocabulary import MARK, Vocabulary


class Row:
    """Names under one key, in order, each beside a mark of another of its words."""

    __slots__ = ("marks", "numbers")

    def __init__(self) -> None:
        self.numbers = array("I")
        self.marks = bytearray()

    def add(self, number: int, marks: bytes) -> None:
        """Adds a name, the last so far, with the marks of its other words."""
        self.numbers.extend([number] * (len(marks) // MARK))
        self.marks += marks

    def drop(self, number: int) -> None:
        """Takes a name out; nothing where it is not there."""
        places = _places(self.numbers, number)
        del self.numbers[places], self.marks[places.start * MARK : places.stop * MARK]

    def marked(self, mark: bytes) -> Iterator[int]:
        """The names beside which the mark stands."""
        marks, numbers = self.marks, self.numbers
        place = marks.find(mark)
        while place >= 0:
            if place % MARK == 0:
                yield numbers[place // MARK]
            place = marks.find(mark, place + 1)


_EMPTY = Row()


class Shelves:
    """Names by numbers, and for each word the numbers of the names that have it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._whole: dict[str, Row] = {}
        self._lacking: dict[str, Row] = {}
        self._having: list[array[int]] = []
        self._alone: dict[int, list[int]] = {}
        self._words = array("I")
        self._starts = array("I", [0])
        self._texts = bytearray()
        self._ends = array("Q", [0])
        self._whose: list[str | None] = []
        self._gone = 0
        self._complete = False

    def __len__(self) -> int:
        """How many names stand here."""
        return len(self._whose) - self._gone

    def put(self, person_id: str, text: str) -> int:
        """Puts the name of a person; its number comes back."""
        number = len(self._whose)
        words = self.vocabulary.words_of(text)
        while len(self._having) < len(self.vocabulary):
            self._having.append(array("I"))
        for word in words:
            self._having[word].append(number)
            self._post(word, words, number)
        if len(words) == 1:
            self._alone.setdefault(words[0], []).append(number)
        self._words.extend(words)
        self._starts.append(len(self._words))
        self._texts += text.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._texts))
        self._whose.append(person_id)
        return number

    def take_away(self, number: int) -> None:
        """The name is found no more; its number is not given again."""
        words = self.words_of(number)
        for word in words:
            having = self._having[word]
            del having[_places(having, number)]
            keys = self.vocabulary.keys(word)
            for rows, names in ((self._whole, keys.whole), (self._lacking, keys.lacking)):
                for key in names:
                    rows.get(key, _EMPTY).drop(number)
        if len(words) == 1:
            self._alone[words[0]].remove(number)
        self._whose[number] = None
        self._gone += 1

    def text(self, number: int) -> str:
        """The name as written."""
        begin, end = self._ends[number], self._ends[number + 1]
        return self._texts[begin:end].decode("utf-8", "surrogatepass")

    def whose(self, number: int) -> str:
        """The id of the person whose name it is."""
        return self._whose[number] or ""

    def words_of(self, number: int) -> "array[int]":
        """The words of the name."""
        return self._words[self._starts[number] : self._starts[number + 1]]

    def having(self, word: int) -> "array[int]":
        """The names that have the word."""
        return self._having[word]

    def how_many(self, words: Iterable[int]) -> int:
        """How many names have these words, each counted once for each of them."""
        having = self._having
        return sum([len(having[word]) for word in words])

    def commonest(self, words: Iterable[int], count: int) -> list[int]:
        """So many of the words, those that most names have first, of equally common ones in their order."""
        having, texts = self._having, self.vocabulary.texts
        numbers = list(words)
        common = [len(having[word]) for word in numbers]
        least = min(heapq.nlargest(count, common), default=0)
        told = [(-n, texts[word], word) for word, n in zip(numbers, common, strict=True) if n >= least]
        return [word for *_, word in heapq.nsmallest(count, told)]

    def alone(self, words: frozenset[int]) -> Iterable[int]:
        """Those of the words that are some name by themselves."""
        return words & self._alone.keys()

    def only(self, word: int) -> Iterable[int]:
        """The names that have the word and no other."""
        return self._alone.get(word, ())

    def whole(self, keys: Iterable[str]) -> Iterator[Row]:
        """The names that have a word with one of these keys, no consonant lacking."""
        return (self._row(self._whole, key, self.vocabulary.whole(key)) for key in keys)

    def lacking(self, keys: Iterable[str]) -> Iterator[Row]:
        """The names that have a word with one of these keys where one of its consonants is left out."""
        return (self._row(self._lacking, key, self.vocabulary.lacking(key)) for key in keys)

    def prepare(self) -> None:
        """Makes all rows, so that no question has to wait for one."""
        self._whole, self._lacking, self._complete = {}, {}, True
        for number in self.standing():
            words = self.words_of(number)
            for word in words:
                self._post(word, words, number)

    def standing(self) -> Iterator[int]:
        """The numbers of all names that stand here."""
        return (number for number, whose in enumerate(self._whose) if whose is not None)

    @property
    def is_loose(self) -> bool:
        """Whether more names were taken away than stand here."""
        return self._gone > 1000 + len(self)

    def _post(self, word: int, words: Sequence[int], number: int) -> None:
        """Adds a name to the rows of one of its words: those that are made, or all where all are."""
        others = self._beside(word, words)
        if not others or not (self._complete or self._whole or self._lacking):
            return
        keys = self.vocabulary.keys(word)
        for rows, names in ((self._whole, keys.whole), (self._lacking, keys.lacking)):
            for key in names:
                row = rows.get(key)
                if row is None and self._complete:
                    row = rows[key] = Row()
                if row is not None:
                    row.add(number, others)

    def _row(self, rows: dict[str, Row], key: str, words: Iterable[int]) -> Row:
        """The row of the key, made when it is first asked for."""
        row = rows.get(key)
        if row is not None or self._complete:
            return row or _EMPTY
        row = Row()
        found = sorted((number, word) for word in words for number in self._having[word])
        for number, word in found:
            row.add(number, self._beside(word, self.words_of(number)))
        rows[key] = row
        return row

    def _beside(self, word: int, words: Sequence[int]) -> bytes:
        """The marks of the other words of a name."""
        marks = self.vocabulary.marks
        return b"".join([marks[other] for other in words if other != word])


def _places(numbers: "array[int]", number: int) -> slice:
    """Where the number stands among numbers in order."""
    return slice(bisect_left(numbers, number), bisect_right(numbers, number))
