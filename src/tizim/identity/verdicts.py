"""What the judgements come to: which one counts for each pair, and where they contradict each other."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tizim.identity.errors import IdentityError
from tizim.identity.judgement import VERDICTS, Judgement
from tizim.identity.sets import DisjointSets

Pair = tuple[str, str]
THROUGH_OTHERS, AT_ONE_MOMENT = "through_others", "at_one_moment"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Judgements that cannot all be right; none of them joins or parts anybody until one is taken back.

    ``what`` is a code: ``through_others`` (judged one person through others, and judged different) or
    ``at_one_moment`` (judged in two ways at one moment).
    """

    judgement_ids: tuple[str, ...]
    mention_ids: tuple[str, ...]
    what: str


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Pairs of mentions by what is judged of them; ``contested`` by judgements that contradict each other.

    ``apart`` are the pairs that no rule about names may join: judged different or unsure, contested or not.
    """

    same: tuple[Pair, ...]
    different: tuple[Pair, ...]
    unsure: tuple[Pair, ...]
    contested: tuple[Pair, ...]
    apart: tuple[Pair, ...]
    contradictions: tuple[Contradiction, ...]

    @property
    def mention_ids(self) -> set[str]:
        """Every mention that a judgement speaks of."""
        return {one for pair in (*self.same, *self.contested, *self.apart) for one in pair}


def weigh(judgements: Iterable[Judgement]) -> Verdicts:
    """What the standing judgements say of each pair.

    The latest on a pair counts; of one moment they must agree. ``same`` holds through others; where
    ``different`` stands against it, all the judgements that hang together so are contested.
    Raises IdentityError for a verdict that is none.
    """
    latest = _latest(judgements)
    split = {pair: heard for pair, heard in latest.items() if len({one.verdict for one in heard}) > 1}
    agreed = {pair: heard for pair, heard in latest.items() if pair not in split}
    torn = _torn(latest, split.keys())
    contested = {pair for group in torn for pair in group} | split.keys()
    return Verdicts(
        same=_pairs(agreed, "same", contested),
        different=_pairs(agreed, "different", contested),
        unsure=_pairs(agreed, "unsure", contested),
        contested=tuple(sorted(contested)),
        apart=tuple(pair for pair, heard in latest.items() if any(one.verdict != "same" for one in heard)),
        contradictions=in_order(
            (
                *(_contradiction(group, latest, THROUGH_OTHERS) for group in torn),
                *(_contradiction([pair], split, AT_ONE_MOMENT) for pair in split),
            )
        ),
    )


def in_order(found: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
    """Those through others first, each kind by its mentions."""
    return tuple(sorted(found, key=lambda one: (one.what == AT_ONE_MOMENT, one.mention_ids)))


def at_odds(found: Contradiction, judgements: Iterable[Judgement]) -> tuple[tuple[Judgement, ...], ...]:
    """Each judgement of the contradiction that parts, with the fewest that make one person of its mentions.

    A judgement may stand in several of these. ``judgements`` are those that stand.
    """
    ids = set(found.judgement_ids)
    among = sorted((one for one in judgements if one.id in ids), key=lambda one: (one.recorded_at, one.id))
    beside: dict[str, list[tuple[str, Judgement]]] = defaultdict(list)
    for one in among:
        if one.verdict == "same":
            beside[one.left].append((one.right, one))
            beside[one.right].append((one.left, one))
    return tuple((one, *_chain(one.pair, beside)) for one in among if one.verdict != "same")


def _chain(pair: Pair, beside: Mapping[str, Sequence[tuple[str, Judgement]]]) -> tuple[Judgement, ...]:
    """The fewest judgements that lead from the one mention to the other."""
    start, end = pair
    ways: dict[str, tuple[Judgement, ...]] = {start: ()}
    ahead = deque([start])
    while ahead and end not in ways:
        here = ahead.popleft()
        for other, by in beside.get(here, ()):
            if other not in ways:
                ways[other] = (*ways[here], by)
                ahead.append(other)
    return ways.get(end, ())


def _latest(judgements: Iterable[Judgement]) -> dict[Pair, list[Judgement]]:
    found: dict[Pair, list[Judgement]] = {}
    for judgement in judgements:
        if judgement.verdict not in VERDICTS:
            raise IdentityError(f"{judgement.id}: a verdict is {', '.join(VERDICTS)}")
        heard = found.setdefault(judgement.pair, [])
        if heard and heard[0].recorded_at < judgement.recorded_at:
            heard.clear()
        if not heard or heard[0].recorded_at == judgement.recorded_at:
            heard.append(judgement)
    return {pair: heard for pair, heard in found.items() if pair[0] != pair[1]}


def _torn(latest: dict[Pair, list[Judgement]], split: Collection[Pair]) -> list[list[Pair]]:
    """The pairs judged same or different, for each set joined by ``same`` that has a ``different`` inside.

    A pair judged in two ways at one moment joins nothing, but its ``different`` stands against others.
    """
    numbers = {one: number for number, one in enumerate(sorted({one for pair in latest for one in pair}))}
    sets = DisjointSets(len(numbers))
    for pair, heard in latest.items():
        if heard[0].verdict == "same" and pair not in split:
            sets.join(numbers[pair[0]], numbers[pair[1]])
    inside: dict[int, list[Pair]] = {}
    broken = set()
    for pair in sorted(latest):
        left, right = (sets.root(numbers[one]) for one in pair)
        verdicts = {one.verdict for one in latest[pair]}
        if left == right and verdicts != {"unsure"}:
            inside.setdefault(left, []).append(pair)
            if "different" in verdicts:
                broken.add(left)
    return [pairs for root, pairs in inside.items() if root in broken]


def _pairs(agreed: dict[Pair, list[Judgement]], verdict: str, contested: set[Pair]) -> tuple[Pair, ...]:
    return tuple(
        sorted(
            pair for pair, heard in agreed.items() if heard[0].verdict == verdict and pair not in contested
        )
    )


def _contradiction(pairs: Sequence[Pair], heard: dict[Pair, list[Judgement]], what: str) -> Contradiction:
    judgements = sorted({one.id for pair in pairs for one in heard[pair]})
    return Contradiction(tuple(judgements), tuple(sorted({one for pair in pairs for one in pair})), what)
