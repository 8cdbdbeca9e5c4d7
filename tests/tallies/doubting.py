"""Random groups in doubt, and every reading of them tried the slow way."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise

from hypothesis import strategies as st

from tizim.assessments import Determination, criteria_set
from tizim.claims import Claim
from tizim.identity import Doubt, Person
from tizim.ledger import Entry
from tizim.tallies import Class, Definition, Wish
from tizim.tallies.fitting import acts_counted, answer_in, fits, whole
from tizim.tallies.readings import Bounds
from tizim.timelines import NOT, SURELY, Chronicle, Life, Origin, Reach, group_in_doubt, timeline
from tizim.timelines.chronicle import FoldedLives
from tizim.vocab import duration

DAY = date(2020, 6, 15)
ORIGINS = {"d-1": Origin("d-1", date(2020, 8, 1)), "d-2": Origin("d-2", date(2019, 12, 31))}

ACTS = (
    "detention administrative_arrest pretrial_detention house_arrest sentence conviction release trial charge "
    "death forced_psychiatry abduction fine travel_ban ban_on_activity financial_listing appeal"
).split()
OUTCOMES = (
    "imprisonment P4Y;imprisonment P1Y;imprisonment P6M..P3Y;restriction_of_liberty P1Y;suspended P2Y;released;"
    "acquitted;pretrial P2M;house_arrest P2M;administrative_arrest P15D;ban P3Y;converted_from imprisonment;reduced"
).split(";")
DATES = (
    "2018-03-01 2019-05-01 2019-06-10 2019 2019-05 2020-01-20 2020-06-01 2020-06-10 2020-06-15 2020-06-16 "
    "2020-06 2020 2020-07-01 2021-02-01 2019-05-01/2020-03-01 2019/2020 2020-06-05/2020-06-20 ../2020-06-01 "
    "2020-05-25~"
).split()
HOURS = st.sampled_from([None, *DATES])


@st.composite
def claims_of(draw: st.DrawFn, person: str) -> list[Claim]:
    """Some claims about one person."""
    found = []
    for number in range(draw(st.integers(0, 3))):
        reported = draw(st.booleans())
        found.append(
            Claim(
                id=f"c-{draw(st.integers(0, 9))}-{person}-{number}",
                passage_id="s-1",
                document_id=draw(st.sampled_from(["d-1", "d-2", "d-3"])),
                person=person,
                act=draw(st.sampled_from(ACTS)),
                level=draw(st.sampled_from(["event", "status"])) if reported else "event",
                date=draw(st.sampled_from([None, None, None, None, *DATES])),
                status_as_of=draw(st.sampled_from(DATES)) if reported else None,
                outcome=draw(st.one_of(st.none(), st.sampled_from(OUTCOMES))),
                certainty=draw(st.sampled_from(["asserted", "asserted", "alleged"])),
                articles=draw(st.sampled_from([(), ("QT-CC 1",), ("QT-CC 2",)])),
            )
        )
    return found


@st.composite
def doubts(draw: st.DrawFn, most: int = 6) -> tuple[Doubt, dict[str, list[Claim]]]:
    """A group in doubt with the claims about each of its persons: a crowd, a star, a chain or anything."""
    count = draw(st.integers(2, most))
    ids = tuple(f"p{number}" for number in range(count))
    every = list(combinations(ids, 2))
    shape = draw(st.sampled_from(["crowd", "star", "chain", "any"]))
    crowds: tuple[tuple[str, ...], ...] = (ids,)
    if shape == "star":
        crowds = tuple((ids[0], one) for one in ids[1:])
    if shape == "chain":
        crowds = tuple(pairwise(ids))
    different = draw(st.sets(st.sampled_from(every))) if shape == "any" else set()
    claims = {one: draw(claims_of(one)) for one in ids}
    return Doubt(ids, ("unsure",), frozenset(different), crowds), claims


STATES = st.sampled_from(
    [
        ("imprisonment",),
        ("pretrial_detention",),
        ("house_arrest",),
        ("custody", "psychiatric_detention"),
        ("detained",),
        ("administrative_arrest",),
        ("imprisonment", "pretrial_detention"),
        ("banned_from_activity",),
        ("financially_listed",),
        ("restriction_of_liberty", "suspended_sentence"),
        ("dead",),
        ("missing", "on_trial"),
    ]
)


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    """One to three classes of states or acts."""
    classes = []
    for number in range(draw(st.integers(1, 3))):
        by_state = draw(st.sampled_from([True, True, True, False]))
        classes.append(
            Class(
                code=f"k{number}",
                states=frozenset(draw(STATES)) if by_state else frozenset(),
                acts=frozenset() if by_state else frozenset(["sentence", "conviction", "detention"]),
                articles=draw(st.sampled_from([(), (), ("QT-CC 1",)])),
                times=1 if by_state else draw(st.integers(1, 2)),
                doubtful=draw(st.sampled_from([False, False, False, True])),
            )
        )
    back = draw(st.sampled_from([None, duration("P3M")]))
    forward = draw(st.sampled_from([None, {"pretrial_detention": duration("P2M")}]))
    return Definition("test", 1, {"en": "test"}, tuple(classes), reach=Reach(back, forward))


PACE = Wish(criteria_set("PACE-1900-2012/1"))
AT = "2026-01-01T00:00:00.{:06}Z"


@st.composite
def decisions(draw: st.DrawFn, mentions: Sequence[str] = ("p0", "p1", "p2", "p3")) -> list[Entry]:
    """What two assessors decided on some of the persons, one after the other."""
    ground = st.sampled_from(["met", "met", "not_met", "open"])
    written = draw(
        st.lists(st.tuples(st.sampled_from(mentions), st.sampled_from(["one", "two"]), ground), max_size=8)
    )
    found = []
    for number, (mention, by, finding) in enumerate(written):
        for criterion in ["a"] if finding == "met" else "abcde":
            found.append(
                Determination(
                    id=f"k-{number}-{criterion}", mention_id=mention, criteria_set="PACE-1900-2012/1",
                    criterion=criterion, finding=finding, passages_for=("s-1",), recorded_by=by,
                    recorded_at=AT.format(number),
                )
            )  # fmt: skip
    return found


def chronicle_of(doubt: Doubt, claims: dict[str, list[Claim]]) -> Chronicle:
    """A chronicle of this group alone."""
    lives = FoldedLives(
        Life(Person(one, one, (one,), (one,), ()), timeline(claims[one], ORIGINS)) for one in doubt.person_ids
    )
    return Chronicle("all", lives, (group_in_doubt(doubt, claims, ORIGINS),), (), (), frozenset())


def readings(people: Sequence[str], pairs: frozenset[tuple[str, str]]) -> Iterator[list[list[str]]]:
    """Every way to part the people into blocks any two of whom may be one."""
    if not people:
        yield []
        return
    first, *rest = people
    for others in readings(rest, pairs):
        yield [[first], *others]
        for at, block in enumerate(others):
            if all((min(first, one), max(first, one)) in pairs for one in block):
                yield [*others[:at], [first, *block], *others[at + 1 :]]


class Slowly:
    """The bounds over every reading, each block folded from all its claims."""

    def __init__(self, doubt: Doubt, claims: dict[str, list[Claim]], of: Definition) -> None:
        self._claims = claims
        self._of = of
        self._readings = list(readings(doubt.person_ids, doubt.pairs))
        blocks = {tuple(block) for reading in self._readings for block in reading}
        self._lines = {block: self._line(block) for block in blocks}
        self._fits = {block: fits(line, of, DAY, block) for block, line in self._lines.items()}

    def _line(self, block):
        return timeline((claim for one in block for claim in self._claims[one]), ORIGINS)

    def bounds(self, code: str | None) -> Bounds:
        """As ``Doubted.bounds``."""
        answers = {
            block: whole(found) if code is None else answer_in(code, found)
            for block, found in self._fits.items()
        }
        counts = [[answers[tuple(block)] for block in reading] for reading in self._readings]
        low = min(found.count(SURELY) for found in counts)
        return Bounds(low, max(len(found) - found.count(NOT) for found in counts))

    def acts(self, code: str | None) -> Bounds:
        """The bounds of acts."""
        asked = [one for one in self._of.classes if code in (None, one.code)]
        each = {block: acts_counted(line.acts, asked, DAY) for block, line in self._lines.items()}
        counts = [[each[tuple(block)] for block in reading] for reading in self._readings]
        low = min(sum(one for one, _ in found) for found in counts)
        return Bounds(low, max(sum(one for _, one in found) for found in counts))
