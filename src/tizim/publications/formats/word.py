"""The report of an edition as DOCX, to be worked on further."""

from collections.abc import Sequence

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt

from tizim.publications.content import Cited, Entered, tells
from tizim.publications.formats.paper import blank, bytes_of, capital, clean, footed, picture, table
from tizim.publications.site.criteria import said_set
from tizim.publications.site.listed import (
    cited_by,
    is_long,
    line,
    photos_of,
    prints_passages,
    prints_photos,
    turn_row,
)
from tizim.publications.site.pages import Site, heading, method, titles_in
from tizim.publications.site.words import Words

_PEOPLE = (10, 38, 24, 24, 26, 30, 18)
_PHOTO = 16
_QUOTES = {"en": "“{}”", "ru": "«{}»", "kk": "«{}»"}


def report(site: Site, language: str) -> bytes:
    """The report in the language; the same bytes whenever it is made."""
    words, made = Words(language, bound=True), blank(language, points=10)
    title = heading(site.content, language)
    footed(made, title)
    _head(made, site, words)
    _list(made, site, words)
    _groups(made, site, words)
    _changes(made, site, words)
    _method(made, site, words)
    _passages(made, site, words)
    return bytes_of(made, title=title, day=site.content.as_of)


def _head(made: Document, site: Site, words: Words) -> None:
    content = site.content
    made.add_heading(clean(heading(content, words.language)), 0)
    told = (
        words.say("as_of", day=words.day(content.as_of)),
        words.say("known_at", day=words.day(content.known_at[:10])),
        words.say("edition", number=content.number),
    )  # fmt: skip
    made.add_paragraph(capital(", ".join(told)))
    bounds = made.add_paragraph(capital(words.bounds(content.at_least, content.at_most))).runs[0]
    bounds.bold, bounds.font.size = True, Pt(14)
    titles = titles_in(content, words.language)
    rows = [[capital(titles[one.code]), str(one.at_least), words.upper(one.at_most)] for one in content.parts]
    rows.append([capital(words.say("total")), str(content.at_least), words.upper(content.at_most)])
    table(made, [words.say(key) for key in ("class", "at_least", "at_most")], rows, (100, 35, 35))
    made.add_paragraph()
    if content.doubtful:
        made.add_paragraph(words.say("doubtful_note", n=len(content.doubtful)))
    if content.unnamed:
        made.add_paragraph(words.say("unnamed_note", n=len(content.unnamed)))


def _list(made: Document, site: Site, words: Words) -> None:
    content, titles = site.content, titles_in(site.content, words.language)
    made.add_heading(words.say("list"), 1)
    if not prints_photos(content):
        made.add_paragraph(words.say("photos_beside", n=photos_of(content)))
    for part in content.parts:
        people = [one for one in content.people if one.code == part.code]
        if people:
            counted = words.bounds(part.at_least, part.at_most)
            made.add_heading(clean(f"{capital(titles[part.code])}: {counted}"), 2)
            (_in_lines if is_long(content) else _in_table)(made, site, words, people)
    if not content.people:
        made.add_paragraph(words.say("nobody"))


def _in_lines(made: Document, site: Site, words: Words, people: Sequence[Entered]) -> None:
    for who in people:
        told = made.add_paragraph(clean(line(who, words)))
        if who.photo and prints_photos(site.content):
            told._p.insert(0, _photo(made, site, who))


def _in_table(made: Document, site: Site, words: Words, people: Sequence[Entered]) -> None:
    heads = ("number", "name", "since", "expected_end", "articles", "why", "passages")
    rows = [
        [
            str(one.number), one.name or words.say("not_named"),
            words.vague(one.since) if one.since else "", words.day(one.expected_end),
            "; ".join(one.articles), words.reason(one.why), cited_by(one),
        ]
        for one in people
    ]  # fmt: skip
    drawn = table(made, [words.say(key) for key in heads], rows, _PEOPLE)
    if not prints_photos(site.content):
        return
    for row, who in zip(drawn.findall(qn("w:tr"))[1:], people, strict=True):
        if who.photo:
            named = row.findall(qn("w:tc"))[1].find(qn("w:p"))
            named.addprevious(_alone(made, _photo(made, site, who)))


def _photo(made: Document, site: Site, who: Entered) -> BaseOxmlElement:
    return picture(made, site.photo(who.photo or ""), who.name or "", _PHOTO)


def _alone(made: Document, run: BaseOxmlElement) -> BaseOxmlElement:
    """The run in a paragraph of its own."""
    paragraph = made.add_paragraph()._p
    paragraph.append(run)
    return paragraph


def _groups(made: Document, site: Site, words: Words) -> None:
    content, titles = site.content, titles_in(site.content, words.language)
    if content.groups:
        made.add_heading(words.say("groups"), 1)
        rows = [
            [
                capital(titles[one.code]),
                words.bounds(one.at_least, one.at_most),
                ", ".join(str(place + 1) for place in one.passages),
            ]
            for one in content.groups
        ]
        table(made, [words.say(key) for key in ("class", "how_many", "passages")], rows, (80, 60, 30))


def _changes(made: Document, site: Site, words: Words) -> None:
    content, earlier = site.content, site.earlier
    if earlier:
        made.add_heading(
            clean(words.say("since_edition", number=earlier.number, day=words.day(earlier.as_of))), 1
        )
        was, now = (words.bounds(one.at_least, one.at_most) for one in (earlier, content))
        made.add_paragraph(capital(f"{was} → {now}"))
        titles = dict(titles_in(content, words.language))
        rows = [turn_row(one, words, titles) for one in site.turns]
        if rows:
            heads = [words.say(key) for key in ("what", "name", "before", "after")]
            table(made, heads, rows, (30, 50, 45, 45))
        else:
            made.add_paragraph(words.say("none_changed"))
    if site.errata:
        made.add_heading(words.say("errata"), 1)
        wrong = [[words.vague(one.date), one.place, one.said, one.right, one.reason] for one in site.errata]
        heads = [words.say(key) for key in ("date", "erratum_place", "said", "right", "reason")]
        table(made, heads, wrong, (28, 22, 40, 40, 40))


def _method(made: Document, site: Site, words: Words) -> None:
    made.add_heading(words.say("method"), 1)
    for told in method(site, words):
        made.add_paragraph(clean(told))
    said = said_set(site.content.criteria, words)
    if said:
        made.add_heading(clean(said.heading), 2)
        for told in said.lines:
            made.add_paragraph(clean(told))
        heads = [words.say(key) for key in ("criteria_ground", "criteria_asks", "criteria_place")]
        table(made, heads, said.grounds, (40, 90, 40))
    made.add_paragraph(f"{capital(words.say('digest'))} (SHA-256): {site.digest}")


def _passages(made: Document, site: Site, words: Words) -> None:
    made.add_heading(words.say("passages"), 1)
    if not prints_passages(site.content):
        made.add_paragraph(words.say("passages_beside", n=len(site.content.passages)))
        return
    for number, one in enumerate(site.content.passages, 1):
        made.add_paragraph(clean(f"{number}. {_quoted(one, words)}{_where(one, words)}"))


def _quoted(one: Cited, words: Words) -> str:
    if not one.quote:
        return ""
    told = _QUOTES[words.language].format(one.quote) if tells(one.quote) else words.say("quote_left_out")
    return f"{told} "


def _where(one: Cited, words: Words) -> str:
    """Where a passage stands: title, publisher, day, page, address."""
    day = words.vague(one.date) if one.date else None
    page = words.say("page", n=one.page) if one.page else None
    return ", ".join(filter(None, (one.title, one.source, day, page, one.url)))
