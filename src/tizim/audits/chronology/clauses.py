"""The days of a text, each with the clause that tells what happened on it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from tizim.audits.checks.dates import HALF_YEAR, spans_of, with_year
from tizim.audits.checks.stages import dated
from tizim.audits.days import Day, is_real, month_of
from tizim.audits.draft import Draft
from tizim.audits.patterns import group, pattern, words
from tizim.documents import Span

# where one clause ends and the next begins, the surest sign first
_SIGNS = (
    re.compile(r",(?= (?:[^\W\d]+ ){1,3}[—–]\s)"),  # "the first on 3 May, the second time — on 6 May"
    re.compile(r"[;:](?=\s)"),
    re.compile(r"\s[—–]\s"),
    re.compile(r", (?:and|but|while|when|whereas|after|before|а|но|и|хотя|когда|ал|әрі|бірақ) "),
    re.compile(r","),
    re.compile(r" (?:and|but|while|after|before|и|а|но|және|ал) "),
)
_OF_PAPER = re.compile(r"(?:\bof|\bdated|\bот|\bfrom)\s+$")
_ATTRIBUTE = re.compile(r"(?:дағы|дегі|тағы|тегі|ғы|гі)\s+[^\W\d]+")
_UNTIL = re.compile(r"(?:\b(?:until|till|by|to|due on|before|до|к|не позднее)\s+)$", re.IGNORECASE)
_CLOSED = re.compile(r"(?: года| г\.| жыл\w*)?\s?[.:–—]")
_WIDE = 40
_UNTIL_AFTER = re.compile(r"\w*(?:ға|ге|қа|ке)? дейін")


@dataclass(frozen=True, slots=True)
class Clause:
    """What a sentence tells of one day, or of a span of days: where, and the days that it may be."""

    at: Span
    sentence: int
    first: date
    last: date
    day: Day
    spanned: bool = False


def clauses(draft: Draft) -> list[Clause]:
    """Every clause that has a day of its own, in the order of the text; made once."""
    return draft.kept("clauses", lambda: list(_clauses(draft, [one for one in draft.days if one.month])))


def clauses_and_years(draft: Draft) -> list[Clause]:
    """The same, those among them of which only the year is told."""
    return draft.kept("clauses and years", lambda: list(_clauses(draft, list(draft.days))))


def _clauses(draft: Draft, dated: list[Day]) -> Iterator[Clause]:
    days = sorted([*dated, *_bare(draft)], key=lambda one: one.start)
    by_sentence: dict[int, list[Day]] = defaultdict(list)
    for day in days:
        by_sentence[draft.sentence_number(day.start)].append(day)
    lead: Clause | None = None
    last: Clause | None = None
    for number, sentence in enumerate(draft.sentences):
        if "\t" in draft.text[sentence.start : sentence.end]:
            continue
        if lead and draft.paragraph(lead.at.start) != draft.paragraph(sentence.start):
            lead = None
        told = list(_of_sentence(draft, number, by_sentence[number])) if number in by_sentence else []
        if told:
            lead = told[0] if _leads(draft, told[0]) else None
        elif last and _same_day(draft, sentence, last):
            told = [replace(last, at=sentence, sentence=number)]
        elif lead:
            told = [replace(lead, at=sentence, sentence=number)]
        last = told[-1] if told else last
        yield from told


def _same_day(draft: Draft, sentence: Span, last: Clause) -> bool:
    """Whether a sentence is told of the day told last, in its paragraph: "The same day …"."""
    together = draft.paragraph(last.at.start) == draft.paragraph(sentence.start)
    opens = pattern(draft.language(sentence.start), "same_day")
    return together and opens.search(draft.text[sentence.start : sentence.end]) is not None


def _of_sentence(draft: Draft, number: int, days: list[Day]) -> Iterator[Clause]:
    """The clauses of a sentence, one for each of its days or spans of days."""
    sentence, runs = draft.sentences[number], _runs(draft, days)
    edges = [sentence.start, *(_edge(draft, one[-1], other[0]) for one, other in pairwise(runs))]
    for run, start, end in zip(runs, edges, [*edges[1:], sentence.end], strict=True):
        known = [one for one in (_reach(draft, day, days) for day in run) if one]
        if len(known) == len(run) and not _ahead(draft, run):
            yield Clause(Span(start, end), number, known[0][0], known[-1][1], run[-1], len(run) > 1)


def _leads(draft: Draft, clause: Clause) -> bool:
    """Whether a paragraph opens with a day, as a line of a chronicle: what follows in it is of that day."""
    start, day = draft.paragraph(clause.at.start).start, clause.day
    opens = re.fullmatch(r"\W*", draft.text[start : day.start]) is not None
    return opens and _CLOSED.match(draft.text, day.end) is not None


def _bare(draft: Draft) -> Iterator[Day]:
    """Months and days told by a word alone: "in December"; of the year or the month told before them."""
    for hit in draft.found("bare_month"):
        language, word = draft.language(hit.start()), group(hit, "month") or ""
        month = month_of(word if language == "en" else word.lower(), language)
        if month and _free(draft, hit):
            yield with_year(draft, Day(*hit.span(), "month", None, month, None, own_year=False))
    for hit in draft.found("bare_day"):
        number = words(draft.language(hit.start()), "day_words").get((group(hit, "day") or "").lower())
        before = [d for d in draft.days_in(Span(draft.paragraph(hit.start()).start, hit.start())) if d.month]
        if number and before and _free(draft, hit):
            day = Day(*hit.span(), "day", before[-1].year, before[-1].month, int(number), own_year=False)
            if is_real(day):
                yield day


def _free(draft: Draft, hit: re.Match[str]) -> bool:
    """Whether no date stands where words for a month or a day stand."""
    near = draft.days_in(Span(max(0, hit.start() - _WIDE), hit.end()))
    return not any(day.start < hit.end() and hit.start() < day.end for day in near)


def _runs(draft: Draft, days: list[Day]) -> list[list[Day]]:
    """The days of a sentence, the two ends of a span together."""
    pairs = {id(one): other for one, other in spans_of(draft, days)}
    ends = {id(other) for other in pairs.values()}
    return [[day, pairs[id(day)]] if id(day) in pairs else [day] for day in days if id(day) not in ends]


def _ahead(draft: Draft, run: list[Day]) -> bool:
    """Whether a day is one until which something lasts: nothing is told to have happened on it."""
    day = run[0]
    before = draft.text[max(0, day.start - 14) : day.start]
    return len(run) == 1 and bool(_UNTIL.search(before) or _UNTIL_AFTER.match(draft.text, day.end))


def _edge(draft: Draft, one: Day, other: Day) -> int:
    """Where the clause of a day ends and that of the next begins."""
    for sign in _SIGNS:
        hit = sign.search(draft.text, one.end, other.start)
        if hit:
            return hit.end()
    kazakh = _ATTRIBUTE.match(draft.text, one.end - 4, other.start)
    if kazakh:
        return kazakh.end()
    if _OF_PAPER.search(draft.text, max(0, one.start - 9), one.start):
        return one.end
    space = draft.text.rfind(" ", one.end, max(one.end, other.start - 1))
    return space + 1 if space > one.end else other.start


def _reach(draft: Draft, day: Day, others: list[Day]) -> tuple[date, date] | None:
    """The first and the last day that a date may mean; None where its year is not known.

    One without a year is of the year of a day behind it in its sentence, where none stands before it.
    """
    if not day.own_year and day.day and not any(one.own_year for one in others if one.start < day.start):
        later = next((one.year for one in others if one.own_year and one.start > day.start), None)
        known = replace(day, year=later)
        near = next((one.first for one in others if one.own_year and one.start > day.start), None)
        if later and near and is_real(known) and known.exact and abs((known.exact - near).days) < HALF_YEAR:
            day = known
    on = day.exact or dated(draft, day)
    if on:
        return on, on
    return (day.first, day.last) if day.first and day.last and not day.day else None
