"""An index of names: who is put in is found, by any spelling, and in whatever order it was built."""

import random

import pytest
from bench.spellings import mentions
from hypothesis import given, settings
from hypothesis import strategies as st

from tizim.identity import NameIndex, compare_score
from tizim.identity.tries import unfinished
from tizim.identity.walking import _candidates, _fit, _stages

NAMES = sorted({name for name, _, _ in mentions(60, 31)})
people = st.dictionaries(
    st.sampled_from(["p-1", "p-2", "p-3", "p-4", "p-5"]),
    st.lists(st.sampled_from(NAMES) | st.text(max_size=12), min_size=1, max_size=3),
)
anything = st.text(st.characters(), max_size=60)


def built(names):
    index = NameIndex()
    for person_id, texts in names.items():
        index.add(person_id, texts)
    return index


def numbered(names):
    return built({f"p-{number}": [name] for number, name in enumerate(names)})


@pytest.fixture(scope="module")
def register():
    return numbered(NAMES)


def test_every_name_finds_itself_first_or_tied(register):
    for number, name in enumerate(NAMES):
        found = register.find(name, limit=20)
        assert found[0].score == 1.0
        assert f"p-{number}" in {one.person_id for one in found if one.score == 1.0}


def test_alike_gives_more_than_995_in_1000_of_the_names_that_agree(register):
    agree = {(one, other) for one in NAMES for other in NAMES if compare_score(one, other) >= 0.45}
    found = {(one, other) for one in NAMES for _, other, _ in register.alike(one)}
    assert found <= agree
    assert len(found) / len(agree) > 0.995


def test_alike_gives_the_score_of_the_comparison(register):
    for _, name, score in register.alike(NAMES[0]):
        assert score == compare_score(NAMES[0], name)


def test_no_name_that_fits_an_unfinished_query_is_passed_over(register):
    shelves, pairs = register._shelves, 0
    for name in NAMES:
        for cut in range(1, 4):
            for asked in unfinished(name[:-cut], shelves.vocabulary):
                for pair in (one for stage in _stages(shelves, asked.words) for one in stage):
                    if pair.one.begun or pair.other.begun:
                        fitting = {one for one in shelves.standing() if _fit(shelves.words_of(one), pair)}
                        assert fitting <= _candidates(shelves, pair)
                        pairs += pair.near and bool(fitting)
    assert pairs > 10


def test_a_word_asked_for_again_knows_the_names_that_came_meanwhile():
    index = numbered(["Aigerim Probova"])
    assert [one.name for one in index.find("Aigerim T", typing=True)] == ["Aigerim Probova"]
    index.add("p-new", ["Aigerym Testova"])
    assert index.find("Aigerim Te", typing=True)[0].name == "Aigerym Testova"


def test_whoever_is_taken_out_is_found_no_more(register):
    index = numbered(NAMES[:50])
    index.remove("p-3")
    index.remove("p-3")
    assert "p-3" not in index and len(index) == 49
    assert "p-3" not in {one.person_id for one in index.find(NAMES[3], limit=50)}
    assert "p-3" not in {person for person, _, _ in index.alike(NAMES[3])}


def test_a_person_has_several_names_and_is_found_once():
    index = built({"p-1": ["Dana Inventova", "Дана Инвентова", "Dana Madeupova"]})
    assert [one.person_id for one in index.find("Dana Inventova")] == ["p-1"]
    assert index.find("Dana Madeupov")[0].name == "Dana Madeupova"


@given(people, people)
@settings(max_examples=60, deadline=None)
def test_built_at_once_or_bit_by_bit_makes_no_difference(first, second):
    bit_by_bit = built(first)
    for person_id, names in second.items():
        bit_by_bit.remove(person_id)
        bit_by_bit.add(person_id, names)
    at_once = built({**first, **second})
    queries = [name for names in [*first.values(), *second.values()] for name in names]
    for query in queries[:6]:
        assert bit_by_bit.find(query) == at_once.find(query)
        assert bit_by_bit.find(query, typing=True) == at_once.find(query, typing=True)
        assert set(bit_by_bit.alike(query)) == set(at_once.alike(query))


def test_the_order_of_adding_makes_no_difference():
    turned = [*enumerate(NAMES)]
    random.Random(5).shuffle(turned)
    one, other = numbered(NAMES), built({f"p-{number}": [name] for number, name in turned})
    for name in NAMES[::9]:
        word = name.split()[-1]
        assert one.find(name) == other.find(name)
        assert one.find(word) == other.find(word)
        assert one.find(word[:3], typing=True) == other.find(word[:3], typing=True)


def test_many_taken_out_make_room():
    index = numbered([f"{name} {number}" for number in range(30) for name in NAMES[:80]])
    for number in range(2300):
        index.remove(f"p-{number}")
    assert len(index) == 100
    assert {one.person_id for one in index.find(f"{NAMES[79]} 29")} == {"p-2399"}


def test_what_is_known_of_words_makes_the_same_index(register):
    again = NameIndex(register.lines())
    for number, name in enumerate(NAMES):
        again.add(f"p-{number}", [name])
    assert again.find(NAMES[7]) == register.find(NAMES[7])
    assert sorted(again.lines()) == sorted(register.lines())


@given(anything, anything, st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_text_is_kept_and_asked_for(name, query, typing):
    index = built({"p-1": [name], "p-2": ["Dana Inventova"]})
    for one in index.find(query, typing=typing):
        assert 0.0 <= one.score <= 1.0 and one.reasons
    [*index.alike(query)]
    index.remove("p-1")


@pytest.mark.parametrize(
    "text", ["", " ", "x", "é", "😀", "\ud800", "\u202eabc", "a" * 10_000, "ab " * 3_000, ".", "(", "-", "1"]
)
def test_bad_names_are_harmless(register, text):
    index = numbered([text, "Dana Inventova"])
    assert index.find("Dana Inventova")[0].person_id == "p-1"
    for typing in (True, False):
        assert isinstance(index.find(text, typing=typing), tuple)
        assert isinstance(register.find(text, typing=typing), tuple)


def test_many_namesakes_take_bounded_time():
    index = built({f"p-{number:05}": ["Dana Inventova"] for number in range(30_000)})
    assert [one.person_id for one in index.find("Дана Инвентова", limit=3)] == [
        "p-00000",
        "p-00001",
        "p-00002",
    ]
    assert len(index.find("Inventova")) == 10
    assert sum(1 for _ in index.alike("Dana Inventova")) == 30_000
