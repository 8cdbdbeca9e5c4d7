"""The last, the first, none since: what a text says to be so and tells otherwise elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tizim.audits.checks.dates import exactly_before, spans_of, told, with_year
from tizim.audits.days import Day, month_of
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.patterns import LOWER, UPPER, words
from tizim.documents import Span

_AT_ONCE = 44


def last_ones(draft: Draft) -> Iterator[Finding]:
    """ "The last detentions were in May" where a later one is told."""
    for hit in draft.found("last"):
        sentence = draft.sentence(hit.start())
        clause = _clause(draft, hit.end(), sentence)
        own = [with_year(draft, d) for d in draft.days_in(Span(hit.end(), clause.end))]
        own = [d for d in own if d.last] or _of_line(draft, sentence, hit)
        lately = draft.says("last_time", within=Span(*hit.span()))
        act = next(iter(_acts_in(draft, sentence) if lately else _acts_after(draft, hit.end())), None)
        at_once = (
            bool(own)
            and own[0].start - hit.end() < _AT_ONCE
            and not draft.says("earlier_than", within=clause)
        )
        said = lately or at_once or draft.says("recorded", within=Span(hit.end(), clause.end))
        noun = None if act else _noun_after(draft, hit.end())
        if not own or not (act or noun) or not said:
            continue
        latest = max(d.last for d in own if d.last)
        later = _later(draft, act, latest, clause, noun=noun)
        if later:
            shown = [draft.text[d.start : d.end] for d in (own[-1], *later)]
            spans = ((hit.start(), own[-1].end), *((d.start, d.end) for d in later))
            yield draft.finding("last_contradicted", *spans, forms=listed(shown))


def _of_line(draft: Draft, sentence: Span, hit: re.Match[str]) -> list[Day]:
    """The day with which the paragraph of a sentence without a day begins: a line of a chronicle."""
    at = draft.paragraph(sentence.start)
    first = [with_year(draft, d) for d in draft.days_in(Span(at.start, min(at.end, at.start + 3)))]
    known = (
        first and first[0].last and not draft.days_in(sentence) and draft.says("was_last", within=sentence)
    )
    return [replace(first[0], start=hit.end(), end=hit.end())] if known else []


def _clause(draft: Draft, at: int, sentence: Span) -> Span:
    """What is left of a sentence up to its semicolon."""
    stop = draft.text.find(";", at, sentence.end)
    return Span(sentence.start, stop if stop > 0 else sentence.end)


def none_since(draft: Draft) -> Iterator[Finding]:
    """ "Since 3 March nobody has been detained" where a later detention is told, of the same place."""
    for hit in draft.found("nobody"):
        sentence = draft.sentence(hit.start())
        days = [with_year(draft, d) for d in draft.days_in(sentence)] or _month_alone(draft, sentence)
        since = draft.says("since_then", within=sentence)
        act = next(iter(_acts_in(draft, sentence)), None)
        if not since or act is None or len(days) != 1 or days[0].last is None:
            continue
        later = [d for d in _later(draft, act, days[0].last, sentence) if _one_place(draft, sentence, d)]
        if later:
            shown = [draft.text[d.start : d.end] for d in (days[0], *later)]
            spans = ((days[0].start, days[0].end), *((d.start, d.end) for d in later))
            yield draft.finding("last_contradicted", *spans, forms=listed(shown))


def _month_alone(draft: Draft, at: Span) -> list[Day]:
    """The one month that a sentence names without a day or a year: of the year told last before it."""
    language = draft.language(at.start)
    found = []
    for hit in re.finditer(r"[^\W\d_]{3,}", draft.text[at.start : at.end]):
        month = month_of(hit.group() if language == "en" else hit.group().lower(), language)
        if month:
            place = (at.start + hit.start(), at.start + hit.end())
            found.append(with_year(draft, Day(*place, "month", None, month, None, own_year=False)))
    return found if len(found) == 1 else []


def _one_place(draft: Draft, one: Span, day: Day) -> bool:
    """Whether the sentence of a day names one of the capitalised words of another, where that has any."""
    stem = re.compile(rf"[{UPPER}][{LOWER}]{{2,}}")
    names = {hit.group()[:4] for hit in stem.finditer(draft.text, one.start + 1, one.end)}
    at = draft.sentence(day.start)
    other = {hit.group()[:4] for hit in stem.finditer(draft.text, at.start, at.end)}
    months = {draft.text[d.start : d.end].split()[-1][:4] for d in draft.days_in(one)}
    if not names - months:  # said of no place: of all of which the section tells
        return draft.section(one.start) == draft.section(day.start)
    return bool(names - months & other)


def first_ones(draft: Draft) -> Iterator[Finding]:
    """ "The first arrest was on 3 March" where one on an earlier day is told in the paragraph."""
    for hit in draft.found("first_one"):
        sentence = draft.sentence(hit.start())
        act = next(iter(_acts_after(draft, hit.end())), None)
        own = [with_year(draft, d) for d in draft.days_in(Span(hit.end(), sentence.end)) if d.day]
        if act is None or len(own) != 1 or own[0].exact is None:
            continue
        for written in draft.days_in(draft.paragraph(hit.start())):
            at, day = draft.sentence(written.start), with_year(draft, written)
            said = at != sentence and draft.says("last_stems", act, within=at)
            if said and not draft.says("earlier_case", within=at) and exactly_before(day, own[0]):
                yield told(draft, "date_order", day, own[0], (day.start, day.end))


def _acts_in(draft: Draft, at: Span) -> list[str]:
    """The families of acts of which a sentence speaks."""
    stems = words(draft.language(at.start), "last_stems")
    return [stem for stem in stems if draft.says("last_stems", stem, within=at)]


def _acts_after(draft: Draft, at: int) -> list[str]:
    """The family of acts of the word that follows "last"."""
    near = Span(at, min(len(draft.text), at + 34))
    language = draft.language(at)
    return [stem for stem in words(language, "last_stems") if draft.says("last_stems", stem, within=near)]


def _noun_after(draft: Draft, at: int) -> str | None:
    """The stem of the long word right behind "last"; None where it is a word of time."""
    word = re.compile(r"\s+([^\W\d_]{5,})").match(draft.text, at)
    time = word and draft.says("last_of_time", within=Span(word.start(1), word.end(1)))
    return word.group(1)[:6] if word and not time and word.group(1)[0].islower() else None


def _says_act(draft: Draft, act: str | None, noun: str | None, at: Span) -> bool:
    """Whether a sentence tells the act, or has the noun."""
    if act:
        return draft.says("last_stems", act, within=at)
    return noun is not None and re.search(rf"\b{noun}", draft.text[at.start : at.end].lower()) is not None


def _later(draft: Draft, act: str | None, latest: date, own: Span, *, noun: str | None = None) -> list[Day]:
    found = []
    whole = draft.sentence(own.start)
    for day in draft.kept("days apart", lambda: _apart(draft)):
        if day.first is None or day.first <= latest:
            continue
        at = draft.sentence(day.start)
        if at == whole:
            at = Span(own.end, at.end) if day.start >= own.end else own
        if at != own and _says_act(draft, act, noun, at):
            found.append(day)
    return found


def _apart(draft: Draft) -> list[Day]:
    """The days of a text, with their years, that neither open nor end a span."""
    spanned = {id(day) for pair in spans_of(draft, list(draft.days)) for day in pair}
    days = (with_year(draft, day) for day in draft.days if id(day) not in spanned)
    return [day for day in days if not _ends_span(draft, day)]


def _ends_span(draft: Draft, day: Day) -> bool:
    """Whether a bare number stands before it: "between 1 and 30 June" ends a span."""
    return re.search(r"\d\s*(?:and|to|по|-|–)\s*$", draft.text[max(0, day.start - 8) : day.start]) is not None
