"""How an entry lies in a row: the names of its values, what each may be, and entries out of rows."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import MISSING, fields
from itertools import groupby
from operator import attrgetter
from types import UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from tizim.ledger.entry import Entry
from tizim.ledger.errors import LedgerError

E = TypeVar("E", bound=Entry)
Row = tuple[Any, ...]

_NOTHING_EMPTY = object()
_SORTS = {str: "text", int: "number", bool: "flag", tuple: "list"}


class Shape(Generic[E]):
    """One class of entries seen as rows, in the order of its fields, the envelope first.

    ``sorts`` says what each value is: ``text``, ``number``, ``flag`` or ``list`` (a tuple); ``optional``
    whether it may be ``None``. ``empties`` holds the default of each field whose default is empty.
    """

    def __init__(self, entry_class: type[E]) -> None:
        self.entry_class = entry_class
        self.names = entry_class.field_names()
        hints = get_type_hints(entry_class)
        kinds = [_allowed(entry_class, name, hints[name]) for name in self.names]
        self.sorts = tuple(_SORTS[kind] for kind, _ in kinds)
        self.optional = tuple(none for _, none in kinds)
        self.empties = tuple(_empty(field) for field in fields(entry_class))
        self._allowed = tuple({kind, type(None)} if none else {kind} for kind, none in kinds)
        self._values = attrgetter(*self.names)
        self._setters = tuple(_setter(entry_class, name) for name in self.names)
        self._sound_types: set[tuple[type, ...]] = set()

    def values(self, entry: E) -> Row:
        """The values of an entry, in order; LedgerError if one is not what its field may hold."""
        values: Row = self._values(entry)
        types = tuple(map(type, values))
        if types not in self._sound_types:
            self._refuse(entry, types)
        return values

    def entries(self, rows: Sequence[Row]) -> list[E]:
        """Entries out of rows, without asking each value again (they were asked when first written).

        Column by column, because that is three times as fast as calling the class for each row.
        """
        made = [object.__new__(self.entry_class) for _ in rows]
        for write, column in zip(self._setters, zip(*rows, strict=True), strict=False):
            deque(map(write, made, column), maxlen=0)
        return made

    def _refuse(self, entry: E, types: tuple[type, ...]) -> None:
        for name, kind, allowed, sort in zip(self.names, types, self._allowed, self.sorts, strict=True):
            if kind not in allowed:
                raise LedgerError(f"{_called(entry)}: '{name}' holds {kind.__name__} and must hold a {sort}")
        self._sound_types.add(types)


def shape(entry_class: type[E]) -> Shape[E]:
    """The shape of a class of entries, worked out once."""
    if entry_class not in _SHAPES:
        _SHAPES[entry_class] = Shape(entry_class)
    return _SHAPES[entry_class]


_SHAPES: dict[type[Entry], Shape[Any]] = {}


def stamped(entries: Iterable[Entry], at: str, by: str) -> list[Entry]:
    """The same entries, recorded at that moment by that person."""
    made: list[Entry] = []
    for entry_class, run in groupby(entries, type):
        form: Shape[Any] = shape(entry_class)
        made += form.entries([(row[0], at, by, *row[3:]) for row in map(form.values, run)])
    return made


def _called(entry: Entry) -> str:
    return f"{entry.kind} {entry.id}" if isinstance(entry.id, str) else entry.kind


def _allowed(entry_class: type[Entry], name: str, hint: Any) -> tuple[type, bool]:
    """The one type of a field and whether it may be None."""
    parts = [part for part in get_args(hint) if part is not type(None)] if _is_union(hint) else [hint]
    kind = get_origin(parts[0]) or parts[0]
    if len(parts) != 1 or kind not in _SORTS:
        raise LedgerError(f"{entry_class.__name__}.{name}: a field is str, int, bool or tuple, or None")
    return kind, _is_union(hint)


def _is_union(hint: Any) -> bool:
    return get_origin(hint) in (Union, UnionType)


def _empty(field: Any) -> Any:
    """The default of a field if that is empty; else something that equals no value."""
    is_empty = field.default is not MISSING and not field.default and type(field.default) is not int
    return field.default if is_empty else _NOTHING_EMPTY


def _setter(entry_class: type[Entry], name: str) -> Any:
    try:
        return getattr(entry_class, name).__set__
    except AttributeError:
        raise LedgerError(f"{entry_class.__name__} must be a dataclass with slots") from None
