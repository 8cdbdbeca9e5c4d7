"""What quotations say of body, love and family: withheld by the sentence unless a decision lets it out."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files

import yaml

_SENTENCE = re.compile(r"[^.!?…\n]*[.!?…\n]*[»”\")\]]*\s*")


def topics() -> tuple[str, ...]:
    """The topics that are protected."""
    return tuple(_data())


def spoken_of(text: str) -> frozenset[str]:
    """The protected topics of which the text speaks."""
    return frozenset(topic for topic, pattern in _patterns().items() if pattern.search(text))


def without(text: str, *, open_topics: Collection[str], mask: str) -> str:
    """The text with each sentence masked that speaks of a protected topic, but for the open ones."""
    if spoken_of(text) <= frozenset(open_topics):
        return text
    kept = (
        one if spoken_of(one) <= frozenset(open_topics) else f"{mask}{' ' if one[-1:].isspace() else ''}"
        for one in _SENTENCE.findall(text)
    )
    return "".join(kept).strip()


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {
        topic: re.compile(rf"(?i:\b(?:{_either(words['stems'])}))|\b(?:{_either(words['whole'])})\b")
        for topic, words in _data().items()
    }


def _either(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, words))


@cache
def _data() -> Mapping[str, Mapping[str, Sequence[str]]]:
    text = files("tizim.publications").joinpath("data", "topics.yml").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, Sequence[str]]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found
