"""Numbers of one thing told sentences apart, and the whole that they make: by period, place, outcome."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.patterns import words
from tizim.documents import Span

_UNCOUNTED = ("time", "money", "places")
_STEM = 5
_MOST = 6
_NEAR = 0.12  # a number so near the sum of its neighbours is meant as their sum
_FEW = 5
_OFF = 2
_MARK = 16
_MARKED = re.compile(r"[,;]|\band\b|\bи\b|\bа\b|\bжәне\b|\bмен\b|\bал\b")
_ITEM = re.compile(r"\s*(?:[-–—•*·]|\(?\w{1,2}[.)])\s")


def totals_apart(draft: Draft) -> Iterator[Finding]:
    """ "47 detentions in spring. … A further 38 detentions …. Over the year 87": the total beside them."""
    for total in draft.counts:
        sentence = draft.sentence(total.start)
        if not _counted(draft, total) or not draft.says("over_all", within=sentence):
            continue
        before = [one for one in _of_noun(draft, total) if one.start < sentence.start]
        if len(before) > 1 and (before[-1].other or draft.says("by_parts", within=_reach(draft, before))):
            yield from _nearly(draft, total, before)


def _counted(draft: Draft, one: Count) -> bool:
    """Whether a count is exact, a whole of its own, and of a noun that tells it from others."""
    general = one.noun in words(draft.language(one.start), "generic_nouns")
    plain = one.exact and not one.of_them and one.unit not in _UNCOUNTED
    return plain and len(one.noun) >= _STEM and not general and one.value > _FEW


def _of_noun(draft: Draft, total: Count) -> list[Count]:
    """The exact counts of the noun of a total in its section, smaller than it and no part of each other."""
    section = draft.section(total.start)
    return [
        one for one in draft.counts_in(section)
        if one.noun[:_STEM] == total.noun[:_STEM] and one.exact and not one.of_them
        and one.value < total.value
    ]  # fmt: skip


def _reach(draft: Draft, row: list[Count]) -> Span:
    return Span(draft.sentence(row[0].start).start, draft.sentence(row[-1].start).end)


def _nearly(draft: Draft, total: Count, before: list[Count]) -> Iterator[Finding]:
    """Nothing where some of the numbers make the total; else those that nearly do."""
    rows = [before[first:last] for last in range(2, len(before) + 1) for first in range(last - 1)]
    sums = [(abs(sum(one.value for one in row) - total.value), row) for row in rows if len(row) <= _MOST]
    off, row = min(sums, key=lambda one: one[0])
    if 0 < off <= max(_OFF, _NEAR * total.value):
        yield _sum(draft, total, row)


def _sum(draft: Draft, whole: Count, parts: list[Count], ones: int = 0) -> Finding:
    made = sum(one.value for one in parts) + ones
    spans = ((whole.start, whole.end), *((one.start, one.end) for one in parts))
    shown = " + ".join([*(str(one.value) for one in parts), *(["1"] * ones)])
    return draft.finding("sum", *spans, whole=whole.value, parts=f"{shown} = {made}")


def verdicts(draft: Draft) -> Iterator[Finding]:
    """ "Nine stand trial. … Four got prison, three a fine, one was acquitted": what all defendants got."""
    accused = [one for one in draft.counts if _of_accused(draft, one)]
    for sentence in draft.sentences if accused else ():
        parts = [
            one for one in draft.counts_in(sentence) if one.unit in (None, "persons") and not one.of_them
        ]
        told = draft.found("got", within=sentence)
        if len(told) < 2 or not parts or not _a_verdict_each(draft, parts, sentence):
            continue
        ones = _lone(draft, Span(parts[0].end, sentence.end), parts)
        made = sum(one.value for one in parts) + ones
        near = [one for one in accused if 0 < abs(one.value - made) <= _OFF and one.value > _FEW]
        if len(parts) + ones > 1 and near and not any(one.value == made for one in accused):
            yield _sum(draft, near[-1], parts, ones)


def _of_accused(draft: Draft, one: Count) -> bool:
    """Whether a number is that of the people on trial."""
    if not one.exact or one.of_them or one.other or one.unit not in ("persons", None):
        return False
    sentence = draft.sentence(one.start)
    return draft.says(
        "on_trial", within=Span(max(sentence.start, one.start - 40), min(sentence.end, one.end + 40))
    )


def _a_verdict_each(draft: Draft, parts: list[Count], sentence: Span) -> bool:
    """Whether something that a court may give stands right behind each number."""
    ends = [*(one.start for one in parts[1:]), sentence.end]
    return all(draft.says("got", within=Span(one.end, end)) for one, end in zip(parts, ends, strict=True))


def _lone(draft: Draft, at: Span, parts: list[Count]) -> int:
    """How many more are told as a bare "one"."""
    hits = [hit for hit in draft.found("a_single", within=at)]
    return len([hit for hit in hits if not any(one.start <= hit.start() < one.end for one in parts)])


def lists_by_noun(draft: Draft) -> Iterator[Finding]:
    """Items that each count the same things, and a sentence before or after that counts them all."""
    for first, last in _runs(draft):
        items = [draft.counts_in(at) for at in draft.paragraphs[first : last + 1]]
        nouns = {one.noun[:_STEM] for row in items for one in row if len(one.noun) >= _STEM - 1}
        for noun in sorted(nouns):
            parts = [one for row in items for one in row if one.noun[:_STEM] == noun and one.exact]
            each = sum(any(one.noun[:_STEM] == noun for one in row) for row in items)
            if each < max(2, len(items) - 1) or each != len(parts):
                continue
            for whole in _beside(draft, first, last, noun):
                if _off(whole, parts, most=max(_OFF, 2 * _NEAR * whole.value)):
                    yield _sum(draft, whole, parts)


def _off(whole: Count, parts: list[Count], *, most: float | None = None) -> bool:
    """Whether parts, each smaller than a whole, nearly but not quite make it."""
    made = sum(one.value for one in parts)
    near = 0 < abs(made - whole.value) <= (max(1, _NEAR * whole.value) if most is None else most)
    return near and all(one.value < whole.value for one in parts)


def _runs(draft: Draft) -> Iterator[tuple[int, int]]:
    """The first and last paragraph of each run of two or more list items."""
    marked = [_ITEM.match(draft.text[at.start : at.end]) is not None for at in draft.paragraphs]
    starts = [n for n, is_item in enumerate(marked) if is_item and (n == 0 or not marked[n - 1])]
    for start in starts:
        end = next((n for n in range(start, len(marked)) if not marked[n]), len(marked)) - 1
        if end > start:
            yield start, end


def _beside(draft: Draft, first: int, last: int, noun: str) -> list[Count]:
    """The exact numbers of the noun in the paragraph before a list and in the one after it."""
    near = [*draft.paragraphs[max(0, first - 1) : first], *draft.paragraphs[last + 1 : last + 2]]
    return [
        one for at in near for one in draft.counts_in(at)
        if one.noun[:_STEM] == noun and one.exact and not one.of_them and not one.other
    ]  # fmt: skip


def rows_told(draft: Draft) -> Iterator[Finding]:
    """A number and, in its sentence or the next two, numbers in a row that nearly make it."""
    for sentence in draft.sentences:
        own = [one for one in draft.counts_in(sentence) if one.unit not in _UNCOUNTED]
        own = [one for n, one in enumerate(own) if not n or _apart(draft, own[n - 1], one)]
        if not 2 <= len(own) <= _MOST or not all(one.exact for one in own):
            continue
        yield from _of_head(draft, own)
        yield from _of_sentence_before(draft, own, sentence)


def _apart(draft: Draft, before: Count, one: Count) -> bool:
    """Whether a comma or "and" stands between two numbers."""
    return _MARKED.search(draft.text[before.number[1] : one.number[0]]) is not None


def _of_head(draft: Draft, own: list[Count]) -> Iterator[Finding]:
    """ "46 came, 18 were let in, a further 30 stayed outside": two parts, the second said to be more."""
    whole, *parts = own
    marked = len(parts) == 2 and parts[1].other and not whole.other and parts[1].unit in (None, whole.unit)
    if marked and parts[0].unit in (None, whole.unit) and _off(whole, parts):
        yield _sum(draft, whole, parts)


def _of_sentence_before(draft: Draft, own: list[Count], sentence: Span) -> Iterator[Finding]:
    """Three bare numbers, or two of the noun of the one number before them, that nearly make that number."""
    number = draft.sentence_number(sentence.start)
    before = draft.sentences[number - 1] if number else sentence
    told = [one for one in draft.counts_in(before) if one.unit not in _UNCOUNTED]
    whole = max(told, key=lambda one: one.value, default=None)
    together = draft.paragraph(before.start) == draft.paragraph(sentence.start)
    if whole is None or before == sentence or not together:
        return
    made, noun = sum(one.value for one in own), whole.noun[: _STEM - 2]
    alike = len(noun) == _STEM - 2 and all(one.noun.startswith(noun) for one in own)
    same = len(own) == 2 and len(told) == 1 and alike and _own_noun(draft, whole)
    fit = whole.exact and not whole.of_them and _off(whole, own)
    bare = len(own) > 2 and (_bare_row(draft, own, whole) or _one_noun(own))
    if fit and (same or bare) and not any(one.value == made for one in told):
        yield _sum(draft, whole, own)


def _one_noun(own: list[Count]) -> bool:
    """Whether each number of a row counts by the same noun: six names, five names, four names."""
    return len(own[0].noun) >= _STEM and len({one.noun for one in own}) == 1


def _own_noun(draft: Draft, one: Count) -> bool:
    """Whether a number counts something of its own, not people or times in general."""
    general = words(draft.language(one.start), "generic_nouns")
    return not any(one.noun.startswith(form.rstrip("*")) for form in general)


def _bare_row(draft: Draft, own: list[Count], whole: Count) -> bool:
    """Whether the numbers of a row count what the whole counts: bare ones, or of its noun, a mark between."""
    noun = whole.noun[:_STEM]
    bare = [one for one in own if one.unit is None or (noun and one.noun.startswith(noun))]
    gaps = [draft.text[one.number[1] : other.number[0]] for one, other in pairwise(own)]
    return len(bare) >= len(own) - 1 and bare[0] is own[0] and all(_MARKED.search(gap) for gap in gaps)


def running(draft: Draft) -> Iterator[Finding]:
    """ "Four began, two more joined, so that there were five": what comes of the numbers told just before."""
    for hit in draft.found("leaves"):
        ahead = Span(hit.end(), min(draft.sentence(hit.start()).end, hit.end() + _MARK))
        result = next((one for one in draft.counts_in(ahead) if one.unit not in _UNCOUNTED), None)
        reach = draft.around(hit.start(), before=3)
        before = [
            one for one in draft.counts_in(Span(reach.start, hit.start()))
            if one.unit in (None, "persons") and one.exact
        ][-4:]  # fmt: skip
        if result is None or not result.exact or len(before) < 2:
            continue
        whole = max(before, key=lambda one: one.value)
        off = min(abs(one - result.value) for one in _reachable(whole, before))
        if 0 < off <= _OFF:
            yield _sum(draft, result, before)


def _reachable(whole: Count, row: list[Count]) -> set[int]:
    """What comes of a number when each other of its row is added to it, taken away, or left aside."""
    found = {whole.value}
    for one in (each for each in row if each is not whole):
        found |= {value + sign * one.value for value in found for sign in (1, -1)}
    return found


def closing_rows(draft: Draft) -> Iterator[Finding]:
    """ "Nine letters …. Five were answered, three passed on, the remaining two …": rows with an end."""
    for sentence in draft.sentences:
        row = [one for one in draft.counts_in(sentence) if one.unit not in _UNCOUNTED]
        bare = len(row) > 1 and all(one.unit in (None, row[0].unit) and one.exact for one in row[:-1])
        if (
            not bare
            or not row[-1].exact
            or not draft.says("remaining", within=Span(max(0, row[-1].start - _MARK), row[-1].start))
        ):
            continue
        made = sum(one.value for one in row)
        start = draft.paragraph(sentence.start).start
        before = [one for one in draft.counts_in(Span(start, sentence.start)) if _may_be_whole(one, row)]
        if before and not any(one.value in (made, made - row[0].value) for one in before):
            near = min(before, key=lambda one: abs(one.value - made))
            if abs(near.value - made) <= max(1, _NEAR * near.value):
                yield _sum(draft, near, row)


def _may_be_whole(one: Count, row: list[Count]) -> bool:
    larger = one.value > max(part.value for part in row)
    return larger and one.exact and one.unit not in (None, *_UNCOUNTED) and not one.of_them


def parts_of_those(draft: Draft) -> Iterator[Finding]:
    """ "31 were tried. … 34 of those tried": a part told by what was done to the whole, sentences apart."""
    for hit in draft.found("number_of_those"):
        part = next(iter(draft.counts_in(Span(hit.start(), hit.end()))), None)
        whole = _whole_told(draft, part, hit) if part else None
        if part and whole and part.low > whole.value:
            spans = ((part.start, max(part.end, hit.end())), (whole.start, whole.end))
            yield draft.finding("part_exceeds_whole", *spans, part=part.value, whole=whole.value)


def _whole_told(draft: Draft, part: Count, hit: re.Match[str]) -> Count | None:
    """The largest number before a part, in its section, of those to whom the same was done."""
    language, sentence = draft.language(hit.start()), draft.sentence(hit.start())
    at = Span(max(sentence.start, hit.start() - _MARK), hit.end())
    deeds = [name for name in words(language, "done_to") if draft.says("done_to", name, within=at)]
    if len(deeds) != 1:
        return None
    before = [
        one for one in draft.counts_in(Span(draft.section(part.start).start, part.start))
        if one.unit in ("persons", None) and _done(draft, one, deeds[0])
    ]  # fmt: skip
    most = max(before, key=lambda one: one.value, default=None)
    return most if most and most.exact else None


def _done(draft: Draft, one: Count, deed: str) -> bool:
    """Whether the deed is told of a number: between it and the next number of its sentence."""
    own = draft.counts_in(draft.sentence(one.start))
    before = max([draft.sentence(one.start).start, *(o.end for o in own if o.end <= one.start)])
    after = min([draft.sentence(one.start).end, *(o.start for o in own if o.start >= one.end)])
    lone = sum(o.unit not in ("time", "money") for o in own) == 1
    said = Span(one.number[1], after)
    return draft.says("done_to", deed, within=said) or (
        (lone or draft.language(one.start) == "ru")
        and draft.says("done_to", deed, within=Span(before, after))
    )
