"""Rulings, entries of lists and groups named behind their number, in Russian."""

import pytest

from tizim import Problem
from tizim.reading import read, to_flat


def told(text: str) -> set[tuple[object, str, object, object]]:
    reading = read(text, date="2024-06-10", language="ru")
    assert not isinstance(reading, Problem)
    return {
        (claim["person"] or claim["org"], claim["act"], claim["date"], claim["outcome"])
        for claim in to_flat(reading, "t")["claims"]
    }


RULING = """ПРИГОВОРИЛ:
признать Кима Олега виновным и назначить ему наказание в виде двух лет ограничения свободы;
лишить его права заниматься общественной деятельностью сроком на три года;
меру пресечения отменить, освободить Кима из-под стражи в зале суда."""


def test_the_points_of_a_ruling_happened():
    found = {(act, outcome) for _, act, _, outcome in told(RULING)}
    assert found == {
        ("sentence", "restriction_of_liberty P2Y"),
        ("ban_on_activity", "ban P3Y"),
        ("release", "released"),
    }


SHORT = [
    ("Олег Ким: 5 лет, ст. 174.", ("Олег Ким", "sentence", "imprisonment P5Y")),
    ("Олег Ким (10 суток).", ("Олег Ким", "administrative_arrest", "administrative_arrest P10D")),
    ("Олег Ким проведёт два месяца под домашним арестом.", ("Олег Ким", "house_arrest", "house_arrest P2M")),
    ("Олега Кима отпустили под залог.", ("Олег Ким", "release", "bail")),
    ("Олег Ким вышел на свободу по амнистии.", ("Олег Ким", "release", "amnesty")),
    ("Олегу Киму дали четыре месяца СИЗО.", ("Олег Ким", "pretrial_detention", "pretrial P4M")),
    ("Олег Ким голодает, его кормят насильно.", ("Олег Ким", "ill_treatment", None)),
    ("Его хвалили, пока сайт «Сабах ели» не заблокировали.", ("Сабах ели", "account_attack", None)),
    ("Он вступил в движение «Тан жолы», признанное судом экстремистским.", ("Тан жолы", "organisation_ban", "declared_extremist")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), SHORT)
def test_short_ways_to_tell_an_act_are_read(text, claim):
    assert claim in {(who, act, outcome) for who, act, _, outcome in told(text)}


def test_people_named_behind_a_group_of_as_many_are_that_group():
    text = "Полиция задержала двух активистов — Ольгу Вергун и Марата Жунусова."
    assert {who for who, _, _, _ in told(text)} == {"Ольга Вергун", "Марат Жунусов"}


def test_a_request_for_house_arrest_that_was_refused_is_no_house_arrest():
    text = "Судья отказал в переводе Олега Кима из СИЗО под домашний арест."
    assert "house_arrest" not in {act for _, act, _, _ in told(text)}


def test_time_in_a_punishment_cell_is_no_arrest():
    found = {act for _, act, _, _ in told("Осуждённый Олег Ким провёл десять суток в штрафном изоляторе.")}
    assert found == {"ill_treatment"}


def test_days_are_counted_from_what_the_text_names():
    text = "Суд над Олегом Кимом прошёл 12 февраля. В марте был пожар. Анну Ким арестовали через две недели после суда."
    assert ("Анна Ким", "detention", "2024-02-26", None) in told(text)


def test_a_paragraph_that_opens_with_a_name_alone_is_about_that_person():
    text = "Рамиль Бабаков. В СИЗО с мая. 4 июня объявил голодовку и попал в карцер."
    assert {(who, act) for who, act, _, _ in told(text)} == {
        ("Рамиль Бабаков", "pretrial_detention"),
        ("Рамиль Бабаков", "ill_treatment"),
    }


def test_a_refusal_to_lower_a_sentence_leaves_it_as_it_was():
    found = told("Верховный суд отказался снизить срок Максиму Рагузину, осуждённому в ноябре на девять лет.")
    assert ("Максим Рагузин", "appeal", None, "upheld") in {(a, b, None, d) for a, b, _, d in found}
