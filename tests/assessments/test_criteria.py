import pytest

from tizim.assessments import AssessmentError, criteria_set, load_criteria, parse_criteria, shipped_sets

OWN = """
code: OWN
version: 3
liberty: {house_arrest: deprived, imprisonment: deprived}
assessors: 1
criteria:
  peaceful: {place: "page 2", title: {en: Peaceful}, text: {en: Nobody was hurt.}}
  speech: {place: "page 2", title: {en: Speech}, text: {en: For words alone.}}
met: {all: [peaceful, speech]}
"""


@pytest.mark.parametrize("code", shipped_sets())
def test_a_shipped_set_names_its_source_and_speaks_three_languages(code):
    of = criteria_set(code)
    assert of.source["url"].startswith("http")
    assert of.source["place"]
    assert of.source["compared"] in ("True", "False")
    for one in of.criteria:
        assert set(one.title) == set(one.text) == {"en", "ru", "kk"}
        assert one.place
    assert set(of.title) == {"en", "ru", "kk"}
    assert of.assessors == 2


def test_the_resolution_has_five_grounds_and_one_is_enough():
    of = criteria_set("PACE-1900-2012")
    assert of.codes == ("a", "b", "c", "d", "e")
    assert [of.met.answer({code: "met"}) for code in of.codes] == ["met"] * 5
    assert of.met.answer(dict.fromkeys(of.codes, "not_met")) == "not_met"
    assert of.met.answer({"a": "not_met"}) == "open"


def test_a_set_is_named_with_its_version_and_another_version_is_refused():
    assert criteria_set("PACE-1900-2012/1").name == "PACE-1900-2012/1"
    with pytest.raises(AssessmentError, match="version 9"):
        criteria_set("PACE-1900-2012/9")


def test_a_strange_set_is_refused_with_the_nearest():
    with pytest.raises(AssessmentError, match="PACE-1900-2012"):
        criteria_set("PACE-1900")


def test_a_group_s_own_set_is_read_from_a_file(tmp_path):
    path = tmp_path / "own.yml"
    path.write_text(OWN, encoding="utf-8")
    of = load_criteria(path)
    assert (of.name, of.assessors, of.liberty["house_arrest"]) == ("OWN/3", 1, "deprived")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("met: {all: [peaceful, speech]}", "met: {all: [peaceful, silence]}"), "silence"),
        (("met: {all: [peaceful, speech]}", "met: {most: [peaceful]}"), "any"),
        (("met: {all: [peaceful, speech]}", "met: {any: []}"), "needs a list"),
        (("version: 3", "version: three"), "version is a number"),
        (("assessors: 1", "assesors: 1"), "did you mean assessors"),
        (("house_arrest: deprived", "house_arest: deprived"), "house_arest"),
        (("house_arrest: deprived", "house_arrest: maybe"), "deprived, not_deprived or open"),
        (('place: "page 2", title: {en: Peaceful}', "page: 2, title: {en: Peaceful}"), "unknown key 'page'"),
        (("code: OWN", "- code"), "not YAML"),
        (("code: OWN", "name: OWN"), "a code"),
    ],
)
def test_what_is_wrong_with_a_set_is_said(change, said):
    with pytest.raises(AssessmentError, match=said):
        parse_criteria(OWN.replace(*change), where="own.yml")
