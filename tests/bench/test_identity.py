"""The benchmark of names runs with few people and prints all rows; its people are invented anew from a seed."""

import pytest
from bench.alphabets import (
    BGN,
    BGN_BEGINS,
    LACINKA,
    LACINKA_BEGINS,
    russian_given,
    russian_surname,
    written_in,
)
from bench.bearers import LANGUAGES
from bench.identity import figures, main
from bench.spellings import WAYS, mentions
from bench.writings import mentions_in


def test_a_small_benchmark_prints_every_language_and_the_peers(
    tmp_path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--people", "3", "--few", "0", "--gold", str(tmp_path)])
    rows = [line for line in capsys.readouterr().out.splitlines() if line.startswith("| ")]
    assert [row.split("|")[1].strip() for row in rows[1:12]] == list(LANGUAGES)
    assert len(rows) == 15
    assert all(row.count("|") == rows[0].count("|") for row in rows)


def test_the_same_seed_gives_the_same_names():
    assert mentions(20, seed=5) == mentions(20, seed=5) != mentions(20, seed=6)
    assert {way for _, _, way in mentions(60)} == {*WAYS, "typing error"}
    for language in LANGUAGES:
        assert mentions_in(language, 5, 1) == mentions_in(language, 5, 1) != mentions_in(language, 5, 2)


def test_the_benchmark_has_namesakes_whose_fathers_have_other_names():
    written = [row for language in LANGUAGES for row in mentions_in(language, 30, 1)]
    bearers = {}
    for name, person, way in written:
        if way == "patronymic between":
            first, *_, last = name.split()
            bearers.setdefault((first, last), set()).add(person)
    assert any(len(people) > 1 for people in bearers.values())


@pytest.mark.parametrize(
    ("name", "woman", "case", "expected"),
    [
        ("Игорь Баймов", False, "genitive", "Игоря Баймова"),
        ("Анна Баймова", True, "dative", "Анне Баймовой"),
        ("Мария Пятская", True, "accusative", "Марию Пятскую"),
        ("Юрий Пятский", False, "instrumental", "Юрием Пятским"),
        ("Илья Коваленко", False, "prepositional", "Илье Коваленко"),
        ("Айгуль Бектас", True, "genitive", "Айгули Бектас"),
    ],
)
def test_russian_cases_follow_the_grammar(name, woman, case, expected):
    given, surname = name.split()
    assert f"{russian_given(given, woman, case)} {russian_surname(surname, woman, case)}" == expected


def test_romanisations_follow_their_standards():
    assert written_in("Ерёма", BGN, BGN_BEGINS) == "Yeryoma"
    assert written_in("Сяргей", LACINKA, LACINKA_BEGINS) == "Siarhiej"
    assert written_in("Юлія", LACINKA, LACINKA_BEGINS) == "Julija"


def test_figures_of_a_perfect_and_of_a_blind_matcher():
    assert figures([(1.0, True), (0.9, True), (0.1, False)]) == (1.0, 0.9, 1.0, 1.0)
    assert figures([(0.7, True), (0.7, False)])[3] == 0.0
