"""Published figures as an account sees them: a page of them with their verdicts, and one with its grounds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from tizim.audits import Answer
from tizim.documents import Passage
from tizim.tallies import Evidence
from tizim.web.desk.evidence import evidence
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import told
from tizim.web.desk.past import PutTogetherError
from tizim.web.desk.published.judging import Thens, judging
from tizim.web.desk.published.printing import Published, fetched, published
from tizim.web.desk.sight import Sight
from tizim.web.desk.unnamed import near

VERDICTS = ("reproduced", "within_bounds", "not_reproducible", "contradicted")
PAGE = 20
_PATIENCE = 2.0
"""So many seconds a page goes on judging figures that it does not show."""
_PEOPLE, _CLAIMS = 50, 20
_SOME = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One figure with its passage, both verdicts, and whose claims contradict it, for those who may know."""

    one: Published
    passage: Passage | None
    now: Answer
    then: Answer | None
    is_late: bool
    people: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of figures, how many bear each verdict, how many wait to be judged, how many are not shown."""

    page: Page
    rows: Sequence[Row]
    counts: Mapping[str, int]
    waiting: int
    closed: int
    publishers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure with the passages of the claims behind its verdict."""

    row: Row
    evidence: Sequence[Evidence]
    more: int


def listed(asked: Moment, sight: Sight, *, verdict: str, publisher: str, page: str) -> Listed:
    """The figures with that verdict and publisher, if any are asked for."""
    every = published(asked)
    seen = [one for one in every if _is_seen(one, sight)]
    by = judging(asked)
    by.go_on(every, _PATIENCE)
    some = [one for one in seen if not publisher or one.publisher == publisher]
    counts = Counter(by.found[one.id].verdict for one in some if one.id in by.found)
    if verdict:
        some = [one for one in some if one.id in by.found and by.found[one.id].verdict == verdict]
    found = Paginator(some, PAGE).get_page(page)
    publishers = {one.publisher: one.source.name if one.source else "" for one in seen}
    return Listed(
        found, _rows(list(found), asked, sight), {one: counts[one] for one in VERDICTS},
        sum(one.id not in by.found for one in seen), len(every) - len(seen), publishers,
    )  # fmt: skip


def figure_of(figure_id: str, asked: Moment, sight: Sight) -> Published | None:
    """The figure of that id, if it was known at the moment and its document is open to the account."""
    return next((one for one in published(asked) if one.id == figure_id and _is_seen(one, sight)), None)


def shown(one: Published, asked: Moment, sight: Sight) -> Shown:
    """One figure with both verdicts; PutTogetherError while what was known then is put together."""
    now = judging(asked).on(one)
    row = _row(one, _passage(one, fetched([one.figure.passage_id])), now, asked, sight)
    then = Thens(asked).on(one, now)
    behind = sight.open_claims(now.claim_ids)
    row = Row(row.one, row.passage, now, then, False, row.people)
    return Shown(row, evidence(behind[:_CLAIMS], asked, sight), max(0, len(behind) - _CLAIMS))


def _is_seen(one: Published, sight: Sight) -> bool:
    return not one.figure.document_id or sight.document(one.figure.document_id)


def _rows(some: Sequence[Published], asked: Moment, sight: Sight) -> list[Row]:
    by, thens = judging(asked), Thens(asked)
    passages = fetched([one.figure.passage_id for one in some])
    found = {}
    for one in sorted(some, key=lambda one: one.figure.known_at or ""):
        now = by.on(one)
        row = _row(one, _passage(one, passages), now, asked, sight)
        try:
            found[one.id] = Row(one, row.passage, now, thens.on(one, now), False, row.people[:_SOME])
        except PutTogetherError:
            found[one.id] = row
    return [found[one.id] for one in some]


def _row(one: Published, passage: Passage | None, now: Answer, asked: Moment, sight: Sight) -> Row:
    return Row(one, passage, now, None, True, _people(now, asked, sight))


def _passage(one: Published, among: Mapping[str, object]) -> Passage | None:
    found = among.get(one.figure.passage_id or "")
    return found if isinstance(found, Passage) else None


def _people(answer: Answer, asked: Moment, sight: Sight) -> list[tuple[str, str]]:
    """Whose claims contradict a figure; nobody of whom a closed document tells."""
    if answer.verdict != "contradicted":
        return []
    lives, veiled = told(asked).lives, near(asked, sight)
    some = [one for one in answer.person_ids if one in lives and one not in veiled]
    return [(one, lives[one].person.name) for one in some[:_PEOPLE]]
