"""What an extractor takes out of a file."""

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

_LINE_ENDS = re.compile("\r\n?")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
PAGE_BREAK = "\f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file that lies in another one, whole; it is received like a file of its own.

    ``locator`` says where in the container it lies (``attachment 2``, ``papers/verdict.pdf``), ``declared``
    what the container calls it (``text/html; charset=koi8-r``); the other fields are what it knows of it.
    """

    name: str
    locator: str
    content: bytes
    declared: str = ""
    url: str | None = None
    obtained_at: str | None = None
    note: str | None = None


class LeftOut(NamedTuple):
    """A part that is not taken, and why."""

    locator: str
    what: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The text of a file and what the file says about itself.

    ``text`` is what offsets count in: line ends are ``\\n``, letters composed (NFC), nothing else is
    changed; it is empty for a file that is kept without text, and ``remark`` says why. A form feed
    opens each page after the first; ``pages`` are the offsets at which pages start. ``extractor``
    is the name and version of what took the text out, with the encoding if that was not UTF-8.
    ``parts`` are the files in it, ``left_out`` those that are not taken. ``protected`` is a table in
    JSON, for the vault alone: who stands behind the pseudonyms of the text.
    """

    text: str
    extractor: str
    media_type: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    language: str | None = None
    url: str | None = None
    pages: tuple[int, ...] = ()
    remark: str = ""
    parts: tuple[Part, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    protected: str = ""


def tidy(text: str) -> str:
    """The text with line ends as ``\\n`` and letters composed (NFC)."""
    return unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))


def without_surrogates(text: str) -> str:
    """The text with lone surrogates, which no file can hold, shown as U+FFFD."""
    return _LONE_SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)


def page_starts(text: str) -> tuple[int, ...]:
    """The offset at which each page starts; one page where there is no form feed."""
    return (0, *(place.end() for place in re.finditer(PAGE_BREAK, text)))
