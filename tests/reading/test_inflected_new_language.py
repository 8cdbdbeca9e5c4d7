"""A new language is a folder of tables and a class that takes its words apart: here an invented one.

In Ordic nouns end in -o; -on marks the object, -oti whom something is given, -oze whose it is. Verbs end in -i,
their past in -is, the passive past in -itis. Names take the same endings after a hyphen: Taro Vel-on.
"""

import pytest

from tizim.reading.inflected import InflectedReading, lexicon_of
from tizim.reading.tongue import Form

CASES = {"": "nom", "on": "acc", "oti": "dat", "oze": "gen"}
VERBS = {"itis": ("passive", "past"), "is": ("active", "past"), "i": ("active", "")}

TABLES = {
    "acts": """
detention:
  - words: [kapti]
    victim: [acc]
sentence:
  - words: [doni]
    needs: penalty
    victim: [dat]
release:
  - words: [eliri]
    near: [karcero]
    victim: [nom]
    outcome: released
""",
    "penalties": "imprisonment: [karcero]\nfine: [mono]\n",
    "time": "months: {maro: 5}\nunits: {jaro: Y, tago: D}\nyear_words: [jaro]\nrelative: {hieraŭ: own D-1}\n",
    "numbers": "units: {du: 2, tri: 3}\ncurrencies: {krono: SEK}\n",
    "people": "titles:\n  occupation: [ĵurnalisto]\nvictims: [homo]\n",
    "names": "male: Taro Belo\nfemale: Mira\nendings:\n  any: vel sor\n",
    "grammar": "negations: [ne]\nunreal: [voli]\nand: [kaj]\n",
}


class Ordic:
    """The invented language."""

    code = "xo"

    def forms(self, word):
        for ending, (voice, tense) in VERBS.items():
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return (Form(word.removesuffix(ending) + "i", "verb", voice=voice, tense=tense),)
        for ending, case in CASES.items():
            if ending and word.endswith(ending):
                return (Form(word.removesuffix(ending) + "o", "noun", case),)
        return (Form(word, "noun", "nom"),) if word.endswith("o") else (Form(word),)

    def name_cases(self, words):
        ending = words[-1].partition("-")[2]
        return frozenset({CASES[ending]}) if ending in CASES else frozenset()

    def base_name(self, words, case):
        return (*words[:-1], words[-1].partition("-")[0])


@pytest.fixture(scope="module")
def ordic(tmp_path_factory):
    folder = tmp_path_factory.mktemp("xo")
    for name, text in TABLES.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return lexicon_of(Ordic(), folder)


def claims(text, ordic):
    reading = InflectedReading(text, "2023-06-15", ordic)
    reading.read()
    heard = reading.heard()
    return [
        (draft.act, heard.persons[draft.person].name, draft.outcome, draft.day.edtf() if draft.day else None)
        for draft in heard.drafts
    ]


def test_the_object_of_a_verb_is_its_victim(ordic):
    assert claims("Polico kaptis Taro Vel-on hieraŭ.", ordic) == [
        ("detention", "Taro Vel", None, "2023-06-14")
    ]


def test_the_subject_of_a_passive_is_its_victim(ordic):
    assert claims("Ĵurnalisto Mira Sor kaptitis 5 maro 2021.", ordic) == [
        ("detention", "Mira Sor", None, "2021-05-05")
    ]


def test_who_is_given_a_penalty_stands_as_the_table_says(ordic):
    assert claims("Kurto donis Belo Sor-oti tri jaro karcero.", ordic)[0][:3] == (
        "sentence", "Belo Sor", "imprisonment P3Y",
    )  # fmt: skip


def test_an_entry_wants_its_other_words(ordic):
    assert claims("Taro Vel eliris karcero.", ordic)[0][:3] == ("release", "Taro Vel", "released")
    assert claims("Taro Vel eliris domo.", ordic) == []


def test_what_is_denied_or_wanted_is_no_claim(ordic):
    assert claims("Polico ne kaptis Taro Vel-on.", ordic) == []
    assert claims("Polico volis kapti Taro Vel-on.", ordic) == []
