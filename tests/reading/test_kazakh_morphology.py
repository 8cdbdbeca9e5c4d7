"""Kazakh words and names taken apart: what is put on by rule comes off again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.reading.kazakh_morphology import forms
from tizim.reading.kazakh_names import base_name, name_cases

_BACK, _VOICELESS = "аоұыуёюя", "пткқсшщчцхфв"
_ENDINGS = {
    "gen": ("{n}{y}ң", "ндт"),
    "dat": ("{g}{a}", ""),
    "acc": ("{n}{y}", "ндт"),
    "loc": ("{d}{a}", "ддт"),
    "abl": ("{d}{a}н", "ддт"),
    "ins": ("{m}ен", "ммп"),
}
_SURNAMES = (
    "Қоңырбаев", "Саркеев", "Тұмарова", "Дәнекова", "Желкенов", "Ақтұрина", "Бөрібасов", "Шыңдәулет", "Сайқұлақ",
    "Мұзтауов", "Көктеубаева", "Жусанбек", "Арықжанұлы", "Бұлақбайқызы", "Қамысбек", "Тоғайлин", "Ерменов",
)  # fmt: skip


def ended(name: str, case: str) -> str:
    """A name with the ending that harmony and assimilation ask for."""
    last = name[-1]
    back = next(letter for letter in reversed(name.lower()) if letter in "аоұыуёюяәөүіеэи") in _BACK
    a, y = ("а", "ы") if back else ("е", "і")
    if name.endswith(("ұлы", "қызы")):
        return name + {"gen": "ның", "dat": "на", "acc": "н", "loc": "нда", "abl": "нан", "ins": "мен"}[case]
    voiceless, vowel = last in _VOICELESS, last in "аәоөұүыіеэиуюя"
    first = "т" if voiceless else "н" if vowel else "д"
    hard = "қ" if voiceless and back else "к" if voiceless else "ғ" if back else "г"
    through = "т" if voiceless else "н" if last in "мнң" and case == "abl" else "д"
    with_ = "п" if voiceless else "б" if last in "зж" else "м"
    return (
        name
        + {
            "gen": f"{'н' if last in 'мнң' else first}{y}ң",
            "dat": hard + a,
            "acc": first + y,
            "loc": ("т" if voiceless else "д") + a,
            "abl": through + a + "н",
            "ins": with_ + "ен",
        }[case]
    )


@given(st.sampled_from(_SURNAMES), st.sampled_from(sorted(_ENDINGS)))
def test_an_ending_put_on_a_name_comes_off_again(name: str, case: str) -> None:
    written = ended(name, case)
    assert case in name_cases(("Қыран", written))
    assert base_name(("Қыран", written), case) == ("Қыран", name)


@given(st.sampled_from(_SURNAMES))
def test_a_bare_name_stands_in_the_nominative(name: str) -> None:
    assert "nom" in name_cases((name,))
    assert base_name((name,), "nom") == (name,)


@pytest.mark.parametrize("name", ["Амангелді", "Дастан", "Фарида", "Құдайберді", "Айдана", "Рамазан"])
def test_a_name_that_looks_as_if_it_had_an_ending_keeps_it(name: str) -> None:
    assert name_cases((name,)) == {"nom"}


def test_a_family_in_the_plural_has_one_surname() -> None:
    assert base_name(("Желкеновтерді",), "acc") == ("Желкенов",)
    assert base_name(("Желкеновтер",), "nom") == ("Желкенов",)


@pytest.mark.parametrize(
    ("word", "lemma", "voice", "tense", "negated"),
    [
        ("ұсталды", "ұстау", "passive", "past", False),
        ("ұстады", "ұстау", "active", "past", False),
        ("ұсталыпты", "ұстау", "passive", "past", False),
        ("қамалмаған", "қамау", "passive", "past", True),
        ("салынды", "салу", "passive", "past", False),
        ("кесілді", "кесу", "passive", "past", False),
        ("тінтілген", "тінту", "passive", "past", False),
        ("табылды", "табу", "passive", "past", False),
        ("тапты", "табу", "active", "past", False),
        ("танылды", "тану", "passive", "past", False),
        ("сотталатын", "соттау", "passive", "present", False),
        ("қорқытпақ", "қорқыту", "active", "future", False),
        ("усталды", "ұстау", "passive", "past", False),
        ("камалган", "қамау", "passive", "past", False),
    ],
)
def test_a_verb_says_voice_tense_and_refusal(
    word: str, lemma: str, voice: str, tense: str, *, negated: bool
) -> None:
    form = forms(word)[0]
    assert (form.lemma, form.voice, form.tense, form.negated) == (lemma, voice, tense, negated)


@pytest.mark.parametrize(
    ("word", "lemma", "case", "possessed"),
    [
        ("бабының", "бап", "gen", True),
        ("бөлігімен", "бөлік", "ins", True),
        ("абақтысында", "абақты", "loc", True),
        ("тәулікке", "тәулік", "dat", False),
        ("белсендіні", "белсенді", "acc", False),
        ("СИЗО-да", "сизо", "loc", False),
        ("штрафтан", "штраф", "abl", False),
        ("Қарағандыда", "қарағанды", "loc", False),
        ("камауга", "қамау", "dat", False),
        ("тургындарына", "тұрғын", "dat", True),
    ],
)
def test_a_noun_says_case_and_possession(word: str, lemma: str, case: str, *, possessed: bool) -> None:
    form = forms(word)[0]
    assert (form.lemma, form.case, form.possessed) == (lemma, case, possessed)


def test_what_is_not_done_has_its_own_base_form_too() -> None:
    assert {form.lemma for form in forms("шығармады")} == {"шығару", "шығармау"}
    assert {form.lemma for form in forms("кетпеген")} >= {"кету", "кетпеу"}


def test_people_are_meant_by_what_was_done_to_them() -> None:
    assert "ұсталған" in {form.lemma for form in forms("ұсталғандарды")}
    assert forms("ұсталғандарды")[0].plural


@given(st.text(alphabet="абвгқғңөұүіәһ-'iıAЖ ", max_size=60))
def test_any_word_can_be_asked_for(word: str) -> None:
    assert forms(word)
    assert name_cases((word,))
    assert base_name((word,), "acc")
