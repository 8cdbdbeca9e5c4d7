"""Days that do not fit: weekdays, order, spans, "last", formats, years that are missing."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from tizim.audits.checks.heads import YEAR_LINE, headed_year, heading_year
from tizim.audits.days import Day, is_real
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.patterns import words
from tizim.documents import Span

_CLOSE = 24
_SHOWN = 6
HEAD = 80
_ABLATIVE = re.compile(r"-(?:нан|нен|дан|ден|тан|тен|інен|ынан|сінен|сынан),? ")
_YEAR_NEAR, _YEAR_REACH = 350, 6000
_MARK, LINES, HALF_YEAR = 30, 3, 180
JOINED = re.compile(r"(?:,| and| и| және)+ ?(?:and |и |also )?(?:on |в )?")
_SPEECH = '-–—“«"'


def weekdays(draft: Draft) -> Iterator[Finding]:
    """Days of the week that do not fit the date beside them: one mark for each, however often it is told."""
    wrong: dict[tuple[date, int], list[tuple[tuple[int, int], Day]]] = defaultdict(list)
    for number, beside in _with_their_days(draft):
        known = [(day, _may_be_on(draft, day)) for day in beside]
        known = [(day, on) for day, on in known if on]
        if known and not any(one.isoweekday() == number for _, on in known for one in on):
            day, on = known[0]
            wrong[on[0], number].append((_around(draft, day, number), day))
    for (on_day, _), told_of in wrong.items():
        day = told_of[0][1]
        right = words(draft.language(day.start), "weekday_names")[on_day.isoweekday() - 1]
        spans = [span for span, _ in told_of]
        yield draft.finding("weekday", *spans, day=draft.text[day.start : day.end], right=right)


def _with_their_days(draft: Draft) -> Iterator[tuple[int, list[Day]]]:
    """Each day of the week with the dates right beside it."""
    for number in range(1, 8):
        for hit in draft.found("weekday", str(number)):
            sentence = draft.sentence(hit.start())
            near = Span(max(sentence.start, hit.start() - 2 * _CLOSE), min(sentence.end, hit.end() + _CLOSE))
            yield number, [one for one in draft.days_in(near) if _beside(draft, one, hit.start(), hit.end())]


def _around(draft: Draft, day: Day, number: int) -> tuple[int, int]:
    """A date with the day of the week beside it."""
    near = Span(max(0, day.start - _CLOSE), min(len(draft.text), day.end + _CLOSE))
    hits = [
        hit
        for hit in draft.found("weekday", str(number), within=near)
        if _beside(draft, day, hit.start(), hit.end())
    ]
    return min(day.start, hits[0].start()), max(day.end, hits[0].end())


def _may_be_on(draft: Draft, day: Day) -> list[date]:
    """The day; one without a year in each year that stands before it with a month, the nearest first."""
    if day.exact and day.own_year:
        return [day.exact]
    before = draft.days_in(Span(max(0, day.start - _YEAR_REACH), day.start))
    headed = heading_year(draft, day.start)
    if headed and day.month and day.day and is_real(replace(day, year=headed)):
        return [date(headed, day.month, day.day)]
    years = dict.fromkeys(one.year for one in reversed(before) if one.own_year and one.month and one.year)
    near = draft.days_in(Span(draft.paragraph(day.start).start, day.start))
    own = next((one.year for one in reversed(near) if one.own_year and one.month and one.year), None)
    found = [replace(day, year=year) for year in ([own] if own else years) if day.month and day.day]
    return [one.exact for one in found if is_real(one) and one.exact]


def _beside(draft: Draft, day: Day, start: int, end: int) -> bool:
    between = draft.text[end : day.start] if end <= day.start else draft.text[day.end : start]
    return len(re.sub(r"^ ?(?:года|г\.|жылы)", "", between).strip(" ,(")) <= 2


def with_year(draft: Draft, day: Day) -> Day:
    """The day; one without a year is of the year told last before it, or of the first told after it."""
    if day.year or not day.month:
        return day
    headed = heading_year(draft, day.start) or headed_year(draft, day)
    if headed:
        return replace(day, year=headed)
    before = draft.days_in(Span(max(0, day.start - _YEAR_REACH), day.start))
    year = next((d.year for d in reversed(before) if d.own_year and d.year and d.month), None)
    year = year or next((d.year for d in draft.days if d.own_year and d.year and d.month), None)
    return replace(day, year=year) if year else day


def order(draft: Draft) -> Iterator[Finding]:
    """An end before its beginning; a hearing that goes on before the day to which it was put off."""
    yield from _turned_round(draft)
    for sentence in draft.sentences:
        days = [d for d in draft.days_in(sentence) if d.exact]
        dated = [d for d in (with_year(draft, one) for one in draft.days_in(sentence)) if d.exact]
        if len(dated) > 1:
            yield from _begun_and_ended(draft, sentence, dated)
        if len(days) > 1:
            yield from _put_off(draft, sentence, days)
            yield from _from_to(draft, days)


def chronicles(draft: Draft) -> Iterator[Finding]:
    """A line of a chronology that stands out of order: all lines but one go one way."""
    run: list[Day] = []
    year, aside = None, 0
    for at in [*draft.paragraphs, None]:
        headed = YEAR_LINE.fullmatch(draft.text, at.start, at.end) if at else None
        year = int(headed.group(1)) if headed else year
        day = _opening_day(draft, at, year) if at else None
        aside = 0 if day or headed else aside + 1
        run += [day] if day else []
        if at is None or aside > 1:
            yield from out_of_order(draft, run)
            run, year = [], year if aside < LINES else None


def _opening_day(draft: Draft, at: Span, year: int | None) -> Day | None:
    """The exact day with which a line begins, a colon, dash or stop behind it; ``year`` of its heading."""
    days = draft.days_in(Span(at.start, min(at.end, at.start + _MARK)))
    day = days[0] if days else None
    if day and day.day and not day.own_year and year:
        day = replace(day, year=year, own_year=True)
    day = day if day and day.own_year and is_real(day) and day.exact else None
    opens = day is not None and re.fullmatch(r"[\W\d]{0,4}", draft.text[at.start : day.start])
    if day and opens and draft.text[at.start] in "—–-•*":
        return day  # an item of a list, whatever stands behind its day
    return day if day and opens and re.match(r" ?(?:года|г\.)?\s?[:–—.-]", draft.text[day.end :]) else None


def out_of_order(draft: Draft, run: list[Day]) -> Iterator[Finding]:
    """The one day of a run that is before the day that stands before it, where all others go on."""
    days = [day.exact for day in run if day.exact]
    back = [n for n, (one, other) in enumerate(pairwise(days)) if other < one]
    if len(days) >= LINES and len(back) == 1 and days[0] < days[-1]:
        one, other = run[back[0]], run[back[0] + 1]
        yield told(draft, "date_order", other, one, (other.start, other.end))


def _turned_round(draft: Draft) -> Iterator[Finding]:
    """Acts of one case against their order, in one sentence or two: freed before being taken."""
    for matter in ("freed", "sentenced", "died", "appealed"):
        for hit in draft.found("order", matter, "then"):
            reach = draft.around(hit.start(), before=1)
            days = [d for d in draft.days_in(reach) if d.month and d.first]
            before = [
                one for one in draft.found("order", matter, "first", within=reach) if one.end() <= hit.start()
            ]
            if (
                len(days) < 2
                or not before
                or draft.says("earlier", within=reach)
                or _two_people(draft, reach)
            ):
                continue
            first = _nearest(days, before[-1].span())
            last = _nearest([day for day in days if day is not first], hit.span())
            if first.start < last.start and _surely_before(last, first):
                span = (min(hit.start(), last.start), max(hit.end(), last.end))
                yield told(draft, "date_order", last, first, span)


def _surely_before(one: Day, other: Day) -> bool:
    """Whether every day that the one may mean is before every day that the other may mean."""
    return one.last is not None and other.first is not None and one.last < other.first


def _two_people(draft: Draft, reach: Span) -> bool:
    """Whether more than one person is named: then the acts may be of two."""
    return len({m.person for m in draft.mentions_in(reach)}) > 1


def exactly_before(one: Day, other: Day) -> bool:
    """Whether both are exact days, and the one is the earlier."""
    return one.exact is not None and other.exact is not None and one.exact < other.exact


def _begun_and_ended(draft: Draft, sentence: Span, days: list[Day]) -> Iterator[Finding]:
    begins, ends = draft.found("begin", within=sentence), draft.found("end", within=sentence)
    if not begins or not ends or begins[0].start() > ends[0].start():
        return
    first = _nearest(days, begins[0].span())
    last = _nearest([day for day in days if day is not first], ends[0].span())
    gap = (first.exact - last.exact).days if first.exact and last.exact else 0
    if gap > 0 and (gap < HALF_YEAR or (first.own_year and last.own_year)):
        span = (min(ends[0].start(), last.start), max(ends[0].end(), last.end))
        yield told(draft, "date_order", last, first, span)


def _put_off(draft: Draft, sentence: Span, days: list[Day]) -> Iterator[Finding]:
    for hit in draft.found("adjourned", within=sentence):
        beside = (d for d in days if 0 <= d.start - hit.end() <= 3 or 0 <= hit.start() - d.end <= 3)
        until = next(beside, None)
        after = [d for d in days if until and d.start > until.end]
        resumed = bool(until) and draft.says("resumed", within=Span(hit.end(), sentence.end))
        if until and resumed and after and exactly_before(after[0], until):
            yield told(draft, "date_order", after[0], until, (after[0].start, after[0].end))


def _from_to(draft: Draft, days: list[Day]) -> Iterator[Finding]:
    for one, other in spans_of(draft, days):
        if one.exact and other.exact and other.exact < one.exact:
            yield told(draft, "date_order", other, one, (other.start, other.end))


def spans_of(draft: Draft, days: list[Day]) -> Iterator[tuple[Day, Day]]:
    """The pairs "from … to …" among days of one sentence."""
    for one, other in pairwise(days):
        before, between = draft.text[max(0, one.start - 12) : one.start], draft.text[one.end : other.start]
        if draft.language(one.start) == "kk":
            ablative = draft.text[one.start : one.end].endswith(("нан", "нен", "дан", "ден", "тан", "тен"))
            if (ablative and not between.strip(" ,")) or _ABLATIVE.fullmatch(between):
                yield one, other
        elif _word(draft, "from", before, last=True) and _word(draft, "to", between, last=False):
            yield one, other


def _word(draft: Draft, key: str, text: str, *, last: bool) -> bool:
    """Whether nothing but one of these words stands in the text (or, ``last``, at its end)."""
    found = text.lower().split()
    known = {form for language in ("en", "ru") for form in words(language, key)}
    return bool(found) and found[-1] in known and (last or len(found) <= 2)


def _nearest(days: list[Day], span: tuple[int, int]) -> Day:
    return min(days, key=lambda d: min(abs(d.start - span[1]), abs(span[0] - d.end)))


def told(draft: Draft, kind: str, later: Day, earlier: Day, span: tuple[int, int]) -> Finding:
    """A finding of two days whose order is wrong, at a place."""
    shown = {"later": draft.text[later.start : later.end], "earlier": draft.text[earlier.start : earlier.end]}
    return draft.finding(kind, span, (earlier.start, earlier.end), **shown)


def outside(draft: Draft) -> Iterator[Finding]:
    """An event that the text puts into a named period, dated outside the days it gives for the period."""
    for name, one, other in _named_periods(draft):
        first, last = one.first, other.last
        if first is None or last is None or last < first:
            continue
        for hit in draft.found("periods"):
            if _one_period(hit.group(), name) and _within_said(draft, hit.start()):
                yield from _dated_outside(draft, hit.start(), (one, other), (first, last))


def _one_period(written: str, name: str) -> bool:
    return written.lower()[-12:][:6] == name.lower()[-12:][:6] or written.lower()[:6] == name.lower()[:6]


def _named_periods(draft: Draft) -> Iterator[tuple[str, Day, Day]]:
    for hit in draft.found("periods"):
        sentence = draft.sentence(hit.start())
        days = draft.days_in(sentence)
        for one, other in spans_of(draft, days):
            if min(abs(one.start - hit.end()), abs(hit.start() - other.end)) < 110:
                yield hit.group(), one, other


def _within_said(draft: Draft, at: int) -> bool:
    sentence = draft.sentence(at)
    near = Span(max(sentence.start, at - 48), min(sentence.end, at + 60))
    return draft.says("during", within=near)


def _dated_outside(
    draft: Draft, at: int, days: tuple[Day, Day], limits: tuple[date, date]
) -> Iterator[Finding]:
    sentence = draft.sentence(at)
    done = [hit for hit in draft.found("done", within=sentence) if hit.start() > at or hit.end() < at]
    if not done:
        return
    reach = draft.around(at, after=4)
    for day in draft.days:
        if not sentence.start <= day.start < reach.end or day in days or day.exact is None:
            continue
        own = draft.sentence(day.start)
        acts = draft.found("done", within=own)
        if (
            acts
            and not limits[0] <= day.exact <= limits[1]
            and (own == sentence or _one_matter(draft, sentence, own))
        ):
            span = f"{limits[0].isoformat()} – {limits[1].isoformat()}"
            places = (
                (at, done[0].end()) if at < done[0].end() else (done[0].start(), at),
                (day.start, day.end),
                (days[0].start, days[1].end),
            )
            yield draft.finding("outside_span", *places, day=draft.text[day.start : day.end], span=span)
            return


def _one_matter(draft: Draft, one: Span, other: Span) -> bool:
    """Whether two sentences share a long word that is no common one."""

    def long_words(at: Span) -> set[str]:
        language = draft.language(at.start)
        stop = set(words(language, "stop"))
        found = (
            draft.text[at.start : at.end]
            .lower()
            .replace(",", " ")
            .replace(".", " ")
            .replace(":", " ")
            .split()
        )
        return {word[:5] for word in found if len(word) > 2 and word not in stop and word.isalpha()}

    return bool(long_words(one) & long_words(other))


def formats(draft: Draft) -> Iterator[Finding]:
    """Full dates written in several formats."""
    by_form: dict[tuple[str, str], list[Day]] = defaultdict(list)
    for day in draft.days:
        if day.day and (day.own_year or day.form == "d-th month y"):
            numeric = day.form in ("d.m.y", "d/m/y", "y-m-d")
            by_form["" if numeric else draft.language(day.start), day.form].append(day)
    shown = [days[0] for days in by_form.values()]
    if len(shown) > len({language for language, _ in by_form if language}) and len(shown) > 1:
        spans = [(d.start, d.end) for d in sorted(shown, key=lambda d: d.start)]
        forms = listed([draft.text[slice(*span)] for span in spans])
        yield draft.finding("date_formats", *spans, number=len(shown), forms=forms)


def without_year(draft: Draft) -> Iterator[Finding]:
    """Days of a month without a year, and a text that does not say when it was written.

    Where the day of the text is known, such days can be resolved, and nothing is said.
    """
    if draft.date is not None or _own_date(draft) or _own_month(draft):
        return
    bare = [
        (day.start, day.end)
        for day in draft.days
        if day.day and day.year is None and not _year_told(draft, day)
    ]
    if bare:
        yield draft.finding("no_year", *bare, forms=_some(draft, bare))
    needing = sorted([*bare, *(hit.span() for hit in draft.found("relative"))])
    if needing:
        first = draft.paragraphs[0]
        yield draft.finding("no_date", (first.start, first.end), *needing, forms=_some(draft, needing))


def _year_told(draft: Draft, day: Day) -> bool:
    """Whether a year stands with a day or month a little before: the reader goes on in that year."""
    return any(
        one.end < day.start and one.own_year and one.year and one.month
        for one in draft.days_in(Span(day.start - _YEAR_NEAR, day.start))
    )


def _some(draft: Draft, spans: list[tuple[int, int]]) -> str:
    return listed([draft.text[slice(*span)] for span in spans[:_SHOWN]])


def _own_date(draft: Draft) -> bool:
    """Whether one of the first or last lines is short, no sentence and no speech, and holds a full date."""
    lines = [*draft.paragraphs[:3], *draft.paragraphs[-2:]]
    heads = [
        line for line in lines
        if line.end - line.start < HEAD and draft.text[line.start] not in _SPEECH
        and draft.text[line.end - 1] not in ".?!"
    ]  # fmt: skip
    return any(line.start <= day.start < line.end for line in heads for day in draft.days if day.exact)


def _own_month(draft: Draft) -> bool:
    """Whether the first line is short, no sentence, and says of which month of which year the text tells."""
    if not draft.paragraphs:
        return False
    first = draft.paragraphs[0]
    short = first.end - first.start < HEAD and draft.text[first.end - 1] not in ".?!"
    return short and any(day.start < first.end and day.month and day.year for day in draft.days)


def relative(draft: Draft) -> Iterator[Finding]:
    """ "Last month" in a text without a day of its own, and "the next day" where no day stands before it."""
    loose = [hit.span() for hit in draft.found("relative")]
    if draft.date is not None or _own_date(draft):
        loose = []
    for hit in draft.found("next_day"):
        near = Span(draft.paragraph(hit.start()).start, draft.sentence(hit.start()).end)
        if not any(near.start <= day.start < near.end and day.day for day in draft.days):
            loose.append(hit.span())
    if loose:
        yield draft.finding("relative_date", *sorted(loose), words=_some(draft, sorted(loose)))
