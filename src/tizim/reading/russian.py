"""Russian for the engine of languages with cases: words by pymorphy3, names by the endings of their
declensions."""

from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from tizim.reading.inflected.tables import Lexicon, lexicon_of
from tizim.reading.russian_names import RussianNames
from tizim.reading.tongue import Form

_CASES = {"nomn": "nom", "gent": "gen", "gen2": "gen", "datv": "dat", "accs": "acc", "acc2": "acc",
          "ablt": "ins",
          "loct": "loc", "loc2": "loc"}  # fmt: skip
_PARTS = {"NOUN": "noun", "ADJF": "adjective", "ADJS": "adjective", "VERB": "verb", "INFN": "verb",
          "NUMR": "number",
          "PRTF": "participle", "PRTS": "participle", "GRND": "converb", "NPRO": "pronoun"}  # fmt: skip
_NAMES = ("Name", "Surn", "Patr")
_GENDERS = {"masc": "male", "femn": "female", "neut": "neuter"}
_TENSES = {"past": "past", "pres": "present", "futr": "future"}
_WHOSE = ("его", "ее", "её", "их")
_LEAST = 0.02
_MOST = 8
_CACHE = 100_000


class Russian:
    """A Russian word taken apart."""

    code = "ru"

    def __init__(self) -> None:
        import pymorphy3

        self._analyzer: Any = pymorphy3.MorphAnalyzer(lang="ru")
        self._names = RussianNames()
        self.forms = lru_cache(_CACHE)(self._forms)

    def _forms(self, word: str) -> tuple[Form, ...]:
        """The ways to take a word apart, likeliest first."""
        found: dict[Form, None] = {}
        parses = self._analyzer.parse(word)
        made = _made(word)
        if made is not None and not parses[0].is_known:
            return made
        if word in _WHOSE:
            parses = [parse for parse in parses if "Apro" not in parse.tag]
        for parse in parses:
            if parse.score < _LEAST and found:
                break
            if "impr" not in parse.tag or not found:
                found.setdefault(_form(parse))
            if parse.tag.POS == "PRTF":
                found.setdefault(_named(parse))
        return tuple(found)[:_MOST]

    def base_name(self, words: tuple[str, ...], case: str) -> tuple[str, ...]:
        """The nominative of a personal name written in a case."""
        return self._names.base(words, case)

    def name_cases(self, words: tuple[str, ...]) -> frozenset[str]:
        """The cases in which a personal name as written can stand."""
        return self._names.cases(words)


_MADE = {
    "овал": ("active", "past"), "овала": ("active", "past"), "овали": ("active", "past"),
    "ует": ("active", "present"), "уют": ("active", "present"),
    "ован": ("passive", ""), "ована": ("passive", ""), "ованы": ("passive", ""), "овано": ("passive", ""),
}  # fmt: skip
_PLURALS = ("овали", "уют", "ованы")
_SEXES = {"овал": "male", "овала": "female", "ован": "male", "ована": "female"}


def _made(word: str) -> tuple[Form, ...] | None:
    """A verb in -ировать that the dictionary has not ("экстрадировали")."""
    for ending, (voice, tense) in _MADE.items():
        stem = word.removesuffix(ending)
        if stem != word and stem.endswith("ир") and len(stem) > len("ир") + 1:
            part = "verb" if tense else "participle"
            plural, gender = ending in _PLURALS, _SEXES.get(ending, "")
            return (Form(f"{stem}овать", part, plural=plural, gender=gender, voice=voice, tense=tense),)
    return None


def _form(parse: Any) -> Form:
    return Form(parse.normal_form.replace("ё", "е"), *_grammar(parse.tag))


@cache
def _grammar(tag: Any) -> tuple[str, str, bool, str, str, str]:
    """Part of speech, case, number, gender, voice and tense of a tag."""
    grammemes = tag.grammemes
    part = _PARTS.get(tag.POS, "other")
    if part == "noun" and any(name in grammemes for name in _NAMES):
        part = "name"
    voice = "passive" if "pssv" in grammemes else "active" if part in ("verb", "participle") else ""
    tense = _TENSES.get(tag.tense or "", "") if tag.POS == "VERB" else ""
    case, gender = _CASES.get(tag.case or "", ""), _GENDERS.get(tag.gender or "", "")
    return part, case, "plur" in grammemes, gender, voice, tense


def _named(parse: Any) -> Form:
    """A participle as the noun that it also is ("задержанный")."""
    base = parse.inflect({"masc", "sing", "nomn"})
    form = _form(parse)
    lemma = (base.word if base is not None else parse.word).replace("ё", "е")
    return replace(form, lemma=lemma, part="noun", voice="", tense="")


@cache
def russian() -> Lexicon:
    """The tables of Russian with its morphology, made once."""
    return lexicon_of(Russian())
