"""A whole and the numbers told near it that make it: by place, sex, outcome; sums that are not printed."""

from collections.abc import Iterator
from itertools import pairwise

from tizim.audits.checks import bounds, sums
from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.relation import HOLDS, Relation, judged, places_of
from tizim.audits.tables import table
from tizim.documents import Span

_SMALLEST, _FEWEST_TOGETHER = 5, 4
_REACH, _SENTENCES = 900, 6
_MOST, _STEM = 6, 4
_BETWEEN, _MARK = 90, 16
_JOINED, _WORDS = 34, 4
_NEVER = frozenset({"money", "time", "places"})


def breakdowns(draft: Draft) -> Iterator[Relation]:
    """Numbers in a row near a larger one that make it exactly; those that a "remaining" closes, judged."""
    for whole in draft.counts:
        if whole.value < _SMALLEST or whole.unit in _NEVER:
            continue
        for row in rows_after(draft, whole):
            yield _sum(draft, whole, row)
    yield from _closed(draft)


def rows_after(draft: Draft, whole: Count) -> Iterator[list[Count]]:
    """The first row of neighbouring numbers of each beginning that makes the whole."""
    near = [one for one in draft.counts if _may_be_part(draft, one, whole)]
    for first in range(len(near)):
        for many in range(2, _MOST + 1):
            row = near[first : first + many]
            if len(row) == many and _makes(draft, row, whole) and _one_row(draft, row, whole):
                yield row
                break


def _may_be_part(draft: Draft, one: Count, whole: Count) -> bool:
    far = draft.sentence_number(one.start) - draft.sentence_number(whole.start)
    near = whole.end <= one.start <= whole.end + _REACH and far <= _SENTENCES
    return near and one.unit not in _NEVER and one.value < whole.value and _one_unit(one, whole)


def _one_unit(one: Count, whole: Count) -> bool:
    if one.unit == whole.unit and one.unit != "persons":
        return one.noun[:_STEM] == whole.noun[:_STEM]
    return one.unit in (None, whole.unit) or (whole.unit is None and one.unit == "persons")


def _makes(draft: Draft, row: list[Count], whole: Count) -> bool:
    total = sum(one.value for one in row)
    return total == whole.value or total + _ones(draft, row) == whole.value


def _ones(draft: Draft, row: list[Count]) -> int:
    """How many more the sentence tells as a bare "one": "and the last one is in hospital"."""
    at = draft.sentence(row[-1].start)
    if at != draft.sentence(row[0].start):
        return 0
    more = len(draft.found("one_more", within=Span(row[-1].end, at.end)))
    return max(more, sums.lone_ones(draft, row))


def _one_row(draft: Draft, row: list[Count], whole: Count) -> bool:
    """Whether numbers are told as the parts of one whole, and do not make it by chance."""
    sentences = [draft.sentence_number(one.start) for one in row]
    if any(after - before > 1 for before, after in pairwise(sentences)):
        return False
    if _referred(draft, row, whole):
        return True
    if whole.unit is None or draft.says("compared", within=Span(whole.end, row[-1].start)):
        return False
    between = [draft.text[one.end : other.start] for one, other in pairwise(row)]
    if any(gap.count(")") > gap.count("(") for gap in between):  # "19 arrests (12 in June) and 7 searches"
        return False
    if len(set(sentences)) == 1 and sentences[0] - draft.sentence_number(whole.start) <= 1:
        return _alone(draft, row, sentences[0]) and not _changes(draft, sentences[0])
    return len(row) > 2 and _same_matter(draft, row, whole)


def _referred(draft: Draft, row: list[Count], whole: Count) -> bool:
    """Whether the row says that it is of a whole and how it ends: "of them", "the remaining"."""
    opened = row[0].of_them or _opens_with(draft, whole, row[0])
    return opened and (len(row) > 2 or closes(draft, row[-1]) or row[-1].other)


def _opens_with(draft: Draft, whole: Count, first: Count) -> bool:
    """ "Of the 126, 71": the whole repeated right before its parts."""
    before = draft.text[max(0, whole.start - 10) : whole.start].lower()
    right = first.start - whole.end < _MARK
    return right and any(mark in before for mark in ("of the ", "of ", "из "))


def closes(draft: Draft, one: Count) -> bool:
    """Whether a number is told as all that is left: "the remaining 17"."""
    return draft.says("remaining", within=Span(max(0, one.start - _MARK), one.start))


def _alone(draft: Draft, row: list[Count], sentence: int) -> bool:
    """Whether the sentence counts nothing else of people."""
    at = draft.sentences[sentence]
    own = [one for one in draft.counts if at.start <= one.start < at.end and one.unit not in _NEVER]
    return len([one for one in own if one.unit in (None, "persons", row[0].unit)]) - len(row) <= int(
        any(one.value > max(each.value for each in row) for one in own)
    )


def _changes(draft: Draft, sentence: int) -> bool:
    at = draft.sentences[sentence]
    return draft.says("grown", within=at) or draft.says("shrunk", within=at)


def _same_matter(draft: Draft, row: list[Count], whole: Count) -> bool:
    """Whether far parts and the whole count one unit, in places, outcomes or shares of it."""
    at = draft.sentence(row[0].start)
    marked = row[0].of_them or told_share(draft, at)
    one_place = row[-1].sentence == at.start and _alone(draft, row, draft.sentence_number(at.start))
    return marked or one_place or all(one.unit == whole.unit == "persons" for one in row)


def told_share(draft: Draft, at: Span) -> bool:
    """Whether a share is told in words: "most of them"."""
    return any(draft.says("shares", name, within=at) for name in table("relations")["shares"])


def _closed(draft: Draft) -> Iterator[Relation]:
    """ "Of them 11, 8 and the remaining 7": parts that are said to be all, where they are not."""
    for last in draft.counts:
        at = draft.sentence(last.start)
        own = [o for o in draft.counts if at.start <= o.start <= last.start and o.unit not in _NEVER]
        opened = next((number for number, one in enumerate(own) if one.of_them), None)
        if opened is None or not closes(draft, last):
            continue
        parts = own[opened:]
        whole = _before(draft, parts)
        total = sum(one.value for one in parts)
        if _printed(draft, total, last):
            continue
        if whole and len(parts) > 1 and total != whole.value and whole.value <= 2 * total <= 4 * whole.value:
            yield _sum(draft, whole, parts)


def _before(draft: Draft, parts: list[Count]) -> Count | None:
    reach = draft.around(parts[0].start, before=2)
    largest = max(one.value for one in parts)
    before = [
        one for one in draft.counts
        if reach.start <= one.start < parts[0].start and one.value > largest and _one_unit(parts[0], one)
    ]  # fmt: skip
    return before[-1] if before else None


def _sum(draft: Draft, whole: Count, parts: list[Count]) -> Relation:
    total = sum(one.value for one in parts)
    ones = _ones(draft, parts) if total != whole.value else 0
    ones = ones if total + ones == whole.value else 0
    shown = " + ".join([*(str(one.value) for one in parts), *(["1"] * ones)])
    values = {"parts": shown, "whole": str(whole.value)}
    verdict = judged(total + ones == whole.value)
    return Relation(kind="sum", places=places_of(draft, (whole, *parts)), verdict=verdict, values=values)


def together(draft: Draft) -> Iterator[Relation]:
    """Two numbers of people in one sentence whose sum is left to the reader, or told after with "all"."""
    some = [one for one in draft.counts if one.unit not in ("time", "money")]
    for one, other in pairwise(some):
        if not _beside(draft, one, other) or not _one_stage(draft, one, other):
            continue
        total = one.value + other.value
        whole = _all_after(draft, other)
        if whole is not None and whole.value < 2 * total:
            yield _sum(draft, whole, [one, other])
        elif not _printed(draft, total, one):
            values = {"parts": f"{one.value} + {other.value}", "whole": str(total)}
            places = places_of(draft, (one, other))
            yield Relation(kind="together", places=places, verdict=HOLDS, reason="not_printed", values=values)


def _beside(draft: Draft, one: Count, other: Count) -> bool:
    """Whether two numbers of people stand side by side, neither a part of the other."""
    if one.sentence != other.sentence or one.unit != "persons" or other.unit not in ("persons", None):
        return False
    if one.of_them or other.of_them or one.value + other.value < _FEWEST_TOGETHER:
        return False
    at = draft.sentence(one.start)
    if draft.says("includes", within=Span(at.start, one.start)) or draft.says("respectively", within=at):
        return False
    if draft.says("taken_off", within=at):
        return False
    between = draft.text[one.end : other.start]
    gap = Span(one.end, other.start)
    joined = _joined(draft, one, other)
    return (
        joined
        and len(between) <= _BETWEEN
        and ":" not in between
        and not draft.says("including", within=gap)
        and not told_share(draft, gap)
        and not draft.says("among", within=draft.sentence(one.start))
        and not _changes(draft, draft.sentence_number(one.start))
        and not draft.says("compared", within=gap)
    )


def _joined(draft: Draft, one: Count, other: Count) -> bool:
    """Whether "and" stands few words before the second number; before a bare number, one at most."""
    marks = draft.found("joined", within=Span(max(one.end - 1, other.start - _JOINED), other.start))
    if not marks or (one.value == other.value and other.unit is None):
        return False
    own_verb = draft.says("own_verb", within=Span(other.end, min(len(draft.text), other.end + 6)))
    if other.unit is None and own_verb:  # "and at least six are behind bars": a story of its own
        return False
    words_between = draft.text[marks[-1].end() : other.start].split()
    return len(words_between) <= (_WORDS if other.unit else 1)


def _one_stage(draft: Draft, one: Count, other: Count) -> bool:
    """Whether neither is a later stage of the other: of those detained some are fined."""
    own, after = bounds.families(draft, one), bounds.families(draft, other)
    return not own or not after or own == after


def _all_after(draft: Draft, last: Count) -> Count | None:
    """ "All seven defendants" in the next two sentences."""
    reach = draft.around(last.start, after=2)
    end = draft.sentence(last.start).end
    after = [one for one in draft.counts if end <= one.start < reach.end and one.value > 1]
    return next((one for one in after if _is_all(draft, one)), None)


def _is_all(draft: Draft, one: Count) -> bool:
    before = draft.says("all_of", within=Span(max(0, one.start - 12), one.start))
    return before or draft.says("all_of_after", within=Span(one.end, min(len(draft.text), one.end + 16)))


def _printed(draft: Draft, total: int, one: Count) -> bool:
    """Whether the sum stands near: then it is no sum left to the reader."""
    number = draft.sentence_number(one.start)
    return any(
        each.value == total and abs(draft.sentence_number(each.start) - number) <= _SENTENCES
        for each in draft.counts
    )
