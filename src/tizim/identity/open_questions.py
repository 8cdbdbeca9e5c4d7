"""The open questions between persons: by judgements and rules, and by names that may be one."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from tizim.identity.alike import ALIKE, LONGER
from tizim.identity.doubts import ONE_WAY, PAIR, Doubt, Edge, doubt_of
from tizim.identity.names import FULL, INITIALS, NONE, read_name
from tizim.identity.persons import Person
from tizim.identity.roster import Roster
from tizim.identity.settle import Settled
from tizim.identity.strays import Strays, form_of
from tizim.identity.unpacked import Unpacked

NAMES_ALIKE, LONGER_FORM = "names_alike", "longer_form"


class Questions:
    """The sets of mentions as they are settled, and what is open between them."""

    def __init__(
        self, roster: Roster, row: Any = None, persons: dict[str, Callable[[], Any]] | None = None
    ) -> None:
        sets, edges, different, strays = row or ({}, (), (), ())
        self._roster = roster
        self.persons: Unpacked[Person] = Unpacked(persons or {}, _person, stays=False)
        self._sets: dict[str, str] = sets
        self._edges: dict[str, list[Edge]] = {}
        self._different: dict[str, set[str]] = {}
        self._strays: set[str] = set(strays)
        self._tie((Edge(*edge) for edge in edges), different)

    @property
    def row(self) -> Any:
        """What is to be kept of it, the persons left out."""
        edges = dict.fromkeys(edge for edges in self._edges.values() for edge in edges)
        different = [
            (one, other) for one, others in self._different.items() for other in others if one < other
        ]
        return self._sets, list(map(list, edges)), different, sorted(self._strays)

    def sets_of(self, mentions: Iterable[str]) -> set[str]:
        """The ids of the sets in which these mentions stand, with those that hold them open."""
        sets = {self._sets[one] for one in mentions if one in self._sets}
        return sets | {end for one in sets for edge in self._edges.get(one, ()) for end in edge[:2]}

    def sets_with(self, mentions: Iterable[str]) -> frozenset[str]:
        """The ids of the sets in which these mentions stand."""
        return frozenset(self._sets[one] for one in mentions if one in self._sets)

    def forget(self, sets: Collection[str], mentions: Iterable[str]) -> dict[str, Person]:
        """Takes these sets out; the persons among them come back."""
        for one in mentions:
            self._sets.pop(one, None)
        for one in sets:
            self._edges.pop(one, None)
            self._different.pop(one, None)
        self._strays.difference_update(sets)
        return {one: self.persons.pop(one) for one in sets if one in self.persons}

    def learn(self, settled: Settled) -> None:
        """Takes in what was settled."""
        self.persons.update((person.id, person) for person in settled.persons)
        self._sets.update(settled.sets)
        self._strays |= settled.strays
        self._tie(settled.edges, settled.different)

    def _tie(self, edges: Iterable[Edge], different: Iterable[tuple[str, str]]) -> None:
        for edge in edges:
            self._edges.setdefault(edge.left, []).append(edge)
            self._edges.setdefault(edge.right, []).append(edge)
        for one, other in different:
            self._different.setdefault(one, set()).add(other)
            self._different.setdefault(other, set()).add(one)

    def near_to(self, mentions: Iterable[str]) -> set[str]:
        """The sets whose names are near to those of these mentions."""
        roster = self._roster
        texts = {roster.mentions[one].name for one in mentions}
        near = {other for text in texts for other in roster.alike.near(text)}
        return {self._sets[one] for text in near for one in roster.written(text) if one in self._sets}

    def edges(self, one: str) -> Iterator[Edge]:
        """What is open about one set."""
        yield from self._edges.get(one, ())
        person = self.persons.get(one)
        for text in person.names if person else ():
            if read_name(text).kind == FULL:
                yield from self._by_names(one, text)

    def _by_names(self, one: str, text: str) -> Iterator[Edge]:
        different = self._different.get(one, ())
        for other, how in self._roster.alike.near(text).items():
            for end in {self._sets[mention] for mention in self._roster.written(other)}:
                if end == one or end in different:
                    continue
                if how == ALIKE:
                    yield Edge(min(one, end), max(one, end), NAMES_ALIKE, PAIR)
                else:
                    yield Edge(*((one, end) if how == LONGER else (end, one)), LONGER_FORM, ONE_WAY)

    def doubts(self, around: Iterable[str] | None = None) -> tuple[Doubt, ...]:
        """The doubts that hold any of these persons, or all doubts, in the order of their persons."""
        seen: set[str] = set()
        found = []
        for one in self.persons if around is None else around:
            if one not in seen and one in self.persons:
                edges = self._together(one, seen)
                doubt = doubt_of(edges, self.persons, self._different) if edges else None
                found += [doubt] if doubt else []
        return tuple(sorted(found, key=lambda doubt: doubt.person_ids))

    def _together(self, start: str, seen: set[str]) -> list[Edge]:
        """All that is open between those who hang together with this one."""
        seen.add(start)
        found: dict[Edge, None] = {}
        ahead = [start]
        while ahead:
            for edge in self.edges(ahead.pop()):
                found[edge] = None
                new = [one for one in edge[:2] if one not in seen]
                seen.update(new)
                ahead += new
        return list(found)

    def strays(self) -> tuple[Strays, ...]:
        """The strays, those of one form together."""
        groups: dict[tuple[str, ...], list[str]] = {}
        for one in self._strays:
            forms = tuple(sorted({form_of(name) for name in self.persons[one].names}))
            groups.setdefault(forms, []).append(one)
        found = [self._strays_of(sorted(group)) for group in groups.values()]
        return tuple(sorted(found, key=lambda strays: strays.person_ids))

    def _strays_of(self, group: Sequence[str]) -> Strays:
        names: dict[str, str] = {}
        for name in sorted(name for one in group for name in self.persons[one].names):
            names.setdefault(form_of(name), name)
        kinds = {name: read_name(name).kind for name in names.values()}
        known = [{*self._roster.words.bearers(name)} for name, kind in kinds.items() if kind != NONE]
        texts = set.intersection(*known) if known else ()
        bearers = {self._sets[one] for text in texts for one in self._roster.written(text)}.difference(group)
        different = {
            (min(one, other), max(one, other)) for one in group for other in self._different.get(one, ())
        }
        return Strays(
            tuple(group),
            tuple(sorted(bearers)),
            frozenset(pair for pair in different if all(one in self.persons for one in pair)),
            anybody=INITIALS not in kinds.values(),
        )


def _person(person_id: str, read: Callable[[], Any]) -> Person:
    name, names, mentions, claims, *_ = read()
    return Person(person_id, name, tuple(names), tuple(mentions), tuple(claims))
