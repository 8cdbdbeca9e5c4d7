"""What the register says of published figures: reproduced, within bounds, not reproducible, contradicted.

``verdicts(entries)`` judges every standing ``PublishedFigure``; ``verdict(figure, of, grounds)`` one figure,
which may also be one of our own that no entry holds (``Printed``). A ``Verdict`` holds

- ``figure``: the ``Printed`` (its ``id``, ``document_id``, ``passage_id``, ``count``, ``bound``, ``what``,
  ``as_of``, ``since``, ``place``);
- ``meant``: by which definition it counts (``name``), and ``by``: a person (``given``) or its ``words``;
- ``now`` and ``then``: an ``Answer`` as known now, and as known at the end of the day that the document bears
  (``None`` where the register was begun later). An ``Answer`` has the ``verdict``, the ``reason`` (a code of
  ``data/verdicts.yml``), the bounds ``at_least`` and ``at_most`` that the register gives, ``person_ids`` and
  ``claim_ids`` behind it (of a contradiction: those that contradict), ``message(language)``.

A register is what was recorded: a figure larger than it is not contradicted by that, only not reproducible.
It is contradicted where more people are recorded than it allows, or where people whom its own document counts
surely were not in that state on the day.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tizim.audits.printed import Definitions, Meant, Printed, days, meant
from tizim.audits.tables import table
from tizim.claims import Basis, Claim, PublishedFigure
from tizim.documents import Document
from tizim.ledger import Entry, in_force, moment
from tizim.tallies import Decided, Member, Tally, definition, fits, nearest, tally, whole
from tizim.timelines import NOT, Chronicle, Life, chronicle
from tizim.vocab import place

REPRODUCED, WITHIN, NOT_REPRODUCIBLE, CONTRADICTED = (
    "reproduced", "within_bounds", "not_reproducible", "contradicted",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the register says of a figure at one moment, why, and because of which persons and claims."""

    verdict: str
    reason: str
    at_least: int | None = None
    at_most: int | None = None
    person_ids: tuple[str, ...] = ()
    claim_ids: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)

    def message(self, language: str = "en") -> str:
        """The verdict with its reason, in English, Russian or Kazakh."""
        words = table("verdicts")
        high = words["open"][language] if self.at_most is None else str(self.at_most)
        told = {"low": str(self.at_least), "high": high, **self.values}
        why = words["reasons"][self.reason][language].format(**told)
        return f"{words['verdicts'][self.verdict][language]}: {why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A published figure with what it counts, and what the register says of it as known now and then."""

    figure: Printed
    meant: Meant
    now: Answer
    then: Answer | None


@dataclass(frozen=True, slots=True)
class Grounds:
    """What was known at a moment: everything, claims by their ids, and what one document alone tells."""

    told: Chronicle
    claims: Callable[[Collection[str]], Mapping[str, Claim]]
    alone: Callable[[str], Chronicle]
    decided: Decided = field(default_factory=lambda: Decided({}))
    _lives: dict[str, Life] = field(default_factory=dict, compare=False, repr=False)
    _tallies: dict[tuple[str | None, ...], Tally] = field(default_factory=dict, compare=False, repr=False)

    def life(self, claim_id: str) -> Life | None:
        """The life of whom the claim is about."""
        if not self._lives:
            every = self.told.lives.values()
            self._lives.update((claim, life) for life in every for claim in life.person.claim_ids)
        return self._lives.get(claim_id)

    def count(self, figure: Printed, of: Meant, day: date, *, alone: Chronicle | None = None) -> "_Count":
        """The count of the definition on a day, without groups that the figure's own document counts."""
        assert of.of
        key = (of.name, figure.since, day.isoformat(), figure.document_id, None if alone is None else "alone")
        if key not in self._tallies:
            told, own = alone or self.told, figure.document_id
            apart = tuple(one for one in told.groups if own not in (one.document_id, one.root))
            self._tallies[key] = tally(of.of.bound_to(self.decided), replace(told, groups=apart), as_of=day)
        found = self._tallies[key]
        if figure.place:
            behind = {claim for one in found.members for claim in one.fit.because}
            return _there(found, figure.place, self.claims(behind))
        grouped = tuple(claim for group in found.groups for claim in group.because)
        return _Count(day, found.at_least, found.at_most, tuple(found.members), grouped)

    @classmethod
    def of(
        cls, entries: Iterable[Entry], *, basis: Basis = "all", told: Chronicle | None = None
    ) -> "Grounds":
        """The grounds in entries as ``known_at`` gives them; ``told`` is their chronicle, if there is one."""
        known = tuple(entries)
        claims = {one.id: one for one in known if isinstance(one, Claim)}

        def alone(document_id: str) -> Chronicle:
            near = (one for one in known if not isinstance(one, Claim) or one.document_id == document_id)
            return chronicle(near, basis=basis, documents=frozenset((document_id,)))

        return cls(told or chronicle(known, basis=basis), lambda _ids: claims, alone, Decided.of(known))


def verdicts(
    entries: Iterable[Entry],
    *,
    basis: Basis = "all",
    told: Chronicle | None = None,
    among: Definitions = definition,
) -> tuple[Verdict, ...]:
    """The verdict on every standing figure, in the order written; ``entries`` as ``known_at`` gives them.

    ``told`` is the chronicle of all these entries, where it is there already.
    """
    known = tuple(entries)
    figures = [one for one in in_force(known) if isinstance(one, PublishedFigure)]
    documents = {one.id: one for one in known if isinstance(one, Document)}
    now = Grounds.of(known, basis=basis, told=told) if figures else None
    before: dict[str, Grounds | None] = {}
    found = []
    for figure in (printed(one, documents.get(one.document_id)) for one in figures):
        at = figure.known_at
        if at is not None and at not in before:
            before[at] = _known_at(known, at, basis)
        of = meant(figure, among)
        assert now
        earlier = before[at] if at else None
        found.append(Verdict(
            figure=figure, meant=of, now=verdict(figure, of, now),
            then=verdict(figure, of, earlier) if earlier else None,
        ))  # fmt: skip
    return tuple(found)


def printed(figure: PublishedFigure, document: Document | None) -> Printed:
    """The figure of an entry; its day, where it has none, and what its makers knew are its document's."""
    day = document.date if document else None
    last = days(Printed(id="", count=0, as_of=day))[-1:] if day else ()
    return Printed(
        id=figure.id, count=figure.count, bound=figure.bound, what=figure.what, definition=figure.definition,
        counting_unit=figure.counting_unit, since=figure.since, as_of=figure.as_of or day, place=figure.place,
        known_at=moment(last[0]) if last else None,
        document_id=figure.document_id, passage_id=figure.passage_id,
    )  # fmt: skip


def verdict(figure: Printed, of: Meant, known: Grounds) -> Answer:
    """What the register as known at one moment says of a figure that counts by this definition."""
    on = days(figure)
    if of.of is None:
        return _missing(of.missing or "definition_unknown", name=of.name or "", words=", ".join(of.words))
    if not on:
        return _missing("day_unknown")
    if figure.place and place(figure.place) is None:
        return _missing("place_unknown", name=figure.place)
    counts = [known.count(figure, of, day) for day in on]
    low, high = min(one.at_least for one in counts), _largest(one.at_most for one in counts)
    return _Judging(figure, of, known, counts, low, high).answer()


def _missing(reason: str, **values: str) -> Answer:
    return Answer(verdict=NOT_REPRODUCIBLE, reason=reason, values=values)


@dataclass(frozen=True, slots=True)
class _Count:
    """What the register counts on one day: the bounds, and the members behind them."""

    day: date
    at_least: int
    at_most: int | None
    members: tuple[Member, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Judging:
    """One figure beside the counts of its days."""

    figure: Printed
    of: Meant
    known: Grounds
    counts: Sequence[_Count]
    low: int
    high: int | None

    def answer(self) -> Answer:
        least, most = self.figure.bounds
        if most is not None and self.low > most:
            return self._told(CONTRADICTED, "more_recorded", sure=True)
        if self.high is not None and self.high < least:
            return self._too_few(least)
        if self.low >= least and (most is None or (self.high is not None and self.high <= most)):
            return self._told(REPRODUCED, "same" if self.low == self.high == self.figure.count else "enough")
        return self._told(WITHIN, "fits")

    def _told(self, verdict: str, reason: str, *, sure: bool = False, **values: str) -> Answer:
        members = {m.person_id: m for one in self.counts for m in one.members if m.sure or not sure}
        behind = [claim for one in members.values() for claim in one.fit.because]
        grouped = [claim for one in self.counts for claim in one.claims]
        return Answer(
            verdict=verdict, reason=reason, at_least=self.low, at_most=self.high,
            person_ids=tuple(members), claim_ids=tuple(dict.fromkeys((*behind, *grouped))), values=values,
        )  # fmt: skip

    def _too_few(self, least: int) -> Answer:
        """More than the register knows: contradicted only by what is told of those its document counts."""
        otherwise = dict(self._otherwise(least))
        if otherwise:
            return Answer(
                verdict=CONTRADICTED, reason="told_otherwise", at_least=self.low, at_most=self.high,
                person_ids=tuple(otherwise), values={"missing": str(len(otherwise))},
                claim_ids=tuple(dict.fromkeys(claim for some in otherwise.values() for claim in some)),
            )  # fmt: skip
        if self.high == 0 and not any(one.members for one in self.counts):
            return self._told(NOT_REPRODUCIBLE, "no_claims")
        return self._told(NOT_REPRODUCIBLE, "not_named", missing=str(least - (self.high or 0)))

    def _otherwise(self, least: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Those whom the figure's document counts and who surely do not count on any of its days; why."""
        of, own = self.of.of, self.figure.document_id
        if of is None or not own or of.counting_unit != "individual":
            return
        alone = self.known.alone(own)
        mine = [self.known.count(self.figure, self.of, one.day, alone=alone) for one in self.counts]
        if (_largest(one.at_most for one in mine) or 0) < least:
            return
        for member in {m.person_id: m for one in mine for m in one.members}.values():
            life = self.known.life(member.fit.because[0]) if member.fit.because else None
            found = [fits(life.timeline, of, one.day) for one in self.counts] if life else []
            if life and all(whole(one) == NOT for one in found):
                best = nearest(found[0])
                yield life.person.id, (best.because if best else ()) or life.person.claim_ids


def _there(found: Tally, name: str, claims: Mapping[str, Claim]) -> _Count:
    """The same of one place: surely those of whom a claim says so, at most all but those surely elsewhere."""
    where = {one.person_id: _lies(one, name, claims) for one in found.members}
    there = [one for one in found.members if where[one.person_id] is True]
    elsewhere = [one for one in found.members if where[one.person_id] is False and one.sure]
    high = None if found.at_most is None else found.at_most - len(elsewhere)
    members = tuple(one for one in found.members if where[one.person_id] is not False)
    return _Count(found.as_of, min(found.at_least, sum(one.sure for one in there)), high, members, ())


def _lies(member: Member, name: str, claims: Mapping[str, Claim]) -> bool | None:
    """Whether what puts a person on the list was in the place; None where that is not told."""
    wanted, behind = place(name), [claims[one] for one in member.fit.because if one in claims]
    assert wanted
    known = [found for one in behind if one.place and (found := place(one.place))]
    if any(wanted.code == one.code or wanted.code in one.within for one in known):
        return True
    if any(article.startswith(f"{wanted.code}-") for one in behind for article in one.articles):
        return True
    around = any(one.code in wanted.within for one in known)
    return False if known and not around and len(known) == len(behind) else None


def _largest(found: Iterable[int | None]) -> int | None:
    every = list(found)
    return None if None in every else max(one for one in every if one is not None)


def _known_at(entries: Sequence[Entry], at: str, basis: Basis) -> Grounds | None:
    """The grounds at an earlier moment; None where no claim had been written."""
    earlier = tuple(one for one in entries if one.recorded_at <= at)
    if not any(isinstance(one, Claim) for one in earlier):
        return None
    return Grounds.of(earlier, basis=basis)
