"""The text of a CSV file: its encoding told by marks, by UTF-8, else by what reads as words of a table."""

import codecs
import re

from tizim.claims.lists.faults import CellError
from tizim.claims.lists.words import bare, words

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EIGHT_BIT = ("cp1251", "koi8-r", "cp866", "kz1048", "mac-cyrillic")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SANE = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ]?[а-яёәғқңөұүһі]+|[А-ЯЁӘҒҚҢӨҰҮҺІ]+|[A-Za-z]+")
_FOREIGN = re.compile("[ђѓѕјљњћќўџЂЃЅЈЉЊЋЌЎЏ\x80-\x9f]")
_SAMPLE = 100_000


def text_of_csv(content: bytes) -> tuple[str, str]:
    """The text and the encoding it was read in; CellError if it is no text that can be told."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _marked(content, encoding), encoding.removesuffix("-sig")
    if b"\0" in content:
        return _sixteen_bit(content)
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _eight_bit(content)


def _marked(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise CellError("book_encoding") from None


def _sixteen_bit(content: bytes) -> tuple[str, str]:
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and len(_WORD.findall(text[:_SAMPLE])) * 20 > min(len(text), _SAMPLE):
            return text, encoding
    raise CellError("book_encoding")


def _eight_bit(content: bytes) -> tuple[str, str]:
    """The encoding under which most words are sane and most headings known; none where too few are."""
    found = []
    for encoding in _EIGHT_BIT:
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        found.append((_sense(text[:_SAMPLE]), -_EIGHT_BIT.index(encoding), encoding, text))
    best = max(found, default=None)
    if best is None or best[0] < 0.8:
        raise CellError("book_encoding")
    return best[3], best[2]


def _sense(text: str) -> float:
    """The share of words that could be words; known headings count beyond that."""
    found = _WORD.findall(text)
    cyrillic = [word for word in found if not word.isascii()]
    if not cyrillic:
        return 0
    sane = sum(1 for word in cyrillic if _SANE.fullmatch(word)) / len(cyrillic)
    small = sum(letter.islower() for word in cyrillic for letter in word[1:]) / max(
        1, sum(len(word) - 1 for word in cyrillic)
    )
    return float(sane + 0.2 * small + min(_headings(text), 5) - 2 * len(_FOREIGN.findall(text)) / len(text))


def _headings(text: str) -> int:
    known = {bare(one) for many in words()["headings"].values() for one in many if not one.isascii()}
    lines = text.splitlines()[:20]
    return sum(bare(cell) in known for line in lines for cell in re.split("[;,\t]", line))
