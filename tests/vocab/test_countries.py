"""Which other country a written place names."""

import pytest

from tizim.vocab import countries, country_named, names_whole_country, places


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bishkek", "KG"), ("Бишкек", "KG"), ("Бішкек", "KG"), ("Кыргызстан", "KG"), ("Osh, Kyrgyzstan", "KG"),
        ("Варшава, Польша", "PL"), ("АҚШ", "US"), ("MOSCOW", "RU"), ("Minsk (Belarus)", "BY"),
        ("Almaty", None), ("Lower Saltmarsh", None), ("", None), ("Minsk, Poland", None), ("Warsaw and Minsk", None),
    ],
)  # fmt: skip
def test_a_country_is_named_by_itself_or_by_a_city_and_never_guessed(text, code):
    found = country_named(text)
    assert (found.code if found else None) == code


def test_a_whole_country_is_told_from_a_place_in_it():
    assert names_whole_country("Польша") and not names_whole_country("Варшава")


def test_every_country_has_its_name_in_each_language_and_none_is_that_of_the_places():
    assert all(one.name_in(language) for one in countries().values() for language in ("en", "ru", "kk"))
    assert not countries().keys() & {one.code for one in places()}
