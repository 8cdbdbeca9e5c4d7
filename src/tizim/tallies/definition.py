"""Definitions of lists and counts, as data: what is counted, in which unit, in which classes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from tizim.assessments import SHIPPED, Sets
from tizim.ledger import Entry
from tizim.tallies.assessed import Decided, Decisions, Wish
from tizim.tallies.errors import TallyError
from tizim.tallies.wishes import check_called, read_wish
from tizim.timelines import Reach
from tizim.vocab import duration, table, vague_date

COUNTING_UNITS = ("individual", "act")
_CLASS_KEYS = frozenset(
    (
        "title",
        "states",
        "acts",
        "groups",
        "articles",
        "offences",
        "since",
        "until",
        "times",
        "doubtful",
        "called",
    )
)
_KEYS = frozenset(
    (
        "name",
        "version",
        "title",
        "note",
        "counting_unit",
        "classes",
        "reach",
        "documents",
        "sources",
        "within",
        "assessed",
        "recognised",
    )
)


@dataclass(frozen=True, slots=True)
class Groups:
    """Which counted groups belong to a class: by act, by the event they are tied to, by article."""

    acts: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    details: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Class:
    """One class of a definition: a state on the day, or acts up to the day, or counted groups.

    ``doubtful`` classes count in ``at_most`` only: the definition leaves open whether they belong.
    ``articles`` and ``offences`` (as the sources word them) narrow it. ``times`` is how many separate
    acts are needed (2: convicted twice). ``called`` says what somebody assessed may be called in it.
    """

    code: str
    title: Mapping[str, str] = field(default_factory=dict)
    states: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    groups: Groups | None = None
    articles: tuple[str, ...] = ()
    offences: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    times: int = 1
    doubtful: bool = False
    called: str | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """What a list or count means. Classes are exclusive: the first that fits a person counts.

    ``within`` names a wider definition: whoever this one counts must be counted there too.
    ``documents`` and ``sources`` (ids or names) limit it to what these say. ``wish`` is what must have been
    decided on whoever is counted; such a definition counts only when it is ``bound`` to the decisions.
    """

    name: str
    version: int
    title: Mapping[str, str]
    classes: tuple[Class, ...]
    note: Mapping[str, str] = field(default_factory=dict)
    counting_unit: str = "individual"
    reach: Reach = field(default_factory=Reach)
    documents: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    within: str | None = None
    wish: Wish | None = None
    bound: Decisions | None = field(default=None, compare=False, repr=False)

    def bound_to(self, decided: Decided | Iterable[Entry]) -> "Definition":
        """The definition with what people decided by some moment; itself where it asks for no decisions."""
        if self.wish is None:
            return self
        known = decided if isinstance(decided, Decided) else Decided.of(decided)
        return replace(self, bound=Decisions(self.wish, known))

    def decisions(self) -> Decisions | None:
        """The decisions that it asks for; nothing where it asks for none, TallyError where none are bound."""
        if self.wish is not None and self.bound is None:
            raise TallyError(f"{self.name} asks what people decided, and is not bound to any decisions")
        return self.bound


@cache
def definition(name: str) -> Definition:
    """The definition of that name that ships with tizim; an unknown name is refused with the nearest."""
    folder = files("tizim.tallies").joinpath("data")
    names = every_shipped()
    if name not in names:
        near = get_close_matches(name, names, 3) or names
        raise TallyError(
            f"there is no definition '{name}'; known: {', '.join(near)}, or the path of a YAML file"
        )
    return parse_definition(folder.joinpath(f"{name}.yml").read_text(encoding="utf-8"), where=name)


def definition_text(name: str) -> str:
    """The YAML text of a definition that ships with tizim."""
    definition(name)
    return files("tizim.tallies").joinpath("data", f"{name}.yml").read_text(encoding="utf-8")


def every_shipped() -> list[str]:
    """The names of all definitions that ship with tizim."""
    return [*_every_name()]


@cache
def _every_name() -> tuple[str, ...]:
    folder = files("tizim.tallies").joinpath("data")
    return tuple(sorted(one.name[:-4] for one in folder.iterdir() if one.name.endswith(".yml")))


def shipped() -> list[str]:
    """The names of those that ship and ask for nobody's decision: what sources tell is enough for them."""
    return [name for name in every_shipped() if definition(name).wish is None]


def load_definition(path: Path, sets: Sets = SHIPPED) -> Definition:
    """A group's own definition from a YAML file; it may ask for any of the sets of criteria."""
    return parse_definition(path.read_text(encoding="utf-8"), where=path.name, sets=sets)


def parse_definition(text: str, *, where: str, sets: Sets = SHIPPED) -> Definition:
    """The definition that the YAML text gives; anything unknown in it is refused by name."""
    try:
        raw = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise TallyError(f"{where}: not YAML ({str(error).splitlines()[0]})") from None
    if not isinstance(raw, dict) or "classes" not in raw:
        raise TallyError(f"{where}: a definition has a name, a title and classes")
    _refuse_unknown(raw, _KEYS, where)
    classes = tuple(_class(code, entry, where) for code, entry in raw["classes"].items())
    found = _definition(raw, classes, where, sets)
    check_called(raw, ((one.code, one.called, one.states, one.doubtful) for one in classes), where)
    if found.wish and (found.counting_unit != "individual" or any(one.groups for one in classes)):
        raise TallyError(f"{where}: people are assessed; neither acts nor counted groups are")
    return found


def _definition(raw: Mapping[str, Any], classes: tuple[Class, ...], where: str, sets: Sets) -> Definition:
    return Definition(
        name=str(raw.get("name", where)),
        version=int(raw.get("version", 1)),
        title=_texts(raw.get("title"), str(raw.get("name", where))),
        note=_texts(raw.get("note"), ""),
        classes=classes,
        counting_unit=_unit(raw.get("counting_unit", "individual"), where),
        reach=_reach(raw.get("reach") or {}, where),
        documents=_list(raw, "documents", where),
        sources=_list(raw, "sources", where),
        within=raw.get("within"),
        wish=read_wish(raw, where, sets),
    )


def _class(code: str, entry: Mapping[str, Any], where: str) -> Class:
    place = f"{where}, class {code}"
    if not isinstance(entry, dict):
        raise TallyError(f"{place}: a class has states, acts or groups")
    _refuse_unknown(entry, _CLASS_KEYS, place)
    states, acts = _list(entry, "states", place), _list(entry, "acts", place)
    _refuse_codes("states", states, place)
    _refuse_codes("acts", acts, place)
    if bool(states) == bool(acts) and (states or not entry.get("groups")):
        raise TallyError(f"{place}: name states or acts (one of them), or groups")
    return Class(
        code=str(code),
        title=_texts(entry.get("title"), str(code)),
        states=frozenset(states),
        acts=frozenset(acts),
        groups=_groups(entry.get("groups"), where),
        articles=_list(entry, "articles", place),
        offences=frozenset(_list(entry, "offences", place)),
        since=_day(entry.get("since"), place, first=True),
        until=_day(entry.get("until"), place, first=False),
        times=_times(entry.get("times", 1), place),
        doubtful=bool(entry.get("doubtful", False)),
        called=str(entry["called"]) if entry.get("called") else None,
    )


def _groups(entry: Mapping[str, Any] | None, where: str) -> Groups | None:
    if entry is None:
        return None
    _refuse_unknown(entry, frozenset(("acts", "events", "details")), f"{where}, groups")
    acts = _list(entry, "acts", where)
    _refuse_codes("acts", acts, where)
    return Groups(
        acts=frozenset(acts),
        events=frozenset(_list(entry, "events", where)),
        details=frozenset(_list(entry, "details", where)),
    )


def _list(entry: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """The entries of a list; a text in its place would be counted letter by letter."""
    value = entry.get(key)
    if value is None:
        return ()
    if not isinstance(value, list):
        raise TallyError(f"{where}: {key} is a list, as in [{value}]")
    return tuple(map(str, value))


def _times(value: object, where: str) -> int:
    if not isinstance(value, int) or value < 1:
        raise TallyError(f"{where}: times is a number from 1 on")
    return value


def _reach(entry: Mapping[str, Any], where: str) -> Reach:
    _refuse_unknown(entry, frozenset(("back", "forward")), f"{where}, reach")
    forward = entry.get("forward") or {}
    _refuse_codes("states", forward, where)
    return Reach(
        back=duration(str(entry["back"])) if entry.get("back") else None,
        forward={state: duration(str(text)) for state, text in forward.items()},
    )


def _unit(code: str, where: str) -> str:
    if code not in COUNTING_UNITS:
        raise TallyError(f"{where}: counting unit '{code}' is not one of {', '.join(COUNTING_UNITS)}")
    return code


def _day(text: object, where: str, *, first: bool) -> date | None:
    if text is None:
        return None
    days = vague_date(str(text)).days
    return days.first if first else days.last


def _texts(value: object, default: str) -> Mapping[str, str]:
    return value if isinstance(value, dict) else {"en": str(value or default)}


def _refuse_unknown(entry: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    for key in entry:
        if key not in known:
            near = get_close_matches(str(key), sorted(known), 1) or sorted(known)
            raise TallyError(f"{where}: unknown key '{key}'; did you mean {', '.join(near)}?")


def _refuse_codes(name: str, codes: object, where: str) -> None:
    for code in codes if isinstance(codes, (list, tuple, dict)) else ():
        problem = table(name).problem(str(code), where)
        if problem:
            raise TallyError(str(problem))
