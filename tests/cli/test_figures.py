"""audit --figures without a text, and figure: published figures beside the register."""

import json

TEXT = "As of 30 November 2020, at least 3 people are in custody. Aru Sampleva and Daniyar Ulgiev were sentenced."
CLAIMS = """
document,quote,person,act,date,outcome
first.txt,Aru Sampleva,Aru Sampleva,sentence,2020-05-01,imprisonment P4Y
first.txt,Daniyar Ulgiev,Daniyar Ulgiev,sentence,2020-06-01,imprisonment P3Y
"""


def tell(desk):
    (desk.home / "first.txt").write_text(TEXT, encoding="utf-8")
    desk.runs("add", desk.home / "first.txt", "--obtained", "published")
    desk.runs("read", "--keep")
    desk.takes(CLAIMS)


def figures(desk, *before):
    return [json.loads(line) for line in desk.runs(*before, "audit", "--figures", "--format", "jsonl").lines]


def test_each_figure_stands_with_its_passage_and_what_is_missing(told):
    (one,) = figures(told)
    assert (one["count"], one["bound"], one["definition"], one["definition_by"]) == (
        3,
        "at_least",
        "in-custody",
        "words",
    )
    assert one["quote"] in TEXT and one["now"]["verdict"] == "not_reproducible"
    assert one["now"]["at_most"] == 2 and len(one["now"]["persons"]) == 2
    said = told.runs("audit", "--figures").out
    assert "1 more are not named" in said and "1 not reproducible" in said


def test_a_decision_on_what_a_figure_counts_is_a_correction(told):
    (one,) = figures(told)
    told.runs("figure", one["figure"], "--definition", "in-custody/pretrial_detention")
    (other,) = figures(told)
    assert other["figure"] != one["figure"] and other["definition_by"] == "given"
    assert other["now"]["reason"] == "no_claims"
    refused = told.tries("figure", "f-0", "--definition", "in-custody")
    assert refused.code == 1 and "no figure" in refused.err


def test_our_own_editions_are_figures_too(told):
    told.runs("freeze", "in-custody", "--as-of", "2020-11-30")
    own = figures(told)[-1]
    assert own["figure"].startswith("e-") and own["now"]["verdict"] == own["then"]["verdict"] == "reproduced"


def test_verdicts_are_told_in_each_language(told):
    said = {language: told.in_language(language, "audit", "--figures").out for language in ("en", "ru", "kk")}
    assert "не воспроизводится" in said["ru"] and "қайта шығару мүмкін емес" in said["kk"]


def test_without_figures_that_is_said(desk):
    assert "no published figure" in desk.runs("audit", "--figures").out
    assert desk.tries("audit").code == 1
