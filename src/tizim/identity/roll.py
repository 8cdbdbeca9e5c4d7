"""The roll: everybody whom the claims name, brought up to date for those whom new entries touch."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from tizim.claims import Claim
from tizim.identity.doubts import Doubt, Edge
from tizim.identity.judged import Judged, judged_of
from tizim.identity.judgement import Judgement
from tizim.identity.mentions import Mention, joined_mention, lessened, mention_id, mentions_at
from tizim.identity.open_questions import Questions
from tizim.identity.persons import People, Person
from tizim.identity.roster import Roster
from tizim.identity.settle import settled
from tizim.identity.strays import Strays
from tizim.identity.unlike import Bearing, bearing, together
from tizim.identity.verdicts import Contradiction


@dataclass(frozen=True, slots=True)
class Change:
    """Whom a change touched: persons who are no more as they were, and persons who were not as they are.

    ``beside`` are the ids of persons who are as before, but may be in other doubts. Each doubt that is new
    holds somebody of the three; each that went holds one of them, or one who is in a new doubt.
    """

    gone: tuple[Person, ...]
    new: tuple[Person, ...]
    beside: frozenset[str]


class Roll:
    """Mentions, persons and doubts, kept so that a change costs what it touches.

    ``people()`` equals ``people(claims, judgements)`` of all claims and judgements that stand, in the order
    of their places: the same rules are applied to all mentions that any rule ties to a changed one.
    """

    def __init__(
        self,
        row: Any = None,
        persons: dict[str, Callable[[], Any]] | None = None,
        judgements: Iterable[Judgement] = (),
    ) -> None:
        """An empty roll; or again one of which ``row`` was kept, with what reads its persons, as judged."""
        roster, questions, bearings, place = row or (None, None, {}, 0)
        self._roster = Roster(roster)
        self._open = Questions(self._roster, questions, persons)
        self._judged = Judged(judgements)
        self._bearings: dict[str, dict[str, Any]] = bearings
        self._places = place

    @property
    def row(self) -> Any:
        """What is to be kept of the roll: numbers, texts and lists; persons and judgements left out."""
        return self._roster.row, self._open.row, self._bearings, self._places

    def change(
        self,
        added: Iterable[Claim] = (),
        gone: Iterable[Claim] = (),
        judgements: Iterable[Judgement] | Judged | None = None,
        *,
        places: Iterable[int] | None = None,
    ) -> Change:
        """Takes in what was added, takes out what is gone; tells whom it touched.

        ``judgements`` are all that stand now, if they changed. ``places`` tell where the added claims stand
        among all claims (else after all before them).
        """
        judged = self._judged if judgements is None else judged_of(judgements, self._judged)
        touched = judged.changed_from(self._judged) if judgements is not None else set()
        fewer, ended = self._take_out(gone)
        more = self._put_in(added, places, ended)
        ended -= more
        reached = self._reached(touched | fewer | more | ended, judged)
        left_alone = self._open.near_to(ended)
        for one in ended:
            self._roster.drop(one)
        self._judged = judged
        return self._settle(reached, left_alone)

    def people(self) -> People:
        """Everybody, as ``people`` tells it."""
        first = {one: self.first_place(person.mention_ids) for one, person in self.persons.items()}
        return People(
            persons=tuple(sorted(self.persons.values(), key=lambda person: first[person.id])),
            doubts=self._open.doubts(),
            contradictions=self._judged.contradictions,
            strays=self._open.strays(),
        )

    @property
    def persons(self) -> Mapping[str, Person]:
        """All persons by their ids."""
        return self._open.persons

    @property
    def judged(self) -> Judged:
        """What is judged, to be given back to ``change`` after it was turned to other judgements."""
        return self._judged

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """The judgements that contradict each other."""
        return self._judged.contradictions

    def mention(self, mention_id: str) -> Mention | None:
        """The mention with that id; None where no claim that stands makes it."""
        return self._roster.mentions.get(mention_id)

    def place(self, claim: Claim) -> int:
        """The place of a claim about somebody among all claims."""
        mention = self._roster.mentions[mention_id(claim.document_id, claim.person or "")]
        return mention.places[mention.claim_ids.index(claim.id)]

    def persons_in(self, documents: Collection[str]) -> frozenset[str]:
        """The ids of the persons whom these documents mention."""
        return self._open.sets_with(self._roster.mentions_in(documents)).intersection(self.persons)

    def first_place(self, mention_ids: Iterable[str]) -> int:
        """The place of the first claim with one of these mentions; persons stand in this order."""
        return min(map(self._roster.first_place, mention_ids))

    def edges(self, person_id: str) -> tuple[Edge, ...]:
        """What is open about one person: who else it may be, and why."""
        return tuple(dict.fromkeys(self._open.edges(person_id)))

    def doubts(self, around: Iterable[str]) -> tuple[Doubt, ...]:
        """The doubts that hold any of these persons."""
        return self._open.doubts(around)

    def strays(self) -> tuple[Strays, ...]:
        """Short forms without a bearer in their document."""
        return self._open.strays()

    def _take_out(self, gone: Iterable[Claim]) -> tuple[set[str], set[str]]:
        """The mentions that have fewer claims, and those that have none any more."""
        by_mention: dict[str, set[str]] = {}
        for claim in gone:
            if claim.person:
                by_mention.setdefault(mention_id(claim.document_id, claim.person), set()).add(claim.id)
        ended = set()
        for one, claims in by_mention.items():
            left = lessened(self._roster.mentions[one], claims)
            for claim_id in claims & self._bearings.get(one, {}).keys():
                del self._bearings[one][claim_id]
            if left:
                self._roster.put(left)
            else:
                ended.add(one)
        return by_mention.keys() - ended, ended

    def _put_in(
        self, added: Iterable[Claim], places: Iterable[int] | None, ended: Collection[str]
    ) -> set[str]:
        """The mentions that have more claims."""
        taken = zip(count(self._places) if places is None else places, added, strict=False)
        placed = sorted(taken, key=lambda each: each[0])
        self._places = max([self._places, *(place + 1 for place, _ in placed)])
        found = mentions_at(placed)
        for mention in found:
            before = self._roster.mentions.get(mention.id) if mention.id not in ended else None
            self._roster.put(joined_mention(before, mention) if before else mention)
        for _, claim in placed:
            said = bearing(claim) if claim.person else None
            if said:
                about = mention_id(claim.document_id, claim.person or "")
                self._bearings.setdefault(about, {})[claim.id] = said.row
        return {mention.id for mention in found}

    def _reached(self, touched: Iterable[str], judged: Judged) -> set[str]:
        """The mentions that any rule ties to the touched ones, by what stands and by what stood."""
        mentions, names = self._roster.mentions, set[str]()
        found = {*touched}
        ahead = [*found]
        while ahead:
            one = ahead.pop()
            beside = {*judged.beside(one), *self._judged.beside(one)}
            if one in mentions:
                beside.update(self._roster.beside(one, names))
            beside -= found
            found |= beside
            ahead += beside
        return found

    def _settle(self, reached: set[str], left_alone: set[str]) -> Change:
        """Forgets what was settled of those reached, and settles those who stand."""
        mentions = self._roster.mentions
        here = sorted([mentions[one] for one in reached if one in mentions], key=lambda one: one.order)
        bearings = {
            one.id: together(map(Bearing.of_row, self._bearings[one.id].values()))
            for one in here
            if self._bearings.get(one.id)
        }
        made = settled(here, self._judged.about(reached), bearings, self._roster.kin)
        sets = self._open.sets_of(reached)
        before = self._open.forget(sets, reached)
        self._open.learn(made)
        after = {person.id: person for person in made.persons}
        same = {one for one in before if after.get(one) == before[one]}
        return Change(
            gone=tuple(before[one] for one in sorted(before.keys() - same)),
            new=tuple(person for person in made.persons if person.id not in same),
            beside=frozenset(same | (left_alone - before.keys())),
        )
