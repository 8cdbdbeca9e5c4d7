"""Strays: persons known by a surname only, or with initials, whom their own document does not tell.

Such a form may be anybody of that name in other documents. So a stray adds nobody to those counted for
sure where somebody who bears the name is counted; it is never joined, and nobody is asked to judge it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from tizim.identity.names import read_name
from tizim.identity.several import Several
from tizim.identity.spoken import Spoken
from tizim.identity.written import LONGEST_NAME, Written, names_in


@dataclass(frozen=True, slots=True)
class Strays:
    """Strays of one form, any two of whom may be one, and all persons whom each of them may be.

    ``bearers`` are persons with such a name, strays of other forms among them. ``different`` are pairs
    judged to be two, whatever the names say, the smaller id first.
    """

    person_ids: tuple[str, ...]
    bearers: tuple[str, ...]
    different: frozenset[tuple[str, str]] = frozenset()


def adding_nobody(strays: Iterable[Strays], chosen: Collection[str]) -> frozenset[str]:
    """The strays among the chosen who are not surely others than the rest of the chosen.

    Where somebody who bears the name is chosen, none of its strays adds anybody; else those of one form are
    at least one person together.
    """
    known = tuple(strays)
    firm = {*chosen}.difference(*(each.person_ids for each in known))
    counted: set[str] = set()
    nobody: set[str] = set()
    for each in known:
        here = [one for one in each.person_ids if one in chosen]
        taken = any(one in firm or one in counted for one in each.bearers)
        nobody.update(here if taken else here[1:])
        counted.update(() if taken else here[:1])
    return frozenset(nobody)


class NamesByWord:
    """Written names by the forms of their words, across scripts and cases."""

    def __init__(self, row: Any = None) -> None:
        words, texts, asked, bearers = row or (None, None, None, {})
        self._words = Several(words)
        self._texts = Several(texts)
        self._asked = Several(asked)
        self._bearers: dict[str, list[str]] = bearers

    @property
    def row(self) -> Any:
        """What is to be kept of it."""
        return self._words.row, self._texts.row, self._asked.row, self._bearers

    def add(self, text: str) -> None:
        """Takes a name in."""
        words = _words(text)
        for word in words:
            if not self._texts.of(word.text):
                for form in word.forms:
                    self._words.add(form, word.text)
            self._texts.add(word.text, text)
        for short in {one for word in words for form in word.forms for one in self._asked.of(form)}:
            if _stands_for(short, text):
                self._bearers[short].append(text)

    def remove(self, text: str) -> None:
        """Takes a name out."""
        for word in _words(text):
            self._texts.remove(word.text, text)
            if not self._texts.of(word.text):
                for form in word.forms:
                    self._words.remove(form, word.text)
            for short in {one for form in word.forms for one in self._asked.of(form)}:
                if text in self._bearers[short]:
                    self._bearers[short].remove(text)

    def bearers(self, short: str) -> list[str]:
        """The names that the short one may stand for, those of its own form among them."""
        if short not in self._bearers:
            first = next(iter(_words(short)), None)
            forms = first.forms if first else ()
            words = {word for form in forms for word in self._words.of(form)}
            texts = {text for word in words for text in self._texts.of(word)}
            self._bearers[short] = [text for text in texts if _stands_for(short, text)]
            for form in forms:
                self._asked.add(form, short)
        return self._bearers[short]


def form_of(text: str) -> str:
    """What strays of one form have in common: the name without titles and order."""
    return read_name(text).key


def _words(text: str) -> list[Spoken]:
    """The words of all names that the text gives, each once."""
    names = names_in(text).names if len(text) <= LONGEST_NAME else ()
    found = {word.text: word for name in names for word in name.words}
    return list(found.values())


def _stands_for(short: str, text: str) -> bool:
    asked = names_in(short).names[0]
    return any(_is_short_for(asked, name) for name in names_in(text).names)


def _is_short_for(short: Written, long: Written) -> bool:
    """Whether each word of the short name is one of the long one's, and each initial may be."""
    left = [*long.words]
    for word in short.words:
        same = next((one for one in left if not one.forms.keys().isdisjoint(word.forms)), None)
        if same is None:
            return False
        left = [one for one in left if one is not same]
    signs = [word.signs[:1] for word in left] + [*long.initials]
    return all(not signs or initial in signs for initial in short.initials)
