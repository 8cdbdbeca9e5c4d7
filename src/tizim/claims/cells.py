"""What stands in one cell: texts, counts, yes or no, lists, perpetrators; read from and written as text.

Readers take what a CSV cell, a spreadsheet cell or a JSON value holds. They raise ``ValueError`` with
a sentence that never repeats the cell: it may hold the name of a person.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

YES = frozenset(("yes", "y", "true", "1", "да", "иә"))
NO = frozenset(("no", "n", "false", "0", "нет", "жоқ"))
_ESCAPABLE = re.compile(r"[\\;|]")
_ESCAPED = re.compile(r"\\([\\;|])")
_TOKEN = re.compile(r"\\.|.", re.DOTALL)
_BROKEN = re.compile(r"[\ud800-\udfff]")
_PARTS = 3


@dataclass(frozen=True, slots=True)
class Kind:
    """How the values of a field are written: its name for people, the way in and the way out."""

    name: str
    read: Callable[[Any], Any]
    write: Callable[[Any], str]


def blank(value: Any) -> bool:
    """Nothing stands there."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def read_text(value: Any) -> str:
    """The text without blanks at its edges; a number is taken as it would be written."""
    if isinstance(value, str):
        if "\x00" in value or not (value.isascii() or _BROKEN.search(value) is None):
            raise ValueError("the text holds a broken character")
        return value.strip()
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError("one text is expected here")
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def read_count(value: Any) -> int:
    """A whole number; ``12.0`` and ``1 200`` are whole numbers."""
    written = re.sub(r"(?<=\d)\s(?=\d)", "", read_text(value))
    if not re.fullmatch(r"-?[0-9]{1,12}(\.0+)?", written):
        raise ValueError("not a whole number")
    return int(written.partition(".")[0])


def read_yes(value: Any) -> bool:
    """Yes or no, in the three languages."""
    word = str(value).strip().casefold()
    if word in YES or value is True:
        return True
    if word in NO or value is False:
        return False
    raise ValueError("neither yes nor no")


def read_list(value: Any) -> tuple[str, ...]:
    """The items between the semicolons, or of the JSON list."""
    if isinstance(value, (list, tuple)):
        return tuple(text for text in map(read_text, value) if text)
    return _items(read_text(value))


def read_perpetrators(value: Any) -> tuple[tuple[str, str, str], ...]:
    """Triples of name, degree of involvement and type; the last two may be left out."""
    if isinstance(value, (list, tuple)):
        return tuple(_perpetrator(item) for item in value if not blank(item))
    return _triples(read_text(value))


@lru_cache(maxsize=4096)
def _items(text: str) -> tuple[str, ...]:
    return tuple(item for item in map(_plain, _split(text, ";")) if item)


@lru_cache(maxsize=4096)
def _triples(text: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(_perpetrator(item) for item in _split(text, ";") if not blank(item))


def cell_text(value: Any, kind: Kind | None) -> str:
    """A value as a cell of a table, whatever it is: what cannot be read is written as JSON."""
    if isinstance(value, str) or value is None:
        return value or ""
    try:
        if kind is not None:
            return kind.write(kind.read(value))
    except ValueError:
        pass
    return json.dumps(value, ensure_ascii=False)


def write_list(items: tuple[str, ...]) -> str:
    """The items with ``; `` between them; a semicolon inside an item is written ``\\;``."""
    return "; ".join(_escaped(item) for item in items)


def write_perpetrators(triples: tuple[tuple[str, str, str], ...]) -> str:
    """``name|degree|type; name``: what is empty at the end of a triple is left out."""
    return "; ".join(_written(triple) for triple in triples)


def _written(triple: tuple[str, str, str]) -> str:
    filled = max((place for place, part in enumerate(triple) if part), default=1)
    return "|".join(_escaped(part) for part in triple[: filled + 1])


def _perpetrator(item: Any) -> tuple[str, str, str]:
    if isinstance(item, dict):
        item = [item.get("name"), item.get("degree"), item.get("type")]
    parts = [_plain(part) for part in _split(item, "|")] if isinstance(item, str) else list(item)
    if len(parts) > _PARTS:
        raise ValueError("a perpetrator has three parts at most: name|degree|type")
    texts = ["" if blank(part) else read_text(part) for part in parts]
    name, degree, kind = (*texts, "", "", "")[:_PARTS]
    return name, degree, kind


def _split(text: str, mark: str) -> list[str]:
    """The pieces between the marks; a mark after a backslash does not part."""
    if "\\" not in text:
        return text.split(mark)
    pieces = [""]
    for token in _TOKEN.findall(text):
        if token == mark:
            pieces.append("")
        else:
            pieces[-1] += token
    return pieces


def _plain(piece: str) -> str:
    return (_ESCAPED.sub(r"\1", piece) if "\\" in piece else piece).strip()


def _escaped(text: str) -> str:
    return _ESCAPABLE.sub(lambda mark: "\\" + mark[0], text)


def _as_it_is(text: str) -> str:
    return text


def _yes_or_no(value: bool) -> str:
    return "yes" if value else "no"


TEXT = Kind("text", read_text, _as_it_is)
COUNT = Kind("whole number", read_count, str)
YES_NO = Kind("yes or no", read_yes, _yes_or_no)
LIST = Kind("list", read_list, write_list)
PERPETRATORS = Kind("perpetrators", read_perpetrators, write_perpetrators)
