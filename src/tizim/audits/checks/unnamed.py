"""People left unnamed whom the numbers of a text give away: the last of some of whom all others are named."""

import re
from collections.abc import Iterator

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.patterns import group, words
from tizim.documents import Span

_LEAST, _MOST = 3, 20
_SHOWN = 60
_RIGHT_BEHIND = 14


def last_of_some(draft: Draft) -> Iterator[Finding]:
    """ "We spoke with five. Four gave their names; the fifth did not": the one who is left can be found."""
    for paragraph in draft.paragraphs:
        if not draft.says("naming", within=paragraph):
            continue
        counts = [c for c in draft.counts_in(paragraph) if _of_people(c)]
        whole = next((c for c in counts if _named_but_one(draft, paragraph, c, counts)), None)
        left = _left_unnamed(draft, paragraph, whole.value) if whole else None
        if whole and left:
            spans = (left, (whole.start, whole.end))
            yield draft.finding("identified_by_elimination", *spans, number=whole.value)


def _of_people(one: Count) -> bool:
    return one.exact and one.unit in ("persons", "papers", None) and one.value > 1


def _named_but_one(draft: Draft, paragraph: Span, whole: Count, counts: list[Count]) -> bool:
    """Whether all but one of a number are named: by their own number, or by their names."""
    if not _LEAST <= whole.value <= _MOST or whole.of_them:
        return False
    told = any(c.value == whole.value - 1 for c in counts)
    named = len({m.person for m in draft.mentions if whole.end <= m.start < paragraph.end})
    return told or named in (whole.value - 1, whole.value)


def _left_unnamed(draft: Draft, paragraph: Span, number: int) -> tuple[int, int] | None:
    """Where the paragraph speaks of the one who is left; the words about naming where it does not."""
    for hit in draft.found("last_one", within=paragraph):
        if _ordinal(draft, hit) in (None, number):
            own = draft.sentence(hit.start())
            return max(own.start, hit.start() - _SHOWN), min(own.end, hit.end() + _SHOWN)
    agreed = draft.found("named_agreed", within=paragraph)
    return agreed[0].span() if agreed else None


def _ordinal(draft: Draft, hit: re.Match[str]) -> int | None:
    """The number of "the fifth"; None for "one more", "the last"."""
    spoken = (group(hit, "ordinal") or "").lower()
    known = words(draft.language(hit.start()), "ordinals")
    return (
        next((int(value) for form, value in known.items() if spoken.startswith(form)), None)
        if spoken
        else None
    )


def next_of_named(draft: Draft) -> Iterator[Finding]:
    """ "Three let us name them: A, B and C. The fourth, a teacher, did not": who is left."""
    for hit in draft.found("last_one"):
        number = _ordinal(draft, hit)
        paragraph = draft.paragraph(hit.start())
        before = Span(paragraph.start, hit.start())
        named = len({m.person for m in draft.mentions_in(before)})
        told = any(c.value == (number or 0) - 1 for c in draft.counts_in(before))
        told = told or any(c.value == number and _of_people(c) for c in draft.counts_in(before))
        asks = draft.says("unnamed", within=draft.around(hit.start(), after=1)) or draft.says(
            "naming", within=before
        )
        if number and told and named in (number - 1, number - 2) and asks:
            own = draft.sentence(hit.start())
            spans = ((hit.start(), min(own.end, hit.end() + _SHOWN)), (before.start, before.end))
            yield draft.finding("identified_by_elimination", spans[0], number=number)


def others_named(draft: Draft) -> Iterator[Finding]:
    """ "One of us is not named; the other two are A and B": the third can be found."""
    for hit in draft.found("unnamed"):
        paragraph = draft.paragraph(hit.start())
        for left in draft.counts_in(paragraph):
            rest = draft.sentence(left.start)
            named = len({m.person for m in draft.mentions_in(Span(left.end, rest.end))})
            if (left.other or draft.says("remaining", within=Span(max(0, left.start - 14), left.start))) and (
                named == left.value
            ):
                yield draft.finding(
                    "identified_by_elimination", hit.span(), (left.start, left.end), number=left.value
                )
                break


def told_of_all(draft: Draft) -> Iterator[Finding]:
    """ "Four of the five, A, B, C and D, were named; a colleague was not": the last of so many."""
    for one, whole in zip(draft.counts, draft.counts[1:], strict=False):
        sentence = draft.sentence(one.start)
        together = one.sentence == whole.sentence and whole.start - one.end < _RIGHT_BEHIND
        if not together or whole.value != one.value + 1 or not _LEAST <= whole.value <= _MOST:
            continue
        named = len({m.person for m in draft.mentions_in(Span(whole.end, sentence.end))})
        if named in (one.value, one.value - 1) and draft.says("naming", within=sentence):
            yield draft.finding("identified_by_elimination", (one.start, sentence.end), number=whole.value)


def only_one(draft: Draft) -> Iterator[Finding]:
    """Somebody who is not to be named, in a paragraph that says that there was only one such."""
    for hit in draft.found("unnamed"):
        paragraph = draft.paragraph(hit.start())
        for alone in draft.found("only_one", within=paragraph):
            spans = (hit.span(), alone.span())
            yield draft.finding("identified_by_elimination", *spans, number=1)
            break


def all_but_one(draft: Draft) -> Iterator[Finding]:
    """ "All but one agreed to be named": of so many people one is left, and can be found."""
    for hit in draft.found("all_but_one"):
        at = draft.paragraph(hit.start())
        counts = [c for c in draft.counts_in(Span(at.start, hit.start())) if _of_people(c)]
        if counts and draft.says("naming", within=draft.sentence(hit.start())):
            spans = (hit.span(), (counts[-1].start, counts[-1].end))
            yield draft.finding("identified_by_elimination", *spans, number=counts[-1].value)


def relatives(draft: Draft) -> Iterator[Finding]:
    """The wife of a named man who is not to be named: there is one."""
    for hit in draft.found("unnamed"):
        sentence = draft.sentence(hit.start())
        for kin in draft.found("kin_of", within=sentence):
            near = draft.mentions_in(Span(max(sentence.start, kin.start() - _SHOWN), kin.end() + 3))
            if near and kin.start() < hit.start() + _SHOWN:
                yield draft.finding("identified_by_elimination", kin.span(), hit.span())
                break
