"""Rows, lists, members of groups and whoever says "I" in Kazakh; every name in here is invented."""

import pytest

from tizim.reading import read

Row = tuple[str | None, str, str | None]


def told(text: str, date: str = "2024-05-20") -> list[Row]:
    claims = read(text, date=date, language="kk").claims
    return sorted((claim.person or str(claim.count_min), claim.act, claim.outcome) for claim in claims)


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        (
            "Қыран Саркеев жеті жылға, Дана Көктеубаева алты жылға бас бостандығынан айырылды.",
            ["imprisonment P7Y", "imprisonment P6Y"],
        ),
        (
            "Сот Қыран Саркеевке үш жыл, Дана Көктеубаеваға екі жыл түрме жазасын кесті.",
            ["imprisonment P3Y", "imprisonment P2Y"],
        ),
        (
            "Қыран Саркеев жеті жылға, інісі Талап Саркеев бес жылға темір торға тоғытылды.",
            ["imprisonment P7Y", "imprisonment P5Y"],
        ),
        (
            "Қыран Саркеев пен Дана Көктеубаеваға шартты жаза берілді: біріншісіне – үш жыл, екіншісіне – екі жыл.",
            ["suspended P3Y", "suspended P2Y"],
        ),
        (
            "Қыран Саркеев пен Дана Көктеубаева сотталды. Алғашқысы үш жылға бас бостандығынан айырылды, "
            "соңғысына екі жыл шартты жаза кесілді.",
            ["imprisonment P3Y", "suspended P2Y"],
        ),
        (
            "Сотталғандар: Қыран Саркеев – үш жыл, Дана Көктеубаева – екі жыл шартты.",
            ["imprisonment P3Y", "suspended P2Y"],
        ),
        (
            "Үкім шықты. Қыран Саркеев – 5 жыл, Дана Көктеубаева – екі жыл шектеу.",
            ["imprisonment P5Y", "restriction_of_liberty P2Y"],
        ),
        (
            "Айыппұл салынғандар: Қыран Саркеев (50 АЕК), Дана Көктеубаева (30 АЕК).",
            ["fine 50 АЕК", "fine 30 АЕК"],
        ),
        (
            "Әкімшілік қамаққа алынған: Қыран Саркеев (10 тәулік), Дана Көктеубаева (15 тәулік).",
            ["administrative_arrest P10D", "administrative_arrest P15D"],
        ),
    ],
)
def test_each_of_a_row_has_the_penalty_that_stands_beside_the_name(text: str, outcomes: list[str]) -> None:
    assert [outcome for _, _, outcome in reversed(told(text))] == outcomes


@pytest.mark.parametrize(
    ("text", "person", "act"),
    [
        ("Ақталған: Қыран Саркеев.", "Қыран Саркеев", "other"),
        ("Айыппұл төлейтін: Қыран Саркеев – 500 АЕК.", "Қыран Саркеев", "fine"),
        ("Алматыда екі адам ұсталды: Қыран Саркеев және Дана Көктеубаева.", "Дана Көктеубаева", "detention"),
        (
            "Полиция алаңда жиырма адамды ұстады. Олардың арасында журналист Қыран Саркеев те бар.",
            "Қыран Саркеев",
            "detention",
        ),
        ("Ұсталғандардың қатарында блогер Қыран Саркеев бар.", "Қыран Саркеев", "detention"),
        (
            "Бес адамды автобусқа тиеп әкетті. Екеуін танимыз: Қыран Саркеев, Дана Көктеубаева.",
            "Дана Көктеубаева",
            "detention",
        ),
        (
            "Жиырмаға жуық әйелді автобусқа отырғызды. Олардың ішінде Дана Көктеубаева да болған.",
            "Дана Көктеубаева",
            "detention",
        ),
    ],
)
def test_who_is_named_of_a_group_had_the_same_done_to_them(text: str, person: str, act: str) -> None:
    assert (person, act) in {(who, what) for who, what, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Белсенді Дана Көктеубаевамен сұхбат\n\n– Сізді қашан ұстады?\n\n– Мені 3 мамырда көшеде ұстады.\n\n"
        "– Сосын ше?\n\n– Екі сағаттан соң босатты.",
        "Ана, хатыңды алдым. Мені 3 мамырда базардың жанында ұстады.\n\nСәлеммен, Дана Көктеубаева",
        "«Мені 3 мамырда көшеде ұстады», – дейді Дана Көктеубаева.",
    ],
)
def test_who_says_i_is_who_answers_signs_or_is_quoted(text: str) -> None:
    assert ("Дана Көктеубаева", "detention", None) in told(text)


def test_i_is_nobody_where_nobody_is_known_to_speak() -> None:
    assert told("Мені 3 мамырда көшеде ұстады. Содан бері үйдемін.") == []


def test_a_trade_before_a_name_is_no_part_of_it() -> None:
    assert told("Контролёр Қыран Саркеевке төрт жыл шартты жаза берілді.") == [
        ("Қыран Саркеев", "sentence", "suspended P4Y")
    ]


def test_a_name_that_is_a_word_of_asking_asks_for_nothing() -> None:
    assert told("Жүргізуші Талап Саркеев үш жылға бас бостандығынан айырылды.") == [
        ("Талап Саркеев", "sentence", "imprisonment P3Y")
    ]


def test_articles_named_of_nobody_in_particular_are_those_of_the_penalties() -> None:
    text = "Қыран Саркеев 10 тәулікке қамалды. Істердің бәрінде Әкімшілік кодекстің 488-бабы көрсетілген."
    assert [claim.articles for claim in read(text, date="2024-05-20", language="kk").claims] == [
        ("KZ-CAO 488",)
    ]


def test_the_day_of_a_chronicle_is_that_of_the_report() -> None:
    text = "11:48 Қыран Саркеевті омоновцылар сүйреп әкетті."
    assert [claim.date for claim in read(text, date="2024-05-20", language="kk").claims] == ["2024-05-20"]
