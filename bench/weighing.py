"""How the weights of the readers are found: logistic regression with an L2 penalty, the same at each run.

A ``Case`` is one choice of a reader with its signs, and whether it was right. ``chances`` judges every case
by weights fitted without its fold of documents; ``fitted`` gives the weights of all; ``kept`` writes them to
``src/tizim/reading/data/<language>/weights.yml``. Which choices a step makes, and what is right, is told by
the bench of that step.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from tizim.reading.weighing import Weights

DATA = Path(__file__).resolve().parent.parent / "src/tizim/reading/data"
FOLDS = 10
_STEPS, _ENOUGH = 60, 1e-8


@dataclass(frozen=True, slots=True)
class Case:
    """One choice: its document, its signs, whether it was right, and how much it counts in fitting."""

    document: str
    signs: tuple[str, ...]
    right: bool
    counts: float = 1.0


def fold_of(document: str, folds: int = FOLDS) -> int:
    """The fold of a document: the same at each run and whatever documents there are."""
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % folds


def fitted(cases: Sequence[Case], *, penalty: float = 1.0, least: int = 3) -> Weights:
    """The weights that fit the cases; signs that fewer than ``least`` documents show get none."""
    bearers = Counter(
        sign for _, sign in sorted({(case.document, sign) for case in cases for sign in case.signs})
    )
    signs = sorted(sign for sign, count in bearers.items() if count >= least)
    if not cases or all(case.right for case in cases) or not any(case.right for case in cases):
        raise ValueError("The cases must have some that are right and some that are not.")
    place = {sign: at for at, sign in enumerate(signs)}
    table = np.zeros((len(cases), len(signs) + 1))
    table[:, -1] = 1.0
    for row, case in enumerate(cases):
        table[row, [place[sign] for sign in case.signs if sign in place]] = 1.0
    right = np.array([float(case.right) for case in cases])
    counts = np.array([case.counts for case in cases])
    found = _solved(table, right, counts, penalty)
    each = {sign: round(float(found[at]), 2) for sign, at in place.items()}
    return Weights(round(float(found[-1]), 2), 0.5, {sign: one for sign, one in each.items() if one})


def _solved(table: np.ndarray, right: np.ndarray, counts: np.ndarray, penalty: float) -> np.ndarray:
    """Newton's steps to the least loss; the start bears no penalty."""
    ridge = np.full(table.shape[1], penalty)
    ridge[-1] = 1e-6
    found = np.zeros(table.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(table @ found, -30, 30)))
        slope = table.T @ (counts * (chance - right)) + ridge * found
        curve = (table * (counts * chance * (1 - chance))[:, None]).T @ table + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        found = found - step
        if float(np.abs(step).max()) < _ENOUGH:
            break
    return found


def chances(
    cases: Sequence[Case], *, penalty: float = 1.0, least: int = 3, folds: int = FOLDS
) -> list[float]:
    """How probable each case is by weights that were fitted without the documents of its fold."""
    out = [0.0] * len(cases)
    for fold in range(folds):
        rest = [case for case in cases if fold_of(case.document, folds) != fold]
        weights = fitted(rest, penalty=penalty, least=least)
        for at, case in enumerate(cases):
            if fold_of(case.document, folds) == fold:
                out[at] = weights.probability(case.signs)
    return out


def report(cases: Sequence[Case], probable: Sequence[float], asked: int | None = None) -> str:
    """Precision and recall of a step by threshold; ``asked`` is what is to be found in all, if more than the
    right cases."""
    total = asked if asked is not None else sum(case.right for case in cases)
    lines = ["threshold   made  right  precision  recall"]
    for percent in range(10, 100, 5):
        made = [case for case, chance in zip(cases, probable, strict=True) if chance >= percent / 100]
        right = sum(case.right for case in made)
        precision, recall = right / max(1, len(made)), right / max(1, total)
        lines.append(f"{percent / 100:9.2f} {len(made):6d} {right:6d} {precision:10.3f} {recall:7.3f}")
    return "\n".join(lines)


def listed(weights: Weights) -> str:
    """The weights, the strongest first."""
    ranked = sorted(weights.each.items(), key=lambda one: (-abs(one[1]), one[0]))
    return "\n".join([f"{weights.start:+6.2f}  (start)", *(f"{one:+6.2f}  {sign}" for sign, one in ranked)])


def kept(language: str, step: str, weights: Weights, *, made_by: str) -> Path:
    """Writes the weights of a step beside those of the other steps of the language, with their command."""
    path = DATA / language / "weights.yml"
    tables = yaml.safe_load(path.read_text("utf-8")) if path.is_file() else {}
    tables[step] = {
        "made_by": made_by, "start": weights.start, "threshold": weights.threshold,
        "weights": dict(_ordered(weights.each.items())),
    }  # fmt: skip
    head = "# Written by a bench, not by hand: each step says by which (data/README.md).\n"
    body = yaml.safe_dump(dict(sorted(tables.items())), allow_unicode=True, sort_keys=False, width=120)
    path.write_text(head + body, "utf-8")
    return path


def _ordered(items: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    return sorted(items)
