"""read: the flat form without a register; proposals kept in the register, once."""

import json
import re
from itertools import takewhile

import pytest

from tests.cli.desk import called
from tizim import samples
from tizim.cli.texts import say
from tizim.vocab import label

TEXT = """Two people held in Sampletown

On 12 October 2020, police in Sampletown detained Aru Sampleva, a teacher. On 30 November 2020, the
Sampletown City Court sentenced Sampleva to four years in prison. Olzhas Namebay was placed in
pre-trial detention on 2 November 2020. At least 25 people were detained in the country since March 2020.
"""
CLAIM_KEYS = [
    "person", "org", "count_min", "count_max", "approx", "role", "act", "act_detail", "date", "place",
    "article", "outcome", "status_as_of", "certainty", "quote", "start", "end",
]  # fmt: skip
FIGURE_KEYS = ["count", "bound", "what", "since", "as_of", "place", "quote"]


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report-7.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def flat(*arguments):
    answer = called("read", *map(str, arguments), "--format", "jsonl")
    assert (answer.code, answer.err) == (0, ""), answer
    return [json.loads(line) for line in answer.lines]


def test_a_file_is_read_without_a_register_into_the_flat_form(report):
    (found,) = flat(report)
    assert list(found) == ["id", "language", "persons", "claims", "figures"]
    assert (found["id"], found["language"]) == ("report-7", "en")
    assert all(list(person) == ["name", "forms", "kind"] for person in found["persons"])
    assert {person["name"] for person in found["persons"]} == {"Aru Sampleva", "Olzhas Namebay"}
    assert found["claims"] and all(list(claim) == CLAIM_KEYS for claim in found["claims"])
    assert found["figures"] and all(list(figure) == FIGURE_KEYS for figure in found["figures"])


def test_every_quote_is_what_stands_at_its_place(report):
    (found,) = flat(report)
    assert all(TEXT[claim["start"] : claim["end"]] == claim["quote"] for claim in found["claims"])
    assert all(figure["quote"] in TEXT for figure in found["figures"])


def test_why_a_proposal_was_made_stands_in_jsonl_only_where_it_is_asked_for(tmp_path):
    (tmp_path / "a.txt").write_text("В среду суд приговорил Ару Примерову к трём годам колонии.", "utf-8")
    (plain,), (told,) = flat("a.txt"), flat("a.txt", "--why")
    assert "why" not in plain["claims"][0]
    assert all(isinstance(line, str) for claim in told["claims"] for line in claim["why"])
    assert any("приговорил" in line for claim in told["claims"] for line in claim["why"])
    assert called("read", "a.txt", "--out", "o.jsonl", "--why").code == 0
    assert (
        json.loads((tmp_path / "o.jsonl").read_text("utf-8"))["claims"][0]["why"] == told["claims"][0]["why"]
    )


@pytest.mark.parametrize(("language", "words"), [("en", "why: "), ("ru", "почему: "), ("kk", "себебі: ")])
def test_why_a_proposal_was_made_is_told_to_people_with_the_act_and_the_quotation(report, language, words):
    answer = called("--language", language, "read", "--why", str(report))
    assert (answer.code, answer.err) == (0, "")
    assert "report-7 (en)" in answer.lines[0] and words in answer.out
    assert f"Aru Sampleva: {label('acts', 'detention', language)}; 2020-10-12" in answer.out
    quoted = [line.strip() for line in answer.lines if line.strip().startswith("“")]
    assert quoted and all(line[1:-1] in " ".join(TEXT.split()) for line in quoted)


WHY = {
    "en": ("imprisonment, 4 years", "words “", "victim: accusative", "day: day and month", "fine, 50 MCI", "at least 12"),
    "ru": (
        "лишение свободы, 4 года", "слова «приговорил» (таблица acts: sentence)", "пострадавший: винительный падеж",
        "день: число и месяц", "штраф, 50 МРП", "не менее 12", "предположительно, со слов",
    ),
    "kk": (
        "бас бостандығынан айыру, 4 жыл", "«приговорил» сөздері (acts кестесі: sentence)",
        "жапа шегуші: табыс септігі", "күні: күн мен ай", "айыппұл, 50 АЕК", "кемінде 12", "айтуынша",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", WHY)
def test_outcomes_certainties_and_what_made_a_proposal_are_told_in_the_language_of_the_reader(
    tmp_path, language
):
    (tmp_path / "a.txt").write_text(
        "Суд 12 марта 2022 года приговорил Ару Примерову к четырём годам колонии. "
        "В мае 2020 года Зере Примерова была оштрафована на 50 МРП. Предположительно, Ару Примерову избили полицейские. "
        "Не менее 12 человек были задержаны на митинге.",
        "utf-8",
    )
    told = called("--language", language, "read", "--why", "a.txt").out
    assert all(words in told for words in WHY[language]), told
    assert not re.search(
        "asserted|alleged;|P4Y|dates: |victim (acc|nom)|at_least|figures$", told, re.MULTILINE
    )


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_no_code_of_a_reader_is_left_in_what_is_told_of_the_samples(language):
    for path in sorted((samples.folder() / "documents").glob("*.txt"))[:12]:
        told = called("--language", language, "read", "--why", str(path)).lines
        opening = say("reason", language)
        whys = [at for at, line in enumerate(told) if line.startswith(f"     {opening}: ")]
        assert whys, path.name
        for at in whys:
            grounds = [told[at].split(": ", 1)[1]]
            grounds += takewhile(lambda line: line.startswith("       "), told[at + 1 :])
            bare = " ".join(re.sub("«[^»]*»|acts(: | кестесі: )?[a-z_.]*|layout", "", one) for one in grounds)
            assert not re.search("[a-z]", bare), f"no words in src/tizim/cli/data/grounds.yml for: {bare}"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("--keep", "--out", "x.jsonl"), "--out and --why belong to files"),
        (("--keep", "--why"), "--out and --why belong to files"),
        (("a.txt", "--out", "x.jsonl", "--format", "text"), "--out takes --format jsonl only"),
        (("a.txt", "--format", "table"), "--format takes jsonl, text, not 'table'"),
        (("a.txt", "--model", "m"), "--second and --model belong together"),
        ((), "either name files to read"),
    ],
)
def test_options_that_do_not_go_together_are_refused_before_any_work(tmp_path, arguments, line):
    answer = called("read", *arguments)
    assert (answer.code, answer.out) == (1, "") and line in answer.err
    assert not (tmp_path / "x.jsonl").exists()


def test_the_documents_own_day_dates_what_it_tells_of(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Police detained Aru Sampleva on Monday, and took her to the station.", encoding="utf-8")
    (tmp_path / "days.csv").write_text("id,date\na,2020-12-02\nb,\n", encoding="utf-8")
    for given in (("--date", "2020-12-02"), ("--dates", tmp_path / "days.csv")):
        (found,) = flat(path, *given)
        assert [claim["date"] for claim in found["claims"]] == ["2020-11-30"]


def test_bad_files_get_a_line_each_and_the_others_are_read(tmp_path, report):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "de.txt").write_text("Das Gericht verurteilte sie zu drei Jahren Haft. " * 3, "utf-8")
    (tmp_path / "de.txt.yml").write_text("language: de\n", "utf-8")
    answer = called("read", "missing.txt", "empty.txt", "de.txt", str(report))
    assert len(answer.lines) == 1 and json.loads(answer.out)["id"] == "report-7"
    lines = answer.err.splitlines()
    assert [line.split(":")[0] for line in lines] == ["missing.txt", "empty.txt", "de.txt"]
    assert "no reader for the language 'de'" in lines[2]


def test_a_call_that_reads_nothing_fails(tmp_path):
    answer = called("read", "missing.txt")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == (
        "missing.txt: is not there. Look whether it was moved or renamed.\ntizim: nothing was read\n"
    )


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (("--date", "Monday"), "no date in EDTF"),
        (("--dates", "names.csv"), "names.csv has no column id, date"),
        (("--dates", "odd.csv"), "odd.csv is no CSV in UTF-8"),
    ],
)
def test_a_day_that_is_none_is_refused_before_reading(tmp_path, report, given, line):
    (tmp_path / "names.csv").write_text("name\nx\n", encoding="utf-8")
    (tmp_path / "odd.csv").write_bytes("id,date\nж".encode("cp1251"))
    answer = called("read", str(report), *given)
    assert (answer.code, answer.out) == (1, "")
    assert line in answer.err and answer.err.count("\n") == 1


def test_proposals_are_kept_once_and_wait_for_review(desk, report):
    desk.runs("add", report, "--source", "Steppe Letters", "--date", "2020-12-01")
    first = desk.runs("read", "--keep")
    assert first.lines[0].startswith("1 documents read, ") and first.lines[0].endswith("0 read before.")
    before = desk.runs("check").out
    assert desk.runs("read", "--keep").out == "0 documents read, 0 entries kept; 1 read before.\n"
    assert desk.runs("check").out == before
    assert len(desk.asks("claims", "reviewed=no")) == len(desk.asks("claims")) > 2
    found = desk.asks("list", "in-custody", "--as-of", "2020-12-01")["people"]
    assert "Aru Sampleva" in {one["person"] for one in found}
    assert desk.asks("list", "in-custody", "--as-of", "2020-12-01", "--reviewed")["people"] == []


def test_documents_added_since_are_read_and_no_others(desk, report):
    desk.runs("add", report)
    desk.runs("read", "--keep")
    (desk.home / "more.txt").write_text("Police detained Dana Inventova on 3 December 2020 in Sampletown.")
    desk.runs("add", desk.home / "more.txt")
    assert desk.runs("read", "--keep").lines[0].startswith("1 documents read, ")
    assert desk.asks("claims", "person~=inventova")


def test_a_language_without_a_reader_is_named_and_the_other_documents_are_read(desk, report):
    (desk.home / "de.txt").write_text("Das Gericht verurteilte sie zu drei Jahren Haft. " * 3, "utf-8")
    desk.runs("add", report)
    desk.runs("add", desk.home / "de.txt", "--document-language", "de")
    answer = desk.runs("read", "--keep")
    assert answer.lines[0].startswith("1 documents read, ")
    assert answer.lines[1].startswith("1 documents in 'de' wait: no reader for it yet.")
    assert "1 documents in 'de' wait" in desk.runs("read", "--keep").out
