"""Kazakh in Latin letters is read as Cyrillic, and every letter knows where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.reading.kazakh_latin import alphabet_of, cyrillic, is_latin


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Aqtöbede belsendını ūstady", "Ақтөбеде белсендіні ұстады"),
        ("politsiia bölımşesıne alyp kettı", "полиция бөлімшесіне алып кетті"),
        ("Şynar Tümenqyzy", "Шынар Түменқызы"),
        ("qol qoiudan bas tartty, izoliatorda", "қол қоюдан бас тартты, изоляторда"),
    ],
)
def test_the_alphabet_of_2021_is_read(written: str, read: str) -> None:
    assert cyrillic(written).text == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Qaraǵandyda úsh belsendi ustaldy", "Қарағандыда үш белсенді ұсталды"),
        ("Sot úkimi shyǵaryldy", "Сот үкімі шығарылды"),
    ],
)
def test_the_alphabet_of_2018_is_read(written: str, read: str) -> None:
    assert alphabet_of(written) == "2018"
    assert cyrillic(written).text == read


def test_a_name_is_found_again_where_it_stood() -> None:
    text = "Keşe Jūldyz Sağynğaliqyzyn ūstady"
    read = cyrillic(text)
    at = read.text.index("Жұлдыз")
    assert text[slice(*read.span(at, at + len("Жұлдыз")))] == "Jūldyz"


def test_cyrillic_text_stays() -> None:
    assert cyrillic("Сот 5 тәулікке қамады.").text == "Сот 5 тәулікке қамады."
    assert is_latin("Almatyda")
    assert not is_latin("Алматыда")


@given(st.text(max_size=80))
def test_every_letter_has_its_place(text: str) -> None:
    read = cyrillic(text)
    assert len(read.places) == len(read.text) + 1
    assert list(read.places) == sorted(read.places)
    assert read.places[-1] == len(text)
