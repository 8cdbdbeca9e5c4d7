"""audit: the editor's check from the command line."""

import json

from tests.cli.desk import called

TEXT = "The court heard 12 witnesses: 7 for the prosecution and 4 for the defence."


def test_a_text_is_checked_without_a_register():
    told = called("audit", TEXT, "--format", "jsonl")
    assert told.code == 0
    (finding,) = [json.loads(line) for line in told.out.splitlines()]
    assert list(finding) == ["kind", "severity", "message", "places", "suggestion"]
    assert (finding["kind"], finding["severity"], finding["suggestion"]) == ("sum", "A", None)
    assert all(TEXT[place["start"] : place["end"]] == place["quote"] for place in finding["places"])


def test_a_file_is_checked_and_the_table_names_the_line(tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text(f"A bulletin\n\n{TEXT}\n", encoding="utf-8")
    told = called("audit", str(draft))
    assert "line 3" in told.out and "7 + 4 = 11" in told.out


def test_messages_are_in_the_language_asked_for():
    assert "части дают" in called("--language", "ru", "audit", TEXT, "--format", "jsonl").out
    assert "бөліктері" in called("--language", "kk", "audit", TEXT, "--format", "jsonl").out


def test_several_files_are_compared_and_places_name_their_document(tmp_path):
    for name, who in (("one", "Asqar Temirov"), ("two", "Askar Temirov")):
        (tmp_path / f"{name}.txt").write_text(
            f"The activist {who} was detained on 2 May 2021.", encoding="utf-8"
        )
    told = called("audit", str(tmp_path / "one.txt"), str(tmp_path / "two.txt"), "--format", "jsonl")
    found = [json.loads(line) for line in told.out.splitlines()]
    spelled = next(one for one in found if one["kind"] == "name_spelling")
    assert {place["document"] for place in spelled["places"]} == {"one.txt", "two.txt"}


def test_low_severities_can_be_left_out():
    text = 'He said «no" twice. ' + TEXT
    assert "quotes_mixed" in called("audit", text, "--format", "jsonl").out
    assert "quotes_mixed" not in called("audit", text, "--severity", "A", "--format", "jsonl").out


def test_nothing_found_is_said_to_be_no_proof():
    assert "no proof" in called("audit", "Nothing happened here.").out


def test_a_file_that_is_not_there_is_one_line():
    told = called("audit", "no-such-file.txt")
    assert told.code == 1 and "no file" in told.err


def test_a_register_that_is_named_is_compared(desk, tmp_path):
    (tmp_path / "first.txt").write_text("Aru Sampleva was detained.", encoding="utf-8")
    desk.runs("add", tmp_path / "first.txt")
    desk.takes(
        "\ndocument,quote,person,act,date\nfirst.txt,Aru Sampleva was detained,Aru Sampleva,detention,2020-11-01\n"
    )
    draft = "The activist Aru Sampleva was detained on 3 November 2020. The activist Bolat Probov was detained too."
    found = [json.loads(line) for line in desk.runs("audit", draft, "--format", "jsonl").lines]
    assert {one["kind"] for one in found} >= {"register_contradicts", "register_unknown"}


def test_figures_are_printed_with_the_relations_between_them():
    told = called("audit", TEXT, "--figures", "--format", "jsonl")
    lines = [json.loads(line) for line in told.out.splitlines()]
    assert {one["figure"] for one in lines if "figure" in one} == {12}
    assert [(one["relation"], one["verdict"]) for one in lines if "relation" in one] == [("sum", "fails")]
    assert "does not hold" in called("audit", TEXT, "--figures").out
    assert "No relation" in called("audit", "Nothing happened here.", "--figures").out
