"""The sets of reports whose claims are known, and how a set is read and scored."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.reading_score import Document, Score, scored
from tizim import Problem
from tizim.reading import read, to_flat

HERE = Path(__file__).resolve().parent
APART = "apart"
SETS = ("seen", "held", "fresh", APART)


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its text, and the document in the flat form as a careful person annotated it."""

    text: str
    wanted: Document
    date: str | None

    @property
    def name(self) -> str:
        """The id of the document."""
        return str(self.wanted["id"])

    @property
    def language(self) -> str:
        """The language of the document."""
        return str(self.wanted["language"])


def reports(folder: Path) -> Iterator[Report]:
    """The reports of a folder that has ``docs/``, ``docs.csv`` and ``gold.jsonl``."""
    with (folder / "docs.csv").open(encoding="utf-8", newline="") as stream:
        dates = {row["id"]: row["date"] for row in csv.DictReader(stream)}
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        wanted = json.loads(line)
        text = (folder / "docs" / f"{wanted['id']}.txt").read_text("utf-8")
        yield Report(text, wanted, dates.get(wanted["id"]))


def invented(name: str) -> Iterator[Report]:
    """The reports of an invented set: ``seen``, ``held``, ``fresh`` or ``apart``."""
    return reports(HERE / name)


def flat(text: str, *, name: str, date: str | None, language: str | None = None) -> Document | None:
    """The flat form of a text as ``tizim read`` gives it; nothing where its language has no reader."""
    try:
        reading = read(text, date=date, language=language)
    except Exception as error:
        error.add_note(f"while reading {name}")
        raise
    return None if isinstance(reading, Problem) else to_flat(reading, name)


def read_and_scored(reports: Iterable[Report]) -> Score:
    """The score of the reader over reports; those that nobody can read count as empty."""
    total = Score()
    for report in reports:
        found = flat(report.text, name=report.name, date=report.date)
        total.add(scored(report.wanted, found or {}, report.text))
    return total
