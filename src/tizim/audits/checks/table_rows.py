"""Rows of a table about people: a term beside its article, a birth year beside an age told in the text."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tizim.audits.checks.columns import Cell, table_cells
from tizim.audits.checks.law import problems_of_term, told_by
from tizim.audits.dates_said import now_said
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.lengths import lengths_in
from tizim.audits.patterns import group
from tizim.documents import Span

_ARTICLE = re.compile(
    r"(?P<number>\d{3}(?:[-.]\d)?)"
    r"(?:,? (?:ч\.|часть|part|p\.) ?(?P<part>\d)|\((?P<part2>\d)\)|-бап,? (?P<part3>\d)-бөл\w*)?"
)
_BOOKS = {
    "KZ-CC": re.compile(r"\bУК РК\b|ҚР ҚК|Criminal Code|\bCC\b|\bУК\b|\bҚК\b"),
    "RU-CC": re.compile(r"УК РФ"),
}
_YEAR = re.compile(r"(?:\d{1,2}\.\d{1,2}\.)?(?P<year>19\d\d|20[01]\d)")
Row = list[Cell]


def terms_of_rows(draft: Draft) -> Iterator[Finding]:
    """A term in prison in the row of a table, outside the range of the article in the same row."""
    for head, rows in _tables(draft):
        column = next(
            (n for n, cell in enumerate(head) if draft.says("article_column", within=_at(cell))), None
        )
        book = next(
            (
                b
                for b, known in reversed(_BOOKS.items())
                if known.search(draft.text[head[0].start : head[-1].end])
            ),
            None,
        )
        if column is None or book is None:
            continue
        for row in rows:
            hit = _ARTICLE.fullmatch(row[column].text.strip()) if len(row) == len(head) else None
            part = group_of(hit) if hit else None
            cited = f"{book} {hit.group('number')}{f'({part})' if part else ''}" if hit else ""
            for cell, term in _terms(draft, row) if hit else ():
                for problem in problems_of_term(cited, term):
                    span = (
                        (row[column].start, cell.end)
                        if row[column].start < cell.end
                        else (cell.start, row[column].end)
                    )
                    yield draft.finding("penalty_range", span, **told_by(row[column].text, problem))


def group_of(hit: re.Match[str]) -> str | None:
    """The part of an article, in whichever way it is written."""
    return hit.group("part") or hit.group("part2") or hit.group("part3")


def _terms(draft: Draft, row: Row) -> Iterator[tuple[Cell, str]]:
    """The cells of a row that give one term in prison, as an outcome."""
    for cell in row:
        lengths = lengths_in(draft.text, _at(cell), draft.language(cell.start))
        one = lengths[0] if len(lengths) == 1 else None
        if (
            one
            and one.unit in ("year", "month")
            and one.value == int(one.value)
            and draft.says("behind_bars", within=_at(cell))
        ):
            yield cell, f"imprisonment P{int(one.value)}{one.unit[0].upper()}"


def births_of_rows(draft: Draft) -> Iterator[Finding]:
    """An age told in the text of somebody whose birth year stands in a table."""
    born = dict(_births(draft))
    now = now_said(draft)
    for hit in (*draft.found("age"), *draft.found("age_told")) if born and now else ():
        sentence, written = draft.sentence(hit.start()), group(hit, "age")
        named = [m.form for m in draft.mentions_in(Span(sentence.start, hit.start()))]
        cell = born.get(named[-1]) if named else None
        year = int(_YEAR.search(cell.text)["year"]) if cell and _YEAR.search(cell.text) else None  # type: ignore[index]
        if cell and year and written and now and int(written) not in (now - year, now - year - 1):
            yield draft.finding(
                "age_birth", hit.span(), (cell.start, cell.end), age=written, year=year, now=now
            )


def _births(draft: Draft) -> Iterator[tuple[str, Cell]]:
    """The names in the rows of tables, each with the cell of its birth year."""
    for head, rows in _tables(draft):
        column = next(
            (n for n, cell in enumerate(head) if draft.says("birth_column", within=_at(cell))), None
        )
        for row in rows if column is not None else ():
            if column is not None and len(row) == len(head) and _YEAR.fullmatch(row[column].text):
                for name in draft.mentions_in(Span(row[0].start, row[-1].end))[:1]:
                    yield name.form, row[column]


def _at(cell: Cell) -> Span:
    return Span(cell.start, cell.end)


def _tables(draft: Draft) -> Iterator[tuple[Row, list[Row]]]:
    """Each run of lines of as many columns: its head and the rows below it."""
    lines = draft.kept("table lines", lambda: [table_cells(draft, at) for at in draft.paragraphs])
    starts = [
        0,
        *(n + 1 for n, (one, other) in enumerate(pairwise(lines)) if len(one) != len(other)),
        len(lines),
    ]
    for first, end in pairwise(starts):
        if end - first > 1 and len(lines[first]) > 2:
            yield lines[first], lines[first + 1 : end]
