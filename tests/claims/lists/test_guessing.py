"""Mappings suggested from headings and values, for messy lists in three languages."""

import pytest
from tests.claims.lists.making import csv_of, xlsx
from tests.claims.lists.messy import english, kazakh, russian

from tizim.claims.lists import guess_book, open_book, proposal_text, read_mapping


def told(code: str, **values: object) -> str:
    return f"{code} {values}" if values else code


def guess(content: bytes, name: str = "list.csv"):
    return guess_book(open_book(name, content))


def rules(sheet):
    return {column.heading: f"{column.read}@{column.of}".rstrip("@") for column in sheet.columns}


def test_a_russian_list_with_titles_and_a_header_of_two_rows():
    first, second = guess(russian(), "ru.xlsx")
    assert (first.header, first.data, first.language, first.book, first.key) == (
        (4, 5),
        6,
        "ru",
        "KZ-CC",
        ("№ п/п",),
    )
    assert rules(first) == {
        "№ п/п": "number", "Ф.И.О.": "person", "Дата рожд.": "born", "Задержание / дата": "date", "Задержание / место": "place",
        "Статья": "article", "Мера": "act", "Что произошло": "text", "Источник": "source", "Наш шифр": "",
    }  # fmt: skip
    values = next(column.values for column in first.columns if column.read == "act")
    assert values == {
        "задержание": "detention",
        "штраф": "fine",
        "обыск": "search",
        "домашний арест": "house_arrest",
        "вызвали куда-то": "",
    }
    assert not any(column.read for column in second.columns)
    assert '"Справочник": skip' in proposal_text([second], told)


def test_a_kazakh_list_with_two_kinds_of_claims_and_statuses():
    (sheet,) = guess(kazakh(), "kk.ods")
    assert (sheet.language, sheet.header, sheet.claims) == (
        "kk",
        (1,),
        {"detention": "detention", "sentence": "sentence"},
    )
    assert rules(sheet) == {
        "Рет №": "number", "Аты-жөні": "person", "Туған жылы": "born", "Ұсталған күні": "date@detention", "Үкім күні": "date@sentence",
        "Жазасы": "outcome@sentence", "Бап": "article@sentence", "Сот": "agency@sentence", "Қазіргі жағдайы": "status", "Не болды": "text",
    }  # fmt: skip


def test_an_english_list_with_names_in_two_columns():
    (sheet,) = guess(english(), "en.csv")
    assert (sheet.language, sheet.header, sheet.key) == ("en", (3,), ("No",))
    found = rules(sheet)
    assert (found["Surname"], found["First name"], found["DOB"], found["Date of arrest"]) == (
        "person",
        "person",
        "born",
        "date@detention",
    )
    assert (found["Verdict"], found["What happened"], found["City"], found["City (J)"]) == (
        "outcome@sentence",
        "text",
        "place",
        "",
    )


@pytest.mark.parametrize("content, name", [(russian(), "a.xlsx"), (kazakh(), "a.ods"), (english(), "a.csv")])
def test_what_is_written_is_a_mapping_whose_open_places_are_named(content, name):
    text = proposal_text(guess(content, name), told)
    _, faults = read_mapping(text)
    assert {fault.code for fault in faults} <= {"map_open", "status_no_day"}
    assert "why_heading" in text


def test_with_every_place_filled_it_is_taken():
    text = proposal_text(guess(kazakh(), "a.ods"), told).replace("status_as_of:", "status_as_of: 2021-02-01")
    mapping, faults = read_mapping(text)
    assert faults == () and mapping.of("Тізім").fixed == {"status_as_of": "2021-02-01"}


def test_a_title_tells_what_was_done_to_all():
    rows = [
        ["Список задержанных на митинге", ""],
        ["ФИО", "Дата"],
        ["Ару Семплева", "12.08.2020"],
        ["Бота Пробина", "13.08.2020"],
    ]
    (sheet,) = guess(xlsx(rows, "Лист"), "a.xlsx")
    assert (sheet.fixed_act, sheet.header) == ("detention", (2,))


def test_what_nothing_tells_is_left_open():
    (sheet,) = guess(
        csv_of(
            [
                ["ФИО", "Дата", "Код"],
                ["Ару Семплева", "12.08.2020", "Z-1"],
                ["Бота Пробина", "13.08.2020", "Q"],
            ]
        )
    )
    text = proposal_text([sheet], told)
    assert sheet.fixed_act == "" and "open_act" in text
    assert '# "Код": skip  # C: open_column' in text
    assert [fault.code for fault in read_mapping(text)[1]] == ["map_open"]


def test_columns_without_known_headings_are_told_by_their_values():
    rows = [
        ["a", "b", "c"],
        *([f"Ару Семплев{'ва' * n}", f"1{n}.08.2020", "задержание"] for n in range(1, 6)),
    ]
    (sheet,) = guess(csv_of(rows))
    assert [column.read for column in sheet.columns] == ["person", "date", "act"]
    assert sheet.columns[0].whys[0][0] == "why_values"


def test_headings_with_signs_of_yaml_are_written_safely():
    rows = [
        ['ФИО: "полностью" #1', "Мера {пресечения}"],
        ["Ару Семплева", "обыск"],
        ["Бота Пробина", "- штраф: [да]"],
    ]
    text = proposal_text(guess(csv_of(rows)), told)
    mapping, faults = read_mapping(text.replace("  # open_value", "fine"))
    assert faults == () and [rule.heading for rule in mapping.of("x").columns] == rows[0]
