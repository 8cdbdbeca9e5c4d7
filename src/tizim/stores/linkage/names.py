"""The names of a register, each once: in what order they stand, their keys, and how rare they are."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tizim.identity import Model
from tizim.stores.linkage.mentions import Told
from tizim.stores.linkage.naming import Keys, by_rarest_word, keys_of_names, processes

if TYPE_CHECKING:
    import pyarrow

_FEW = 30  # as in identity.rarity


@dataclass(frozen=True, slots=True)
class Names:
    """Names by their number; ``strong`` and ``weak`` (n, key): see ``blocks``; ``word`` (n, word): sounds."""

    names: list[str]
    strong: "pyarrow.Table"
    weak: "pyarrow.Table"
    word: "pyarrow.Table"


def read_names(told: Told) -> tuple[Told, Names]:
    """The full names with their keys, and the mentions that have one, with the new numbers of their names.

    Names that sound alike get numbers near each other: that is where they are looked up together.
    """
    order = {name: number for number, name in enumerate(told.names)}
    ordered = by_rarest_word(told.names)
    keys = _Flat()
    with processes(len(ordered)) as runs:
        for piece in keys_of_names(ordered, runs):
            keys.add(piece)
    places = sorted(keys.full(), key=lambda place: (keys.places[place], ordered[place]))
    names = [ordered[place] for place in places]
    number = array("i", [-1]) * len(ordered)
    for new, name in enumerate(names):
        number[order[name]] = new
    return replace(told, table=_numbered(told, number), names=names), keys.tables(names, places)


def _numbered(told: Told, number: "array[int]") -> "pyarrow.Table":
    """The mentions whose names have a number, with it."""
    import pyarrow
    import pyarrow.compute as compute

    folded = pyarrow.array(number, pyarrow.int32()).take(told.table["folded"])
    place = told.table.schema.get_field_index("folded")
    return told.table.set_column(place, "folded", folded).filter(compute.greater_equal(folded, 0))


class _Flat:
    """Keys of many names in few columns of numbers: a million names have fifteen million keys."""

    def __init__(self) -> None:
        self.places: list[str] = []
        self._columns = {"strong": (array("i"), array("q")), "weak": (array("i"), array("q"))}
        self._words: list[tuple[str, ...]] = []
        self._full = array("b")

    def full(self) -> list[int]:
        """The places of full names."""
        return [place for place, full in enumerate(self._full) if full]

    def add(self, piece: Sequence[Keys]) -> None:
        """Adds the keys of the next names."""
        for each in piece:
            place = len(self.places)
            self.places.append(each.place)
            self._words.append(each.words)
            self._full.append(each.full)
            for (numbers, keys), found in zip(self._columns.values(), (each.strong, each.all), strict=True):
                numbers.extend([place] * len(found))
                keys.extend(found)

    def tables(self, names: list[str], places: Sequence[int]) -> Names:
        """The tables, with the numbers that the names have now."""
        import pyarrow

        new = array("i", bytes(4 * len(self.places)))
        for number, place in enumerate(places):
            new[place] = number
        numbers = pyarrow.array(new, pyarrow.int32())

        def owned(owners: Sequence[int]) -> pyarrow.Array:
            return numbers.take(pyarrow.array(owners, pyarrow.int32()))

        made = {
            what: pyarrow.table({"n": owned(owners), "key": pyarrow.array(keys, pyarrow.int64())})
            for what, (owners, keys) in self._columns.items()
        }
        owners = array("i", [place for place, words in enumerate(self._words) for _ in words])
        words = pyarrow.array([word for words in self._words for word in words], pyarrow.string())
        return Names(names, **made, word=pyarrow.table({"n": owned(owners), "word": words}))


def rarity_of(names: Names, model: Model) -> "pyarrow.Table":
    """How many bits each name (``folded``) is rarer than the average: ``identity.Rarity`` of all at once."""
    import duckdb

    con = duckdb.connect(":memory:")
    try:
        con.register("word", names.word)
        con.execute(_BESIDE)
        known, average = con.execute(_AVERAGE).fetchall()[0]
        least, most = (0.0, 0.0) if known < _FEW else (model.least_rarity, model.most_rarity)
        bits = f"greatest({least}, least({most}, 2 * ({average!r} - avg(log2(b.c + 1)))))"
        return con.execute(
            "SELECT CAST(n.n AS INTEGER) AS folded,"
            f" CASE WHEN count(b.c) < 2 THEN 0.0 ELSE {bits} END AS bits"
            f" FROM range({len(names.names)}) n(n) LEFT JOIN word w ON w.n = n.n"
            " LEFT JOIN beside b ON b.word = w.word GROUP BY n.n ORDER BY n.n"
        ).to_arrow_table()
    finally:
        con.close()


_BESIDE = """CREATE TABLE beside AS SELECT l.word AS word, count(DISTINCT r.word) AS c
FROM word l LEFT JOIN word r ON l.n = r.n AND l.word <> r.word GROUP BY l.word"""
_AVERAGE = "SELECT count(*), coalesce(sum(c * log2(c + 1)) / greatest(1, sum(c)), 0) FROM beside"
