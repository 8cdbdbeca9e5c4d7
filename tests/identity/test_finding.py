"""Who is found by a name as somebody writes it."""

import pytest

from tizim.identity import NameIndex

PEOPLE = {
    "p-1": ["Темирбай Жаксенов"],
    "p-2": ["Жаксенова Гульшат Досановна"],
    "p-3": ["Dana Zhaksenova"],
    "p-4": ["T. Madeupov"],
    "p-5": ["Серік Қойшыев", "Serik Koishyev"],
    "p-6": ["Aidos Sampletov"],
    "p-7": ["Сара Қойлыева"],
}


@pytest.fixture(scope="module")
def index():
    made = NameIndex()
    for person_id, names in PEOPLE.items():
        made.add(person_id, names)
    return made


def first(index, query, **options):
    found = index.find(query, **options)
    return found[0].person_id if found else None


@pytest.mark.parametrize(
    ("query", "person"),
    [
        ("Temirbay Zhaksenov", "p-1"),
        ("Темірбай Жақсенов", "p-1"),
        ("Temirbaı Jaqsenov", "p-1"),
        ("zhaksenov temirbai", "p-1"),
        ("Темирбая Жаксенова", "p-1"),
        ("Темірбай Жақсеновтің", "p-1"),
        ("Temirbay Zhaksen", "p-1"),
        ("Temirbay Zhakesnov", "p-1"),
        ("Gulshat Zhaksenova", "p-2"),
        ("Гүлшат Жақсенова Досанқызы", "p-2"),
        ("Serik Qoishyev", "p-5"),
        ("TemirbayZhaksenov", "p-1"),
        ("Temir bay Zhaksenov", "p-1"),
        ("T. Zhaksenov", "p-1"),
        ("Timur Madeupov", "p-4"),
    ],
)
def test_a_person_is_found_by_any_spelling(index, query, person):
    assert first(index, query) == person


@pytest.mark.parametrize(("query", "person"), [("Sampletov", "p-6"), ("Aydos", "p-6"), ("Сэмплетов", "p-6")])
def test_one_word_finds_by_surname_or_given_name(index, query, person):
    assert first(index, query) == person


def test_a_surname_finds_all_who_bear_it(index):
    assert {one.person_id for one in index.find("Жақсенов")} >= {"p-1", "p-2", "p-3"}


@pytest.mark.parametrize(
    ("query", "person"),
    [
        ("Sampl", "p-6"),
        ("Сампл", "p-6"),
        ("Dana Zh", "p-3"),
        ("дана ж", "p-3"),
        ("Serik Koysh", "p-5"),
        ("Серік Қ", "p-5"),
    ],
)
def test_the_last_word_may_be_unfinished(index, query, person):
    assert first(index, query, typing=True) == person


def test_an_unfinished_word_is_told(index):
    assert "the last word begins so" in index.find("Sampl", typing=True)[0].reasons
    assert "соңғы сөз осылай басталады" in index.find("Sampl", typing=True, language="kk")[0].reasons


def test_a_word_is_finished_by_a_space(index):
    assert index.find("Sampl ", typing=True) == index.find("Sampl ")


def test_another_keyboard_layout_is_noticed_and_told(index):
    found = index.find("Ntvbh,fq Frctyjd")
    found = index.find("Ntvbh,fq ;frctyjd")
    assert found[0].person_id == "p-1"
    assert "typed with another keyboard layout" in found[0].reasons
    assert first(index, "Фшвщы Ыфьздуещм") == "p-6"


def test_reasons_are_in_the_language_asked_for(index):
    assert index.find("Temirbay Zhaksenov", language="ru")[0].reasons[0].startswith(("имя", "фамилия"))


def test_nobody_is_found_by_a_name_that_nobody_bears(index):
    assert index.find("Quentin Wolverhampton") == ()


def test_no_more_are_found_than_were_asked_for(index):
    assert len(index.find("Жақсенова", limit=2)) == 2
    assert index.find("Жақсенова", limit=0) == ()


def test_the_best_come_first_and_equal_scores_in_a_fixed_order(index):
    found = index.find("Жаксенова", limit=10)
    assert list(found) == sorted(found, key=lambda one: (-one.score, one.name, one.person_id))
