"""Names that sound alike are a question, never an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.claims import Claim
from tizim.identity import Judgement, mention_id, people
from tizim.identity.alike import sound


def told(*names):
    return [
        Claim(id=f"c-{n}", passage_id=f"s-{n}", document_id=f"d-{n}", person=name, act="detention")
        for n, name in enumerate(names)
    ]


PAIRS = [
    ("Zhelkenov", "Желкенов"),
    ("Jelkenov", "Желкенов"),
    ("Uzyntayeva", "Ұзынтаева"),
    ("Asset", "Aset"),
    ("Khosenov", "Hossenov"),
    ("Qairat", "Кайрат"),
    ("Yerzhan", "Ержан"),
    ("Bauyrzhan", "Baurzhan"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_spellings_of_one_name_sound_alike(one, other):
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Daryn", "Daniyar"), ("Qaisar", "Ilyas"), ("Testov", "Tezov"), ("Dana", "Dina")]
)
def test_different_names_do_not(one, other):
    assert sound(one) != sound(other)


def test_another_script_is_a_doubt_and_no_answer():
    found = people(told("Aidos Zhelkenov", "Айдос Желкенов", "Ilyas Shoqparov"), [])
    assert len(found.persons) == 3
    (doubt,) = found.doubts
    assert doubt.why == ("sounds_alike",)
    assert len(doubt.person_ids) == 2


def test_a_judgement_ends_the_doubt_either_way():
    claims = told("Aidos Zhelkenov", "Айдос Желкенов")
    left, right = (mention_id(one.document_id, one.person) for one in claims)
    for verdict, persons in (("same", 1), ("different", 2)):
        found = people(claims, [Judgement(id="j-1", left=left, right=right, verdict=verdict)])
        assert (len(found.persons), found.doubts) == (persons, ())


def test_bare_surnames_and_first_names_are_asked_about_nowhere():
    assert people(told("Zhelkenov", "Желкенов", "Айдос", "Aidos"), []).doubts == ()


@given(st.text(max_size=60))
def test_any_word_has_a_sound_that_stays(word):
    assert sound(sound(word)) == sound(sound(sound(word)))
    assert len(sound(word)) <= 2 * len(word) + 1
