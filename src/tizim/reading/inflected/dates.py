"""Dates in sentences of a language with cases: day, month and year in either order, relative days, spans."""

from dataclasses import dataclass, replace

from tizim.reading.calendar import Day, shifted, weekday_before
from tizim.reading.inflected.date_parts import (
    OWN_DAY,
    days_at,
    days_behind,
    is_bracket,
    is_year,
    of_cause,
    of_somebody,
    since_then,
    year_at,
)
from tizim.reading.inflected.measured import Measured
from tizim.reading.inflected.numbers import number_at
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.weeks import week, weekend
from tizim.reading.marks import Mark

_AHEAD = 4
_WHICH, _QUOTES = ("ғы", "гі"), ("«", "“", "„", '"')
_ON_DAY = ("-інде", "-ында", "-сінде", "-сында")
_PARTING = frozenset({",", "–", "—", "(", ";"})
_OPENING = ("ordinals", "relative", "months", "weekdays", "seasons", "later", "unit")
_COUNTED_ON = "day counted from another"
_APART = frozenset({_COUNTED_ON, "counted"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A date at tokens ``first`` … ``last - 1``; ``since`` where it opens a span, ``relative`` if
    resolved from another."""

    first: int
    last: int
    day: Day
    since: bool = False
    relative: bool = False
    why: str = "date"
    year: int | None = None


class Calendar:
    """Finds and resolves the dates of a text, sentence by sentence; remembers what was named last."""

    def __init__(self, own: Day | None, *, clock: bool = False, onward: bool = False) -> None:
        self.own, self.onward = own, onward
        self.named: Day | None = None
        self.year: int | None = None
        self.year_at = -9
        self.number = 0
        self.line = -1
        self.recent = False
        self.year_line = -9
        self.opening: Day | None = None
        self.opened: Day | None = None
        self.clock = clock
        self.measured = Measured()

    def dates(self, sentence: Sentence, number: int) -> list[Dated]:
        """The dates of the next sentence, in order; a day that lies ahead or somebody's birthday is none."""
        self.number = number
        if sentence.span.line != self.line:
            self.line, self.opened, self.opening = sentence.span.line, self.opening or self.opened, None
        out: list[Dated] = []
        until = 0
        for index in sorted(sentence.numeric | sentence.starts(_OPENING)):
            found = self._at(sentence, index) if index >= until else None
            if found is None:
                continue
            found = self._led(sentence, found)
            until = found.last
            if self._counts(sentence, found):
                apart = of_cause(sentence, found.first) or bool(sentence.marks.get("compared"))
                said = found.year is not None and not apart
                if found.year is not None and said and not of_somebody(sentence, found.last):
                    self._note_year(found.year)
                self._keep(out, found, sentence)
        self.measured.note(sentence, [one.day for one in out])
        return out

    def _keep(self, out: list[Dated], found: Dated, sentence: Sentence) -> None:
        """Adds a date; "on Monday, 5 May" is one date."""
        told_on = not _APART.isdisjoint((found.why, out[-1].why)) if out else False
        fuller = bool(out) and out[-1].relative and not found.relative
        if fuller and is_bracket(sentence, out[-1].last, found.first):
            found = replace(found, first=out.pop().first)
        if out and not told_on and found.first - out[-1].last <= 1 and (out[-1].relative != found.relative):
            between = sentence.lower(found.first - 1)
            if found.first == out[-1].last or between in (",", "("):
                sharper = _with_year(found, out[-1]) if out[-1].relative else out[-1]
                out[-1] = replace(sharper, first=out[-1].first, last=found.last)
                self._remember(out[-1].day)
                return
        out.append(found)
        if found.why != "own":
            self._remember(found.day)

    def _remember(self, day: Day) -> None:
        if self.opening is None and day.day is not None:
            self.opening = day
        self.named = day

    def _led(self, sentence: Sentence, found: Dated) -> Dated:
        before = sentence.ends_at("since", found.first) is not None
        after = sentence.at("since_after", found.last) is not None
        start = sentence.at("from_start", found.first) is not None
        return replace(found, since=before or after or start)

    def _counts(self, sentence: Sentence, found: Dated) -> bool:
        near = range(found.first - 3, found.last + 3)
        if any(sentence.at("born", at) is not None for at in near):
            return False
        if any(mark.last <= found.first <= mark.last + _AHEAD for mark in sentence.of("future")):
            return False
        if self.own is not None and found.day.order() > self.own.order():
            return False
        if "dat" in sentence.word(found.last - 1).cases and any(
            0 <= mark.first - found.last <= 1 for mark in sentence.of("future")
        ):
            return False
        part = sentence.word(found.last).forms[:1]
        last = found.last + 1 if part and part[0].possessed and part[0].case == "dat" else found.last
        ahead = sentence.ends_at("until", found.first) or sentence.at("until_after", last)
        return ahead is None

    def _at(self, sentence: Sentence, index: int) -> Dated | None:
        token = sentence.tokens[index]
        if token.kind == "number":
            return (
                self._numeric(sentence, index)
                or self._day_first(sentence, index)
                or self._year(sentence, index)
                or self._counted(sentence, index)
            )
        ordinal = sentence.at("ordinals", index)
        if ordinal is not None and sentence.at("months", ordinal.last) is not None:
            return self._month(sentence, ordinal.last, [int(ordinal.value)], None, first=index)
        relative = sentence.at("relative", index)
        if relative is not None and _is_of_noun(sentence, relative):
            return None
        if relative is not None and isinstance(relative.value, str) and " " in relative.value:
            day = self._relative(relative.value)
            aside = relative.value.startswith("own Y") or relative.value == "before D-1"
            why = "own" if aside else "relative day" if relative.value.startswith("own") else _COUNTED_ON
            return Dated(index, relative.last, day, relative=True, why=why) if day else None
        quoted = self.onward and sentence.lower(index - 1) in _QUOTES
        inside = index > 0 and sentence.tokens[index - 1].kind == "word" and not token.text.isupper()
        if token.capital and (quoted or inside):
            return None
        if sentence.at("months", index) is not None:
            return self._month(sentence, index, None, None)
        weekday = sentence.at("weekdays", index)
        if weekday is not None and self.own is not None:
            day = self._weekday(sentence, index, int(weekday.value))
            return Dated(index, weekday.last, day, relative=True, why="weekday") if day else None
        return self._season(sentence, index) or self._counted(sentence, index)

    def _weekday(self, sentence: Sentence, index: int, weekday: int) -> Day | None:
        """The last such day; "last Wednesday" is never the document's own."""
        day = weekday_before(self.own, weekday) if self.own is not None else None
        led = sentence.ends_at("last", index) is not None
        return shifted(day, -7, "D") if led and day is not None and day == self.own else day

    def _numeric(self, sentence: Sentence, index: int) -> Dated | None:
        """Of 05.05.2021, 5.05.21, 2021-05-05."""
        written = sentence.tokens[index].text
        if sentence.ends_at("article", index) is not None or sentence.ends_at("part", index) is not None:
            return None
        parts = written.replace("-", ".").split(".")
        if len(parts) == 1 and sentence.lower(index + 1) == "-" and sentence.lower(index + 3) == "-":
            parts = [
                sentence.tokens[at].text for at in (index, index + 2, index + 4) if at < len(sentence.tokens)
            ]
            return self._of_parts(parts, index, index + 5)
        inner = sentence.span.item and sentence.lower(index - 1) in _PARTING
        if len(parts) == 2 and (index <= 1 or inner) and not self.clock:
            return self._day_and_month(parts, index)
        return self._of_parts(parts, index, index + 1) if len(parts) == 3 else None

    def _day_and_month(self, parts: list[str], index: int) -> Dated | None:
        """Of "11.01, …" at the head of an item, or of "– 6.03, …" inside it."""
        if not all(part.isdigit() for part in parts) or len(parts[1]) != 2 or len(parts[0]) > 2:
            return None
        if not 1 <= int(parts[1]) <= 12 or (index <= 1 and len(parts[0]) != 2):
            return None
        year = self._said_year(int(parts[1]), int(parts[0]))
        return _dated(index, index + 1, (year, int(parts[1])), [int(parts[0])]) if year else None

    def _of_parts(self, parts: list[str], first: int, last: int) -> Dated | None:
        if len(parts) != 3 or not all(part.isdigit() for part in parts) or len(parts[2]) < 2:
            return None
        numbers = [int(part) for part in parts]
        year, month, day = numbers if numbers[0] > 31 else numbers[::-1]
        year += 2000 if year < 100 else 0
        found = Day(year, month, day)
        if not (1900 <= year <= 2100 and 1 <= month <= 12 and found.exact()):
            return None
        return Dated(first, last, found, why="figures", year=year)

    def _day_first(self, sentence: Sentence, index: int) -> Dated | None:
        """Of "5 мая 2021 года", "5-7 мая", "2021 жылғы 5 мамыр"."""
        days, at = days_at(sentence, index)
        if days and sentence.at("months", at) is not None:
            return self._month(sentence, at, days, None, first=index)
        if days and sentence.at("day_words", at) is not None and self.named is not None and self.named.month:
            return _on_day(self.named, days[0], index, at + 1)
        if days and sentence.at("day_words", at) is not None and sentence.lower(index).endswith(OWN_DAY):
            return _on_day(self.own, days[0], index, at + 1)
        if days and at == index + 1 and self._is_of_month(sentence, index):
            return _on_day(self.named or self.own, days[0], index, at)
        year = year_at(sentence, index)
        if year is None:
            return None
        at = year[1]
        days, month_at = days_at(sentence, at)
        for where, found_days in ((month_at, days), (at, [])):
            if sentence.at("months", where) is not None:
                return self._month(sentence, where, found_days or None, year[0], first=index)
        return None

    def _is_of_month(self, sentence: Sentence, index: int) -> bool:
        """Whether figures with an ending of the genitive alone are a day of the month spoken of ("20-го")."""
        behind = sentence.word(index + 1)
        noun = behind.forms[:1] and behind.forms[0].part in ("noun", "adjective", "participle")
        if sentence.lower(index).endswith(_ON_DAY):
            return True
        return sentence.at("day_ending", index) is not None and not (noun and not behind.finite)

    def _month(
        self,
        sentence: Sentence,
        index: int,
        days: list[int] | None,
        year: int | None,
        first: int | None = None,
    ) -> Dated | None:
        """A month with what stands beside it: days before or after, the year before or after."""
        explicit = year is not None
        mark = sentence.marks["months"][index]
        month, last = int(mark.value), mark.last
        if sentence.at("month_words", last) is not None:
            last += 1
        if sentence.lower(last) == ".":
            last += 1
        if days is None:
            days, after = days_behind(sentence, last)
            known = year is not None or "-" in sentence.lower(last) or not sentence.lower(last)[:1].isdigit()
            last = after if days and sentence.at("unit", after) is None and known else last
            days = days if last == after else None
        if year is None:
            said = year_at(sentence, last)
            relative = sentence.at("relative", last) if not self.onward else None
            if said is not None:
                year, last, explicit = *said, True
            elif relative is not None and (spoken := self._relative(str(relative.value))) is not None:
                year, last, explicit = spoken.year, relative.last, False
        year = year if year is not None else self._unsaid_year(sentence, index, month, days)
        if year is None:
            return None
        found = _dated(first if first is not None else index, last, (year, month), days or [])
        return replace(found, year=year) if found and explicit else found

    def _unsaid_year(self, sentence: Sentence, index: int, month: int, days: list[int] | None) -> int | None:
        """The year of a month that no year stands beside; of "last October" the one before."""
        if self.own is not None and sentence.ends_at("last", index) is not None:
            return self.own.year - (month >= (self.own.month or 1))
        return self._said_year(month, days[0] if days else None)

    def _year(self, sentence: Sentence, index: int) -> Dated | None:
        year = year_at(sentence, index)
        if year is None or not is_year(sentence, index, year[1]):
            return None
        return Dated(index, year[1], Day(year[0]), why="year", year=year[0])

    def _season(self, sentence: Sentence, index: int) -> Dated | None:
        mark = sentence.at("seasons", index)
        forms = sentence.word(index).forms
        if mark is None or any(form.part == "verb" and form.tense for form in forms):
            return None
        if forms and forms[0].part == "adjective":
            return None
        said = year_at(sentence, mark.last)
        relative = sentence.at("relative", mark.last)
        last = said[1] if said else relative.last if relative else mark.last
        spoken = self._relative(str(relative.value)) if relative else None
        year = said[0] if said else spoken.year if spoken else self._said_year(int(mark.value[0]), None)
        if year is None:
            return None
        first, end = (int(month) for month in mark.value)
        over = year + (end < first)
        return Dated(index, last, Day(year, first, None, Day(over, end)), why="season")

    def _counted(self, sentence: Sentence, index: int) -> Dated | None:
        """Of "два дня назад", "через неделю"."""
        lead = sentence.at("later", index)
        at = lead.last if lead else index
        number = number_at(sentence, at)
        unit_at = number.last if number else at
        unit = sentence.at("unit", unit_at)
        if unit is None or str(unit.value) == "H" or (number is not None and number.vague):
            return None
        count = int(number.value) if number else 1
        if sentence.at("ago", unit.last) is not None and self.own is not None:
            day, last = shifted(self.own, -count, str(unit.value)), unit.last + 1
        elif self.onward and number is not None and sentence.at("since_after", unit.last) is not None:
            day, last = since_then(self.own, count, str(unit.value)), unit.last
        elif sentence.at("before", unit.last) is not None and number is not None and self.named is not None:
            day, last = shifted(self.named, -count, str(unit.value)), unit.last + 1
        elif sentence.at("later", unit.last) is not None and number is not None and self.named is not None:
            day, last = shifted(self.named, count, str(unit.value)), unit.last + 1
        elif lead is not None and (base := self.measured.base(sentence, unit.last, self.named)) is not None:
            day, last = shifted(base, count, str(unit.value)), unit.last
        else:
            return None
        return Dated(index, last, day, relative=True, why="counted") if day else None

    def _relative(self, value: str) -> Day | None:
        anchor, step = value.split(" ")
        base = self.own if anchor == "own" else self.named
        if anchor == "named" and step == "D0":
            base = self.opening or self.opened or self.named
        if anchor == "before":
            base = self.named if self.opening is not None and self.named is not None else self.own
        if base is None:
            return None
        unit, count = step[0], int(step[1:] or 0)
        if unit == "E":
            return weekend(base)
        if unit == "D":
            return shifted(base, count, "D") if base.day else base
        if unit == "W":
            return week(base, count) or Day(base.year, base.month)
        moved = shifted(Day(base.year, base.month), count, unit) if count else Day(base.year, base.month)
        return Day(moved.year) if moved and unit == "Y" else moved

    def _note_year(self, year: int) -> None:
        self.year, self.year_at, self.year_line = year, self.number, self.line

    def _said_year(self, month: int, day: int | None) -> int | None:
        """The year of a day without one: that named shortly before, or the last in which the day was over."""
        own = self.own
        if (
            self.year is not None
            and self.number - self.year_at <= 3
            and (self.year_line == self.line or not self.recent)
            and (own is None or self.year != own.year)
        ):
            year, self.year_at = self.year, self.number
            if self.named is not None and self.named.year == year:
                earlier = (month, day or 31) < (self.named.month or 1, self.named.day or 1)
                later = Day(year + 1, month, day)
                year = year + 1 if earlier and own is not None and later.order() <= own.order() else year
            return year
        if own is None:
            return self.year
        ahead = (month, day or 1) > (own.month or 12, own.day or 31)
        self.recent = True
        return own.year - 1 if ahead else own.year


def _is_of_noun(sentence: Sentence, relative: Mark) -> bool:
    """Whether a year only says which one something was («былтырғы оқиға»), and that is nothing of a court."""
    told = sentence.lower(relative.last - 1).endswith(_WHICH) and str(relative.value).startswith("own Y")
    timed = ("months", "seasons", "ending", "number", "day_words", "unit")
    behind = [
        at
        for at in (relative.last, relative.last + 1)
        if sentence.lower(at) and not sentence.tokens[at].capital
    ]
    court = any(mark.value == "judiciary" and mark.first in behind for mark in sentence.of("agency"))
    return told and not court and not any(sentence.at(kind, at) for at in behind for kind in timed)


def _on_day(month: Day | None, day: int, first: int, last: int) -> Dated | None:
    """A day of the month spoken of."""
    found = Day(month.year, month.month, day) if month is not None and month.month else None
    return Dated(first, last, found, relative=True) if found is not None and found.exact() else None


def _with_year(found: Dated, said: Dated) -> Dated:
    """A day or month with the year that a word before it says ("last year in March")."""
    if said.day.month is not None or found.year is not None:
        return found
    return replace(found, day=replace(found.day, year=said.day.year))


def _dated(first: int, last: int, month: tuple[int, int], days: list[int]) -> Dated | None:
    year, number = month
    if not days:
        return Dated(first, last, Day(year, number), why="month")
    day = Day(year, number, days[0], Day(year, number, days[-1]) if days[-1] > days[0] else None)
    return Dated(first, last, day, why="day month") if day.exact() else None
