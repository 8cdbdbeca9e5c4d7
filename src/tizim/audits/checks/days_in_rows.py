"""Papers older than themselves or than what they answer; a row of days with one out of order."""

from collections.abc import Iterator

from tizim.audits.checks.dates import HALF_YEAR, HEAD, JOINED, LINES, out_of_order, told, with_year
from tizim.audits.days import Day
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.documents import Span

_CLOSE = 24


def answers(draft: Draft) -> Iterator[Finding]:
    """ "The answer, dated 30 May, to the complaint of 3 June": an answer older than what it answers."""
    for hit in draft.found("answer_dated"):
        sentence = draft.sentence(hit.start())
        after = [with_year(draft, d) for d in draft.days_in(Span(hit.end(), sentence.end)) if d.day]
        asked = [one for one in draft.found("dated_paper", within=sentence) if one.start() > hit.end()]
        if len(after) < 2 or not asked or after[0].start - hit.end() > _CLOSE:
            continue
        paper = next((d for d in after[1:] if 0 <= d.start - asked[0].end() <= _CLOSE), None)
        if paper and _day_before(after[0], paper):
            yield told(draft, "date_order", after[0], paper, (hit.start(), after[0].end))


def rows_of_days(draft: Draft) -> Iterator[Finding]:
    """ "On 7 April, on 3 March, on 8 July and on 6 October": one day of a row out of order."""
    for sentence in draft.sentences:
        for run in _runs(draft, [with_year(draft, one) for one in draft.days_in(sentence)]):
            whole = [one for one in run if one.exact]
            if len(whole) > LINES and len({one.year for one in whole}) == 1:
                yield from out_of_order(draft, whole)


def _runs(draft: Draft, days: list[Day]) -> Iterator[list[Day]]:
    """The runs of days of a month that nothing but commas and "and" set apart."""
    run: list[Day] = []
    for day in days:
        if run and not JOINED.fullmatch(draft.text, run[-1].end, day.start):
            yield run
            run = []
        run = [*run, day] if day.day else []
    yield run


def papers(draft: Draft) -> Iterator[Finding]:
    """ "Our letter of 2 September was received on 28 August": a paper that came before it was written."""
    for hit in draft.found("dated_paper"):
        sentence = draft.sentence(hit.start())
        days = [with_year(draft, d) for d in draft.days_in(Span(hit.start(), sentence.end))]
        came = draft.found("came_in", within=Span(hit.end(), sentence.end))
        written = next((d for d in days if d.start - hit.end() <= _CLOSE), None)
        if not came or written is None or written.start > came[0].start():
            continue
        got = next((d for d in days if d.start > written.start and abs(d.start - came[0].end()) < HEAD), None)
        if got and got.day and _day_before(got, written):
            yield told(draft, "date_order", got, written, (min(came[0].start(), got.start), got.end))


def _day_before(one: Day, other: Day) -> bool:
    """Whether the one day is before the other; without a year, in whatever year both are."""
    if one.exact and other.exact:
        return one.exact < other.exact and (other.exact - one.exact).days < HALF_YEAR
    same = one.month and one.day and other.month and other.day and not (one.own_year and other.own_year)
    gap = ((other.month or 0) - (one.month or 0)) * 30 + (other.day or 0) - (one.day or 0)
    return bool(same) and 0 < gap < HALF_YEAR
