"""The mentions that stand, and which others any rule looks at because of them."""

from collections.abc import Iterable, Iterator

from tizim.identity.alike import AlikeNames
from tizim.identity.kin import Kin
from tizim.identity.mentions import Mention
from tizim.identity.names import FULL, NONE, read_name
from tizim.identity.several import Several
from tizim.identity.strays import NamesByWord
from tizim.identity.written import LONGEST_NAME


class Roster:
    """Mentions by id, written form, document and kin."""

    def __init__(self) -> None:
        self.mentions: dict[str, Mention] = {}
        self.kin = Kin()
        self.alike = AlikeNames()
        self.words = NamesByWord()
        self._by_text: Several[str, str] = Several()
        self._texts: Several[str, str] = Several()
        self._inside: Several[tuple[str, str], str] = Several()

    def put(self, mention: Mention) -> None:
        """Takes a mention in, or in place of what it was before."""
        known = mention.id in self.mentions
        self.mentions[mention.id] = mention
        if known:
            return
        name = read_name(mention.name)
        self.kin.add(mention)
        if not self._by_text.of(mention.name):
            self._begin(mention.name)
        self._by_text.add(mention.name, mention.id)
        if name.kind != FULL and name.key:
            self._inside.add((mention.document_id, name.key), mention.id)

    def drop(self, mention_id: str) -> None:
        """Takes a mention out."""
        mention = self.mentions.pop(mention_id)
        name = read_name(mention.name)
        self.kin.remove(mention)
        self._by_text.remove(mention.name, mention.id)
        if not self._by_text.of(mention.name):
            self._end(mention.name)
        if name.kind != FULL and name.key:
            self._inside.remove((mention.document_id, name.key), mention.id)

    def written(self, text: str) -> Iterable[str]:
        """The mentions with that name as written."""
        return self._by_text.of(text)

    def beside(self, mention_id: str, seen: set[str]) -> Iterator[str]:
        """The mentions that a rule which joins looks at because of this one; of equal names once.

        ``seen`` holds the full names whose bearers were given before.
        """
        mention = self.mentions[mention_id]
        name = read_name(mention.name)
        if name.kind == FULL:
            if name.key not in seen:
                seen.add(name.key)
                for text in self._texts.of(name.key):
                    yield from self._by_text.of(text)
        else:
            yield from self._inside.of((mention.document_id, name.key))
        if name.kind != NONE and self.kin.has_kin(mention):
            yield from self.kin.longer(mention, loosely=True)
            yield from self.kin.shorter(mention)

    def _begin(self, text: str) -> None:
        name = read_name(text)
        if name.kind != NONE and len(text) <= LONGEST_NAME:
            self.words.add(text)
        if name.kind == FULL:
            self._texts.add(name.key, text)
        if name.kind == FULL and len(text) <= LONGEST_NAME:
            self.alike.add(text)

    def _end(self, text: str) -> None:
        name = read_name(text)
        if name.kind != NONE and len(text) <= LONGEST_NAME:
            self.words.remove(text)
        if name.kind == FULL:
            self._texts.remove(name.key, text)
        if name.kind == FULL and len(text) <= LONGEST_NAME:
            self.alike.remove(text)
