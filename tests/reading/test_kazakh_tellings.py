"""Whom Kazakh passages mean that name somebody only afterwards, and rows of different penalties."""

import pytest

from tizim.reading import read

DAY = "2024-05-15"


def claims(text):
    return {(one.person, one.act, one.outcome) for one in read(text, date=DAY, language="kk").claims}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Оған 3,5 жыл берді. Бейсен Ғұмардың адвокаты үкімді «алдын ала жазылған» деп атады.",
            ("Бейсен Ғұмар", "sentence", "imprisonment P3Y6M"),
        ),
        ("Былтыр ұсталып, екі айға қамалды. Бұл – Жомарт Сабырбай.", ("Жомарт Сабырбай", "detention", None)),
        (
            "Ол үйқамақта отыр. Тергеу Қазыбек Ділдәнің мерзімін созды.",
            ("Қазыбек Ділдә", "house_arrest", None),
        ),
    ],
)
def test_who_is_named_only_in_the_next_sentence_is_meant(text, wanted):
    assert wanted in claims(text)


def test_two_people_named_behind_leave_open_who_is_meant():
    told = claims("Оған 3 жыл берді. Бейсен Ғұмар мен Жомарт Сабырбай залда отырды.")
    assert not any(act == "sentence" for _, act, _ in told)


def test_nobody_named_before_is_given_up_for_who_comes_after():
    told = claims("Сәуле Бекен залға кірді. Оған 3 жыл берді. Жомарт Сабырбай келген жоқ.")
    assert ("Сәуле Бекен", "sentence", "imprisonment P3Y") in told


@pytest.mark.parametrize("end", ["үйіне қайтқан жоқ", "туралы хабар жоқ", "кінәсін мойындаған жоқ"])
def test_what_a_participle_tells_of_somebody_is_not_denied_by_the_verb_of_the_sentence(end):
    told = claims(f"Өткен аптада ұсталған Мақсот Дүйсенғали {end}.")
    assert ("Мақсот Дүйсенғали", "detention", None) in told


def test_who_was_not_taken_was_not_taken():
    assert claims("Ұсталған Мақсот Дүйсенғали емес.") == set()


@pytest.mark.parametrize(
    "row",
    [
        "Аманжол Ноғайбекке 15 тәулік, Гүлзат Есімханқызына 20 АЕК айыппұл салынды.",
        "Сот Аманжол Ноғайбекке 15 сутки берді, Гүлзат Есімханқызына 20 АЕК штраф.",
        "Гүлзат Есімханқызына 20 АЕК айыппұл, Аманжол Ноғайбекке 15 тәулік қамақ берілді.",
    ],
)
def test_each_of_a_row_has_the_penalty_that_stands_behind(row):
    assert claims(row) == {
        ("Аманжол Ноғайбек", "administrative_arrest", "administrative_arrest P15D"),
        ("Гүлзат Есімханқызы", "fine", "fine 20 АЕК"),
    }


def test_all_of_a_row_have_the_penalty_that_ends_it():
    told = claims("Аманжол Ноғайбекке, Гүлзат Есімханқызына 20 АЕК айыппұл салынды.")
    assert {who for who, act, _ in told if act == "fine"} == {"Аманжол Ноғайбек", "Гүлзат Есімханқызы"}


@pytest.mark.parametrize("day", ["22-сі күні", "22-сінде"])
def test_a_day_of_a_month_with_its_ending_is_that_day(day):
    (claim,) = read(f"Темірлан Саржан наурыздың {day} ұсталған.", date=DAY, language="kk").claims
    assert claim.date == "2024-03-22"


def test_a_name_in_quotation_marks_asks_for_nothing():
    told = claims("«Талап» партиясын құрған Әнуар Шойынбай 27 сәуірде ұсталған.")
    assert ("Әнуар Шойынбай", "detention", None) in told


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Сот «Тұмар» қоғамдық қорының қызметін үш айға тоқтатты.", "activities_suspended P3M"),
        ("Сот «Тұмар» қоғамдық қорының қызметін тоқтатты.", "closed_down"),
        ("Sot «Şañyraq ünı» qozğalysyn ekstremistık dep tanydy.", "declared_extremist"),
    ],
)
def test_an_organisation_is_known_by_the_word_behind_its_name(text, outcome):
    assert [one.outcome for one in read(text, date=DAY, language="kk").claims if one.organisation] == [
        outcome
    ]


def test_whose_mother_or_lawyer_says_so_is_meant():
    told = claims("Ол екі айға қамалды, – дейді Талғат Өмірзақтың анасы.")
    assert ("Талғат Өмірзақ", "pretrial_detention", "pretrial P2M") in told


@pytest.mark.parametrize("who", ["журналист Талғат Өмірзақ", "Талғат Өмірзақ"])
def test_who_only_tells_of_another_was_not_struck(who):
    assert claims(f"Оны бөлімшеде ұрды, – дейді {who}.") == set()


def test_a_length_in_a_row_with_penalties_is_one_too():
    assert claims("Талғат Өмірзақ – 3 жыл, Баян Мақышева – 2 жыл шартты.") == {
        ("Талғат Өмірзақ", "sentence", "imprisonment P3Y"),
        ("Баян Мақышева", "sentence", "suspended P2Y"),
    }


@pytest.mark.parametrize(("since", "date"), [("екі айдан", "2024-03"), ("бір жылдан", "2023-05")])
def test_a_state_that_has_lasted_so_long_began_then(since, date):
    (claim,) = read(f"Талғат Өмірзақ {since} бері үйқамақта отыр.", date=DAY, language="kk").claims
    assert claim.date == date
