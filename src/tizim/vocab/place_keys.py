"""How the written form of a place becomes a key: case, accents, Kazakh letters, hyphens, "city", "region"."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_CITY, _SETTLEMENT = frozenset({"city", "settlement"}), frozenset({"settlement", "city"})
_REGION, _DISTRICT = frozenset({"region"}), frozenset({"district"})
# Words beside a name that say its kind, after folding (қала is кала, кенті is кенти).
_WORDS_OF_KINDS = (
    (_CITY, "city town город гор г каласы кала к"),
    (_SETTLEMENT, "village settlement село поселок пос с п а аул ауыл ауылы кенти кент"),
    (_REGION, "region oblast oblys oblysy province область обл облысы"),
    (_DISTRICT, "district район ауданы"),
)
_KIND_WORDS = {word: kinds for kinds, words in _WORDS_OF_KINDS for word in words.split()}
_KAZAKH = str.maketrans("қғңөұүһіәı", "кгноуухиаy")
_WORDS = re.compile(r"[^\W_]+(?:['’ʼʻˈ`][^\W_]+)*")
_APART = re.compile(r"\s*[,(\[]\s*")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text asks for: the key of the name, the kinds it may be of (none: any), what it lies within."""

    key: str
    kinds: frozenset[str] = frozenset()
    within: str = ""


def folded(text: str) -> str:
    """The text without case and accents, Kazakh letters as the Russian ones people type in their stead.

    Composed and decomposed forms give the same answer; й becomes и and ё becomes е on both sides.
    """
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).translate(_KAZAKH)


@lru_cache(maxsize=16384)
def asked(text: str) -> Asked:
    """What a written place asks for: "г. Алматы" a city, "Almaty Region" a region.

    Stripped are only words for the kind of place, articles, hyphens, spaces and apostrophes. "near X" and
    "outskirts of X" stay as they are: they are not X.
    """
    name, *within = _APART.split(text, maxsplit=1)
    words = [re.sub(r"\W", "", word) for word in _WORDS.findall(folded(name))]
    kinds: frozenset[str] = frozenset()
    while len(words) > 1 and (found := _kind_at_an_end(words)):
        kinds, words = found[0] or kinds, found[1]
    return Asked("".join(words), kinds, within[0].strip(" )].") if within else "")


def _kind_at_an_end(words: list[str]) -> tuple[frozenset[str], list[str]] | None:
    first, last = words[0], words[-1]
    if first in ("the", "of"):
        return frozenset(), words[1:]
    if first in _KIND_WORDS:
        return _KIND_WORDS[first], words[1:]
    if last == "области":
        return _REGION, [*words[:-2], re.sub("скои$", "ская", words[-2])]
    return (_KIND_WORDS[last], words[:-1]) if last in _KIND_WORDS else None
