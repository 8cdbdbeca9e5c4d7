"""Two persons side by side, as an account sees them: what is told of each, and how far it agrees."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tizim.claims import Claim
from tizim.documents import Document
from tizim.identity import Beside, Contradiction, Side, beside, cannot_be_one
from tizim.tallies import Evidence
from tizim.timelines import timeline
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import knowledge, told
from tizim.web.desk.people.evidence import documents_in, evidences, first_day
from tizim.web.desk.people.facets import SEXES
from tizim.web.desk.people.seen import Seen, seen
from tizim.web.desk.same.queue import pairs
from tizim.web.desk.same.rolls import rarity
from tizim.web.desk.same.weighing import Two
from tizim.web.desk.sight import Sight
from tizim.web.desk.templatetags.desk import label, spoken

MOST = 80


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two: the life that the account sees, and what stands behind it."""

    seen: Seen
    told: Sequence[Evidence]

    @property
    def id(self) -> str:
        """The id of the person."""
        return self.seen.life.person.id

    @property
    def name(self) -> str:
        """The fullest name that the account may see."""
        return self.seen.life.person.name

    @property
    def claims(self) -> list[Claim]:
        """The claims that the account may see."""
        return [one.claim for one in self.told]

    @property
    def documents(self) -> list[Document]:
        """The documents that tell of the person."""
        return documents_in(self.told)

    @property
    def cited(self) -> frozenset[str]:
        """The ids of the documents as claims cite them."""
        return frozenset(one.claim.document_id for one in self.told)

    def side(self) -> Side:
        """The half as identity compares it."""
        return Side(self.id, self.name, self.seen.life.person.names, tuple(self.claims))


@dataclass(frozen=True, slots=True)
class Fact:
    """What is told of both in one respect; ``both`` are the values that both have."""

    title: str | Promise
    left: Sequence[str]
    right: Sequence[str]
    both: frozenset[str]


@dataclass(frozen=True, slots=True)
class Act:
    """An act of one day as one or several passages tell it in the same way."""

    claim: Claim
    passages: Sequence[Evidence]


@dataclass(frozen=True, slots=True)
class Row:
    """What is told of one day: of the one, of the other; ``same``: an act of both."""

    first: date
    text: str
    left: Sequence[Act]
    right: Sequence[Act]
    same: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two persons side by side."""

    left: Half
    right: Half
    why: Sequence[str]
    beside: Beside
    facts: Sequence[Fact]
    line: Sequence[Row]
    more: int
    against: Sequence[str]
    clashes: Sequence[Contradiction]

    @property
    def halves(self) -> tuple[Half, Half]:
        """Both."""
        return self.left, self.right

    @property
    def percent(self) -> str:
        """The probability; never quite 0 or 100, since people decide."""
        found = round(100 * self.beside.likelihood.probability)
        return "> 99" if found > 99 else "< 1" if found < 1 else str(found)


def pair_of(two: Two, asked: Moment, sight: Sight) -> Pair | None:
    """The two beside each other; None where one of them may not be known to the account, or is nobody."""
    found = [seen(asked, one, sight) for one in two]
    if two[0] == two[1] or found[0] is None or found[1] is None:
        return None
    halves = [each for each in found if each]
    one, other = map(Half, halves, evidences([each.life for each in halves], asked))
    documents = {
        each.claim.document_id: each.document for half in (one, other) for each in half.told if each.document
    }
    rows = list(_rows(one.told, other.told))
    mentions = {mention for half in (one, other) for mention in half.seen.life.person.mention_ids}
    return Pair(
        left=one,
        right=other,
        why=pairs(asked).get((min(two), max(two)), ()),
        beside=beside(one.side(), other.side(), documents, language=spoken(), rarity=rarity(asked)),
        facts=[_fact(title, of, one, other) for title, of in _FACTS],
        line=rows[:MOST],
        more=max(0, len(rows) - MOST),
        against=_against(one, other, asked),
        clashes=[each for each in told(asked).contradictions if not mentions.isdisjoint(each.mention_ids)],
    )


def _against(one: Half, other: Half, asked: Moment) -> list[str]:
    """What cannot be true of one person, if both are right."""
    lines = [
        timeline(each, knowledge(asked).origins)
        for each in (one.claims, other.claims, [*one.claims, *other.claims])
    ]
    alone = {each.claim_ids for line in lines[:2] for each in line.contradictions}
    found = [each.kind for each in lines[2].contradictions if each.claim_ids not in alone]
    unlike = ["unlike"] if cannot_be_one(one.claims, other.claims) else []
    return [*unlike, *dict.fromkeys(found)]


def _fact(title: str | Promise, of: Callable[[Half], Iterable[str | None]], one: Half, other: Half) -> Fact:
    left, right = (list(dict.fromkeys(value for value in of(each) if value)) for each in (one, other))
    return Fact(title, left, right, frozenset(left) & frozenset(right))


def _names(half: Half) -> Iterable[str]:
    return half.seen.life.person.names


def _ages(half: Half) -> Iterable[str | None]:
    for one in half.claims:
        if one.age is not None:
            day = one.status_as_of or one.date
            yield f"{one.age} ({day})" if day else str(one.age)


def _sexes(half: Half) -> Iterable[str | None]:
    return (str(SEXES.get(one.sex, one.sex)) for one in half.claims if one.sex)


def _places(half: Half) -> Iterable[str | None]:
    return (place for one in half.claims for place in (one.town, one.place))


def _articles(half: Half) -> Iterable[str | None]:
    return (article for one in half.claims for article in one.articles)


def _occupations(half: Half) -> Iterable[str | None]:
    return (one.occupation for one in half.claims)


def _acts(half: Half) -> Iterable[str | None]:
    return (label(one.act, "acts") for one in half.claims)


_FACTS: Sequence[tuple[str | Promise, Callable[[Half], Iterable[str | None]]]] = (
    (_("Names and spellings"), _names),
    (_("Age"), _ages),
    (_("Sex"), _sexes),
    (_("Places"), _places),
    (_("Occupation"), _occupations),
    (_("Articles"), _articles),
    (_("Acts"), _acts),
)


def _rows(some: Sequence[Evidence], others: Sequence[Evidence]) -> Iterable[Row]:
    """The claims of both by their days, the earliest first; those without a day at the end."""
    sided = [(one, 0) for one in some] + [(one, 1) for one in others]
    for (first, text), found in groupby(sorted(sided, key=_place), key=lambda each: _place(each)[:2]):
        both = list(found)
        left, right = ([one for one, side in both if side == at] for at in (0, 1))
        same = {one.claim.act for one in left} & {one.claim.act for one in right} if text else set()
        yield Row(first, text, _acts_in(left), _acts_in(right), frozenset(same))


def _acts_in(some: Iterable[Evidence]) -> list[Act]:
    """The acts, each with all passages that tell it in the same way."""
    found: dict[object, list[Evidence]] = defaultdict(list)
    for one in some:
        claim = one.claim
        found[claim.act, claim.outcome, claim.articles, claim.place, claim.role].append(one)
    return [Act(each[0].claim, each) for each in found.values()]


def _place(sided: tuple[Evidence, int]) -> tuple[date, str, str]:
    claim = sided[0].claim
    return first_day(claim), claim.date or claim.status_as_of or "", claim.id
