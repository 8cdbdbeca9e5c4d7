"""The mentions that stand, and which others any rule looks at because of them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from tizim.identity.alike import AlikeNames
from tizim.identity.kin import Kin
from tizim.identity.mentions import Mention
from tizim.identity.names import FULL, NONE, read_name
from tizim.identity.several import Several
from tizim.identity.strays import NamesByWord
from tizim.identity.unpacked import Unpacked
from tizim.identity.written import LONGEST_NAME

_PLACES = 3


class Roster:
    """Mentions by id, written form, document and kin."""

    def __init__(self, row: Any = None) -> None:
        mentions, kin, alike, words, *indexes = row or ({}, None, None, None, None, None, None)
        self.mentions: Unpacked[Mention] = Unpacked(mentions, _mention)
        self.kin = Kin(self.mentions, kin)
        self.alike = AlikeNames(alike)
        self.words = NamesByWord(words)
        self._by_text, self._texts, self._inside = map(Several, indexes)

    @property
    def row(self) -> Any:
        """What is to be kept of it."""
        mentions = self.mentions.rows(_row)
        parts = [
            each.row for each in (self.kin, self.alike, self.words, self._by_text, self._texts, self._inside)
        ]
        return [mentions, *parts]

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
            self._inside.add(f"{mention.document_id}\x1f{name.key}", mention.id)

    def drop(self, mention_id: str) -> None:
        """Takes a mention out."""
        mention = self.mentions.pop(mention_id)
        name = read_name(mention.name)
        self.kin.remove(mention)
        self._by_text.remove(mention.name, mention.id)
        if not self._by_text.of(mention.name):
            self._end(mention.name)
        if name.kind != FULL and name.key:
            self._inside.remove(f"{mention.document_id}\x1f{name.key}", mention.id)

    def first_place(self, mention_id: str) -> int:
        """The place of the first claim with the mention."""
        places: Sequence[int] = self.mentions.glance(mention_id, _PLACES, lambda one: one.places)
        return places[0]

    def mentions_in(self, documents: Collection[str]) -> Iterator[str]:
        """The mentions in these documents; all are looked through."""
        of = self.mentions.glance
        return (one for one in self.mentions if of(one, 0, lambda each: each.document_id) in documents)

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
            yield from self._inside.of(f"{mention.document_id}\x1f{name.key}")
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


def _row(mention: Mention) -> Any:
    moments = mention.moments[:1] if len({*mention.moments}) == 1 else mention.moments
    return mention.document_id, mention.name, mention.claim_ids, mention.places, moments


def _mention(mention_id: str, row: Any) -> Mention:
    document, name, claims, places, moments = row
    return Mention(
        mention_id,
        document,
        name,
        tuple(claims),
        tuple(places),
        tuple(moments * (len(claims) if len(moments) == 1 else 1)),
    )
