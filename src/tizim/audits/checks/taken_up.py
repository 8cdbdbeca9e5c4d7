"""People named in a row and then taken up by a number: all four of them, the other three."""

from collections.abc import Iterator
from itertools import pairwise

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.numerals import value_of
from tizim.audits.patterns import compiled, group, words
from tizim.audits.people import Mention
from tizim.documents import Span

_BACK = 3  # sentences before "the others" in which their whole may stand
_LAST, _FAR = 6, 8  # the numbers that the marks reach; sentences from one mark to the next
_OPENING = 3  # words that may stand before a row of names


def all_of_row(draft: Draft) -> Iterator[Finding]:
    """ "A, B and C were detained. All four were released": the number beside the names before it."""
    for hit in draft.found("all_of_row"):
        said = value_of(group(hit, "count") or "0", draft.language(hit.start()))
        number = draft.sentence_number(hit.start())
        before = draft.sentences[number - 1] if number else None
        if before is None or said is None or draft.paragraph(before.start) != draft.paragraph(hit.start()):
            continue
        row = _row(draft, before)
        told = Span(draft.paragraph(hit.start()).start, hit.start())
        others = {m.person for m in draft.mentions_in(told)} != {m.person for m in row}
        if len(row) > 1 and not others and not _people(draft, told) and len(row) != said:
            spans = (hit.span(), (row[0].start, row[-1].end))
            yield draft.finding("list_count", *spans, number=int(said), named=len(row))


def _row(draft: Draft, sentence: Span) -> list[Mention]:
    """The people with whose names a sentence begins; nothing where one is named later, or without his own."""
    found = {m.person: m for m in reversed(draft.mentions_in(sentence))}
    row = sorted(found.values(), key=lambda m: m.start)
    before = draft.text[sentence.start : row[0].start].split() if row else []
    gaps = [draft.text[one.end : other.start].split() for one, other in pairwise(row)]
    return row if len(before) <= _OPENING and all(len(gap) <= 2 for gap in gaps) else []


def _people(draft: Draft, at: Span) -> list[Count]:
    """The numbers of people of a stretch."""
    return [one for one in draft.counts_in(at) if one.unit == "persons" and not one.other]


def others_of_names(draft: Draft) -> Iterator[Finding]:
    """ "Five were detained. A and B were released. The other two …": the number of those who are left."""
    for hit in draft.found("left_over"):
        said = value_of(group(hit, "count") or "0", draft.language(hit.start()))
        number = draft.sentence_number(hit.start())
        first = draft.sentences[max(0, number - _BACK)].start
        start = max(first, draft.paragraph(hit.start()).start)
        people = _people(draft, Span(start, draft.sentences[number].start))
        if said is None or len(people) != 1 or not people[0].exact:
            continue
        whole = people[0]
        between = draft.sentences[draft.sentence_number(whole.start) + 1 : number]
        rows = [_row(draft, sentence) for sentence in between]
        named = [m for row in rows for m in row]
        left = whole.value - len({m.person for m in named})
        if rows and all(rows) and 0 < left != said:
            spans = (hit.span(), (whole.start, whole.end), (named[0].start, named[-1].end))
            values = {"whole": whole.value, "named": whole.value - left, "left": left, "said": int(said)}
            yield draft.finding("others_count", *spans, **values)


def enumerated(draft: Draft) -> Iterator[Finding]:
    """ "There are three reasons. First, … Second, …": the number beside those that are told."""
    for count in draft.counts:
        if not count.exact or not 1 < count.value < _LAST or count.unit in ("time", "money"):
            continue
        number = draft.sentence_number(count.start)
        following = draft.sentences[number + 1 : number + 2]
        marks = _marks(draft, following[0]) if following else []
        if len(marks) > 1 and len(marks) != count.value:
            spans = ((count.start, count.end), *marks)
            yield draft.finding("list_count", *spans, number=count.value, named=len(marks))


def _marks(draft: Draft, first: Span) -> list[tuple[int, int]]:
    """Where "first", "second", "third" open sentences one after another, the first of them here."""
    found: list[tuple[int, int]] = []
    rest = list(draft.sentences[draft.sentence_number(first.start) :])
    for forms in words(draft.language(first.start), "enumerators"):
        again = compiled([f"re:(?:{'|'.join(forms)}),? "])
        hits = (again.match(draft.text, at.start, at.end) for at in rest[: 1 if not found else _FAR])
        hit = next((one for one in hits if one), None)
        if hit is None:
            break
        found.append(hit.span())
        rest = [at for at in rest if at.start > hit.start()]
    return found
