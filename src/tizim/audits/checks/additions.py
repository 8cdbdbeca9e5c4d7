"""Totals told after their parts, wholes told before them in words of their own, and differences."""

import itertools
import re
from collections.abc import Iterator

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.numerals import value_of
from tizim.audits.patterns import group, pattern
from tizim.documents import Span

_UNCOUNTED = ("time", "money")
_NEAR = 0.2  # a number so near the sum of its neighbours is meant as their sum
_BACK = 3  # sentences before a total in which its parts may stand
_AHEAD = 44
_JOINT = re.compile(r"[,;]|\band\b|\bplus\b|\bи\b|\bа\b|\bжәне\b|\bмен\b|\bал\b")
_CLAUSE = 9  # words that one part of a row may have
_MUCH = 3


def reached(draft: Draft) -> Iterator[Finding]:
    """ "34 in April. A further 18 …, bringing the total to 54": the total beside the numbers before it."""
    for hit in draft.found("sum_reached"):
        ahead = Span(hit.end(), min(draft.sentence(hit.start()).end, hit.end() + _AHEAD))
        total = next((one for one in draft.counts_in(ahead) if one.unit not in _UNCOUNTED), None)
        if total is None or not total.exact:
            continue
        first = draft.sentences[max(0, draft.sentence_number(hit.start()) - _BACK)].start
        before = [
            one for one in draft.counts_in(Span(max(first, draft.paragraph(hit.start()).start), hit.start()))
            if one.unit not in _UNCOUNTED and one.unit in (None, total.unit, "persons") and not one.of_them
        ]  # fmt: skip
        if len(before) > 1 and all(one.exact for one in before[-2:]):
            yield from _adds_up(draft, total, before)


def _adds_up(draft: Draft, total: Count, before: list[Count]) -> Iterator[Finding]:
    """Nothing where some of the last numbers make the total; else those that nearly do."""
    rows = [before[-many:] for many in range(2, len(before) + 1)]
    sums = [(abs(sum(one.value for one in row) - total.value), row) for row in rows]
    off, row = min(sums, key=lambda one: one[0])
    if off and off <= _NEAR * total.value and all(one.value < total.value for one in row):
        yield _sum(draft, total, row)


def _sum(draft: Draft, total: Count, parts: list[Count]) -> Finding:
    made = sum(one.value for one in parts)
    spans = ((total.start, total.end), *((one.start, one.end) for one in parts))
    shown = " + ".join(str(one.value) for one in parts)
    return draft.finding("sum", *spans, whole=total.value, parts=f"{shown} = {made}")


def closed_rows(draft: Draft) -> Iterator[Finding]:
    """ "24 in January, 31 in February and 19 in March: 76 in the quarter": a row that its total closes."""
    for sentence in draft.sentences:
        own = [one for one in draft.counts_in(sentence) if one.unit not in _UNCOUNTED]
        for number in range(2, len(own)):
            total, parts = own[number], own[:number]
            closes = pattern(draft.language(total.start), "equals").search(
                draft.text, parts[-1].number[1], total.number[0] + 1
            )
            if closes and closes.end() >= total.start and _row(draft, parts) and _nearly(total, parts):
                yield _sum(draft, total, parts)


def _nearly(total: Count, parts: list[Count]) -> bool:
    """Whether a number is nearly, not quite, the sum of a row whose first number is no whole of the rest."""
    made = sum(one.value for one in parts)
    parted = made != 2 * parts[0].value and all(one.value < total.value for one in parts)
    return total.exact and parted and 0 < abs(made - total.value) <= _NEAR * total.value


def _row(draft: Draft, parts: list[Count]) -> bool:
    """Whether exact numbers follow each other with a comma or "and" between each two, and few words."""
    gaps = [draft.text[one.number[1] : other.number[0]] for one, other in itertools.pairwise(parts)]
    brief = all(_JOINT.search(gap) and len(gap.split()) <= _CLAUSE for gap in gaps)
    units = {one.unit for one in parts if one.unit}
    return brief and len(units) < 2 and all(one.exact and not one.of_them for one in parts)


def totals_of_rows(draft: Draft) -> Iterator[Finding]:
    """ "34 in Almaty, 18 in Astana, 9 in Shymkent. In all 63": the total of the sentence before."""
    for hit in draft.found("total"):
        number = draft.sentence_number(hit.start())
        sentence = draft.sentences[number]
        total = [one for one in draft.counts_in(sentence) if one.unit not in _UNCOUNTED]
        if len(total) != 1 or not number or draft.paragraph(hit.start()) != _held_by(draft, number - 1):
            continue
        parts = [one for one in draft.counts_in(draft.sentences[number - 1]) if one.unit not in _UNCOUNTED]
        alike = len(parts) > 2 or (len(parts) > 1 and parts[1].unit is None and not parts[1].noun)
        if alike and _row(draft, parts) and _nearly(total[0], parts):
            yield _sum(draft, total[0], parts)


def _held_by(draft: Draft, number: int) -> Span:
    return draft.paragraph(draft.sentences[number].start)


def one_by_one(draft: Draft) -> Iterator[Finding]:
    """ "14 flats. Six of them …. Five …. Four …": parts told in a sentence each, right after their whole."""
    for number, sentence in enumerate(draft.sentences):
        whole = [one for one in draft.counts_in(sentence) if one.unit not in _UNCOUNTED]
        paragraph = draft.paragraph(sentence.start)
        parts: list[Count] = []
        for following in draft.sentences[number + 1 :]:
            own = [one for one in draft.counts_in(following) if one.unit not in _UNCOUNTED]
            if following.start >= paragraph.end or len(own) != 1 or not _opens(draft, own[0], following):
                break
            parts += own
        if len(whole) != 1 or len(parts) < _MUCH or not (parts[0].of_them or parts[0].unit is None):
            continue
        if all(one.exact for one in parts) and _nearly(whole[0], parts):
            yield _sum(draft, whole[0], parts)


def _opens(draft: Draft, one: Count, sentence: Span) -> bool:
    """Whether a sentence begins with its number: nothing but "in Almaty", "of them" before it."""
    return len(draft.text[sentence.start : one.number[0]].split()) <= 2


def differences(draft: Draft) -> Iterator[Finding]:
    """ "48 in 2022, 61 in 2023, that is 15 more": the difference beside the two numbers before it."""
    for hit in draft.found("difference"):
        said = value_of(group(hit, "number") or "0", draft.language(hit.start()))
        reach = Span(draft.around(hit.start(), before=1).start, draft.sentence(hit.start()).end)
        near = [
            one for one in draft.counts_in(reach)
            if one.unit not in _UNCOUNTED and one.exact and not hit.start() <= one.number[0] < hit.end()
        ]  # fmt: skip
        own = [one for one in near if one.start >= draft.sentence(hit.start()).start]
        told = own if len(own) == 2 else near[:2]
        told = _with_one_of_noun(draft, own[0], hit) if len(own) == 1 and len(near) != 2 else told
        pair = len(told) == 2 and (len(near) == 2 or len(own) in (1, 2))
        if said is None or not pair or (told[1].unit and told[0].unit not in (None, told[1].unit)):
            continue
        gap = abs(told[0].value - told[1].value)
        if gap and gap != said and said <= _MUCH * gap and gap <= _MUCH * said:
            spans = (hit.span(), *((one.start, one.end) for one in told))
            shown = f"{max(one.value for one in told)} − {min(one.value for one in told)} = {gap}"
            yield draft.finding("sum", *spans, whole=int(said), parts=shown)


def _with_one_of_noun(draft: Draft, own: Count, hit: re.Match[str]) -> list[Count]:
    """A number and the only other of its noun in the sentences before it; the number alone where none is."""
    start = draft.around(hit.start(), before=_BACK).start
    before = [
        one for one in draft.counts_in(Span(start, own.start))
        if one.exact and not one.of_them and len(own.noun) > 3 and one.noun[:5] == own.noun[:5]
    ]  # fmt: skip
    return [before[0], own] if len(before) == 1 else [own]
