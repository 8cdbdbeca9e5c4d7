"""Whom a judgement can concern: the mentions that any rule may look at because of it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tizim.claims import Claim
from tizim.identity.judgement import Judgement
from tizim.identity.mentions import mention_id
from tizim.identity.names import FULL, read_name
from tizim.identity.verdicts import Pair

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
    pairs: Iterable[Pair],
    claims: Sequence[Claim],
    judgements: Iterable[Judgement],
    beside: Callable[[str], Collection[Written]],
) -> Concerned:
    """The mentions that judgements on these pairs can touch; persons outside stay as they are.

    From one mention to the next goes whoever is judged with it, bears its full name, shares its document
    and a surname, or is held together with it by a person or a doubt: for the first mention of a person
    ``beside`` gives the document and name of all of these, for any other it may give none.
    """
    ground = _Ground(claims, judgements, beside)
    found = {mention for pair in pairs for mention in pair}
    written: set[Written] = set()
    ahead = list(found)
    while ahead:
        one = ahead.pop()
        for other in ground.near(one, written):
            if other not in found:
                found.add(other)
                ahead.append(other)
    return Concerned(frozenset(found), frozenset(written))


class _Ground:
    """All mentions by document and by full name, and who is judged with whom."""

    def __init__(
        self,
        claims: Sequence[Claim],
        judgements: Iterable[Judgement],
        beside: Callable[[str], Collection[Written]],
    ) -> None:
        self._all = dict.fromkeys([(claim.document_id, claim.person) for claim in claims if claim.person])
        self._beside = beside
        self._known: dict[str, Written] = {}
        self._judged: dict[str, set[str]] = defaultdict(set)
        for judgement in judgements:
            self._judged[judgement.left].add(judgement.right)
            self._judged[judgement.right].add(judgement.left)

    def near(self, mention: str, met: set[Written]) -> Iterator[str]:
        """The mentions that stand next to this one; its document and name join those that were met."""
        yield from self._judged.get(mention, ())
        yield from (self._id(one) for one in self._beside(mention))
        written = self._known.get(mention) or self._everywhere.get(mention)
        if written is None:
            return
        met.add(written)
        document, name = written[0], read_name(written[1])
        if name.kind == FULL:
            yield from (self._id(one) for one in self._bearers[name.key])
        for other in self._in_document[document]:
            near = read_name(other)
            if near.key == name.key or near.surname == name.surname:
                yield self._id((document, other))

    def _id(self, written: Written) -> str:
        found = mention_id(*written)
        self._known[found] = written
        return found

    @cached_property
    def _everywhere(self) -> dict[str, Written]:
        """Every mention by its id: dear, and made only for one that nothing else leads to."""
        return {mention_id(*one): one for one in self._all}

    @cached_property
    def _in_document(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for document, name in self._all:
            found[document].append(name)
        return found

    @cached_property
    def _bearers(self) -> dict[str, list[Written]]:
        found: dict[str, list[Written]] = defaultdict(list)
        for one in self._all:
            name = read_name(one[1])
            if name.kind == FULL:
                found[name.key].append(one)
        return found
