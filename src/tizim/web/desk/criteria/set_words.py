"""Sets of criteria in the words of the page: rules, what counts as held, what differs between two."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from tizim.assessments import (
    CriteriaSet,
    OwnVersion,
    Rule,
    SetChange,
    Sets,
    holding_states,
    in_words,
    rule_words,
    set_changes,
)
from tizim.vocab import label
from tizim.web.desk.settings import LANGUAGES
from tizim.web.desk.templatetags.desk import spoken

_LIBERTY = {
    "deprived": gettext_lazy("counts as deprivation of liberty"),
    "open": gettext_lazy("left open: in “at most” only"),
    "not_deprived": gettext_lazy("does not count"),
}
_CHANGES: Mapping[str, str | Promise] = {
    "title": gettext_lazy("Title"),
    "note": gettext_lazy("Note"),
    "publisher": gettext_lazy("Whose wording"),
    "source_place": gettext_lazy("Where in the source"),
    "source_date": gettext_lazy("Day of the source"),
    "url": gettext_lazy("Where the official wording stands"),
    "compared": gettext_lazy("Compared with the official wording word by word"),
    "decided_by": gettext_lazy("Who decided it"),
    "decided_on": gettext_lazy("When it was decided"),
    "assessors": gettext_lazy("How many assessors must come to the same"),
    "met": gettext_lazy("When the criteria are met"),
    "unless": gettext_lazy("What excludes"),
    "order": gettext_lazy("Order of the grounds"),
    "ground_added": gettext_lazy("Ground added"),
    "ground_removed": gettext_lazy("Ground taken out"),
    "ground_title": gettext_lazy("Name of the ground"),
    "ground_text": gettext_lazy("Wording of the ground"),
    "ground_place": gettext_lazy("Place of the ground in the source"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One set as a page tells it; ``own`` is its version in the register, if it is an own one."""

    of: CriteriaSet
    own: OwnVersion | None = None

    @property
    def met(self) -> str:
        """When the set is met, in words."""
        return _rule(self.of, self.of.met)

    @property
    def unless(self) -> str:
        """What excludes, in words; empty where nothing does."""
        return _rule(self.of, self.of.unless) if self.of.unless else ""

    @property
    def is_placed(self) -> bool:
        """Whether any ground says where it stands in its source."""
        return any(one.place for one in self.of.criteria)

    @property
    def liberty(self) -> list[tuple[str, str | Promise]]:
        """Each state that may be a deprivation of liberty, and what the set says of it."""
        said = ((one, self.of.liberty.get(one, "not_deprived")) for one in holding_states())
        return [(label("states", one, spoken()), _LIBERTY[answer]) for one, answer in said]

    @property
    def lacking(self) -> str:
        """What has no words in the language of the page."""
        return ", ".join(gettext("title") if one == "title" else one for one in self.of.lacking(spoken()))


@dataclass(frozen=True, slots=True)
class Changed:
    """One difference in words; ``moves`` says whether somebody's outcome may change by it.

    ``language`` is that of the words before and after, where they are of one alone.
    """

    what: str
    before: str
    after: str
    moves: bool
    language: str = ""


def every_set(sets: Sets) -> Sequence[Told]:
    """Those that ship or come from a folder, then the register's own, the newest version first."""
    own = sorted(sets.own.values(), key=lambda one: (one.of.code, -one.of.version))
    others = [Told(one) for one in sets.offered() if one.name not in sets.own]
    return [*others, *(Told(one.of, one) for one in own)]


def changed(earlier: CriteriaSet, later: CriteriaSet) -> list[Changed]:
    """What differs between two sets, a line each."""
    return [_changed(one, earlier, later) for one in set_changes(earlier, later)]


def _changed(one: SetChange, earlier: CriteriaSet, later: CriteriaSet) -> Changed:
    if one.what == "liberty":
        before, after = (str(_LIBERTY[value]) for value in (one.before, one.after))
        return Changed(label("states", one.of, spoken()), before, after, one.moves)
    what = str(_CHANGES[one.what])
    ground = next((each for of in (later, earlier) for each in of.criteria if each.code == one.of), None)
    if ground:
        what = f"{what}: {in_words(ground.title, spoken())[0]} ({one.of})"
    if one.language:
        what = f"{what}, {dict(LANGUAGES)[one.language]}"
    before, after = _said(one.before, earlier), _said(one.after, later)
    return Changed(what, before, after, one.moves, one.language)


def _said(value: Any, of: CriteriaSet) -> str:
    if isinstance(value, Rule):
        return _rule(of, value)
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, tuple):
        return ", ".join(value)
    text = getattr(value, "text", value)
    return in_words(text, spoken())[0] if isinstance(text, Mapping) else str("" if text is None else text)


def _rule(of: CriteriaSet, rule: Rule) -> str:
    named = {one.code: in_words(one.title, spoken())[0] for one in of.criteria}
    return rule_words(rule, lambda code: named.get(code, code), dict(_ways()))


def _ways() -> Iterator[tuple[str, str]]:
    yield "any", gettext("at least one of these: %(parts)s") % {"parts": "{parts}"}
    yield "all", gettext("all of these: %(parts)s") % {"parts": "{parts}"}
