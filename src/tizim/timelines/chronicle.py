"""Everything that the entries known at a moment tell: persons, their timelines, counted groups."""

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from tizim.claims import (
    Basis,
    Claim,
    Review,
    decisions,
    documents_by_id,
    reviewed,
    root_document,
    standing_claims,
)
from tizim.documents import Document
from tizim.identity import Contradiction as JudgementContradiction
from tizim.identity import Judgement, People, Person, Roll, Strays, ToldBy, told_by
from tizim.ledger import Entry, Withdrawal, in_force
from tizim.timelines.episode import Timeline
from tizim.timelines.in_doubt import InDoubt, in_doubt
from tizim.timelines.marks import Origin, act_days
from tizim.timelines.timeline import is_persecution, timeline
from tizim.vocab import Days, vague_date

# What a chronicle is told from; passages and figures are not needed for it.
KINDS = (Document.kind, Claim.kind, Review.kind, Judgement.kind, Withdrawal.kind)


@dataclass(frozen=True, slots=True)
class Life:
    """One person as identity computes it, with the timeline of that person's claims."""

    person: Person
    timeline: Timeline


class Lives(Mapping[str, Life]):
    """The lives by the ids of persons, and those that a question can concern."""

    @abstractmethod
    def touching(self, states: Collection[str], acts: Collection[str], day: date) -> Iterator[Life]:
        """Those with one of the acts, or one of the states neither over before nor begun after the day.

        Their timelines may be narrowed to these states and acts, and to states that may hold on the day.
        """

    @abstractmethod
    def versions(self) -> Iterator[tuple[str, int]]:
        """The ids of all persons, each with a number that changes with whatever is told of the person.

        Numbers of one process and of lives told for one moment are comparable, others are not.
        """

    @abstractmethod
    def passing(self, person_ids: Iterable[str]) -> Iterator[Life]:
        """These lives, one after the other; none of them stays in memory for it."""

    @abstractmethod
    def roots(self, person_id: str) -> dict[str, str]:
        """For each claim about the person the first-hand document behind it."""

    def mention_ids(self, person_id: str) -> Sequence[str]:
        """The mentions of the person."""
        return self[person_id].person.mention_ids

    def changed_since(self, earlier: "Lives") -> frozenset[str] | None:
        """The ids of all who are told otherwise than in earlier lives, who are no more and who are new.

        None where that is not known: these do not come from those by changes.
        """
        return frozenset() if earlier is self else None

    @abstractmethod
    def brought_up(self, persons: Sequence[Person], fold: Callable[[Person], Timeline]) -> "Lives":
        """The lives of these persons: those whose claims are the same as they are, the others folded."""


class FoldedLives(Lives):
    """Lives just folded."""

    def __init__(self, lives: Iterable[Life]) -> None:
        self._lives = {life.person.id: life for life in lives}

    def __getitem__(self, person_id: str) -> Life:
        """The life of that person."""
        return self._lives[person_id]

    def __iter__(self) -> Iterator[str]:
        """The ids of all persons."""
        return iter(self._lives)

    def __len__(self) -> int:
        """How many persons there are."""
        return len(self._lives)

    def touching(self, states: Collection[str], acts: Collection[str], day: date) -> Iterator[Life]:
        """See ``Lives``."""
        return (life for life in self._lives.values() if _touches(life.timeline, states, acts, day))

    def versions(self) -> Iterator[tuple[str, int]]:
        """See ``Lives``."""
        return ((one, hash(life)) for one, life in self._lives.items())

    def passing(self, person_ids: Iterable[str]) -> Iterator[Life]:
        """See ``Lives``."""
        return (self._lives[one] for one in person_ids)

    def roots(self, person_id: str) -> dict[str, str]:
        """See ``Lives``."""
        return {act.claim_id: act.root for act in self._lives[person_id].timeline.acts}

    def brought_up(self, persons: Sequence[Person], fold: Callable[[Person], Timeline]) -> Lives:
        """See ``Lives``."""
        return FoldedLives(Life(person, self._still(person) or fold(person)) for person in persons)

    def _still(self, person: Person) -> Timeline | None:
        before = self._lives.get(person.id)
        same = before is not None and before.person.claim_ids == person.claim_ids
        return before.timeline if before and same else None


def _touches(line: Timeline, states: Collection[str], acts: Collection[str], day: date) -> bool:
    if any(act.act in acts for act in line.acts):
        return True
    return any(
        one.state in states
        and not (one.begin.first and one.begin.first > day)
        and not (one.end and one.end.last and one.end.last <= day)
        for one in line.episodes
    )


@dataclass(frozen=True, slots=True)
class GroupMark:
    """One counted group, as one claim gives it; ``count_max`` is ``None`` where the claim leaves it open."""

    claim_id: str
    act: str
    act_detail: str | None
    counting_unit: str
    count_min: int
    count_max: int | None
    days: Days
    as_of: date | None
    articles: tuple[str, ...]
    event: str | None
    document_id: str
    root: str


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What the register tells at one moment, on one basis (``all`` or ``reviewed``)."""

    basis: str
    lives: Lives
    doubts: tuple[InDoubt, ...]
    groups: tuple[GroupMark, ...]
    contradictions: tuple[JudgementContradiction, ...]
    unreviewed: AbstractSet[str]
    strays: tuple[Strays, ...] = ()


def chronicle(
    entries: Iterable[Entry],
    *,
    basis: Basis = "all",
    documents: frozenset[str] | None = None,
    earlier: Lives | None = None,
) -> Chronicle:
    """The chronicle that these entries tell (as ``known_at`` gives them, in the order written).

    ``documents`` limits it to what these documents say: the list of one source, recounted (see ``Whole``).
    ``earlier`` are lives folded before from the same origins of documents: those whose claims are still the
    same are taken over as they are.
    """
    if documents is not None:
        return Whole.of(entries, basis=basis).within(documents)[0]
    return told(Ground.of(entries, basis=basis), Roll(), earlier or FoldedLives(()))


@dataclass(frozen=True, slots=True)
class Ground:
    """What a chronicle is told from: the standing claims by their places, judgements, origins, decisions."""

    basis: Basis
    claims: Mapping[int, Claim]
    judgements: tuple[Judgement, ...]
    origins: Mapping[str, Origin]
    decided: Mapping[str, str]

    @classmethod
    def of(cls, entries: Iterable[Entry], *, basis: Basis) -> "Ground":
        """The ground in entries as ``known_at`` gives them."""
        written = tuple(entries)
        standing = in_force(written)
        places = {entry.id: place for place, entry in enumerate(written)}
        claims = {places[claim.id]: claim for claim in standing_claims(standing, basis=basis)}
        judgements = tuple(entry for entry in standing if isinstance(entry, Judgement))
        return cls(basis, claims, judgements, origins_of(written), decisions(standing))


@dataclass(frozen=True, slots=True)
class Whole:
    """Everybody whom the entries name, to tell a part of it: who is one person, or may be, is known from all.

    Nobody is two because what joins two spellings stands in another document, or is left out.
    """

    ground: Ground
    people: People

    @classmethod
    def of(cls, entries: Iterable[Entry], *, basis: Basis) -> "Whole":
        """Everybody in entries as ``known_at`` gives them."""
        ground, roll = Ground.of(entries, basis=basis), Roll()
        roll.change(ground.claims.values(), judgements=ground.judgements, places=ground.claims.keys())
        return cls(ground, roll.people())

    def within(
        self, documents: frozenset[str], *, without: frozenset[str] = frozenset()
    ) -> tuple[Chronicle, ToldBy]:
        """What these documents tell ``without`` some claims, and who of everybody is told of."""
        every = self.ground.claims.values()
        claims = [one for one in every if one.document_id in documents and one.id not in without]
        limited = told_by(self.people, claims)
        return _chronicled(self.ground, limited.people, claims, FoldedLives(())), limited


def told(ground: Ground, roll: Roll, earlier: Lives) -> Chronicle:
    """The chronicle of the ground; an empty roll is filled with whom it names."""
    claims = ground.claims.values()
    roll.change(claims, judgements=ground.judgements, places=ground.claims.keys())
    return _chronicled(ground, roll.people(), claims, earlier)


def _chronicled(ground: Ground, known: People, claims: Collection[Claim], earlier: Lives) -> Chronicle:
    by_id, origins = {claim.id: claim for claim in claims}, ground.origins
    return Chronicle(
        basis=ground.basis,
        lives=earlier.brought_up(
            known.persons, lambda person: timeline([by_id[one] for one in person.claim_ids], origins)
        ),
        doubts=in_doubt(known, by_id, origins),
        groups=tuple(group_mark(claim, origins) for claim in claims if is_counted(claim)),
        contradictions=known.contradictions,
        unreviewed=frozenset(claim.id for claim in claims if not reviewed(claim, ground.decided)),
        strays=known.strays,
    )


def is_counted(claim: Claim) -> bool:
    """Whether the claim is about a counted group."""
    return bool(claim.group) and is_persecution(claim)


def origins_of(entries: Iterable[Entry]) -> dict[str, Origin]:
    """For each document the original behind it (itself, unless a reprint) and that one's day."""
    documents = documents_by_id(entries)
    roots = {one: root_document(one, documents) for one in documents}
    return {one: Origin(root, _day(documents.get(root))) for one, root in roots.items()}


def _day(document: Document | None) -> date | None:
    return vague_date(document.date).begin.last if document and document.date else None


def group_mark(claim: Claim, origins: Mapping[str, Origin]) -> GroupMark:
    """What the claim says of a counted group."""
    origin = origins.get(claim.document_id)
    return GroupMark(
        claim_id=claim.id,
        act=claim.act,
        act_detail=claim.act_detail,
        counting_unit=claim.counting_unit,
        count_min=claim.count_min or 0,
        count_max=claim.count_max,
        days=act_days(claim, origins),
        as_of=vague_date(claim.status_as_of).begin.last if claim.status_as_of else None,
        articles=claim.articles,
        event=claim.event,
        document_id=claim.document_id,
        root=origin.root if origin else claim.document_id,
    )
