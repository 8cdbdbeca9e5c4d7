"""Who bears a surname in a document, and which of its names may be a shorter form of which."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tizim.identity.mentions import Mention
from tizim.identity.names import NONE, fits, read_name
from tizim.identity.several import Several

_LARGE = 30


class Kin:
    """The mentions of one surname in one document, for every surname and document.

    ``mentions`` are all of them by their ids, those that are added among them.
    """

    def __init__(self, mentions: Mapping[str, Mention], row: Any = None) -> None:
        self._mentions = mentions
        self._families = Several(row)
        self._by_given: dict[str, dict[str, list[Mention]]] = {}

    @property
    def row(self) -> Any:
        """What is to be kept of it."""
        return self._families.row

    def add(self, mention: Mention) -> None:
        """Takes a mention in."""
        if read_name(mention.name).kind != NONE:
            family = _family(mention)
            self._families.add(family, mention.id)
            self._by_given.pop(family, None)

    def remove(self, mention: Mention) -> None:
        """Takes a mention out."""
        if read_name(mention.name).kind != NONE:
            family = _family(mention)
            self._families.remove(family, mention.id)
            self._by_given.pop(family, None)

    def has_kin(self, mention: Mention) -> bool:
        """Whether another mention in its document shares its surname."""
        return len(self._families.of(_family(mention))) > 1

    def longer(self, mention: Mention, *, loosely: bool = False) -> list[str]:
        """The other mentions in its document that it could be a shorter form of (see ``fits``)."""
        name = read_name(mention.name)
        found = self._with_any(mention, name.given[:1])
        return [
            one.id
            for one in found
            if one.id != mention.id and fits(name, read_name(one.name), loosely=loosely)
        ]

    def shorter(self, mention: Mention) -> list[str]:
        """The other mentions in its document that could, loosely, be a shorter form of it."""
        name = read_name(mention.name)
        found = [*self._with_any(mention, name.given), *self._bare(mention)]
        return [
            one.id for one in found if one.id != mention.id and fits(read_name(one.name), name, loosely=True)
        ]

    def _bare(self, mention: Mention) -> list[Mention]:
        """Of a large family those who are written with nothing but the surname."""
        family = _family(mention)
        large = len(self._families.of(family)) > _LARGE
        return self._narrowed(family).get("", []) if large else []

    def _with_any(self, mention: Mention, given: Sequence[str]) -> list[Mention]:
        """The family of the mention; of a large one only those who could bear one of these given names."""
        family = _family(mention)
        known = self._families.of(family)
        if len(known) <= _LARGE or not given:
            return [self._mentions[one] for one in known]
        index = self._narrowed(family)
        some = {one.id: one for part in given for key in _asked(part) for one in index.get(key, ())}
        return [some[one] for one in sorted(some)]

    def _narrowed(self, family: str) -> dict[str, list[Mention]]:
        """Of a large family those who could have each given name or initial; under no name all without."""
        if family not in self._by_given:
            found: dict[str, list[Mention]] = defaultdict(list)
            for one in map(self._mentions.__getitem__, self._families.of(family)):
                given = read_name(one.name).given
                for key in {key for part in given for key in _shared(part)} or {""}:
                    found[key].append(one)
            self._by_given[family] = found
        return self._by_given[family]


def _family(mention: Mention) -> str:
    return "\x1f".join((mention.document_id, *read_name(mention.name).surname))


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
