"""What can be said about a document beside its text: the fields, and which values each takes."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from tizim import Problem
from tizim.vocab import VagueDateError, table, vague_date

_ALIASES = {"source": "publisher", "document_kind": "kind"}
_PLAIN_KEY = re.compile("[a-z_]{1,30}")
_URL = re.compile(r"[a-z][a-z0-9+.-]{1,20}://\S+", re.IGNORECASE)
_LONGEST = 2_000
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
_YES_NO = {"yes": "yes", "true": "yes", "no": "no", "false": "no"}


def _words(value: str) -> tuple[str, str] | None:
    return (f"is longer than {_LONGEST} letters.", "Shorten it.") if len(value) > _LONGEST else None


def _date(value: str) -> tuple[str, str] | None:
    try:
        vague_date(value)
    except VagueDateError:
        return "is no date in EDTF.", "Write 2022-04-08, 2022-04, 2022, or 2022-06-05/2022-06-06."
    return None


def _address(value: str) -> tuple[str, str] | None:
    return None if _URL.fullmatch(value) else ("is no address.", "Write it whole: https://….")


def _yes_or_no(value: str) -> tuple[str, str] | None:
    return None if value.lower() in _YES_NO else ("is neither yes nor no.", "Write yes or no.")


def _code_of(name: str) -> Callable[[str], tuple[str, str] | None]:
    def check(value: str) -> tuple[str, str] | None:
        problem = table(name).problem(value, "")
        return (f"is refused: {problem.what}", problem.hint) if problem else None

    return check


FIELDS: Mapping[str, Callable[[str], tuple[str, str] | None]] = {
    "title": _words,
    "author": _words,
    "publisher": _words,
    "source_kind": _code_of("source_kinds"),
    "reliability": _code_of("reliability"),
    "protected": _yes_or_no,
    "date": _date,
    "language": _code_of("languages"),
    "kind": _code_of("document_kinds"),
    "url": _address,
    "reprints": _words,
    "obtained": _code_of("ways_obtained"),
    "obtained_at": _date,
    "note": _words,
}


def field_name(key: str) -> str:
    """The field that a key means: ``source`` is the publisher, ``document_kind`` the kind."""
    return _ALIASES.get(key, key)


def clean(value: str) -> str:
    """A value in composed letters, on one line, without control signs."""
    return " ".join(_CONTROLS.sub(" ", unicodedata.normalize("NFC", value)).split())


def problem_with(key: str, value: str, where: str) -> Problem | None:
    """What is wrong with one field, without its value; for an unknown one the nearest known one is named."""
    name = field_name(key)
    if name not in FIELDS:
        shown = f" '{key}'" if _PLAIN_KEY.fullmatch(key) else ""
        return Problem(where, f"has an unknown field{shown}.", _nearest(key))
    wrong = FIELDS[name](clean(value)) if clean(value) else None
    return Problem(where, f"{name} {wrong[0]}", wrong[1]) if wrong else None


def is_protected(value: str | None) -> bool:
    """Whether a source with this value of ``protected`` is protected."""
    return _YES_NO.get((value or "no").lower()) == "yes"


def _nearest(key: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key.lower(), [*FIELDS, *_ALIASES], n=1, cutoff=0.5)
    return f"Did you mean {near[0]}?" if near else f"Known fields: {', '.join(FIELDS)}."
