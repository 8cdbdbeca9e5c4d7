"""What made a proposal, told to people: the readers' short codes of tables, words and ways, in words."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from tizim.cli.reading.signs import sign_told

_WORDS = re.compile(r"acts/(?P<entry>\w+): (?P<words>.*), victim (?P<victim>.*)", re.DOTALL)
_ENTRY = re.compile(r"acts\.(?P<entry>\w+\.\w+)")
_SIGN = re.compile(r"sign: (?P<sign>.*) (?P<weight>[+-][0-9.]+)", re.DOTALL)
_WEIGHED, _OPEN = "weighed ", "open, weighed "
_HEADING = re.compile(r"layout/headings: (?P<words>.*)", re.DOTALL)

Texts = Mapping[str, Mapping[str, str]]


@cache
def _texts() -> Mapping[str, Texts]:
    text = files("tizim.cli").joinpath("data/grounds.yml").read_text(encoding="utf-8")
    loaded: Mapping[str, Texts] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


def grounds_told(why: tuple[str, ...] | list[str], language: str) -> list[str]:
    """The grounds of a proposal in words, a line each; a code that nobody has put in words stays as it is."""
    return [line for ground in why for line in _told(ground, language)]


def _told(ground: str, language: str) -> list[str]:
    if whole := _WORDS.fullmatch(ground):
        words = _frame("acts", language, words=whole["words"], entry=whole["entry"])
        return [words, _frame("victim", language, how=_victim(whole["victim"], language))]
    if entry := _ENTRY.fullmatch(ground):
        return [_frame("entry", language, entry=entry["entry"])]
    if heading := _HEADING.fullmatch(ground):
        return [_frame("heading", language, words=heading["words"].replace("=", ""))]
    if sign := _SIGN.fullmatch(ground):
        told = sign_told(sign["sign"], language)
        return [_frame("sign", language, sign=told, weight=sign["weight"])]
    name, _, how = ground.partition(": ")
    if name == "victim":
        return [_frame("victim", language, how=_victim(how, language))]
    if name == "dates":
        return [_frame("day", language, how=_day(how, language))]
    return [_frame("figures", language) if ground == "figures" else _frame("words", language, words=ground)]


def _victim(how: str, language: str) -> str:
    """The victim's place: a case, perhaps before (``<gen``) or after the word, or beside another word; or
    how probable the weights held it."""
    if how.startswith(_WEIGHED):
        return _frame("weighed", language, probable=how.removeprefix(_WEIGHED))
    if how.startswith("<") or how.endswith(">"):
        place = "before" if how.startswith("<") else "after"
        return _frame(place, language, how=_way("victims", how.strip("<>"), language))
    first, plus, last = how.partition("+")
    if not plus:
        return _way("victims", how, language)
    case, word = (last, first) if last in _texts()["victims"] else (first, last)
    return _frame("with", language, word=word, how=_way("victims", case, language))


def _day(how: str, language: str) -> str:
    """How the day was found; or how probable the weights held it, or held that the text leaves it open."""
    for begun, frame in ((_WEIGHED, "weighed"), (_OPEN, "open")):
        if how.startswith(begun):
            return _frame(frame, language, probable=how.removeprefix(begun))
    return _way("days", how, language)


def _way(among: str, code: str, language: str) -> str:
    known = _texts()[among].get(code, {})
    return known.get(language, known.get("en", code))


def _frame(name: str, language: str, **values: str) -> str:
    known = _texts()["frames"][name]
    return known.get(language, known["en"]).format(**values)
