"""How a name that somebody asks for may be meant: as it stands, unfinished, with other spaces, mistyped."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tizim.identity.asked import AskedWord, asked_word
from tizim.identity.spelling import rules
from tizim.identity.spoken import LONGEST, spoken
from tizim.identity.vocabulary import Vocabulary, roughly
from tizim.identity.written import Written, names_in

_SHORTEST_PART = 3
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Try:
    """One way to take a query: its text, words, the rough signs of its initials, and what is told of it."""

    text: str
    words: tuple[AskedWord, ...]
    initials: tuple[str, ...] = ()
    told: str = ""

    @property
    def begun(self) -> AskedWord | None:
        """The word that is unfinished, if one is."""
        return next((word for word in self.words if word.begun), None)


def as_written(text: str, vocabulary: Vocabulary) -> Iterator[Try]:
    """The names that the text gives."""
    for written in names_in(text).names:
        yield _try(text, written, vocabulary)


def unfinished(text: str, vocabulary: Vocabulary) -> Iterator[Try]:
    """The text with its last word begun only; nothing where it ends with a space or nothing begins so."""
    head, _, last = text.rpartition(" ")
    word = names_in(f"{last}{last}" if len(last) == 1 else last).first
    if word is None or len(word.words) != 1:
        return
    signs = spoken(last.casefold()).signs
    begun = AskedWord(spoken(last.casefold()), vocabulary, begun=vocabulary.beginning(signs))
    before = names_in(head).first
    if begun.begun:
        first = _try(head, before, vocabulary) if before else Try(head, ())
        yield Try(head, (*first.words, begun), first.initials, "unfinished")


def otherwise(text: str, vocabulary: Vocabulary) -> Iterator[Try]:
    """The text with a space more or less, or as another keyboard layout would have written it."""
    typed = other_layout(text)
    for told, taken in [*(("spaces", one) for one in respaced(text, vocabulary)), ("keyboard", typed)]:
        if taken != text:
            for found in as_written(taken, vocabulary):
                yield Try(found.text, found.words, found.initials, told)


def respaced(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The text with one word parted in two, or two words joined."""
    yield from parted(text, vocabulary)
    yield from joined(text)


def parted(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The text with one word in two, wherever both parts sound like words that are known."""
    words = text.split()
    for place, word in enumerate(words if len(words) <= _MOST_WORDS else ()):
        for parts in _parts(word, vocabulary):
            yield " ".join([*words[:place], *parts, *words[place + 1 :]])


def joined(text: str) -> Iterator[str]:
    """The text with two words in one."""
    words = text.split()
    for place in range(1, len(words) if len(words) <= _MOST_WORDS else 0):
        yield " ".join([*words[: place - 1], words[place - 1] + words[place], *words[place + 1 :]])


def other_layout(text: str) -> str:
    """What the same keys write with the other keyboard layout, from English to Russian and Kazakh or back."""
    to_russian, to_english = _layouts()
    folded = text.casefold()
    cyrillic = any("\u0400" <= letter <= "\u052f" for letter in folded)
    return folded.translate(to_english if cyrillic else to_russian)


def _try(text: str, written: Written, vocabulary: Vocabulary) -> Try:
    words = tuple(asked_word(word, vocabulary) for word in written.words)
    return Try(text, words, tuple(map(roughly, written.initials)))


def _parts(word: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    if not word.isalpha():
        return
    for place in range(_SHORTEST_PART, min(len(word), LONGEST) - _SHORTEST_PART + 1):
        if all(_is_known(part, vocabulary) for part in (word[:place], word[place:])):
            yield word[:place], word[place:]


def _is_known(word: str, vocabulary: Vocabulary) -> bool:
    asked = asked_word(spoken(word.casefold()), vocabulary)
    return any(asked.closeness(number) == 1.0 for number in asked.same)


@cache
def _layouts() -> tuple[dict[int, str], dict[int, str]]:
    keys = rules("finding")["keyboard"]
    english, russian = keys["english"], keys["russian"]
    return (
        {ord(one): other for one, other in zip(english, russian, strict=True)},
        {ord(other): one for one, other in zip(english, russian, strict=True)},
    )
