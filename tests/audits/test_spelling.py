"""Two written words that are one name in other letters."""

import pytest

from tizim.audits.spelling import inflected, one_letter_apart, same_word


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Asqar", "Askar", "en"),
        ("Zhaksenov", "Jaksenov", "en"),
        ("Pritsker", "Pritzker", "en"),
        ("Yesilskiy", "Esilskii", "en"),
        ("Shinkarrev", "Shinkarev", "en"),
        ("Қасымханов", "Касымханов", "kk"),
        ("Темірханов", "Темирханов", "ru"),
    ],
)
def test_ways_of_spelling_are_one_word(one, other, language):
    assert same_word(one, other, language)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Probov", "Probova", "en"),
        ("Касымханов", "Касымханова", "ru"),
        ("Вербицкая", "Вербицкую", "ru"),
        ("Жұматаев", "Жұматаевты", "kk"),
        ("Сагындык", "Касымов", "ru"),
    ],
)
def test_cases_and_other_names_are_not(one, other, language):
    assert not same_word(one, other, language)


def test_endings_are_told_from_slips():
    assert inflected("Олжас", "Олжаса", "ru")
    assert one_letter_apart("Temirlanov", "Temirlatov", "en")
    assert not one_letter_apart("Probov", "Probova", "en")
