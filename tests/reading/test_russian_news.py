"""Structures of news in Russian: places inside names, verbs left out, demands, days; all people invented."""

import pytest

from tizim.reading import Reading, read

Row = tuple[str, str | None, str | None]


def reading(text: str) -> Reading:
    found = read(text, date="2025-03-14", language="ru")
    assert isinstance(found, Reading)
    return found


def told(text: str) -> list[Row]:
    return [(claim.act, claim.person, claim.outcome) for claim in reading(text).claims]


def days(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(claim.act, claim.person, claim.date) for claim in reading(text).claims]


def names(text: str) -> list[str]:
    return [person.name for person in reading(text).persons]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Суд города Каргополь Архангельской области оштрафовал плотника Глеба Сурина.", "Глеб Сурин"),
        ("Оштрафовали 33-летнюю уроженку города Новая Ладога Ларису Дубеник.", "Лариса Дубеник"),
        ("Вызвали санитарку больницы им. Пирогова Ларису Дубеник.", "Лариса Дубеник"),
        ("Оштрафовали корректора издания Samal Зару Бектурову.", "Зара Бектурова"),
        ("Жителей Гулистана не пустили в зал, где судили Глеба Сурина.", "Глеб Сурин"),
        ("Глава города Глеб Сурин вызван в суд.", "Глеб Сурин"),
    ],
)
def test_a_place_or_a_paper_before_a_name_is_no_part_of_it(text: str, wanted: str):
    assert names(text) == [wanted]


def test_georgian_and_azerbaijani_names_keep_their_base_form():
    text = "Оштрафовали садовницу Ирину Мелкадия. Задержали Шахина Нуранлу. Вызвали Низами Садиева."
    assert names(text) == ["Ирина Мелкадия", "Шахин Нуранлу", "Низами Садиев"]


def test_names_of_a_row_may_say_where_each_lives():
    text = (
        "Полицейские обыскали дома Глеба Сурина в селе Каменка Озёрного района, Марата Тулина в селе Берёзовка "
        "этого же района, Дениса Кречетова в поселке Ключи и Тимура Дарьина в Каргополе."
    )
    assert {person for _, person, _ in told(text)} == {
        "Глеб Сурин", "Марат Тулин", "Денис Кречетов", "Тимур Дарьин",
    }  # fmt: skip


def test_a_verb_left_out_before_a_dash_gives_those_behind_another_measure():
    text = (
        "Судья отправил Глеба Сурина под домашний арест, а Марата Тулина, Дениса Кречетова, а также еще одного "
        "плотника Тимура Дарьина — в СИЗО."
    )
    assert told(text) == [
        ("house_arrest", "Глеб Сурин", None),
        ("pretrial_detention", "Марат Тулин", None),
        ("pretrial_detention", "Денис Кречетов", None),
        ("pretrial_detention", "Тимур Дарьин", None),
    ]


def test_those_of_other_places_were_taken_too():
    text = (
        "Полицейские увезли Глеба Сурина, в Озёрном районе – Марата Тулина, в Горном районе – Тимура Дарьина."
    )
    assert [person for _, person, _ in told(text)] == ["Глеб Сурин", "Марат Тулин", "Тимур Дарьин"]


def test_all_but_one_leaves_that_one_out():
    text = (
        "Обыскали квартиры Глеба Сурина, Марата Тулина и Тимура Дарьина. "
        "К вечеру были задержаны все, кроме Глеба Сурина."
    )
    assert {person for act, person, _ in told(text) if act == "detention"} == {"Марат Тулин", "Тимур Дарьин"}


def test_one_of_the_detained_is_named_behind_a_dash():
    text = "Один из задержанных – Тимур Дарьин – плотник из села Каменка."
    assert told(text)[0][:2] == ("detention", "Тимур Дарьин")


def test_a_demand_goes_on_over_a_long_row():
    text = (
        "Прокурор попросил назначить 9 лет колонии общего режима Глебу Сурину, по 8 лет лишения свободы Марату "
        "Тулину и Тимуру Дарьину, учителю Денису Кречетову — 7 лет заключения, а Вадиму Лужину — 6 лет."
    )
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Во вторник Лариса Дубеник пришла в суд — ей грозил административный арест до 30 дней.",
        "Глеб Сурин и Марат Тулин — активисты, которые выступали в поддержку фигурантов «дела о саде».",
        "Лариса Дубеник пополнила список людей, отправленных за решётку.",
        "На момент отказа Марат Тулин провёл в заключении 4 года и 7 месяцев.",
    ],
)
def test_what_only_sounds_like_a_penalty_is_none(text: str):
    assert not {act for act, *_ in told(text)} & {"threat", "charge", "pretrial_detention", "sentence"}


def test_a_forbidden_movement_forbids_nobody_anything():
    text = "Марата Тулина осудили на два года заключения за участие в деятельности запрещённого движения."
    assert [act for act, *_ in told(text)] == ["sentence"]


def test_an_acquittal_is_no_sentence_and_may_be_overturned():
    text = "Районный суд вынес оправдательный приговор Ларисе Дубеник."
    assert told(text) == [("other", "Лариса Дубеник", "acquitted")]
    text = "20 января областной суд отменил вынесенный 9 декабря оправдательный приговор Ларисе Дубеник."
    claims = reading(text).claims
    assert [(one.act, one.outcome, one.date) for one in claims] == [("appeal", "overturned", "2025-01-20")]


def test_whom_others_want_freed_was_detained():
    text = "Три союза призвали власти освободить задержанного учителя Тимура Дарьина."
    assert told(text) == [("detention", "Тимур Дарьин", None)]


@pytest.mark.parametrize(
    ("text", "act", "day"),
    [
        ("9 марта Марата Тулина вызвали. На следующий день (10 марта) суд арестовал его на 30 суток.", "", "2025-03-10"),
        ("Вечером 1 марта Ларису Дубеник остановили и увезли в неизвестном направлении.", "detention", "2025-03-01"),
        ("Марат Тулин арестован на 15 суток. Такое решение принял суд 2 марта.", "administrative_arrest", "2025-03-02"),
        ("9 декабря 2024 года суд арестовал Марата Тулина. 12 января Глеба Сурина осудили.", "conviction", "2025-01-12"),
    ],
)  # fmt: skip
def test_days_of_news(text: str, act: str, day: str):
    found = [date for one, _, date in days(text) if one == (act or "administrative_arrest")]
    assert found == [day]
