"""Words in free text that call somebody guilty: a terrorist, a criminal, an extremist; in three languages.

Whoever no court has finally convicted is presumed innocent. A word that somebody else is made to answer for
("accused of being …", "called …", in quotation marks, on a list of the authorities) is no charge of ours.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

import yaml

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*")
_QUOTED = "\"'«“”„‘"
_BEFORE, _AFTER, _WHOLE = 4, 3, 4


def charged(text: str) -> tuple[str, ...]:
    """The words of the text that call somebody guilty, as they stand there."""
    hits = list(_WORD.finditer(text))
    return tuple(
        hit.group()
        for at, hit in enumerate(hits)
        if _is_charge(text, hits, at) and not _is_somebody_s(text, hits, at)
    )


def _is_charge(text: str, hits: Sequence[re.Match[str]], at: int) -> bool:
    plain = hits[at].group().casefold()
    if not _words().match(plain):
        return False
    return not plain.isascii() or plain.endswith("s") or _stands_alone(text, hits, at)


def _stands_alone(text: str, hits: Sequence[re.Match[str]], at: int) -> bool:
    """Whether the word is no part of a longer term: an extremist group, a criminal case."""
    after = hits[at + 1] if at + 1 < len(hits) else None
    if after is None or text[hits[at].end() : after.start()].strip():
        return True
    if after.group()[0].isupper():
        return hits[at].group().islower()  # the Criminal Code is nobody
    return after.group() in _data()["goes_on"]


def _is_somebody_s(text: str, hits: Sequence[re.Match[str]], at: int) -> bool:
    """Whether the text says whose word it is, denies it, or sets it in quotation marks."""
    if text[: hits[at].start()].endswith(tuple(_QUOTED)):
        return True
    before = (one.group().casefold() for one in hits[max(0, at - _BEFORE) : at])
    after = (one.group().casefold() for one in hits[at + 1 : at + 1 + _AFTER])
    return _any(before, _data()["before"]) or _any(after, _data()["after"])


def _any(words: Iterable[str], told: Sequence[str]) -> bool:
    begun = tuple(one for one in told if len(one) > _WHOLE)
    return any(one in told or one.startswith(begun) for one in words)


@cache
def _words() -> re.Pattern[str]:
    data = _data()
    latin = "|".join(map(re.escape, data["latin"]))
    cyrillic, plurals, ends = (
        "|".join(sorted(map(re.escape, set(data[one])), key=len, reverse=True))
        for one in ("cyrillic", "plurals", "endings")
    )
    return re.compile(rf"(?:(?:{latin})(?:s|['’]s|s['’])?|(?:{cyrillic})(?:{plurals})(?:{ends}))$")


@cache
def _data() -> Mapping[str, Sequence[str]]:
    text = files("tizim.publications").joinpath("data", "charged.yml").read_text(encoding="utf-8")
    found: Mapping[str, Sequence[str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found
