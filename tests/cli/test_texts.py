"""Every text of the command line stands in three languages, and every code that is told has a text."""

import re
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest
import yaml

from tizim.claims.lists import texts as list_texts
from tizim.cli.reading.signs import sign_told
from tizim.cli.texts import say
from tizim.interventions.standing import ANSWERED, NONE_DUE, OVERDUE, RECEIVED, SILENT
from tizim.reading.words import table_of
from tizim.vocab import table

SOURCE = files("tizim.cli")
TEXTS = {**yaml.safe_load(SOURCE.joinpath("data/texts.yml").read_text(encoding="utf-8")), **list_texts()}
CODE = "".join(path.read_text(encoding="utf-8") for path in Path(str(SOURCE)).rglob("*.py"))
STANDING = "holds not_begun begin_vague ended end_vague term_over term_near stale too_long in_doubt".split()
FITTING = "by_definition date_vague times_unclear no_claim identity".split()
JOINED = "began first_reported newly_known died converted taken_back class sureness".split()
CHANGED = "joined left moved surer less_sure".split()
STATES = (ANSWERED, RECEIVED, SILENT, OVERDUE, NONE_DUE)
CONTRADICTIONS = "two_deaths after_death held_after_release two_terms two_towns".split()


GROUNDS = yaml.safe_load(SOURCE.joinpath("data/grounds.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", [text for part in GROUNDS.values() for text in part.values()])
def test_what_made_a_proposal_is_told_in_three_languages(text):
    assert list(text) == ["en", "ru", "kk"]
    values = [{name for _, name, _, _ in Formatter().parse(text[language]) if name} for language in text]
    assert values[0] == values[1] == values[2]
    assert all(re.search("[а-яәғқңөұүһі]", text[language]) for language in ("ru", "kk"))


@pytest.mark.parametrize("of", ["en", "ru", "kk"])
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_sign_of_the_weights_has_words(language, of):
    for step in table_of(of, "weights").values():
        told = {sign: sign_told(sign, language) for sign in step["weights"]}
        bare = {sign: re.sub("«[^»]*»", "", one) for sign, one in told.items()}
        assert len(told) > 50 and [sign for sign, one in bare.items() if re.search("[a-z]", one)] == []
        bare = {sign: re.sub("«(against|upon)»", "", one) for sign, one in told.items()}
        assert [sign for sign, one in bare.items() if re.search("«[^»]*[a-z]{6,}", one)] == []


def test_a_sign_is_told_with_its_numbers_and_with_the_words_of_the_text_as_they_stand():
    assert sign_told("distance: before 3-5", "ru") == "расстояние в словах: 3-5 перед деянием"
    assert sign_told("between: who", "kk") == "арасында: «who»"
    assert sign_told("states of house_arrest", "en") == "states of house arrest"


def test_no_text_is_written_twice():
    keys = re.findall(r"^(\w+):", SOURCE.joinpath("data/texts.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("key", TEXTS)
def test_a_text_stands_in_three_languages_with_the_same_values(key):
    text = TEXTS[key]
    assert set(text) == {"en", "ru", "kk"}
    values = [{name for _, name, _, _ in Formatter().parse(text[language]) if name} for language in text]
    assert values[0] == values[1] == values[2]
    assert all(one.strip() == one and one for one in text.values())


@pytest.mark.parametrize("key", TEXTS)
def test_russian_and_kazakh_are_written_in_cyrillic(key):
    if key == "id":
        return
    for language in ("ru", "kk"):
        assert re.search("[а-яәғқңөұүһі]", TEXTS[key][language].lower())


def test_every_text_that_the_code_asks_for_is_there():
    asked = set(re.findall(r"\bsay\([\"'](\w+)[\"']", CODE))
    assert asked and asked <= set(TEXTS)


@pytest.mark.parametrize("code", [*STANDING, *FITTING, *JOINED, *CHANGED, *CONTRADICTIONS])
def test_every_reason_has_a_text(code):
    assert code in table("reasons")


def test_no_text_is_there_for_nothing():
    known = {"basis_all", "basis_reviewed", *(f"asked_{one}" for one in STATES)}
    unused = [key for key in TEXTS if key not in known and not re.search(rf"[\"']{key}[\"']", CODE)]
    assert unused == []


def test_what_has_no_text_is_said_as_it_is():
    assert say("no_such_text", "kk") == "no_such_text"
