"""What somebody asks for: the words of a name, among the words that are known."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from tizim.identity.keys import keys_of
from tizim.identity.spoken import FAMILY, Spoken
from tizim.identity.vocabulary import Vocabulary, mark_of, roughly

_SOUNDS_ALIKE = 0.97
_BEGINS_SO = 0.96
_SAME_CONSONANTS = 0.5
_HELD = 64


class AskedWord:
    """A word of the name that is asked for.

    ``same`` are the numbers of the known words with the same consonants; of an unfinished word also those
    that begin so, which are ``begun``. Known words that differ by one consonant are ``near``.
    """

    def __init__(self, word: Spoken, vocabulary: Vocabulary, *, begun: Iterable[int] = ()) -> None:
        self.word = word
        self.keys = keys_of(word)
        self.begun = frozenset(begun)
        self.same = self.begun.union(vocabulary.same(self.keys.whole))
        self.marks = [] if self.begun else [*map(mark_of, self.keys.whole)]
        self._vocabulary = vocabulary
        self._closeness: dict[int, float] = {}
        plain = [roughly(form.signs) for form in word.forms.values() if form.step != FAMILY]
        self._rough = frozenset(plain)

    @cached_property
    def nearly(self) -> frozenset[int]:
        """The known words that differ by one consonant; some of them may be the same by another key."""
        return frozenset(self._vocabulary.near(self.keys))

    def near(self) -> Iterator[int]:
        """The known words that differ by one consonant, those that are the same left out."""
        return (number for number in self.nearly if number not in self.same)

    def is_near(self, number: int) -> bool:
        """Whether the known word differs by one consonant."""
        return number in self.nearly

    def closeness(self, number: int) -> float:
        """How close the known word is, 0 to 1, roughly: good enough to say what is looked at first."""
        known = self._closeness.get(number)
        if known is None:
            known = self._closeness[number] = self._measured(number)
        return known

    def best(self, words: Iterable[int]) -> float:
        """How close the closest of these words is."""
        return max(
            (self.closeness(each) for each in words if each in self.same or self.is_near(each)), default=0.0
        )

    def _measured(self, number: int) -> float:
        forms, plain = self._vocabulary.sounds(number)
        if not forms.isdisjoint(self.word.forms):
            return 1.0
        alike = max(_alike(one, other) for one in self._rough for other in plain)
        if number in self.begun:
            return max(alike, _BEGINS_SO)
        return _SAME_CONSONANTS + (1 - _SAME_CONSONANTS) * alike if number in self.same else alike


def asked_word(word: Spoken, vocabulary: Vocabulary) -> AskedWord:
    """The word as asked for; held for a while, since the next letter asks for the words before it again."""
    held = vocabulary.asked
    if word not in held:
        if len(held) == _HELD:
            held.clear()
        held[word] = AskedWord(word, vocabulary)
    found: AskedWord = held[word]
    return found


def _alike(one: str, other: str) -> float:
    """How much of two words is the same at the beginning and at the end."""
    if one == other:
        return _SOUNDS_ALIKE
    shorter, longer = sorted((len(one), len(other)))
    begin = 0
    while begin < shorter and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < shorter - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    return max(0.0, 1.0 - (longer - begin - end) / (1.0 + 0.5 * shorter))
