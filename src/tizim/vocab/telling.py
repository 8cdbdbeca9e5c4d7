"""Outcomes told to people: kinds by their labels, terms in words, sums with their unit."""

from tizim.vocab.durations import Duration
from tizim.vocab.errors import OutcomeError
from tizim.vocab.labels import label
from tizim.vocab.outcomes import LIFE, OutcomePart, outcome
from tizim.vocab.tables import table

_RUSSIAN_MANY = range(11, 15)


def outcome_told(text: str, language: str) -> str:
    """The outcome in words: ``imprisonment P4Y; ban P3Y`` is "imprisonment, 4 years; ban …, 3 years".

    What is no outcome of the vocabulary (a newer partner's, say) comes back as it is.
    """
    try:
        return "; ".join(_part(part, language) for part in outcome(text))
    except OutcomeError:
        return text


def duration_told(length: Duration, language: str) -> str:
    """The length in words: ``P2Y6M`` is "2 years 6 months"."""
    numbers = {"year": length.years, "month": length.months, "day": length.days, "hour": length.hours}
    told = (f"{number} {_counted(unit, number, language)}" for unit, number in numbers.items() if number)
    return " ".join(told) or f"0 {_counted('day', 0, language)}"


def _part(part: OutcomePart, language: str) -> str:
    kind = label("penalties", part.kind, language)
    if part.of and part.of != LIFE:
        kind = f"{kind}: {label('penalties', part.of, language)}"
    return ", ".join((kind, *filter(None, (_term(part, language), _sum(part, language)))))


def _term(part: OutcomePart, language: str) -> str:
    if part.of == LIFE:
        return label("lengths", "for_life", language)
    first, longest = (one and duration_told(one, language) for one in (part.duration, part.longest))
    if longest and not first:
        return f"{label('lengths', 'at_most', language)} {longest}"
    return f"{first} – {longest}" if longest else first or ""


def _sum(part: OutcomePart, language: str) -> str:
    return f"{part.amount:f} {label('units_of_account', part.currency, language)}" if part.currency else ""


def _counted(unit: str, number: int, language: str) -> str:
    every = table("lengths").term(unit).attributes["forms"]
    forms = every.get(language, every["en"])
    return str(forms[min(_form(number, language), len(forms) - 1)])


def _form(number: int, language: str) -> int:
    if language != "ru":
        return int(number != 1)
    if number % 100 in _RUSSIAN_MANY or number % 10 in (0, *range(5, 10)):
        return 2
    return int(number % 10 != 1)
