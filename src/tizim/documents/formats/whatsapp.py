"""Chats exported from WhatsApp as text, from either kind of telephone: authors behind pseudonyms.

Lines of the program itself (who joined, whose number changed) name members and are not taken.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from tizim.documents.extracted import Extracted
from tizim.documents.kinds import WHATSAPP
from tizim.documents.limits import Limits
from tizim.documents.messages import Message, conversation
from tizim.documents.veil import Veil

_SIGNS = "\u200e\u200f\u202a\u202c\u2068\u2069\ufeff"
_DATE = r"(?P<date>\d{1,4}[./-]\d{1,2}[./-]\d{1,4})"
_TIME = (
    r"(?P<time>\d{1,2}[:.]\d{2})(?:[:.]\d{2})?"
    r"(?:[\s\u202f\u00a0]?(?P<half>[AaPpДд][.\s\u00a0\u202f]?[MmПп]\.?))?"
)
_START = re.compile(
    rf"[{_SIGNS}]*(?:\[{_DATE},?\s{_TIME}\]|{_DATE.replace('date', 'date2')},?\s"
    rf"{_TIME.replace('time', 'time2').replace('half', 'half2')}(?:\s[-–]|:))\s(?P<rest>.*)",
    re.DOTALL,
)
_AUTHOR = re.compile(rf"[{_SIGNS}]*(?P<name>[^\n:]{{1,80}}):(?:\s|$)(?P<said>.*)", re.DOTALL)
_ATTACHED = re.compile(
    rf"^[{_SIGNS}]*(?:<[^<>\n]{{1,80}}>"
    r"|[^\n]{1,120}\((?:file attached|файл добавлен|прикрепл[её]нный файл|тіркелген файл|файл тіркелді)\)"
    r"|[^\n]{0,80}\b(?:image|video|audio|sticker|GIF|document|Contact card) omitted"
    r"|[^\n]{0,80}\b(?:изображение|видео|аудио|аудиофайл|стикер|GIF|документ|карточка контакта)"
    r" (?:отсутствует|пропущено|скрыто|не включен)[^\n]{0,20}"
    rf"|[^\n]{{1,80}}\.vcf[^\n]{{0,40}})[{_SIGNS}]*$",
    re.IGNORECASE | re.MULTILINE,
)
_PLACE = re.compile(
    r"^[^\n]{0,120}https?://(?:maps\.google\.[a-z.]+|(?:www\.)?google\.[a-z.]+/maps|goo\.gl/maps|maps\.app\.goo\.gl)\S*"
    r"|^[^\n]{0,40}\bgeo:-?\d+\.\d+,-?\d+\.\d+\S*",
    re.IGNORECASE | re.MULTILINE,
)
_EDITED = re.compile(r"\s*<[^<>\n]{1,60}>\s*$")
_DIRECTIONS = re.compile(f"[{_SIGNS}]")


class _Line(NamedTuple):
    """A message as it stands: its date in three numbers, its time, and what follows."""

    date: str
    time: str
    half: str
    rest: str


def is_conversation(text: str) -> bool:
    """Whether a text is an exported chat: it opens with a message, and another one follows soon."""
    lines = [line for line in text[:20_000].split("\n") if line.strip()][:60]
    starts = [line for line in lines if _START.match(line)]
    authored = [line for line in starts if _AUTHOR.match(_parted(line).rest)]
    return bool(starts) and lines[0] == starts[0] and len(starts) > 1 and bool(authored)


def whatsapp(text: str, extractor: str, limits: Limits) -> Extracted:
    """The chat with a paragraph a message; files sent are shown as ``[media]``, places as ``[location]``."""
    lines = tuple(_lines(text))
    veil = Veil()
    for line in lines:
        author = _AUTHOR.match(line.rest)
        if author:
            veil.author(author["name"])
    told = conversation(_messages(lines, veil), limits.text_length)
    return Extracted(text=told, extractor=extractor, media_type=WHATSAPP, protected=veil.table)


def _lines(text: str) -> Iterator[_Line]:
    """The messages, each with the lines that follow up to the next."""
    held: list[str] = []
    for line in text.split("\n"):
        if _START.match(line) and held:
            yield _parted("\n".join(held))
            held = []
        held.append(line)
    if held and _START.match(held[0]):
        yield _parted("\n".join(held))


def _parted(message: str) -> _Line:
    found = _START.match(message)
    if not found:
        return _Line("", "", "", message)
    when = (found["date"] or found["date2"], found["time"] or found["time2"])
    return _Line(*when, found["half"] or found["half2"] or "", found["rest"])


def _messages(lines: Sequence[_Line], veil: Veil) -> Iterator[Message]:
    order = _order([written for written, _ in groupby(line.date for line in lines)])
    for number, line in enumerate(lines, 1):
        author = _AUTHOR.match(line.rest)
        said = _said(author["said"], veil) if author else ""
        if author and said.strip():
            yield Message(number, _moment(line, order), veil.author(author["name"]), said)


def _said(text: str, veil: Veil) -> str:
    shown = _PLACE.sub("[location]", _ATTACHED.sub("[media]", text))
    return _DIRECTIONS.sub("", veil.text(_EDITED.sub("", shown)))


def _moment(line: _Line, order: str) -> str:
    """Day and time; a date that can be read in two ways stays as it was written."""
    day = _day(line.date, order)
    shown = day.isoformat() if day else line.date
    hour, minute = re.split("[:.]", line.time)
    if line.half:
        hour = str(int(hour) % 12 + (12 if line.half[0] in "PpПп" else 0))
    return f"{shown} {int(hour):02}:{minute}"


def _order(dates: Sequence[str]) -> str:
    """In which order the numbers of dates stand; empty if that cannot be told surely.

    With stops the day comes first; else the order is told by the one in which all dates are dates and
    none is before the one above it.
    """
    if dates and re.match(r"\d{1,2}\.", dates[0]):
        return "dmy"
    able = [order for order in ("ymd", "dmy", "mdy") if all(_day(one, order) for one in dates)]
    rising = [order for order in able if _rises([_day(one, order) for one in dates])]
    left = rising or able
    return left[0] if len(left) == 1 else ""


def _rises(days: Sequence[date | None]) -> bool:
    return all(a and b and a <= b for a, b in pairwise(days))


@lru_cache(maxsize=1024)
def _day(written: str, order: str) -> date | None:
    numbers = re.split("[./-]", written)
    if len(order) != 3 or (len(numbers[0]) == 4) != (order == "ymd"):
        return None
    named = dict(zip(order, numbers, strict=True))
    if len(named["y"]) not in (2, 4):
        return None
    year = int(named["y"]) + (2000 if len(named["y"]) == 2 else 0)
    try:
        return date(year, int(named["m"]), int(named["d"]))
    except ValueError:
        return None
