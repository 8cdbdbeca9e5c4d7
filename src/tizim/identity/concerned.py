"""Whom a judgement can concern: the mentions that any rule may look at because of it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tizim.claims import Claim
from tizim.identity.judgement import Judgement
from tizim.identity.mentions import mention_id
from tizim.identity.names import FULL, read_name

Written = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Concerned:
    """Mentions whose persons and doubts can be computed alone: their ids, their documents and names."""

    mention_ids: frozenset[str]
    written: frozenset[Written]

    def claims(self, among: Iterable[Claim]) -> tuple[Claim, ...]:
        """Those of the claims that are about these mentions, in their order."""
        return tuple([one for one in among if (one.document_id, one.person) in self.written])

    def judgements(self, among: Iterable[Judgement]) -> tuple[Judgement, ...]:
        """Those of the judgements that are about these mentions, in their order."""
        return tuple([one for one in among if one.left in self.mention_ids])


def concerned(
    seeds: Iterable[str],
    claims: Sequence[Claim],
    judgements: Iterable[Judgement],
    beside: Callable[[str], Collection[str]],
) -> Concerned:
    """The mentions that judgements on the given ones can touch; persons outside stay as they are.

    From one mention to the next goes whoever is judged with it, bears its full name, shares its document
    and a surname, or is held together with it by a doubt: ``beside`` gives these others.
    """
    ground = _Ground(claims, judgements)
    found = set(seeds)
    ahead = list(found)
    while ahead:
        one = ahead.pop()
        new = {*ground.near(one), *beside(one)} - found
        found |= new
        ahead += new
    return Concerned(frozenset(found), ground.written(found))


class _Ground:
    """All mentions by document, by full name and by id, and who is judged with whom."""

    def __init__(self, claims: Sequence[Claim], judgements: Iterable[Judgement]) -> None:
        written = dict.fromkeys([(claim.document_id, claim.person) for claim in claims if claim.person])
        self._written: dict[str, Written] = {mention_id(*one): one for one in written}
        self._in_document: dict[str, list[str]] = defaultdict(list)
        self._bearers: dict[str, list[Written]] = defaultdict(list)
        for document, name in written:
            self._in_document[document].append(name)
            if read_name(name).kind == FULL:
                self._bearers[read_name(name).key].append((document, name))
        self._judged: dict[str, set[str]] = defaultdict(set)
        for judgement in judgements:
            self._judged[judgement.left].add(judgement.right)
            self._judged[judgement.right].add(judgement.left)

    def written(self, mentions: Iterable[str]) -> frozenset[Written]:
        """The documents and names of those mentions that claims have."""
        return frozenset(self._written[one] for one in mentions if one in self._written)

    def near(self, mention: str) -> Iterator[str]:
        """The mentions that stand next to this one."""
        yield from self._judged.get(mention, ())
        if mention not in self._written:
            return
        document, written = self._written[mention]
        name = read_name(written)
        if name.kind == FULL:
            yield from (mention_id(*one) for one in self._bearers[name.key])
        for other in self._in_document[document]:
            near = read_name(other)
            if near.key == name.key or near.surname == name.surname:
                yield mention_id(document, other)
