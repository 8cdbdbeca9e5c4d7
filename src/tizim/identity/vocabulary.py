"""The words that names are made of, each once: how they sound, by what keys they are found."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any
from unicodedata import normalize
from zlib import crc32

from tizim.identity.keys import WordKeys, keys_of
from tizim.identity.letters import one_alphabet
from tizim.identity.parts import folded_words
from tizim.identity.spoken import Spoken, spoken
from tizim.identity.written import names_in

UNSURE = -1  # a word whose meaning hangs on the words beside it
MARK = 2  # bytes
_PROBE = "probe"
_LONGEST_PARTICLE = 8
_SMALL_WORDS_BEGIN = "\u0530"  # above Latin, Greek and Cyrillic letters: scripts whose articles are joined
_MOST_SIGNS = 4096
_UNTOLD = re.compile("[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029\ud800-\udfff]")  # would break a line of text
_NONE = array("I")
_FAMILY_SIGN = "="
_LAST = "\U0010ffff"


class Vocabulary:
    """Words by numbers; a word once known keeps its number."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.marks: list[bytes] = []
        self.asked: dict[Spoken, Any] = {}  # what was found out about words asked for; no word is new since
        self._heard: list[str] = []
        self._sounds: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
        self._numbers: dict[str, int] = {}
        self._tokens: dict[str, int] = {}
        self._whole: dict[str, array[int]] = {}
        self._lacking: dict[str, array[int]] = {}
        self._kept_words: dict[str, str] = {}
        self._kept_names: dict[str, str] = {}
        self._beginnings: tuple[list[str], list[int]] = ([], [])
        self._heard_until = 0

    def __len__(self) -> int:
        """How many words are known."""
        return len(self.texts)

    def keys(self, number: int) -> WordKeys:
        """The keys of the word."""
        _, whole, lacking = self._heard[number].split("\t")
        return WordKeys(frozenset(whole.split(" ")), frozenset(filter(None, lacking.split(" "))))

    def words_of(self, text: str) -> tuple[int, ...]:
        """The numbers of the words that a written name has, each once; new words are added."""
        kept = self._kept_names.pop(text, None)
        if kept is not None:
            return tuple([self._kept_number(word) for word in kept.split(" ") if word])
        if " " not in text:  # it may be two words run together
            return self._read(text)
        tokens = self._tokens
        found = []
        for token in text.split(" "):
            number = tokens.get(token)
            if number is None:
                number = tokens[token] = self._of_token(token)
            if number == UNSURE:
                return self._read(text)
            found.append(number)
        return tuple(dict.fromkeys(found)) if len(found) <= 4 else self._read(text)

    def whole(self, key: str) -> Sequence[int]:
        """The words with the key, no consonant lacking."""
        return self._whole.get(key, _NONE)

    def lacking(self, key: str) -> Sequence[int]:
        """The words with the key where one of their consonants is left out."""
        return self._lacking.get(key, _NONE)

    def same(self, keys: Iterable[str]) -> Iterator[int]:
        """The words with one of these keys, no consonant lacking."""
        return chain.from_iterable(map(self.whole, keys))

    def near(self, keys: WordKeys) -> Iterator[int]:
        """The words that differ from the word of these keys by one consonant; some more than once."""
        lacking = map(self.lacking, (*keys.whole, *keys.lacking))
        return chain(chain.from_iterable(lacking), self.same(keys.lacking))

    def beginning(self, signs: str) -> list[int]:
        """The numbers of the words that sound as if they began so."""
        self._bring_up()
        rough, numbers = self._beginnings
        begin = roughly(signs)
        return numbers[bisect_left(rough, begin) : bisect_left(rough, begin + _LAST)]

    def lines(self, names: Iterable[tuple[str, Sequence[int]]]) -> Iterator[str]:
        """These names with their words, as lines that ``learn`` takes; a line a word, then a line a name."""
        told = {text: words for text, words in names if not _UNTOLD.search(text)}
        for number in sorted({number for words in told.values() for number in words}):
            yield f"{self.texts[number]}\t{self._heard[number]}"
        for text, words in told.items():
            yield f"{text}\t{' '.join([self.texts[number] for number in words])}"

    def forms(self, number: int) -> list[str]:
        """The signs of the forms that the word may stand for, its own first."""
        return self._heard[number].split("\t", 1)[0].split(" ")

    def sounds(self, number: int) -> tuple[frozenset[str], frozenset[str]]:
        """The signs of the forms of the word, and those but its family's roughly; kept once asked for."""
        known = self._sounds.get(number)
        if known is None:
            forms = self.forms(number)
            rough = frozenset(roughly(signs) for signs in forms if signs[:1] != _FAMILY_SIGN)
            known = self._sounds[number] = frozenset(forms), rough
        return known

    def learn(self, lines: Iterable[str]) -> None:
        """Takes over what is known of names and words: they need not be read again when they are added."""
        for line in lines:
            text, told = line.split("\t", 1)
            if "\t" in told:
                self._kept_words[text] = told
            else:
                self._kept_names[text] = told

    def _of_token(self, token: str) -> int:
        if not token.replace("-", "").isalpha():
            return UNSURE
        if _is_plain(token):
            text = one_alphabet(token.casefold())
            return self._kept_number(text) if text in self._kept_words else self._number(spoken(text))
        written = names_in(f"{_PROBE} {token} {_PROBE}").first
        if written is None or len(written.words) != 3 or written.words[0] is not written.words[2]:
            return UNSURE
        return self._number(written.words[1])

    def _read(self, text: str) -> tuple[int, ...]:
        words = (word for name in names_in(text).names for word in name.words)
        return tuple(dict.fromkeys(map(self._number, words)))

    def _kept_number(self, text: str) -> int:
        known = self._numbers.get(text)
        return self._add(text, self._kept_words.pop(text)) if known is None else known

    def _number(self, word: Spoken) -> int:
        known = self._numbers.get(word.text)
        return self._add(word.text, _heard(word)) if known is None else known

    def _add(self, text: str, heard: str) -> int:
        self.asked.clear()
        number = self._numbers[text] = len(self.texts)
        self.texts.append(text)
        self.marks.append(_marks_of(heard.split("\t")[1]))
        self._heard.append(heard)
        _, whole, lacking = heard.split("\t")
        for kept, keys in ((self._whole, whole), (self._lacking, lacking)):
            for key in filter(None, keys.split(" ")):
                kept.setdefault(key, array("I")).append(number)
        return number

    def _bring_up(self) -> None:
        """Sorts the words that came since by their sounds."""
        if self._heard_until == len(self.texts):
            return
        old = zip(*self._beginnings, strict=True)
        new = (
            (roughly(self.forms(number)[0]), number) for number in range(self._heard_until, len(self.texts))
        )
        both = sorted([*old, *new])
        self._beginnings = [rough for rough, _ in both], [number for _, number in both]
        self._heard_until = len(self.texts)


def _is_plain(token: str) -> bool:
    """Whether a word is surely nothing but a word: it is too long for one of those that join others."""
    return (
        len(token) > _LONGEST_PARTICLE
        and token.isalpha()
        and token[0] < _SMALL_WORDS_BEGIN
        and token.casefold() == normalize("NFKC", token.casefold())
        and token.casefold().isalpha()
        and token.casefold() not in folded_words("titles")
    )


def mark_of(key: str) -> bytes:
    """Two bytes: words with a key in common have a mark in common, few others do."""
    return (crc32(key.encode("utf-8", "surrogatepass")) & 0xFFFF).to_bytes(MARK, "big")


@cache
def _marks_of(keys: str) -> bytes:
    return b"".join(map(mark_of, keys.split(" ")))


def roughly(signs: str) -> str:
    """The signs, those that spellings confuse taken for one."""
    return signs.translate(_rough())


@cache
def _rough() -> "_Rough":
    kinds = {
        "k": "kgh",
        "s": "sScCzj",
        "t": "td",
        "b": "bpvf",
        "n": "nN",
        "a": "aäe",
        "u": "ouöüw",
        "i": "iyë",
    }
    return _Rough({ord(sign): kind for kind, signs in kinds.items() for sign in signs})


class _Rough(dict[int, str]):
    """What becomes of each sign; one with a mark that no table knows becomes the plain one."""

    def __missing__(self, code: int) -> str:
        plain = normalize("NFD", chr(code))[0]
        kind = self.get(ord(plain), plain)
        if len(self) < _MOST_SIGNS:
            self[code] = kind
        return kind


def _heard(word: Spoken) -> str:
    """A word as it is kept: the signs of its forms, then its keys, whole and lacking one consonant."""
    keys = keys_of(word)
    forms = [word.signs, *(signs for signs in word.forms if signs != word.signs)]
    return "\t".join(map(" ".join, (forms, sorted(keys.whole), sorted(keys.lacking))))
