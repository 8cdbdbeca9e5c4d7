"""Parts of a group, shares of a verdict, and what stands beside them in Kazakh."""

import pytest

from tizim.reading import ClaimFound, Reading, read


def found(text: str, day: str = "2023-06-15") -> list[ClaimFound]:
    reading = read(text, date=day, language="kk")
    assert isinstance(reading, Reading)
    return list(reading.claims)


def told(text: str) -> set[tuple[str, str, str]]:
    """Person or count, act and outcome."""
    return {(one.person or str(one.count_min), one.act, one.outcome or "") for one in found(text)}


def test_each_of_a_row_has_the_penalty_behind_the_name() -> None:
    text = (
        "Сот бес адамды соттады: жүргізуші Олжас Құрманов пен студент Нұрлан Жабаев бір жыл алты айдан, "
        "зейнеткер Гүлнар Мейрамова бір жыл шектеу алды."
    )
    assert {
        ("Олжас Құрманов", "sentence", "restriction_of_liberty P1Y6M"),
        ("Нұрлан Жабаев", "sentence", "restriction_of_liberty P1Y6M"),
        ("Гүлнар Мейрамова", "sentence", "restriction_of_liberty P1Y"),
    } <= told(text)


def test_parts_of_a_group_are_counted_apart() -> None:
    text = "Тоғыз адам ұсталды: екеуі айыппұл төледі, үшеуі он тәуліктен алды."
    assert {("2", "fine", "fine"), ("3", "administrative_arrest", "administrative_arrest P10D")} <= told(text)


def test_all_are_those_who_were_struck() -> None:
    text = "200-ге жуық жұмысшы ереуіл бастаған. Полиция олардың он шақтысын бөлімге жеткізді. Кешке бәрі босатылды."
    assert {("10", "detention", ""), ("10", "release", "released")} == told(text)


def test_two_men_who_beat_somebody_are_not_beaten() -> None:
    assert told("Айдар Серіков қамауда отыр. Камерада екі адам соққыға жыққан.") == {
        ("Айдар Серіков", "pretrial_detention", ""),
        ("Айдар Серіков", "ill_treatment", ""),
    }


def test_out_of_house_arrest_into_custody() -> None:
    assert told("Бағдат Әміров үйқамақтан СИЗО-ға ауыстырылды.") == {
        ("Бағдат Әміров", "pretrial_detention", "")
    }


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Айдар Серіковті 2022 жылғы 4 тамызда ұстаған. Содан бері ол тергеу абақтысында отыр.",
            "2022-08-04",
        ),
        ("Айдар Серіков 3 мамырда ұсталды. Сол күні босатылды.", "2023-05-03"),
    ],
)
def test_days_counted_from_the_day_named(text: str, day: str) -> None:
    assert {one.date for one in found(text)} == {day}


def test_an_appointment_and_an_upper_bound_date_nothing() -> None:
    text = "Айдар Серіковке айып тағылды. Келесі отырыс 24 мамырға белгіленді."
    assert [one.date for one in found(text)] == [None]
    bounded = found("Айдар Серіковке екі жылға дейін емес, үш жыл түрме берілді.")
    assert [(one.outcome, one.date) for one in bounded] == [("imprisonment P3Y", "2023-06?")]


def test_a_common_word_at_the_head_is_nobody() -> None:
    text = "Өмір жолы: Камал Тәшенов\n\nКамал Тәшенов журналист болды.\n\nОл 2011 жылы ұсталып, он тәулікке қамалды."
    assert {one.person for one in found(text)} == {"Камал Тәшенов"}
    assert told("Әкімді сынаған ұстаз. Сәбит Ералиев жұмыстан шығарылды.") == {
        ("Сәбит Ералиев", "dismissal", "")
    }


def test_a_defender_of_rights_is_nobodys_defender() -> None:
    text = "Құқық қорғаушы Камал Тәшенов кеше келді.\n\n1986 жылғы желтоқсанда төрт жылға сотталған."
    assert ("Камал Тәшенов", "sentence", "imprisonment P4Y") in told(text)


def test_a_noun_at_the_head_means_whom_it_stood_beside() -> None:
    text = (
        "Сот журналист Ақтоты Сырымованы жеті жылға колонияға жіберді. Оператор Дінмұхамед Әжібаев бес жылға "
        "шартты түрде сотталды.\n\nЖурналист 14 айдан бері тергеу изоляторында отыр."
    )
    assert ("Ақтоты Сырымова", "pretrial_detention", "") in told(text)


def test_names_behind_a_group_are_its_members() -> None:
    text = "Полиция төртеуді әкетті. Есімдері: Сәуле Нұрова, Бақыт Әлиев."
    assert {("Сәуле Нұрова", "detention", ""), ("Бақыт Әлиев", "detention", "")} <= told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Нұржан Есенов сотталған белсенділердің отбасыларына көмектеседі.",
        "Министр Қанат Бозымов ұсталғандар саны 50 екенін айтты.",
        "Ұйым Самал Қозыбақованы қамауды тоқтатуға шақырды.",
        "Әсем Жапарова қамаудағы жігіттер үшін аштық жариялады.",
        "Асқар Серіков полицияға ұсталудан қорқатынын айтты.",
        "Бақыт Әбенова елде азаптау тоқтамай отыр дейді.",
    ],
)
def test_who_speaks_of_others_is_not_struck(text: str) -> None:
    assert all(person != " ".join(text.split()[:2]) for person, *_ in told(text))
    assert not any(len(person) > 3 for person, *_ in told(text))


def test_he_means_whom_the_sentence_named_as_its_subject() -> None:
    text = "Полицей Ринат Сапаров Олжас Есеновті ұрған. Сапаровқа қатысты іс қозғалды, ол жұмыстан шығарылды."
    assert ("Ринат Сапаров", "dismissal", "") in told(text)
