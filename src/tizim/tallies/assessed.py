"""Lists that ask for decisions of people: the outcome of a set of criteria, or the word of a group.

Claims tell what was done to somebody; what that comes to is decided by people. Whoever nobody has assessed is
on no such list; whom too few have assessed, or whom assessors contest, is on it perhaps.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tizim.assessments import (
    CriteriaSet,
    Determination,
    Outcome,
    Recognition,
    outcomes,
    stances_possible,
    whole_answer,
)
from tizim.ledger import Entry, Withdrawal, content_id, in_force
from tizim.timelines import NOT, PERHAPS, SURELY

DECISIONS = (Determination.kind, Recognition.kind, Withdrawal.kind)
"""The kinds of entries from which it is told what people decided."""
_MET, _CONTESTED = "met", "contested"


@dataclass(frozen=True, slots=True)
class Said:
    """What was decided on one person: counted surely, perhaps or not, why, and by which entries."""

    answer: str
    why: str
    decided: tuple[str, ...] = ()

    def weaker(self, other: "Said") -> "Said":
        """What both together come to: the weaker answer, with the entries of both."""
        weak = min(self, other, key=lambda one: _ORDER.index(one.answer))
        return replace(weak, decided=(*self.decided, *other.decided))


_ORDER = (NOT, PERHAPS, SURELY)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a definition asks for: a set met (as ``confirmed``, or by one assessor), or a group's recognition.

    ``group`` is in whose name it was assessed (none: the group that keeps the register); ``recognised_by``
    the group that must have recognised the person by the day.
    """

    criteria: CriteriaSet | None = None
    confirmed: bool = True
    group: str | None = None
    recognised_by: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided, as known at a moment, by the mentions that they named.

    ``seal`` differs where other decisions stand.
    """

    by_mention: Mapping[str, Sequence[Determination | Recognition]]
    seal: str = ""

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Decided":
        """The decisions in force among entries as ``known_at`` gives them."""
        found: dict[str, list[Determination | Recognition]] = defaultdict(list)
        standing = [one for one in in_force(entries) if isinstance(one, (Determination, Recognition))]
        for one in standing:
            found[one.mention_id].append(one)
        return cls(dict(found), content_id("w", *(one.id for one in standing)))

    def on(self, mention_ids: Iterable[str]) -> list[Determination | Recognition]:
        """All that was decided on the person of these mentions."""
        return [each for one in mention_ids for each in self.by_mention.get(one, ())]


@dataclass(frozen=True, slots=True)
class Decisions:
    """A wish together with what people decided: what it comes to for a person on a day."""

    wish: Wish
    decided: Decided
    _known: dict[tuple[str, ...], Said] = field(default_factory=dict, compare=False, repr=False)

    def touches(self, mention_ids: Iterable[str]) -> bool:
        """Whether anything that the wish asks for was decided on the person of these mentions."""
        return any(map(self._is_asked, self.decided.on(mention_ids)))

    def said(self, mention_ids: Collection[str], day: date) -> Said:
        """What was decided on the person of these mentions, by the day."""
        mine = self.decided.on(mention_ids)
        if not mine:
            return Said(NOT, "not_assessed")
        answers = []
        if self.wish.criteria:
            answers.append(self._assessed(self.wish.criteria, mine, mention_ids))
        if self.wish.recognised_by:
            answers.append(self._recognised(self.wish.recognised_by, mine, day))
        return answers[0] if len(answers) == 1 else answers[0].weaker(answers[1])

    def _is_asked(self, one: Determination | Recognition) -> bool:
        wish = self.wish
        if isinstance(one, Recognition):
            return bool(wish.recognised_by) and _same(one.group, wish.recognised_by or "")
        return bool(wish.criteria and one.criteria_set == wish.criteria.name and one.group == wish.group)

    def _assessed(
        self,
        of: CriteriaSet,
        mine: Iterable[Determination | Recognition],
        mention_ids: Collection[str],
    ) -> Said:
        key = tuple(sorted(mention_ids))
        if key not in self._known:
            determined = [one for one in mine if isinstance(one, Determination)]
            found = whole_answer(outcomes(of, determined, mention_ids, group=self.wish.group))
            self._known[key] = self._outcome(found)
        return self._known[key]

    def _outcome(self, found: Outcome) -> Said:
        if found.answer == _CONTESTED:
            return Said(PERHAPS, _CONTESTED, found.because)
        if found.answer != _MET:
            return Said(NOT, found.answer, found.because)
        if found.confirmed or not self.wish.confirmed:
            return Said(SURELY, "holds", found.because)
        return Said(PERHAPS, "not_confirmed", found.because)

    def _recognised(self, group: str, mine: Iterable[Determination | Recognition], day: date) -> Said:
        words = [one for one in mine if isinstance(one, Recognition) and _same(one.group, group)]
        possible, surely = stances_possible(words, as_of=day)
        because = tuple(one.id for one in possible)
        stances = {one.stance for one in possible}
        if "recognised" not in stances:
            return Said(NOT, "not_recognised", because)
        sure = surely and stances == {"recognised"}
        return Said(SURELY, "holds", because) if sure else Said(PERHAPS, "recognition_vague", because)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
