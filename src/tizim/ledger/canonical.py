"""The one way in which an entry is written out for its digest.

JSON in UTF-8, keys sorted, no space, ``kind`` among the keys. A field that holds its empty default
(``None``, no text, no items, ``false``) is left out, so that a field added in a later version leaves
the digests of older entries alone; such a field must therefore have an empty default.

Any program can repeat this: in Python's own library it is ``json.dumps(…, sort_keys=True,
ensure_ascii=False, separators=(",", ":"))``.
"""

from typing import Any

import orjson

from tizim.ledger.entry import Entry
from tizim.ledger.errors import LedgerError
from tizim.ledger.shape import shape

_TOO_LARGE = 1 << 63


def canonical(entry: Entry) -> bytes:
    """The canonical bytes of an entry; LedgerError for a value that not every store keeps the same."""
    written = fields_written(entry)
    try:
        text = orjson.dumps(written, option=orjson.OPT_SORT_KEYS)
    except TypeError:
        raise LedgerError(f"{entry.kind} {entry.id!r} holds half a character (a lone surrogate)") from None
    if b"\\u0000" in text:
        _refuse_nul(entry, written)
    return text


def fields_written(entry: Entry) -> dict[str, Any]:
    """The fields that count for the digest, with the kind: all but those that hold their empty default."""
    form = shape(type(entry))
    written = form.told(entry)
    for name, empty in form.empties.items():
        if written.get(name) == empty:
            del written[name]
    for name in form.composed:
        if name in written:
            _refuse_odd(entry, name, written[name])
    written["kind"] = entry.kind
    return written


def _refuse_odd(entry: Entry, name: str, value: object) -> None:
    """Texts, whole numbers of 64 bits, true and false, and tuples of them; no floats, no lists."""
    if isinstance(value, tuple):
        for item in value:
            _refuse_odd(entry, name, item)
    elif isinstance(value, int):
        if not -_TOO_LARGE <= value < _TOO_LARGE:
            raise LedgerError(f"{entry.kind} {entry.id}: the number in '{name}' is too large")
    elif type(value) is not str:
        raise LedgerError(f"{entry.kind} {entry.id}: '{name}' holds a {type(value).__name__}")


def _refuse_nul(entry: Entry, written: dict[str, Any]) -> None:
    for name, value in written.items():
        if _holds_nul(value):
            raise LedgerError(f"{entry.kind} {entry.id!r}: '{name}' holds the character NUL; leave it out")


def _holds_nul(value: object) -> bool:
    if isinstance(value, tuple):
        return any(map(_holds_nul, value))
    return isinstance(value, str) and "\x00" in value
