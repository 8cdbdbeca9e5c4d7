"""Mentions on the way to persons: what is joined so far, what must stay apart, what is in doubt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tizim.identity.kin import Kin
from tizim.identity.mentions import Mention
from tizim.identity.names import Name, read_name
from tizim.identity.sets import DisjointSets
from tizim.identity.unlike import Bearing
from tizim.identity.verdicts import Pair, Verdicts


class Tie(NamedTuple):
    """Two numbers that may be one person, and why that is open.

    ``one_way``: the first is a shorter name that may stand for the second, which says nothing of others
    that it may stand for.
    """

    left: int
    right: int
    why: str
    one_way: bool = False


@dataclass(slots=True)
class Joining:
    """Mentions by number (those that only judgements name come last, without a name), and their sets.

    ``bearings`` are what the claims of a mention say of age and sex, by its number.
    """

    mentions: Sequence[Mention]
    names: list[Name]
    sets: DisjointSets
    apart: list[tuple[int, int]]
    different: list[tuple[int, int]]
    numbers: Mapping[str, int]
    bearings: Mapping[int, Bearing]
    kin: Kin
    ties: list[Tie] = field(default_factory=list)

    def longer(self, number: int, *, loosely: bool = False) -> list[int]:
        """The mentions in its document that it could be a shorter form of."""
        return [self.numbers[one] for one in self.kin.longer(self.mentions[number], loosely=loosely)]

    def shorter(self, number: int) -> list[int]:
        """The mentions in its document that could, loosely, be a shorter form of it."""
        return [self.numbers[one] for one in self.kin.shorter(self.mentions[number])]

    def apart_roots(self) -> dict[int, set[int]]:
        """For each set the sets that it must not be joined with."""
        found: dict[int, set[int]] = {}
        for left, right in _roots(self.apart, self.sets):
            if left != right:
                found.setdefault(left, set()).add(right)
                found.setdefault(right, set()).add(left)
        return found

    def different_roots(self) -> set[tuple[int, int]]:
        """Pairs of sets that are two persons, the smaller number first."""
        return {(min(pair), max(pair)) for pair in _roots(self.different, self.sets)}

    def join_groups(self, groups: Iterable[set[int]], why: str) -> None:
        """Makes each group of sets one, as far as nothing in it must stay apart; the rest becomes doubts.

        Of one group those that must stay apart from others of it stand alone. Where groups together would
        join what must stay apart, none of them is joined.
        """
        apart = self.apart_roots()
        wanted = [(group, self._untorn(group, apart, why)) for group in groups if len(group) > 1]
        tried = self.sets.copy()
        for _, members in wanted:
            tried.join_all(members)
        tangled = {tried.root(left) for left in apart for right in apart[left] if tried.one_set(left, right)}
        for group, members in wanted:
            if members and tried.root(min(members)) in tangled:
                self.doubt(group, why)
            else:
                self.sets.join_all(members)

    def _untorn(self, group: set[int], apart: Mapping[int, set[int]], why: str) -> set[int]:
        """The members that nothing keeps apart from another member; if some are, the group is in doubt."""
        kept_from = {one: apart[one] & group for one in group if one in apart} if apart else {}
        torn = {one for one, others in kept_from.items() if others}
        if any(len(kept_from[one]) < len(group) - 1 for one in torn):
            self.doubt(group, why)
        return group - torn

    def doubt(self, group: Iterable[int], why: str) -> int:
        """Leaves open whether the members are one: each is tied to a new number, which stands for nobody."""
        hub = self.sets.add()
        self.names.append(read_name(""))
        self.ties += [Tie(hub, one, why) for one in group]
        return hub


def start(
    mentions: Sequence[Mention], verdicts: Verdicts, bearings: Mapping[str, Bearing], kin: Kin
) -> Joining:
    """The mentions, joined as far as judgements join them."""
    numbers = {mention.id: number for number, mention in enumerate(mentions)}
    for one in sorted(verdicts.mention_ids - numbers.keys()):
        numbers[one] = len(numbers)
    sets = DisjointSets(len(numbers))
    for left, right in verdicts.same:
        sets.join(numbers[left], numbers[right])
    nameless = [read_name("")] * (len(numbers) - len(mentions))
    joining = Joining(
        mentions=mentions,
        names=[read_name(mention.name) for mention in mentions] + nameless,
        sets=sets,
        apart=_numbered(verdicts.apart, numbers),
        different=_numbered(verdicts.different, numbers),
        numbers=numbers,
        bearings={numbers[one.id]: bearings[one.id] for one in mentions if one.id in bearings},
        kin=kin,
    )
    for why, pairs in (("unsure", verdicts.unsure), ("contested", verdicts.contested)):
        joining.ties += [Tie(left, right, why) for left, right in _numbered(pairs, numbers)]
    return joining


def _numbered(pairs: Iterable[Pair], numbers: Mapping[str, int]) -> list[tuple[int, int]]:
    return [(numbers[left], numbers[right]) for left, right in pairs]


def _roots(pairs: Iterable[tuple[int, int]], sets: DisjointSets) -> list[tuple[int, int]]:
    return [(sets.root(left), sets.root(right)) for left, right in pairs]
