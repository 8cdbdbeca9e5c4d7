"""judge, judge-table: mentions joined and parted by people, each judgement reversed by a later one."""

import io

import pytest

DAY = ("--as-of", "2020-11-30")
SPELLINGS = """
document,quote,person,act,date
first.txt,Aru Sampleva,Aru Sampleva,pretrial_detention,2020-11-01
second.txt,Арю Сэмплова,Арю Сэмплова,pretrial_detention,2020-11-01
"""
NAMESAKES = """
document,quote,person,act,date
first.txt,Aru Sampleva,Aru Sampleva,pretrial_detention,2020-11-01
third.txt,Aru Sampleva,Aru Sampleva,house_arrest,2020-11-20
"""


def tell(desk):
    folder = desk.home / "reports"
    folder.mkdir()
    for name, text in (("first", "Aru Sampleva"), ("second", "Арю Сэмплова"), ("third", "Aru Sampleva")):
        (folder / f"{name}.txt").write_text(f"{text} is held since 1 November. {name}", encoding="utf-8")
    desk.runs("add", folder)


def ids(desk):
    return {one["person"]: one["id"] for one in desk.asks("list", "in-custody", *DAY)["people"]}


def bounds(desk, *more):
    found = desk.asks("tally", "in-custody", *DAY, *more)
    return found["at_least"], found["at_most"]


def test_two_spellings_become_one_person_and_two_again(told):
    told.takes(SPELLINGS)
    first, second = ids(told).values()
    answer = told.runs("judge", first, second, "same", "--reason", "one case number")
    assert answer.lines[-1].startswith("j-") and "2 before, 1 now" in answer.lines[-1]
    assert bounds(told) == (1, 1)
    assert "1 before, 2 now" in told.runs("judge", first, second, "different").out
    assert bounds(told) == (2, 2)


def test_an_unsure_judgement_shows_in_the_bounds(told):
    told.takes(SPELLINGS)
    told.runs("judge", *ids(told).values(), "unsure")
    assert bounds(told) == (1, 2)


def test_a_withdrawn_judgement_is_as_if_it_had_not_been(told):
    told.takes(SPELLINGS)
    before = bounds(told)
    judgement = told.runs("judge", *ids(told).values(), "same").lines[-1].split(":")[0]
    assert bounds(told) == (1, 1)
    dry = told.runs("withdraw", judgement, "--dry-run", *DAY)
    assert "Would be parted into 2 persons" in dry.out
    assert dry.lines[-1] == f"{judgement} would be taken back"
    assert bounds(told) == (1, 1)
    assert told.runs("withdraw", judgement).lines[-1].endswith(f"takes back {judgement}")
    assert bounds(told) == before


def test_a_judgement_after_k_changes_nothing_for_k(told):
    told.takes(SPELLINGS)
    moment = told.asks("claims")[-1]["recorded_at"]
    before = bounds(told, "--known-at", moment)
    told.runs("judge", *ids(told).values(), "same")
    assert bounds(told, "--known-at", moment) == before


def test_two_people_of_one_name_are_parted_by_their_mentions(told):
    told.takes(NAMESAKES)
    person = told.asks("person", "Aru Sampleva")
    assert {one["file"] for one in person["mentions"]} == {"first.txt", "third.txt"}
    shown = told.runs("person", "Aru Sampleva").out
    assert all(f"{one['id']}  Aru Sampleva — {one['file']}" in shown for one in person["mentions"])
    assert bounds(told) == (1, 1)
    told.runs("judge", *(one["id"] for one in person["mentions"]), "different")
    assert bounds(told) == (2, 2)
    assert told.runs("person", "Aru Sampleva").out.count("  (p-") == 2
    answer = told.tries("person", "Aru Sampleva", "--format", "json")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("tizim: several people bear that name: p-")


def test_one_mention_is_not_judged_against_itself(told):
    told.takes(NAMESAKES)
    (person,) = ids(told).values()
    answer = told.tries("judge", person, person, "same")
    assert answer.err == "tizim: both ids mean the same mention; nothing was judged\n"


def test_judgements_that_contradict_each_other_are_named_before_they_are_written(told):
    told.takes(SPELLINGS + "third.txt,Aru Sampleva,Ару Семплева,house_arrest,2020-11-02\n")
    one, two, three = sorted(ids(told).values())
    told.runs("judge", one, two, "same", "--reason", "one case number")
    told.runs("judge", two, three, "same")
    answer = told.runs("judge", one, three, "different", "--dry-run")
    assert "! Would contradict each other" in answer.out
    assert "same: " in answer.out and "«one case number»" in answer.out and "desk-1" in answer.out
    assert answer.lines[-1] == "Nothing was written."
    (clash,) = told.asks("judge", one, three, "different")["contradictions"]
    assert clash["what"] == "through_others"
    assert [found["verdict"] for found in clash["judgements"]].count("same") == 2


def test_what_a_judgement_changes_in_the_lists_is_shown_and_a_dry_run_writes_nothing(told):
    told.takes(SPELLINGS)
    first, second = ids(told).values()
    before = bounds(told)
    shown = told.runs("judge", first, second, "same", "--dry-run", *DAY)
    assert "Would become one person" in shown.out
    assert "first.txt" in shown.out and "second.txt" in shown.out
    assert "The names agree by " in shown.out
    assert "counted as one with " in shown.out
    assert bounds(told) == before
    seen = told.asks("judge", first, second, "same", "--dry-run", *DAY)
    assert seen["judgement"]["written"] is False
    (custody,) = (one for one in seen["lists"] if one["definition"] == "in-custody")
    assert (custody["before"]["at_least"], custody["before"]["at_most"]) == before
    assert len(custody["leaving"]) == 1 and custody["leaving"][0]["counted_as"] in (first, second)
    told.runs("judge", first, second, "same", *DAY)
    assert bounds(told) == (custody["after"]["at_least"], custody["after"]["at_most"])


@pytest.mark.parametrize(("documents", "changes"), [("second.txt", False), ("first.txt, second.txt", True)])
def test_a_definition_of_ones_own_is_shown_as_well(told, documents, changes):
    told.takes(SPELLINGS)
    text = f"name: ours\ndocuments: [{documents}]\nclasses: {{held: {{states: [pretrial_detention]}}}}"
    own = told.table(text, "own.yml")
    first, second = ids(told).values()
    before = told.asks("tally", own, *DAY)
    seen = told.asks("judge", first, second, "same", "--definition", own, *DAY)
    assert ("ours" in seen["unchanged"]) is not changes
    after = told.asks("tally", own, *DAY)
    for one in (one for one in seen["lists"] if one["definition"] == "ours"):
        assert one["before"]["at_most"] == before["at_most"] == 2
        assert one["after"]["at_most"] == after["at_most"] == 1


@pytest.mark.parametrize(("language", "word"), [("ru", "Один человек"), ("kk", "бір адам"), ("en", "SAME")])
def test_a_verdict_is_understood_in_three_languages(told, language, word):
    told.takes(SPELLINGS)
    answer = told.in_language(language, "judge", *ids(told).values(), word)
    assert answer.code == 0, answer
    assert bounds(told) == (1, 1)


@pytest.mark.parametrize(("word", "written"), [("no\n", False), ("\n", False), ("y\n", True), ("да\n", True)])
def test_on_a_terminal_a_judgement_is_confirmed(told, monkeypatch, word, written):
    told.takes(SPELLINGS)
    found, before = ids(told).values(), bounds(told)

    class Keyboard(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr("tests.cli.desk.io.StringIO", Keyboard)
    answer = told.tries("judge", *found, "same", stdin=word)
    assert answer.err == "Write this? yes/no: "
    monkeypatch.undo()
    assert bounds(told) == ((1, 1) if written else before)


def test_with_yes_nobody_is_asked(told):
    told.takes(SPELLINGS)
    assert told.runs("judge", *ids(told).values(), "same", "--yes").lines[-1].startswith("j-")


def test_a_table_of_judgements_is_written_once(told):
    told.takes(SPELLINGS)
    table = told.table(
        "left_document,left_name,right_document,right_name,verdict,reason,score\n"
        "first.txt,Aru Sampleva,second.txt,Арю Сэмплова,same,one case number,0.9\n"
        "first.txt,Aru Sampleva,second.txt,Nobody,same,,\n"
        "first.txt,Aru Sampleva,second.txt,Арю Сэмплова,,,\n"
        "first.txt,Aru Sampleva,second.txt,Арю Сэмплова,alike,,\n"
        "first.txt,Aru Sampleva,first.txt,Aru Sampleva,same,,\n",
        "judgements.csv",
    )
    before = bounds(told)
    dry = told.runs("judge-table", table, "--dry-run")
    assert "Would become one person" in dry.out
    assert dry.lines[-1] == (
        "5 rows: 1 judgements would be written, 0 there already, 1 without a verdict, 3 not taken."
    )
    assert bounds(told) == before
    answer = told.runs("judge-table", table)
    assert answer.lines[:3] == [
        "judgements.csv, row 3: no such document or name (right_document, right_name); not judged.",
        "judgements.csv, row 5: no such verdict; same, different and unsure are known; not judged.",
        "judgements.csv, row 6: both sides are the same mention; not judged.",
    ]
    assert answer.lines[-1] == (
        "5 rows: 1 judgements written, 0 there already, 1 without a verdict, 3 not taken."
    )
    assert bounds(told) == (1, 1)
    assert "0 judgements written, 1 there already" in told.runs("judge-table", table).lines[-1]


def test_of_very_many_bad_rows_the_first_are_told_and_the_rest_counted(told):
    row = "nowhere.txt,Nobody,nowhere.txt,Anybody,same\n"
    head = "left_document,left_name,right_document,right_name,verdict\n"
    answer = told.runs("judge-table", told.table(head + row * 60, "bad.csv"))
    assert "and 10 more" in answer.lines and len(answer.lines) == 52
    assert answer.lines[-1].endswith("60 not taken.")


def test_of_two_documents_of_one_file_name_the_one_that_has_the_name_is_meant(told):
    told.takes(SPELLINGS)
    (told.home / "more").mkdir()
    (told.home / "more" / "first.txt").write_text("Somebody was seen again.", encoding="utf-8")
    told.runs("add", told.home / "more")
    row = "first.txt,Aru Sampleva,second.txt,Арю Сэмплова,same"
    head = "left_document,left_name,right_document,right_name,verdict\n"
    answer = told.runs("judge-table", told.table(f"{head}{row}\n", "two.csv"), "--dry-run")
    assert "1 judgements would be written" in answer.lines[-1]


def test_a_name_in_two_documents_of_one_file_name_is_not_guessed(told):
    told.takes(SPELLINGS)
    (told.home / "more").mkdir()
    (told.home / "more" / "claims.csv").write_text(
        "person,act,date\nBolat Probov,fine,2020-11-01\n", encoding="utf-8"
    )
    rows = "person,act,date\nBolat Probov,fine,2020-11-02\n"
    told.runs("import", told.table(rows, "claims.csv"))
    told.runs("import", told.home / "more" / "claims.csv")
    table = told.table(
        "left_document,left_name,right_document,right_name,verdict\n"
        "claims.csv,Bolat Probov,first.txt,Aru Sampleva,different\n",
        "two.csv",
    )
    answer = told.runs("judge-table", table)
    assert "several documents have that file name" in answer.out
    assert "(left_document, left_name)" in answer.out


def test_a_table_that_contradicts_itself_is_told_so_before_it_is_written(told):
    told.takes(SPELLINGS)
    pair = "first.txt,Aru Sampleva,second.txt,Арю Сэмплова"
    head = "left_document,left_name,right_document,right_name,verdict\n"
    table = told.table(f"{head}{pair},same\n{pair},different\n", "torn.csv")
    seen = told.asks("judge-table", table, "--dry-run")
    assert [clash["what"] for clash in seen["contradictions"]] == ["at_one_moment"]
    assert seen["written"] is False and seen["rows"]["written"] == 2


def test_a_table_as_a_spreadsheet_program_saves_it_is_understood(told):
    told.takes(SPELLINGS)
    table = told.home / "judgements.csv"
    table.write_bytes(
        "left_document;left_name;right_document;right_name;verdict\r\n"
        "first.txt;Aru Sampleva;second.txt;Арю Сэмплова;один человек\r\n".encode("utf-8-sig")
    )
    assert "1 judgements written" in told.runs("judge-table", table).out
    assert bounds(told) == (1, 1)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"left_name,right_name\na,b\n", "has no column left_document, right_document, verdict"),
        (b"", "The table is empty"),
    ],
)
def test_a_table_of_another_form_is_told_in_one_line(desk, content, line):
    (desk.home / "judgements.csv").write_bytes(content)
    answer = desk.tries("judge-table", desk.home / "judgements.csv")
    assert answer.code == 1 and line in answer.err and answer.err.count("\n") == 1
