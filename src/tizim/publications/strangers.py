"""Who else a quotation may name: every capitalised word that is not known to be something else.

Whoever a quotation names beside the people of the list never agreed to it, and often no claim tells of them.
So a word with a capital leaves only if it belongs to a name that may leave, opens a sentence without looking
like a name, is an abbreviation in capitals, or is known to be a thing, a body or a place.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from tizim.identity import sound_of
from tizim.publications.allowed import allowed
from tizim.reading import is_given, never_a_name
from tizim.vocab import place

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ`-](?=[^\W\d_]))*")
_OPENS = re.compile(r"(?:^|[.!?…:;]|\n)[\s\"'«»“”„(\[—–-]*$")
_CASED = 3


def strangers(text: str, kept: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where words stand that may be names of people who are not ``kept``, in the order of the text."""
    names = tuple(sorted({part for name in kept for part in _WORD.findall(name)}))
    hits = list(_WORD.finditer(text))
    for at, hit in enumerate(hits):
        word = hit.group()
        if word[0].isupper() and not is_kept(word, names) and _may_name(text, hits, at):
            yield hit.span()


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


def _given(word: str) -> bool:
    return any(is_given(one) for one in _bare(word))


def _is_thing(word: str) -> bool:
    """Whether the word is known as something else than a name; one that ends as surnames do must be whole."""
    plain = word.casefold()
    if plain in allowed()["plain_words"] or any(never_a_name(part) for part in {word, *word.split("-")}):
        return True
    stems = (*allowed()["bodies"], *allowed()["things"])
    return plain.startswith(stems) and not _surname().search(plain)


@cache
def is_kept(word: str, names: tuple[str, ...]) -> bool:
    """Whether the word is one of these, in any case and script; a longer name that begins alike is not."""
    own = _sounds(names)
    return any(sound_of(form) in own for form in (*_bare(word), *(f"{one}а" for one in _bare(word)[1:])))


@cache
def _sounds(names: tuple[str, ...]) -> frozenset[str]:
    """The names as they sound; also without a last vowel, in whose place an ending of a case may stand."""
    return frozenset(sound_of(name) for name in names)


@cache
def _bare(word: str) -> tuple[str, ...]:
    """The word as it is, and without each ending of a case that it may bear."""
    cut = (word[: -len(end)] for end in allowed()["case_endings"] if word.casefold().endswith(end))
    return (word, *(one for one in cut if len(one) >= _CASED))


@cache
def _surname() -> re.Pattern[str]:
    ends = "|".join(allowed()["surname_endings"])
    cases = "|".join(map(re.escape, allowed()["case_endings"]))
    return re.compile(rf"..(?:{ends})(?:{cases})?$")
