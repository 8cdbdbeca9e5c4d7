"""Numbers that deal out a whole, shares told in words, and what a sentence enumerates."""

import pytest

from tizim.audits import Draft, audit
from tizim.audits.checks.dealt import dealt_out

WRONG = {
    "parts of those told before": (
        "sum",
        "In May nine people stood trial. The hearings were short. Four were fined, three got prison and "
        "three were let go.",
    ),
    "of the number with which it opens": (
        "sum",
        "Of the five applicants two are in prison, one is at home and three have left the country.",
    ),
    "more than there are": (
        "sum",
        "In June the courts heard 41 cases. Verdicts were given in 17 of them; 26 were adjourned.",
    ),
    "a half that is none": ("sum", "The group counts 64 people. Half of the 64, that is 34, are women."),
    "каждый третий": ("sum", "Трое из четырнадцати — учителя, то есть каждый третий."),
    "жартысы": ("sum", "Заңгерлер 58 отырысқа қатысты. Осы 58 отырыстың жартысы, яғни 33-і, жабық өтті."),
    "years of a row": ("list_count", "The union lost its rooms four times: in 2019, 2021 and 2024."),
    "months of a row": ("list_count", "There were two fires: in March, May and August."),
    "ways": (
        "list_count",
        "There are three ways: write a letter, come to a hearing, pay for a parcel or tell us.",
    ),
    "тақырыптар": ("list_count", "Бүгін үш тақырып: соттар, баспасөз, ауыл және хаттар."),
    "days of a row": ("list_count", "Тергеуші оны төрт рет шақырды: 3, 10 және 24 наурызда."),
    "доклады": ("list_count", "Вышло шесть докладов: в 2011, 2013, 2016, 2018 и 2021 годах."),
    "people by trade": (
        "list_count",
        "Консилиум из шести врачей — двух онкологов, хирурга и терапевта — советовал операцию.",
    ),
    "names before their number": (
        "list_count",
        "I write for Kairat Zhumabek, Laura Seitova, Timur Abilov and Marat Kenesov, the five people named.",
    ),
    "бөлінгендер": (
        "sum",
        "Алаңда он екі белсенді ұсталды. Алтауы он бес тәулікке қамалды, үшеуіне айыппұл салынды, төртеуі "
        "босатылды.",
    ),
}
RIGHT = {
    "parts that make it": "In May nine people stood trial. Four were fined, three got prison and two were "
    "let go.",
    "not all are told": "In May nine people stood trial. Four were fined, the rest were let go.",
    "more than a third": "The group has 64 members. More than a third of them, 24, are women.",
    "nearly half": "Of the 57 cases 27, that is nearly half, were closed.",
    "half a year": "In half a year, by June, 130 cases were opened in three towns.",
    "as many years": "The union lost its rooms three times: in 2019, 2021 and 2024.",
    "some of them": "Five lawyers were questioned, among them Kairat Zhumabek, Laura Seitova and Timur Abilov.",
    "половина": "Из 58 заседаний половина, то есть 29, прошла при закрытых дверях.",
}


@pytest.mark.parametrize(("kind", "text"), WRONG.values(), ids=WRONG)
def test_numbers_that_do_not_make_what_they_are_said_to_are_told(kind, text):
    assert kind in [one.kind for one in audit(text) if one.severity == "A"]


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_numbers_that_hold_are_left_alone(text):
    assert [one.kind for one in audit(text) if one.severity == "A"] == []


def test_what_a_narrower_check_has_told_is_not_told_again():
    text = "Seven lawsuits were filed. Three were satisfied, two withdrawn and one is still open."
    assert len(list(dealt_out(Draft(text)))) == 1
    assert len([one for one in audit(text) if one.kind == "sum"]) == 1
