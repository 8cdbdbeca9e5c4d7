"""tizim link: the register searched for persons that may be one; it asks, and judges nothing."""

import csv

import pytest

CLAIMS = """
document,quote,person,act,date,town,age
first.txt,Aru Sampleva,Aru Sampleva,pretrial_detention,2020-11-01,Shygan,34
second.txt,Арю Сэмплова,Арю Сэмплова,pretrial_detention,2020-11-01,Shygan,34
third.txt,Dana Otherova,Dana Otherova,house_arrest,2020-11-20,,
third.txt,Sampleva,Sampleva,house_arrest,2020-11-20,,
"""
TEXTS = {"first": "Aru Sampleva", "second": "Арю Сэмплова", "third": "Dana Otherova and Sampleva"}


def tell(desk):
    folder = desk.home / "reports"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(f"Of {text}: held since 1 November. {name}", encoding="utf-8")
    desk.runs("add", folder)
    desk.takes(CLAIMS)


def linked(desk, *more):
    path = desk.home / "pairs.csv"
    answer = desk.tries("link", "--out", path, *more)
    assert answer.code == 0, answer
    with path.open(encoding="utf-8", newline="") as stream:
        return answer, list(csv.DictReader(stream))


def persons(desk):
    found = desk.asks("list", "in-custody", "--as-of", "2020-11-30")["people"]
    return {one["id"] for one in found}


def test_two_persons_that_may_be_one_are_written_with_reasons_and_nothing_is_judged(told):
    before = persons(told)
    answer, (row,) = linked(told)
    names = {(row["left_document"], row["left_name"]), (row["right_document"], row["right_name"])}
    assert names == {("first.txt", "Aru Sampleva"), ("second.txt", "Арю Сэмплова")}
    assert row["verdict"] == ""
    assert "years of birth are the same" in row["reason"] and row["reason"].startswith("0.99")
    assert {row["left_person"], row["right_person"]} <= before
    assert (told.home / "pairs.csv").stat().st_mode & 0o777 == 0o600
    assert "Nobody is joined" in answer.out and "1 mentions without a full name" in answer.out
    assert persons(told) == before
    assert "comparing names" in answer.err


def test_the_table_is_read_by_judge_table_and_what_is_judged_is_not_asked_again(told):
    linked(told)
    path = told.home / "pairs.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",,", ",different,", 1), encoding="utf-8")
    told.runs("judge-table", path)
    _, rows = linked(told, "--force")
    assert rows == []


def test_weights_and_chart_are_written_where_asked(told):
    weights, chart = told.home / "weights.json", told.home / "weights.svg"
    linked(told, "--weights", weights, "--chart", chart)
    assert '"prior"' in weights.read_text(encoding="utf-8")
    assert chart.read_text(encoding="utf-8").startswith("<svg ")


@pytest.mark.parametrize(("language", "words"), [("ru", "сравнение имён"), ("kk", "есімдер салыстырылуда")])
def test_stages_and_reasons_are_in_the_language_asked_for(told, language, words):
    answer = told.in_language(language, "link", "--out", str(told.home / "pairs.csv"))
    assert answer.code == 0 and words in answer.err


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--threshold", "1.5"], "between 0 and 1"),
        (["--engine", "abacus"], "duckdb or spark"),
        (["--master", "spark://127.0.0.1:7077"], "for the engine spark"),
        (["--weights", "nowhere/weights.json"], "no such folder"),
    ],
)
def test_what_cannot_be_done_is_one_line(told, more, said):
    answer = told.tries("link", "--out", told.home / "pairs.csv", *more)
    assert answer.code == 1 and said in answer.err.splitlines()[-1]
    assert not (told.home / "pairs.csv").exists()


def test_a_file_that_is_there_is_kept(told):
    (told.home / "pairs.csv").write_text("mine")
    answer = told.tries("link", "--out", told.home / "pairs.csv")
    assert answer.code == 1 and "there already" in answer.err
    assert (told.home / "pairs.csv").read_text() == "mine"


def test_no_name_of_a_person_is_on_the_screen(told):
    answer, _ = linked(told)
    assert not any(name in answer.out + answer.err for name in ("Aru", "Сэмплова", "Otherova"))


def test_it_is_said_when_names_leave_this_machine(told):
    answer = told.tries("link", "--out", told.home / "pairs.csv", "--master", "spark://cluster.example:7077")
    assert answer.code == 1 and "leave this machine" in answer.err
