"""Who else a quotation may name: every capitalised word that is not known to be something else.

Whoever a quotation names beside the people of the list never agreed to it, and often no claim tells of them.
So a word with a capital leaves only if it belongs to a name that may leave, opens a sentence without looking
like a name, is an abbreviation in capitals, or is known to be a thing, a body or a place.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from tizim.identity import sound_of
from tizim.publications.allowed import allowed
from tizim.reading import is_given, never_a_name
from tizim.vocab import place

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ`-](?=[^\W\d_]))*")
_OPENS = re.compile(r"(?:^|[.!?…:;]|\n)[\s\"'«»“”„(\[—–-]*$")
_CASED = 3


def strangers(text: str, kept: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where words stand that may be names of people who are not ``kept`` (``sounds``), in order."""
    hits = list(_WORD.finditer(text))
    for at, hit in enumerate(hits):
        word = hit.group()
        if word[0].isupper() and kept.isdisjoint(_heard(word)) and _may_name(text, hits, at):
            yield hit.span()


def sounds(names: Iterable[str]) -> frozenset[str]:
    """The words of names as they sound, in one alphabet."""
    return frozenset(sound_of(part) for name in names for part in _WORD.findall(name))


@lru_cache(maxsize=65536)
def _heard(word: str) -> tuple[str, ...]:
    """How a word sounds, as it is and without the endings of cases."""
    bare = _bare(word)
    return tuple(sound_of(form) for form in (*bare, *(f"{one}а" for one in bare[1:])))


def _may_name(text: str, hits: list[re.Match[str]], at: int) -> bool:
    """Whether the word may be a part of a name, where it stands."""
    word = hits[at].group()
    if place(word):
        return False
    if _given(word):
        return True
    if _is_thing(word) or (word.isupper() and 1 < len(word) <= allowed()["abbreviations_up_to"]):
        return False
    if not _OPENS.search(text, 0, hits[at].start()):
        return True
    after = hits[at + 1] if at + 1 < len(hits) else None
    runs_on = after is not None and not text[hits[at].end() : after.start()].strip(" .")
    named_next = runs_on and after is not None and after.group()[0].isupper() and not _is_thing(after.group())
    return named_next or bool(_surname().search(word.casefold()))


@lru_cache(maxsize=65536)
def _given(word: str) -> bool:
    return any(is_given(one) for one in _bare(word))


@lru_cache(maxsize=65536)
def _is_thing(word: str) -> bool:
    """Whether the word is known as something else than a name; one that ends as surnames do must be whole."""
    plain = word.casefold()
    if plain in allowed()["plain_words"] or any(never_a_name(part) for part in {word, *word.split("-")}):
        return True
    stems = (*allowed()["bodies"], *allowed()["things"])
    return plain.startswith(stems) and not _surname().search(plain)


@lru_cache(maxsize=65536)
def _bare(word: str) -> tuple[str, ...]:
    """The word as it is, and without each ending of a case that it may bear."""
    cut = (word[: -len(end)] for end in allowed()["case_endings"] if word.casefold().endswith(end))
    return (word, *(one for one in cut if len(one) >= _CASED))


@cache
def _surname() -> re.Pattern[str]:
    ends = "|".join(allowed()["surname_endings"])
    cases = "|".join(map(re.escape, allowed()["case_endings"]))
    return re.compile(rf"..(?:{ends})(?:{cases})?$")
