"""What is said of a file, in the language of whoever reads it; the program itself says it in English."""

import re
from functools import cache
from pathlib import Path

from tizim.documents.ocr.telling import ALSO

_DATA = Path(__file__).parent / "data" / "told.yml"
_GAP = "…"
_PLACES = {"ru": 1, "kk": 2}


def told_of_file(text: str, language: str) -> str:
    """What was said of a file, in Russian or Kazakh; as it is where the table does not hold it."""
    if language not in _PLACES or not text:
        return text
    return " ".join(_one(part, _PLACES[language]) for part in text.split(ALSO))


def _one(text: str, place: int) -> str:
    for pattern, row in _rows():
        if found := pattern.fullmatch(text):
            return row[place].replace(_GAP, "%s") % found.groups()
    return text


@cache
def _rows() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """The table; what is said word for word comes before what is filled in."""
    import yaml

    rows = yaml.load(_DATA.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return tuple((_pattern(row[0]), tuple(row)) for row in sorted(rows, key=lambda row: _GAP in row[0]))


def _pattern(said: str) -> re.Pattern[str]:
    return re.compile("(.+?)".join(re.escape(part) for part in said.split(_GAP)), re.DOTALL)
