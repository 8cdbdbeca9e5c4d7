"""The signs by which the readers weigh whom an act hit, told to people in their language."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from tizim.vocab import label, table

_NUMBER = re.compile(r"\d+(?:-\d+| or more)?")
_BESIDE = frozenset(("before the act", "behind the act", "between", "preposition"))

Texts = Mapping[str, Mapping[str, str]]


@cache
def _texts() -> Mapping[str, Texts]:
    text = files("tizim.cli").joinpath("data/signs.yml").read_text(encoding="utf-8")
    loaded: Mapping[str, Texts] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


def sign_told(sign: str, language: str) -> str:
    """A sign in words, "order: before, verbs" as «порядок: перед деянием, глаголы»; in English as it is."""
    if language == "en":
        return sign.replace("_", " ")
    head, colon, rest = sign.partition(": ")
    if not colon or "," in head:
        return _parts(sign, "parts", language)
    told = _parts(rest, "beside" if head in _BESIDE else "parts", language)
    return f"{_part(head, 'heads', language)}: {told or '«,»'}"


def _parts(text: str, among: str, language: str) -> str:
    return ", ".join(_part(part, among, language) for part in re.split(", ?", text) if part)


def _part(part: str, among: str, language: str) -> str:
    """The words of one part: from the table, an act of the vocabulary, or word for word."""
    found = _known(part, among, language)
    if found is None and part in table("acts").terms:
        return label("acts", part, language)
    if found is None and " of " in part and among != "beside":
        shape, _, act = part.partition(" of ")
        return f"{_part(shape, among, language)} — {_part(act, among, language)}"
    if found is None and among == "parts" and (words := part.split()) and len(words) > 1:
        return _in_turn(words, language)
    return f"«{part}»" if found is None else found


def _in_turn(words: list[str], language: str) -> str:
    """Of "a word and gen", "participle past active": the longest known beginning, then the rest."""
    for many in range(len(words) - 1, 0, -1):
        begun = _known(" ".join(words[:many]), "parts", language)
        if begun is not None:
            return f"{begun} {_part(' '.join(words[many:]), 'parts', language)}"
    return f"«{' '.join(words)}»"


def _known(part: str, among: str, language: str) -> str | None:
    number = _NUMBER.search(part)
    texts = _texts()[among]
    known = texts.get(part) or (texts.get(_NUMBER.sub("{n}", part, count=1)) if number else None)
    return known[language].format(n=_counted(number[0], language) if number else "") if known else None


def _counted(number: str, language: str) -> str:
    or_more = {"ru": "{} и больше", "kk": "{} және одан көп"}[language]
    return or_more.format(number.removesuffix(" or more")) if number.endswith("more") else number
