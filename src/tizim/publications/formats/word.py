"""The report of an edition as DOCX, to be worked on further."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import Pt

from tizim.publications.site.pages import Site, heading, method, prints_passages, titles_in
from tizim.publications.site.words import Words

_OLDEST = (1980, 1, 1, 0, 0, 0)
FONT = "Noto Sans"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def report(site: Site, language: str) -> bytes:
    """The report in the language; the same bytes whenever it is made."""
    words, made = Words(language), docx.Document()
    made.styles["Normal"].font.name, made.styles["Normal"].font.size = FONT, Pt(10)
    _head(made, site, words)
    _list(made, site, words)
    _changes(made, site, words)
    _method(made, site, words)
    _passages(made, site, words)
    return bytes_of(made, title=site.content.definition, day=site.content.as_of)


def _head(made: Document, site: Site, words: Words) -> None:
    content = site.content
    made.add_heading(heading(content, words.language), 0)
    told = (
        words.say("as_of", day=words.day(content.as_of)),
        words.say("known_at", day=words.day(content.known_at[:10])),
        words.say("edition", number=content.number),
    )  # fmt: skip
    made.add_paragraph(", ".join(told))
    made.add_paragraph(words.bounds(content.at_least, content.at_most)).runs[0].bold = True
    titles = titles_in(content, words.language)
    rows = [[titles[one.code], str(one.at_least), words.upper(one.at_most)] for one in content.parts]
    rows.append([words.say("total"), str(content.at_least), words.upper(content.at_most)])
    _table(made, [words.say(key) for key in ("class", "at_least", "at_most")], rows)


def _list(made: Document, site: Site, words: Words) -> None:
    content, titles = site.content, titles_in(site.content, words.language)
    made.add_heading(words.say("list"), 1)
    if content.unnamed:
        made.add_paragraph(words.say("unnamed_note", n=len(content.unnamed)))
    heads = [words.say(key) for key in ("number", "name", "since", "expected_end", "articles", "why")]
    for part in content.parts:
        people = [one for one in content.people if one.code == part.code]
        if people:
            made.add_heading(f"{titles[part.code]}: {words.bounds(part.at_least, part.at_most)}", 2)
            rows = [
                [
                    str(one.number), one.name or words.say("not_named"),
                    words.vague(one.since) if one.since else "", words.day(one.expected_end),
                    "; ".join(one.articles), words.reason(one.why),
                ]
                for one in people
            ]  # fmt: skip
            _table(made, heads, rows)


def _changes(made: Document, site: Site, words: Words) -> None:
    if site.earlier:
        day = words.day(site.earlier.as_of)
        made.add_heading(words.say("since_edition", number=site.earlier.number, day=day), 1)
        people = ((one.what, one.after or one.before) for one in site.turns)
        rows = [[words.reason(what), (person.name or "") if person else ""] for what, person in people]
        _table(made, [words.say("what"), words.say("name")], rows)
    if site.errata:
        made.add_heading(words.say("errata"), 1)
        wrong = [[words.vague(one.date), one.place, one.said, one.right, one.reason] for one in site.errata]
        _table(made, [words.say(key) for key in ("date", "place", "said", "right", "reason")], wrong)


def _method(made: Document, site: Site, words: Words) -> None:
    made.add_heading(words.say("method"), 1)
    for line in method(site, words):
        made.add_paragraph(line)


def _passages(made: Document, site: Site, words: Words) -> None:
    made.add_heading(words.say("passages"), 1)
    if not prints_passages(site.content):
        made.add_paragraph(words.say("passages_beside", n=len(site.content.passages)))
        return
    for number, one in enumerate(site.content.passages, 1):
        where = (one.title, one.source, words.vague(one.date) if one.date else None,
                 words.say("page", n=one.page) if one.page else None, one.url)  # fmt: skip
        quoted = f"“{clean(one.quote)}” " if one.quote else ""
        made.add_paragraph(f"{number}. {quoted}{clean(', '.join(filter(None, where)))}")


def _table(made: Document, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table, its rows written as they are: the library finds every cell anew for each one asked for."""
    table = made.add_table(rows=1, cols=len(heads), style="Light Grid")
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.text = text
    for row in rows:
        cells = "".join(
            f'<w:tc><w:p><w:r><w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r></w:p></w:tc>'
            for text in row
        )
        table._tbl.append(parse_xml(f'<w:tr xmlns:w="{_WORDS}">{cells}</w:tr>'))


def clean(text: str | None) -> str:
    """The text without control characters, which no XML takes."""
    return "".join(sign if sign.isprintable() or sign in "\n\t" else " " for sign in text or "")


def bytes_of(made: Document, *, title: str, day: str) -> bytes:
    """The file without the moment at which it was made, and without who made it."""
    told = made.core_properties
    told.author = told.last_modified_by = "tizim"
    told.title, told.comments, told.revision = title, "", 1
    told.created = told.modified = datetime.fromisoformat(day)
    raw, out = io.BytesIO(), io.BytesIO()
    made.save(raw)
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name, _OLDEST), before.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
