"""Unknown Kazakh words that can only be verbs, by endings that no noun has («санкциялаған», «шалқайып»)."""

import re
from dataclasses import replace
from functools import cache, lru_cache

from tizim.reading.kazakh_morphology import suits, verb_of
from tizim.reading.kazakh_words import clean, table
from tizim.reading.tongue import Form

_SHORTEST = 3
_STRONG = ("perfect", "told", "lasting", "present")
_VOWELS = "аәеиоөуұүыіэюя"


@lru_cache(maxsize=100_000)
def guessed_verbs(word: str) -> tuple[Form, ...]:
    """The readings of an unknown word, written with a small letter, as a verb."""
    small = clean(word)
    for cut in range(len(small) - 2, _SHORTEST - 1, -1):
        stem, tail = small[:cut], small[cut:]
        found = _read(stem, tail) if _is_stem(stem) else None
        if found is not None:
            return (found,)
    return ()


def _is_stem(stem: str) -> bool:
    return any(letter in _VOWELS for letter in stem)


def _read(stem: str, tail: str) -> Form | None:
    """A verb by its ending, where the ending speaks for itself or the stem is made of a noun."""
    made = stem.endswith(_made())
    match = _endings().match(tail)
    if match is None or not suits(stem, tail):
        return None
    strong = any(match[kind] for kind in _STRONG) or bool(match["converb"] and match["converb"] != "п")
    if not strong and not (made and (match["converb"] or match["past"])):
        return None
    denied = stem.endswith(_denials()) and len(stem) > _SHORTEST + 1
    form = verb_of(f"{stem}у", stem, tail)
    return replace(form, negated=form.negated or denied) if form is not None else None


@cache
def _made() -> tuple[str, ...]:
    return tuple(table("endings")["verb"]["made"])


@cache
def _denials() -> tuple[str, ...]:
    return tuple(table("endings")["verb"]["negation"])


@cache
def _endings() -> re.Pattern[str]:
    ends = table("endings")["verb"]
    kinds = "|".join(
        f"(?P<{kind}>{'|'.join(sorted(ends[kind], key=len, reverse=True))})"
        for kind in ("told", "lasting", "present", "perfect", "past", "converb")
    )
    return re.compile(f"(?:{kinds})(?P<rest>.*)$")
