"""find: people of the register by any spelling of a name."""

import pytest

from tests.cli.conftest import copied

ROW_KEYS = ["id", "person", "names", "found_by", "score", "reasons"]
CLAIMS = """
document,quote,person,act,date
first.txt,Aru Sampleva,Aru Sampleva,pretrial_detention,2020-11-01
first.txt,Bolat Probov,Bolat Probov,fine,2020-11-02
second.txt,Aru Sampleva,Aru Sampleva,release,2020-11-05
second.txt,A. Sampleva,A. Sampleva,release,2020-11-05
"""


@pytest.fixture(scope="module")
def told(blank, tmp_path_factory):
    home = tmp_path_factory.mktemp("told")
    desk = copied(blank, home)
    (home / "reports").mkdir()
    for name in ("first", "second"):
        text = f"Aru Sampleva, A. Sampleva, Bolat Probov. {name}"
        (home / "reports" / f"{name}.txt").write_text(text, encoding="utf-8")
    desk.runs("add", home / "reports")
    desk.takes(CLAIMS)
    return desk


@pytest.mark.parametrize(
    "query", ["Ару Самплева", "Ару Самплевой", "sampleva aru", "Aru Samplev", "АруСамплева"]
)
def test_a_person_is_found_by_any_spelling(told, query):
    found = told.asks("find", query)["people"]
    assert [list(one) for one in found] == [ROW_KEYS]
    assert found[0]["person"] == found[0]["found_by"] == "Aru Sampleva"
    assert found[0]["names"] == ["Aru Sampleva", "A. Sampleva"]
    assert found[0]["score"] > 0.8 and found[0]["reasons"]


def test_the_text_names_the_person_the_spellings_and_the_reasons(told):
    text = told.runs("find", "Ару Самплева").out
    assert "Aru Sampleva  (p-" in text
    assert "also written: A. Sampleva" in text
    assert "surname equal across scripts" in text
    assert "speaks of the names only" in text


@pytest.mark.parametrize(("language", "word"), [("ru", "найдено по"), ("kk", "бойынша табылды")])
def test_the_text_is_in_the_language_asked_for(told, language, word):
    assert word in told.in_language(language, "find", "Болат Пробов").out


def test_the_last_word_may_be_unfinished(told):
    assert told.asks("find", "Про", "--typing")["people"][0]["person"] == "Bolat Probov"
    assert (
        "begins so" in told.runs("find", "Bolat P", "--typing").out + told.runs("find", "Pro", "--typing").out
    )


def test_no_more_are_told_than_asked_for(told):
    assert len(told.asks("find", "Bolat", "--limit", "1")["people"]) == 1


def test_nobody_found_is_a_plain_line_and_no_error(told):
    assert told.runs("find", "Quentin Wolverhampton").out == "Nobody in the register has a name like this.\n"
    assert told.asks("find", "Quentin Wolverhampton") == {"query": "Quentin Wolverhampton", "people": []}


@pytest.mark.parametrize("name", ["", " ", "x", "😀", "\udce9", "\u202eАру", "1"])
def test_any_text_may_be_asked_for(told, name):
    assert told.tries("find", name).code == 0


def test_what_is_too_long_to_be_a_name_is_refused_without_repeating_it(told):
    refused = told.tries("find", "Aru " * 100)
    assert refused.code == 1
    assert "at most 200 characters" in refused.err and "Aru" not in refused.err


def test_an_unknown_format_is_refused(told):
    assert told.tries("find", "Aru", "--format", "csv").code == 1


def test_who_was_written_since_is_found_and_who_was_withdrawn_is_not(blank, tmp_path):
    desk = copied(blank, tmp_path)
    (tmp_path / "first.txt").write_text("Aru Sampleva, Bolat Probov.", encoding="utf-8")
    desk.runs("add", tmp_path / "first.txt")
    assert desk.asks("find", "Ару Самплева")["people"] == []
    document = desk.takes(
        "document,quote,person,act,date\nfirst.txt,Aru Sampleva,Aru Sampleva,fine,2020-11-01"
    )
    assert desk.asks("find", "Ару Самплева")["people"][0]["person"] == "Aru Sampleva"
    assert desk.asks("find", "Ару Самплева")["people"][0]["person"] == "Aru Sampleva"
    desk.runs("undo-import", document)
    assert desk.asks("find", "Ару Самплева")["people"] == []
