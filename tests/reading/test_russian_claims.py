"""What Russian sentences report; every name in here is invented."""

import pytest

from tizim.reading import read

ACTS = [
    ("В Павлодаре полицейские задержали гражданского активиста Нуржана Шалабаева, когда он выходил из дома.", "detention", "Нуржан Шалабаев", None),
    ("Активистку Айнур Сабитову доставили в отдел полиции и продержали там шесть часов.", "detention", "Айнур Сабитова", None),
    ("Журналиста издания «Степь» Руслана Ахметшина арестовали на 15 суток.", "administrative_arrest", "Руслан Ахметшин", "administrative_arrest P15D"),
    ("Суд в Алматы приговорил правозащитника Ержана Калиева к трём годам лишения свободы.", "sentence", "Ержан Калиев", "imprisonment P3Y"),
    ("Суд приговорил активиста Ержана Калиева, 45 лет, к трём годам лишения свободы.", "sentence", "Ержан Калиев", "imprisonment P3Y"),
    ("Блогер Тимур Ганеев осуждён на пять лет колонии.", "sentence", "Тимур Ганеев", "imprisonment P5Y"),
    ("Айгерим Нуртаевой присудили штраф в размере 50 МРП (172 500 тенге).", "fine", "Айгерим Нуртаева", "fine 172500 KZT"),
    ("Апелляционный суд оставил в силе приговор Руслану Ахметшину.", "appeal", "Руслан Ахметшин", "upheld"),
    ("Областной суд смягчил наказание активисту Нуржану Шалабаеву.", "appeal", "Нуржан Шалабаев", "reduced"),
    ("Асета Омарова избили в СИЗО.", "ill_treatment", "Асет Омаров", None),
    ("В доме Асета Омарова прошёл обыск, изъяли телефон и ноутбук.", "search", "Асет Омаров", None),
    ("К Марии Петровой пришли с обыском.", "search", "Мария Петрова", None),
    ("В отношении Дмитрия Ковалёва возбуждено уголовное дело.", "charge", "Дмитрий Ковалёв", None),
    ("Елене Марченко предъявили обвинение в создании экстремистского формирования.", "charge", "Елена Марченко", None),
    ("Сергей Романчук вышел на свободу.", "release", "Сергей Романчук", "released"),
    ("Роман Протасов помилован указом президента.", "release", "Роман Протасов", "pardon"),
    ("Политзаключённый Виктор Дашкевич умер в колонии.", "death", "Виктор Дашкевич", None),
    ("Активиста Саната Букенова внесли в список лиц, связанных с финансированием терроризма.", "financial_listing", "Санат Букенов", None),
    ("Учительницу Гульнару Ескендирову уволили с работы.", "dismissal", "Гульнара Ескендирова", None),
    ("Кассационная инстанция отменила приговор Тимуру Ганееву.", "appeal", "Тимур Ганеев", "overturned"),
    ("В Бишкеке суд отправил под домашний арест политика Адиля Турдукулова.", "house_arrest", "Адиль Турдукулов", None),
    ("Суд санкционировал арест на два месяца Сергея Романчука.", "pretrial_detention", "Сергей Романчук", "pretrial P2M"),
    ("Ермека Тасова насильно поместили в психиатрическую больницу.", "forced_psychiatry", "Ермек Тасов", None),
    ("Неизвестные похитили активиста Ермека Тасова.", "abduction", "Ермек Тасов", None),
    ("Ларису Ким не выпустили из страны.", "travel_ban", "Лариса Ким", None),
    ("Уголовное дело в отношении Елены Марченко прекращено.", "other", "Елена Марченко", "case_closed"),
    ("Суд оправдал Елену Марченко.", "other", "Елена Марченко", "acquitted"),
    ("Суд отказал Игорю Савчуку в условно-досрочном освобождении.", "other", "Игорь Савчук", "refused"),
    ("Гражданка Казахстана Алия Жумабаева депортирована из России.", "asylum_decision", "Алия Жумабаева", "deportation"),
    ("Осуждённый на семь лет Максим Зорин написал письмо.", "sentence", "Максим Зорин", "imprisonment P7Y"),
    ("Максим Зорин, которого задержали в январе, не признаёт вину.", "detention", "Максим Зорин", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "person", "outcome"), ACTS)
def test_an_act_is_read_with_its_victim_in_the_base_form(text, act, person, outcome):
    claims = read(text, date="2023-06-15", language="ru").claims
    assert [(claim.act, claim.person, claim.outcome) for claim in claims if claim.act == act] == [
        (act, person, outcome)
    ]
    assert all(text[claim.start : claim.end] == claim.quote for claim in claims)


NO_CLAIMS = [
    "Прокурор запросил для Ержана Калиева семь лет лишения свободы.",
    "Ержану Калиеву грозит до десяти лет тюрьмы.",
    "Полиция не задерживала Ержана Калиева.",
    "Журналист Илья Рогов опасается, что его арестуют.",
    "Полиция пригрозила арестовать Илью Рогова.",
    "Если бы не адвокат, Илью Рогова посадили бы на десять суток.",
    "Адвокат просит отправить Илью Рогова под домашний арест.",
    "Новость, будто Илью Рогова задержали, не подтвердилась.",
    "Илья Рогов арестован не был.",
    "Илья Рогов намерен обжаловать приговор.",
    "Статья предусматривает до трёх лет лишения свободы.",
    "За нарушение полагается штраф либо арест до 15 суток.",
]


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_what_was_asked_for_feared_possible_or_denied_is_no_claim(text):
    assert read(text, date="2023-06-15", language="ru").claims == ()


def test_each_of_a_row_gets_what_is_said_of_each():
    text = "Антона Белова и Киру Ланскую арестовали на 10 суток каждого."
    found = read(text, date="2023-06-15", language="ru").claims
    assert [(claim.person, claim.outcome) for claim in found] == [
        ("Антон Белов", "administrative_arrest P10D"),
        ("Кира Ланская", "administrative_arrest P10D"),
    ]


def test_respectively_gives_each_their_own():
    text = "Павла Гринько и Анну Кулик приговорили к трём и четырём годам колонии соответственно."
    found = read(text, date="2023-06-15", language="ru").claims
    assert [(claim.person, claim.outcome) for claim in found] == [
        ("Павел Гринько", "imprisonment P3Y"),
        ("Анна Кулик", "imprisonment P4Y"),
    ]


def test_a_verdict_in_shares_is_split():
    text = "Игнату Сенько — год «химии», Марку Шульге — два года «домашней химии»."
    found = read("Приговор по делу о чучеле: " + text, date="2023-06-15", language="ru").claims
    assert {(claim.person, claim.outcome) for claim in found} == {
        ("Игнат Сенько", "restriction_of_liberty P1Y"),
        ("Марк Шульга", "restriction_of_liberty P2Y"),
    }


def test_a_conversion_is_a_sentence_into_prison_and_a_release_out_of_it():
    text = "Суд заменил Тимуру Ганееву ограничение свободы лишением свободы на один год."
    (claim,) = read(text, date="2023-06-15", language="ru").claims
    assert (claim.act, claim.outcome) == (
        "sentence",
        "imprisonment P1Y; converted_from restriction_of_liberty",
    )


def test_pronouns_and_dropped_subjects_mean_the_person_spoken_of():
    text = "Активистка Жанар Абишева вышла из дома. Её задержали 5 мая. Отпущена 6 мая."
    found = read(text, date="2023-06-15", language="ru").claims
    assert [(claim.act, claim.person, claim.date) for claim in found] == [
        ("detention", "Жанар Абишева", "2023-05-05"),
        ("release", "Жанар Абишева", "2023-05-06"),
    ]


def test_a_counted_group_stays_unnamed_and_its_named_members_are_named():
    text = "Вчера задержали не менее 20 протестующих, среди них Талгат Сыдыков."
    found = read(text, date="2023-06-15", language="ru")
    assert [(claim.person, claim.count_min, claim.count_max) for claim in found.claims] == [
        (None, 20, None),
        ("Талгат Сыдыков", None, None),
    ]
    assert [(figure.count, figure.bound) for figure in found.figures] == [(20, "at_least")]


def test_who_tells_a_letter_is_meant_by_i():
    text = (
        "Пишет Антон Белов, камера 3.\n\nМеня задержали 4 марта. Обыскали и мой дом.\n\nМеня допрашивали до ночи.\n\n"
        "Мне предъявили обвинение по статье 405 УК РК."
    )
    claims = read(text, date="2025-03-14", language="ru").claims
    assert {"detention", "interrogation", "charge"} <= {c.act for c in claims if c.person == "Антон Белов"}


def test_who_answers_an_interview_is_meant_by_i():
    text = (
        "Учительница Кира Ланская — о том, как её судили.\n\n— Как всё началось?\n\n— Меня вызвали на допрос 8 марта.\n\n"
        "— А потом?\n\n— Потом ко мне пришли с обыском. Директор меня уволил.\n\n— Что дальше?\n\n— Не знаю."
    )
    claims = read(text, date="2025-03-14", language="ru").claims
    assert {"interrogation", "search", "dismissal"} <= {c.act for c in claims if c.person == "Кира Ланская"}


def test_an_organisation_can_be_banned():
    (claim,) = read("Движение «Белый круг» признано экстремистским.", date="2023-06-15", language="ru").claims
    assert (claim.act, claim.organisation, claim.outcome) == (
        "organisation_ban",
        "Белый круг",
        "declared_extremist",
    )


def test_a_case_against_a_policeman_is_one_against_an_official():
    text = "Полицейский Арман Бегалин приговорён к пяти годам колонии за пытки."
    (claim,) = read(text, date="2023-06-15", language="ru").claims
    assert (claim.role, claim.case_kind) == ("perpetrator", "against_official")


def test_who_did_it_and_what_is_said_of_the_person_is_kept():
    text = (
        "Суд Ленинского района Гродно приговорил 45-летнюю журналистку Анну Ромашкину из Лиды к двум годам колонии. "
        "Приговор вынес судья Игорь Лапин."
    )
    (claim,) = read(text, date="2023-06-15", language="ru").claims
    assert (claim.age, claim.sex, claim.town, claim.occupation) == (45, "female", "Лида", "журналистка")
    assert claim.perpetrators == (
        ("Суд Ленинского района Гродно", "decided", "judiciary"),
        ("Игорь Лапин", "decided", "judiciary"),
    )


def test_a_claim_says_why():
    (claim,) = read("Илью Рогова задержали 5 мая.", date="2023-06-15", language="ru").claims
    assert claim.why == ("acts/detention: задержали, victim acc", "dates: day month")


def test_a_day_that_no_word_says_is_in_doubt_and_says_what_it_was_inferred_from():
    (claim,) = read("Суд оштрафовал Бекзата Сэмплова на 40 000 тенге.", date="2021-06-15").claims
    assert (claim.date, claim.date_basis) == ("2021-06?", "the month of the report")
    (claim,) = read("Суд оштрафовал Бекзата Сэмплова 3 июня.", date="2021-06-15").claims
    assert (claim.date, claim.date_basis) == ("2021-06-03", None)


def test_lines_of_a_chronicle_are_of_the_day_of_its_title_until_a_line_names_another():
    text = (
        "Как прошло воскресенье: хроника\n\n11:30. Задержан фотограф Антон Рудак.\n\n"
        "Понедельник, 8:00. Веру Книгу оштрафовали.\n\n9:15. Освободили Антона Рудака."
    )
    claims = read(text, date="2024-06-10", language="ru").claims
    assert {(claim.act, claim.date) for claim in claims} == {
        ("detention", "2024-06-09"),
        ("fine", "2024-06-10"),
        ("release", "2024-06-10"),
    }
