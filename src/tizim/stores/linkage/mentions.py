"""The mentions of a register as a table: what stands around each name, in numbers."""

import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import count, pairwise
from typing import TYPE_CHECKING, Any

from tizim.identity import Context, Model

if TYPE_CHECKING:
    import pyarrow

SETS = ("towns", "regions", "articles", "numbers", "acts", "occupations")
_SINGLE = ("sex", "document_id", "source")
_YEARS = ("birth_first", "birth_last")
_DAYS = ("first_day", "last_day")
_LONGEST_SPAN = 4  # years of birth: a longer span agrees with too many
_HALF = 32


@dataclass(frozen=True, slots=True)
class Told:
    """Mentions: one row each in ``table``, ``unique_id`` counting from 0, ``folded`` the number of its name
    in ``names``. ``ids``: what the caller calls the row with that ``unique_id``."""

    table: "pyarrow.Table"
    names: list[str]
    ids: list[str]


def told(mentions: Iterable[tuple[str, Context]], model: Model) -> Told:
    """The table of these mentions, each with its id."""
    columns, names, ids = _Columns(_offices(model)), list[str](), list[str]()
    numbers: dict[str, int] = {}
    written: dict[str, int] = {}
    for own, context in mentions:
        number = written.get(context.name)
        if number is None:
            number = written[context.name] = numbers.setdefault(_folded(context.name), len(names))
            if number == len(names):
                names.append(context.name)
        ids.append(own)
        columns.add(number, context)
    return Told(columns.table(), names, ids)


def _folded(name: str) -> str:
    """Names that are equal as written but for case, spaces and compatibility forms."""
    if name.isascii():
        return " ".join(name.lower().split())
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return " ".join("".join([one for one in folded if unicodedata.category(one) != "Cf"]).split())


def _offices(model: Model) -> frozenset[str]:
    """The occupations of which a person has either some or none."""
    return frozenset(model.aspects["occupation"].levels["opposed"].among)


@lru_cache(maxsize=4096)
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


class _Columns:
    """Columns of numbers, filled row by row."""

    def __init__(self, offices: frozenset[str]) -> None:
        self._offices = offices
        numbers = count(10_000)  # years are numbers too
        self._codes: dict[str, dict[str, int]] = {
            each: defaultdict(lambda: next(numbers)) for each in (*_SINGLE, *SETS)
        }
        self._folded = array("i")
        self._single: dict[str, list[int | None]] = {
            each: [] for each in (*_SINGLE, *_YEARS, *_DAYS, "office")
        }
        self._sets = {each: _Lists() for each in (*SETS, "tokens")}

    def add(self, number: int, context: Context) -> None:
        """Adds a row for a mention of the name with that number."""
        self._folded.append(number)
        single = self._single
        for each in _SINGLE:
            value = getattr(context, each)
            single[each].append(self._codes[each][value] if value else None)
        single["birth_first"].append(context.birth_first)
        single["birth_last"].append(context.birth_last)
        single["first_day"].append(_ordinal(context.first_day) if context.first_day else None)
        single["last_day"].append(_ordinal(context.last_day) if context.last_day else None)
        held = not context.occupations.isdisjoint(self._offices)
        single["office"].append(int(held) if context.occupations else None)
        found = {each: self._codes_of(each, getattr(context, each)) for each in SETS}
        for each, codes in found.items():
            self._sets[each].add(codes)
        self._sets["tokens"].add(_tokens(single["document_id"][-1], _years(context), found))

    def _codes_of(self, what: str, values: frozenset[str]) -> Sequence[int]:
        codes = self._codes[what]
        return sorted([codes[one] for one in values]) if values else ()

    def table(self) -> "pyarrow.Table":
        """The rows so far."""
        import pyarrow

        columns: dict[str, Any] = {
            "unique_id": pyarrow.array(range(len(self._folded)), pyarrow.int32()),
            "folded": pyarrow.array(self._folded, pyarrow.int32()),
        }
        columns |= {each: pyarrow.array(values, pyarrow.int32()) for each, values in self._single.items()}
        columns |= {each: lists.column() for each, lists in self._sets.items()}
        return pyarrow.table(columns)


def _years(context: Context) -> Sequence[int]:
    first, last = context.birth_first, context.birth_last
    if first is None or last is None or last - first >= _LONGEST_SPAN:
        return ()
    return range(first, last + 1)


def _tokens(document: int | None, born: Sequence[int], found: dict[str, Sequence[int]]) -> list[int]:
    """What two mentions must share before two common names are compared: the document, an act and its day, or
    two of year of birth, town, article and occupation. One number each."""
    tokens = [*found["acts"]] if document is None else [document, *found["acts"]]
    towns, numbers, trades = found["towns"], found["numbers"], found["occupations"]
    for one, other in ((born, towns), (born, numbers), (towns, numbers), (born, trades)):
        if one and other:
            tokens += [a << _HALF | b for a in one for b in other]
    return tokens


class _Lists:
    """A column of lists of numbers; an empty list is nothing."""

    def __init__(self) -> None:
        self._values = array("q")
        self._ends = array("i", [0])

    def add(self, values: Sequence[int]) -> None:
        """Adds a row."""
        if values:
            self._values.extend(values)
        self._ends.append(len(self._values))

    def column(self) -> "pyarrow.Array":
        """The rows so far."""
        import pyarrow

        offsets = pyarrow.array(self._ends, pyarrow.int32())
        none = pyarrow.array([end == begin for begin, end in pairwise(self._ends)], pyarrow.bool_())
        return pyarrow.ListArray.from_arrays(offsets, pyarrow.array(self._values, pyarrow.int64()), mask=none)
