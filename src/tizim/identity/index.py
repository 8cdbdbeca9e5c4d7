"""An index of written names: the people whose name is written so, in any spelling, script or case."""

from collections.abc import Iterable, Iterator

from tizim.identity.asked import AskedWord
from tizim.identity.compare import compare_score
from tizim.identity.finding import Found, find
from tizim.identity.shelves import Shelves
from tizim.identity.tries import as_written, joined, parted
from tizim.identity.vocabulary import Vocabulary
from tizim.identity.walking import agreeing, having, lone
from tizim.identity.written import names_in

ALIKE = 0.45
_LEAST_FIT = 0.3  # names that fit less than this, roughly, do not agree by as much as ALIKE


class NameIndex:
    """The names of people, found again however they are written.

    It speaks of names only. Who is added in which order does not matter.
    """

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._vocabulary = Vocabulary()
        self._vocabulary.learn(known)
        self._shelves = Shelves(self._vocabulary)
        self._names: dict[str, int | tuple[int, ...]] = {}

    def __len__(self) -> int:
        """How many people are in the index."""
        return len(self._names)

    def __contains__(self, person_id: object) -> bool:
        """Whether the person is in the index."""
        return person_id in self._names

    def add(self, person_id: str, names: Iterable[str]) -> None:
        """Adds a person with these names, or further names of a person who is there."""
        known = self._numbers(person_id)
        texts = {self._shelves.text(number) for number in known}
        new = [self._shelves.put(person_id, text) for text in dict.fromkeys(names) if text not in texts]
        numbers = (*known, *new)
        self._names[person_id] = numbers[0] if len(numbers) == 1 else numbers

    def remove(self, person_id: str) -> None:
        """Takes a person out; who is not there stays out."""
        for number in self._numbers(person_id):
            self._shelves.take_away(number)
        self._names.pop(person_id, None)
        if self._shelves.is_loose:
            self._pack()

    def alike(self, name: str) -> Iterator[tuple[str, str, float]]:
        """The names that agree with this one by 0.45 or more: person, name and score, in no order.

        For full names: of those that agree, more than 995 in 1000 are found (``name_keys``).
        """
        scores: dict[str, float] = {}
        seen: set[int] = set()
        for number in self._candidates(name):
            if number in seen:
                continue
            seen.add(number)
            text = self._shelves.text(number)
            if text not in scores:
                scores[text] = compare_score(name, text)
            if scores[text] >= ALIKE:
                yield self._shelves.whose(number), text, scores[text]

    def find(
        self, query: str, *, limit: int = 10, typing: bool = False, language: str = "en"
    ) -> tuple[Found, ...]:
        """The people whose names fit best, the best first; each once, with the reasons in words.

        Any spelling, script, case or order; a surname or a given name alone; initials. With ``typing``
        the last word may be unfinished. Equal scores stand in the order of the names, then of the ids.
        """
        return find(self._shelves, query, limit=limit, typing=typing, language=language)

    def prepare(self) -> None:
        """Does at once what questions would do bit by bit; for who asks many."""
        self._shelves.prepare()

    def lines(self) -> Iterator[str]:
        """What is known of these names: ``NameIndex(lines)`` need not read them again when they are added."""
        shelves = self._shelves
        names = ((shelves.text(number), shelves.words_of(number)) for number in shelves.standing())
        return self._vocabulary.lines(names)

    def _candidates(self, name: str) -> Iterator[int]:
        """The numbers of the names that may agree: by two words, by the only word, or with other spaces."""
        known, shelves = self._vocabulary, self._shelves
        for one in as_written(name, known):
            if len(one.words) > 1:
                yield from agreeing(shelves, one.words, _LEAST_FIT)
            elif one.words:
                yield from having(shelves, one.words[0], (), len(shelves))
        spaces = name.count(" ")
        for text in parted(name, known) if not spaces else joined(name) if spaces > 1 else ():
            for one in as_written(text, known):
                yield from agreeing(shelves, one.words, _LEAST_FIT)
        for written in names_in(name).names:
            if len(written.words) > 1:
                yield from lone(shelves, AskedWord(written.together, known))

    def _numbers(self, person_id: str) -> tuple[int, ...]:
        numbers = self._names.get(person_id, ())
        return (numbers,) if isinstance(numbers, int) else numbers

    def _pack(self) -> None:
        """Puts all names that stand here on new shelves."""
        old, self._shelves = self._shelves, Shelves(self._vocabulary)
        self._names = {}
        for number in old.standing():
            self.add(old.whose(number), (old.text(number),))
