"""How old somebody is said to be, and who is called a child: in three languages, of invented people."""

import pytest

from tizim.reading import Reading, read

# What is told, and the age that is read from it; a word where a child is told without an age.
_ENGLISH = [
    ("Nurlan Tolebai, 16, was detained in Shymkent on 5 May 2021.", 16),
    ("Police detained 16-year-old Nurlan Tolebai in Shymkent on 5 May 2021.", 16),
    ("Nurlan Tolebai, a 16-year-old schoolboy, was detained in Shymkent.", 16),
    ("Nurlan Tolebai, aged 16, was detained in Shymkent.", 16),
    ("Nurlan Tolebai (16) was detained in Shymkent.", 16),
    ("Nurlan Tolebai (aged 16) was detained in Shymkent.", 16),
    ("Nurlan Tolebai (born 2005) was detained in Shymkent.", "minor"),
    ("Nurlan Tolebai, born in 2005, was detained in Shymkent.", "minor"),
    ("Nurlan Tolebai, who is 16, was detained in Shymkent.", 16),
    ("Nurlan Tolebai, who was 16 at the time, was detained in Shymkent.", 16),
    ("Nurlan Tolebai was detained in Shymkent. He is 16 years old.", 16),
    ("Nurlan Tolebai was detained in Shymkent. He was only 16.", 16),
    ("Nurlan Tolebai was detained in Shymkent. The 16-year-old was beaten.", 16),
    ("Nurlan Tolebai, 16 years old, was detained in Shymkent.", 16),
    ("Nurlan Tolebai, a sixteen-year-old, was detained in Shymkent.", 16),
    ("Nurlan Tolebai, sixteen, was detained in Shymkent.", 16),
    ("Her son Nurlan, 14, was detained with her.", 14),
    ("Aigul Serikova was detained. Her 15-year-old son, Nurlan Serikov, was taken to the police too.", 15),
    ("The couple's daughter Dana, aged 12, was questioned by police.", 12),
    ("Nurlan Tolebai, a minor, was detained in Shymkent.", "minor"),
    ("Nurlan Tolebai, a schoolboy from Shymkent, was detained.", "schoolboy"),
    ("Schoolgirl Dana Tolebai was detained in Shymkent.", "schoolgirl"),
    ("The underage activist Nurlan Tolebai was detained in Shymkent.", "minor"),
    ("Teenager Nurlan Tolebai was detained in Shymkent.", "teenager"),
    ("Nurlan Tolebai, a ninth-grade pupil, was detained in Shymkent.", "pupil"),
    ("Gulnar Abenova, a 47-year-old mother of three, was arrested on 22 April.", 47),
    (
        "Gulnar Abenova, a 47-year-old mother of three and a former member of an observers' group, was arrested on 22 April.",
        47,
    ),
    ("Forty-seven-year-old Gulnar Abenova was arrested on 22 April.", 47),
    ("Activist Gulnar Abenova, 47, a mother of three, was arrested.", 47),
    ("Nurlan Tolebai was arrested two days after he turned 17.", 17),
    ("At the age of 16, Nurlan Tolebai was detained in Shymkent.", 16),
]
_RUSSIAN = [
    ("16-летний Нурлан Толебай задержан в Шымкенте 5 мая 2021 года.", 16),
    ("Нурлан Толебай, 16 лет, задержан в Шымкенте.", 16),
    ("Нурлан Толебай (16 лет) задержан в Шымкенте.", 16),
    ("Нурлан Толебай, 2005 года рождения, задержан в Шымкенте.", "несовершеннолетний"),
    ("Нурлан Толебай (2005 г.р.) задержан в Шымкенте.", "несовершеннолетний"),
    ("Задержан Нурлан Толебай, ему 16 лет.", 16),
    ("Нурлан Толебай задержан в Шымкенте. Ему 16 лет.", 16),
    ("Нурлан Толебай задержан в Шымкенте. Ему было всего 16.", 16),
    ("Шестнадцатилетний Нурлан Толебай задержан в Шымкенте.", 16),
    ("Полиция задержала 15-летнего Нурлана Серикова.", 15),
    ("Айгуль Серикова задержана. Её сына Нурлана, 15 лет, доставили в полицию.", 15),
    ("Нурлану Толебаю, которому 16 лет, предъявили обвинение.", 16),
    ("В возрасте 16 лет был задержан Нурлан Толебай.", 16),
    ("Несовершеннолетний Нурлан Толебай задержан в Шымкенте.", "несовершеннолетний"),
    ("Несовершеннолетнего Нурлана Толебая задержали в Шымкенте.", "несовершеннолетний"),
    ("Школьник Нурлан Толебай задержан в Шымкенте.", "школьник"),
    ("Задержана школьница Дана Толебай.", "школьница"),
    ("Подросток Нурлан Толебай задержан в Шымкенте.", "подросток"),
    ("Ученика девятого класса Нурлана Толебая задержали в Шымкенте.", "ученик"),
    ("Девятиклассник Нурлан Толебай задержан в Шымкенте.", "ученик"),
    ("Нурлан Толебай, несовершеннолетний, задержан в Шымкенте.", "несовершеннолетний"),
    ("47-летняя активистка Гульнара Абенова задержана в Шымкенте.", 47),
    ("Активистка Гульнара Абенова (47) задержана в Шымкенте.", 47),
    ("Гульнаре Абеновой 47 лет, её арестовали в Шымкенте.", 47),
]
_KAZAKH = [
    ("16 жасар Нұрлан Төлебай Шымкентте ұсталды.", 16),
    ("16 жастағы Нұрлан Төлебай Шымкентте ұсталды.", 16),
    ("Нұрлан Төлебай (16 жаста) Шымкентте ұсталды.", 16),
    ("Нұрлан Төлебай, 16 жаста, Шымкентте ұсталды.", 16),
    ("Оның 15 жасар ұлы Әлихан да полицияға жеткізіліп, кешке босатылған.", 15),
    ("Белсенді Гүлнар Әбенова ұсталды. Оның 15 жасар ұлы Нұрлан Әбенов те полицияға жеткізілді.", 15),
    ("Он бес жасар Нұрлан Төлебай Шымкентте ұсталды.", 15),
    ("Он алты жастағы Нұрлан Төлебай Шымкентте ұсталды.", 16),
    ("2005 жылы туған Нұрлан Төлебай Шымкентте ұсталды.", "кәмелетке толмаған"),
    ("Нұрлан Төлебай Шымкентте ұсталды. Ол 16 жаста.", 16),
    ("Нұрлан Төлебай Шымкентте ұсталды. Оның жасы 16-да.", 16),
    ("Кәмелетке толмаған Нұрлан Төлебай Шымкентте ұсталды.", "кәмелетке толмаған"),
    ("Кәмелет жасына толмаған Нұрлан Төлебай Шымкентте ұсталды.", "кәмелетке толмаған"),
    ("Мектеп оқушысы Нұрлан Төлебай Шымкентте ұсталды.", "оқушы"),
    ("Оқушы Нұрлан Төлебай Шымкентте ұсталды.", "оқушы"),
    ("Жасөспірім Нұрлан Төлебай Шымкентте ұсталды.", "жасөспірім"),
    ("9-сынып оқушысы Нұрлан Төлебай Шымкентте ұсталды.", "оқушы"),
    ("47 жастағы белсенді Гүлнар Әбенова Шымкентте ұсталды.", 47),
    ("Белсенді Гүлнар Әбенова, 47 жастағы үш баланың анасы, Шымкентте ұсталды.", 47),
]
# Ages and children of others, and numbers that are no ages.
_OTHERS = [
    ("en", "Nurlan Tolebai was sentenced to 16 years in prison."),
    ("en", "Nurlan Tolebai, the father of a 16-year-old, was detained in Shymkent."),
    ("en", "Nurlan Tolebai, who defends minors, was detained in Shymkent."),
    ("en", "Nurlan Tolebai, a teacher of pupils with a disability, was detained in Shymkent."),
    ("en", "Nurlan Tolebai was beaten. A 16-year-old and Dana Serikova saw it."),
    ("ru", "Нурлан Толебай приговорён к 16 годам лишения свободы."),
    ("ru", "В Шымкенте задержан Нурлан Толебай, отец 16-летней школьницы."),
    ("ru", "Нурлан Толебай, 16 лет лишения свободы, этапирован из Шымкента."),
    ("ru", "Инспектор по делам несовершеннолетних оштрафовала Нурлана Толебая."),
    ("kk", "Нұрлан Төлебай 16 жылға бас бостандығынан айырылды."),
    ("kk", "16 жастағы қыздың әкесі Нұрлан Төлебай Шымкентте ұсталды."),
]
_CHILDREN = (
    "minor",
    "teen",
    "school",
    "pupil",
    "несов",
    "подрост",
    "школь",
    "учен",
    "кәмелет",
    "жасөс",
    "оқушы",
)


def reading_of(text: str, language: str) -> Reading:
    found = read(text, date="2021-06-14", language=language)
    assert isinstance(found, Reading)
    assert found.claims
    return found


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [(code, *row) for code, rows in (("en", _ENGLISH), ("ru", _RUSSIAN), ("kk", _KAZAKH)) for row in rows],
)
def test_an_age_or_a_child_is_read_beside_the_name(language: str, text: str, wanted: int | str) -> None:
    claim = reading_of(text, language).claims[-1]
    if isinstance(wanted, int):
        assert claim.age == wanted
    else:
        assert claim.age is None
        assert wanted in (claim.occupation or "").split(", ")


@pytest.mark.parametrize(("language", "text"), _OTHERS)
def test_another_s_age_and_a_term_are_nobody_s_age(language: str, text: str) -> None:
    for claim in reading_of(text, language).claims:
        assert claim.age is None
        assert not (claim.occupation or "").startswith(_CHILDREN)


def test_years_told_later_stand_before_a_word_told_first() -> None:
    text = "Teenager Nurlan Tolebai was detained in Shymkent. He is 15 years old."
    (claim,) = reading_of(text, "en").claims
    assert (claim.age, claim.occupation) == (15, None)


def test_of_two_people_named_before_a_pronoun_says_nobody_s_age() -> None:
    found = reading_of("Nurlan Tolebai and Dana Serikova were detained in Shymkent. She is 15.", "en")
    assert {claim.age for claim in found.claims} == {None}
