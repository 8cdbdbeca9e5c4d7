"""The parts of a written name: what is a word in it, an initial, a title; which order a comma tells."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from tizim.identity.letters import fold_word
from tizim.identity.words import words_listed

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻʹ`´′＇"))
_TOKEN = re.compile(r"[^\s.,]+|[.,]")
_PLAIN = re.compile(r"[A-Za-zА-Яа-яЁё]+(?: [A-Za-zА-Яа-яЁё]+)*")


class Part(NamedTuple):
    """One folded word of a name; whether it is an initial, and whether it was written in capitals."""

    text: str
    initial: bool = False
    capitals: bool = False


def parts_of(text: str) -> tuple[list[Part], bool]:
    """The folded parts, given name first where a comma says so; and whether one did."""
    if _PLAIN.fullmatch(text):
        return _joined(_untitled(_folded(text.split(" ")))), False
    kept = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)).translate(_KEPT)
    tokens = _TOKEN.findall(kept)
    comma = tokens.index(",") if tokens.count(",") == 1 else 0
    turned = 0 < comma < len(tokens) - 1
    if turned:
        tokens = [*tokens[comma + 1 :], *tokens[:comma]]
    return _joined(_untitled(_folded(tokens))), turned


def _folded(tokens: list[str]) -> list[Part]:
    found = []
    for place, token in enumerate(tokens):
        written = token.replace("-", "")
        text = "" if token in ".," else fold_word(written)
        if text:
            dotted = tokens[place + 1 : place + 2] == ["."]
            initial = text.isalpha() and len(text) <= 1 + dotted
            found.append(Part(text, initial, written.isupper() and len(text) > 1))
    return found


def _untitled(parts: list[Part]) -> list[Part]:
    titles = folded_words("titles")
    left = [part for part in parts if part.text not in titles]
    return left or parts


def _joined(parts: list[Part]) -> list[Part]:
    """A patronymic written in two words becomes one part; a stray ending goes to the part after it."""
    endings = folded_words("after_a_name")
    if len(parts) == 1 or not any(part.text in endings for part in parts):
        return parts
    found: list[Part] = []
    stray = ""
    for part in parts:
        if part.text in endings:
            if found:
                found[-1] = Part(fold_word(found[-1].text + part.text), capitals=found[-1].capitals)
            else:
                stray += part.text
        else:
            found.append(Part(fold_word(part.text + stray), part.initial and not stray, part.capitals))
            stray = ""
    return [*found, Part(stray)] if stray else found


@cache
def folded_words(table: str) -> frozenset[str]:
    """A list of words of ``names.yml``, folded as names are."""
    return frozenset(fold_word(word.replace("-", "")) for word in words_listed(table))


class _Kept(dict[int, int | str | None]):
    """What becomes of each character: letters, marks and digits stay, other characters part words."""

    def __missing__(self, code: int) -> int | str | None:
        letter = chr(code)
        category = unicodedata.category(letter)
        kept: int | str | None = code if category[0] in "LMN" or letter in "@,." else " "
        if category == "Pd" or letter == "\u2212":
            kept = "-"
        if category == "Cf":
            kept = None
        self[code] = kept
        return kept


_KEPT = _Kept(_APOSTROPHES)
