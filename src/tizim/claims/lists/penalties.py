"""Penalties as lists name them: ``4 г. 6 мес. лишения свободы`` is ``imprisonment P4Y6M``."""

import re
from functools import cache, lru_cache

from tizim.claims.lists.faults import CellError
from tizim.claims.lists.words import code_of, finder, phrases, plain, word_set, words
from tizim.vocab import OutcomeError, outcome

_APART = re.compile(r"[;\n+]|,\s(?!\d)|,\s(?=\d+\s?\w+\s(?:\w+\s)?(?:запрет|огранич|штраф|ban|тыйым))")
_LEFT = re.compile(r"[^\W\d_]+|\d+")
_SHORT = re.compile(r"P([1-9]|[1-3]\d|4[0-5])D")
"""A term of so few days that stands alone is an arrest, whatever longer ones mean."""
_TIMED = frozenset("imprisonment restriction_of_liberty suspended probation administrative_arrest ban "
                   "community_service correctional_labour pretrial house_arrest".split())  # fmt: skip


@cache
def lengths() -> re.Pattern[str]:
    """Finds a length of time: a number and a unit, and perhaps a second pair after it."""
    return re.compile(rf"(?<![\w.,]){_pair(1)}(?:[\s,]*(?:и|and|мен|with)?\s?{_pair(2)})?")


def _pair(at: int) -> str:
    """A number and its unit, in groups that end with ``at``."""
    units = "|".join(
        rf"(?P<{name}{at}>{'|'.join(sorted(map(re.escape, many), key=len, reverse=True))})"
        for name, many in words()["units"].items()
    )
    numbers = "|".join(words()["numbers"])
    return rf"(?P<n{at}>\d{{1,5}}(?:[.,]\d)?|{numbers})\s?(?:{units})(?!\w)\.?"


@cache
def amounts() -> re.Pattern[str]:
    """Finds a sum of money: group 1 the number, 2 the currency, 3 the base unit."""
    money = "|".join(sorted(map(re.escape, words()["currencies"]), key=len, reverse=True))
    base = phrases(words()["base_units"])
    return re.compile(
        rf"(?<!\w)(\d[\d\s]{{0,12}}(?:[.,]\d{{1,2}})?)\s?(?:(?:тыс\w*\.?\s)?({money})\.?|({base}))(?!\w)"
    )


@lru_cache(maxsize=16384)
def penalties(text: str, bare: str = "", *, loose: bool = False) -> tuple[str, str]:
    """The outcome that a cell tells, and what the vocabulary cannot say of it (for the note).

    ``bare`` is the kind of a term that stands alone (``5 лет``). CellError if words are left that nothing
    explains, or that say it was only asked for. ``loose`` leaves such words be.
    """
    shown = plain(text)
    if not loose and word_set("unreal").search(shown):
        raise CellError("outcome_unreal")
    parts: list[str] = []
    notes: list[str] = []
    for piece in filter(None, (one.strip(" .") for one in _APART.split(shown))):
        part, note = _part(piece, bare if not parts else "", loose=loose)
        parts += part
        notes += note
    try:
        told = "; ".join(dict.fromkeys(parts))
        outcome(told)
    except OutcomeError:
        raise CellError("outcome_unreadable") from None
    return told, "; ".join(notes)


def _part(piece: str, bare: str, *, loose: bool) -> tuple[list[str], list[str]]:
    term, rest = _term(piece)
    money, note, rest = _money(rest)
    found = [code_of("penalties", one) for one in finder("penalties").finditer(rest)]
    left = set(_LEFT.findall(finder("penalties").sub(" ", rest))) - _filler()
    if left and not loose:
        raise CellError("outcome_unreadable")
    bare = "administrative_arrest" if bare in ("", "imprisonment") and _SHORT.fullmatch(term) else bare
    kinds = list(dict.fromkeys(found)) or ([bare] if bare and term else ["fine"] if money or note else [])
    if not kinds:
        raise CellError("outcome_bare" if term else "outcome_unreadable")
    return _valued(kinds, term, money), note


def _valued(kinds: list[str], term: str, money: str) -> list[str]:
    timed = [kind for kind in kinds if kind in _TIMED]
    owner = "suspended" if "suspended" in timed else timed[0] if timed else ""
    kept = [kind for kind in kinds if not (owner == "suspended" and kind == "imprisonment")]
    return [
        f"{kind} {term}"
        if term and kind == owner
        else f"{kind} {money}"
        if money and kind == "fine"
        else kind
        for kind in kept
    ]


@cache
def _filler() -> frozenset[str]:
    return frozenset(words()["filler"])


def _term(text: str) -> tuple[str, str]:
    found = lengths().search(text)
    if found is None:
        return "", text
    return duration_of(found), text[: found.start()] + " " + text[found.end() :]


def duration_of(found: re.Match[str]) -> str:
    """The length found, as the vocabulary writes it: ``P4Y6M``."""
    parts: dict[str, float] = {}
    for at in (1, 2):
        if found[f"n{at}"]:
            unit = next(name for name in words()["units"] if found[f"{name}{at}"])
            parts[unit] = parts.get(unit, 0) + _number(found[f"n{at}"])
    return _written(parts)


def _number(text: str) -> float:
    known: dict[str, float] = words()["numbers"]
    return known[text] if text in known else float(text.replace(",", "."))


def _written(parts: dict[str, float]) -> str:
    months = parts.get("Y", 0) % 1 * 12 + parts.get("M", 0)
    days = parts.get("W", 0) * 7 + parts.get("D", 0)
    whole = {"Y": int(parts.get("Y", 0)), "M": round(months), "D": round(days)}
    hours = round(parts.get("H", 0))
    return "P" + "".join(f"{n}{unit}" for unit, n in whole.items() if n) + (f"T{hours}H" if hours else "")


def _in_units(told: str) -> tuple[str, list[str]]:
    """A number of units that a law sets, by the unit's code; else for the note."""
    try:
        (part,) = outcome(f"fine {told}")
    except OutcomeError:
        return "", [told]
    return f"{part.amount:f} {part.currency}", []


def _money(text: str) -> tuple[str, list[str], str]:
    found = amounts().search(text)
    if found is None:
        return "", [], text
    rest = text[: found.start()] + " " + text[found.end() :]
    number = re.sub(r"\s", "", found[1]).replace(",", ".")
    if found[3]:
        return *_in_units(f"{number} {found[3]}"), rest
    if "тыс" in found[0]:
        number = str(int(float(number) * 1000))
    return f"{number} {words()['currencies'][found[2]]}", [], rest
