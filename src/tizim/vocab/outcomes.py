"""Outcomes: what a decision imposed or how it ended, part by part, the main penalty first."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from tizim.vocab.durations import Duration, duration
from tizim.vocab.errors import DurationError, OutcomeError, shown
from tizim.vocab.tables import table

LIFE = "life"
_AMOUNT = re.compile(r"([0-9]{1,18}(?:\.[0-9]{1,4})?) (\S.*)")
_CURRENCY = re.compile("[A-Z]{3}")
_RANGE = re.compile(r"/|\.\.")
_SIGNS = re.compile(r"[a-z_]{1,40}( [P0-9./][A-Z0-9./-]{0,30})?( [A-Z]{3})?")
_EXAMPLE = {
    "duration": "P4Y, P1Y/P2Y or ..P12Y",
    "amount": "140 EUR or 50 base_unit",
    "life": LIFE,
    "penalty": "a kind of penalty, such as imprisonment",
}


@dataclass(frozen=True, slots=True)
class OutcomePart:
    """One part of an outcome; ``kind`` is a code of the table ``penalties``.

    ``duration`` and ``longest`` bound a range of terms; one term stands in ``duration`` alone, "up to" in
    ``longest`` alone. ``amount`` is of money, ``currency`` three letters or a code of ``units_of_account``.
    ``of`` is the penalty that ``converted_from`` replaces or that a person ``faces`` (the law's threat, never
    an outcome), or ``life`` for a ban that never ends. ``text`` is the part as written.
    """

    kind: str
    duration: Duration | None = None
    longest: Duration | None = None
    amount: Decimal | None = None
    currency: str | None = None
    of: str | None = None
    text: str = ""


@lru_cache(maxsize=16384)
def outcome(text: str) -> tuple[OutcomePart, ...]:
    """The parts of an outcome such as ``imprisonment P4Y; ban P3Y``, the main penalty first.

    OutcomeError for an unknown kind (it names the nearest; nothing becomes "other") or a wrong value.
    """
    return tuple(_part(" ".join(part.split())) for part in text.split(";"))


def _part(text: str) -> OutcomePart:
    kind, _, value = text.partition(" ")
    if not kind:
        raise OutcomeError(
            "A part of the outcome is empty. Write kind and value, with ';' between two parts."
        )
    takes = _takes(kind, text)
    if "penalty" in takes:
        return _of_penalty(kind, value, text)
    return replace(_valued(kind, value, takes), text=text)


def _takes(kind: str, text: str) -> tuple[str, ...]:
    penalties = table("penalties")
    if kind not in penalties:
        words = " ".join(word for word in text.split() if word.islower())
        raise OutcomeError(f"{shown(kind)} is no kind of outcome. {penalties.advice(words)}")
    return tuple(penalties.term(kind).attributes.get("takes", ()))


def _of_penalty(kind: str, value: str, text: str) -> OutcomePart:
    """``faces imprisonment P8Y``, ``converted_from restriction_of_liberty``: the value is itself a part."""
    if not value:
        raise OutcomeError(f"'{kind}' is followed by {_EXAMPLE['penalty']}.")
    penalty = value.partition(" ")[0]
    if "penalty" in _takes(penalty, value):
        raise OutcomeError(f"'{penalty}' cannot follow '{kind}'. Write {_EXAMPLE['penalty']}.")
    return replace(_part(value), kind=kind, of=penalty, text=text)


def _valued(kind: str, value: str, takes: tuple[str, ...]) -> OutcomePart:
    if not value:
        return OutcomePart(kind)
    for taken in takes:
        found = _READERS[taken](kind, value)
        if found:
            return found
    raise OutcomeError(f"{shown(f'{kind} {value}', _SIGNS)} is no outcome. {_expected(kind, takes)}")


def _expected(kind: str, takes: tuple[str, ...]) -> str:
    if not takes:
        return f"Nothing follows '{kind}'."
    return f"After '{kind}' write {' or '.join(_EXAMPLE[taken] for taken in takes)}, or nothing."


def _term(kind: str, value: str) -> OutcomePart | None:
    """``P4Y``, ``P1Y/P2Y``, ``P8Y..P12Y``, ``..P12Y``."""
    if not value.startswith(("P", "..")):
        return None
    shortest, *rest = _RANGE.split(value, maxsplit=1)
    try:
        first = duration(shortest) if shortest else None
        longest = duration(rest[0]) if rest else None
    except DurationError as error:
        raise OutcomeError(f"After '{kind}': {error}") from None
    if first and longest and first.in_days > longest.in_days:
        raise OutcomeError(
            f"'{kind} {value}': the longest term is shorter than the first. Write the shorter first."
        )
    return OutcomePart(kind, duration=first, longest=longest)


def _money(kind: str, value: str) -> OutcomePart | None:
    form = _AMOUNT.fullmatch(value)
    currency = (_unit(form[2]) or (form[2] if _CURRENCY.fullmatch(form[2]) else "")) if form else ""
    return OutcomePart(kind, amount=Decimal(form[1]), currency=currency) if form and currency else None


def _unit(written: str) -> str | None:
    """The unit in which laws set fines, by its code or by what a text calls it: ``50 МРП``, ``50 MCI``."""
    return _units().get(_folded(written))


@cache
def _units() -> Mapping[str, str]:
    terms = table("units_of_account").terms.values()
    return {
        _folded(form): term.code
        for term in terms
        for form in (term.code, *term.labels.values(), *term.attributes.get("written", ()))
    }


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е")


def _life(kind: str, value: str) -> OutcomePart | None:
    return OutcomePart(kind, of=LIFE) if value == LIFE else None


_READERS: dict[str, Callable[[str, str], OutcomePart | None]] = {
    "duration": _term,
    "amount": _money,
    "life": _life,
}
