"""Files, chronicles and papers in Kazakh: lines with labels, days before a dash, who a sentence points at."""

from tizim.reading import ClaimFound, Reading, read


def found(text: str, day: str = "2025-07-01") -> list[ClaimFound]:
    reading = read(text, date=day, language="kk")
    assert isinstance(reading, Reading)
    return list(reading.claims)


def told(text: str) -> set[tuple[str | None, str, str | None]]:
    """Person, act and day."""
    return {(one.person, one.act, one.date) for one in found(text)}


FILE = """№1
Аты-жөні: Дәурен Мұсаев
Бабы: ҚК 182-бап 2-бөлік
Ұсталған күні: 2024 жылғы 9 ақпан
Сот: 2024 жылғы 30 қыркүйек, Тараз қалалық соты, судья Майра Оспан
Жазасы: 6 жыл бас бостандығынан айыру; 5 жыл қоғамдық қызметпен айналысуға тыйым

№2
Аты-жөні: Ақзира Сәбитова
Бұлтартпау шарасы: үйқамақ, 2025 жылғы 22 сәуірден бастап
Үкім: әлі жоқ
"""


def test_a_line_with_a_label_is_about_the_person_whose_name_stands_above() -> None:
    assert told(FILE) == {
        ("Дәурен Мұсаев", "detention", "2024-02-09"),
        ("Дәурен Мұсаев", "sentence", "2024-09-30"),
        ("Дәурен Мұсаев", "ban_on_activity", "2024-09-30"),
        ("Ақзира Сәбитова", "house_arrest", "2025-04-22"),
    }


def test_a_verdict_of_a_file_has_the_articles_of_the_file() -> None:
    (verdict,) = (one for one in found(FILE) if one.act == "sentence")
    assert (verdict.articles, verdict.outcome) == (("KZ-CC 182(2)",), "imprisonment P6Y")


def test_a_chronicle_may_tell_of_days_past_in_the_present_tense() -> None:
    text = "2021 жылғы 13 қараша — Дәурен Мұсаев 15 тәулікке қамалады.\n2023 ж. 4 мамыр — сол жерде үйі тінтіледі."
    assert told(text) == {
        ("Дәурен Мұсаев", "administrative_arrest", "2021-11-13"),
        ("Дәурен Мұсаев", "search", "2023-05-04"),
    }


def test_the_present_tense_elsewhere_tells_nothing() -> None:
    assert told("Мұндайда Дәурен Мұсаев 15 тәулікке қамалады.") == set()


def test_the_persons_named_are_those_of_the_sentence_before() -> None:
    text = "Дәурен Мұсаев пен Ерлан Сәбитов алаңда болды. Аталған тұлғалар 17 маусымда ұсталды."
    assert told(text) == {
        ("Дәурен Мұсаев", "detention", "2025-06-17"),
        ("Ерлан Сәбитов", "detention", "2025-06-17"),
    }


def test_what_a_prosecutor_asked_of_a_court_does_not_make_its_ruling_unreal() -> None:
    text = "Сот прокурордың өтінішхатын қарап, Дәурен Мұсаевты екі айға қамауға алды."
    assert {one.act for one in found(text)} == {"pretrial_detention"}


def test_the_day_of_the_first_verdict_is_not_that_of_the_appeal() -> None:
    text = (
        "Сот алқасы 22 сәуірде қаулы шығарды. Дәурен Мұсаевқа қатысты 17 ақпандағы үкім өзгеріссіз қалдырылды. "
        "Аталған үкіммен оған бес жыл бас бостандығынан айыру жазасы тағайындалған."
    )
    assert told(text) == {
        ("Дәурен Мұсаев", "appeal", "2025-04-22"),
        ("Дәурен Мұсаев", "sentence", "2025-02-17"),
    }


def test_a_case_about_an_attack_is_none_against_whom_it_hit() -> None:
    text = "Дәурен Мұсаевқа екі адам шабуыл жасаған, полиция бұл дерек бойынша іс қозғады."
    assert {one.act for one in found(text)} == {"ill_treatment"}


def test_a_pronoun_is_not_the_subject_of_its_own_verb() -> None:
    text = "Ақзира Сәбитова жұмыстан шығарылды. Оған дейін директор Бағлан Омаров оны қорқытқан."
    assert {(one.person, one.act) for one in found(text)} == {
        ("Ақзира Сәбитова", "dismissal"),
        ("Ақзира Сәбитова", "threat"),
    }
