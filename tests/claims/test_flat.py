import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.claims.making import claim
from tests.claims.strategies import claims

from tizim.claims import Claim, claim_of, flat_of, from_csv, from_json_lines, to_csv, to_json_lines
from tizim.claims.csv_form import SEPARATORS
from tizim.claims.fields import FIELDS, fields_by_name, nearest_field
from tizim.documents import Passage


@given(st.lists(claims(), max_size=3), st.sampled_from(SEPARATORS), st.sampled_from(["", "\ufeff"]))
def test_csv_gives_back_the_very_claims(told, separator, mark):
    text = mark + "".join(to_csv(told, separator=separator))
    assert from_csv(text) == (tuple(told), ())


@given(st.lists(claims(), max_size=3))
def test_json_lines_give_back_the_very_claims(told):
    assert from_json_lines("".join(to_json_lines(told))) == (tuple(told), ())


@given(claims())
def test_csv_survives_a_file(told):
    file = io.BytesIO("".join(to_csv([told])).encode("utf-8-sig"))
    assert from_csv(file.read().decode("utf-8-sig"))[0] == (told,)


def test_every_field_of_a_claim_stands_in_the_flat_form():
    assert set(Claim.field_names()) <= {field.attribute for field in FIELDS}


def test_the_names_other_programs_rely_on_are_there():
    names = (
        "person org count_min count_max approx role act act_detail date place article outcome status_as_of"
    )
    assert set(f"{names} certainty quote start end".split()) <= {field.name for field in FIELDS}


def test_both_names_of_a_field_are_accepted():
    flat = {"org": "Open Steppe", "article": ["KZ-CC 405"], "approx": True}
    own = {"organisation": "Open Steppe", "articles": ["KZ-CC 405"], "approximate": True}
    ids = {"id": "c-1", "passage_id": "p-1", "document_id": "d-1", "act": "organisation_ban"}
    assert claim_of(flat | ids) == claim_of(own | ids)


def test_no_two_fields_share_a_name():
    assert len(fields_by_name()) == len({*fields_by_name()})
    assert len({field.name for field in FIELDS}) == len(FIELDS)


def told(**values) -> Claim:
    ids = {"id": "c-1", "passage_id": "p-1", "document_id": "d-1", "act": "detention"}
    made, problems = claim_of(ids | values)
    assert problems == ()
    assert made is not None
    return made


def test_status_as_of_may_be_an_object():
    made = told(status_as_of={"status": "custody", "as_of": "2020-11-30"})
    assert (made.status, made.status_as_of) == ("custody", "2020-11-30")


def test_status_as_of_may_be_a_date():
    assert told(status_as_of="2020-11-30").status_as_of == "2020-11-30"


def test_the_outcome_is_kept_whole_and_articles_are_parted():
    made = told(outcome="imprisonment P4Y; ban P3Y", article="KZ-CC 405(2); KZ-CC 182")
    assert made.outcome == "imprisonment P4Y; ban P3Y"
    assert made.articles == ("KZ-CC 405(2)", "KZ-CC 182")


@pytest.mark.parametrize(
    "written",
    [
        "riot unit|carried_out|police; a judge",
        ["riot unit|carried_out|police", "a judge"],
        [["riot unit", "carried_out", "police"], ["a judge"]],
        [{"name": "riot unit", "degree": "carried_out", "type": "police"}, {"name": "a judge"}],
    ],
)
def test_perpetrators_are_read_in_every_way_they_are_written(written):
    assert told(perpetrators=written).perpetrators == (
        ("riot unit", "carried_out", "police"),
        ("a judge", "", ""),
    )


def test_a_case_against_an_official_need_not_be_said_twice():
    assert told(role="suspect").case_kind == "against_official"
    assert told(role="suspect", case_kind="persecution").case_kind == "persecution"


def test_a_count_without_a_name_is_an_unnamed_group():
    assert told(count_min=58).group == "unnamed"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("count_min", "at least 58"),
        ("count_min", 1.5),
        ("count_min", True),
        ("age", "10000000000000"),
        ("approx", "perhaps"),
        ("person", ["Zarina"]),
        ("person", {"name": "Zarina"}),
        ("person", "Zarina\x00"),
        ("note", "\ud800"),
        ("perpetrators", "a|b|c|d"),
        ("perpetrators", 7.5),
        ("article", {"book": "KZ-CC"}),
    ],
)
def test_a_value_of_the_wrong_kind_is_a_problem_that_does_not_repeat_it(field, value):
    made, problems = claim_of(
        {"id": "c-1", "passage_id": "p", "document_id": "d", "act": "fine", field: value}
    )
    if field == "perpetrators" and value == 7.5:
        assert made is not None
        return
    assert made is None
    assert len(problems) == 1
    assert field in problems[0].where
    assert "Zarina" not in str(problems[0])


def test_numbers_out_of_spreadsheets_are_whole_again():
    assert told(count_min=58.0, count_max="1 200", group="people").count_max == 1200
    assert told(date=2020.0).date == "2020"


def test_what_is_missing_is_named():
    made, problems = claim_of({"person": "Aru Sampleva"}, "row 3")
    assert made is None
    assert {str(problem).split(":")[0] for problem in problems} == {
        "row 3, id",
        "row 3, passage_id",
        "row 3, document_id",
        "row 3, act",
    }


def test_the_words_quoted_go_along():
    passage = Passage(id="p-1", document_id="d-1", start=0, end=4, quote="Aru ")
    flat = flat_of(claim(), passage)
    assert (flat["document"], flat["start"], flat["end"]) == ("d-1", 0, 4)
    assert "person" in json.loads(next(to_json_lines([claim()])))


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+7 701", "-1", "@x", "'=x", "''=x"])
def test_no_cell_is_a_formula(text):
    lines = "".join(to_csv([claim(note=text)]))
    assert f",{text}" not in lines
    assert from_csv(lines)[0][0].note == text


def test_an_apostrophe_that_guards_nothing_stays():
    assert from_csv("".join(to_csv([claim(person="'Abai")])))[0][0].person == "'Abai"


def test_a_line_that_is_no_json_is_a_problem():
    claims_told, problems = from_json_lines("{\n[]\n" + "[" * 100_000)
    assert claims_told == ()
    assert [problem.where for problem in problems] == ["row 1", "row 2", "row 3"]


@pytest.mark.parametrize(
    ("column", "field"), [("Actt", "act"), ("ФИО", "person"), ("Name", "person"), ("count", "count_min")]
)
def test_an_unknown_column_has_a_nearest_field(column, field):
    assert nearest_field(column) == field
