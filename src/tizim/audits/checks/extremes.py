"""The last, the first, none since: what a text says to be so and tells otherwise elsewhere."""

import re
from collections.abc import Iterator
from datetime import date

from tizim.audits.checks.dates import exactly_before, spans_of, told, with_year
from tizim.audits.days import Day
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.patterns import LOWER, UPPER, words
from tizim.documents import Span


def last_ones(draft: Draft) -> Iterator[Finding]:
    """ "The last detentions were in May" where a later one is told."""
    for hit in draft.found("last"):
        sentence = draft.sentence(hit.start())
        clause = _clause(draft, hit.end(), sentence)
        own = [with_year(draft, d) for d in draft.days_in(Span(hit.end(), clause.end))]
        own = [d for d in own if d.last]
        lately = draft.says("last_time", within=Span(*hit.span()))
        act = next(iter(_acts_in(draft, sentence) if lately else _acts_after(draft, hit.end())), None)
        said = lately or draft.says("recorded", within=Span(hit.end(), clause.end))
        if not own or act is None or not said:
            continue
        latest = max(d.last for d in own if d.last)
        later = _later(draft, act, latest, clause)
        if later:
            shown = [draft.text[d.start : d.end] for d in (own[-1], *later)]
            spans = ((hit.start(), own[-1].end), *((d.start, d.end) for d in later))
            yield draft.finding("last_contradicted", *spans, forms=listed(shown))


def _clause(draft: Draft, at: int, sentence: Span) -> Span:
    """What is left of a sentence up to its semicolon."""
    stop = draft.text.find(";", at, sentence.end)
    return Span(sentence.start, stop if stop > 0 else sentence.end)


def none_since(draft: Draft) -> Iterator[Finding]:
    """ "Since 3 March nobody has been detained" where a later detention is told, of the same place."""
    for hit in draft.found("nobody"):
        sentence = draft.sentence(hit.start())
        days = [with_year(draft, d) for d in draft.days_in(sentence)]
        since = draft.says("since_then", within=sentence)
        act = next(iter(_acts_in(draft, sentence)), None)
        if not since or act is None or len(days) != 1 or days[0].last is None:
            continue
        later = [d for d in _later(draft, act, days[0].last, sentence) if _one_place(draft, sentence, d)]
        if later:
            shown = [draft.text[d.start : d.end] for d in (days[0], *later)]
            spans = ((days[0].start, days[0].end), *((d.start, d.end) for d in later))
            yield draft.finding("last_contradicted", *spans, forms=listed(shown))


def _one_place(draft: Draft, one: Span, day: Day) -> bool:
    """Whether the sentence of a day names one of the capitalised words of another, where that has any."""
    stem = re.compile(rf"[{UPPER}][{LOWER}]{{2,}}")
    names = {hit.group()[:4] for hit in stem.finditer(draft.text, one.start + 1, one.end)}
    at = draft.sentence(day.start)
    other = {hit.group()[:4] for hit in stem.finditer(draft.text, at.start, at.end)}
    months = {draft.text[d.start : d.end].split()[-1][:4] for d in draft.days_in(one)}
    return bool(names - months & other) if names else False


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


def _later(draft: Draft, act: str, latest: date, own: Span) -> list[Day]:
    found = []
    whole = draft.sentence(own.start)
    for day in draft.kept("days apart", lambda: _apart(draft)):
        if day.first is None or day.first <= latest:
            continue
        at = draft.sentence(day.start)
        if at == whole:
            at = Span(own.end, at.end) if day.start >= own.end else own
        if at != own and draft.says("last_stems", act, within=at):
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
