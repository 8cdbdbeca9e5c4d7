"""doubts: the pairs that people have to judge, on the screen, for a program, and as a table to fill in."""

import csv
import io

import pytest

DAY = ("--as-of", "2020-11-30")
CLAIMS = """
document,quote,person,act,date,age,town
first.txt,Aru Sampleva,Aru Sampleva,pretrial_detention,2020-11-01,31,Baisary
second.txt,Ару Семплева,Ару Семплева,pretrial_detention,2020-11-01,31,Baisary
second.txt,Bolat Probov,Bolat Probov,fine,2020-11-02,,
third.txt,Болат Пробов,Болат Пробов,fine,2020-11-03,,
third.txt,Dana Testova,Dana Testova,house_arrest,2020-11-02,,
"""


def tell(desk):
    folder = desk.home / "reports"
    folder.mkdir()
    for name in ("first", "second", "third"):
        text = "Aru Sampleva, Ару Семплева, Bolat Probov, Болат Пробов, Dana Testova."
        (folder / f"{name}.txt").write_text(f"{text} {name}", encoding="utf-8")
    desk.runs("add", folder)
    desk.takes(CLAIMS)


def bounds(desk):
    found = desk.asks("tally", "in-custody", *DAY)
    return found["at_least"], found["at_most"]


def test_pairs_on_which_a_count_depends_come_first(told):
    found = told.asks("doubts", *DAY)
    assert found["pairs_in_doubt"] == len(found["pairs"]) == 2
    first, second = found["pairs"]
    assert {first["left"]["name"], first["right"]["name"]} == {"Aru Sampleva", "Ару Семплева"}
    assert "in-custody" in first["lists"] and second["lists"] == []
    assert first["why"] and first["reasons"] and first["for"]
    assert 0 < first["probability"] <= 1 and 0.5 < first["score"] <= 1


def test_a_queue_is_shown_with_both_sides_and_the_way_to_judge(told):
    shown = told.runs("doubts", "--limit", "1", *DAY).out
    assert "Aru Sampleva" in shown and "Bolat Probov" not in shown
    assert "first.txt" in shown and "age: 31" in shown and "in-custody" in shown
    assert "tizim judge p-" in shown
    assert "2 pairs in doubt, 1 shown" in shown
    assert "Bolat Probov" in told.runs("doubts", "--limit", "1", "--all", *DAY).out


@pytest.mark.parametrize(("language", "word"), [("ru", "под сомнением"), ("kk", "Күмәнді")])
def test_the_queue_is_told_in_other_languages(told, language, word):
    assert word in told.in_language(language, "doubts", *DAY).out


def test_pairs_with_one_person_are_asked_for_by_id(told):
    people = {one["person"]: one["id"] for one in told.asks("list", "in-custody", *DAY)["people"]}
    assert told.asks("doubts", "--person", people["Aru Sampleva"])["pairs_in_doubt"] == 1
    assert told.asks("doubts", "--person", people["Dana Testova"])["pairs_in_doubt"] == 0
    assert "No pair is in doubt." in told.runs("doubts", "--person", people["Dana Testova"]).out
    assert told.tries("doubts", "--person", "p-0").err.startswith("tizim: no person or mention")


def test_the_table_filled_in_is_read_back(told):
    rows = list(csv.DictReader(io.StringIO(told.runs("doubts", "--format", "csv", *DAY).out)))
    assert [(one["verdict"], one["reason"]) for one in rows] == [("", ""), ("", "")]
    rows[0] |= {"verdict": "same", "reason": "one case"}
    filled = told.home / "filled.csv"
    with filled.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    before = bounds(told)
    assert "1 judgements written" in told.runs("judge-table", filled, *DAY).lines[-1]
    assert before == (2, 3)
    assert bounds(told) == (2, 2)
    assert told.asks("doubts", *DAY)["pairs_in_doubt"] == 1


def test_contradictory_judgements_stand_at_the_top_and_in_the_lists(told):
    people = {one["person"]: one["id"] for one in told.asks("list", "in-custody", *DAY)["people"]}
    one, two, three = people["Aru Sampleva"], people["Ару Семплева"], people["Dana Testova"]
    told.runs("judge", one, two, "same", "--reason", "one case")
    told.runs("judge", two, three, "same")
    last = told.runs("judge", one, three, "different").lines[-1].split(":")[0]
    shown = told.runs("doubts", *DAY).lines
    assert shown[0].startswith("! These judgements contradict each other")
    assert sum(line.startswith("   j-") for line in shown[1:4]) == 3
    assert "Ару Семплева — second.txt" in told.runs("doubts", *DAY).out
    for verb in ("list", "tally"):
        assert last in told.runs(verb, "in-custody", *DAY).out
    assert last in told.runs("person", "Dana Testova").out
    (clash,) = told.asks("doubts")["contradictions"]
    assert {found["recorded_by"] for found in clash["judgements"]} == {"desk-1"}
    told.runs("withdraw", last)
    assert told.asks("doubts")["contradictions"] == []
    assert "contradict" not in told.runs("list", "in-custody", *DAY).out


def test_a_register_without_doubts_says_so(desk):
    assert desk.runs("doubts").out.strip() == "No pair is in doubt."
    assert desk.runs("doubts", "--format", "csv").out.startswith("left_document,left_name,")
