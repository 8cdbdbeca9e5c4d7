"""Lengths of time between two days told apart, days that no calendar has, those who are left of some."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from tizim.audits.checks.stages import dated
from tizim.audits.counts import Count
from tizim.audits.days import Day, no_days
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.lengths import Length
from tizim.audits.numerals import Numeral, numerals_in, value_of
from tizim.audits.patterns import group
from tizim.documents import Span
from tizim.reading import is_given

_SLACK = {"hour": 1, "day": 1, "week": 2, "month": 3, "year": 5}
_MONTHS = {"month": 1, "year": 12}
_NEAR = 40
_STATED = 120
_FEW = 12


def no_such_days(draft: Draft) -> Iterator[Finding]:
    """Days that no calendar has: 31 September."""
    for at, language in draft.blocks():
        for start, end in no_days(draft.text, at, language):
            yield draft.finding("no_such_day", (start, end), day=draft.text[start:end])


def begun_and_over(draft: Draft) -> Iterator[Finding]:
    """Taken on a day and freed on another, begun and over: the length told between them beside the days."""
    for first, then in ((("order", "freed", "first"), ("order", "freed", "then")), (("begin",), ("end",))):
        for hit in draft.found(*then):
            for before in (0, 1):
                reach = draft.around(hit.start(), before=before)
                lengths, days = _told(draft, reach), _dated(draft, reach)
                if draft.says(*first, within=reach) and len(lengths) == 1 and len(days) == 2:
                    if len({m.person for m in draft.mentions_in(reach)}) < 2:
                        yield from _between(draft, lengths[0], days)
                    break


def _told(draft: Draft, reach: Span) -> list[Length]:
    """The lengths of a stretch; years only where nothing shorter is told: they may be an age."""
    found = draft.lengths_in(reach)
    return [one for one in found if one.unit != "year"] or found


def _dated(draft: Draft, reach: Span) -> list[Day]:
    """The days of a stretch, each once; one without a year is of the year told before it in the paragraph."""
    found: dict[date, Day] = {}
    for day in draft.days:
        if not reach.start <= day.start < reach.end or not day.day:
            continue
        at = draft.paragraph(day.start).start
        years = [one.year for one in draft.days if at <= one.start < day.start and one.year and one.month]
        told = replace(day, year=day.year or next(reversed(years), None))
        told = told if told.year else _with_years(draft, [day])[0]
        if told.exact:
            found.setdefault(told.exact, told)
    told_days = list(found.values())
    opens = len(told_days) > 2 and told_days[0].start == draft.paragraph(told_days[0].start).start
    return told_days[1:] if opens else told_days  # the day with which a line of a chronicle begins


def _between(draft: Draft, length: Length, days: list[Day]) -> Iterator[Finding]:
    first, last = sorted(one.exact for one in days if one.exact)
    between = (last - first).days
    slack = (
        _SLACK[length.unit] + (13 if length.unit == "month" else 0) + (180 if length.unit == "year" else 0)
    )
    if between and abs(length.in_days - between) > slack:
        spans = ((length.start, length.end), *((one.start, one.end) for one in days))
        yield draft.finding(
            "duration_dates", *spans, length=draft.text[length.start : length.end], days=between
        )


def until(draft: Draft) -> Iterator[Finding]:
    """ "For two months, until 17 June": no day before it in the paragraph is two months earlier."""
    for length in draft.lengths:
        if length.unit not in ("week", "month", "year") or length.value != int(length.value):
            continue
        sentence = draft.sentence(length.start)
        near = Span(length.end, min(sentence.end, length.end + _NEAR))
        after = [d for d in _with_years(draft, draft.days_in(near)) if d.exact]
        if not after or not draft.says("until", within=Span(length.end, min(sentence.end, after[0].end + 8))):
            continue
        end, start = after[0], draft.paragraph(length.start).start
        told = _with_years(draft, draft.days_in(Span(start, sentence.end)))
        before = [d for d in told if d.exact and d.start != end.start]
        before = before or _begun_before(draft, length, end)
        if (
            before
            and end.exact
            and not any(_fits(one.exact, length, end.exact) for one in before if one.exact)
        ):
            last = before[-1]
            assert last.exact
            spans = ((length.start, end.end), (last.start, last.end))
            days = (end.exact - last.exact).days
            yield draft.finding(
                "duration_dates", *spans, length=draft.text[length.start : length.end], days=days
            )


def _with_years(draft: Draft, days: list[Day]) -> list[Day]:
    """The days, those without a year with that told last before them, or that of the text."""
    return [
        replace(d, year=d.year or (on.year if d.month and (on := dated(draft, d)) else None)) for d in days
    ]


def _begun_before(draft: Draft, length: Length, end: Day) -> list[Day]:
    """The days of a section before a paragraph that tells none, where both speak of one detention."""
    at = Span(draft.section(length.start).start, draft.paragraph(length.start).start)
    held = [hit for stage in ("held", "remanded") for hit in draft.found("case_stages", stage, within=at)]
    named = draft.says("ordered_until", within=draft.sentence(length.start))
    days = _with_years(draft, draft.days_in(at))
    return [d for d in days if d.exact and end.exact and d.exact < end.exact] if held and named else []


def _fits(first: date, length: Length, last: date) -> bool:
    """Whether the day so long after the first is the last, or near it."""
    slack = _SLACK[length.unit]
    return abs((_later(first, length) - last).days) <= slack


def _later(day: date, length: Length) -> date:
    if length.unit not in _MONTHS:
        return day + timedelta(days=length.in_days)
    months = day.month - 1 + int(length.value) * _MONTHS[length.unit]
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def left_over(draft: Draft) -> Iterator[Finding]:
    """ "The remaining four" of seventeen of whom fourteen were freed."""
    for hit in draft.found("left_over"):
        said = value_of(group(hit, "count") or "0", draft.language(hit.start()))
        reach = Span(draft.around(hit.start(), before=2).start, hit.start())
        counts = [one for one in draft.counts_in(reach) if _of_people(one)]
        parts = [one for one in counts if draft.around(hit.start(), before=1).start <= one.start]
        if said is None or said < 1 or len(counts) < 2 or not parts:
            continue
        part, whole = parts[-1], max(counts, key=lambda one: one.value)
        sums = {one.value - other.value for one in counts for other in counts if other.start != one.start}
        if (
            whole.start < part.start
            and whole.exact
            and part.exact
            and int(said) not in sums
            and part.value < whole.value
        ):
            spans = (hit.span(), (whole.start, whole.end), (part.start, part.end))
            left = whole.value - part.value
            yield draft.finding(
                "others_count", *spans, whole=whole.value, named=part.value, left=left, said=int(said)
            )


def _of_people(one: Count) -> bool:
    return (one.unit not in ("time", "money", "places") or one.of_them) and one.value > 1


def one_kept_unnamed(draft: Draft) -> Iterator[Finding]:
    """One who asked not to be named among so many of whom the paragraph names all, or all but one."""
    for hit in draft.found("unnamed"):
        at = draft.paragraph(hit.start())
        named = len({m.person for m in draft.mentions_in(at)})
        for count in draft.counts:
            if not at.start <= count.start < at.end or not count.exact or not 2 < count.value <= _FEW:
                continue
            asked = draft.says("interviewed", within=draft.sentence(count.start))
            if asked and count.unit in ("persons", None) and named in (count.value, count.value - 1):
                spans = (hit.span(), (count.start, count.end))
                yield draft.finding("identified_by_elimination", *spans, number=count.value)


def earlier_than_founded(draft: Draft) -> Iterator[Finding]:
    """What a body did for the first time, in a year before that of its founding, in the next sentence."""
    for hit in draft.found("founded"):
        sentence = draft.sentence(hit.start())
        founded = next((d for d in draft.days_in(sentence) if d.first), None)
        after = draft.around(hit.start(), after=1)
        for day in draft.days:
            if day.last is None or founded is None or founded.first is None:
                continue
            said = sentence.end <= day.start < after.end and day.last < founded.first
            if said and draft.says("first_of_all", within=Span(sentence.end, after.end)):
                spans = ((day.start, day.end), (founded.start, founded.end))
                forms = ", ".join(f"“{draft.text[d.start : d.end]}”" for d in (founded, day))
                yield draft.finding("before_founding", *spans, forms=forms)


def above_maximum(draft: Draft) -> Iterator[Finding]:
    """A term and, in the same sentence, a lower maximum of its article."""
    for hit in draft.found("maximum"):
        sentence = draft.sentence(hit.start())
        terms = [one for one in draft.lengths_in(sentence) if one.unit != "hour"]
        after = [one for one in terms if 0 <= one.start - hit.start() < 90]
        given = [
            one for one in terms if after and one.in_days > after[0].in_days + 1 and one not in after[:1]
        ]
        sentenced = draft.says("sentenced", within=sentence)
        if given and sentenced and draft.says("article_named", within=sentence):
            spans = ((given[-1].start, given[-1].end), (hit.start(), after[0].end))
            shown = [draft.text[one.start : one.end] for one in (given[-1], after[0])]
            yield draft.finding("maximum_exceeded", *spans, given=shown[0], most=shown[1])


def above_heaviest(draft: Draft) -> Iterator[Finding]:
    """A penalty of hours, days or months above the heaviest that the paragraph says the law allows."""
    for hit in draft.found("maximum"):
        sentence, paragraph = draft.sentence(hit.start()), draft.paragraph(hit.start())
        stated = [one for one in draft.lengths_in(sentence) if 0 <= one.start - hit.start() < _STATED]
        for one in draft.lengths_in(paragraph) if stated else ():
            if sentence.start <= one.start < sentence.end:
                continue
            most, said = stated[0], draft.sentence(one.start)
            over = one.unit == most.unit and _with_rest(draft, one) > most.in_days + 1
            over = over and not _other_parts(draft, sentence, said)
            if over and draft.says("sentenced", within=said) and not draft.says("maximum", within=said):
                spans = ((one.start, one.end), (hit.start(), most.end))
                shown = [draft.text[each.start : each.end] for each in (one, most)]
                yield draft.finding("maximum_exceeded", *spans, given=shown[0], most=shown[1])


def _other_parts(draft: Draft, one: Span, other: Span) -> bool:
    """Whether two sentences name parts of an article, and none that is of both."""
    left, right = (
        {group(hit, "number") for hit in draft.found("part_of_article", within=at)} for at in (one, other)
    )
    return bool(left and right) and not left & right


def _with_rest(draft: Draft, one: Length) -> float:
    """A length in days, with the smaller one right behind it: three years six months."""
    rest = next((o for o in draft.lengths if 0 <= o.start - one.end <= 5 and o.in_days < one.in_days), None)
    return one.in_days + (rest.in_days if rest else 0)


def two_names_run(draft: Draft) -> Iterator[Finding]:
    """Two given names with their surnames and no comma between them."""
    for hit in _FOUR.finditer(draft.text):
        one, _, three, four = hit.groups()
        if is_given(one) and is_given(three) and not is_given(four):
            yield draft.finding("missing_comma", hit.span(), words=f"“{hit.group()}”")


def parts_over(draft: Draft) -> Iterator[Finding]:
    """ "26 workers, of whom 15 are held and 12 sought": two or three parts that make more than the whole."""
    for hit in draft.found("of_them"):
        sentence = draft.sentence(hit.start())
        reach = draft.around(hit.start(), before=int(hit.start() - sentence.start < _OPENS))
        first = _number_before(draft, hit.start())
        wholes = [one for one in draft.counts_in(Span(reach.start, first)) if one.end <= first and one.exact]
        stop = _STOP.search(draft.text, hit.end(), sentence.end)
        end = stop.start() if stop else sentence.end
        parts = _plain_numbers(draft, Span(first, end))
        whole = wholes[-1] if wholes and wholes[-1].value >= _WHOLE else None
        if whole is None or not 2 <= len(parts) <= 3 or whole.unit in ("money", "time"):
            continue
        total = sum(int(one.value) for one in parts)
        if whole.value < total <= 2 * whole.value and all(one.value < whole.value for one in parts):
            shown = " + ".join(str(int(one.value)) for one in parts)
            spans = ((parts[0].start, parts[-1].end), (whole.start, whole.end))
            yield draft.finding("sum", *spans, whole=whole.value, parts=f"{shown} = {total}")


def _number_before(draft: Draft, at: int) -> int:
    """Where the number right before "of them" begins: "ten of them"; the place itself where none is."""
    near = numerals_in(draft.text, max(0, at - 14), at, draft.language(at))
    return near[-1].start if near and not draft.text[near[-1].end : at].strip() else at


def _plain_numbers(draft: Draft, at: Span) -> list[Numeral]:
    """The whole numbers of a stretch; nothing where a day, a length, an age or an article stands in it."""
    disturbed = draft.days_in(at) or draft.lengths_in(at)
    if disturbed or draft.says("article_named", within=at) or draft.says("age", within=at):
        return []
    found = numerals_in(draft.text, at.start, at.end, draft.language(at.start))
    return [one for one in found if one.whole and one.value > 1]


_OPENS, _WHOLE = 12, 4
_STOP = re.compile(r"[;:(]")
_NAME = r"([A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][a-zа-яёәғқңөұүһі’'-]+)"
_FOUR = re.compile(rf"(?<!\w){_NAME} {_NAME} {_NAME} {_NAME}(?!\w)(?! [A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][a-zа-яё])")
