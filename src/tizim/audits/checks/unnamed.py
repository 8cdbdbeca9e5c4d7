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
