"""Rulings in the language of courts, lines of lists, talk, and whom a word for the rest means in Kazakh."""

import pytest

from tizim.reading import ClaimFound, Reading, read


def found(text: str, day: str = "2023-06-15") -> list[ClaimFound]:
    reading = read(text, date=day, language="kk")
    assert isinstance(reading, Reading)
    return list(reading.claims)


def told(text: str) -> set[tuple[str, str, str]]:
    """Person or count, act and outcome."""
    return {(one.person or str(one.count_min), one.act, one.outcome or "") for one in found(text)}


RULING = """Семей қалалық соты қылмыстық істі қарап,

ҮКІМ ЕТТІ:
Дәурен Мұсаевқа 3 (үш) жыл мерзімге бас бостандығынан айыру жазасы тағайындалсын.
Ерлан Сәбитов 274-баптың 1-бөлігі бойынша ақталсын.
"""


def test_let_it_be_so_behind_the_words_of_a_ruling_is_the_decision() -> None:
    assert {
        ("Дәурен Мұсаев", "sentence", "imprisonment P3Y"),
        ("Ерлан Сәбитов", "other", "acquitted"),
    } == told(RULING)


@pytest.mark.parametrize(
    "wish",
    [
        "Дәурен Мұсаев босатылсын деп талап етеміз.",
        "Дәурен Мұсаевқа бас бостандығынан айыру жазасы тағайындалмасын.",
        "Біз билікті:\n– Дәурен Мұсаевты дереу босатуға;\n– Ерлан Сәбитовке қатысты істі тоқтатуға шақырамыз.",
    ],
)
def test_a_wish_outside_a_ruling_is_no_claim(wish: str) -> None:
    assert not found(wish)


def test_the_close_object_of_a_verb_says_the_act() -> None:
    assert ("Дәурен Мұсаев", "pretrial_detention", "pretrial P2M") in told(
        "Сот Дәурен Мұсаевты екі ай мерзімге қамауға алды."
    )


def test_also_behind_a_count_means_those_spoken_of() -> None:
    text = "Дәурен Мұсаев пен Лаура Сейтова ұсталды. Екі белсенді де 40 АЕК айыппұл арқалады."
    assert {("Дәурен Мұсаев", "fine", "fine 40 АЕК"), ("Лаура Сейтова", "fine", "fine 40 АЕК")} <= told(text)


def test_they_after_the_three_of_them_are_the_people_of_the_row() -> None:
    text = (
        "Сот блогерлер Дәурен Мұсаев, Лаура Сейтова және Ерлан Сәбитовтің ісін қарады. Үшеуі былтыр ұсталған еді. "
        "Олардан тергеуші жауап алды."
    )
    assert {one.person for one in found(text) if one.act == "interrogation"} == {
        "Дәурен Мұсаев",
        "Лаура Сейтова",
        "Ерлан Сәбитов",
    }


def test_the_rest_are_those_of_the_row_not_named_just_now() -> None:
    text = (
        "Дәурен Мұсаев, Лаура Сейтова және Ерлан Сәбитов ұсталды. "
        "Мұсаевты екі айға қамады, қалғаны үйқамаққа алынды."
    )
    assert {one.person for one in found(text) if one.act == "house_arrest"} == {
        "Лаура Сейтова",
        "Ерлан Сәбитов",
    }


def test_a_line_of_a_list_is_about_the_name_at_its_head() -> None:
    text = "1) Д. Мұсаев, Петропавл – 6.03, үйінен әкеткен, 8.03 – екі айға қамау.\n2) Л. Сейтова – 7.03, 50 АЕК айыппұл."
    assert {(one.person, one.act, one.date) for one in found(text)} == {
        ("Д. Мұсаев", "detention", "2023-03-06"),
        ("Д. Мұсаев", "pretrial_detention", "2023-03-08"),
        ("Л. Сейтова", "fine", "2023-03-07"),
    }


def test_people_who_talk_put_the_victim_behind_the_verb() -> None:
    assert ("Дәурен Мұсаев", "administrative_arrest", "administrative_arrest P15D") in told(
        "15 сутки берген ғой Дәурен Мұсаевқа, мартта."
    )


def test_who_opens_a_letter_says_i_in_all_of_it() -> None:
    text = "Сіздерге Жезқазғаннан Сәуле Мұсаева жазып отыр.\n\nПолицейлер өзімді «көп сөйлеме» деп қорқытты."
    assert ("Сәуле Мұсаева", "threat", "") in told(text)


def test_the_day_of_what_somebody_is_punished_for_is_not_that_of_the_act() -> None:
    text = "1 маусым. Мұғалім Жансая Оспанәлі жұмыстан шығарылды: қаңтарда алаңға барғаны үшін."
    assert [one.date for one in found(text)] == ["2023-06-01"]


def test_up_to_behind_a_smaller_penalty_is_no_bound() -> None:
    text = "Алқа Дәурен Мұсаевтың жазасын екі жылға дейін қысқартты."
    assert {("Дәурен Мұсаев", "appeal", "reduced")} == told(text)


def test_a_judge_before_a_name_in_the_dative_of_a_penalty_is_somebody_else() -> None:
    assert ("Асан Мұсаев", "sentence", "imprisonment P3Y") in told("Судья Асан Мұсаевқа үш жыл түрме берді.")


def test_the_only_person_of_the_clause_before_is_meant_where_the_court_differed() -> None:
    text = "Прокурор Асан Мұсаевты бес жылға соттауды сұраған еді, сот үш жыл берді."
    assert told(text) == {("Асан Мұсаев", "sentence", "imprisonment P3Y")}


def test_besides_that_is_nobody() -> None:
    text = "Асан Мұсаев айыпты деп танылды. Оған қоса үш жылға саяси қызметпен айналысуға тыйым салынды."
    assert ("Асан Мұсаев", "ban_on_activity", "ban P3Y") in told(text)


def test_whose_lawyer_asked_is_whose_appeal_it_is() -> None:
    text = "Алқа Асан Мұсаевтың адвокатының шағымын қанағаттандырмады."
    assert told(text) == {("Асан Мұсаев", "appeal", "upheld")}


def test_terms_in_brackets_belong_to_the_names_before_them() -> None:
    text = "Асан Мұсаев (бес жыл) және Дана Кәрімова (екі жыл, шартты) кінәлі деп танылды."
    assert told(text) == {
        ("Асан Мұсаев", "sentence", "imprisonment P5Y"),
        ("Дана Кәрімова", "sentence", "suspended P2Y"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Болат Сейтов мамырда босап шықпақ.",
        "Полиция қызметкері Асан Мұсаевты іздеп келді. Полиция қызметкері бес жылға сотталды.",
        "Полиция «Алға» қозғалысының жиынын таратты.",
    ],
)
def test_what_lies_ahead_or_befell_others_is_no_claim(text: str) -> None:
    assert not [one for one in found(text) if one.act != "other"]


def test_the_dative_says_who_was_fined_and_not_the_subject_of_a_clause_beside_it() -> None:
    text = (
        "Болат Сейтов пен оның ұлы Ерлан ұсталды. Әкесі ескертумен құтылса, Ерланға 10 АЕК айыппұл салынды."
    )
    assert ("Ерлан", "fine", "fine 10 АЕК") in told(text)


FILE = """Аты-жөні: Мұсаев Асан Серікұлы
Ұсталған күні: 12.03.2022
Бабы: ҚР ҚК 174-бап 1-бөлік
Үкім: 5 жыл бас бостандығынан айыру (20.09.2022)
"""


def test_a_file_says_under_its_labels_what_happened() -> None:
    assert {(one.act, one.date) for one in found(FILE)} == {
        ("detention", "2022-03-12"),
        ("sentence", "2022-09-20"),
    }


def test_a_term_that_is_all_of_a_sentence_belongs_to_the_line_of_the_list() -> None:
    text = (
        "Сотталғандар тізімі (2023 жылғы 1 мамырға)\n\n"
        "1. Асан Мұсаев, 1980 ж.т., Алматы. 405-бап, 2-бөлік. 3 жыл. Қапшағай колониясы.\n"
        "2. Болат Сейтов, 1975 ж.т., Орал. 174-бап, 1-бөлік. 5 жыл.\n"
    )
    assert {(one.person, one.outcome, one.articles) for one in found(text)} == {
        ("Асан Мұсаев", "imprisonment P3Y", ("KZ-CC 405(2)",)),
        ("Болат Сейтов", "imprisonment P5Y", ("KZ-CC 174(1)",)),
    }
