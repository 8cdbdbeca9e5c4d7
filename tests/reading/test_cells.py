"""Running text in a cell of a list, read with the row's person as its subject."""

import pytest

from tizim.claims.lists import About
from tizim.reading.cells import told_in_cell


def told(text: str, person: str = "Ару Семплева", language: str = "ru", **about):
    return [
        (values["act"], values["date"], values["outcome"], values.get("person"))
        for values, _ in told_in_cell(text, About(person, language=language, **about))
    ]


@pytest.mark.parametrize(
    ("text", "language", "acts"),
    [
        ("Суд приговорил её к 4 годам лишения свободы 30.11.2020.", "ru", [("sentence", "2020-11-30", "imprisonment P4Y", None)]),
        ("задержана на площади 12.08.2020", "ru", [("detention", "2020-08-12", None, None)]),
        ("2020 жылғы 12 тамызда ұсталды.", "kk", [("detention", "2020-08-12", None, None)]),
        ("was detained on 12 August 2020 near the market", "en", [("detention", "2020-08-12", None, None)]),
    ],
)  # fmt: skip
def test_what_a_cell_tells_is_told_of_the_rows_person(text, language, acts):
    assert told(text, language=language) == acts


def test_cells_that_differ_in_their_days_alone_tell_their_own_days():
    days = [told(f"Задержана {day}.08.2020 на площади.")[0][1] for day in (11, 12, 13)]
    assert days == ["2020-08-11", "2020-08-12", "2020-08-13"]


def test_a_text_that_names_the_person_itself_is_read_as_it_stands():
    found = told("Семплева задержана 12.08.2020 на площади.")
    assert found == [("detention", "2020-08-12", None, None)]


def test_each_claim_bears_the_name_of_its_reader():
    assert [
        reader for _, reader in told_in_cell("Задержан 12.08.2020 на площади.", About("Т. М.", language="ru"))
    ] == ["ru-rules 1"]


def test_demands_and_other_words_tell_nothing():
    assert told("Прокурор просит 5 лет лишения свободы.") == []
    assert told("живёт с матерью") == []
    assert told("") == []
