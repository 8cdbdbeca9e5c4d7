"""judge, judge-table: mentions joined and parted by people, each judgement reversed by a later one."""

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


@pytest.fixture
def told(desk):
    folder = desk.home / "reports"
    folder.mkdir()
    for name, text in (("first", "Aru Sampleva"), ("second", "Арю Сэмплова"), ("third", "Aru Sampleva")):
        (folder / f"{name}.txt").write_text(f"{text} is held since 1 November. {name}", encoding="utf-8")
    desk.runs("add", folder)
    return desk


def ids(desk):
    return {one["person"]: one["id"] for one in desk.asks("list", "in-custody", *DAY)["people"]}


def bounds(desk, *more):
    found = desk.asks("tally", "in-custody", *DAY, *more)
    return found["at_least"], found["at_most"]


def test_two_spellings_become_one_person_and_two_again(told):
    told.takes(SPELLINGS)
    first, second = ids(told).values()
    answer = told.runs("judge", first, second, "same", "--reason", "one case number")
    assert answer.out.startswith("j-") and "2 before, 1 now" in answer.out
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
    judgement = told.runs("judge", *ids(told).values(), "same").out.split(":")[0]
    assert bounds(told) == (1, 1)
    told.runs("withdraw", judgement)
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


def test_judgements_that_contradict_each_other_are_named(told):
    told.takes(SPELLINGS + "third.txt,Aru Sampleva,Ару Семплева,house_arrest,2020-11-02\n")
    one, two, three = sorted(ids(told).values())
    told.runs("judge", one, two, "same")
    told.runs("judge", two, three, "same")
    assert "! contradiction: " in told.runs("judge", one, three, "different").out


def test_a_table_of_judgements_is_written_once(told):
    told.takes(SPELLINGS)
    table = told.table(
        "left_document,left_name,right_document,right_name,verdict,reason\n"
        "first.txt,Aru Sampleva,second.txt,Арю Сэмплова,same,one case number\n"
        "first.txt,Aru Sampleva,second.txt,Nobody,same,\n",
        "judgements.csv",
    )
    answer = told.runs("judge-table", table)
    assert answer.lines == [
        "judgements.csv, row 3: no such mention, or no such verdict; nothing was judged.",
        "2 rows: 1 judgements written, 0 there already.",
    ]
    assert bounds(told) == (1, 1)
    assert told.runs("judge-table", table).lines[-1] == "2 rows: 0 judgements written, 1 there already."


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"left_name,right_name\na,b\n", "has no column left_document, right_document, verdict"),
        ("left_document\nСэмплова".encode("cp1251"), "is no CSV in UTF-8"),
    ],
)
def test_a_table_of_another_form_is_told_in_one_line(desk, content, line):
    (desk.home / "judgements.csv").write_bytes(content)
    answer = desk.tries("judge-table", desk.home / "judgements.csv")
    assert (answer.code, answer.err) == (1, f"tizim: judgements.csv {line}\n")
