"""People by any spelling of a name: the index of names, kept in memory and brought up to date."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tizim.identity import Found, NameIndex, compare_score
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened
from tizim.web.desk.people.columns import Columns
from tizim.web.desk.people.roster import MANY, roster, unhindered

MOST = 20
"""So many people at most are found by a name: further ones agree too little to be looked at."""
_ALIKE = 0.45


@dataclass(slots=True)
class Names:
    """The index of everybody's names, and which names stand in it."""

    index: NameIndex = field(default_factory=NameIndex)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def bring_up(self, wanted: Mapping[str, tuple[str, ...]]) -> None:
        """Takes out who is gone or otherwise named, and puts in who is new."""
        many = len(wanted) - len(self.names) > MANY
        with unhindered(many=many):
            for one in [id_ for id_, names in self.names.items() if wanted.get(id_) != names]:
                self.index.remove(one)
                del self.names[one]
            for id_, names in wanted.items():
                if id_ not in self.names:
                    self.index.add(id_, names)
                    self.names[id_] = names
            if many:
                self.index.prepare()


def names(asked: Moment) -> Names:
    """The index of the names known at the moment, up to date."""
    key = "names", asked.known_at, asked.basis
    one: Names = opened().lasting(key, Names)
    opened().kept(
        (key, "fresh"), lambda: one.bring_up({id_: part.names for id_, part in roster(asked).parts.items()})
    )
    return one


def found(name: str, asked: Moment, among: Columns, language: str) -> list[Found]:
    """The people whose names fit best, of those who are in the columns and by names that they have there."""
    told = names(asked).index.find(name, limit=MOST, typing=True, language=language)
    return sorted(_known(told, name, among), key=lambda one: -one.score)


def _known(told: Iterable[Found], name: str, among: Columns) -> Iterator[Found]:
    for one in told:
        at = among.place.get(one.person_id)
        if at is None:
            continue
        written = among.parts[at].names
        if one.name in written:
            yield one
        else:
            best = max(written, key=lambda each: compare_score(name, each))
            if (score := compare_score(name, best)) >= _ALIKE:
                yield replace(one, name=best, score=score, reasons=())
