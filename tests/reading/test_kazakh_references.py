"""Whom Kazakh means by a noun, a number or nothing, and which words are names; every name in here is invented."""

import pytest

from tizim.reading import read

_DAY = "2024-11-27"


def told(text: str) -> set[tuple[str | None, str]]:
    claims = read(text, date=_DAY, language="kk").claims
    return {(claim.person or str(claim.count_min), claim.act) for claim in claims}


def names(text: str) -> set[str]:
    return {person.name for person in read(text, date=_DAY, language="kk").persons}


@pytest.mark.parametrize(
    "text",
    [
        "Ақын Дана Көктеубаеваның ісі қаралды. Сол түні ақынды полиция ұстады.",
        "Полиция блогер Дана Көктеубаеваға ескерту жасады. Кешке блогерді ұстап әкетті.",
    ],
)
def test_the_trade_beside_a_name_means_that_person_later(text: str) -> None:
    assert ("Дана Көктеубаева", "detention") in told(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Інісі Бегенас шекарада ұсталды.", "Бегенас"),
        ("Қызы Мүгілсінді колледжден шығарып жіберді.", "Мүгілсін"),
        ("Жүк тиеуші Нұрдәурен Сапарсейіт ұсталды.", "Нұрдәурен Сапарсейіт"),
    ],
)
def test_unlisted_names_are_names_beside_kin_or_in_pairs(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Бейбіт жиынға рұқсат берілмеді.",
        "Сағат 15:00-де сот басталды.",
        "Рахмет бәріңе.",
        "Арнаны бұғаттап тастады.",
    ],
)
def test_common_words_at_the_head_of_a_sentence_are_no_names(text: str) -> None:
    assert names(text) == set()


def test_three_of_a_group_are_not_the_three_who_were_named_before() -> None:
    text = (
        "Қыран Саркеев, Дана Көктеубаева және Талап Ержігіт ұсталды. Түнде тоғыз студент бөлімшеде қамалып отырды. "
        "Үшеуіне 50 500 теңгеден айыппұл кесілді."
    )
    assert ("3", "fine") in told(text)
    assert not {("Қыран Саркеев", "fine"), ("Дана Көктеубаева", "fine")} & told(text)


def test_a_list_of_days_goes_on_about_the_one_person_of_the_text() -> None:
    text = (
        "Ақын Дана Көктеубаеваның бір жылы\n\n3 ақпан. Пикетке жалғыз шықты.\n\n14 ақпан. Алаңда тұрды.\n\n"
        "7 шілде. Кітап шығарды.\n\n8 шілде. Оқырманмен кездесті.\n\n9 шілде. Полиция бөліміне алып кетті."
    )
    assert ("Дана Көктеубаева", "detention") in told(text)


def test_custody_for_years_is_a_sentence_and_a_prolonged_one_says_so() -> None:
    claims = read("Сот Қыран Саркеевті үш жылға қамады.", date=_DAY, language="kk").claims
    assert [(claim.act, claim.outcome) for claim in claims] == [("sentence", "imprisonment P3Y")]
    claims = read("Қыран Саркеевтің қамау мерзімі тағы екі айға ұзарды.", date=_DAY, language="kk").claims
    assert [(claim.act, claim.outcome) for claim in claims] == [("pretrial_detention", "prolonged P2M")]


def test_what_comes_after_the_sentence_is_served_has_not_happened() -> None:
    assert ("Қыран Саркеев", "release") not in told(
        "Қыран Саркеев үш жылға бас бостандығынан айырылды. Үкім бойынша ол босаған соң уағыз айта алмайды."
    )


@pytest.mark.parametrize(
    ("heading", "since", "as_of"),
    [
        ("2023 жылдың қорытындысы", "2023", "2023"),
        ("Ақпан айының қорытындысы", "2024-02", "2024-02"),
        ("2024 жылғы тамыз: шолу", "2024-08", "2024-08"),
    ],
)
def test_the_figures_of_a_review_are_of_its_time(heading: str, since: str, as_of: str) -> None:
    text = f"{heading}\n\nТоп 17 жаңа қылмыстық іс тіркеді. Саяси бап бойынша қамалғандар саны алтыға жетті."
    found = [(one.count, one.since, one.as_of) for one in read(text, date=_DAY, language="kk").figures]
    assert found == [(17, since, as_of), (6, since, as_of)]


def test_who_writes_in_a_chat_is_not_struck() -> None:
    text = (
        "[08:14] Гүлжан: түнде Дана Көктеубаеваны алып кетті\n"
        "[08:17] Гүлжан: ноутбугін, екі флешкасын алып кетіпті\n[11:30] Айнұр: босатты"
    )
    assert {person for person, _ in told(text)} == {"Дана Көктеубаева"}


def test_whoever_presents_oneself_in_a_letter_says_my() -> None:
    text = (
        "Бұл хатты жазып отырған – Арқалық қаласының тұрғыны Дана Көктеубаева.\n"
        "12 шілдеде үйімізді тінтіді. Менен төрт сағат жауап алды."
    )
    assert told(text) == {("Дана Көктеубаева", "search"), ("Дана Көктеубаева", "interrogation")}


def test_lines_of_a_demand_release_nobody() -> None:
    text = "Біз:\n– Дана Көктеубаеваны кідіріссіз бостандыққа шығаруды;\n– істі қайта тергеуді талап етеміз."
    assert told(text) == set()


def test_those_counted_out_of_a_group_share_what_struck_it() -> None:
    text = "Пикетке шыққан жетеу ұсталды. Оның екеуі, Дана Көктеубаева және Қыран Саркеев, он тәуліктен арқалады."
    assert {("Қыран Саркеев", "detention"), ("Дана Көктеубаева", "administrative_arrest")} <= told(text)


@pytest.mark.parametrize("name", ["Т.Қ. Көктеубай", "Т. Қ. Көктеубай", "Т.Көктеубай", "Көктеубай Т.Қ."])
def test_initials_stay_as_close_as_they_are_written(name: str) -> None:
    assert names(f"Сот шешімімен {name} ақталды.") == {name}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Дана Көктеубаева сөз алды. Оның айтуынша, тергеуші тізесін сындырған.", "ill_treatment"),
        ("Дана Көктеубаева сотта болды. Оның үйқамағы алынып, қолхатпен босатылды.", "release"),
        ("Дана Көктеубаеваға 500 АЕК айыппұл салынған. Апелляция соманы 300 АЕК-ке дейін азайтты.", "appeal"),
        ("Дана Көктеубаева куә ретінде үш рет шақыртылды.", "interrogation"),
    ],
)
def test_what_a_sentence_leaves_out_is_understood(text: str, act: str) -> None:
    assert ("Дана Көктеубаева", act) in told(text)
    assert ("Дана Көктеубаева", "house_arrest") not in told(text)


def test_a_half_stands_behind_its_unit() -> None:
    found = read("Дана Көктеубаева екі жыл жарымға сотталды.", date=_DAY, language="kk")
    assert [claim.outcome for claim in found.claims] == ["imprisonment P2Y6M"]


@pytest.mark.parametrize(
    "text",
    [
        "Дана Көктеубаева түрмедегі азаптау туралы баяндама жасады.",
        "Журналист Дана Көктеубаева тергеу абақтысындағы жағдай туралы мақала жазды.",
        "Дана Көктеубаева жол апатынан қаза тапты.",
    ],
)
def test_who_tells_of_prisons_was_not_in_one(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Дана Көктеубаева елден кеткен. Ол кезде полиция үйін екі мәрте тінтті.", "search"),
        ("Дана Көктеубаева – мұғалім. Былтыр үш рет айыппұл салынды.", "fine"),
        ("Дана Көктеубаева аштық жариялады, ол үшін айыпханаға да түсті.", "ill_treatment"),
        ("Дана Көктеубаеваның үкімі өзгерген жоқ.", "appeal"),
        ("Дана Көктеубаева 14 тәуліктен соң ИВС-тен шықты.", "release"),
    ],
)
def test_particles_and_how_often_part_no_phrase(text: str, act: str) -> None:
    assert ("Дана Көктеубаева", act) in told(text)


def test_the_unit_of_a_fine_stands_without_its_ending() -> None:
    found = read("Сот Дана Көктеубаеваны 40 АЕК-тен айыппұлға жықты.", date=_DAY, language="kk")
    assert [claim.outcome for claim in found.claims] == ["fine 40 АЕК"]
