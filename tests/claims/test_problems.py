from pathlib import Path

import pytest
from tests.claims.making import claim

import tizim.claims.lists
import tizim.reading
from tizim.claims import FIELDS, claim_of, problems_of


def said(**values) -> str:
    return "\n".join(map(str, problems_of(claim(**values))))


def test_a_plain_claim_has_no_problem():
    assert problems_of(claim()) == ()


def test_a_claim_needs_a_subject():
    assert "nobody is named" in said(person=None)


def test_a_claim_has_one_subject_only():
    assert "person and organisation are given" in said(person="Aru Sampleva", organisation="Open Steppe")


@pytest.mark.parametrize(
    ("field", "code", "near"),
    [
        ("act", "detenion", "detention"),
        ("role", "victm", "victim"),
        ("case_kind", "against_oficial", "against_official"),
        ("level", "events", "event"),
        ("certainty", "aleged", "alleged"),
        ("counting_unit", "individuals", "individual"),
    ],
)
def test_an_unknown_code_is_refused_with_the_nearest_known_one(field, code, near):
    problem = said(**{field: code})
    assert field in problem
    assert near in problem


def test_codes_of_perpetrators_are_refused_by_place():
    problem = said(perpetrators=(("unit", "carried_out", "police"), ("unit", "caried_out", "polise")))
    assert "perpetrators 2" in problem
    assert "carried_out" in problem
    assert "police" in problem


def test_other_needs_words():
    assert "act_detail" in said(act="other")
    assert problems_of(claim(act="other", act_detail="pressure on the family")) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"date": "30.11.2020"},
        {"status_as_of": "last week"},
        {"outcome": "imprisonement P4Y"},
        {"articles": ("KZ-CC 405(2)", "article of the code")},
        {"count_min": 5, "count_max": 3, "group": "people"},
        {"count_min": -1, "group": "people"},
        {"count_min": 3, "person": "Aru Sampleva"},
        {"status": "custody"},
        {"status": "in_costody", "date": "2020"},
        {"role": "suspect"},
        {"age": 400},
        {"place": ""},
        {"place": " Sampletown"},
        {"level": "figure"},
        {"perpetrators": (("", "", ""),)},
        {"perpetrators": ((" unit", "", ""),)},
    ],
)
def test_each_of_these_is_a_problem(wrong):
    assert len(problems_of(claim(**wrong))) == 1


@pytest.mark.parametrize(
    "sound",
    [
        {"date": "2020-11~", "outcome": "imprisonment P4Y; ban P3Y", "articles": ("KZ-CC 405(2)",)},
        {"count_min": 58, "group": "people", "level": "figure"},
        {"count_max": 5, "group": "people"},
        {"status": "custody", "status_as_of": "2020-11-30"},
        {"status": "custody", "date": "2020"},
        {"role": "suspect", "case_kind": "against_official"},
        {"role": "perpetrator", "note": "a dismissed officer, persecuted as a witness"},
    ],
)
def test_none_of_these_is_a_problem(sound):
    assert problems_of(claim(**sound)) == ()


def test_all_problems_come_at_once():
    assert len(problems_of(claim(act="detenion", role="victm", date="30.11.2020", person=None))) == 4


def test_no_problem_repeats_a_name_that_slid_into_another_field():
    name = "Aru Sampleva"
    slid = {field: name for field in ("act", "role", "level", "certainty", "date", "outcome", "status")}
    text = said(**slid, articles=(name,), perpetrators=((name, name, name),), status_as_of=name)
    assert text
    assert "Aru" not in text
    assert "Sampleva" not in text
    assert "columns are shifted" in text


def test_the_examples_of_the_flat_form_make_a_sound_claim():
    left_out = {"group", "org", "count_min", "count_max", "approx", "reader", "corrects"}
    told, problems = claim_of({field.name: field.example for field in FIELDS if field.name not in left_out})
    assert problems == ()
    assert told is not None
    assert problems_of(told) == ()


def test_an_organisation_is_alleged_by_acts_that_accuse_people_alone():
    alleged = "Open Steppe Movement"
    for act in ("charge", "sentence", "pretrial_detention", "financial_listing"):
        assert problems_of(claim(act=act, alleged_organisation=alleged)) == ()
    for act in ("threat", "death", "release", "ill_treatment"):
        assert "accuses nobody" in said(act=act, alleged_organisation=alleged)
    of_people = "of people in cases of persecution"
    assert of_people in said(act="charge", alleged_organisation=alleged, person=None, organisation="Club")
    assert of_people in said(act="charge", alleged_organisation=alleged, case_kind="against_official")
    assert alleged not in said(act="threat", alleged_organisation=alleged)


def test_no_reader_ever_fills_in_an_alleged_organisation():
    rooms = (Path(tizim.reading.__file__).parent, Path(tizim.claims.lists.__file__).parent / "jottings.py")
    files = [one for room in rooms for one in (room.rglob("*.*") if room.is_dir() else [room])]
    assert len(files) > 50
    for one in files:
        if one.suffix in (".py", ".yml"):
            assert "alleged_organisation" not in one.read_text(encoding="utf-8"), one.name
