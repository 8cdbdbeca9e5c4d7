"""What the engine for languages with cases asks of a language: how a written word can be taken apart."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Form:
    """One way to take a written word apart.

    ``lemma`` is the base form in small letters (nominative singular, infinitive or the stem by which the
    tables list a verb). ``part`` is noun, name, adjective, verb, participle, converb, number, pronoun or
    other. ``case`` is nom, gen, dat, acc, ins, loc or abl, empty where the word has none. ``voice`` is
    active, passive or empty; ``possessed`` says that the word bears an ending of possession ("his", Kazakh
    -ы/-і/-сы/-сі); ``tense`` is past, present, future or empty.
    """

    lemma: str
    part: str = "other"
    case: str = ""
    plural: bool = False
    gender: str = ""
    voice: str = ""
    tense: str = ""
    negated: bool = False
    possessed: bool = False


class Tongue(Protocol):
    """A language with cases, as the engine needs it."""

    code: str

    def forms(self, word: str) -> tuple[Form, ...]:
        """The ways to take a word (any case of letters) apart, likeliest first; never empty."""
        ...

    def base_name(self, words: tuple[str, ...], case: str) -> tuple[str, ...]:
        """The nominative of a name written in a case: ("Закирову",) with "acc" gives ("Закирова",)."""
        ...

    def name_cases(self, words: tuple[str, ...]) -> frozenset[str]:
        """The cases in which a personal name as written can stand; more than one where the form is open."""
        ...
