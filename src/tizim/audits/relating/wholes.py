"""Parts and wholes that stand far apart: "such cases" of one and of all; single events within a period."""

import re
from collections.abc import Callable, Iterator

from tizim.audits.checks import bounds, sums
from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.patterns import words
from tizim.audits.relating.shares import of_families
from tizim.audits.relation import Relation, judged, places_of, told
from tizim.documents import Span

_STEM = 4
_LARGE = 50
_MARK = 26
_BACK = 12
_NEVER = frozenset({"money", "time", "places"})


def wholes(draft: Draft) -> Iterator[Relation]:
    """Each far part with its whole, judged by whether it can be a part."""
    such = [(one, noun) for one in draft.counts if one.unit not in _NEVER and (noun := _such(draft, one))]
    for one, noun in such:
        for other, same in such:
            if one.value < other.value and noun == same:
                yield _part(draft, one, other)
    yield from _of_periods(draft)
    yield from _among(draft)
    yield from _of_so_many(draft)


def _such(draft: Draft, one: Count) -> str:
    """The beginning of the noun of which "such" is said with a number: "10 such cases"; nothing without."""
    sentence = draft.sentence(one.start)
    near = Span(max(sentence.start, one.start - _MARK), min(sentence.end, one.number[1] + _MARK))
    for hit in draft.found("such", within=near):
        noun = re.compile(r"\s*(\w{3,})").match(draft.text, hit.end())
        free = not any(
            o is not one and min(hit.start(), one.start) < o.start < max(hit.end(), one.start)
            for o in draft.counts
        )
        if noun and free:
            return noun.group(1)[:_STEM].lower()
    return ""


def _of_so_many(draft: Draft) -> Iterator[Relation]:
    """ "Of the 90 arrested 21 are students": a sentence that begins with its whole."""
    for at in draft.sentences:
        own = [one for one in draft.counts if one.sentence == at.start and one.unit not in _NEVER]
        opened = draft.found("out_of", within=Span(at.start, min(at.end, at.start + 10)))
        if (
            len(own) < 2
            or not opened
            or opened[0].start() > at.start + 1
            or own[0].start - opened[0].end() > 2
        ):
            continue
        if own[1].value < own[0].value and own[1].unit in (None, "persons"):
            yield _part(draft, own[1], own[0])


def _among(draft: Draft) -> Iterator[Relation]:
    """ "Among those detained were 29 women", "7 of the witnesses", "two of the nine"."""
    tied = [part for part, _ in sums.parts_of_wholes(draft)]
    for one in draft.counts:
        if one.unit in _NEVER or (one.of_them and one in tied):
            continue
        whole = _whole_said(draft, one) or _whole_among(draft, one)
        if whole is not None and whole is not one:
            yield _part(draft, one, whole)


def _whole_said(draft: Draft, one: Count) -> Count | None:
    """The whole that stands after "of the": as a number, or as the noun of a number before."""
    near = Span(one.number[1], min(draft.sentence(one.start).end, one.number[1] + _MARK))
    hit = next(iter(draft.found("out_of", within=near)), None)
    if hit is None or draft.text[one.number[1] : hit.start()].strip():
        return None
    after = [o for o in draft.counts if 0 < o.start - hit.end() < 6]
    if after:
        return after[0] if after[0].value > one.value else None
    noun = re.compile(r"\s+(\w{4,})").match(draft.text, hit.end())
    if noun is None:
        return None
    return _last(draft, one, lambda o: o.noun[:_STEM] == noun.group(1)[:_STEM].lower())


def _whole_among(draft: Draft, one: Count) -> Count | None:
    """The number of those among whom a number is told: of their family, or of "them"."""
    sentence = draft.sentence(one.start)
    opened = draft.found("among", within=Span(sentence.start, one.start))
    if not opened or one.start - opened[-1].end() > _MARK + 14:
        return None
    said = Span(opened[-1].start(), one.start)
    names = [
        n
        for n in words(draft.language(one.start), "share_families")
        if draft.says("share_families", n, within=said)
    ]
    if not names:  # "among them"
        return (
            _last(draft, one, lambda o: o.unit == "persons" and o.start < said.start)
            if draft.says("them", within=said)
            else None
        )
    number = draft.sentence_number(one.start)
    before = [
        o for o in draft.counts
        if o.end <= said.start and o.value > one.value and number - draft.sentence_number(o.start) <= _BACK
    ]  # fmt: skip
    return next(reversed(of_families(draft, before, frozenset(names))), None)


def _last(draft: Draft, one: Count, fits: Callable[[Count], bool]) -> Count | None:
    """The last larger number before that fits, parts left out."""
    number = draft.sentence_number(one.start)
    before = [
        o for o in draft.counts
        if o.end <= one.start and o.value > one.value and not o.of_them and fits(o)
        and number - draft.sentence_number(o.start) <= _BACK
    ]  # fmt: skip
    return before[-1] if before else None


def _part(draft: Draft, part: Count, whole: Count) -> Relation:
    values = {"part": told(draft, part), "whole": told(draft, whole)}
    right = part.low <= whole.value or not whole.exact
    return Relation(kind="part", places=places_of(draft, (part, whole)), verdict=judged(right), values=values)


def _of_periods(draft: Draft) -> Iterator[Relation]:
    """People detained on single days, within those detained in the whole time that the text tells."""
    for whole in draft.counts:
        if (
            whole.unit not in ("persons", None)
            or whole.value < _LARGE
            or whole.of_them
            or not _of_period(draft, whole)
        ):
            continue
        for one in draft.counts:
            if _event(draft, one, whole):
                yield _part(draft, one, whole)


def _of_period(draft: Draft, one: Count) -> bool:
    return draft.says("whole_period", within=draft.sentence(one.start))


def _event(draft: Draft, one: Count, whole: Count) -> bool:
    """Whether a number is of those to whom the same was done at a time of its own."""
    if one.unit != "persons" or one.of_them or one.value >= whole.value or one.sentence == whole.sentence:
        return False
    at = draft.sentence(one.start)
    own = "detention" in bounds.families(draft, one) or (
        draft.language(one.start) == "kk"
        and draft.says("families", "detention", within=Span(one.end, at.end))
    )
    families = own and "detention" in bounds.families(draft, whole)
    dated = any(at.start <= day.start < at.end for day in draft.days) or draft.says("at_that_time", within=at)
    return families and dated and not _of_period(draft, one)
