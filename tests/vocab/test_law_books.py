"""Articles are read as references, found in the book of their day and checked against title and term."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.vocab.articles import ArticleRef, article
from tizim.vocab.errors import ArticleError, LawBookError
from tizim.vocab.law_books import law_book, law_books, load_law_book
from tizim.vocab.law_checks import check_article
from tizim.vocab.outcomes import outcome

EVERY_ARTICLE = [(code, one) for code in law_books() for one in law_book(code).articles]


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("KZ-CC 405(2)", ("KZ-CC", "405", "2")),
        ("KZ-CC 405", ("KZ-CC", "405", None)),
        ("kz-cc  405 (2)", ("KZ-CC", "405", "2")),
        ("KZ-CC 361-2(1)", ("KZ-CC", "361-2", "1")),
        ("BY-CC 361-1", ("BY-CC", "361-1", None)),
        ("RU-CC 280.3", ("RU-CC", "280.3", None)),
        ("KZ-CC-1997 337-1(2)", ("KZ-CC-1997", "337-1", "2")),
        ("ZZ-XX 1", ("ZZ-XX", "1", None)),
    ],
)
def test_a_reference_is_read_whether_or_not_its_book_is_known(
    text: str, ref: tuple[str, str, str | None]
) -> None:
    assert article(text) == ArticleRef(*ref)


@pytest.mark.parametrize(
    "text", ["", "405", "KZ-CC", "Article 14", "KZ-CC 405(1,2)", "KZ-CC 405; KZ-CC 174", "KZ-CC 4 05"]
)
def test_what_is_no_reference_is_refused(text: str) -> None:
    with pytest.raises(ArticleError, match="KZ-CC 405"):
        article(text)


def test_a_refusal_does_not_repeat_what_might_be_a_name() -> None:
    with pytest.raises(ArticleError) as refusal:
        article("Zarina Velmer")
    assert "Velmer" not in str(refusal.value)


@given(st.from_regex(r"[A-Z]{2}-[A-Z]{2,3} [1-9][0-9]{0,2}(-[1-9]|\.[1-9])?(\([1-9]\))?", fullmatch=True))
def test_a_reference_is_written_as_it_was_read(text: str) -> None:
    assert str(article(text)) == text


@pytest.mark.parametrize(
    ("code", "near"),
    [("KZ-CP", "KZ-CC"), ("KZ-COA", "KZ-CAO"), ("KZ-XX", "KZ-CC"), ("kz-cc", "KZ-CC"), ("ZZ-QQ", "BY-CC")],
)
def test_an_unknown_book_is_refused_with_the_nearest_known(code: str, near: str) -> None:
    with pytest.raises(LawBookError, match=near):
        law_book(code)


@pytest.mark.parametrize(
    ("code", "on", "wanted"),
    [
        ("KZ-CC", None, "KZ-CC"),
        ("KZ-CC", date(2015, 1, 1), "KZ-CC"),
        ("KZ-CC", date(2014, 12, 31), "KZ-CC-1997"),
        ("KZ-CAO", date(2012, 5, 14), "KZ-CAO-2001"),
        ("VN-CC", date(2017, 12, 21), "VN-CC-1999"),
        ("KZ-CC", date(1990, 1, 1), "KZ-CC"),
        ("KZ-CC-1997", date(2020, 1, 1), "KZ-CC-1997"),
    ],
)
def test_a_code_means_the_book_of_the_day(code: str, on: date | None, wanted: str) -> None:
    assert law_book(code, on).code == wanted


def test_an_article_changed_by_a_law_has_two_wordings() -> None:
    book = law_book("KZ-CAO")
    before, after = book.article("488", date(2020, 6, 5)), book.article("488", date(2020, 6, 6))
    assert before and after and "rallies" in before.title["en"] and "rallies" not in after.title["en"]
    assert book.article("488") == after
    assert book.article("488", date(2014, 12, 31)) is None
    assert book.article("9999") is None


def test_a_part_gives_its_range_and_where_it_is_from() -> None:
    found = law_book("KZ-CC").article("182")
    first = found and found.part("1")
    assert first and (first.penalty_min, first.penalty_max) == ("imprisonment P10Y", "imprisonment P17Y")
    assert "November 2020" in first.source
    assert found and found.part("9") is None and found.part(None) is None


def test_every_penalty_is_an_outcome_and_names_its_source() -> None:
    parts = [part for _, one in EVERY_ARTICLE for part in (*(one.parts or {}).values(), one.whole) if part]
    ends = [(part, end) for part in parts for end in (part.penalty_min, part.penalty_max) if end]
    assert ends
    assert all(outcome(end)[0].duration and part.source for part, end in ends)


@pytest.mark.parametrize("code", law_books())
def test_every_book_has_its_name_in_three_languages(code: str) -> None:
    assert set(law_book(code).title) >= {"en", "ru", "kk"}


def test_every_article_of_kazakhstan_in_force_has_titles_in_three_languages() -> None:
    shipped = [one for code, one in EVERY_ARTICLE if code in ("KZ-CC", "KZ-CC-1997", "KZ-CAO")]
    assert shipped and all(one.title.keys() == {"en", "ru", "kk"} for one in shipped)


@pytest.mark.parametrize(
    ("code", "one"), EVERY_ARTICLE, ids=lambda part: part if isinstance(part, str) else part.number
)
def test_every_title_fits_its_own_article(code: str, one) -> None:
    day = one.in_force_to or law_book(code).in_force_to
    for wording in (*one.title.values(), *one.also):
        assert check_article(ArticleRef(code, one.number), title=wording, on=day) == ()


@pytest.mark.parametrize(
    "title",
    [
        "dissemination of knowingly false information",
        "deliberately spreading false information",
        "Распространение заведомо ложной информации",
        "көрінеу жалған ақпарат таратқаны үшін",
    ],
)
def test_405_described_with_the_title_of_274_is_noticed(title: str) -> None:
    (problem,) = check_article(article("KZ-CC 405"), title=title)
    assert problem.where == "KZ-CC 405" and "article 274" in problem.what


@pytest.mark.parametrize(
    ("ref", "title", "on"),
    [
        ("KZ-CC 405", "taking part in an organisation that a court banned as extremist", None),
        ("KZ-CC 266", "financing a criminal group", None),
        ("KZ-CC 378", "insulting a public official, a representative of authority", None),
        ("KZ-CC 164(3)", "inciting social hatred with grave consequences", date(2012, 10, 8)),
        ("KZ-CC 170(2)", "calls to overthrow the constitutional order", date(2012, 10, 8)),
        ("KZ-CAO 653", "contempt of court", None),
        ("BY-CC 342(1)", "участие в групповых действиях, грубо нарушающих порядок", None),
        ("ZZ-XX 5", "anything", None),
    ],
)
def test_a_paraphrase_of_the_right_title_passes(ref: str, title: str, on: date | None) -> None:
    assert check_article(article(ref), title=title, on=on) == ()


def test_a_title_that_fits_no_article_is_noticed_too() -> None:
    (problem,) = check_article(article("KZ-CC 405"), title="poaching rare fish")
    assert "does not fit" in problem.what


@pytest.mark.parametrize(
    ("ref", "on", "says"),
    [
        ("KZ-CC 999", None, "ends with article 467"),
        ("KZ-CC 401", None, "not among the articles held of KZ-CC"),
        ("KZ-CC 164(3)", None, "KZ-CC-1997 has 164"),
        ("KZ-CC 405", date(2012, 10, 8), "KZ-CC has 405. In force from 2015-01-01"),
        ("KZ-CC 174", date(1990, 1, 1), "not in force on 1990-01-01"),
        ("RU-CC 280.3", date(2020, 1, 1), "In force from 2022-03-04"),
    ],
)
def test_an_article_not_there_on_the_day_is_noticed(ref: str, on: date | None, says: str) -> None:
    (problem,) = check_article(article(ref), on=on)
    assert says in str(problem)


@pytest.mark.parametrize(
    ("ref", "term", "says"),
    [
        ("KZ-CC 182(1)", "faces imprisonment P10Y..P17Y", None),
        ("KZ-CC 182(1)", "faces imprisonment P8Y..P12Y", "It fits 182(2)"),
        ("KZ-CC 182(2)", "imprisonment P8Y", None),
        ("KZ-CC 182(2)", "imprisonment P7Y11M", "P8Y..P12Y"),
        ("KZ-CC 182(2)", "faces imprisonment ..P12Y", None),
        ("KZ-CC 182", "imprisonment P9Y", None),
        ("KZ-CC 182", "imprisonment P18Y", "outside"),
        ("KZ-CC 405(2)", "imprisonment P4Y; ban P3Y", "several articles"),
        ("KZ-CC 405(2)", "restriction_of_liberty P4Y", None),
        ("KZ-CC 405(2)", "imprisonment", None),
        ("KZ-CC 405", "imprisonment P4Y", None),
        ("KZ-CC 378", "fine 140 EUR", None),
    ],
)
def test_a_term_is_compared_with_the_range_that_a_source_gives(ref: str, term: str, says: str | None) -> None:
    problems = check_article(article(ref), term=term)
    assert [says in str(problem) for problem in problems] == ([True] if says else [])


def test_administrative_arrest_is_compared_with_the_wording_of_the_day() -> None:
    ref = article("KZ-CAO 488")
    assert check_article(ref, term="administrative_arrest P15D", on=date(2019, 9, 1)) == ()
    assert len(check_article(ref, term="administrative_arrest P20D", on=date(2019, 9, 1))) == 1
    assert check_article(ref, term="administrative_arrest P20D", on=date(2022, 4, 24)) == ()


GOOD = """
code: XV-CC
country: XV
title: {en: Penal Law of Velunia}
sources: [Penal Law of Velunia]
articles:
- {number: "12", title: {en: Gathering at night}}
"""


def test_a_book_of_another_country_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "XV-CC.yml"
    path.write_text(GOOD, encoding="utf-8")
    found = load_law_book(path).article("12")
    assert found and found.title["en"] == "Gathering at night"


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("code: XV-CC", "code: penal law", "needs a code"),
        ("country: XV", "country: XW", "needs the country"),
        ("title: {en: Penal Law of Velunia}", "", "needs a title"),
        ("sources: [Penal Law of Velunia]", "sources: []", "needs sources"),
        ('"12"', "12", "number in quotes"),
        ("title: {en: Gathering at night}", "title: Gathering at night", "needs a title"),
        ('number: "12"', 'number: "12", penalty: long', "unknown field"),
        ('number: "12"', 'number: "12", penalty_max: imprisonment P2Y', "without its source"),
        ('number: "12"', 'number: "12", parts: {1: {}}', "parts"),
        ('number: "12"', 'number: "12", parts: {"1": {penalty_min: imprisonment P1Y, source: S}}', "parts"),
        ('number: "12"', 'number: "12", in_force_from: 2020-01-02, in_force_to: 2020-01-01', "wrong order"),
        ('number: "12"', 'number: "12", in_force_from: 2020', "no date"),
        ('number: "12"', 'number: "12", checked: [ru]', "checked"),
        ('number: "12"', 'number: "12", checked: 5', "checked"),
        ('number: "12"', 'number: "12", also: night', "also"),
        ("code: XV-CC", "code: XV-CC\ncited_as: XV-AO", "cited_as"),
        ("articles:", "articles: 5\nparagraphs:", "needs articles"),
        ("code: XV-CC", "code: {", "cannot be read"),
    ],
)
def test_a_book_that_is_wrong_is_refused_with_the_reason(
    tmp_path: Path, right: str, wrong: str, says: str
) -> None:
    path = tmp_path / "XV-CC.yml"
    path.write_text(GOOD.replace(right, wrong), encoding="utf-8")
    with pytest.raises(LawBookError, match=says):
        load_law_book(path)


def named_articles(shared: Path) -> Iterator[tuple[str, str | None]]:
    for line in (shared / "gold" / "seeds" / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        for field in ("articles", "articles_corrected"):
            for text in claim.get(field) or []:
                yield text, claim.get("date")
    for line in (shared / "gold" / "reading" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        for claim in json.loads(line)["claims"]:
            for text in claim.get("article") or []:
                yield text, claim.get("date")


def day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text and len(text) == 10 and text.replace("-", "").isdigit() else None


def test_every_article_that_the_reports_name_is_in_a_book(shared: Path) -> None:
    found = list(named_articles(shared))
    assert len(found) > 50
    assert [(text, day) for text, day in found if check_article(article(text), on=day_of(day))] == []


def test_the_exposure_that_the_reports_state_keeps_to_the_ranges(shared: Path) -> None:
    for line in (shared / "gold" / "seeds" / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        faces = str(claim.get("outcome") or "")
        if faces.startswith("faces imprisonment") and len(claim.get("articles") or []) == 1:
            assert check_article(article(claim["articles"][0]), term=faces) == ()
