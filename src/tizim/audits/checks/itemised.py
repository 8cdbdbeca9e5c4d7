"""Items beside the number that announces them: rows after a colon, numbered rows, what an end should hold."""

import re
from collections.abc import Iterator

from tizim.audits.checks.lists import blocks, left_unnamed
from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.numerals import numeral_pattern, value_of
from tizim.audits.patterns import LOWER, UPPER, group
from tizim.documents import Span

_OPENED = re.compile(
    r"[^.:;(\n]{0,90}?:\s|[^.:;(\n–—]{0,40}?\s[–—]\s|(?: [a-z]+){0,2} are\s(?=the [A-Z]|[A-Z])"
)
_BRACKETS = re.compile(r"\([^)]*\)")
_BREAK = re.compile(
    r",\s+(?:and |и |а также |және )?|\s+(?:and|as well as|и|а также|және|мен|пен|бен)\s+(?!\w+[^,]{0,60},)"
)
_PROPER = re.compile(rf"(?:[Tt]he |[«“\"]?)[{UPPER}][{LOWER}]+|[{UPPER}]\.")
_NUMBERED = re.compile(r"\s*\|?\s*(\d{1,3})\.?\s*[\t|]")
_HOW_MANY = re.compile(rf"an?\b(?= [a-z])|(?:{numeral_pattern('en')})(?= [a-z])", re.IGNORECASE)
_HEAD = re.compile(r"[^.:;\d\n]{0,50}:\s")
_THINGS = re.compile(rf",\s+(?:and )?|\sand\s(?=an?\s|{numeral_pattern('en')})")
_THESE = re.compile(r"(?:These|Эти|Осы|Бұл)\s")
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
        if row and any(one.value == len(items) for one in draft.counts_in(Span(count.sentence, row.start))):
            continue  # "three of the four agreed: …"
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
    dash = re.search(r"\s[–—]\s", draft.text[opened.end() : sentence.end])
    end = opened.end() + dash.start() if dash and ":" not in opened.group() else sentence.end
    row = Span(opened.end(), end)
    return None if between or draft.text.count(":", row.start, row.end) else row


def _items(text: str) -> list[str]:
    """The items of a row; none where one is too long to be a name, or bears a number outside brackets."""
    plain = _BRACKETS.sub("", text).strip(" \n.,;!")
    if re.search(r"\d|;|\n", plain):
        return []
    found = [one.strip() for one in _BREAK.split(plain)]
    return found if all(one and len(one.split()) <= _LONG_ITEM for one in found) else []


def _short_of(draft: Draft, count: Count, row: Span, items: list[str]) -> bool:
    """Whether a row need not name all, or tells far more or less than announced."""
    near = abs(len(items) - count.value) > max(2, count.value // 2)
    several = draft.says("rest", within=row) or draft.says("several_kin", within=row)
    return near or several or left_unnamed(draft, count)


def names_told_next(draft: Draft) -> Iterator[Finding]:
    """ "Six lawyers are in prison. Their names: A, B and C.": the row in the sentence behind the number."""
    for hit in draft.found("they_are"):
        sentence = draft.sentence(hit.start())
        colon = draft.text.find(":", hit.end(), sentence.end)
        own = draft.counts_in(sentence)
        before = Span(draft.around(hit.start(), before=1).start, sentence.start)
        told = [one for one in draft.counts_in(before) if one.unit in ("persons", None) and one.exact]
        items = _items(draft.text[colon + 1 : sentence.end]) if colon > 0 and not own else []
        proper = len(items) > 1 and all(_PROPER.match(one) for one in items)
        if proper and len(told) == 1 and 0 < abs(told[0].value - len(items)) <= max(2, told[0].value // 2):
            spans = ((told[0].start, told[0].end), (colon, sentence.end))
            yield draft.finding("list_count", *spans, number=told[0].value, named=len(items))


def things_announced(draft: Draft) -> Iterator[Finding]:
    """ "Three items: two telephones, a laptop and a book": what the numbers and articles of a row make."""
    for count in draft.counts:
        sentence = draft.sentence(count.start)
        opened = _HEAD.match(draft.text, count.end, sentence.end)
        if opened is None or not count.exact or draft.language(count.start) != "en":
            continue
        row = draft.text[opened.end() : sentence.end]
        made = [_how_many(one.strip()) for one in _THINGS.split(row)]
        total = sum(one or 0 for one in made)
        lone = re.search(r"(?:^|, |and )an? [a-z]", row) and count.unit not in ("time", "money")
        if (
            lone
            and len(made) > 1
            and None not in made
            and 0 < abs(total - count.value) <= max(2, count.value // 2)
        ):
            spans = ((count.start, count.end), (opened.end(), sentence.end))
            yield draft.finding("sum", *spans, whole=count.value, parts=total)


def _how_many(item: str) -> int | None:
    """How many things an item of a row is: "a laptop" is one; None where it says no number."""
    hit = _HOW_MANY.match(item)
    if hit is None:
        return None
    value = 1 if hit.group().lower() in ("a", "an") else value_of(hit.group().lower(), "en")
    return None if value is None else int(value)


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


def taken_up_after(draft: Draft) -> Iterator[Finding]:
    """A list of three items, and behind it "these four demands": the number beside the list before it."""
    for first, last in blocks(draft):
        if last + 1 >= len(draft.paragraphs):
            continue
        after, items = draft.paragraphs[last + 1], last - first + 1
        count = next(iter(draft.counts_in(draft.sentence(after.start))), None)
        opens = count and _THESE.fullmatch(draft.text, after.start, count.number[0])
        if count and opens and count.exact and 0 < abs(count.value - items) <= max(2, items // 2):
            spans = ((count.start, count.end), (draft.paragraphs[first].start, draft.paragraphs[last].end))
            yield draft.finding("list_count", *spans, number=count.value, named=items)


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
