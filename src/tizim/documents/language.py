"""In which language a text is written: Kazakh letters tell first, common words next, statistics last."""

import re
from functools import cache
from typing import Any

from tizim.documents.words import common_words

_WINDOW = 2_000
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_ONLY_KAZAKH = re.compile("[әғқұӘҒҚҰ]")
_OTHER_CYRILLIC = re.compile("[їєґўђѓѕјљњћќџӣӯҳҷҫҙҡЇЄҐЎЂЃЅЈЉЊЋЌЏӢӮҲҶҪҘҠ]")
# The alphabet of 2021; ç and ə stand in the alphabets of its neighbours and not in it.
# Both cases are written out everywhere: that is quicker, and ignoring case, ı would match every i.
_KAZAKH_LATIN = re.compile("[äğñöūüşıÄĞÑÖŪÜŞİ]")
_NOT_KAZAKH_LATIN = re.compile("[çəßéèàâêãõáíóúÇƏ]")


def language_of(text: str) -> str | None:
    """``en``, ``ru`` or ``kk`` (in Cyrillic or in the Latin alphabet of 2021); ``None`` if it cannot be told.

    A long text is judged by samples from its start, middle and end, so the cost is the same for any length.
    """
    sample = _sample(text)
    if sample.isascii():
        return _of_plain_letters(sample)
    cyrillic, latin = _letters(_CYRILLIC, sample), _letters(_LATIN, sample)
    if max(cyrillic, latin) < 2:
        return None
    return _of_cyrillic(sample, cyrillic) if cyrillic > latin else _of_latin(sample, latin)


def _letters(runs: re.Pattern[str], sample: str) -> int:
    """How many letters of an alphabet stand in a sample."""
    return len("".join(runs.findall(sample)))


def _sample(text: str) -> str:
    if len(text) <= 3 * _WINDOW:
        return text
    middle = len(text) // 2
    return "\n".join((text[:_WINDOW], text[middle : middle + _WINDOW], text[-_WINDOW:]))


def _of_cyrillic(sample: str, letters: int) -> str | None:
    if len(_OTHER_CYRILLIC.findall(sample)) > 0.01 * letters:
        return None
    if len(_KAZAKH.findall(sample)) > 0.05 * letters and _ONLY_KAZAKH.search(sample):
        return "kk"
    words = _WORD.findall(sample.lower())
    russian, kazakh = _hits(words, "ru"), _hits(words, "kk")
    if russian >= max(2, len(words) // 20) and russian > 2 * kazakh:
        return "ru"
    return _by_statistics(sample)


def _of_latin(sample: str, letters: int) -> str | None:
    words = _WORD.findall(sample.lower())
    special = len(_KAZAKH_LATIN.findall(sample))
    if special > 0.03 * letters and not _NOT_KAZAKH_LATIN.search(sample):
        kazakh = _hits(words, "kk-latin") >= max(1, len(words) // 25)
        return "kk" if kazakh or re.search("q[^u]", sample, re.IGNORECASE) else None
    if _hits(words, "en") >= 0.1 * len(words):
        return "en"
    # A heading may hold no common word; among these languages only English is written in plain Latin.
    return "en" if len(words) <= 12 and sample.isascii() else None


def _of_plain_letters(sample: str) -> str | None:
    """As ``_of_latin``, of a text that holds no other letters than those of English."""
    words = _WORD.findall(sample.lower())
    if len(words) < 2 and sum(map(len, words)) < 2:
        return None
    return "en" if _hits(words, "en") >= 0.1 * len(words) or len(words) <= 12 else None


def _hits(words: list[str], language: str) -> int:
    common = common_words(language)
    return sum(map(common.__contains__, words))


def _by_statistics(sample: str) -> str | None:
    found = _detector().detect_language_of(sample[:_WINDOW])
    return {"RUSSIAN": "ru", "KAZAKH": "kk"}.get(found.name) if found else None


@cache
def _detector() -> Any:
    from lingua import Language, LanguageDetectorBuilder

    return LanguageDetectorBuilder.from_languages(Language.RUSSIAN, Language.KAZAKH).build()
