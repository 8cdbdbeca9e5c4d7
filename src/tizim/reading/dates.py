"""Dates in a text, resolved against the document's own date and the dates named before."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from tizim.reading.calendar import Day, numeric, possible, reviewed, shifted, weekday_before
from tizim.reading.date_patterns import (
    ATTRIBUTIVE,
    BACK,
    CAUSE,
    CHAPTER,
    FUTURE,
    LAW_LEAD,
    OF_A_THING,
    ONWARD,
    OPENING,
    PERFECT,
    REVIEW,
    SINCE,
    aside,
    month_acts,
    month_lead,
    written_dates,
    year_lead,
)
from tizim.reading.feasts import named_day
from tizim.reading.measured_from import Measured
from tizim.reading.seasons import last_season, led, months, said_year, span
from tizim.reading.spans import Span
from tizim.reading.weeks import nth_of, step_from, week_of, weekend_before
from tizim.reading.words import words_of

_HEADING, _FAR = 60, 160
_MONTHS = 2


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date at ``start`` … ``end``, after "since" or not, ``relative`` if resolved from another one.

    ``aside`` is a date of something else than its sentence tells: "the march of 5 May".
    """

    start: int
    end: int
    day: Day
    since: bool = False
    relative: bool = False
    aside: bool = False


class Calendar:
    """Finds the dates of one text and resolves them; remembers what was named last."""

    def __init__(self, text: str, own: Day | None, language: str) -> None:
        self.text = text
        self.own = own
        self.months: dict[str, int] = words_of(language).tables["numbers"]["months"]
        self.weekdays: dict[str, int] = words_of(language).tables["numbers"]["weekdays"]
        self.units: dict[str, int] = words_of(language).tables["numbers"]["units"]
        self.language = language
        self.anchor: Day | None = None
        self.named: Day | None = None
        self.anchor_line = self.anchor_sentence = -9
        self.line = self.sentence = 0
        self.ahead = self.onward = self.aside = self.perfect = self.item = False
        self.opens = self.opens_sentence = False
        self.title: Day | None = None
        self.measured = Measured(text, [], language)
        self.review, self.beside, self.far = reviewed(text, own), False, False
        self.anchor_end = 0
        self.later: tuple[Day | None, int] = (None, -9)
        self.side: tuple[Day, int] | None = None
        self.opener: tuple[Day, int] | None = None
        self.chapter: tuple[Day, int] | None = None

    def dates(self, spans: list[Span]) -> list[list[DateFound]]:
        """The dates of each sentence."""
        starts = [span.start for span in spans]
        self.measured = Measured(self.text, spans, self.language)
        out: list[list[DateFound]] = [[] for _ in spans]
        for whole in written_dates(self.language).finditer(self.text):
            at = bisect_right(starts, whole.start()) - 1
            match = written_dates(self.language).inside(self.text, whole, spans[at].end)
            if at < 0 or match is None:
                continue
            self.line, self.sentence, self.item = spans[at].line, at, spans[at].item
            self._stand(max(spans[at].start, match.start() - _FAR), match)
            self.opens = self.opens and (at == 0 or spans[at - 1].line != self.line)
            between = self.text[self.anchor_end : match.start()] if self.anchor_sentence == at else ""
            self.beside = self.anchor_sentence == at and not {",", ";"} & set(between)
            self.onward = bool(ONWARD.search(between)) and not BACK.search(between)
            found = self._resolved(match)
            if found is not None:
                self._keep(out[at], found)
                self.title = found.day if self.line == 0 and found.day.is_month() else self.title
        return out

    def _stand(self, begin: int, match: re.Match[str]) -> None:
        """Notes how a date stands in its sentence: ahead, in a clause of its own, as the first word."""
        at = match.start()
        self.ahead = FUTURE.search(self.text, max(begin, at - 40), at) is not None
        year_alone = bool(match["yy"] or match["mm"])
        self.aside = aside(self.language).search(self.text, begin, at) is not None or (
            year_alone and CAUSE.search(self.text, begin, at) is not None
        )
        self.aside = self.aside or (
            self.text.endswith(("the ", "The "), 0, at)
            and ATTRIBUTIVE.match(self.text, match.end()) is not None
        )
        self.perfect = PERFECT.search(self.text, begin, at) is not None
        self.opens = self.opens_sentence = OPENING.fullmatch(self.text, begin, at) is not None

    def _keep(self, row: list[DateFound], found: DateFound) -> None:
        """Adds a date; "Monday, October 11" is one date, "from May 2018 to June 2020" one span."""
        if row and found.start - row[-1].end <= 9:
            between = self.text[row[-1].end : found.start].strip(" ,")
            if not between and (row[-1].relative or found.relative) and _fits(row[-1].day, found.day):
                sharper = max(row[-1], found, key=lambda item: (item.day.day is not None, not item.relative))
                row[-1] = DateFound(row[-1].start, found.end, sharper.day, row[-1].since, sharper.relative)
                return self._remember(sharper)
            if between in ("to", "until", "and", "–", "-") and self._spans(row[-1], found):
                first = row[-1]
                row[-1] = DateFound(
                    first.start, found.end, _span(first.day, found.day), False, first.relative
                )
                return self._remember(found)
        row.append(found)
        self.measured.note(found.day, self.sentence)
        self._remember(found)

    def _spans(self, first: DateFound, last: DateFound) -> bool:
        lead = self.text[max(0, first.start - 9) : first.start].lower()
        if self.line == 0 and first.day.day and last.day.day:
            return first.day.order() < last.day.order()
        return ("from " in lead or "between " in lead) and first.day.order() < last.day.order()

    def _remember(self, found: DateFound) -> None:
        if self.own is not None and found.day.order() > self.own.order():
            return
        if not found.since or self.named is None:
            self.named = found.day
        vague = found.day.month is None
        if self.text.endswith(("year later", "years later"), 0, found.end):
            self.later = (Day(found.day.year), self.sentence)
        old = found.since or (self.own is not None and self.own.year - found.day.year > 5)
        if (vague and (found.relative or old)) or (found.since and self.own is not None):
            return
        if self.aside:
            self.side = (found.day, self.sentence)
            return
        if self.opens:
            self.opener = (found.day, self.line)
            if found.day.day and CHAPTER.match(self.text, found.end):
                self.chapter = (found.day, self.line)
        self.anchor, self.anchor_line, self.anchor_sentence = found.day, self.line, self.sentence
        self.anchor_end = found.end
        self.far = found.relative and self.own is not None and self.own.year - found.day.year > 1

    def _resolved(self, match: re.Match[str]) -> DateFound | None:
        kind = match.lastgroup or ""
        groups = named_day(match)
        day: Day | None
        relative = False
        if groups["iso"] or groups["dots"]:
            day = numeric(groups["iso"] or groups["dots"])
        elif groups["m"] or groups["am"]:
            day = self._month_day(groups)
        elif groups["mm"]:
            day = self._month(match, groups)
        elif groups["yy"]:
            day = self._year(match, groups)
        elif groups["season"]:
            day = self._season(groups) if led(self.text, match.start(), groups) else None
        elif groups["fy"]:
            months = self.units[(groups["fm"] or "").lower()]
            day = Day(int(groups["fy"]), 1, None, Day(int(groups["fy"]), min(months, 12)))
        else:
            day, relative = self._relative(match, groups), kind not in ("nth", "nth2")
            day = None if relative and OF_A_THING.match(self.text, match.end()) else day
        if day is None or not possible(day):
            return None
        since = SINCE.search(self.text, max(0, match.start() - 30), match.start()) is not None
        since = since and not (groups["d2"] or groups["ad2"])
        return DateFound(match.start(), match.end(), day, since, relative, self.aside)

    def _month_day(self, groups: dict[str, str | None]) -> Day | None:
        month = self.months[(groups["m"] or groups["am"] or "").lower()]
        number = int(groups["d"] or groups["ad"] or 0)
        second = int(groups["d2"] or groups["ad2"] or 0)
        year = self._said_year(groups["y"] or groups["ay"], groups["s"] or groups["asaid"], month, number)
        if year is None or not 1 <= number <= 31:
            return None
        other = Day(year, month, second) if number < second <= 31 else None
        return Day(year, month, number, other)

    def _month(self, match: re.Match[str], groups: dict[str, str | None]) -> Day | None:
        lead = month_lead(self.language).search(self.text, max(0, match.start() - 12), match.start())
        if not (lead or groups["my"] or groups["ms"] or self._heads_line(match) or self._acts(match)):
            return None
        month = self.months[(groups["mm"] or "").lower()]
        if self.text.endswith("that ", 0, match.start()) and self.named is not None:
            return Day(self.named.year, month)
        if self.text.endswith("following ", 0, match.start()) and self.named is not None:
            return Day(self.named.year + (month <= (self.named.month or 12)), month)
        if self._said_last(match.start()) and self.own is not None:
            return Day(self.own.year if (self.own.month or 12) > month else self.own.year - 1, month)
        year = self._said_year(groups["my"], groups["ms"], month, None)
        if year is None:
            return None
        second = self.months[groups["m2"].lower()] if groups["m2"] else None
        return Day(year, month, None, Day(year, second) if second and second > month else None)

    def _said_last(self, start: int) -> bool:
        return self.text[max(0, start - 5) : start].lower() == "last "

    def _acts(self, match: re.Match[str]) -> bool:
        """Whether a month opens a sentence as its subject: "February brought the war"."""
        return self.opens_sentence and month_acts(self.language).match(self.text, match.end()) is not None

    def _heads_line(self, match: re.Match[str]) -> bool:
        """Whether a month alone opens a short line: "September in review", "MARCH", "April:"."""
        start, end = match.start(), self.text.find("\n", match.end())
        line = self.text[match.end() : end if end >= 0 else len(self.text)]
        opens = start == 0 or self.text[start - 1] == "\n"
        return opens and len(line) < _HEADING and REVIEW.match(line) is not None

    def _year(self, match: re.Match[str], groups: dict[str, str | None]) -> Day | None:
        if not year_lead(self.language).search(self.text, max(0, match.start() - 12), match.start()):
            return None
        if LAW_LEAD.search(self.text, max(0, match.start() - 8), match.start()):
            return None
        year, second = int(groups["yy"] or 0), int(groups["yy2"] or 0)
        return Day(year, None, None, Day(second) if second > year else None)

    def _said_year(self, year: str | None, said: str | None, month: int, day: int | None) -> int | None:
        if year:
            return int(year)
        own = self.own
        if said and self.named and any(word in said for word in ("that", "same", "of the following")):
            return self.named.year + ("following" in said)
        if said and own:
            return own.year - (1 if "last" in said or "previous" in said else 0)
        anchor = self._anchor()
        if self.review and not self.beside:
            return self.review
        if anchor is not None and not self._is_own(anchor):
            return self._year_beside(anchor, month, day)
        if own is None:
            return self.anchor.year if self.anchor else None
        if self.ahead:
            return own.year + ((month, day or 31) < (own.month or 1, own.day or 1))
        ahead = (month, day or 1) > (own.month or 12, own.day or 31)
        return own.year - 1 if ahead else own.year

    def _year_beside(self, anchor: Day, month: int, day: int | None) -> int:
        """The year of a date without one beside another: the same, or the next where the text goes on."""
        own = self.own
        before = (month, day or 31) < (anchor.month or 1, anchor.day or 1)
        if self.ahead:
            return anchor.year + before
        forward = before and (self.sentence != self.anchor_sentence or self.onward)
        guess = anchor.year + 1 if forward else anchor.year
        if own is None or (guess, month, day or 1) <= own.order():
            return guess
        return anchor.year if (anchor.year, month, day or 1) <= own.order() else own.year - 1

    def _season(self, groups: dict[str, str | None]) -> Day | None:
        """The months of a season: of its year, before the document's day, or of the story's year."""
        season, said = (groups["season"] or "").lower(), (groups["sl"] or "").lower()
        told = said_year(groups, self.own)
        if told is not None:
            return span(told, season, self.language)
        if said in ("last", "this", "the past", "the previous"):
            base = self.anchor if said == "the previous" and self.anchor else self.own
            return last_season(base, season, self.language, current=said == "this") if base else None
        if said in ("that", "the same", "that same"):
            return span(self.named.year, season, self.language) if self.named else None
        year = self._said_year(None, None, months(season, self.language)[0], None)
        return span(year, season, self.language) if year is not None else None

    def _anchor(self) -> Day | None:
        """The date whose year one without a year shares: of the same sentence, of the story around it."""
        if self.later[1] == self.sentence:
            return self.later[0]
        if self.item and self.line != self.anchor_line and self.own is not None:
            return None
        if self.own is not None and self.perfect and self.anchor_sentence != self.sentence:
            return None
        if self.side is not None and self.side[1] == self.sentence:
            return self.side[0] if self.side[0].month or self.own is None else self.anchor
        if self.opens and self.opener is not None and self.line - self.opener[1] <= 1:
            return self.opener[0]
        near = self.line == self.anchor_line or (self.line - self.anchor_line <= 1 and not self._year_only())
        return self.anchor if self.anchor and near else None

    def _year_only(self) -> bool:
        """Whether the last date was a mere year, or "four years ago": the next paragraph leaves it."""
        return self.own is not None and self.anchor is not None and (self.anchor.month is None or self.far)

    def _is_own(self, anchor: Day) -> bool:
        """Whether a date is of the document's own month or year, so that nothing is to be moved."""
        return (
            self.own is not None
            and anchor.year == self.own.year
            and (anchor.month is None or self.own.month == anchor.month)
        )

    def _relative(self, match: re.Match[str], groups: dict[str, str | None]) -> Day | None:
        if groups["week"]:
            own = self._speaking_day()
            own = shifted(own, -1, "D") if own and self._said_last(match.start()) else own
            own = shifted(weekday_before(own, 0) or own, -1, "D") if own and groups["wl"] else own
            return weekday_before(own, self.weekdays[groups["week"].lower()]) if own else None
        if groups["nth"]:
            apart = self.line != self.anchor_line and not groups["nthm"]
            named = self._month_of(int(groups["nth"])) if apart else self.named
            named = self.own if "this" in (groups["nthm"] or "") else named
            if "last" in (groups["nthm"] or ""):
                named = shifted(self.own, -1, "M") if self.own else None
            return nth_of(named, groups) if named and named.month else None
        if groups["n"]:
            return self._counted(groups, match)
        return self._spoken(" ".join((groups["rel"] or "").lower().split()))

    def _month_of(self, number: int) -> Day | None:
        """Of "on the 12th" in a paragraph without a month: that of the title, or of the document if past."""
        own, named = self.own, self.title or self.named
        if self.title or own is None or own.day is None or named is None or number > own.day:
            return named
        return named if named.year != own.year or (own.month or 0) - (named.month or 0) > _MONTHS else own

    def _counted(self, groups: dict[str, str | None], match: re.Match[str]) -> Day | None:
        word = (groups["n"] or "").lower()
        count = 1 if word in ("a", "an") else self.units.get(word) or int(word)
        unit = (groups["u"] or "d")[0].upper()
        count, unit = (2 * count, "W") if unit == "F" else (count, unit)
        back = groups["dir"] in ("ago", "earlier", "before")
        base = self.own if groups["dir"] == "ago" else self.named
        if groups["dir"] in ("after", "before"):
            base = self.measured.base(self.text, match.end(), base)
        return shifted(base, -count if back else count, unit) if base else None

    def _spoken(self, said: str) -> Day | None:
        if said.startswith("later "):
            said = said.removeprefix("later ")
        if said == "the day before yesterday":
            return shifted(own, -2, "D") if (own := self._speaking_day()) is not None else None
        if said.startswith(("the same", "that", "on the day")):
            return self._same(said)
        steps = ("the next", "next day", "the following", "the day", "the previous", "the morning after")
        if said.startswith(steps) and said.rsplit(" ", 1)[1] != "past":
            back = "before" in said or "previous" in said
            last = said.rsplit(" ", 1)[1]
            unit = last[0].upper() if last in ("week", "month", "year") else "D"
            return step_from(self.named, -1 if back else 1, unit) if self.named else None
        return self._from_own(said)

    def _same(self, said: str) -> Day | None:
        named = self.named
        if named is None:
            return None
        if "year" in said:
            return Day(named.year)
        if said.endswith("week"):
            return week_of(shifted(weekday_before(named, 0) or named, 6, "D") or named, 0)
        if "month" in said:
            return Day(named.year, named.month)
        return named if named.day is not None else None

    def _speaking_day(self) -> Day | None:
        """The day from which "on Friday" is told: that with which the line opens, or the document's own."""
        here = self.chapter is not None and self.chapter[1] == self.line
        return self.chapter[0] if self.chapter is not None and here else self.own

    def _from_own(self, said: str) -> Day | None:
        own = self._speaking_day()
        if own is None or said.endswith("of last year"):
            return Day(own.year - 1) if own is not None else None
        if said in ("today", "right now", "tonight", "this morning", "this afternoon", "this evening"):
            return own
        if said.startswith("yesterday") or said == "last night":
            return shifted(own, -1, "D")
        if said.endswith("weekend"):
            return weekend_before(own)
        back = -1 if said.startswith(("last", "the past", "the previous")) else 0
        unit = said.rsplit(" ", 1)[1][0].upper()
        if unit == "W":
            return week_of(own, back)
        moved = shifted(Day(own.year, own.month), back, unit)
        return Day(moved.year) if moved and unit == "Y" else moved


def _fits(one: Day, other: Day) -> bool:
    return one.year == other.year or one.month == other.month or one.day is None or other.day is None


def _span(first: Day, last: Day) -> Day:
    return Day(first.year, first.month, first.day, Day(last.year, last.month, last.day))
