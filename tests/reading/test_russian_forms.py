"""Russian names, dates and articles; every name in here is invented."""

import pytest

from tizim.reading import read
from tizim.reading.russian_names import RussianNames

NAMES = [
    (("Марату", "Есимову"), "dat", ("Марат", "Есимов")),
    (("Айнур", "Сабитовой"), "gen", ("Айнур", "Сабитова")),
    (("Ильёй", "Роговым"), "ins", ("Илья", "Рогов")),
    (("Кире", "Ланской"), "dat", ("Кира", "Ланская")),
    (("Игорем", "Савчуком"), "ins", ("Игорь", "Савчук")),
    (("Анны", "Сенько"), "gen", ("Анна", "Сенько")),
    (("Павла", "Гринько"), "gen", ("Павел", "Гринько")),
    (("Петра", "Ильича", "Марченко"), "gen", ("Петр", "Ильич", "Марченко")),
    (("Евгению", "Мацкевичу-Зубу"), "dat", ("Евгений", "Мацкевич-Зуб")),
]


@pytest.mark.parametrize(("words", "case", "base"), NAMES)
def test_a_name_comes_back_to_the_nominative(words, case, base):
    names = RussianNames()
    assert case in names.cases(words)
    assert names.base(words, case) == base


def test_a_womans_name_in_a_consonant_never_changes():
    assert {"nom", "gen", "dat", "acc", "ins", "loc"} == RussianNames().cases(("Айгерим", "Тулеген"))


DATES = [
    ("5 мая", "2023-05-05"),
    ("5 мая 2021 года", "2021-05-05"),
    ("5 августа", "2022-08-05"),
    ("05.05.2021", "2021-05-05"),
    ("2021-05-05", "2021-05-05"),
    ("в мае 2020 года", "2020-05"),
    ("сегодня", "2023-06-15"),
    ("вчера", "2023-06-14"),
    ("в понедельник", "2023-06-12"),
    ("в прошлом месяце", "2023-05"),
    ("в прошлом году", "2022"),
    ("два дня назад", "2023-06-13"),
    ("весной 2021 года", "2021-03/2021-05"),
    ("5–7 мая", "2023-05-05/2023-05-07"),
]


@pytest.mark.parametrize(("said", "date"), DATES)
def test_a_date_is_resolved_against_the_document(said, date):
    (claim,) = read(f"Активиста Марата Есимова задержали {said}.", date="2023-06-15", language="ru").claims
    assert claim.date == date


def test_the_day_of_what_somebody_is_punished_for_is_not_that_of_the_penalty():
    text = "За участие в акции 21 октября 2022 года Марат Есимов был арестован на 20 суток."
    (claim,) = read(text, date="2023-06-15", language="ru").claims
    assert claim.date is None


ARTICLES = [
    ("по ч. 1 ст. 342 УК Беларуси", ("BY-CC 342(1)",)),
    ("по части 2 статьи 405 Уголовного кодекса Казахстана", ("KZ-CC 405(2)",)),
    ("по статье 405 часть 2 УК РК", ("KZ-CC 405(2)",)),
    ("по статье 280.3 УК РФ", ("RU-CC 280.3",)),
    ("по статьям 174 и 405 УК РК", ("KZ-CC 174", "KZ-CC 405")),
    ("по статье 488 КоАП РК", ("KZ-CAO 488",)),
]


@pytest.mark.parametrize(("written", "codes"), ARTICLES)
def test_an_article_becomes_a_code(written, codes):
    text = f"Суд приговорил Марата Есимова к двум годам колонии {written}."
    (claim,) = read(text, date="2023-06-15", language="ru").claims
    assert claim.articles == codes


def test_surnames_alone_and_initials_are_the_same_person():
    text = "Арестован Марат Есимов. Есимову продлили арест. Адвокат М. Есимова молчит."
    (person,) = read(text, date="2023-06-15", language="ru").persons
    assert person.name == "Марат Есимов"
    assert set(person.forms) == {"Марат Есимов", "Есимову", "М. Есимова"}


def test_brothers_share_their_surname():
    found = read("Братьев Дениса и Глеба Рубцевичей задержали 13 апреля.", date="2023-06-15", language="ru")
    assert [claim.person for claim in found.claims] == ["Денис Рубцевич", "Глеб Рубцевич"]


def test_nobody_is_named_whom_the_text_does_not_name():
    found = read("Журналиста избили. Его коллегу оштрафовали.", date="2023-06-15", language="ru")
    assert found.persons == ()
    assert all(claim.person is None for claim in found.claims)


def test_each_paragraph_goes_to_the_reader_of_its_language():
    text = (
        "Суд в Павлодаре приговорил активиста Марата Есимова к двум годам лишения свободы.\n\n"
        "The blogger Timur Ganeev was sentenced to three years in prison on Monday in Orda.\n"
    )
    found = read(text, date="2023-06-15")
    assert [(claim.person, claim.outcome) for claim in found.claims] == [
        ("Марат Есимов", "imprisonment P2Y"),
        ("Timur Ganeev", "imprisonment P3Y"),
    ]
    assert all(text[claim.start : claim.end] == claim.quote for claim in found.claims)


def test_an_initial_that_is_a_small_word_opens_a_name_too(reading):
    people = reading("А. С. Гуртов оправдан. И.В. Гуртову оштрафовали. О. Гуртов задержан.").persons
    assert {person.name for person in people} == {"А. С. Гуртов", "И.В. Гуртова", "О. Гуртов"}


def test_articles_of_the_general_part_charge_nobody(reading):
    text = "Суд в Алматы приговорил Павла Гуртова по статье 405 УК к двум годам, применив статью 63 УК."
    assert [claim.articles for claim in reading(text).claims] == [("KZ-CC 405",)]


def test_a_surname_with_initials_behind_it_opens_a_sentence(reading):
    text = "В Алматы вынесен приговор. Мукатай Т.К. признан виновным по ч. 2 ст. 272 и ч. 1 ст. 380 УК."
    found = reading(text)
    assert [person.name for person in found.persons] == ["Мукатай Т.К."]
    assert [claim.articles for claim in found.claims] == [("KZ-CC 272(2)", "KZ-CC 380(1)")]


def test_a_mans_surname_in_ай_is_declined_and_a_womans_in_ая_is_not(reading):
    people = reading("Алтынбека Кожантая оштрафовали. Оксана Коротая задержана.").persons
    assert {person.name for person in people} == {"Алтынбек Кожантай", "Оксана Коротая"}


def test_sentences_in_a_chat_begin_with_small_letters_too(reading):
    text = "[08:16] Айдана: да, с шести утра шум. саму Дану Котову увезли\n[11:30] Айдана: ждём"
    claims = reading(text).claims
    assert [(claim.person, claim.act) for claim in claims] == [("Дана Котова", "detention")]


def test_a_term_is_suspended_by_the_article_named_in_between(reading):
    text = "В Алматы Котову Р.С. назначено 3 года лишения свободы, на основании ст. 63 УК РК условно."
    assert [claim.outcome for claim in reading(text).claims] == ["suspended P3Y"]


def test_a_penalty_of_the_day_tells_the_trial_with_its_article(reading):
    text = "5 февраля в Бресте по статье 19.11 судили Алеся Климковича. Ему присудили 13 суток."
    claims = reading(text).claims
    assert [(claim.act, claim.articles) for claim in claims] == [("administrative_arrest", ("BY-CAO 19.11",))]


def test_who_may_not_enter_is_under_no_sentence(reading):
    text = "На пять лет Павлу Гуртову закрыт вход на любые собрания."
    assert [(claim.act, claim.outcome) for claim in reading(text).claims] == [("ban_on_activity", "ban P5Y")]
