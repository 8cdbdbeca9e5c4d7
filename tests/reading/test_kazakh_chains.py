"""Participles, converbs, verbal nouns, second verdicts and cases of office in Kazakh; every name is invented."""

import pytest

from tizim.reading import read
from tizim.reading.found import ClaimFound

_DAY = "2024-11-27"


def told(text: str, act: str, date: str = _DAY) -> list[ClaimFound]:
    return [claim for claim in read(text, date=date, language="kk").claims if claim.act == act]


@pytest.mark.parametrize(
    ("text", "act", "date", "outcome"),
    [
        (
            "2022 жылы бес жылға сотталған Қыран Саркеев абақтыда аштық жариялады.",
            "sentence", "2022", "imprisonment P5Y",
        ),
        (
            "Былтыр қазанда Семейде ұсталып, бір жылдан астам отырған блогер Қыран Саркеев бостандыққа шықты.",
            "detention", "2023-10", None,
        ),
        ("Қыран Саркеев екі жылға бас бостандығынан шектелген.", "sentence", "2024-11?", "restriction_of_liberty P2Y"),
        ("Қыран Саркеевті 2019 жылғы 27 желтоқсанда сот алты жылға кесті.", "sentence", "2019-12-27", "imprisonment P6Y"),
        ("Қыран Саркеевке қатысты қылмыстық іс қозғалғаны белгілі болды.", "charge", None, None),
        ("Қыран Саркеевті полицейлер ұрып-соқты.", "ill_treatment", None, None),
        ("Қыран Саркеев түрмеде ұрып-соғылған.", "ill_treatment", None, None),
        ("Қыран Саркеев өткен сәрсенбіде бостандыққа шықты.", "release", "2024-11-20", "released"),
    ],
)  # fmt: skip
def test_an_act_is_told_by_any_form_of_its_verb(
    text: str, act: str, date: str | None, outcome: str | None
) -> None:
    assert [(claim.person, claim.date, claim.outcome) for claim in told(text, act)] == [
        ("Қыран Саркеев", date, outcome)
    ]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Облыстық сот Қыран Саркеевке шыққан үкімді өзгеріссіз қалдырды.", "upheld"),
        ("Апелляция Қыран Саркеевке кесілген жазаны күшінде қалдырды.", "upheld"),
        ("Қыран Саркеевтің жазасы үш жылдан екі жылға қысқартылды.", "reduced"),
        ("Сот Қыран Саркеевтің мерзімін бес жылдан үш жылға азайтты.", "reduced"),
    ],
)
def test_a_higher_court_finds_whose_penalty_it_was(text: str, outcome: str) -> None:
    assert [(claim.person, claim.outcome) for claim in told(text, "appeal")] == [("Қыран Саркеев", outcome)]


def test_a_ban_stands_beside_the_prison_of_the_same_verdict() -> None:
    text = (
        "Қыран Саркеев екі жылға бас бостандығынан айырылып, үш жылға қоғамдық ұйымдарды басқару "
        "құқығынан айырылды."
    )
    assert [claim.outcome for claim in told(text, "ban_on_activity")] == ["ban P3Y"]
    assert [claim.outcome for claim in told(text, "sentence")] == ["imprisonment P2Y"]


def test_a_lighter_penalty_right_after_belongs_to_the_verdict() -> None:
    text = "Қыран Саркеев екі жыл шектеу алған. Оған 100 сағат қоғамдық жұмыс та жүктелген."
    assert [claim.outcome for claim in told(text, "sentence")] == [
        "restriction_of_liberty P2Y; community_service PT100H"
    ]


def test_the_day_of_a_description_is_not_that_of_the_act() -> None:
    text = "21 мамыр. Кеше базарда ұсталған Дана Көктеубаева жиырма тәулікке қамалды."
    assert [claim.date for claim in told(text, "administrative_arrest", "2024-05-21")] == ["2024-05-21"]
    assert [claim.date for claim in told(text, "detention", "2024-05-21")] == ["2024-05-20"]


@pytest.mark.parametrize(
    "text",
    [
        "Бөлім бастығы Қыран Саркеев пара алғаны үшін екі жылға бас бостандығынан айырылды.",
        "Майор Қыран Саркеев тұтқынды азаптағаны үшін бес жылға сотталды.",
        "Қыран Саркеев Қылмыстық кодекстің 146-бабы бойынша үш жылға бас бостандығынан айырылды.",
    ],
)
def test_officials_tried_for_crimes_of_office_are_no_victims(text: str) -> None:
    assert [claim.role for claim in told(text, "sentence")] == ["perpetrator"]


def test_a_list_has_the_day_of_the_line_above_it() -> None:
    text = "Сейсенбіде сот үкім шығарды, тізімі мынау:\n\n1. Қыран Саркеев – 15 тәулік қамақ;\n2. Дана Көктеубаева – 10 тәулік қамақ."
    assert {claim.date for claim in told(text, "administrative_arrest")} == {"2024-11-26"}


def test_what_only_says_when_has_no_day_of_its_own() -> None:
    text = "Қыран Саркеевтің соты 8 қарашада басталды. Саркеев ұсталған кезде полиция қағаз көрсетпеген."
    assert [claim.date for claim in told(text, "detention")] == [None]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Дана Көктеубаеваның келісімшартын мерзімінен бұрын бұзды.", "dismissal"),
        ("Мұғалім Дана Көктеубаева тамызда қысқартуға ілікті.", "dismissal"),
        ("Мектеп басшылығы Дана Көктеубаеваны орнынан алды.", "dismissal"),
        ("Шекарашылар Дана Көктеубаеваны рейстен алып қалды.", "travel_ban"),
        ("Дана Көктеубаеваның шетке шығуына шектеу қойылған.", "travel_ban"),
        ("Дана Көктеубаеваны төрт адам белгісіз бағытқа алып кеткен.", "abduction"),
        ("Дана Көктеубаева ізім-ғайым жоғалды.", "abduction"),
        ("Белгісіз біреулер Дана Көктеубаеваның парақшасын басып алған.", "account_attack"),
        ("Тергеу соты Дана Көктеубаеваға үйқамақ белгіледі.", "house_arrest"),
        ("Дана Көктеубаева психикалық денсаулық орталығына еріксіз жатқызылды.", "forced_psychiatry"),
        ("Дана Көктеубаева тергеушінің сұрағына үш сағат жауап берді.", "interrogation"),
        ("Сот Дана Көктеубаеваны 50 АЕК айыппұлға жықты.", "fine"),
        ("Дана Көктеубаева 50 АЕК айыппұл төлейді.", "fine"),
        ("Дана Көктеубаева арнайы қабылдауышқа 15 тәулікке жабылды.", "administrative_arrest"),
        ("Дана Көктеубаева бес жыл бойы қоғамдық бірлестіктерде қызмет атқара алмайды.", "ban_on_activity"),
        ("Дана Көктеубаева 19 қаңтардан бері қамауда.", "pretrial_detention"),
        ("Тілші Дана Көктеубаева ұсталды, банк шоттары бұғатталды.", "financial_listing"),
        ("Дана Көктеубаеваның ісі 25 сәуірде қылмыс құрамы болмағандықтан жабылды.", "other"),
        ("Облыстық сот Дана Көктеубаеваға салынған айыппұлды алып тастады.", "appeal"),
        ("Полиция Дана Көктеубаеваны ұстады. Кешке жіберді.", "release"),
        ("Қызметкерлер Дана Көктеубаевамен бірге екі жігітке – Қыран Саркеевке, Талап Ержігітке – қатысты іс қозғады.", "charge"),
    ],
)  # fmt: skip
def test_reporters_have_many_words_for_one_act(text: str, act: str) -> None:
    people = {claim.person for claim in told(text, act)}
    assert people & {"Дана Көктеубаева", "Қыран Саркеев"}


@pytest.mark.parametrize(
    "text",
    [
        "Дана Көктеубаева аштық жариялады.",
        "Депутат Қыран Саркеев газетті сотқа берді.",
        "Дана Көктеубаева 6 тамызда алаңға шықты.",
        "Журналист Дана Көктеубаева мақаласын редакцияға жіберді.",
        "Полиция Дана Көктеубаеваны ұстады. Дана Көктеубаева кейін көшеге шықты.",
    ],
)
def test_what_people_do_themselves_is_no_act_against_them(text: str) -> None:
    claims = read(text, date=_DAY, language="kk").claims
    assert {claim.act for claim in claims} <= {"detention"}


def test_a_week_has_seven_days() -> None:
    assert [claim.date for claim in told("Дана Көктеубаева өткен аптада ұсталды.", "detention")] == [
        "2024-11-18/2024-11-24"
    ]


def test_a_sentence_that_only_dates_the_ruling_dates_what_was_ruled() -> None:
    text = "Прокуратура Дана Көктеубаеваға қатысты істі қысқартты. Бұл туралы қаулы 18 қарашада шыққан."
    assert [claim.date for claim in told(text, "other")] == ["2024-11-18"]
