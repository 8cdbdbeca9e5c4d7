"""A time in custody told as over with a release has no day from that release."""

import pytest

from tizim.reading import Reading, read


def days(text: str, language: str) -> dict[str, str | None]:
    found = read(text, date="2021-06-14", language=language)
    assert isinstance(found, Reading)
    return {claim.act: claim.date for claim in found.claims}


@pytest.mark.parametrize(
    ("language", "text", "act"),
    [
        ("en", "Nurlan Tolebai was released on 19 April 2021 after serving 15 days of administrative arrest.", "administrative_arrest"),
        ("en", "Nurlan Tolebai was released on 19 April 2021 after two months in pre-trial detention.", "pretrial_detention"),
        ("ru", "19 апреля 2021 года Нурлан Толебай вышел на свободу, отбыв 15 суток ареста.", "administrative_arrest"),
        ("ru", "19 апреля 2021 года Нурлан Толебай вышел из колонии, полностью отбыв трёхлетний срок.", "sentence"),
        ("ru", "19 апреля 2021 года освобождён Нурлан Толебай, проведший в СИЗО четыре месяца.", "pretrial_detention"),
        ("kk", "2021 жылғы 19 сәуірде Нұрлан Төлебай 15 тәулік қамақта отырып, бостандыққа шықты.", "administrative_arrest"),
    ],
)  # fmt: skip
def test_what_was_served_did_not_begin_with_the_release(language: str, text: str, act: str) -> None:
    assert days(text, language) == {"release": "2021-04-19", act: None}


@pytest.mark.parametrize(
    ("language", "text", "act"),
    [
        ("en", "On 19 April 2021 Nurlan Tolebai was sentenced to 15 days of administrative arrest.", "administrative_arrest"),
        ("ru", "19 апреля 2021 года Нурлана Толебая арестовали на 15 суток.", "administrative_arrest"),
    ],
)  # fmt: skip
def test_an_arrest_without_a_release_keeps_its_day(language: str, text: str, act: str) -> None:
    assert days(text, language)[act] == "2021-04-19"
