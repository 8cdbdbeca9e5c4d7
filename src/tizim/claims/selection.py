"""Claims by a short query: ``act=detention reader~=rules reviewed=no since=2020-01``."""

import re
import shlex
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from tizim.claims.claim import Claim
from tizim.claims.errors import SelectionError
from tizim.claims.standing import reviewed
from tizim.vocab import Days, VagueDateError, table, vague_date

Test = Callable[[Claim], bool]

CODES = {
    "act": "acts",
    "role": "roles",
    "level": "levels",
    "case_kind": "case_kinds",
    "certainty": "certainties",
    "status": "statuses",
}
TEXTS = {
    "id": "id",
    "document": "document_id",
    "passage": "passage_id",
    "person": "person",
    "group": "group",
    "org": "organisation",
    "place": "place",
    "agency": "agency",
    "event": "event",
    "outcome": "outcome",
    "reader": "reader",
    "by": "recorded_by",
}
OTHERS = ("article", "reviewed", "since", "until")
KEYS = (*CODES, *TEXTS, *OTHERS)
_FILTER = re.compile(r"(?P<key>[^=~!\s]+)(?P<sign>~=|!=|=)(?P<value>.*)", re.DOTALL)


def select(
    claims: Iterable[Claim], query: str, *, decided: Mapping[str, str] | None = None
) -> tuple[Claim, ...]:
    """The claims that pass every filter of the query, in their order.

    ``key=value`` is equal, ``key!=value`` is not, ``key~=value`` holds the text in any case; a comma
    parts alternatives, ``none`` is an empty field, quotation marks hold words together. ``since`` and
    ``until`` take EDTF and keep what may have been then. ``decided`` gives the last decisions on claims
    (see ``decisions``), which ``reviewed=yes`` and ``reviewed=no`` ask for. SelectionError says
    everything that is wrong with the query.
    """
    tests, wrong = [], []
    for written in _words(query):
        try:
            tests.append(_test(written, decided or {}))
        except SelectionError as refused:
            wrong.append(str(refused))
    if wrong:
        raise SelectionError(" ".join(wrong))
    return tuple(claim for claim in claims if all(test(claim) for test in tests))


def _words(query: str) -> list[str]:
    try:
        return shlex.split(query)
    except ValueError:
        raise SelectionError("A quotation mark is not closed.") from None


def _test(written: str, decided: Mapping[str, str]) -> Test:
    form = _FILTER.fullmatch(written)
    if form is None:
        raise SelectionError(f"A filter is written key=value. Keys: {', '.join(KEYS)}.")
    key, sign, value = form.group("key", "sign", "value")
    if key not in KEYS:
        near = get_close_matches(key, KEYS, n=3) or KEYS
        shown = f"'{key}'" if re.fullmatch(r"[a-z_]{1,20}", key) else "so named"
        raise SelectionError(f"There is no key {shown}. Perhaps: {', '.join(near)}.")
    if key in ("reviewed", "since", "until") and sign != "=":
        raise SelectionError(f"{key} takes only =.")
    if key == "reviewed":
        return _reviewed(value, decided)
    if key in ("since", "until"):
        return _dated(key, value)
    return _matching(key, sign, value)


def _reviewed(value: str, decided: Mapping[str, str]) -> Test:
    if value not in ("yes", "no"):
        raise SelectionError("reviewed is yes or no.")
    return lambda claim: (claim.id in decided or reviewed(claim, decided)) == (value == "yes")


def _dated(key: str, value: str) -> Test:
    try:
        asked = vague_date(value).days
    except VagueDateError as refused:
        raise SelectionError(f"{key}: {refused}") from None
    if key == "since":
        return lambda claim: bool((days := _days(claim)) and _reaches(asked.first, days.last))
    return lambda claim: bool((days := _days(claim)) and _reaches(days.first, asked.last))


def _reaches(first: date | None, last: date | None) -> bool:
    """Whether something that may begin on the first day may come before the end of the last."""
    return first is None or last is None or first <= last


@lru_cache(maxsize=65536)
def _possible(text: str) -> Days | None:
    try:
        return vague_date(text).days
    except VagueDateError:
        return None


def _days(claim: Claim) -> Days | None:
    """The days that the claim may be about; ``None`` if it gives none."""
    text = claim.date or claim.status_as_of
    return _possible(text) if text else None


def _matching(key: str, sign: str, value: str) -> Test:
    wanted = [part.strip() for part in value.split(",")]
    if key in CODES and sign != "~=":
        problems = (table(CODES[key]).problem(code, key) for code in wanted if code != "none")
        if wrong := [str(problem) for problem in problems if problem]:
            raise SelectionError(" ".join(wrong))
    if sign == "~=":
        parts = [part.casefold() for part in wanted]
        return lambda claim: any(part in held.casefold() for held in _held(claim, key) for part in parts)
    accepted = {"" if part == "none" else part for part in wanted}
    among = sign == "="
    return lambda claim: (not accepted.isdisjoint(_held(claim, key))) == among


def _held(claim: Claim, key: str) -> tuple[str, ...]:
    """What the claim has in the field of a key; one empty text if it has nothing."""
    if key == "article":
        return claim.articles or ("",)
    return (getattr(claim, TEXTS.get(key, key)) or "",)
