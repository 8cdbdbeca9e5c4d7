"""Items beside the number that announces them: rows after a colon, numbered rows, what an end should hold."""

import re
from collections.abc import Iterator

from tizim.audits.checks.lists import left_unnamed
from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.patterns import LOWER, UPPER, group
from tizim.documents import Span

_OPENED = re.compile(r"[^.:;(\n]{0,90}?:\s|[^.:;(\n–—]{0,40}?\s[–—]\s")
_BRACKETS = re.compile(r"\([^)]*\)")
_BREAK = re.compile(
    r",\s+(?:and |и |а также |және )?|\s+(?:and|as well as|и|а также|және|мен|пен|бен)\s+(?!\w+[^,]{0,60},)"
)
_PROPER = re.compile(rf"(?:[Tt]he |[«“\"]?)[{UPPER}][{LOWER}]+|[{UPPER}]\.")
_NUMBERED = re.compile(r"\s*\|?\s*(\d{1,3})\.?\s*[\t|]")
_MOST, _LONG_ITEM, _CLAUSES = 40, 9, 12
_BEFORE = 3  # paragraphs before a table in which its rows are announced
_UNCOUNTED = ("time", "money", "papers")


def rows_of_names(draft: Draft) -> Iterator[Finding]:
    """ "Five cities: Almaty, Oral and Aktobe": the proper names of a row beside the number that opens it."""
    for count in draft.counts:
        if not count.exact or not 1 < count.value <= _MOST or count.unit in _UNCOUNTED:
            continue
        row = _row(draft, count)
        items = _items(draft.text[row.start : row.end]) if row else []
        proper = len(items) > 1 and all(_PROPER.match(one) for one in items)
        if row and proper and len(items) != count.value and not _short_of(draft, count, row, items):
            spans = ((count.start, count.end), (row.start, row.end))
            yield draft.finding("list_count", *spans, number=count.value, named=len(items))


def _row(draft: Draft, count: Count) -> Span | None:
    """What a colon or a dash opens behind a count, to the end of its sentence; None behind another number."""
    sentence = draft.sentence(count.start)
    opened = _OPENED.match(draft.text, count.end, sentence.end)
    if opened is None or draft.says("including", within=Span(count.end, opened.end() + 1)):
        return None
    between = [one for one in draft.counts_in(Span(count.end, opened.end())) if one is not count]
    row = Span(opened.end(), sentence.end)
    return None if between or draft.text.count(":", row.start, row.end) else row


def _items(text: str) -> list[str]:
    """The items of a row; none where one is too long to be a name, or bears a number outside brackets."""
    plain = _BRACKETS.sub("", text).strip(" \n.;!")
    if re.search(r"\d|;|\n", plain):
        return []
    found = [one.strip() for one in _BREAK.split(plain)]
    return found if all(one and len(one.split()) <= _LONG_ITEM for one in found) else []


def _short_of(draft: Draft, count: Count, row: Span, items: list[str]) -> bool:
    """Whether a row need not name all, or tells far more or less than announced."""
    near = abs(len(items) - count.value) > max(2, count.value // 2)
    several = draft.says("rest", within=row) or draft.says("several_kin", within=row)
    return near or several or left_unnamed(draft, count)


def clauses_announced(draft: Draft) -> Iterator[Finding]:
    """ "Three limits: the first; the second.": the clauses that semicolons set apart beside the number."""
    for count in draft.counts:
        if not count.exact or not 1 < count.value <= _CLAUSES or count.unit in ("time", "money"):
            continue
        sentence = draft.sentence(count.start)
        opened = re.compile(r"(?: [^\W\d]+){1,4}: ").match(draft.text, count.number[1], sentence.end)
        row = draft.text[opened.end() : sentence.end] if opened else ""
        clauses = [one for one in row.split(";") if one.strip()]
        if clauses and len(_items(clauses[0])) == count.value:
            continue  # the items stand before the first semicolon
        if opened and len(clauses) > 1 and len(clauses) != count.value and not re.search(r"\d", row):
            spans = ((count.start, count.end), (opened.end(), sentence.end))
            yield draft.finding("list_count", *spans, number=count.value, named=len(clauses))


def numbered_rows(draft: Draft) -> Iterator[Finding]:
    """ "The list names 12 people" over a table whose rows are numbered from 1 to 11."""
    for first, rows in _tables(draft):
        head = Span(draft.paragraphs[max(0, first - _BEFORE)].start, draft.paragraphs[first].start)
        told = [
            one for one in draft.counts_in(head) if one.unit == "persons" and one.exact and not one.of_them
        ]
        if not told:
            continue
        count, many = told[-1], len(rows)
        if count.value != many and abs(count.value - many) <= max(2, many // 4):
            spans = ((count.start, count.end), (rows[-1].start, rows[-1].end))
            yield draft.finding("list_count", *spans, number=count.value, named=many)


def _tables(draft: Draft) -> Iterator[tuple[int, list[Span]]]:
    """Each run of table rows numbered from 1 on without a gap, and the number of its first paragraph."""
    rows: list[Span] = []
    start = 0
    for number, at in enumerate([*draft.paragraphs, None]):
        hit = _NUMBERED.match(draft.text, at.start, at.end) if at else None
        if hit and int(hit.group(1)) == len(rows) + 1:
            start = number if not rows else start
            rows.append(at) if at else None
            continue
        if len(rows) > 2:
            yield start, rows
        rows = [at] if hit and at and int(hit.group(1)) == 1 else []
        start = number


def kept_for_the_end(draft: Draft) -> Iterator[Finding]:
    """ "The full chronology stands at the end of this update", where no heading after it speaks of one."""
    for hit in draft.found("at_the_end"):
        stem = (group(hit, "noun") or "").lower()[:5]
        after = [draft.text[at.start : at.end] for at in draft.paragraphs if at.start > hit.end()]
        heads = [line for line in after if len(line) < 80 and line[-1] not in ".;,?!"]
        if stem and not any(stem in line.lower() for line in heads):
            yield draft.finding("missing_list", hit.span(), words=listed([hit.group()]))
