"""Writing judgements and taking them back, with others at work on the same pairs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tizim.identity import Judgement, Mention
from tizim.ledger import Withdrawal, content_id, in_force
from tizim.stores.sql.models import Link
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import register, told
from tizim.web.desk.same.foretold import draft, undoing
from tizim.web.desk.same.rolls import entries_of_judging, judgements_in, roll_of
from tizim.web.desk.same.weighing import Two
from tizim.web.desk.sight import Sight
from tizim.web.desk.turns import in_turn

_JUDGING = (Judgement.kind, Withdrawal.kind)
_MOST = 1000


class AlreadyError(Exception):
    """Somebody was faster: the pair is judged, or the judgement taken back, since the page was drawn."""

    def __init__(self, judgement: Judgement | None = None) -> None:
        super().__init__("judged meanwhile")
        self.judgement = judgement


class PastError(Exception):
    """The desk is set to an earlier moment: nothing is judged by what was known then."""


@dataclass(frozen=True, slots=True)
class Said:
    """A verdict and its reason; ``seen`` is the place of the last entry that whoever says it knew."""

    verdict: str
    reason: str
    seen: int


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention as a judgement names it: the written name and the document, as far as they may be seen."""

    id: str
    name: str
    document_id: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement with what it names; ``undone`` is the withdrawal that holds."""

    judgement: Judgement
    left: Mentioned
    right: Mentioned
    stands: bool
    undone: Withdrawal | None

    @property
    def hidden(self) -> bool:
        """Whether it speaks of a case closed to the account."""
        return self.left.hidden or self.right.hidden


def head_seq() -> int:
    """The place of the last entry: what a page has seen."""
    return register().ledger.head().seq


def judge(two: Two, said: Said, *, asked: Moment, by: str) -> Judgement:
    """Writes what is said of the two; AlreadyError where somebody has judged them after what was seen."""
    if asked.known_at is not None:
        raise PastError

    def wanted() -> tuple[Judgement]:
        meanwhile = next(_judged_since(two, said.seen, asked), None)
        if meanwhile or any(one not in told(asked).lives for one in two):
            raise AlreadyError(meanwhile)
        sides = draft(two, said.verdict, asked)
        own = content_id("j", sides.left, sides.right, said.verdict, register().ledger.head().digest)
        return (replace(sides, id=own, reason=said.reason or None),)

    (written,) = in_turn(wanted, by=by, minding=_JUDGING)
    assert isinstance(written, Judgement)
    return written


def undo(judgement_id: str, *, asked: Moment, by: str) -> None:
    """Takes the judgement back; AlreadyError where it does not stand any more."""
    if asked.known_at is not None:
        raise PastError

    def wanted() -> tuple[Withdrawal, ...]:
        if all(one.id != judgement_id for one in judgements_in(entries_of_judging(asked))):
            raise AlreadyError
        return undoing(judgement_id, asked)

    in_turn(wanted, by=by, minding=_JUDGING)


def judged_last(two: Two, asked: Moment) -> Judgement | None:
    """The latest judgement that stands on these two, whoever they are now."""
    found = reversed(judgements_in(entries_of_judging(asked)))
    return next((one for one in found if _is_on(one, two, asked)), None)


def latest_of(username: str, asked: Moment) -> Judgement | None:
    """The latest judgement of the account that stands."""
    found = reversed(judgements_in(entries_of_judging(asked)))
    return next((one for one in found if one.recorded_by == username), None)


def judged(entries: Sequence[Judgement], asked: Moment, sight: Sight) -> list[Judged]:
    """These judgements with what they name and what became of them."""
    written = entries_of_judging(asked)
    standing = {one.id for one in judgements_in(written)}
    undone = {one.corrects: one for one in in_force(written) if isinstance(one, Withdrawal)}
    with roll_of(asked) as roll:
        mentions = {side: roll.mention(side) for one in entries for side in one.pair}
    shown = {one: _mentioned(one, mention, sight) for one, mention in mentions.items()}
    return [
        Judged(one, shown[one.left], shown[one.right], one.id in standing, undone.get(one.id))
        for one in entries
    ]


def every_judgement(asked: Moment) -> Sequence[Judgement]:
    """All judgements ever written by the moment, the latest first."""
    return [one for one in reversed(entries_of_judging(asked)) if isinstance(one, Judgement)]


def _judged_since(two: Two, upto: int, asked: Moment) -> Iterator[Judgement]:
    """The judgements on the two that were written after the entry in that place, the latest first."""
    links = Link.objects.filter(kind=Judgement.kind, seq__gt=upto).order_by("-seq")
    ids = list(links.values_list("entry_id", flat=True)[:_MOST])
    standing = {one.id: one for one in judgements_in(entries_of_judging(asked))}
    return (standing[one] for one in ids if one in standing and _is_on(standing[one], two, asked))


def _is_on(judgement: Judgement, two: Two, asked: Moment) -> bool:
    """Whether the judgement names a mention of each; whoever is no more is known by the first mention."""
    lives = told(asked).lives
    bears = [set(lives[one].person.mention_ids) if one in lives else set() for one in two]

    def is_of(mention: str, at: int) -> bool:
        return mention in bears[at] or content_id("p", mention) == two[at]

    left, right = judgement.pair
    return (is_of(left, 0) and is_of(right, 1)) or (is_of(left, 1) and is_of(right, 0))


def _mentioned(side: str, mention: Mention | None, sight: Sight) -> Mentioned:
    """What a judgement names; of what no claim makes any more it is not known whether it is closed."""
    if mention is None:
        return Mentioned(side, "", "", hidden=bool(sight.closed))
    hidden = not sight.document(mention.document_id)
    return Mentioned(side, "" if hidden else mention.name, "" if hidden else mention.document_id, hidden)
