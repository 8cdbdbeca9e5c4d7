"""By what people can be narrowed down: what the claims about each say, and what holds on the day."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tizim.assessments import AssessmentError
from tizim.tallies import Definition, TallyError, definition, fits, placed, shipped
from tizim.timelines import NOT, Timeline, standing
from tizim.vocab import folded, label, place, places, places_named, table
from tizim.web.desk.definitions import defined, sets_known
from tizim.web.desk.templatetags.desk import spoken, titled

Code = tuple[str, str]
"""A facet and a value of it."""
ADULT = 18
_WRITTEN: dict[str, str] = {}
"""How a place that is not known was written first, by the form that its spellings share."""
UNKNOWN = "none"
CRITERIA = "criteria"
ANSWERS = {
    "met": _("met"),
    "not_met": _("not met"),
    "open": _("open"),
    "contested": _("contested"),
    "not_assessed": _("not assessed"),
}
"""What determinations under a set of criteria come to."""


class Told(NamedTuple):
    """What one claim says that people are narrowed down by."""

    role: str
    case_kind: str
    document_id: str
    event: str | None
    place: str | None
    articles: Sequence[str]
    offence: str | None
    alleged_organisation: str | None
    sex: str | None
    age: int | None


@dataclass(frozen=True)
class Facet:
    """One way to narrow down: its code, its title, what it means, and how its values are worded."""

    code: str
    title: str | Promise
    help: str | Promise
    worded: Callable[[str], str]


def _status(value: str) -> str:
    return str(STATUSES.get(value, value))


def _state(value: str) -> str:
    return label("states", value, spoken())


def _listed(value: str) -> str:
    try:
        return titled(defined(value).title)
    except TallyError:
        return value


def _placed(value: str) -> str:
    known = places().by_code.get(value)
    if known:
        return known.name_on(None, spoken())
    written = _WRITTEN.get(value, value)
    if places_named(written):
        return str(_("%(place)s (several places bear the name)") % {"place": written})
    return str(_("%(place)s (not in the vocabulary)") % {"place": written})


def _criteria(value: str) -> str:
    """The set and the answer under it."""
    code, _colon, answer = value.rpartition(":")
    try:
        of = sets_known().named(code)
        title = (
            f"{titled(of.title) or code}, {of.version}" if of.name in sets_known().own else titled(of.title)
        )
    except AssessmentError:
        title = code
    return f"{title}: {ANSWERS.get(answer, answer)}"


def _role(value: str) -> str:
    return str(ROLES.get(value, value))


def _sex(value: str) -> str:
    return str(SEXES.get(value, value))


def _as_is(value: str) -> str:
    return value


STATUSES = {
    "held": _("held, under house arrest or missing"),
    "measure": _("not held, under a measure"),
    "sentence": _("serving a sentence outside prison"),
    "proceedings": _("in proceedings or convicted"),
    "after_effect": _("banned or listed"),
    "free": _("free"),
    "abroad": _("abroad"),
    "dead": _("dead"),
    UNKNOWN: _("nothing known for that day"),
}
ROLES = {
    "persecuted": _("persecuted"),
    "official": _("only in cases against officials"),
    "other": _("only told of otherwise"),
}
SEXES = {"male": _("male"), "female": _("female")}

FACETS = (
    Facet("status", _("Status on the day"), _("What surely or perhaps holds on the day set above."), _status),
    Facet("measure", _("Measure"), _("The kind of custody, restraint or sentence on that day."), _state),
    Facet("list", _("List"), _("Whom a list counts on that day, surely or perhaps."), _listed),
    Facet("article", _("Article"), _("Any article that a claim names, with all its parts."), _as_is),
    Facet(
        "offence",
        _("Accusation"),
        _("The offence that the authorities allege, in the words of the source."),
        _as_is,
    ),
    Facet(
        "alleged",
        _("Organisation as alleged by the authorities"),
        _("What an accusation, charge or verdict says. It is no membership, and nothing is inferred."),
        _as_is,
    ),
    Facet("place", _("Place"), _("Where something was done to the person."), _placed),
    Facet("sex", _("Sex"), _("As the sources give it."), _sex),
    Facet(
        "minor", _("Age"), _("A source gives an age under 18."), lambda _value: str(_("under 18 at the time"))
    ),
    Facet(
        CRITERIA,
        _("Criteria"),
        _("What people determined under a set of criteria. It is theirs, not the register's."),
        _criteria,
    ),
    Facet("role", _("Part in the claims"), _("Officials are never counted among the persecuted."), _role),
)
BY_CODE = {one.code: one for one in FACETS}


def codes_told(claims: Iterable[Told]) -> frozenset[Code]:
    """What the claims about one person say, whatever the day."""
    known = list(claims)
    persecution = [one for one in known if (one.role, one.case_kind) == ("victim", "persecution")]
    return frozenset((*_said(persecution), ("role", _part_of(known))))


def _part_of(claims: Sequence[Told]) -> str:
    if any((one.role, one.case_kind) == ("victim", "persecution") for one in claims):
        return "persecuted"
    return "official" if any(one.case_kind == "against_official" for one in claims) else "other"


def _said(claims: Iterable[Told]) -> Iterator[Code]:
    for one in claims:
        yield from (("article", _whole(article)) for article in one.articles)
        if one.place:
            yield "place", place_code(one.place)
        if one.offence:
            yield "offence", one.offence
        if one.alleged_organisation:
            yield "alleged", " ".join(one.alleged_organisation.split())
        if one.sex:
            yield "sex", one.sex
        if one.age is not None and one.age < ADULT:
            yield "minor", "yes"


@cache
def _whole(article: str) -> str:
    """The article without its part: ``KZ-CC 405(2)`` is ``KZ-CC 405``."""
    return article.partition("(")[0].strip()


@cache
def place_code(text: str) -> str:
    """The code of the place meant; a form that all its spellings share where it is unknown or ambiguous."""
    known = place(text)
    if known:
        return known.code
    form = " ".join(folded(text).split())
    _WRITTEN.setdefault(form, text)
    return form


def codes_on(line: Timeline, day: date) -> frozenset[Code]:
    """What surely or perhaps holds of one person on the day."""
    held = {one.state for one in line.episodes if standing(one, day).answer != NOT}
    found: set[Code] = {("status", _status_of(one)) for one in held} or {("status", UNKNOWN)}
    found.update(("measure", one) for one in held if is_measure(one))
    found.update(("list", one.name) for one in _definitions() if placed(fits(line, one, day)) is not None)
    return frozenset(found)


@cache
def _definitions() -> tuple[Definition, ...]:
    return tuple(definition(name) for name in shipped())


@cache
def group_of(state: str) -> str:
    """The group of the state in the vocabulary: ``custody``, ``measure``, ``sentence`` …"""
    return str(table("states").term(state).attributes.get("group", ""))


@cache
def is_held(state: str) -> bool:
    """Whether whoever is in the state is deprived of liberty, by all or by some definitions."""
    return table("states").term(state).attributes.get("deprives_of_liberty") in (True, "yes", "rule")


def is_measure(state: str) -> bool:
    """Whether the state is custody, a restraint or a sentence."""
    return is_held(state) or group_of(state) in ("custody", "measure", "sentence")


@cache
def _status_of(state: str) -> str:
    if is_held(state):
        return "held"
    return state if group_of(state) == "end" else group_of(state)
