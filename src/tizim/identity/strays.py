"""Strays: persons without a full name, whom their own document does not tell.

A surname with initials may be anybody of that name in other documents: it adds nobody to those counted for
sure where somebody who bears the name is counted. One word alone, an account or a description may be anybody
at all (a slip, a maiden name, a nickname): it adds nobody for sure beside anybody. A stray is never joined,
and nobody is asked to judge it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from tizim.identity.names import FULL, NONE, Name, read_name
from tizim.identity.parts import folded_words
from tizim.identity.several import Several
from tizim.identity.spoken import Spoken
from tizim.identity.written import LONGEST_NAME, Written, names_in


@dataclass(frozen=True, slots=True)
class Strays:
    """Strays of one form, any two of whom may be one, and all persons who bear such a name.

    Strays of other forms are among the ``bearers``. One word, an account or a description may be ``anybody``
    else too. ``different`` are pairs judged to be two, whatever the names say, the smaller id first.
    """

    person_ids: tuple[str, ...]
    bearers: tuple[str, ...]
    different: frozenset[tuple[str, str]] = frozenset()
    anybody: bool = False

    def may_be(self, one: str, others: Iterable[str]) -> bool:
        """Whether nobody judged this stray to be another than some of these others."""
        return any(each != one and (min(one, each), max(one, each)) not in self.different for each in others)

    @property
    def namesakes(self) -> tuple[str, ...]:
        """All who bear the name, these strays too."""
        return (*self.bearers, *self.person_ids)


def adding_nobody(strays: Iterable[Strays], chosen: Collection[str]) -> frozenset[str]:
    """The strays among the chosen who are not surely others than the rest of the chosen.

    Where somebody who bears the name is chosen, none of its strays adds anybody; else those of one form are
    at least one person together. Who may be anybody adds only to those from whom all judgements part it.
    """
    known = tuple(strays)
    counted = {*chosen}.difference(*(each.person_ids for each in known))
    nobody: set[str] = set()
    for each in sorted(known, key=lambda one: one.anybody):
        for one in each.person_ids:
            if one in chosen:
                taken = each.may_be(one, counted) if each.anybody else not counted.isdisjoint(each.namesakes)
                (nobody if taken else counted).add(one)
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


def tells_a_part(name: Name) -> bool:
    """Whether it is less than a full name: a word alone, initials, an account, somebody unnamed."""
    if name.kind != NONE:
        return name.kind != FULL
    accounts = any(part.startswith("@") for part in name.given)
    return accounts or len(name.given) < 2 or not folded_words("no_names").isdisjoint(name.given)


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
