"""Quotations, titles and addresses without the names of protected people: a sentence names others too."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from tizim.identity import word_keys
from tizim.publications.allowed import allowed
from tizim.publications.strangers import sounds, strangers
from tizim.publications.topics import without

MASK = "[…]"
_WORD = re.compile(r"[^\W\d_][\w'’ʼ-]*")
_RUN = re.compile(rf"{re.escape(MASK)}(?:[\s.]+{re.escape(MASK)})+")
_STEM = 4


@dataclass(frozen=True)
class Veil:
    """Takes the words of some names out of texts, in any inflected form and in either script.

    ``names`` are those that may not leave. Words that also stand in the names of those who may (``kept``)
    stay; where both bear one surname, the given name beside it still goes. ``open_topics`` are those of
    which quotations may speak.
    """

    names: frozenset[str]
    kept: frozenset[str] = frozenset()
    open_topics: frozenset[str] = frozenset()

    def over(self, text: str) -> str:
        """The text in which every word of the names gives way to ``[…]``."""
        if not self._stems:
            return text
        shown = _WORD.sub(lambda found: MASK if self._bears(found.group()) else found.group(), text)
        return _RUN.sub(MASK, shown)

    def quoted(self, text: str) -> str:
        """A quotation without the names of the veil, whoever else it may name, and protected topics."""
        shown, ends = [], 0
        text = without(text, open_topics=self.open_topics, mask=MASK)
        for start, end in strangers(text, self._open):
            shown += [text[ends:start], MASK]
            ends = end
        return self.over(_RUN.sub(MASK, "".join((*shown, text[ends:]))))

    def lies_on(self, text: str) -> bool:
        """Whether a word of the names stands in the text, with or without capitals: an address, say."""
        return any(
            self._bears(word.capitalize()) for part in _WORD.findall(text) for word in re.split("[-_]", part)
        )

    @cached_property
    def _open(self) -> frozenset[str]:
        return sounds(self.kept)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(map(_stem, _words(self.names))) - frozenset(map(_stem, _words(self.kept)))

    @cached_property
    def _keys(self) -> frozenset[str]:
        kept = {key for word in _words(self.kept) for key in word_keys(word)}
        return frozenset(key for word in _words(self.names) for key in word_keys(word)) - kept

    def _bears(self, word: str) -> bool:
        if not word[:1].isupper():
            return False
        plain = word.casefold()
        return any(plain.startswith(stem) for stem in self._stems) or not self._keys.isdisjoint(
            word_keys(word)
        )


def is_personal(name: str) -> bool:
    """Whether the name may be a person's: none of its words is one of a body (court, police)."""
    words = [word.casefold() for word in _WORD.findall(name)]
    return bool(words) and not any(map(_is_of_body, words))


def _is_of_body(word: str) -> bool:
    begins = any(word.startswith(stem) for stem in allowed()["bodies"])
    return begins and not word.endswith((*allowed()["surname_endings"], *allowed()["surname_cases"]))


def _words(names: Collection[str]) -> Iterable[str]:
    small = frozenset(allowed()["particles"])
    return (
        word
        for name in names
        for word in _WORD.findall(name)
        if len(word) > 1 and word.casefold() not in small
    )


def _stem(word: str) -> str:
    """What stays of a name in every case: all but the last letters, at least four."""
    plain = word.casefold()
    return plain[: max(_STEM, len(plain) - 2)]
