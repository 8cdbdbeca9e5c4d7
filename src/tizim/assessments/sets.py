"""All sets of criteria as known at a moment: the register's own in all versions, beside those that ship."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache

from tizim.assessments.criteria import CriteriaSet
from tizim.assessments.criteria_text import parse_criteria
from tizim.assessments.entries import AdoptedSet
from tizim.assessments.errors import AssessmentError
from tizim.assessments.shipped import criteria_set, known_sets
from tizim.ledger import Entry, Withdrawal, in_force

SETS = (AdoptedSet.kind, Withdrawal.kind)
"""The kinds of entries from which it is told which sets a register has."""


@dataclass(frozen=True, slots=True)
class OwnVersion:
    """One version of the register's own set, with its entry, and how it was retired, if it was.

    ``times`` is how often it was retired so far.
    """

    of: CriteriaSet
    entry: AdoptedSet
    retired: Withdrawal | None = None
    times: int = 0


@dataclass(frozen=True, slots=True)
class Sets:
    """The sets that may be asked for by name. ``own`` are the register's, by name, in the order written.

    A set of the register goes before one of the same name from a folder. A retired version is offered to
    nobody any more; what was determined by it keeps its meaning.
    """

    own: Mapping[str, OwnVersion] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Sets":
        """The sets known among entries as ``known_at`` gives them."""
        known = [one for one in entries if isinstance(one, (AdoptedSet, Withdrawal))]
        if not any(isinstance(one, AdoptedSet) for one in known):
            return cls()
        standing = in_force(known)
        left = {one.id for one in standing}
        retiring = {one.corrects: one for one in standing if isinstance(one, Withdrawal)}
        times = Counter(one.corrects for one in known if isinstance(one, Withdrawal))
        written = [one for one in known if isinstance(one, AdoptedSet)]
        gone = {one.id: retiring.get(one.id) for one in written if one.id not in left}
        versions = (
            OwnVersion(_read(one.wording, one.id), one, gone.get(one.id), times[one.id]) for one in written
        )
        return cls({one.of.name: one for one in versions})

    def named(self, name: str) -> CriteriaSet:
        """The set of that name: a code with its version, or a code alone, which is its newest version."""
        if name in self.own:
            return self.own[name].of
        versions = self.versions(name)
        if versions:
            return next((one.of for one in reversed(versions) if not one.retired), versions[-1].of)
        bare = name.partition("/")[0]
        if bare in known_sets():
            return criteria_set(name)
        numbers = [str(one.of.version) for one in self.versions(bare)]
        if numbers:
            there = ", ".join(numbers)
            raise AssessmentError(
                f"{bare}: there is no version '{name.partition('/')[2]}'; there are {there}"
            )
        codes = sorted({*known_sets(), *(one.of.code for one in self.own.values())})
        near = get_close_matches(bare, codes, 1) or codes
        raise AssessmentError(
            f"there is no set of criteria '{bare}'; known: {', '.join(near)}, or a YAML file"
        )

    def versions(self, code: str) -> Sequence[OwnVersion]:
        """The versions of the register's own set of that code, the oldest first; none for any other set."""
        mine = [one for one in self.own.values() if one.of.code == code]
        return sorted(mine, key=lambda one: one.of.version)

    def offered(self) -> list[CriteriaSet]:
        """The sets by which somebody may be assessed: those that ship, then own ones, the newest first."""
        own = [one.of for one in self.own.values() if not one.retired]
        taken = {one.of.code for one in self.own.values()}
        others = [criteria_set(code) for code in known_sets() if code not in taken]
        return [*others, *sorted(own, key=lambda one: (one.code, -one.version))]

    def standing_own(self) -> list[CriteriaSet]:
        """The versions of the register's own sets that are not retired."""
        own = [one.of for one in self.own.values() if not one.retired]
        return sorted(own, key=lambda one: (one.code, -one.version))


SHIPPED = Sets()
"""The sets that are known without a register."""


@lru_cache(maxsize=256)
def _read(wording: str, where: str) -> CriteriaSet:
    return parse_criteria(wording, where=where)
