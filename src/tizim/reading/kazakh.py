"""Kazakh for the engine of languages with cases: words by their endings, names by what may end them."""

from functools import cache, lru_cache

from tizim.reading.inflected.tables import Lexicon, lexicon_of
from tizim.reading.kazakh_guesses import guessed_verbs
from tizim.reading.kazakh_morphology import forms
from tizim.reading.kazakh_names import base_name, name_cases
from tizim.reading.kazakh_words import clean, skeleton
from tizim.reading.tongue import Form


class Kazakh:
    """A Kazakh word taken apart."""

    code = "kk"

    def forms(self, word: str) -> tuple[Form, ...]:
        """The ways to take a word apart, likeliest first."""
        return forms(word)

    def unknown(self, word: str) -> tuple[Form, ...]:
        """What a word of which nothing is known can be where it is written with a small letter."""
        return guessed_verbs(word)

    def name_key(self, word: str) -> str:
        """A name without what keyboards lose: «Аскар» is «Асқар»."""
        return _name_key(word)

    def base_name(self, words: tuple[str, ...], case: str) -> tuple[str, ...]:
        """The nominative of a personal name written in a case."""
        return base_name(words, case)

    def name_cases(self, words: tuple[str, ...]) -> frozenset[str]:
        """The cases in which a personal name as written can stand."""
        return name_cases(words)


@lru_cache(maxsize=50_000)
def _name_key(word: str) -> str:
    return skeleton(clean(word))


@cache
def kazakh() -> Lexicon:
    """The tables of Kazakh with its morphology, made once."""
    words = lexicon_of(Kazakh())
    for key in ("male", "female"):
        names = str(words.tables["names"][key])
        words.tables["names"][key] = f"{names} {skeleton(names.lower())}"
    return words
