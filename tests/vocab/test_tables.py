"""Tables of codes: their form, their labels, what refers to what, and the ESF terms they cite."""

import csv
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tizim import Problem
from tizim.vocab import (
    LABEL_LANGUAGES,
    TABLES,
    Table,
    TableError,
    Term,
    UnknownCodeError,
    UnknownTableError,
    duration,
    label,
    table,
)
from tizim.vocab.tables import read_table

TERMS = [(table(name), term) for name in TABLES for term in table(name).terms.values()]
DATA = Path(__file__).parents[2] / "src/tizim/vocab/data"
ACTS_OF_THE_FLAT_FORM = """
    abduction account_attack administrative_arrest appeal assembly_refusal asylum_decision ban_on_activity
    charge conviction death detention dismissal financial_listing fine forced_psychiatry house_arrest
    ill_treatment interrogation organisation_ban other pretrial_detention release search sentence surveillance
    threat travel_ban trial
"""
GROUPS = {
    "states": {"custody", "measure", "sentence", "after_effect", "proceedings", "end"},
    "penalties": {"penalty", "measure", "result", "exposure", "circumstance"},
}
YES_OR_NO = (
    "accuses",
    "sure",
    "counted",
    "persons",
    "protected",
    "consent",
    "first_hand",
    "labels",
    "undoes",
    "not_served",
)


def each(name: str) -> list[Term]:
    return list(table(name).terms.values())


def test_the_acts_are_those_of_the_flat_form() -> None:
    assert sorted(table("acts").codes) == ACTS_OF_THE_FLAT_FORM.split()


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_codes_and_says_what_it_is_about(name: str) -> None:
    assert table(name).codes
    assert len(table(name).about) > 20
    assert table(name) is table(name)


def test_every_code_is_one_lower_case_word() -> None:
    for found, term in TERMS:
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", term.code), (found.name, term.code)


def test_every_code_has_a_label_in_every_language_in_its_own_script() -> None:
    for found, term in TERMS:
        assert tuple(term.labels) == LABEL_LANGUAGES
        assert re.fullmatch(r"[A-Za-z ,()'-]+", term.labels["en"]), (found.name, term.code)
        assert re.fullmatch(r"[А-Яа-яЁё ,()-]+", term.labels["ru"]), (found.name, term.code)
        assert re.fullmatch(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі ,()-]+", term.labels["kk"]), (found.name, term.code)


def test_no_two_codes_of_a_table_share_a_label() -> None:
    for name in TABLES:
        for language in LABEL_LANGUAGES:
            labels = [term.labels[language] for term in each(name)]
            assert len(labels) == len(set(labels)), (name, language)


def test_no_label_mixes_scripts_within_a_word() -> None:
    for _, term in TERMS:
        for text in (*term.labels.values(), *term.attributes.get("also", ())):
            for word in text.split():
                assert not (re.search("[A-Za-z]", word) and re.search("[Ѐ-ӿ]", word)), (term.code, word)


def test_yes_and_no_are_words_and_never_booleans() -> None:
    for found, term in TERMS:
        for name in YES_OR_NO:
            assert term.attributes.get(name, "yes") in ("yes", "no"), (found.name, term.code, name)
    for state in each("states"):
        assert state.attributes["deprives_of_liberty"] in ("yes", "no", "rule")


def test_every_state_and_penalty_belongs_to_a_known_group() -> None:
    for name, groups in GROUPS.items():
        assert {term.attributes["group"] for term in each(name)} == groups


def test_every_state_that_a_term_names_is_a_state() -> None:
    states = table("states")
    for found, term in TERMS:
        ends = term.attributes.get("ends", ())
        for code in (*([] if ends == "all" else ends), *filter(None, [term.attributes.get("state")])):
            assert code in states, (found.name, term.code, code)


def test_no_act_ends_the_state_it_begins() -> None:
    for found, term in TERMS:
        ends = term.attributes.get("ends", ())
        assert ends == "all" or term.attributes.get("state") not in ends, (found.name, term.code)


def test_every_bound_is_a_duration_and_a_bound_of_law_says_where_it_stands() -> None:
    for found, term in TERMS:
        for text in (
            *term.attributes.get("may_last", ()),
            *filter(None, [term.attributes.get("lasts_at_most")]),
        ):
            assert duration(text).in_days > 0
        assert ("lasts_at_most" in term.attributes) == ("bound_source" in term.attributes), (
            found.name,
            term.code,
        )


def test_release_ends_every_state_of_custody_and_death_ends_all() -> None:
    held = {s.code for s in each("states") if s.attributes["group"] == "custody"} | {
        "imprisonment",
        "house_arrest",
    }
    assert set(table("acts").term("release").attributes["ends"]) == held
    assert set(table("penalties").term("released").attributes["ends"]) == held
    assert table("acts").term("death").attributes["ends"] == "all"


def test_the_financial_list_has_two_candidate_ends() -> None:
    assert table("acts").term("financial_listing").attributes["may_last"] == ("P6Y", "P8Y")
    assert table("states").term("financially_listed").attributes["may_last"] == ("P6Y", "P8Y")


def test_every_status_but_unknown_names_a_state() -> None:
    assert [term.code for term in each("statuses") if "state" not in term.attributes] == ["unknown"]


def test_an_unknown_code_is_refused_with_the_nearest_named() -> None:
    assert table("acts").problem("detention", "row 3") is None
    assert table("acts").problem("detension", "row 3") == Problem(
        "row 3", "'detension' is no code of the table acts.", "Nearest: detention, asylum_decision."
    )


@pytest.mark.parametrize(
    ("name", "written", "code"),
    [
        ("acts", "refugee_status", "asylum_decision"),
        ("acts", "account_hacking", "account_attack"),
        ("acts", "задержание", "detention"),
        ("acts", "тінту", "search"),
        ("acts", "Pre-trial detention", "pretrial_detention"),
        ("statuses", "imprisoned", "serving_sentence"),
        ("certainties", "official version", "official_version"),
        ("counting_units", "person", "individual"),
    ],
)
def test_other_words_lead_to_the_code_but_are_not_taken_for_it(name: str, written: str, code: str) -> None:
    assert written not in table(name)
    assert table(name).nearest(written)[0] == code


def test_where_nothing_is_near_the_known_codes_are_named() -> None:
    problem = table("levels").problem("xyzzy", "row 3")
    assert problem is not None
    assert problem.hint == "Known: event, status, figure, practice."


def test_a_name_in_the_place_of_a_code_is_not_repeated() -> None:
    problem = table("acts").problem("Jane Doe", "row 3")
    assert "Jane" not in str(problem)
    with pytest.raises(UnknownCodeError) as caught:
        table("acts").term("Jane Doe")
    assert "Jane" not in str(caught.value)


def test_an_unknown_table_is_an_error_of_the_program() -> None:
    with pytest.raises(UnknownTableError, match="acts"):
        table("../acts")


def test_a_term_cannot_be_changed() -> None:
    term = table("acts").term("release")
    with pytest.raises(TypeError):
        term.labels["en"] = "x"  # type: ignore[index]
    with pytest.raises(TypeError):
        term.attributes["ends"] = ()  # type: ignore[index]
    assert isinstance(term.attributes["ends"], tuple)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "'about' and 'terms'"),
        ("about: x\nterms: {}\nmore: 1", "'about' and 'terms'"),
        ("about: x\nterms: {no: {en: a, ru: б, kk: в}}", "Put it in quotes"),
        ("about: x\nterms: {a: {en: a, ru: б}}", "a label in each of en, ru, kk"),
        ("about: x\nterms: {a: null}", "a term has fields"),
        ("about: x\nterms: {a: {en: a, ru: б, kk: в, esf: {list: 4}}}", "list, code, term"),
    ],
)
def test_a_table_out_of_form_is_refused(text: str, message: str) -> None:
    with pytest.raises(TableError, match=message):
        read_table("made_up", text)


def test_a_label_is_in_the_readers_language_or_in_english_and_an_unknown_code_stays_itself() -> None:
    assert label("acts", "search", "kk") == "тінту"
    assert label("acts", "search", "ru-RU") == label("acts", "search", "ru") == "обыск"
    assert label("acts", "search", "KK_KZ") == "тінту"
    assert label("acts", "search", "de") == label("acts", "search", "en") == "search"
    assert label("acts", "code_of_tomorrow", "ru") == "code_of_tomorrow"


def test_every_data_file_of_tables_is_listed() -> None:
    with_terms = {
        path.stem for path in DATA.glob("*.yml") if re.search(r"^terms:", path.read_text(), re.MULTILINE)
    }
    assert with_terms == set(TABLES)


def test_every_cited_esf_term_stands_in_its_list_with_that_meaning(shared: Path) -> None:
    with (shared / "esf_vocabulary.tsv").open(encoding="utf-8", newline="") as file:
        known = {
            (row["list"], row["vocab_number"]): row["english"] for row in csv.DictReader(file, delimiter="\t")
        }
    cited: list[tuple[Table, Term]] = [(found, term) for found, term in TERMS if term.esf]
    assert len(cited) > 100
    for found, term in cited:
        assert term.esf is not None
        assert known.get((str(term.esf.list), term.esf.code)) == term.esf.term, (found.name, term.code)
        assert term.esf.fit in ("same", "wider", "narrower")


def test_the_room_exports_what_it_names_and_loads_no_data_before_it_is_asked() -> None:
    check = (
        "import sys, tizim.vocab as v; assert sorted(set(v.__all__)) == sorted(v.__all__);"
        "[getattr(v, name) for name in v.__all__]; assert not {'yaml', 'django'} & set(sys.modules)"
    )
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", check], check=True, env=paths)
