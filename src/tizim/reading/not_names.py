"""Which capitalised words are known to be no person's name, and which are known to be one."""

from functools import cache

from tizim.reading.kazakh_names import _given as _kazakh_given
from tizim.reading.names import name_words
from tizim.reading.russian_names import _given_names as _russian_given
from tizim.vocab import place


def never_a_name(word: str) -> bool:
    """Whether a word is known as something else: a thing, a title, a month, a nationality, a place."""
    plain, known = word.casefold(), name_words("en")
    if is_given(word):
        return False
    if plain in known.not_person or plain in known.common or plain in known.places or plain in known.titles:
        return True
    return plain in known.organisational or place(word) is not None


def is_given(word: str) -> bool:
    """Whether a word is a given name that the readers know, as it stands in a list."""
    plain = word.casefold()
    return name_words("en").given(plain) or plain in _cyrillic()


@cache
def _cyrillic() -> frozenset[str]:
    male, female = _russian_given()
    return male | female | _kazakh_given()
