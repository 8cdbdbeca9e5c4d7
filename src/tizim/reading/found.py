"""What a reader finds in a text: people, claims and figures, each with its place in the text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonFound:
    """A named person: the fullest form in the text, every form, and where each stands (start, end)."""

    name: str
    forms: tuple[str, ...]
    kind: str = "other"
    mentions: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFound:
    """One act against one person, one counted group or one organisation, as ``quote`` reports it.

    The fields mean what they mean in ``Claim``; ``start`` and ``end`` count code points; ``why`` names the
    tables and words that made the claim.
    """

    act: str
    start: int
    end: int
    quote: str
    person: str | None = None
    mention: str | None = None
    organisation: str | None = None
    group: str | None = None
    count_min: int | None = None
    count_max: int | None = None
    approximate: bool = False
    role: str = "victim"
    case_kind: str = "persecution"
    level: str = "event"
    act_detail: str | None = None
    date: str | None = None
    date_basis: str | None = None
    place: str | None = None
    articles: tuple[str, ...] = ()
    outcome: str | None = None
    status: str | None = None
    status_as_of: str | None = None
    certainty: str = "asserted"
    reported_by: str | None = None
    perpetrators: tuple[tuple[str, str, str], ...] = ()
    agency: str | None = None
    age: int | None = None
    sex: str | None = None
    town: str | None = None
    occupation: str | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFound:
    """A number that the text prints about people, cases or acts."""

    count: int
    what: str
    start: int
    end: int
    quote: str
    bound: str = "exact"
    since: str | None = None
    as_of: str | None = None
    place: str | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one reader finds in one text."""

    language: str
    persons: tuple[PersonFound, ...] = ()
    claims: tuple[ClaimFound, ...] = ()
    figures: tuple[FigureFound, ...] = ()
