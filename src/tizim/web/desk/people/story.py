"""Everything that one person's page tells, as known at the moment and as far as the account may see it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tizim.assessments import CriteriaSet
from tizim.documents import Document
from tizim.identity import Contradiction as Clash
from tizim.tallies import Evidence
from tizim.timelines import NOT, Contradiction, Deadline, Life, Standing, deadlines, standing
from tizim.web.desk.definitions import sets_known
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import told
from tizim.web.desk.people.assessed import Determined, determined
from tizim.web.desk.people.chart import Chart, chart
from tizim.web.desk.people.counted import Counted, counted
from tizim.web.desk.people.doubted import doubts_about
from tizim.web.desk.people.evidence import Acts, by_act, documents_in, evidence
from tizim.web.desk.people.listing import main_standing
from tizim.web.desk.people.related import Other, Related, may_be, related
from tizim.web.desk.people.roster import roster
from tizim.web.desk.people.seen import columns, seen
from tizim.web.desk.sight import Sight

_PASSED = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Told:
    """A document that tells of the person: how many claims, and the names that it gives."""

    document: Document
    cited: str
    names: Sequence[str]
    claims: int


@dataclass(frozen=True)
class Story:
    """One person's page."""

    life: Life
    main: Standing | None
    states: Sequence[Standing]
    chart: Chart | None
    acts: Sequence[Acts]
    documents_told: Sequence[Told]
    deadlines: Sequence[Deadline]
    contradictions: Sequence[Contradiction]
    clashes: Sequence[Clash]
    may_be: Sequence[Other]
    counted: Sequence[Counted]
    determined: Sequence[Determined]
    related: Related
    unreviewed: int
    closed: int

    @property
    def sets(self) -> Sequence[CriteriaSet]:
        """The sets of criteria by which the person may be assessed."""
        return sets_known().offered()

    @property
    def others(self) -> list[str]:
        """The other spellings."""
        return [one for one in self.life.person.names if one != self.life.person.name]

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The number of each claim on the page, by its id."""
        claims = (one.claim.id for acts in self.acts for one in acts.claims)
        return {one: str(number) for number, one in enumerate(claims, 1)}

    @property
    def confirmed(self) -> date | None:
        """The last day for which a source says that a state held."""
        return max((one.episode.confirmed for one in self.states if one.episode.confirmed), default=None)

    @property
    def documents(self) -> frozenset[str]:
        """The ids of the documents, as claims cite them."""
        return frozenset(one.claim.document_id for acts in self.acts for one in acts.claims)

    @property
    def holding(self) -> list[Standing]:
        """What surely or perhaps holds on the day beside what matters most."""
        return [one for one in self.states if one.answer != NOT and one != self.main]


def story(person_id: str, asked: Moment, sight: Sight) -> Story | None:
    """The person's page; None where nobody of that id may be known to the account."""
    known = seen(asked, person_id, sight)
    if known is None:
        return None
    life, chronicled, among = known.life, told(asked), columns(asked.of_today, sight)
    cited, doubts = evidence(life, asked), doubts_about(person_id, asked)
    return Story(
        life=life,
        main=main_standing(life.timeline, asked.as_of),
        states=[standing(one, asked.as_of) for one in life.timeline.episodes],
        chart=chart(life.timeline, asked.as_of),
        acts=by_act(cited),
        documents_told=(tells := _told(cited)),
        deadlines=deadlines([(person_id, life.timeline)], since=asked.as_of - _PASSED, until=date.max),
        contradictions=_together(life.timeline.contradictions),
        clashes=_clashes(life, chronicled.contradictions),
        may_be=may_be(person_id, doubts, among),
        counted=counted(life, chronicled, asked, doubted=bool(doubts)),
        determined=determined(life, asked),
        related=related(
            person_id,
            [one.document for one in tells],
            {one.document.id: one.cited for one in tells},
            among,
            roster(asked),
        ),
        unreviewed=sum(not one.reviewed for one in cited),
        closed=known.closed,
    )


def _told(cited: Sequence[Evidence]) -> list[Told]:
    """The documents with what each tells; a claim cites a document by the id of its day."""
    claims: dict[str, list[Evidence]] = defaultdict(list)
    for one in cited:
        if one.document:
            claims[one.document.id].append(one)
    return [
        Told(
            one,
            claims[one.id][0].claim.document_id,
            tuple(dict.fromkeys(each.claim.person for each in claims[one.id] if each.claim.person)),
            len(claims[one.id]),
        )
        for one in documents_in(cited)
    ]


def _together(found: Iterable[Contradiction]) -> list[Contradiction]:
    """One contradiction of each kind, with all claims that take part in it."""
    claims: dict[str, dict[str, None]] = defaultdict(dict)
    for one in found:
        claims[one.kind].update(dict.fromkeys(one.claim_ids))
    return [Contradiction(kind, tuple(ids)) for kind, ids in claims.items()]


def _clashes(life: Life, found: Iterable[Clash]) -> list[Clash]:
    mentions = set(life.person.mention_ids)
    return [one for one in found if not mentions.isdisjoint(one.mention_ids)]
