"""Words in two alphabets at once, which no language has: put right where only one reading is possible."""

import re
from dataclasses import replace

from tizim.documents.ocr.words import Line, Word

_CYRILLIC = "АВЕКМНОРСТХУІаеорсхуі"
_LATIN = "ABEKMHOPCTXYIaeopcxyi"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_ANY_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ANY_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_ONLY_CYRILLIC = re.compile(f"(?![{_CYRILLIC}])[\u0400-\u04ff]")
_ONLY_LATIN = re.compile(f"(?![{_LATIN}])[A-Za-z\u00c0-\u024f]")
# A letter that stands alone: an initial, a preposition, an article.
_ALONE = re.compile(f'[«("]?(?:[{_LATIN}]|[{_CYRILLIC}])[.,:;)»"]{{0,2}}')
_LETTERS = re.compile(r"[^\W\d_]+")
_NOUGHT = re.compile(r"(?<=\d)[OО](?=\d)")
_ODD = re.compile(r"[^\W\d_][013468][^\W\d_]|(?<!\w)[013](?=[^\W\d_]{2,}(?!\w))(?!\d)|\d[a-zа-яё]\d")


def repaired(line: Line) -> Line:
    """The line with its words in one alphabet each, as far as that is sure."""
    alphabet = _alphabet(line)
    return line.with_words(tuple(_repaired(word, alphabet) for word in line.words))


def is_odd(word: Word) -> bool:
    """Whether the word mixes alphabets, or letters with figures, as no word does: it was misread."""
    runs = _LETTERS.findall(word.text)
    mixed = any(_ANY_CYRILLIC.search(run) and _ANY_LATIN.search(run) for run in runs)
    return mixed or bool(_ODD.search(word.text))


def _alphabet(line: Line) -> dict[int, int] | None:
    """The way into the one alphabet of a line, if its letters that have no twin are all of that one."""
    cyrillic, latin = len(_ONLY_CYRILLIC.findall(line.text)), len(_ONLY_LATIN.findall(line.text))
    if cyrillic > 4 and not latin:
        return _TO_CYRILLIC
    return _TO_LATIN if latin > 4 and not cyrillic else None


def _repaired(word: Word, alphabet: dict[int, int] | None) -> Word:
    text = _NOUGHT.sub("0", word.text)
    if alphabet and _ALONE.fullmatch(text):
        text = text.translate(alphabet)
    elif _ANY_CYRILLIC.search(text) and _ANY_LATIN.search(text):
        text = _LETTERS.sub(lambda run: _in_one_alphabet(run[0]), text)
    return replace(word, text=text)


def _in_one_alphabet(letters: str) -> str:
    """The letters in the alphabet to which one of them must belong, if all the others have a twin there."""
    cyrillic, latin = _ONLY_CYRILLIC.search(letters), _ONLY_LATIN.search(letters)
    if cyrillic and not latin:
        return letters.translate(_TO_CYRILLIC)
    if latin and not cyrillic:
        return letters.translate(_TO_LATIN)
    return letters
