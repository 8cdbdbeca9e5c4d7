"""Arrests served in full; terms of several people summed up; relatives whose surname is spelt in two ways."""

import re
from collections.abc import Iterator
from datetime import timedelta

from tizim.audits.checks.stages import dated
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.people import Mention
from tizim.audits.spelling import bare, inflected, one_letter_apart, vowel_apart
from tizim.documents import Span
from tizim.vocab import OutcomePart, VocabError, outcome

_LONGEST = 60  # days: arrests, not terms in prison
_BESIDE = 26
_YEAR, _ROUGHLY = 365.25, 0.3


def served_in_full(draft: Draft) -> Iterator[Finding]:
    """ "Given 15 days on 4 June, which he served in full. He came out on 12 June": too early."""
    for hit in draft.found("in_full"):
        at = draft.paragraph(hit.start())
        arrests = [one for one in draft.lengths_in(Span(at.start, hit.start())) if one.unit == "day"]
        arrests = arrests or [
            one for one in draft.lengths_in(draft.sentence(hit.start())) if one.unit == "day"
        ]
        days = [(one, on) for one in draft.days_in(at) if one.day and (on := dated(draft, one))]
        length = arrests[-1] if arrests else None
        if length is None or not 2 < length.value <= _LONGEST or len(days) < 2:
            continue
        begun = [
            one
            for one in days
            if one[0].start < length.end or draft.sentence(one[0].start) == draft.sentence(length.start)
        ]
        freed = [one for one in days if one[0].start > length.start and one not in begun[:1]]
        out = [
            one
            for one in freed
            if draft.says("case_stages", "freed", within=draft.sentence(one[0].start))
            or draft.says("in_full", within=draft.sentence(one[0].start))
        ]
        if begun and out and begun[-1][1] < out[0][1] < begun[-1][1] + timedelta(days=length.value - 1):
            first, last = begun[-1][0], out[0][0]
            spans = ((last.start, last.end), (length.start, length.end), (first.start, first.end))
            shown = {
                "later": draft.text[last.start : last.end],
                "earlier": draft.text[length.start : length.end],
            }
            yield draft.finding("date_order", *spans, **shown)


def terms_summed(draft: Draft) -> Iterator[Finding]:
    """ "In total 22 years in prison": beside the terms of those sentenced, as the readers find them."""
    for hit in draft.found("total"):
        sentence = draft.sentence(hit.start())
        said = [one for one in draft.lengths_in(sentence) if one.unit == "year"]
        if len(said) != 1 or not draft.says("behind_bars", within=sentence):
            continue
        begin = draft.paragraphs[max(0, draft.paragraphs.index(draft.paragraph(sentence.start)) - 2)].start
        terms = _terms(draft, Span(begin, sentence.start))
        total = round(sum(days for _, days in terms.values()) / _YEAR, 2)
        off = abs(total - said[0].value) > _ROUGHLY and 0.5 <= total / said[0].value <= 2
        if len(terms) > 1 and off:
            spans = ((said[0].start, said[0].end), *(span for span, _ in terms.values()))
            shown = draft.text[said[0].start : said[0].end]
            yield draft.finding("sum", *spans, whole=shown, parts=f"{total:g}")


def _terms(draft: Draft, at: Span) -> dict[str, tuple[tuple[int, int], float]]:
    """The terms in prison of the people sentenced in a stretch, one each, in days."""
    found: dict[str, tuple[tuple[int, int], float]] = {}
    for claim in draft.reading.claims:
        if not at.start <= claim.start < at.end or not claim.person or not claim.outcome:
            continue
        for part in _parts(claim.outcome)[:1]:
            if part.kind == "imprisonment" and part.duration and claim.act in ("sentence", "conviction"):
                found.setdefault(claim.person, ((claim.start, claim.end), part.duration.in_days))
    return found


def _parts(told: str) -> tuple[OutcomePart, ...]:
    """The parts of an outcome; nothing where the terms of several people were read as one."""
    try:
        return outcome(told)
    except VocabError:
        return ()


def kin_spelt_apart(draft: Draft) -> Iterator[Finding]:
    """ "Her husband, Dauren Ashym", where she is Ashim: one surname of a family in two spellings."""
    for hit in draft.found("kin"):
        named = draft.mentions_in(Span(hit.end(), hit.end() + _BESIDE))
        kin = named[0] if named and len(named[0].words) > 1 else None
        before = draft.mentions_in(Span(draft.paragraph(hit.start()).start, hit.start()))
        if kin is None or not before or re.search(r"[.;]", draft.text[hit.end() : kin.start]):
            continue
        if before[-1].person != kin.person and _apart(draft, before[-1], kin):
            spans = ((kin.start, kin.end), (before[-1].start, before[-1].end))
            yield draft.finding("name_spelling", *spans, forms=listed([before[-1].words[-1], kin.words[-1]]))


def _apart(draft: Draft, one: Mention, other: Mention) -> bool:
    """Whether two surnames are one, written in two ways, and not a man's and a woman's form of it."""
    left, right = one.words[-1].removesuffix("'s").removesuffix("’s"), other.words[-1]
    language = draft.language(other.start)
    same = left == right or inflected(left, right, language)
    near = bare(left) == bare(right) or vowel_apart(left, right) or one_letter_apart(left, right, language)
    return near and not same
