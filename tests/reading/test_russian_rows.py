"""Rows of names, kin, names of other peoples and days in Russian; every name in here is invented."""

import pytest

from tizim.reading import Reading, read


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    claims = read(text, date="2025-03-14", language="ru").claims
    return [(claim.act, claim.person, claim.outcome) for claim in claims]


def test_rows_under_a_verdict_need_no_verb():
    text = (
        "Вчера суд в Гродно огласил приговоры по делу о хоре. Антон Белов, 44 года, фермер, — 5 лет колонии. "
        "Кира Ланская и Павел Гринько, супруги, — по 4 года."
    )
    assert told(text) == [
        ("sentence", "Антон Белов", "imprisonment P5Y"),
        ("sentence", "Кира Ланская", "imprisonment P4Y"),
        ("sentence", "Павел Гринько", "imprisonment P4Y"),
    ]


def test_a_length_beside_a_name_is_no_penalty_where_no_verdict_was_told():
    assert told("В хоре пели трое. Антон Белов — 5 лет, Кира Ланская — 4 года.") == []


def test_a_row_behind_a_group_gives_each_their_own():
    text = "Суд вынес приговоры шести участникам марша: Антон Белов — 5 лет, Кира Ланская — 4 года, Павел Гринько — 3 года условно."
    assert told(text) == [
        ("sentence", "Антон Белов", "imprisonment P5Y"),
        ("sentence", "Кира Ланская", "imprisonment P4Y"),
        ("sentence", "Павел Гринько", "suspended P3Y"),
    ]


def test_a_length_between_datives_parts_them():
    text = "Суд назначил капитану Антону Белову пять лет лишения свободы, лейтенантам Игнату Сенько и Марку Шульге — по три года."
    assert {(person, outcome) for _, person, outcome in told(text)} == {
        ("Антон Белов", "imprisonment P5Y"),
        ("Игнат Сенько", "imprisonment P3Y"),
        ("Марк Шульга", "imprisonment P3Y"),
    }


def test_penalties_in_brackets_belong_to_the_name_before():
    text = "Антон Белов (3 года колонии), Кира Ланская (2 года условно) и Марк Шульга (штраф 500 базовых величин) осуждены."
    assert [(person, outcome) for _, person, outcome in told(text)] == [
        ("Антон Белов", "imprisonment P3Y"),
        ("Кира Ланская", "suspended P2Y"),
        ("Марк Шульга", "fine 500 базовых величин"),
    ]


def test_days_go_on_from_the_story_and_not_from_the_day_before_it():
    text = (
        "ОРША, 14 марта — В понедельник полиция задержала Антона Белова. Накануне в его квартире прошёл обыск. "
        "На следующий день его отпустили. Спустя два дня ему предъявили обвинение."
    )
    claims = read(text, date="2025-03-14", language="ru").claims
    assert [(claim.act, claim.date) for claim in claims] == [
        ("detention", "2025-03-10"),
        ("search", "2025-03-09"),
        ("release", "2025-03-11"),
        ("charge", "2025-03-13"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Полиция задержала Азамата Нурбек уулу.", "Азамат Нурбек уулу"),
        ("Полиция задержала Гульзат Асан кызы.", "Гульзат Асан кызы"),
        ("Лало Джапаридзе избили в отделе.", "Лало Джапаридзе"),
        ("Двадцатипятилетний Антон Белов задержан.", "Антон Белов"),
        ("Историк-любитель Марк Шульга задержан.", "Марк Шульга"),
    ],
)
def test_a_name_is_brought_to_its_base_form_without_what_describes_it(text, name):
    assert [person for _, person, _ in told(text)] == [name]


def test_where_somebody_comes_from_is_no_place_of_an_act():
    (claim,) = read("Антона Белова из Петропавловска задержали.", date="2025-03-14", language="ru").claims
    assert claim.place is None


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Приговор Кире Ланской остался без изменений.", "upheld"),
        ("Верховный суд отказался рассматривать жалобу Игната Сенько.", "upheld"),
        ("Областной суд снизил срок Марку Шульге с пяти до четырёх лет.", "reduced"),
    ],
)
def test_an_appeal_says_how_it_ended(text, outcome):
    assert [(act, said) for act, _, said in told(text)] == [("appeal", outcome)]


@pytest.mark.parametrize(
    "text",
    ["Мужа Анны Кулик задержали 5 мая.", "Мать Антона Белова оштрафовали на 50 МРП."],
)
def test_what_happened_to_kin_did_not_happen_to_the_person_named(text):
    assert told(text) == []


def test_the_first_person_is_who_speaks_in_the_paragraph():
    text = "Антон Белов рассказал об обыске. «Ко мне пришли с обыском в шесть утра, потом меня избили в отделе», — говорит он."
    assert [(act, person) for act, person, _ in told(text)] == [
        ("search", "Антон Белов"),
        ("ill_treatment", "Антон Белов"),
    ]
    assert told("Меня задержали 5 мая.") == []


def test_a_verdict_was_given_where_its_court_sits():
    text = "Суд в Пинске рассмотрел дело 5 мая. Антона Белова приговорили к двум годам колонии."
    (claim,) = read(text, date="2025-03-14", language="ru").claims
    assert claim.place == "Пинск"


def test_a_trial_that_lies_ahead_is_not_told():
    assert told("Суд по делу Антона Белова начнётся 5 апреля.") == []


def test_a_title_in_another_case_is_somebody_else():
    text = "Постановлением следователя Белов А. И. признан подозреваемым по ст. 174 УК РК."
    assert [(act, person) for act, person, _ in told(text)] == [("charge", "Белов А. И.")]


def test_a_prolonged_custody_is_that_of_the_person_named():
    text = "Павел Гринько на свободе. Срок содержания под стражей Антона Белова продлён до 5 августа."
    assert ("pretrial_detention", "Антон Белов") in [(act, person) for act, person, _ in told(text)]


def test_a_row_with_dashes_gives_each_name_its_own_verb():
    found = told("Антон Белов — задержан, Кира Ланская — допрошена и отпущена.")
    assert [(act, person) for act, person, _ in found] == [
        ("detention", "Антон Белов"),
        ("interrogation", "Кира Ланская"),
        ("release", "Кира Ланская"),
    ]


def test_days_of_arrest_beside_names_under_a_court_are_arrests():
    text = "Вчера в Бресте прошли суды: Антон Белов — 13 суток, Кира Ланская — штраф 900 рублей."
    assert told(text) == [
        ("administrative_arrest", "Антон Белов", "administrative_arrest P13D"),
        ("fine", "Кира Ланская", "fine 900 BYN"),
    ]


def test_the_number_of_an_article_is_no_day():
    text = "Антона Белова оштрафовали на 30 тысяч рублей (часть 1 статьи 20.3.3 КоАП). Ланскую Киру задержали 4 марта."
    claims = read(text, date="2025-03-14", language="ru").claims
    assert {claim.date[:4] for claim in claims if claim.date} == {"2025"}


def test_names_behind_a_colon_are_whom_the_verb_hit():
    found = told("На акции забрали: Белов Антон, Ланская Кира, Гринько Павел.")
    assert [(act, person) for act, person, _ in found] == [
        ("detention", "Белов Антон"),
        ("detention", "Ланская Кира"),
        ("detention", "Гринько Павел"),
    ]


def test_the_age_of_somebody_in_a_row_is_no_penalty():
    assert told("Приговор огласили вчера. Антон Белов — 44 года, Кира Ланская — 30 лет.") == []


def _acts(text: str, day: str = "2023-06-15") -> set[tuple[str, str, str, str]]:
    found = read(text, date=day, language="ru")
    assert isinstance(found, Reading)
    return {
        (one.person or str(one.count_min), one.act, one.outcome or "", one.date or "") for one in found.claims
    }


def test_the_state_of_whom_a_paragraph_is_about_needs_no_name() -> None:
    text = "Ораз Кемелов, бурильщик. Задержан 14 февраля, с тех пор в следственном изоляторе."
    assert ("Ораз Кемелов", "pretrial_detention", "", "2023-02-14") in _acts(text)
    text = "Иван Смирнов, водитель. Тоже в СИЗО, с марта."
    assert ("Иван Смирнов", "pretrial_detention", "", "2023-03") in _acts(text)


def test_sisters_and_brothers_of_one_surname() -> None:
    text = "Сестры Анна и Мария Петровы, повара. Находятся под домашним арестом."
    assert {person for person, *_ in _acts(text)} == {"Анна Петрова", "Мария Петрова"}
    text = "Братья Антон и Глеб Мицкевичи получили по два года колонии."
    assert {person for person, *_ in _acts(text)} == {"Антон Мицкевич", "Глеб Мицкевич"}


def test_a_term_in_one_word_and_quotation_marks_inside_a_phrase() -> None:
    assert ("Иван Смирнов", "sentence", "imprisonment P2Y", "2023-06?") in _acts(
        "Иван Смирнов получил двухлетний срок."
    )
    assert {act for _, act, *_ in _acts("Ивана Смирнова вызвали на «беседу» в полицию.")} == {"interrogation"}


def test_weekends_and_the_month_before() -> None:
    assert ("Иван Смирнов", "detention", "", "2023-06-10/2023-06-11") in _acts(
        "В эти выходные задержали Ивана Смирнова."
    )
    assert ("Иван Смирнов", "detention", "", "2022-09") in _acts(
        "Ивана Смирнова задержали в прошлом сентябре."
    )
    assert ("Иван Смирнов", "release", "released", "2023-06-10") in _acts(
        "Ивана Смирнова отпустили в субботу."
    )


def test_somebody_at_large_was_let_out_only_where_held_before() -> None:
    assert _acts("Иван Смирнов на свободе, его не трогали.") == set()


def test_a_verb_that_leaves_out_whom_it_hit_means_the_one_named_before() -> None:
    text = "Пенсионер Иван Смирнов не дошёл до площади: перехватили на остановке и доставили в отдел."
    assert {(person, act) for person, act, *_ in _acts(text)} == {("Иван Смирнов", "detention")}
    text = "Ивана Смирнова задержали. Через два часа отпустили."
    assert {act for _, act, *_ in _acts(text)} == {"detention", "release"}


@pytest.mark.parametrize(
    "text",
    [
        "Иван Смирнов дошёл до площади: многих задержали.",
        "Иван Смирнов стоял рядом: задерживали всех подряд.",
        "Иван Смирнов видел, как грузовик остановили и отпустили.",
        "Иван Смирнов и Олег Орлов пришли к суду: задержали соседа.",
    ],
)
def test_a_verb_with_an_object_of_its_own_hits_nobody_named_before(text: str) -> None:
    assert not any(person.startswith("Иван") for person, *_ in _acts(text))


def test_names_before_more_people_are_struck_with_them() -> None:
    text = "Ивана Смирнова, Анну Орлову и ещё шестерых уволили."
    assert {person for person, *_ in _acts(text)} == {"Иван Смирнов", "Анна Орлова", "6"}


def test_both_are_those_named_before_also_behind_a_count_of_minutes() -> None:
    text = "Иван Смирнов и Анна Орлова задержаны. Спустя сорок минут обоих отпустили."
    assert {person for person, act, *_ in _acts(text) if act == "release"} == {"Иван Смирнов", "Анна Орлова"}
