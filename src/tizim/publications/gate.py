"""The gate before an edition: whether its numbers, beside its names, give away whoever is not named.

People who are counted and not named are published as numbers: so many of a class, sure or not, for this
reason. Where fewer than the least count of them stand together, whoever knows the others can find them; and
where that number has changed by so few since the edition before, whoever knows who was taken or freed can.
``risks`` tells of both. ``hushed`` leaves so many of them out that neither remains: "at least" stays true,
and "at most" is open everywhere, so that nothing shows where somebody was left out. Whoever is withheld is in
no number at all. ``freeze`` refuses an edition with risks unless ``Wanted`` says ``hush`` or ``despite``.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from tizim.publications.allowed import allowed
from tizim.publications.composing import Composed
from tizim.publications.content import Bounds, Content, Entered
from tizim.publications.errors import PublicationError

Cell = tuple[str, bool, str]


@dataclass(frozen=True, slots=True)
class Risk:
    """One number by which somebody could be found: ``small_cell`` or ``difference``, and in which class."""

    kind: str
    code: str
    number: int
    values: Mapping[str, Any] = field(default_factory=dict)

    def message(self, language: str = "en") -> str:
        """What is said of it, in English, Russian or Kazakh."""
        titles: Mapping[str, str] = self.values["titles"]
        title = titles.get(language) or titles.get("en", self.code)
        told = {key: value for key, value in self.values.items() if key != "titles"}
        return told_of_risk(self.kind, language, title=title, n=self.number, **told)


def told_of_risk(kind: str, language: str, **values: Any) -> str:
    """What ``data/risks.yml`` says of that kind, with the values filled in."""
    return _texts()[kind][language].format(**values)


def cure(language: str = "en") -> str:
    """What can be done about risks, in English, Russian or Kazakh."""
    return _texts()["cure"][language]


def least_count(given: int | None = None) -> int:
    """How many people who are not named stand together in a number at least; more where that is given."""
    return max(int(allowed()["least_count"]), given or 0)


def risks(content: Content, earlier: Content | None = None, *, least: int | None = None) -> tuple[Risk, ...]:
    """Every number of the edition, and every difference to the one before, that could single somebody out."""
    at_least, now, before = least_count(least), _cells(content), _cells(earlier)
    found = []
    for cell in sorted(now.keys() | before.keys()):
        here, there = now[cell], before[cell]
        if 0 < here < at_least:
            found.append(_risk("small_cell", cell[0], here, content))
        elif earlier and 0 < abs(here - there) < at_least:
            found.append(_risk("difference", cell[0], abs(here - there), content, edition=earlier.number))
    return tuple(found)


def hushed(made: Composed, earlier: Content | None = None, *, least: int | None = None) -> Composed:
    """The same with so many left out who are not named that no risk remains; unchanged if there is none.

    PublicationError for a list that counts acts: how many acts are theirs would have to leave with them.
    """
    content, at_least = made.content, least_count(least)
    if not risks(content, earlier, least=at_least):
        return made
    if content.unit != "individual":
        raise PublicationError(
            f"{content.definition}: acts are counted, and those of few people cannot be hushed"
        )
    before, kept = _cells(earlier), Counter[Cell]()
    room = {cell: _safe(many, before[cell], at_least) for cell, many in _cells(content).items()}
    people: list[Entered] = []
    for one in content.people:
        cell = (one.code, one.sure, one.why)
        if not one.name:
            kept[cell] += 1
        if one.name or kept[cell] <= room[cell]:
            people.append(one)
    numbers = [one.number for one in people]
    parts = _parts(content, people)
    return Composed(
        replace(
            content,
            people=tuple(replace(one, number=number) for number, one in enumerate(people, 1)),
            parts=parts, at_least=min(content.at_least, sum(one.at_least for one in parts)), at_most=None,
            hushed=at_least,
        ),
        {number: made.people[old] for number, old in enumerate(numbers, 1)},
        {number: made.cleared[old] for number, old in enumerate(numbers, 1)},
    )  # fmt: skip


def _parts(content: Content, people: Sequence[Entered]) -> tuple[Bounds, ...]:
    """The classes with no more than those who are shown in them surely, or whom a source counts."""
    sure = Counter(one.code for one in people if one.sure)
    groups = {one.code: one.at_least for one in content.groups}
    shown = ((one, max(sure[one.code], groups.get(one.code, 0))) for one in content.parts)
    return tuple(Bounds(one.code, min(one.at_least, low), None) for one, low in shown)


def _safe(many: int, before: int, least: int) -> int:
    """The largest number up to the true one that is none or enough, and as before or different enough."""
    fitting = (
        one for one in range(many, 0, -1) if one >= least and (one == before or abs(one - before) >= least)
    )
    return next(fitting, 0)


def _cells(content: Content | None) -> Counter[Cell]:
    """How many who are not named stand together, by what the list says of them."""
    return Counter((one.code, one.sure, one.why) for one in (content.unnamed if content else ()))


def _risk(kind: str, code: str, number: int, content: Content, **values: Any) -> Risk:
    titles = {one: dict(said) for one, said in content.classes}.get(code, {})
    of = sum(one.code == code for one in content.people)
    return Risk(kind, code, number, {"titles": titles, "of": of, **values})


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    text = files("tizim.publications").joinpath("data", "risks.yml").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found
