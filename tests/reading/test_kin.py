"""Kin without a name are one person more, those named as such, or the one whose kin tells of it."""

import pytest

from tizim.reading import Reading, read


def told(text: str, language: str) -> set[tuple[str, str]]:
    """The acts of a text with the people, counts as figures."""
    found = read(text, date="2023-06-15", language=language)
    assert isinstance(found, Reading)
    return {(one.person or str(one.count_min), one.act) for one in found.claims}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("kk", "Қыран Саркеев қамауда отыр. Қайнысын жұмыстан шығарды.", ("1", "dismissal")),
        ("kk", "Қыран Саркеевті ұстады. Інісі Бегенас келді. Інісіне айыппұл салынды.", ("Бегенас", "fine")),
        (
            "kk",
            "Қыран Саркеевтің анасы Зейнеп Әлиева бізге келді. Ұлы екі жылға бас бостандығынан айырылған.",
            ("Қыран Саркеев", "sentence"),
        ),
        ("kk", "Полиция Қыран Саркеев пен қызы Айгүлді алып кетті. Әкесін сот 5 тәулікке қамады.",
         ("Қыран Саркеев", "administrative_arrest")),
        ("kk", "Біз – Қыран Саркеевтің балаларымыз. Әкемізді үш адам сабаған.",
         ("Қыран Саркеев", "ill_treatment")),
        ("ru", "Активиста Ивана Смирнова арестовали. Соседке пригрозили увольнением.", ("1", "threat")),
        ("ru", "Задержали Ивана Смирнова. Его жена Анна Смирнова рассказала: мужа избили в отделе.",
         ("Иван Смирнов", "ill_treatment")),
        ("ru", "Увезли Ивана Смирнова и его сына Олега. Отца арестовали на 15 суток.",
         ("Иван Смирнов", "administrative_arrest")),
    ],
)  # fmt: skip
def test_kin_is_the_one_who_is_meant(language: str, text: str, wanted: tuple[str, str]) -> None:
    assert wanted in told(text, language)


def test_kin_named_behind_a_comma_is_not_counted_once_more() -> None:
    assert told("Увезли сына Смирнова, 22-летнего Антона Смирнова.", "ru") <= {("Антон Смирнов", "detention")}


def test_who_tells_in_a_talk_is_not_struck_by_what_is_told() -> None:
    text = (
        "Айдос Қалиев ұсталды.\n\nТілші: Не болды?\n\nА. Құл: Телефонын алды. Түні бойы қинаған.\n\n"
        "Тілші: Тағы?\n\nА. Құл: Сабаған."
    )
    assert all(person != "А. Құл" for person, _ in told(text, "kk"))


def test_short_surnames_bear_endings() -> None:
    text = "Заңгер Вадим Ли ұсталды. Лиді кеше босатты."
    assert told(text, "kk") == {("Вадим Ли", "detention"), ("Вадим Ли", "release")}
