"""What the pages of judging list: pairs in a few words, contradictions, what somebody did meanwhile."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from tizim.identity import Contradiction, at_odds
from tizim.tallies import Definition, definition
from tizim.web.desk.moment import Moment
from tizim.web.desk.people.seen import seen
from tizim.web.desk.same.foretold import of_verdict
from tizim.web.desk.same.judging import Judged, judged
from tizim.web.desk.same.pair import Pair
from tizim.web.desk.same.queue import Waiting
from tizim.web.desk.same.rolls import entries_of_judging, judgements_in
from tizim.web.desk.same.weighing import Two
from tizim.web.desk.same.words import AGAINST, CLASHES, VERDICTS, WHY, told_of_judgement
from tizim.web.desk.sight import Sight


@dataclass(frozen=True, slots=True)
class Line:
    """A pair of the queue: its place, both as the account sees them, why it is open, what it moves."""

    at: int
    left: Any
    right: Any
    why: Sequence[str | Promise]
    lists: Sequence[Definition]
    percent: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Judgements that cannot all be right; ``more`` of them stand between."""

    what: str | Promise
    judged: Sequence[Judged]


def lines(some: Iterable[Waiting], first: int, asked: Moment, sight: Sight) -> list[Line]:
    """These pairs of the queue, of which the first stands at that place."""
    return [one for at, each in enumerate(some, max(0, first)) if (one := _line(at, each, asked, sight))]


def _line(at: int, one: Waiting, asked: Moment, sight: Sight) -> Line | None:
    left, right = (seen(asked, each, sight) for each in one.pair)
    if left is None or right is None:
        return None
    open_ = not (left.closed or right.closed)
    return Line(
        at, left.life.person, right.life.person, [WHY.get(each, each) for each in one.why],
        [definition(name) for name in one.weight.lists], _percent(one.weight.probability) if open_ else "",
    )  # fmt: skip


def _percent(probability: float) -> str:
    """The probability; never quite 0 or 100, since people decide."""
    found = round(100 * probability)
    return "> 99" if found > 99 else "< 1" if found < 1 else str(found)


def clashes(found: Iterable[Contradiction], asked: Moment, sight: Sight) -> list[Clash]:
    """The contradictions between judgements of which nothing is closed to the account."""
    standing = judgements_in(entries_of_judging(asked))
    shown = []
    for one in found:
        chains = dict.fromkeys(each for chain in at_odds(one, standing) for each in chain)
        told_of = judged(list(chains), asked, sight)
        if not any(each.hidden for each in told_of):
            shown.append(Clash(CLASHES.get(one.what, one.what), told_of))
    return shown


def judgement(judgement_id: str, asked: Moment, sight: Sight) -> Judged | None:
    """The judgement with that id; None where there is none at the moment, or it speaks of a closed case."""
    found = [one for one in entries_of_judging(asked) if one.id == judgement_id and one.kind == "judgement"]
    known = judged(found, asked, sight)
    return known[0] if known and not known[0].hidden else None


def against(of: Pair, verdict: str, asked: Moment, sight: Sight) -> list[str | Promise]:
    """What speaks so hard against joining the two that it must be said twice; nothing of other verdicts."""
    if verdict != "same":
        return []
    would = of_verdict((of.left.id, of.right.id), verdict, asked, sight)
    codes = [*of.against, *(["clash"] if would.contradictions else [])]
    return [AGAINST.get(one, one) for one in codes]


def are_shown(two: Two, asked: Moment, sight: Sight) -> bool:
    """Whether both are people whom the account may know of."""
    return two[0] != two[1] and all(seen(asked, one, sight) is not None for one in two)


def meanwhile(known: Judged | None, lost: Mapping[str, Any]) -> str:
    """What became of a pair that is not there any more, and what was not written of it."""
    said = told_of_judgement(known.judgement) if known else _("This pair has changed meanwhile.")
    if not lost:
        return said
    verdict = VERDICTS.get(str(lost.get("verdict", "")), "—")
    reason = str(lost.get("reason", ""))[:500]
    unwritten = _("Not written, since you decided on the earlier state: %(verdict)s") % {"verdict": verdict}
    return f"{said} {unwritten}{f' («{reason}»)' if reason else ''}"
