"""Acts that no rule ties to anybody are tied by weights: once, never to people without names, and told so.

Every name in here is invented.
"""

import pytest

from tizim.reading import read
from tizim.reading.inflected.reader import InflectedReading
from tizim.reading.inflected.weighed import STEP
from tizim.reading.listening import lexicon

TIED = [
    ("ru", "Елена Чалова не была на площади. Дважды её не забирали из дома. Били в отделе.", "Елена Чалова", "ill_treatment"),
    ("ru", "Раушан Тойбекова возвращалась с рынка. Взяли прямо у подъезда, увезли в отдел.", "Раушан Тойбекова", "detention"),
    ("ru", "Ильнур Сабиров живёт в Казани один. Обыск длился четыре часа.", "Ильнур Сабиров", "search"),
    ("kk", "Гүлшат Сәтова екі жылдан бері үйінде отыр. 405-бап бойынша үш жыл бас бостандығын шектеу.", "Гүлшат Сәтова", "sentence"),
]  # fmt: skip


def _claims(language, text):
    return read(text, date="2024-05-06", language=language).claims


@pytest.mark.parametrize(("language", "text", "person", "act"), TIED)
def test_an_act_left_open_is_tied_to_who_is_likely_and_says_by_which_signs(language, text, person, act):
    claim = next(one for one in _claims(language, text) if one.act == act)
    assert claim.person == person
    weighed = next(at for at, one in enumerate(claim.why) if one.startswith("victim: weighed 0."))
    assert [one.startswith("sign: ") and "+" in one for one in claim.why[weighed + 1 :]] == [True] * 3


def test_what_is_unreal_is_tied_to_nobody():
    text = "Елена Чалова вышла на площадь. Прокурор потребовал обыска и ареста. Могут и избить в отделе."
    assert not [one for one in _claims("ru", text) if any("weighed" in why for why in one.why)]


@pytest.mark.parametrize(
    "text",
    [
        "Асхат Ильясов вышел из мечети в полдень. По словам соседа, активиста взяли у подъезда.",
        "Асхат Ильясов вышел из мечети в полдень. У подъезда взяли двоих активистов.",
        "Асхат Ильясов вышел из мечети. Избитых стариков отпустили к полудню.",
    ],
)
def test_people_without_names_stay_unnamed(text):
    assert all(claim.person is None for claim in _claims("ru", text))


def test_an_act_that_a_rule_tells_is_not_told_again():
    text = "Ильнура Сабирова обыскали в мае. Обыск длился четыре часа."
    found = [claim for claim in _claims("ru", text) if claim.act == "search"]
    assert [claim.person for claim in found] == ["Ильнур Сабиров"]


def test_without_weights_the_rules_stand_alone(monkeypatch):
    tables = lexicon("ru").tables
    monkeypatch.setitem(tables, "weights", {})
    reading = InflectedReading(TIED[0][1], "2024-05-06", lexicon("ru"))
    reading.read()
    assert reading.heard().drafts == [] and reading.weighed.chances == []


def test_no_sign_holds_a_name_or_a_word_of_the_text():
    for language in ("ru", "kk"):
        signs = " ".join(lexicon(language).tables["weights"][STEP]["weights"])
        assert signs.isascii()
