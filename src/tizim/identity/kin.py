"""Who bears a surname in a document, and which of its names may be a shorter form of which."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tizim.identity.mentions import Mention
from tizim.identity.names import NONE, Name, fits

_Family = tuple[str, tuple[str, ...]]
_LARGE = 30


class Kin:
    """The mentions of one surname in one document, for every surname and document."""

    def __init__(self, mentions: Sequence[Mention], names: Sequence[Name]) -> None:
        self._mentions, self._names = mentions, names
        self._families: dict[_Family, list[int]] = defaultdict(list)
        self._by_given: dict[_Family, dict[str, list[int]]] = {}
        for number, mention in enumerate(mentions):
            if names[number].kind != NONE:
                self._families[mention.document_id, names[number].surname].append(number)

    def with_kin(self) -> Iterator[int]:
        """The mentions that share their surname with another one in their document."""
        return (number for family in self._families.values() if len(family) > 1 for number in family)

    def longer(self, number: int, *, loosely: bool = False) -> list[int]:
        """The other mentions in its document that it could be a shorter form of (see ``fits``)."""
        name = self._names[number]
        found = self._with_any(number, name.given[:1])
        return [one for one in found if one != number and fits(name, self._names[one], loosely=loosely)]

    def shorter(self, number: int) -> list[int]:
        """The other mentions in its document that could, loosely, be a shorter form of it."""
        name = self._names[number]
        found = self._with_any(number, name.given)
        return [one for one in found if one != number and fits(self._names[one], name, loosely=True)]

    def _with_any(self, number: int, given: Sequence[str]) -> list[int]:
        """The family of the mention; of a large one only those who could bear one of these given names."""
        family = (self._mentions[number].document_id, self._names[number].surname)
        known = self._families[family]
        if len(known) <= _LARGE or not given:
            return known
        return sorted({one for part in given for one in self._narrowed(family, part)})

    def _narrowed(self, family: _Family, given: str) -> set[int]:
        """Of a large family those who could have this given name or initial."""
        if family not in self._by_given:
            self._by_given[family] = defaultdict(list)
            for number in self._families[family]:
                for key in {key for part in self._names[number].given for key in _shared(part)}:
                    self._by_given[family][key].append(number)
        index = self._by_given[family]
        return {number for key in _asked(given) for number in index.get(key, ())}


def _shared(part: str) -> Iterator[str]:
    """The keys under which a part is found: itself, and the initials that could stand for it."""
    yield part
    if not part.endswith("."):
        yield from (f"{part[:1]}…", f"{part[:2]}…")


def _asked(part: str) -> Iterator[str]:
    """The keys of the parts that could mean the same as this one."""
    yield part
    if part.endswith("."):
        yield f"{part[:-1]}…"
    else:
        yield from (f"{part[:1]}.", f"{part[:2]}.")
