"""How weights are found that choose one of several: a share for each choice, all shares together 1.

A ``Pick`` has the signs of each choice and which of them are right (several may be). The weights are those of
a multinomial logit with an L2 penalty, found by steps down the slope, the same at each run.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bench.weighing import FOLDS, fold_of
from tizim.reading.weighing import Weights

_STEPS, _LATE = 300, 180


@dataclass(frozen=True, slots=True)
class Pick:
    """One choice to be made: its document, the signs of each, which are right, which the rules make."""

    document: str
    signs: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    present: int


def fitted(picks: Sequence[Pick], *, penalty: float, least: int) -> Weights:
    """The weights that fit the picks; signs that fewer than ``least`` documents show get none."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for pick in picks:
        for sign in {sign for signs in pick.signs for sign in signs}:
            bearers[sign].add(pick.document)
    place = {
        sign: at for at, sign in enumerate(sorted(s for s, some in bearers.items() if len(some) >= least))
    }
    found = _down_the_slope([pick for pick in picks if any(pick.right)], place, penalty)
    each = {sign: round(float(found[at]), 2) for sign, at in place.items()}
    return Weights(0.0, 0.0, {sign: weight for sign, weight in each.items() if weight})


def _down_the_slope(picks: Sequence[Pick], place: dict[str, int], penalty: float) -> np.ndarray:
    rows: list[int] = []
    columns: list[int] = []
    group: list[int] = []
    right: list[float] = []
    for number, pick in enumerate(picks):
        for signs, is_right in zip(pick.signs, pick.right, strict=True):
            known = [place[sign] for sign in signs if sign in place]
            rows += [len(group)] * len(known)
            columns += known
            group.append(number)
            right.append(float(is_right))
    row, column, owner, good = np.array(rows), np.array(columns), np.array(group), np.array(right)
    found, speed, size = (np.zeros(len(place)) for _ in range(3))
    for step in range(1, _STEPS + 1):
        share = _shares(np.bincount(row, found[column], len(owner)), owner, np.ones(len(owner)))
        wanted = _shares(np.bincount(row, found[column], len(owner)), owner, good)
        slope = np.bincount(column, (share - wanted)[row], len(place)) + penalty * found
        speed, size = 0.9 * speed + 0.1 * slope, 0.99 * size + 0.01 * slope**2
        pace = 0.05 if step < _LATE else 0.01
        found = found - pace * (speed / (1 - 0.9**step)) / (np.sqrt(size / (1 - 0.99**step)) + 1e-8)
    return found


def _shares(total: np.ndarray, owner: np.ndarray, among: np.ndarray) -> np.ndarray:
    """The share of each row among those of its pick that count."""
    most = np.full(int(owner[-1]) + 1, -np.inf)
    np.maximum.at(most, owner, total)
    part = np.exp(total - most[owner]) * among
    return np.asarray(part / np.bincount(owner, part)[owner])


def judged(picks: Sequence[Pick], *, penalty: float, least: int) -> list[list[float]]:
    """The shares of each pick by weights that were fitted without the documents of its fold."""
    out: list[list[float]] = [[] for _ in picks]
    for fold in range(FOLDS):
        rest = [pick for pick in picks if fold_of(pick.document) != fold]
        weights = fitted(rest, penalty=penalty, least=least)
        for at, pick in enumerate(picks):
            if fold_of(pick.document) == fold:
                out[at] = weights.shares(pick.signs)
    return out


def chosen(pick: Pick, shares: Sequence[float], threshold: float) -> int:
    """What is chosen: the surest, if it is so much surer than what the rules say."""
    best = max(range(len(shares)), key=lambda at: shares[at])
    return best if shares[best] - shares[pick.present] >= threshold else pick.present


def gains(picks: Sequence[Pick], shares: Sequence[Sequence[float]], thresholds: Sequence[float]) -> str:
    """What the weights mend and break by threshold."""
    lines = ["threshold  right by rules  with weights  mended  broken"]
    before = sum(pick.right[pick.present] for pick in picks)
    for threshold in thresholds:
        made = [
            (pick.right[pick.present], pick.right[chosen(pick, some, threshold)])
            for pick, some in zip(picks, shares, strict=True)
        ]
        mended, broken = made.count((False, True)), made.count((True, False))
        lines.append(f"{threshold:9.2f} {before:15d} {before + mended - broken:13d} {mended:7d} {broken:7d}")
    return "\n".join(lines)
