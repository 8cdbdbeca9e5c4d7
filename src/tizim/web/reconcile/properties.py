"""The further columns of a row that may be sent along, and what they come to beside a name."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tizim.claims import Claim
from tizim.identity import Context, Weight, context_of, likelihood

# What else the model weighs (the document, the day of an act) says nothing about a row of a spreadsheet.
_WEIGHED = ("born", "sex", "town", "article", "occupation")


@dataclass(frozen=True, slots=True)
class Property:
    """A property that a query may carry: its id in the protocol and its name by language."""

    id: str
    names: Mapping[str, str]


PROPERTIES = (
    Property("birth_year", {"en": "Year of birth", "ru": "Год рождения", "kk": "Туған жылы"}),
    Property("age", {"en": "Age", "ru": "Возраст", "kk": "Жасы"}),
    Property(
        "date",
        {"en": "Day of the age", "ru": "День этого возраста", "kk": "Осы жастағы күні"},
    ),
    Property("town", {"en": "Town", "ru": "Город", "kk": "Қала"}),
    Property("article", {"en": "Article", "ru": "Статья", "kk": "Бап"}),
    Property("sex", {"en": "Sex", "ru": "Пол", "kk": "Жынысы"}),
    Property("occupation", {"en": "Occupation", "ru": "Занятие", "kk": "Кәсібі"}),
)


def row_context(properties: tuple[tuple[str, str], ...]) -> Context | None:
    """What the row says about the person beside the name; None where it says nothing that is known here."""
    values: dict[str, list[str]] = {}
    for pid, value in properties:
        values.setdefault(pid, []).append(value)
    said = {pid: found[0] for pid, found in values.items()}
    context = context_of([_as_claim(said, tuple(values.get("article", ())))])
    year = _number(said.get("birth_year", ""), 1850, 2100)
    if year is not None:
        context = replace(context, birth_first=year, birth_last=year)
    return context if context != context_of([_as_claim({}, ())]) else None


def weights(row: Context | None, person: Context, *, language: str) -> tuple[Weight, ...]:
    """What each further column says for or against this person, in bits and in words."""
    if row is None:
        return ()
    found = likelihood(row, replace(person, name=""), language=language)
    return tuple(one for one in found.weights if one.what in _WEIGHED)


def _as_claim(said: Mapping[str, str], articles: tuple[str, ...]) -> Claim:
    """The row in the form in which contexts are read."""
    return Claim(
        id="",
        passage_id="",
        document_id="",
        act="other",
        age=_number(said.get("age", ""), 0, 120),
        status_as_of=said.get("date"),
        town=said.get("town"),
        articles=articles,
        sex=said.get("sex"),
        occupation=said.get("occupation"),
    )


def _number(text: str, least: int, most: int) -> int | None:
    digits = text.strip()[:4]
    if not digits.isascii() or not digits.isdigit():
        return None
    return int(digits) if least <= int(digits) <= most else None
