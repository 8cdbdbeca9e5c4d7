"""What other judgements would change: who is who, and every list and count, before anything is written.

Only the persons whom the judgements can concern are computed, once as they are and once as they would be;
the rest of a count stays as it is, since counts of persons and acts that share nobody add up.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tizim.claims import Basis, Claim, Review, standing_claims
from tizim.documents import Document
from tizim.identity import Doubt, Effect, Judgement, People, Person, concerned, effect_between, people
from tizim.ledger import Entry, content_id
from tizim.tallies.at_stake import spoken_of
from tizim.tallies.definition import Definition
from tizim.tallies.fitting import fits
from tizim.tallies.going_on import bounds_known, counted
from tizim.tallies.groups import GroupCount, count_groups
from tizim.tallies.lasting import Lasting
from tizim.tallies.readings import Bounds, Doubted
from tizim.tallies.tally import (
    Member,
    Part,
    Tally,
    differing,
    named_bounds,
    part_with_group,
    survey,
    with_groups,
)
from tizim.timelines import Chronicle, Otherwise, chronicle

Written = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Count:
    """The bounds of a list, and of each of its classes that changes; ``None`` is open."""

    at_least: int
    at_most: int | None
    parts: Mapping[str, tuple[int, int | None]]


@dataclass(frozen=True, slots=True)
class Leaving:
    """A member who would no longer stand on the list, and as whom of it that person would be counted."""

    member: Member
    counted_as: Member | None


@dataclass(frozen=True, slots=True)
class ListChange:
    """What would change in one list: the bounds, who enters, who leaves, who stands on it otherwise.

    ``before`` and ``after`` are nothing where all bounds stay as they are.
    """

    definition: Definition
    as_of: date
    before: Count | None
    after: Count | None
    entering: tuple[Member, ...]
    leaving: tuple[Leaving, ...]
    altered: tuple[tuple[Member, Member], ...]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would be if other judgements stood; ``before`` and ``after`` are the persons concerned."""

    effect: Effect
    before: tuple[Person, ...]
    after: tuple[Person, ...]
    basis: Basis
    _entries: tuple[tuple[Entry, ...], tuple[Entry, ...]]
    _told: tuple[Chronicle, Chronicle]
    _whole: bool = False
    _near: frozenset[str] | None = None

    def change(
        self,
        of: Definition,
        told: Chronicle,
        *,
        as_of: date,
        documents: frozenset[str] | None = None,
        by: Lasting | None = None,
    ) -> ListChange | None:
        """What would change in the list of the definition, or nothing if it stays as it is.

        ``told`` is the whole chronicle of now, limited to the ``documents`` of the definition if it names
        any; ``by`` is a count of it that goes on, if there is one.
        """
        if documents is None and not self.bears_on(of, as_of):
            return None
        near = self._told if documents is None else _chronicles(self._entries, self.basis, documents)
        was, would = self._tallies(of, near, as_of, by if documents is None else None)
        others = differing(was, would)
        if not others and _whole(was) == _whole(would):
            return None
        before, after = self._counts(of, told, (was, would), by)
        return ListChange(
            of,
            as_of,
            before=before,
            after=after,
            entering=_entering(of, was, would, others),
            leaving=tuple(self._leaving(of, was, would, others)),
            altered=_altered(of, was, would, others),
        )

    def _tallies(
        self, of: Definition, near: tuple[Chronicle, Chronicle], day: date, by: Lasting | None
    ) -> tuple[Tally, Tally]:
        """The count as it is and as it would be, of those touched or, where strays are about, of all."""
        was, would = near
        if by and self._whole and self._near is not None:
            first_day = by.on(was, day)
            turned = by.turned(first_day, would, day, self._near)
            return counted(by, was, as_of=day, at=first_day), counted(by, would, as_of=day, at=turned)
        if self._near is None:
            known: dict[int, Doubted] = {}
            both = tuple(replace(survey(of, one, day), doubts=known) for one in near)
        else:
            first = survey(of, was, day)
            both = (first, first.turned(would, of, day, self._near))
        return both[0].named(of, day), both[1].named(of, day)

    def bears_on(self, of: Definition, day: date) -> bool:
        """Whether anything told of those touched, or in doubt with them, speaks of what is counted.

        A stray among them may bear on any count, since it may be anybody.
        """
        if self._near is None or self._touches_strays():
            return True
        lives = (told.lives[one] for told in self._told for one in self._near if one in told.lives)
        return any(spoken_of(fits(life.timeline, of, day, life.person.mention_ids)) for life in lives)

    def _touches_strays(self) -> bool:
        strays = (one for told in self._told for each in told.strays for one in each.person_ids)
        return not (self._near or frozenset()).isdisjoint(strays)

    def _counts(
        self, of: Definition, told: Chronicle, both: tuple[Tally, Tally], by: Lasting | None
    ) -> tuple[Count | None, Count | None]:
        """The bounds before and after, unless all stay as they are."""
        was, would = both
        changed = [code for code in was.parts if _bounds(was, code) != _bounds(would, code)]
        if not changed and _bounds(was) == _bounds(would):
            return None, None
        groups = count_groups(of, told.groups, was.as_of)
        codes = [None, *(was.parts if groups else changed)]
        if self._whole:
            before = {code: _bounds(was, code) for code in codes}
        elif by:
            before = bounds_known(by, told, codes, as_of=was.as_of)
        else:
            before = named_bounds(of, told, codes, as_of=was.as_of, surveyed=None)
        after = {code: _moved(before[code], _bounds(was, code), _bounds(would, code)) for code in codes}
        return _count(of, before, groups, changed), _count(of, after, groups, changed)

    def _leaving(
        self, of: Definition, was: Tally, would: Tally, others: Collection[str]
    ) -> Iterator[Leaving]:
        becomes, still = self._becomes(), would.rows
        for one in _in_order(of, (was.member(each) for each in others if each not in still)):
            other = next((other for other in becomes.get(one.person_id, ()) if other in still), None)
            yield Leaving(one, would.member(other) if other else None)

    def _becomes(self) -> dict[str, list[str]]:
        """For each person concerned the persons of afterwards who have one of the mentions."""
        bears = {mention: person.id for person in self.after for mention in person.mention_ids}
        return {
            person.id: list(dict.fromkeys(bears[mention] for mention in person.mention_ids))
            for person in self.before
        }


def foreseen(
    entries: Iterable[Entry],
    told: Chronicle,
    judgements: Sequence[Judgement],
    otherwise: Callable[[Sequence[Judgement]], Chronicle] | None = None,
) -> Foreseen:
    """What would be if these judgements stood in place of those among the entries.

    ``entries`` are in force, in the order written: documents, claims, reviews and judgements. ``told`` is
    the chronicle that they tell, ``otherwise`` gives it whole if other judgements stood (else it is folded).
    """
    written = tuple(entries)
    judged = [entry for entry in written if isinstance(entry, Judgement)]
    claims = [entry for entry in written if isinstance(entry, Claim)]
    pairs = {one.pair for one in {*judged} ^ {*judgements}}
    touched = concerned(pairs, claims, [*judged, *judgements], _beside(told, claims))
    about = touched.claims(claims)
    ids = {claim.id for claim in about}
    reviews = [one for one in written if isinstance(one, Review) and one.claim_id in ids]
    near = (*(one for one in written if isinstance(one, Document)), *about, *reviews)
    both = (*near, *touched.judgements(judged)), (*near, *touched.judgements(judgements))
    basis: Basis = "reviewed" if told.basis == "reviewed" else "all"
    before, after = (_people(some, basis) for some in both)
    effect = effect_between(before, after)
    astray = told.strays or before.strays or after.strays
    if astray:
        both = _everything(written, judgements)
    if astray and otherwise:
        chronicles = _nameless_left_out(told), _nameless_left_out(otherwise(judgements))
    else:
        chronicles = _chronicles(both, basis)
    return Foreseen(effect, before.persons, after.persons, basis, both, chronicles, bool(astray))


def foreseen_of(would: Otherwise) -> Foreseen:
    """What would be, where it is told already of those whom the judgements touch.

    It knows nothing of definitions that are limited to documents.
    """
    basis: Basis = "reviewed" if would.before.basis == "reviewed" else "all"
    before, after = (_near(one, would.near) for one in (would.before, would.after))
    return Foreseen(
        effect_between(before, after),
        before.persons,
        after.persons,
        basis,
        ((), ()),
        (would.before, would.after),
        would.whole,
        would.near,
    )


def _near(told: Chronicle, ids: frozenset[str]) -> People:
    """The people with these ids, and the doubts that hold them."""
    return People(
        persons=tuple(told.lives[one].person for one in sorted(ids) if one in told.lives),
        doubts=tuple(
            Doubt(one.person_ids, (), one.different, one.crowds)
            for one in told.doubts
            if not ids.isdisjoint(one.person_ids)
        ),
        contradictions=told.contradictions,
    )


def _nameless_left_out(told: Chronicle) -> Chronicle:
    """The chronicle without counted groups: no judgement changes them."""
    return replace(told, groups=())


def _everything(
    written: Sequence[Entry], judgements: Sequence[Judgement]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """All entries, as they are and would be: where a surname alone may be anybody, counts share people."""
    others = tuple(entry for entry in written if not isinstance(entry, Judgement))
    return tuple(written), (*others, *judgements)


def _chronicles(
    both: tuple[tuple[Entry, ...], tuple[Entry, ...]],
    basis: Basis,
    documents: frozenset[str] | None = None,
) -> tuple[Chronicle, Chronicle]:
    told = (chronicle(entries, basis=basis, documents=documents) for entries in both)
    was, would = map(_nameless_left_out, told)
    return was, would


def _people(entries: Sequence[Entry], basis: Basis) -> People:
    judged = [entry for entry in entries if isinstance(entry, Judgement)]
    return people(standing_claims(entries, basis=basis), judged)


def _beside(told: Chronicle, claims: Sequence[Claim]) -> Callable[[str], Collection[Written]]:
    """For the first mention of a person all mentions of that person and of those who may be the same."""
    groups = {one: doubt.person_ids for doubt in told.doubts for one in doubt.person_ids}
    written = {claim.id: (claim.document_id, claim.person or "") for claim in claims}

    def beside(mention: str) -> Collection[Written]:
        own = content_id("p", mention)
        if own not in told.lives:
            return ()
        persons = [told.lives[one].person for one in groups.get(own, (own,))]
        return {written[claim] for person in persons for claim in person.claim_ids}

    return beside


def _entering(of: Definition, was: Tally, would: Tally, others: Collection[str]) -> tuple[Member, ...]:
    before = was.rows
    return tuple(_in_order(of, (would.member(one) for one in others if one not in before)))


def _altered(
    of: Definition, was: Tally, would: Tally, others: Collection[str]
) -> tuple[tuple[Member, Member], ...]:
    both = [one for one in others if one in was.rows and one in would.rows]
    after = _in_order(of, map(would.member, both))
    return tuple((was.member(one.person_id), one) for one in after)


def _in_order(of: Definition, members: Iterable[Member]) -> list[Member]:
    """The members as a list has them."""
    order = {one.code: at for at, one in enumerate(of.classes)}
    return sorted(members, key=lambda one: (order[one.fit.code], one.name.casefold(), one.person_id))


def _whole(found: Tally) -> list[Bounds]:
    """All that a list says of its counts."""
    return [_bounds(found, code) for code in (None, *found.parts)]


def _bounds(found: Tally, code: str | None = None) -> Bounds:
    """The bounds of a count without groups, or of one class of it."""
    counted = found if code is None else found.parts[code]
    assert counted.at_most is not None
    return Bounds(counted.at_least, counted.at_most)


def _moved(whole: Bounds, was: Bounds, would: Bounds) -> Bounds:
    """The bounds where those who are counted otherwise share nobody with the rest."""
    return Bounds(whole.at_least - was.at_least + would.at_least, whole.at_most - was.at_most + would.at_most)


def _count(
    of: Definition,
    named: Mapping[str | None, Bounds],
    groups: Sequence[GroupCount],
    codes: Sequence[str],
) -> Count:
    """The bounds of named people with the counted groups, in all and of these classes."""
    parts = {code: _part(of, code, bounds, groups) for code, bounds in named.items() if code is not None}
    whole = with_groups(named[None], parts, groups)
    return Count(
        whole.at_least, whole.at_most, {code: (parts[code].at_least, parts[code].at_most) for code in codes}
    )


def _part(of: Definition, code: str, named: Bounds, groups: Sequence[GroupCount]) -> Part:
    if of.counting_unit == "act":
        return Part(named.at_least, named.at_most, ())
    return Part(*part_with_group(code, named, groups), ())
