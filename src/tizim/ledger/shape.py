"""How an entry lies in a row: the names of its values, what each may be, and entries out of rows."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from itertools import repeat
from operator import attrgetter, itemgetter
from types import UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from tizim.ledger.entry import Entry
from tizim.ledger.errors import LedgerError

E = TypeVar("E", bound=Entry)
Row = tuple[Any, ...]
Teller = tuple[tuple[str, ...], Callable[[Any], Row]]

_SORTS = {str: "text", int: "number", bool: "flag", tuple: "list"}


class Shape(Generic[E]):
    """One class of entries seen as rows, in the order of its fields, the envelope first.

    ``sorts`` says what each value is: ``text``, ``number``, ``flag`` or ``list`` (a tuple); ``optional``
    whether it may be ``None``. ``empties`` holds the defaults that are no text, no items or ``False``, by
    name; ``composed`` names the lists and numbers, whose type does not say all.
    """

    def __init__(self, entry_class: type[E]) -> None:
        self.entry_class = entry_class
        self.names = entry_class.field_names()
        hints = get_type_hints(entry_class)
        kinds = [_allowed(entry_class, name, hints[name]) for name in self.names]
        self.sorts = tuple(_SORTS[kind] for kind, _ in kinds)
        self.optional = tuple(none for _, none in kinds)
        defaults = {field.name: field.default for field in fields(entry_class)}
        self._absent = {name for name, default in defaults.items() if default is None}
        self.empties = {name: default for name, default in defaults.items() if _is_empty(default)}
        self.composed = tuple(
            name for name, sort in zip(self.names, self.sorts, strict=True) if sort in ("list", "number")
        )
        self._allowed = tuple({kind, type(None)} if none else {kind} for kind, none in kinds)
        self._values = attrgetter(*self.names)
        self._setters = tuple(_setter(entry_class, name) for name in self.names)
        self._tellers: dict[tuple[type, ...], Teller] = {}

    def values(self, entry: E) -> Row:
        """The values of an entry, in order."""
        values: Row = self._values(entry)
        return values

    def told(self, entry: E) -> dict[str, Any]:
        """The fields that say something, by name; LedgerError if one holds what it may not.

        What is left out is ``None`` where that is the default. Entries whose values have the same types
        leave out the same fields, so this is worked out once for each pattern of types.
        """
        values = self._values(entry)
        types = tuple(map(type, values))
        if types not in self._tellers:
            self._tellers[types] = self._teller(entry, types)
        names, pick = self._tellers[types]
        return dict(zip(names, pick(values), strict=True))

    def entries(self, columns: Sequence[Iterable[Any]]) -> list[E]:
        """Entries out of columns, one a field, the ids as a sequence; a value is not checked again.

        Column by column, because that is three times as fast as calling the class for each row.
        """
        made = [object.__new__(self.entry_class) for _ in columns[0]]
        for write, column in zip(self._setters, columns, strict=True):
            deque(map(write, made, column), maxlen=0)
        return made

    def _teller(self, entry: E, types: tuple[type, ...]) -> Teller:
        for name, kind, allowed, sort in zip(self.names, types, self._allowed, self.sorts, strict=True):
            if kind not in allowed:
                raise LedgerError(f"{_called(entry)}: '{name}' holds {kind.__name__} and must hold a {sort}")
        silent = {place for place, kind in enumerate(types) if kind is type(None)}
        places = [
            place for place, name in enumerate(self.names) if place not in silent or name not in self._absent
        ]
        return tuple(self.names[place] for place in places), itemgetter(*places)


def shape(entry_class: type[E]) -> Shape[E]:
    """The shape of a class of entries, worked out once."""
    if entry_class not in _SHAPES:
        _SHAPES[entry_class] = Shape(entry_class)
    return _SHAPES[entry_class]


_SHAPES: dict[type[Entry], Shape[Any]] = {}


def stamped(entries: Iterable[Entry], at: str, by: str) -> list[Entry]:
    """The same entries, recorded at that moment by that person."""
    drafts = list(entries)
    by_class: dict[type[Entry], list[int]] = {}
    for place, entry in enumerate(drafts):
        by_class.setdefault(type(entry), []).append(place)
    for entry_class, places in by_class.items():
        form: Shape[Any] = shape(entry_class)
        ids, _, _, *rest = zip(*(form.values(drafts[place]) for place in places), strict=True)
        made = form.entries([ids, repeat(at), repeat(by), *rest])
        for place, entry in zip(places, made, strict=True):
            drafts[place] = entry
    return drafts


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


def _is_empty(default: Any) -> bool:
    """Whether a default is empty and not None; the number 0 is not empty, it says something."""
    return default == "" or default == () or default is False


def _setter(entry_class: type[Entry], name: str) -> Any:
    try:
        return getattr(entry_class, name).__set__
    except AttributeError:
        raise LedgerError(f"{entry_class.__name__} must be a dataclass with slots") from None
