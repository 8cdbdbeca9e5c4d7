"""So long after or before something: what is told without a day of its own gets the days that it can be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from tizim.audits.checks.between import singles
from tizim.audits.chronology.clauses import Clause, clauses_and_years
from tizim.audits.days import Day
from tizim.audits.draft import Draft
from tizim.audits.lengths import Length
from tizim.audits.patterns import group, pattern, words
from tizim.documents import Span

SLACK = {"day": 1, "week": 3, "month": 16, "year": 190}
_BESIDE, _OPENING, _BEHIND, _FAR = 34, 16, 30, 400
_BREAK = re.compile(r"[,;—–:]")
_STEM = {"en": 6, "ru": 5, "kk": 4}
_OF_DAY = r"\w*(?:,? (?:of|on|from|от|в))? $"


@dataclass(frozen=True, slots=True)
class Apart:
    """A length counted after (1) or before (-1) something: where it stands; from what, if it is said."""

    length: Length
    sign: int
    at: Span
    noun: str | None


def tellings(draft: Draft) -> list[Clause]:
    """Every clause whose days can be told, those among them that are told by a length, in their order."""
    return draft.kept("tellings", lambda: _tellings(draft))


def _tellings(draft: Draft) -> list[Clause]:
    told = list(clauses_and_years(draft))
    for apart in aparts(draft):
        covering = next((n for n, one in enumerate(told) if _covers(one, apart)), None)
        if covering is not None and beside(told[covering], apart):
            continue
        own = _stretch(draft, apart, told[covering] if covering is not None else None)
        rest = told[covering] if covering is not None else None
        from_what = counted_from(draft, told, apart, own)
        if from_what is None or from_what.spanned:
            continue
        if rest and covering is not None:
            told[covering] = _trimmed(rest, own)
            from_what = told[covering] if from_what is rest else from_what
        told.append(_derived(draft, apart, own, from_what))
        told.sort(key=lambda one: one.at.start)
    return told


def _covers(clause: Clause, apart: Apart) -> bool:
    return clause.at.start <= apart.at.start < clause.at.end


def beside(clause: Clause, apart: Apart) -> bool:
    """Whether a length stands right beside the day of a clause: it tells of that day."""
    far = max(clause.day.start - apart.at.end, apart.at.start - clause.day.end, 0)
    return far <= _BESIDE


def aparts(draft: Draft) -> list[Apart]:
    """Every length that is counted from something, in the order of the text; made once."""
    return draft.kept("aparts", lambda: sorted(_aparts(draft), key=lambda one: one.at.start))


def _aparts(draft: Draft) -> Iterator[Apart]:
    lengths = {(one.start, one.end): one for one in (*draft.lengths, *singles(draft)) if one.unit in SLACK}
    for length in lengths.values():
        found = _counted(draft, length)
        if found:
            yield found
    for key, sign in (("next_day_after", 1), ("day_before_that", -1)):
        for hit in draft.found(key):
            yield Apart(Length(*hit.span(), 1, "day"), sign, Span(*hit.span()), group(hit, "noun"))


def _counted(draft: Draft, length: Length) -> Apart | None:
    """The length with the way it counts; None where it only lasts."""
    language = draft.language(length.start)
    sentence = draft.sentence(length.start)
    opening = draft.text[max(sentence.start, length.start - _OPENING) : length.start]
    for key, sign in (("apart_after", 1), ("apart_before", -1)):
        hit = pattern(language, key).match(draft.text, length.end, sentence.end)
        if hit:
            noun = group(hit, "noun") or _noun_behind(draft, length, language)
            known = noun if noun and noun.lower() not in words(language, "apart_no_noun") else None
            return Apart(length, sign, Span(length.start, hit.end()), known)
    if words(language, "apart_opening") and pattern(language, "apart_opening").search(opening):
        return Apart(length, 1, Span(length.start, length.end), None)
    return None


def _noun_behind(draft: Draft, length: Length, language: str) -> str | None:
    if language != "kk":
        return None
    before = draft.text[max(0, length.start - _BEHIND) : length.start]
    hit = pattern(language, "apart_behind").search(before)
    return group(hit, "noun") if hit else None


def _stretch(draft: Draft, apart: Apart, clause: Clause | None) -> Span:
    """The words that a length without a day beside it tells: the part of its clause between two signs."""
    whole = clause.at if clause else draft.sentence(apart.at.start)
    least = clause.day.end if clause and clause.day.end <= apart.at.start else whole.start
    most = clause.day.start if clause and clause.day.start >= apart.at.end else whole.end
    signs = [hit.end() for hit in _BREAK.finditer(draft.text, least, apart.at.start)]
    start = signs[-1] if clause and signs else least
    after = _BREAK.search(draft.text, apart.at.end, most) if clause and most < whole.end else None
    return Span(start, after.end() if after else most)


def _trimmed(clause: Clause, own: Span) -> Clause:
    """A clause without the stretch that is of another day."""
    at = clause.at
    if own.start > clause.day.start:
        return replace(clause, at=Span(at.start, max(own.start, clause.day.end)))
    return replace(clause, at=Span(min(own.end, clause.day.start), at.end))


def counted_from(draft: Draft, told: list[Clause], apart: Apart, own: Span) -> Clause | None:
    """The telling from which a length is counted: that of its noun, or the one told last in the paragraph."""
    if apart.noun:
        return named(draft, told, apart.noun, own)
    paragraph = draft.paragraph(apart.at.start)
    before = [
        one for one in told if paragraph.start <= one.at.start < own.start and one.day.start < own.start
    ]
    return before[-1] if before and draft.sentence_number(own.start) - before[-1].sentence <= 1 else None


def named(draft: Draft, told: list[Clause], noun: str, own: Span) -> Clause | None:
    """The one telling of a section that speaks of something by its noun, or by a word of its stem.

    A day right behind the noun is its own: "the rally of 1 June".
    """
    language = draft.language(own.start)
    stem = re.compile(rf"(?<!\w){re.escape(noun.lower()[: _STEM[language]])}", re.IGNORECASE)
    section = draft.section(own.start)
    some = [
        one
        for one in told
        if section.start <= one.at.start < section.end
        and not (own.start < one.at.end and one.at.start < own.end)
        and stem.search(draft.text, one.at.start, one.at.end)
    ]
    paragraph = draft.paragraph(own.start)
    near = [one for one in some if paragraph.start <= one.at.start < paragraph.end]
    for those in (near, some):
        if those and len({(one.first, one.last) for one in those}) == 1:
            return those[0]
    days = {(one.first, one.last): one for one in some}
    theirs = [one for one in days.values() if _names_its_day(draft, stem, one)]
    return theirs[0] if len(theirs) == 1 else None


def _names_its_day(draft: Draft, stem: re.Pattern[str], clause: Clause) -> bool:
    """Whether the day of a clause stands right behind a word of the stem."""
    hits = list(stem.finditer(draft.text, clause.at.start, clause.day.start))
    return bool(hits) and re.fullmatch(_OF_DAY, draft.text[hits[-1].end() : clause.day.start]) is not None


def _derived(draft: Draft, apart: Apart, own: Span, from_what: Clause) -> Clause:
    """What is told so long after or before another telling, with the days that this leaves."""
    moved = timedelta(days=apart.sign * apart.length.in_days)
    slack = timedelta(days=0 if apart.length.unit == "day" else SLACK[apart.length.unit])
    first, last = from_what.first + moved - slack, from_what.last + moved + slack
    day = Day(apart.at.start, apart.at.end, "apart", first.year, first.month, None, own_year=False)
    return Clause(own, draft.sentence_number(own.start), first, last, day)
