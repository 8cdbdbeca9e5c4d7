"""Scores of readers as one Markdown table: a line for a set of texts."""

from collections.abc import Iterable

from bench.reading_score import Count, Score

MEASURES = (
    "persons", "mentions", "claims", "claims + date", "claims + place", "claims + article",
    "claims + outcome", "claims + all four", "figures", "figures + as_of", "figures + what",
)  # fmt: skip
Line = tuple[str, int, Score]


def table(lines: Iterable[Line]) -> str:
    """F1 of every measure; precision and recall of the claims besides."""
    heads = ("", "texts", *(_head(name) for name in MEASURES))
    rule = ("---", *("---:" for _ in heads[1:]))
    rows = [(name, str(texts), *_cells(score)) for name, texts, score in lines]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, rule, *rows))


def _head(name: str) -> str:
    return "claims P / R / F1" if name == "claims" else name.replace("claims +", "+")


def _cells(score: Score) -> list[str]:
    counts = [(name, score.measures.get(name)) for name in MEASURES]
    return [_cell(name, count) for name, count in counts]


def _cell(name: str, count: Count | None) -> str:
    if count is None:
        return ""
    if name == "claims":
        return f"{count.precision:.3f} / {count.recall:.3f} / {count.f1:.3f}"
    return f"{count.f1:.3f}"


def acts(score: Score) -> str:
    """Precision, recall and F1 by act, the most frequent first."""
    ranked = sorted(score.acts.items(), key=lambda pair: (-pair[1].wanted, pair[0]))
    return "\n".join(
        f"{act:20s} P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}"
        f"  ({count.right}/{count.found}/{count.wanted})"
        for act, count in ranked
    )
