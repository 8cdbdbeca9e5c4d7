"""The desk speaks Russian and Kazakh: nothing is left out, nothing is left in English."""

import re
from collections import Counter
from dataclasses import astuple
from datetime import date
from gettext import c2py
from html.parser import HTMLParser

import pytest
from babel.messages.pofile import read_po
from django.utils import formats, translation

from tests.web.desk.test_gate import PLACES, patterns
from tests.web.desk.words import DJANGO, catalogue, compiled, full, path, wanted
from tizim.vocab import TABLES, law_book, law_books
from tizim.web.desk import vocabularies
from tizim.web.desk.journal import KINDS, TITLES
from tizim.web.desk.models import Account
from tizim.web.desk.moment import moment_of
from tizim.web.desk.opened import register, told

LANGUAGES = ("ru", "kk")
_PLACE = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w+\}")
_LATIN = re.compile(r"\b[a-z]{2,}\b")
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def messages(language):
    """The messages of a language, with all forms of each."""
    for one in catalogue(language):
        if one.id:
            asked = (one.id,) if isinstance(one.id, str) else one.id
            yield asked, (one.string,) if isinstance(one.string, str) else one.string


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_none_is_left_that_nobody_says(language):
    ids = {one.id for one in catalogue(language) if one.id}
    assert ids == wanted(language)
    assert [one.id for one in catalogue(language) if one.id and not full(one.string)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_is_filled_in_everywhere(language):
    for asked, answers in messages(language):
        for one in answers:
            assert Counter(_PLACE.findall(one)) == Counter(_PLACE.findall(asked[-1])), one


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_have_as_many_forms_as_django_counts_in(language):
    with (DJANGO / "conf/locale" / language / "LC_MESSAGES" / "django.po").open("rb") as stream:
        theirs = read_po(stream, locale=language)
    here = catalogue(language)
    for number in range(200):
        assert _form(here.plural_expr, number) == min(_form(theirs.plural_expr, number), here.num_plurals - 1)
    assert all(len(answers) == here.num_plurals for asked, answers in messages(language) if len(asked) == 2)


def _form(expression, number):
    return int(c2py(expression)(number))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_django_reads_is_what_was_translated(language):
    assert path(language).with_suffix(".mo").read_bytes() == compiled(language)


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("ru", 1, "1 день"),
        ("ru", 3, "3 дня"),
        ("ru", 11, "11 дней"),
        ("ru", 21, "21 день"),
        ("kk", 5, "5 күн"),
    ],
)
def test_a_number_takes_its_form(language, count, said):
    with translation.override(language):
        assert translation.ngettext("%(n)d day", "%(n)d days", count) % {"n": count} == said


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [("ru", "30 июня 2022 г.", "июнь 2022 г."), ("kk", "2022 ж. 30 маусым", "2022 ж. маусым")],
)
def test_days_are_written_as_the_language_writes_them(language, day, month):
    with translation.override(language):
        assert written("DATE_FORMAT") == day
        assert written("YEAR_MONTH_FORMAT") == month


def written(form):
    """The day in that form; what belongs together is not torn apart at the end of a line."""
    return formats.date_format(date(2022, 6, 30), form).replace("\xa0", " ")


class Said(HTMLParser):
    """What a page says by itself: its texts and labels, without what documents, people and addresses say."""

    VOID = frozenset(
        ("input", "meta", "link", "br", "hr", "img", "circle", "line", "rect", "polygon", "polyline")
    )
    THEIRS = frozenset(("blockquote", "mark", "code", "script", "style", "kbd"))

    def __init__(self, page: str, language: str) -> None:
        super().__init__()
        self.texts, self._open, self._language = [], [], language
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """Labels that are only heard or hovered over count too."""
        known = dict(attrs)
        theirs = tag in self.THEIRS or known.get("lang", self._language) != self._language
        theirs = theirs or known.get("translate") == "no"
        if tag not in self.VOID:
            self._open.append((tag, theirs))
        self.texts += [
            known[name] for name in ("title", "aria-label", "alt", "placeholder") if known.get(name)
        ]

    def handle_endtag(self, tag):
        """Back out of an element."""
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        """A text, if it is the page's own."""
        if data.strip() and not any(theirs for _tag, theirs in self._open):
            self.texts.append(" ".join(data.split()))


def real():
    """Ids that are there, so that pages show something."""
    lives = told(moment_of({"as_of": "2022-06-30"})).lives
    first, second = sorted(lives, key=lambda one: -len(lives[one].person.claim_ids))[:2]
    (claim,) = register().ledger.of(list(lives[first].person.claim_ids)[:1])
    figure = next(iter(register().ledger.known_at(kinds=("published_figure",))))
    ids = {"person_id": first, "left_id": first, "right_id": second, "figure_id": figure.id}
    return {**PLACES, **ids, "claim_id": claim.id, "entry_id": claim.id, "document_id": claim.document_id}


def pages(desk, language):
    """Everything that can be opened, as whoever may open it sees it."""
    Account.objects.update(language=language)
    given = real()
    for role in ("editor", "keeper", "auditor"):
        client = desk.client(role)
        client.post("/moment/", {"as_of": "2022-06-30"})
        for pattern, _one in patterns():
            if "logout" not in pattern and "lock" not in pattern:
                where = "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda one: given.get(one[1], "x"), pattern)
                answer = client.get(where)
                if answer["Content-Type"].startswith("text/html"):
                    yield where, answer.content.decode()
    for where in ("/lock/", "/account/logout/", "/account/login/"):
        yield where, client.get(where, headers={"accept-language": language}).content.decode()


def untranslated(language):
    """What no page may say: every English text that reads otherwise in the language."""
    for asked, answers in messages(language):
        for one in asked:
            words = re.findall("[A-Za-z]{2,}", _PLACE.sub(" ", one))
            if one not in answers and len(words) > one.count("%("):
                yield re.sub(r"%\\\(\w+\\\)[sd]|%[sd]", ".+", re.escape(one.replace("%%", "%")))


def theirs():
    """What documents, sources, people and law books say, in whatever language."""
    for entry in register().ledger.known_at():
        yield from map(str, astuple(entry))
    yield from (law_book(code).title["en"] for code in law_books())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_says_anything_in_english(desk, language):
    left = re.compile("|".join(untranslated(language)))
    given = "\n".join(theirs())
    found = {
        (where, text)
        for where, page in pages(desk, language)
        for text in Said(page, language).texts
        if left.fullmatch(text.rstrip(".:")) or left.fullmatch(text) or is_english(text, given)
    }
    assert sorted(found) == []


def is_english(text, given):
    """Whether a page itself says four words of English."""
    is_so = len(_LATIN.findall(text)) >= 4 and not _CYRILLIC.search(text)
    return is_so and re.sub(r"( \(\d.*\))?:?$", "", text) not in given


def test_every_kind_of_entry_and_every_table_has_a_word():
    assert set(TITLES) == set(KINDS)
    assert set(vocabularies.TITLES) == set(TABLES)
