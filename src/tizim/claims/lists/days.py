"""Days as people write them into lists, as EDTF: orders of the parts, month names, ranges, serial numbers."""

import re
from datetime import date, timedelta
from functools import cache, lru_cache

from tizim.claims.lists.faults import CellError
from tizim.claims.lists.words import plain, words
from tizim.vocab import VagueDateError, vague_date

ORDERS = ("dmy", "mdy", "ymd")
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:[Tt ]\d{1,2}:.*)?")
_NUMBERS = re.compile(r"(\d{1,4})\s?[./\-\s,]\s?(\d{4}|\d{1,2})(?:\s?[./\-\s,]\s?(\d{4}|\d{1,2}))?")
_TIME = re.compile(r"[,\s]+\d{1,2}:\d{2}(:\d{2})?$")
_SERIAL = re.compile(r"([2-7]\d{4})(?:\.\d+)?")
_SHARED_MONTH = re.compile(r"(\d{1,2})\s?[-–—]\s?(\d{1,2})((?:[.]|\s+[^\W\d]).*\d.*)")
_APART = re.compile(
    r"\s*[–—]\s*|\s+-\s+|(?<=\.\d{4})\s*-\s*(?=\d)|(?<=\d\.\d\d)-(?=\d\d?\.\d)|(?<=г\.)\s*-\s*|\s+(?:по|to|until)\s+|(?<=\d)/(?=\d{4}-)"
)
_SINCE = re.compile(r"^(?:с|со|from|since|between)\s+")
_LEAST_YEAR, _LAST_YEAR = 1900, 2100
_PARTS = re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=65536)
def edtf(text: str, order: str = "dmy", pivot: int = 1930, serials: int = 1900) -> str:
    """The day, month, year or span that a cell holds; CellError if it is none, or may be two.

    ``order`` is that of numbers with points; two-digit years lie in the hundred years from ``pivot``;
    ``serials`` is the year from which the workbook counts days (1900 or 1904).
    """
    day = _Reader(order, pivot, serials).read(_TIME.sub("", plain(text)))
    try:
        vague_date(day)
    except VagueDateError:
        raise CellError("day_unreadable") from None
    return day


class _Reader:
    """Reads one cell under the orders of its sheet."""

    def __init__(self, order: str, pivot: int, serials: int) -> None:
        self.order, self.pivot, self.serials = order, pivot, serials

    def read(self, text: str) -> str:
        unsure = "?" if text.endswith("?") else ""
        text = text.strip(" .,;?()")
        if _ISO.fullmatch(text):
            return self._one(text) + unsure
        shared = _SHARED_MONTH.fullmatch(text)
        if shared:
            return f"{self._exact(shared[1] + shared[3])}/{self._exact(shared[2] + shared[3])}"
        pieces = [piece for piece in _APART.split(_SINCE.sub("", text)) if piece]
        if len(pieces) == 2:
            return self._span(*pieces)
        if len(pieces) > 2:
            raise CellError("day_many")
        return self._one(text) + unsure

    def _span(self, first: str, last: str) -> str:
        end = self._exact(last)
        try:
            begin = self._exact(first)
        except CellError as wrong:
            if wrong.code != "day_no_year":
                raise
            begin = self._exact(f"{first.rstrip('. ')}.{end[:4]}" if "." in first else f"{first} {end[:4]}")
        return f"{begin}/{end}"

    def _exact(self, text: str) -> str:
        return self._one(text.strip(" .,"))

    def _one(self, text: str) -> str:
        iso = _ISO.fullmatch(text)
        if iso:
            return "-".join(part for part in iso.groups() if part)
        if _SERIAL.fullmatch(text):
            return _serial(int(text.partition(".")[0]), self.serials)
        numbers = _NUMBERS.fullmatch(_without_year_word(text))
        return self._numbered(numbers) if numbers else self._worded(text)

    def _numbered(self, found: re.Match[str]) -> str:
        first, second, third = found[1], found[2], found[3]
        if third is None:
            if len(first) == 4:
                return _checked(int(first), int(second))
            if len(second) == 4:
                return _checked(int(second), int(first))
            raise CellError("day_no_year")
        if len(first) == 4:
            return _checked(int(first), int(second), int(third))
        day, month, year = (second, first, third) if self.order == "mdy" else (first, second, third)
        if self.order == "ymd":
            day, month, year = third, second, first
        return _checked(self._year(year), int(month), int(day))

    def _worded(self, text: str) -> str:
        vague, month, numbers = _told(text)
        years = [int(one) for one in numbers if len(one) == 4]
        short = [int(one) for one in numbers if len(one) < 3]
        if len(years) > 1 or len(numbers) != len(years) + len(short):
            raise CellError("day_many" if len(years) > 1 else "day_unreadable")
        if month is None:
            return self._without_month(text, years, short) + vague
        if not years and len(short) == 2:
            years = [self._year(f"{short.pop():02d}")]
        if not years:
            raise CellError("day_short" if short and not text[:1].isdecimal() else "day_no_year")
        if len(short) > 1:
            raise CellError("day_many")
        return _checked(years[0], month, *short) + vague

    def _without_month(self, text: str, years: list[int], short: list[int]) -> str:
        if len(years) == 1 and not short:
            return _checked(years[0])
        found = re.search(r"\d[\d./\- ]*\d", text)
        numbers = _NUMBERS.fullmatch(found[0].strip(" .-")) if found else None
        if numbers is None:
            raise CellError("day_many" if len(short) > 3 else "day_unreadable")
        return self._numbered(numbers)

    def _year(self, written: str) -> int:
        if len(written) == 4:
            return int(written)
        if len(written) != 2:
            raise CellError("day_unreadable")
        return self.pivot + (int(written) - self.pivot) % 100


def _serial(number: int, base: int) -> str:
    start = date(1904, 1, 1) if base == 1904 else date(1899, 12, 30)
    return (start + timedelta(days=number)).isoformat()


def _without_year_word(text: str) -> str:
    return re.sub(r"\s?(?:г\.?|года|году|год|ж\.?|жылы|жыл)$", "", text)


def _checked(year: int, month: int | None = None, day: int | None = None) -> str:
    if not _LEAST_YEAR <= year <= _LAST_YEAR:
        raise CellError("day_outside")
    if month is None:
        return f"{year}"
    if month > 12 and day is not None and day <= 12:
        raise CellError("day_order")
    return f"{year}-{month:02d}" + ("" if day is None else f"-{day:02d}")


@cache
def _months() -> tuple[re.Pattern[str], ...]:
    every = words()["months"]
    return tuple(
        re.compile("|".join(re.escape(one).replace(r"\*", r"\w*") for one in names)) for names in every
    )


@cache
def _around() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(words()["about"]), frozenset(words()["around_days"])


@cache
def month_words() -> str:
    """A regular expression of every month name."""
    return "|".join(pattern.pattern for pattern in _months())


def _told(text: str) -> tuple[str, int | None, list[str]]:
    """Whether the day is vague, the month named, and the numbers; CellError for any other word."""
    about, around = _around()
    vague, month, numbers = ("~" if "~" in text or "≈" in text else ""), None, []
    for part in _PARTS.findall(text):
        found = None if part.isdecimal() else _month(part)
        if part.isdecimal():
            numbers.append(part)
        elif found is not None:
            if month is not None and month != found:
                raise CellError("day_many")
            month = found
        elif part in about:
            vague = "~"
        elif part not in around:
            raise CellError("day_unreadable")
    return vague, month, numbers


@lru_cache(maxsize=4096)
def _month(word: str) -> int | None:
    return next((at for at, names in enumerate(_months(), 1) if names.fullmatch(word)), None)


@cache
def day_in_text() -> re.Pattern[str]:
    """Finds days inside running words: with points, ISO, or with a month's name."""
    named = month_words()
    return re.compile(
        rf"(?<![\d.])(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./](?:\d{{4}}|\d{{2}})(?!\d)"
        rf"|\d{{4}}\s?(?:жылғы|жылы|жылдың|ж\.?)\s\d{{1,2}}\s?(?:-ші\s|-шы\s)?(?:{named})"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{named})\.?,?\s\d{{4}}|(?:{named})\.?\s\d{{1,2}},?\s\d{{4}}"
        rf"|(?:{named})\.?\s\d{{4}})(?:\s?(?:г(?:ода|\.)?|ж\.))?(?![\w])"
    )
