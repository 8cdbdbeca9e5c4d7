"""The editor's check against a matrix: classes of errors, the ways in which one stands in a text, languages.

    python -m bench.audit --matrix [--missed]

``audit_matrix.yml`` has short invented passages. In one, ``{wrong|right}`` stands where the error is: with
the first it must be found, with the second nothing of severity A may be said. A passage is no report: the
shares say which ways of an error the rules know, not how much of a report's errors they find.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from tizim.audits import Finding, audit

_TABLE = Path(__file__).with_name("audit_matrix.yml")
_SPOT = re.compile(r"\{(?P<wrong>[^{}|]*)\|(?P<right>[^{}|]*)\}")
LANGUAGES = ("en", "ru", "kk")


@dataclass(frozen=True, slots=True)
class Cell:
    """One way of one class of errors in one language: the passage with its error, and without it."""

    error: str
    way: str
    language: str
    kinds: frozenset[str]
    written: str

    @property
    def wrong(self) -> str:
        """The passage with the error."""
        return _SPOT.sub(lambda hit: hit["wrong"], self.written)

    @property
    def right(self) -> str | None:
        """The passage without it; None where the table gives none."""
        return _SPOT.sub(lambda hit: hit["right"], self.written) if _SPOT.search(self.written) else None

    def found(self) -> bool:
        """Whether the error is told."""
        return any(one.kind in self.kinds for one in audit(self.wrong))

    def alarms(self) -> list[Finding]:
        """What is told, of severity A or of the kinds of the error, where there is none."""
        told = audit(self.right) if self.right is not None else ()
        return [one for one in told if one.severity == "A" or one.kind in self.kinds]


def cells() -> Iterator[Cell]:
    """Every cell of the matrix."""
    for error, row in yaml.safe_load(_TABLE.read_text("utf-8")).items():
        for way, passages in row["ways"].items():
            for language, written in passages.items():
                yield Cell(error, way, language, frozenset(row["kinds"]), written)


def matrix(*, missed: bool) -> None:
    """Prints for each class how many of its ways are found in each language, and what is told for nothing."""
    wanted: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    beside = 0
    for cell in cells():
        ok, alarms = cell.found(), cell.alarms()
        beside += bool(alarms)
        for key in ((cell.error, cell.language), (cell.error, "all"), ("all", cell.language), ("all", "all")):
            wanted[key] += 1
            found[key] += ok
        if missed and not ok:
            print(f"   not found: {cell.language} {cell.error}, {cell.way}")
        for one in alarms if missed else ():
            print(f"   beside: {cell.language} {cell.error}, {cell.way}: {one.kind} {one.message()[:120]}")
    for error in dict.fromkeys(error for error, _ in wanted):
        shares = (f"{name} {found[error, name]}/{wanted[error, name]}" for name in (*LANGUAGES, "all"))
        print(f"{error}: " + ", ".join(shares))
    print(f"told where there is no error: {beside} of {wanted['all', 'all']} passages")
