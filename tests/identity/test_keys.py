"""Keys of names: what may be one person shares one, most others do not."""

import csv
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from bench.bearers import LANGUAGES
from bench.spellings import mentions
from bench.writings import mentions_in
from hypothesis import given
from hypothesis import strategies as st

from tizim.identity import compare_score, name_keys, word_keys
from tizim.identity.written import names_in


def recall(names: list[str]) -> float:
    """How many of the pairs that agree share a key."""
    keys = {name: name_keys(name) for name in names}
    alike = [pair for pair in combinations(names, 2) if compare_score(*pair) >= 0.45]
    return sum(not keys[one].isdisjoint(keys[other]) for one, other in alike) / len(alike)


def full(name: str) -> bool:
    return any(len(each.words) > 1 for each in names_in(name).names)


def shared_by(language: str, people: int, seed: int) -> list[bool]:
    """Whether a key is shared, for each two full names of one invented person that agree."""
    names: dict[str, set[str]] = defaultdict(set)
    for name, person, _ in mentions_in(language, people, seed):
        names[person].update([name] if full(name) else [])
    keys = {name: name_keys(name) for own in names.values() for name in own}
    alike = (pair for own in names.values() for pair in combinations(sorted(own), 2))
    return [bool(keys[one] & keys[other]) for one, other in alike if compare_score(one, other) >= 0.45]


def test_spellings_of_one_name_share_a_key() -> None:
    forms = [
        "Темирбай Жаксенов",
        "Темірбай Жақсенов",
        "Temirbay Zhaksenov",
        "Жаксенова Темирбая",
        "Jaqsen Temirbai",
    ]
    for one, other in combinations(forms, 2):
        assert name_keys(one) & name_keys(other), (one, other)


def test_a_slip_in_one_word_keeps_a_key() -> None:
    assert name_keys("Temirbay Zhaksenov") & name_keys("Temirbay Zhakenov")
    assert name_keys("Temirbay Zhaksenov") & name_keys("Temirbay Zhakstenov")
    assert name_keys("Temirbay Zhaksenov") & name_keys("Tembiray Zhaksenov")


def test_a_lost_space_keeps_a_key() -> None:
    assert name_keys("Temirbay Zhaksenov") & name_keys("ТемирбайЖаксенов")


def test_a_patronymic_more_or_less_keeps_a_key() -> None:
    assert name_keys("Temirbay Zhaksenov") & name_keys("Жақсенов Темірбай Досанұлы")


def test_other_names_share_none() -> None:
    assert not name_keys("Temirbay Zhaksenov") & name_keys("Гүлшат Қойшыева")
    assert not name_keys("Temirbay Zhaksenov") & name_keys("Гүлшат Жақсенова")


def test_a_surname_alone_shares_none_with_a_full_name() -> None:
    assert not name_keys("Zhaksenov") & name_keys("Temirbay Zhaksenov")
    assert not name_keys("T. Zhaksenov") & name_keys("Temirbay Zhaksenov")


def test_words_of_one_name_share_a_key() -> None:
    assert word_keys("Жақсенова") & word_keys("Zhaksen")
    assert not word_keys("Zhaksenov") & word_keys("Koyshyev")


def test_of_invented_names_that_agree_more_than_995_in_1000_share_a_key() -> None:
    assert recall(sorted({name for name, _, _ in mentions(110, 21)})) > 0.995


def test_of_names_of_eleven_languages_that_agree_more_than_995_in_1000_share_a_key() -> None:
    shared = {language: shared_by(language, 15, 101) for language in LANGUAGES}
    every = [one for each in shared.values() for one in each]
    assert len(every) > 3000
    assert sum(every) / len(every) > 0.995
    assert all(sum(each) / len(each) > 0.98 for each in shared.values())


def test_a_case_beside_a_slip_keeps_a_key() -> None:
    assert name_keys("Виктором Журенко") & name_keys("Виутор Журенко")
    assert name_keys("Ырыбсек Мамытев") & name_keys("Yrysbek Mamytew")


def test_a_consonant_in_one_spelling_that_is_a_vowel_in_another_keeps_a_key() -> None:
    assert name_keys("Dowlet Hojayew") & name_keys("Довлетом Ходжайевым")
    assert name_keys("فاطمة موسوی") & name_keys("Fatemeeh Musavi")


def test_vowels_that_a_script_leaves_out_keep_a_key() -> None:
    assert name_keys("عبد الرحمن منصور") & name_keys("Abdulrahman Mansur")


def test_of_real_names_that_agree_more_than_995_in_1000_share_a_key(shared: Path) -> None:
    with (shared / "gold/identity/mentions.csv").open(encoding="utf-8", newline="") as stream:
        names = {row["name_as_written"] for row in csv.DictReader(stream)}
    assert recall(sorted(filter(full, names))) > 0.995


def test_keys_are_few() -> None:
    names = {name for name, _, _ in mentions(200, 22)}
    assert sum(len(name_keys(name)) for name in names) / len(names) < 18


@given(st.text(st.characters(), max_size=400))
def test_any_text_has_keys_and_few_of_them(text: str) -> None:
    assert len(name_keys(text)) < 2000
    word_keys(text)


def test_no_name_has_no_key() -> None:
    for text in ("", " ", "😀", "\ud800", "\u202e", "…", "x" * 10_000):
        assert isinstance(name_keys(text), frozenset)
    assert name_keys("") == frozenset()
