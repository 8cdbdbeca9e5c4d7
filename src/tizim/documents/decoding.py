"""Bytes to text: an encoding is taken when it is sure, and asked for when it is not.

A file in UTF-8, or with a byte order mark, says what it is. For others the encodings that are met in
the region are tried; one is taken only if its text reads as Russian, Kazakh or English and no other
encoding's does: a wrong guess would spoil every name in the file without a sign.
"""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from tizim.documents.errors import RefusedError
from tizim.documents.words import common_words

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EIGHT_BIT = ("cp1251", "kz1048", "koi8-r", "cp866", "cp1252")
_SAMPLE = 200_000
_DECLARED = re.compile(r"(windows-|cp|koi8|iso-8859|kz-?1048|x-mac-cyrillic|ibm)[\w-]*", re.IGNORECASE)

_UTF8_LETTERS = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTES = re.compile(rb"[\x80-\xff]")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL, _GREAT = "а-яёәғқңөұүһіїєґў", "А-ЯЁӘҒҚҢӨҰҮҺІЇЄҐЎ"
_SANE_WORD = re.compile(rf"[{_GREAT}]?[{_SMALL}]+|[{_GREAT}]+|[A-Za-z]+|[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸ]+")
_ODD_LETTERS = re.compile(r"[À-ÖØ-öø-ÿŒœŠšŽžŸ]{2}|[ÊËÌÍÎÏÐÑÒÓÔÕÙÚÛÝÞ]|[a-z][ÀÁÂÃÄÅÆÇÈÉÖØÜ]")
_LONE_LETTER = re.compile(r"(?<![\w.'’-])(?![аивокусяежбАИВОКУСЯaiAIXV])[^\W\d_](?![\w.'’)-])")
_LONE_CYRILLIC = re.compile(rf"(?<![^\W\d_])[{_SMALL}{_GREAT}À-ÖØ-Þ](?![^\W\d_])")
_SIGN = re.compile(r"[^\w\x00-\x7f]")
_FOREIGN = re.compile("[ђѓѕјљњћќџЂЃЅЈЉЊЋЌЏ]")
_ORDINARY = re.compile(
    r"[\w\s.,;:!?\-‐‑–—―«»‹›“”„‟‘’‚\"'`()\[\]{}/\\%№§°•…*&@#+=<>|_~^$€£©®™·†±\u00ad\ufeff\u200b-\u200f]"
)


class Decoded(NamedTuple):
    """A text and the encoding it was read in."""

    text: str
    encoding: str


def decoded(content: bytes) -> Decoded:
    """The text of these bytes and their encoding; RefusedError if it cannot be told or is damaged."""
    marked = _marked(content)
    if marked:
        return marked
    if b"\0" in content:
        return _sixteen_bit(content)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _eight_bit(content, error.start)


def as_declared(content: bytes, name: str) -> Decoded | None:
    """The text in the eight-bit encoding of that name; ``None`` if there is none, or it is not in it."""
    if not _DECLARED.fullmatch(name) or b"\0" in content:
        return None
    encoding = "cp1252" if name.lower() in ("iso-8859-1", "latin-1") else name.lower()
    try:
        return Decoded(content.decode(encoding), encoding.replace("windows-", "cp"))
    except (UnicodeDecodeError, LookupError):
        return None


def _marked(content: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                text = content.decode(encoding)
            except UnicodeDecodeError as error:
                raise _damaged(encoding, error.start) from None
            return _without_nul(Decoded(text, encoding.removesuffix("-sig")))
    return None


def _without_nul(found: Decoded) -> Decoded:
    if "\0" in found.text:
        raise RefusedError("holds NUL characters, so it is not a text.", "Save it again as a text in UTF-8.")
    return found


def _damaged(encoding: str, place: int) -> RefusedError:
    name = encoding.removesuffix("-sig").upper()
    return RefusedError(
        f"is marked as {name} but is not {name} at byte {place}.", "Save it again as a text in UTF-8."
    )


def _sixteen_bit(content: bytes) -> Decoded:
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and _reads_as_text(text[:_SAMPLE]):
            return Decoded(text, encoding)
    raise RefusedError("holds NUL bytes, so it is not a text.", "Save it again as a text in UTF-8.")


def _reads_as_text(text: str) -> bool:
    """Whether nearly all letters are of the alphabets in use here and all signs are ordinary."""
    ours = len(re.findall(rf"[{_SMALL}{_GREAT}A-Za-z\d\s]", text))
    return ours > 0.7 * len(text) and _is_ordinary(text)


def _is_ordinary(text: str) -> bool:
    return len(_ORDINARY.findall(text)) >= 0.995 * len(text)


def _eight_bit(content: bytes, place: int) -> Decoded:
    if _is_mostly_utf8(content):
        raise RefusedError(
            f"is in UTF-8 with damaged bytes, the first at byte {place}.",
            "Get a whole copy of it, or save it again.",
        )
    readings = tuple(_readings(content))
    fewest = min((reading.insane for reading in readings), default=0)
    best = [reading for reading in readings if reading.insane == fewest]
    if len({reading.text for reading in best}) != 1:
        raise RefusedError(
            "is in an encoding that cannot be told surely.", "Save it again as a text in UTF-8."
        )
    return Decoded(best[0].text, best[0].encoding)


def _is_mostly_utf8(content: bytes) -> bool:
    high = len(_HIGH_BYTES.findall(content))
    return sum(len(letter) for letter in _UTF8_LETTERS.findall(content)) > 0.7 * high


class _Reading(NamedTuple):
    """A text in one encoding, and how many of its words and signs make no sense in it."""

    text: str
    encoding: str
    insane: int


def _readings(content: bytes) -> Iterator[_Reading]:
    """What the bytes say in each encoding in which they read as a language."""
    for encoding in _EIGHT_BIT:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE]
        words = _WORD.findall(sample)
        insane = sum(1 for word in words if not _is_sane(word)) + _odd_signs(sample)
        # What tells one encoding from another are words and signs outside ASCII.
        telling = sum(1 for word in words if not word.isascii()) + len(_SIGN.findall(sample))
        if insane <= 0.05 * telling and _is_language(sample, words):
            yield _Reading(text, encoding, insane)


def _is_sane(word: str) -> bool:
    return _SANE_WORD.fullmatch(word) is not None and not _ODD_LETTERS.search(word)


def _odd_signs(text: str) -> int:
    """How many signs are not ordinary, and how many letters stand alone that are no word and no initial."""
    cyrillic = len(re.findall(f"[{_SMALL}{_GREAT}]", text))
    lone = _LONE_LETTER if cyrillic > 0.1 * len(text) else _LONE_CYRILLIC
    return len(text) - len(_ORDINARY.findall(text)) + len(lone.findall(text))


def _is_language(text: str, words: list[str]) -> bool:
    """Whether the text has no foreign letters and enough of the commonest words of one language."""
    if _FOREIGN.search(text):
        return False
    return any(_hits(words, language) >= max(2, len(words) // 25) for language in ("ru", "kk", "en"))


def _hits(words: list[str], language: str) -> int:
    common = common_words(language)
    return sum(1 for word in words if word in common or (word[0].lower() + word[1:]) in common)
