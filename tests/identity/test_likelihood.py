"""How likely two mentions are of one person: the declared model, its weights and their reasons."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.identity import Context, IdentityError, Rarity, declared_model, likelihood, load_model, name_level
from tizim.identity.model import MODEL
from tizim.identity.rarity import word_keys

NAMES = st.sampled_from(
    ["Aman Testov", "Аман Тестов", "Aman Testow", "Dana Probova", "Testov", "A. Testov", "", "\ud800"]
)
WORDS = st.frozensets(st.sampled_from(["a", "b", "c"]), max_size=2)
YEARS = st.tuples(st.integers(1940, 2000), st.integers(0, 3)) | st.none()


@st.composite
def contexts(draw: st.DrawFn) -> Context:
    born = draw(YEARS)
    days = sorted(draw(st.lists(st.dates().map(str), min_size=2, max_size=2)))
    dated = draw(st.booleans())
    return Context(
        name=draw(NAMES),
        birth_first=born[0] if born else None,
        birth_last=born[0] + born[1] if born else None,
        sex=draw(st.sampled_from([None, "female", "male"])),
        towns=draw(WORDS),
        regions=draw(WORDS),
        articles=draw(WORDS),
        numbers=draw(WORDS),
        acts=draw(WORDS),
        first_day=days[0] if dated else None,
        last_day=days[1] if dated else None,
        occupations=draw(st.frozensets(st.sampled_from(["judge", "poet", "lawyer"]), max_size=2)),
        document_id=draw(st.sampled_from([None, "d1", "d2"])),
        source=draw(st.sampled_from([None, "s1", "s2"])),
    )


@given(contexts(), contexts())
def test_the_likelihood_is_the_same_from_both_sides_and_a_probability(one, other):
    rarity = Rarity(["Aman Testov", "Dana Probova"])
    assert likelihood(one, other, rarity=rarity) == likelihood(other, one, rarity=rarity)
    assert 0.0 <= likelihood(one, other).probability <= 1.0


@given(
    contexts(), contexts(), st.sampled_from([each.name for each in fields(Context) if each.name != "name"])
)
def test_a_missing_field_takes_its_own_weight_away_and_changes_no_other(one, other, field):
    empty = replace(one, **{field: getattr(Context(), field)})
    before = {weight.what: weight for weight in likelihood(one, other).weights}
    after = {weight.what: weight for weight in likelihood(empty, other).weights}
    touched = {code for code, aspect in declared_model().aspects.items() if field in aspect.columns}
    assert {what: one for what, one in before.items() if what not in touched} == {
        what: one for what, one in after.items() if what not in touched
    }


@given(contexts(), contexts())
def test_no_context_lifts_names_that_differ_or_parts_of_names(one, other):
    if name_level(one.name, other.name) in ("different", "part"):
        assert likelihood(one, other).probability < 0.5


def test_equal_names_are_one_person_until_the_context_speaks_hard_against_it():
    aman = Context("Aman Testov")
    assert likelihood(aman, Context("Аман Тестов")).probability > 0.9
    father = replace(aman, birth_first=1940, birth_last=1941)
    son = replace(aman, birth_first=1970, birth_last=1971)
    assert likelihood(father, son).probability < 0.3
    assert likelihood(father, replace(father, name="Аман Тестов")).probability > 0.99


def test_each_weight_says_why_in_the_language_asked_for():
    one = Context("Aman Testov", sex="male", occupations=frozenset({"judge"}))
    other = Context("Aman Testov", sex="male", occupations=frozenset({"poet"}))
    told = {weight.what: weight for weight in likelihood(one, other, language="ru").weights}
    assert told["name"].reason == "имена совпадают" and told["name"].bits > 0
    assert told["occupation"].level == "opposed" and told["occupation"].bits < 0
    assert set(told) == {"name", "sex", "occupation"}


def test_two_spellings_in_one_document_speak_against_one_person():
    one, other = Context("Aman Testov", document_id="d1"), Context("Amman Testow", document_id="d1")
    levels = {weight.what: weight.level for weight in likelihood(one, other).weights}
    assert levels["document"] == ("one_way" if levels["name"] in ("same", "equal") else "two_ways")


def test_a_common_surname_says_less_than_a_rare_one():
    given_names = (
        "Aman Askar Bolat Dana Erlan Gulnar Zhanat Kanat Marat Nurlan Olzhas Rustam Samat Timur Ulan".split()
    )
    register = [f"{first} Testov" for first in given_names] + [
        f"{first} Probov{n}a" for n, first in enumerate(given_names)
    ]
    rarity = Rarity([*register, "Serik Zhelkenov"])
    assert rarity.bits("Aman Testov") < rarity.bits("Serik Zhelkenov")
    common, rare = (Context(name) for name in ("Aman Testov", "Serik Zhelkenov"))
    said = [likelihood(each, each, rarity=rarity).weights[0].bits for each in (common, rare)]
    assert said[0] < said[1]


def test_a_name_that_is_mentioned_often_does_not_become_common():
    once, often = Rarity(), Rarity()
    register = [f"{first}an {last}ov" for first in "BDGKLMNRST" for last in ("Aba", "Ege", "Ulu")]
    for name in register:
        once.add(name)
        for _ in range(5):
            often.add(name)
    assert once.bits("Ban Abaov") == often.bits("Ban Abaov")


def test_a_surname_that_looks_like_a_patronymic_counts_where_no_other_is_left():
    assert len(word_keys("Aman Testuly")) == 2
    assert len(word_keys("Aman Testov Serikuly")) == 2


def test_years_of_birth_agree_in_full_or_in_part():
    def level(one, other):
        spans = (Context("Aman Testov", birth_first=first, birth_last=last) for first, last in (one, other))
        return next(each.level for each in likelihood(*spans).weights if each.what == "born")

    spans = ((1980, 1981), (1981, 1982), (1982, 1983), (1983, 1984), (1985, 1986), (1999, 1999))
    levels = [level((1980, 1981), span) for span in spans]
    assert levels == ["same", "overlap", "near", "two", "apart", "far"]


def test_a_small_register_knows_nothing_of_rarity():
    assert Rarity(["Aman Testov"]).bits("Aman Testov") == 0.0 == Rarity().bits("Testov")


def test_the_levels_of_the_declared_model_are_ordered_and_told_in_three_languages():
    for aspect in declared_model().aspects.values():
        assert set(aspect.term) == {"en", "ru", "kk"}
        bounds = [level.at_least for level in aspect.levels.values() if level.at_least is not None]
        assert bounds == sorted(bounds, reverse=True)
        limits = [level.at_most for level in aspect.levels.values() if level.at_most is not None]
        assert limits == sorted(limits)
        assert all(set(level.say) == {"en", "ru", "kk"} for level in aspect.levels.values())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("m: 0.985", "m: 0.9"),
        ("prior: 0.0001", "prior: 2"),
        ("m: 0.985", "m: much"),
        ("comparisons:", "others:"),
        ("at_most: 2", "at_moist: 2"),
    ],
)
def test_a_model_that_cannot_be_is_refused_with_its_file_name(tmp_path, old, new):
    text = MODEL.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "own.yml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(IdentityError, match=r"own\.yml"):
        load_model(path)
