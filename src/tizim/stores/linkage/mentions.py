"""The mentions of a register as a table: what stands around each full name, in codes."""

import unicodedata
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any
from zlib import crc32

from tizim.identity import Context, Model

if TYPE_CHECKING:
    import pyarrow

SETS = ("towns", "regions", "articles", "numbers", "acts", "occupations")
_SINGLE = ("sex", "document_id", "source")
_YEARS = ("birth_first", "birth_last")
_DAYS = ("first_day", "last_day")
_TOGETHER = (("born", "towns"), ("born", "numbers"), ("towns", "numbers"), ("born", "occupations"))


@dataclass(frozen=True, slots=True)
class Told:
    """Mentions: one row each in ``table``, ``unique_id`` counting from 0, ``folded`` the number of its name in
    ``names``. ``ids``: what the caller calls the row with that ``unique_id``."""

    table: "pyarrow.Table"
    names: list[str]
    ids: list[str]


def told(mentions: Iterable[tuple[str, Context]], model: Model) -> Told:
    """The table of these mentions, each with its id."""
    columns, names, ids = _Columns(_offices(model)), list[str](), list[str]()
    numbers: dict[str, int] = {}
    for own, context in mentions:
        number = numbers.setdefault(_folded(context.name), len(names))
        if number == len(names):
            names.append(context.name)
        ids.append(own)
        columns.add(number, context)
    return Told(columns.table(), names, ids)


def _folded(name: str) -> str:
    """Names that are equal as written but for case, spaces and compatibility forms."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return " ".join("".join([one for one in folded if unicodedata.category(one) != "Cf"]).split())


def _offices(model: Model) -> frozenset[str]:
    """The occupations of which a person has either some or none."""
    return frozenset(model.aspects["occupation"].levels["opposed"].among)


def tokens(context: Context) -> frozenset[int]:
    """What two documents must agree on before two common names are compared: the document itself, an act and
    its day, or two of year of birth, town, article and occupation; as numbers."""
    agreed = [f"d {context.document_id}"] if context.document_id else []
    agreed += [f"a {act}" for act in context.acts]
    for one, other in _TOGETHER:
        agreed += [f"{one} {a} {other} {b}" for a, b in product(_said(context, one), _said(context, other))]
    return frozenset(crc32(each.encode("utf-8", "surrogatepass")) for each in agreed)


def _said(context: Context, what: str) -> Iterable[Any]:
    if what != "born":
        said: Iterable[Any] = getattr(context, what)
        return said
    first, last = context.birth_first, context.birth_last
    return range(first, last + 1) if first is not None and last is not None and last - first < 4 else ()


class _Codes(dict[str, int]):
    """A number for each text, in the order in which they come."""

    def __missing__(self, text: str) -> int:
        self[text] = code = len(self)
        return code


class _Columns:
    """Columns of numbers, filled row by row."""

    def __init__(self, offices: frozenset[str]) -> None:
        self._offices = offices
        self._codes = _Codes()
        self._folded = array("i")
        self._single: dict[str, list[int | None]] = {each: [] for each in (*_SINGLE, *_YEARS, *_DAYS, "office")}
        self._sets = {each: _Lists() for each in (*SETS, "tokens")}

    def add(self, number: int, context: Context) -> None:
        """Adds a row for a mention of the name with that number."""
        self._folded.append(number)
        for each in _SINGLE:
            value = getattr(context, each)
            self._single[each].append(self._codes[value] if value else None)
        for each in _YEARS:
            self._single[each].append(getattr(context, each))
        for each in _DAYS:
            day = getattr(context, each)
            self._single[each].append(date.fromisoformat(day).toordinal() if day else None)
        held = not context.occupations.isdisjoint(self._offices)
        self._single["office"].append(int(held) if context.occupations else None)
        for each in SETS:
            self._sets[each].add(sorted(self._codes[f"{each} {one}"] for one in getattr(context, each)))
        self._sets["tokens"].add(sorted(tokens(context)))

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


class _Lists:
    """A column of lists of numbers; an empty list is nothing."""

    def __init__(self) -> None:
        self._values = array("q")
        self._ends: list[int | None] = [0]
        self._none: list[bool] = []

    def add(self, values: Iterable[int]) -> None:
        """Adds a row."""
        before = len(self._values)
        self._values.extend(values)
        self._none.append(len(self._values) == before)
        self._ends.append(len(self._values))

    def column(self) -> "pyarrow.Array":
        """The rows so far."""
        import pyarrow

        offsets = pyarrow.array(self._ends, pyarrow.int32())
        mask = pyarrow.array(self._none, pyarrow.bool_())
        return pyarrow.ListArray.from_arrays(offsets, pyarrow.array(self._values, pyarrow.int64()), mask=mask)

