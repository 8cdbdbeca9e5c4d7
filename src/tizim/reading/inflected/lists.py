"""What the tables say about the words of names: given names, endings of surnames, words that are no name."""

from dataclasses import dataclass
from functools import cached_property

from tizim.reading.inflected.tables import Lexicon
from tizim.reading.inflected.words import plain


@dataclass(frozen=True)
class NameLists:
    """What the tables say about the words of names."""

    lexicon: Lexicon
    male: frozenset[str]
    female: frozenset[str]

    @cached_property
    def endings(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The endings of men's, women's and anybody's surnames."""
        table = self.lexicon.tables["names"].get("endings") or {}
        male, female, either = (tuple(str(table.get(key) or "").split()) for key in ("male", "female", "any"))
        return male, female, either

    @cached_property
    def never(self) -> tuple[str, ...]:
        """Endings that no name has ("-дағы", of a place)."""
        return tuple(str(self.lexicon.tables["names"].get("never_end") or "").split()) or ("\0",)

    @cached_property
    def trades(self) -> tuple[str, ...]:
        """Endings of words for what somebody does ("-шы", "-ист")."""
        return tuple(str(self.lexicon.tables["names"].get("trade_endings") or "").split()) or ("\0",)

    @cached_property
    def common(self) -> frozenset[str]:
        """Given names that are common words too: at the head of a sentence, alone, they are those."""
        return frozenset(
            plain(word) for word in str(self.lexicon.tables["names"].get("common_too") or "").split()
        )

    @cached_property
    def place_words(self) -> frozenset[str]:
        """Words that make the name before them that of a place or a building."""
        return self.lexicon.set("names", "before_places")

    @cached_property
    def alone(self) -> bool:
        """Whether a given name alone can be all that a text says of somebody."""
        return bool(self.lexicon.tables["names"].get("given_alone"))

    @cached_property
    def made(self) -> tuple[str, ...]:
        """The endings of given names that are made of two words ("-бек", "-гүл")."""
        return tuple(str(self.lexicon.tables["names"].get("given_endings") or "").split()) or ("\0",)

    @cached_property
    def patronymics(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The endings of men's and women's patronymics."""
        table = self.lexicon.tables["names"].get("patronymic") or {}
        return tuple(str(table.get("male") or "").split()), tuple(str(table.get("female") or "").split())

    @cached_property
    def barred(self) -> frozenset[str]:
        """Capitalised words that are no name."""
        words = self.lexicon.tables["names"].get("not_person") or []
        return frozenset(plain(str(word)) for word in words)

    def given(self, base: str) -> bool:
        """Whether a base form is a known given name, or ends as those that the language makes do."""
        small = plain(base)
        return small in self.male or small in self.female or (len(small) > 5 and small.endswith(self.made))

    def surname(self, base: str) -> bool:
        """Whether a base form ends as surnames do."""
        return len(base) > 3 and plain(base).endswith((*self.endings[0], *self.endings[1], *self.endings[2]))

    def patronymic(self, base: str) -> bool:
        """Whether a base form ends as patronymics do."""
        male, female = self.patronymics
        return len(base) > 4 and plain(base).endswith((*male, *female))


_LISTS: dict[int, NameLists] = {}


def name_lists(lexicon: Lexicon) -> NameLists:
    """The lists of names of a language, made once for its tables."""
    known = _LISTS.get(id(lexicon))
    if known is not None and known.lexicon is lexicon:
        return known
    table = lexicon.tables["names"]
    male, female = (
        frozenset(plain(word) for word in str(table.get(key) or "").split()) for key in ("male", "female")
    )
    lists = _LISTS[id(lexicon)] = NameLists(lexicon, male, female)
    return lists
