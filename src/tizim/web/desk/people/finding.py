"""People by any spelling of a name: the index of names, kept in memory and brought up to date."""

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tizim.identity import Found, NameIndex, compare_score
from tizim.timelines import Chronicle
from tizim.web.desk.courtesy import holding
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened
from tizim.web.desk.people.columns import Columns
from tizim.web.desk.people.roster import Part, roster, unhindered

MOST = 20
"""So many people at most are found by a name: further ones agree too little to be looked at."""
_ALIKE = 0.45
_AT_HAND = 2_000


class Names:
    """The index of everybody's names, for several who ask at once; it goes on with the register.

    Whoever asks while it is ahead leaves aside whom his or her state of the register does not know.
    """

    def __init__(self, parts: Mapping[str, Part], lines: Iterable[str] = ()) -> None:
        self._index, self._lock = NameIndex(lines), threading.Lock()
        self._names: dict[str, tuple[str, ...]] = {}
        self._found: dict[Any, Sequence[Found]] = {}
        with unhindered(many=True):
            self.bring_up(parts, parts)
            self._index.prepare()

    def bring_up(self, parts: Mapping[str, Part], touched: Iterable[str]) -> None:
        """Takes out those of the people touched who are gone or otherwise named, and puts in who is new."""
        with holding(self._lock):
            for one in touched:
                wanted = parts[one].names if one in parts else None
                if self._names.get(one) == wanted:
                    continue
                self._found = {}
                if self._names.pop(one, None):
                    self._index.remove(one)
                if wanted:
                    self._index.add(one, wanted)
                    self._names[one] = wanted

    def lines(self) -> list[str]:
        """What is known of these names, to be kept."""
        return list(self._index.lines())

    def find(self, name: str, **how: Any) -> Sequence[Found]:
        """Whose names fit best; see ``NameIndex.find``. What was asked stays at hand: many begin alike."""
        asked = name, *sorted(how.items())
        if (found := self._found.get(asked)) is not None:
            return found
        with holding(self._lock):
            if asked not in self._found:
                if len(self._found) == _AT_HAND:
                    self._found = {}
                self._found[asked] = self._index.find(name, **how)
            return self._found[asked]


def names(asked: Moment) -> Names:
    """The index of the names known at the moment, up to date."""

    def begin(_: Chronicle) -> Names:
        known: list[str] = []
        _, before = opened().found_before("names", asked, lambda _: known)
        made = Names(roster(asked).parts, before or ())
        known += before or made.lines()
        return made

    def go_on(before: Names, _: Chronicle, touched: Collection[str]) -> Names:
        before.bring_up(roster(asked).parts, touched)
        return before

    return opened().following(("names", asked.known_at, asked.basis), asked, begin, go_on)


def found(name: str, asked: Moment, among: Columns, language: str) -> list[Found]:
    """The people whose names fit best, of those who are in the columns and by names that they have there."""
    told = names(asked).find(name, limit=MOST, typing=True, language=language)
    return sorted(_known(told, name, among), key=lambda one: -one.score)


def _known(told: Iterable[Found], name: str, among: Columns) -> Iterator[Found]:
    for one in told:
        row = among.row(one.person_id)
        if row is None:
            continue
        written = row[0].names
        if one.name in written:
            yield one
        else:
            best = max(written, key=lambda each: compare_score(name, each))
            if (score := compare_score(name, best)) >= _ALIKE:
                yield replace(one, name=best, score=score, reasons=())
