"""criteria: a group's own sets in the register; assessed by, listed by, frozen by, retired."""

import pytest

from tests.assessments.test_sets import OURS
from tests.cli.test_assessing import DAY, claim_of
from tests.cli.test_assessing import tell as tell

PRISONERS = "political-prisoners-by-OURS-1"
NEXT = OURS.replace("version: 1", "version: 2").replace(
    "house_arrest: deprived", "house_arrest: not_deprived"
)


@pytest.fixture
def file(tmp_path):
    def written(text):
        path = tmp_path / "ours.yml"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def assessed(desk, code="OURS", by="desk-1"):
    said = ("--ground", "words", "--met", "--for", claim_of(desk, "Aru Sampleva"), "--by", by)
    return desk.runs("assess", "Aru Sampleva", "--set", code, *said)


def test_a_set_is_added_assessed_by_listed_and_frozen(told, file):
    said = told.runs("criteria", file(OURS), "--note", "the assembly wanted it").out
    assert "OURS/1 stands in the register" in said and PRISONERS in said
    assert "The same stands already" in told.runs("criteria", file(OURS)).out
    for by in ("desk-1", "desk-2"):
        assessed(told, by=by)
    assert told.asks("tally", PRISONERS, *DAY)["at_least"] == 1
    assert told.asks("tally", "political-prisoners", *DAY)["at_most"] == 0
    assert "Aru Sampleva" in told.runs("list", PRISONERS, *DAY).out
    told.runs("freeze", PRISONERS, *DAY, "--all")
    told.runs("criteria", file(NEXT))
    told.runs("criteria", "--retire", "OURS/1", "--reason", "replaced by the second")
    assert [one["again"] for one in told.asks("editions", "--check")] == [[]]
    assert told.asks("tally", "political-prisoners-by-OURS-2", *DAY)["at_most"] == 0
    assert (
        "is retired"
        in told.tries("assess", "Aru Sampleva", "--set", "OURS/1", "--ground", "faith", "--not-met").err
    )


def test_what_was_known_earlier_has_the_sets_of_then(told, file):
    told.runs("criteria", file(OURS))
    assert "no set of criteria" in told.tries("tally", PRISONERS, *DAY, "--known-at", "2020-01-01").err


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "Differences from OURS/1:",
                "under house arrest: deprivation of liberty → no deprivation of liberty",
            ),
        ),
        ("ru", ("Отличия от OURS/1:", "под домашним арестом: лишение свободы → не лишение свободы")),
        ("kk", ("OURS/1 нұсқасынан айырмашылығы:", "бас бостандығынан айыру → бас бостандығынан айыру емес")),
    ],
)
def test_a_new_version_tells_in_words_what_differs(desk, file, language, said):
    desk.runs("criteria", file(OURS))
    out = desk.runs("--language", language, "criteria", file(NEXT)).out
    shown = desk.runs("--language", language, "criteria", "--set", "OURS", "--since", "OURS/1").out
    for one in said:
        assert one in out and one in shown


def test_a_copy_to_begin_from_reads_again_under_another_code(desk, file):
    text = desk.runs("criteria", "--set", "GUIDELINES-2013", "--text").out
    assert "ships with tizim" in desk.tries("criteria", file(text)).err
    desk.runs("criteria", file(text.replace("GUIDELINES-2013", "OURS")))
    sets = {one["set"]: one for one in desk.asks("criteria")}
    assert (
        sets["OURS/1"]["own"]
        and sets["OURS/1"]["written_by"] == "desk-1"
        and not sets["PACE-1900-2012/1"]["own"]
    )
    assert "political motives" in desk.runs("criteria", "--set", "OURS").out.casefold()


def test_a_set_is_retired_with_a_reason_and_brought_back(desk, file):
    desk.runs("criteria", file(OURS))
    assert "says why" in desk.tries("criteria", "--retire", "OURS/1").err
    desk.runs("criteria", "--retire", "OURS/1", "--reason", "a mistake in it")
    assert {one["set"]: one.get("retired") for one in desk.asks("criteria")}["OURS/1"] == "a mistake in it"
    assert "retired" in desk.runs("criteria").out
    assert "retired already" in desk.tries("criteria", "--retire", "OURS/1", "--reason", "again").err
    desk.runs("criteria", "--bring-back", "OURS/1", "--reason", "none after all")
    assert "is not retired" in desk.tries("criteria", "--bring-back", "OURS/1").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("--retire", "THEIRS/1", "--reason", "x"),
            "'THEIRS/1' is no set of the register's own; there are: —",
        ),
        (("--set", "THEIRS"), "there is no set of criteria 'THEIRS'"),
        (("--text",), "--text and --since want a set"),
        (("--set", "PACE-1900-2012", "--retire", "x"), "one call does one thing"),
        (("nothing.yml",), "nothing.yml: there is no such file"),
    ],
)
def test_what_cannot_be_done_is_one_line(desk, arguments, said):
    answer = desk.tries("criteria", *arguments)
    assert said in answer.err and len(answer.err.splitlines()) == 1


def test_a_file_that_says_otherwise_than_the_register_is_refused(told, file):
    told.runs("criteria", file(OURS))
    path = file(OURS.replace("For words alone.", "For something else."))
    assert "with other words than in the file" in told.tries("assess", "Aru Sampleva", "--set", str(path)).err
