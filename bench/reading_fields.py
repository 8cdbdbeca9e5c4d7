"""When a name, date, place, article or outcome that was found is the one that was wanted."""

import re
import unicodedata
from collections.abc import Iterable

_TERM = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?)?")
_TERM_DAYS = (360, 30, 7, 1, 1 / 24)


def folded(text: object) -> str:
    """A name or word as it is compared: case, compatible signs, spaces and quotation marks do not matter."""
    plain = unicodedata.normalize("NFKC", str(text or "")).casefold().replace("ё", "е").replace("’", "'")
    return re.sub(r"\s+", " ", plain).strip(" .,;:\"'«»()")


def stems(text: object) -> set[str]:
    return {word[:5] for word in re.findall(r"\w{4,}", folded(text))}


def term_days(text: str) -> float | None:
    """The days of a term such as P1Y6M, a month of thirty; nothing for what is no term."""
    form = _TERM.fullmatch(text)
    if not form or not any(form.groups()):
        return None
    return sum(int(number or 0) * days for number, days in zip(form.groups(), _TERM_DAYS, strict=True))


def _parts(outcome: str | None) -> list[tuple[str, str | float]]:
    parts = [part.split() for part in (outcome or "").split(";") if part.strip()]
    return [(first.lower(), _value(" ".join(rest))) for first, *rest in parts]


def _value(text: str) -> str | float:
    days = term_days(text)
    return folded(text) if days is None else round(days, 2)


def outcome_right(wanted: str | None, found: str | None) -> bool:
    """Whether the main part that was wanted is among the parts found."""
    mine, theirs = _parts(wanted), _parts(found)
    if not mine:
        return not theirs
    kind, value = mine[0]
    return any(kind == other and value in ("", worth) for other, worth in theirs)


def _span(date: str) -> tuple[str, str]:
    first, _, last = date.replace("~", "").replace("?", "").partition("/")
    return _filled(first, "-01-01"), _filled(last or first, "-12-31")


def _filled(day: str, rest: str) -> str:
    return day + rest[len(day) - 4 :] if len(day) < 10 else day


def date_right(wanted: str | None, found: str | None) -> bool:
    """The same days; or days inside those of a vague date that was wanted."""
    if not wanted or not found:
        return not wanted and not found
    mine, theirs = _span(wanted), _span(found)
    vague = "~" in wanted or "/" in wanted or len(wanted) < 10
    return mine == theirs or (vague and mine[0] <= theirs[0] and theirs[1] <= mine[1])


def place_right(wanted: str | None, found: str | None) -> bool:
    """One place within the words of the other."""
    mine, theirs = folded(wanted), folded(found)
    return (mine in theirs or theirs in mine) if mine and theirs else mine == theirs


def articles_right(wanted: Iterable[str] | None, found: Iterable[str] | None) -> bool:
    """The same articles; their parts do not matter."""
    return _articles(wanted) == _articles(found)


def _articles(articles: Iterable[str] | None) -> set[str]:
    return {re.sub(r"\(.*?\)", "", " ".join(str(one).upper().split())) for one in articles or ()}
