"""Articles in Russian and Kazakh: whose each is, which came in another's place, which stand without a word."""

import pytest

from tizim.reading import read

DAY = "2024-05-15"


def told(text, language="ru"):
    heading = "Новости Казахстана\n\n" if language == "ru" else ""
    claims = read(heading + text, date=DAY, language=language).claims
    return {(one.person, one.act): one.articles for one in claims}


def test_the_article_that_took_the_place_of_another_stands():
    found = told("Обвинение Серика Кудабаева переквалифицировали со статьи 179 на статью 272.")
    assert found == {("Серик Кудабаев", "charge"): ("KZ-CC 272",)}


def test_in_kazakh_the_cases_say_which_article_came_in_place_of_which():
    text = "Сымбат Оралбектің ісі ҚК-нің 274-бабынан 373-бабына ауыстырылды, оған айып тағылды."
    assert told(text, "kk")["Сымбат Оралбек", "charge"] == ("KZ-CC 373",)


def test_each_of_a_row_is_charged_under_the_article_behind_the_name():
    assert told("Талгату Оспанову вменяют ч. 1 ст. 179, Фёдору Лихачёву — ст. 272.") == {
        ("Талгат Оспанов", "charge"): ("KZ-CC 179(1)",),
        ("Фёдор Лихачёв", "charge"): ("KZ-CC 272",),
    }


def test_each_of_a_list_has_the_article_in_the_own_bracket():
    text = "Колония:\nБолат Әлім (256-б. 2-б.; 7 жыл), Сәуле Бекен (256-б. 1-б.; 5 жыл), Олжас Құрман (174-б.; 3 жыл)."
    found = {person: codes for (person, _), codes in told(text, "kk").items()}
    assert found == {
        "Болат Әлім": ("KZ-CC 256(2)",),
        "Сәуле Бекен": ("KZ-CC 256(1)",),
        "Олжас Құрман": ("KZ-CC 174",),
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Камила Раисова получила два года условно по «экстремистской» 405-й.", "KZ-CC 405"),
        ("Камилу Раисову осудили на два года по трём статьям: 174, 256 и 405.", "KZ-CC 256"),
        ("Камилу Раисову осудили по статьям 380 (насилие) и 272 (беспорядки) на два года.", "KZ-CC 272"),
    ],
)
def test_numbers_of_articles_are_known_without_their_word(text, code):
    assert code in told(text)["Камила Раисова", "sentence"]


@pytest.mark.parametrize(
    "text",
    [
        "Камилу Раисову осудили на два года, этап ушёл на 405-й километр.",
        "Камила Раисова (174 см) задержана.",
    ],
)
def test_other_numbers_are_no_articles(text):
    assert not any(codes for codes in told(text).values())


def test_of_an_acquittal_and_a_verdict_each_has_its_article():
    found = told(
        "Самата Ергешова оправдали по ст. 174, но признали виновным по ст. 378 и оштрафовали на 50 МРП."
    )
    assert found["Самат Ергешов", "other"] == ("KZ-CC 174",)
    assert "KZ-CC 174" not in found["Самат Ергешов", "sentence"]


def test_an_article_of_the_next_sentence_is_that_of_the_charge_not_of_the_detention():
    found = told("Мужа задержали. Ильнура Галимова взяли 4 марта. В бумаге — часть вторая статьи 256.")
    assert not found.get(("Ильнур Галимов", "detention"))


def test_taking_part_in_what_is_forbidden_is_no_ban():
    text = "Махмуд Тажиев приговорён к шести годам за «участие в запрещённой организации»."
    assert set(told(text)) == {("Махмуд Тажиев", "sentence")}
