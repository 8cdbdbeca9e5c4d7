"""Context: what the claims around a mention say about whoever is meant, beside the name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from tizim.claims import Claim
from tizim.documents import Document
from tizim.identity.described import occupations_in, sex_of
from tizim.identity.letters import fold_word
from tizim.vocab import ArticleError, Days, Place, VagueDateError, article, place, vague_date

Span = tuple[int, int]
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Context:
    """A written name and what stands around it; what is not known is ``None`` or empty.

    ``birth_first`` and ``birth_last``: the years in which the person may have been born. ``towns``: codes of
    places, or folded names where the place is not known; ``regions``: the towns and all regions around them.
    ``articles``: as ``KZ-CC 405(2)``; ``numbers``: the same without parts. ``acts``: an act and its exact
    day, ``detention 2020-05-03``; ``first_day`` and ``last_day``: the first and the last day on which an
    act may have been, in ISO form. ``occupations``: codes of ``data/context.yml``.
    """

    name: str = ""
    birth_first: int | None = None
    birth_last: int | None = None
    sex: str | None = None
    towns: frozenset[str] = _NONE
    regions: frozenset[str] = _NONE
    articles: frozenset[str] = _NONE
    numbers: frozenset[str] = _NONE
    acts: frozenset[str] = _NONE
    first_day: str | None = None
    last_day: str | None = None
    occupations: frozenset[str] = _NONE
    document_id: str | None = None
    source: str | None = None

    def columns(self) -> dict[str, str | int | list[str] | None]:
        """The fields as columns of a table: sets as sorted lists."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: sorted(one) if isinstance(one, frozenset) else one for name, one in values.items()}


def context_of(claims: Iterable[Claim], documents: Mapping[str, Document] | None = None) -> Context:
    """What these claims, all about one mention, say about whoever is meant; order never matters.

    ``documents`` by id give the day of an age without a date, and the source. Where claims contradict each
    other, a year of birth is any that one of them allows, and a sex is none.
    """
    told = tuple(claims)
    towns = {text for claim in told for text in (claim.town, claim.place) if text}
    days = [claim.status_as_of or claim.date for claim in told]
    first, last = _days_of(day for day in days if day)
    articles = frozenset(text for claim in told for text in claim.articles)
    born = birth_years(_spans(told, documents or {}))
    return Context(
        name=min((claim.person for claim in told if claim.person), default=""),
        birth_first=born[0] if born else None,
        birth_last=born[1] if born else None,
        sex=_only(sex_of(claim.sex) for claim in told if claim.sex),
        towns=frozenset().union(*map(town_codes, towns)),
        regions=frozenset().union(*map(region_codes, towns)),
        articles=articles,
        numbers=article_numbers(articles),
        acts=frozenset(_acts(told)),
        first_day=first,
        last_day=last,
        occupations=occupations_in(" ".join(sorted({claim.occupation or "" for claim in told}))),
        document_id=_only(claim.document_id for claim in told),
        source=_only(_sources(told, documents or {})),
    )


def birth_years(spans: Iterable[Span]) -> Span | None:
    """The years that all spans share; where they share none, all from the first to the last."""
    known = list(spans)
    if not known:
        return None
    first, last = max(one[0] for one in known), min(one[1] for one in known)
    return (first, last) if first <= last else (last, first)


def born_at(age: int, days: Days) -> Span | None:
    """The years of birth of somebody who was that old on one of these days."""
    if days.first is None or days.last is None or not 0 <= age <= 120:
        return None
    return days.first.year - age - 1, days.last.year - age


def town_codes(text: str) -> frozenset[str]:
    """The code of the place, or its folded name where it is not known."""
    known = place(text)
    return frozenset({known.code if known else " ".join(map(fold_word, text.casefold().split()))})


def region_codes(text: str) -> frozenset[str]:
    """The code of the place and of each region around it; the country is left out."""
    known = place(text)
    return around(known) if known else town_codes(text)


def article_numbers(articles: Iterable[str]) -> frozenset[str]:
    """The articles without their parts; a reference that cannot be read stays as it is."""
    return frozenset(map(_number, articles))


def around(known: Place) -> frozenset[str]:
    """The code of the place and of each region around it; the country is left out."""
    return frozenset({known.code, *(code for code in known.within if "-" in code)})


def _number(text: str) -> str:
    try:
        read = article(text)
    except ArticleError:
        return text
    return f"{read.book} {read.number}"


def _spans(claims: Iterable[Claim], documents: Mapping[str, Document]) -> Iterable[Span]:
    for claim in claims:
        document = documents.get(claim.document_id)
        day = claim.status_as_of or claim.date or (document.date if document else None)
        if claim.age is not None and day:
            span = born_at(claim.age, _days(day))
            if span:
                yield span


def _sources(claims: Iterable[Claim], documents: Mapping[str, Document]) -> Iterable[str]:
    for claim in claims:
        document = documents.get(claim.document_id)
        if document and document.source_id:
            yield document.source_id


def _days(text: str) -> Days:
    try:
        return vague_date(text).days
    except VagueDateError:
        return Days(None, None)


def _days_of(texts: Iterable[str]) -> tuple[str | None, str | None]:
    """The first and the last day that the dates allow; dates without a limit are left out."""
    read = [_days(text) for text in texts]
    first = min((one.first for one in read if one.first), default=None)
    last = max((one.last for one in read if one.last), default=None)
    return first.isoformat() if first else None, last.isoformat() if last else None


def _acts(claims: Iterable[Claim]) -> Iterable[str]:
    """The acts whose day is known exactly, with it."""
    for claim in claims:
        days = _days(claim.date) if claim.date and claim.level == "event" else None
        if days and days.first and days.first == days.last:
            yield f"{claim.act} {days.first.isoformat()}"


def _only(values: Iterable[str | None]) -> str | None:
    """The one value, where there is one."""
    known = {value for value in values if value}
    return known.pop() if len(known) == 1 else None
