import pytest

from tizim.assessments import (
    SHIPPED,
    AssessmentError,
    criteria_set,
    in_words,
    known_sets,
    learn_sets,
    load_criteria,
    parse_criteria,
    shipped_sets,
)

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
    three = {"en", "ru", "kk"}
    assert of.source.url.startswith("http")
    assert set(of.source.place) == set(of.source.publisher) == three
    assert of.source.compared in (True, False)
    for one in of.criteria:
        assert set(one.title) == set(one.text) == set(one.place) == three
        assert all((*one.title.values(), *one.text.values(), *one.place.values()))
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
        (
            ("{house_arrest: deprived", "{travel_banned: deprived"),
            "travel_banned is no deprivation of liberty",
        ),
        (("assessors: 1", "assessors: 10"), "from 1 to 9"),
        (("assessors: 1", "assessors: true"), "assessors is a number"),
        (("assessors: 1", "source: {site: x}"), "source: unknown key 'site'"),
        (("assessors: 1", "source: [x]"), "source: names and what each holds"),
        (("assessors: 1", "source: {compared: perhaps}"), "compared is true or false"),
        (("assessors: 1", "decided: {date: last May}"), "'last May' is no day"),
        (("assessors: 1", "decided: {when: 2026}"), "unknown key 'when'"),
    ],
)
def test_what_is_wrong_with_a_set_is_said(change, said):
    with pytest.raises(AssessmentError, match=said):
        parse_criteria(OWN.replace(*change), where="own.yml")


@pytest.fixture
def own(tmp_path):
    """A folder with a group's own set, known by its code until the test is over."""
    (tmp_path / "own.yml").write_text(OWN, encoding="utf-8")
    learn_sets(tmp_path.glob("*.yml"))
    yield tmp_path
    learn_sets([])


def test_a_groups_own_set_is_known_by_its_code_until_others_are_learnt(own):
    assert criteria_set("OWN").name == criteria_set("OWN/3").name == "OWN/3"
    assert known_sets() == [*shipped_sets(), "OWN"]
    assert SHIPPED.named("OWN").name == "OWN/3" and SHIPPED.offered()[-1].code == "OWN"
    learn_sets([])
    with pytest.raises(AssessmentError, match="no set of criteria 'OWN'"):
        criteria_set("OWN")


@pytest.mark.parametrize("code", ["OWN", "PACE-1900-2012"])
def test_a_code_that_is_taken_is_refused_and_what_was_known_stays(own, code):
    (own / "more.yml").write_text(OWN.replace("OWN", code), encoding="utf-8")
    with pytest.raises(AssessmentError, match=f"there is a set '{code}' already"):
        learn_sets(own.glob("*.yml"))
    assert "OWN" in known_sets()


def test_words_that_a_set_lacks_in_a_language_are_named_and_shown_in_another():
    of = parse_criteria(OWN.replace("code: OWN", "code: OWN\nlanguage: ru\ntitle: Свои"), where="own")
    assert of.lacking("en") == ("title",) and of.lacking("ru") == ("peaceful", "speech")
    assert of.lacking("kk") == ("title", "peaceful", "speech")
    assert in_words(of.title, "kk") == ("Свои", "ru")
    assert in_words(of.criteria[0].title, "ru") == ("Peaceful", "en")
    assert not any(criteria_set(code).lacking(one) for code in shipped_sets() for one in ("en", "ru", "kk"))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("code: OWN", "code: ../OWN", "a code has Latin letters"),
        ("code: OWN", "code: OWN\nlanguage: de", "the language of plain texts"),
        ("{en: Peaceful}", "{de: Friedlich}", "unknown key 'de'"),
        ("{en: Peaceful}", "{en: ' '}", "words in a language are text"),
        ("{en: Peaceful}", '{en: "Peace\\x07ful"}', "no control characters"),
    ],
)
def test_what_no_address_or_language_can_bear_is_refused(before, after, said):
    with pytest.raises(AssessmentError, match=said):
        parse_criteria(OWN.replace(before, after), where="own")
