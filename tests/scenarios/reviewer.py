"""A documenter who has read the reports: what she decides on each proposal, and what she codes herself.

She goes by the coded reports of the shared folder; nothing of them is stored here, and nothing of them is
printed: ids and numbers only.
"""

import csv
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.scenarios import gold

FORM = (
    "person", "act", "act_detail", "level", "role", "date", "place", "article", "outcome", "status_as_of",
    "certainty", "document", "quote", "start", "end",
)  # fmt: skip
AMENDED = ("date", "outcome")
Claim = dict[str, str | None]


@dataclass(frozen=True)
class Decisions:
    """Proposals to accept; those to amend, with the fields that are wrong; the coded claims that they tell."""

    accepted: list[str]
    amended: dict[str, dict[str, str]]
    told: set[str]


@dataclass(frozen=True)
class Reviewer:
    """Somebody with the report and its coded claims before her."""

    shared: Path
    seed: str

    @property
    def file(self) -> Path:
        (found,) = (self.shared / "seeds").glob(f"{self.seed}_*.txt")
        return found

    @cached_property
    def rows(self) -> list[dict]:
        """The coded claims about victims by name."""
        lines = (self.shared / "gold/seeds/claims.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        return [
            row
            for row in rows
            if row["seed"] == self.seed and row["person_id"] and row["subject_role"] == "victim"
        ]

    @cached_property
    def names(self) -> dict[str, str]:
        """The full name of each person of the report."""
        with (self.shared / "gold/seeds/persons.csv").open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        known = {row["person_id"]: row["canonical_name"] for row in rows}
        return known | {row["person_id"]: row["canonical_name"] for row in rows if row["seed"] == self.seed}

    @cached_property
    def forms(self) -> dict[str, str]:
        """Who is meant by a form of a name, where the report has one such person."""
        meant: dict[str, set[str]] = {}
        with (self.shared / "gold/seeds/mentions.csv").open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                if row["seed"] == self.seed:
                    meant.setdefault(row["form"], set()).add(row["person_id"])
        for person, name in self.names.items():
            meant.setdefault(name, set()).add(person)
        return {form: next(iter(people)) for form, people in meant.items() if len(people) == 1}

    def decides(self, proposed: list[Claim]) -> Decisions:
        """What she does with the proposals that she has an opinion on; the others she leaves for later."""
        accepted, amended, told = [], {}, set()
        for claim in proposed:
            row = self._same(claim, told)
            if row is None:
                continue
            told.add(row["id"])
            wrong = {
                name: value for name in AMENDED if (value := _right(row, name)) != (claim.get(name) or "")
            }
            if wrong:
                amended[str(claim["id"])] = wrong
            else:
                accepted.append(str(claim["id"]))
        return Decisions(accepted, amended, told)

    def _same(self, claim: Claim, told: set[str]) -> dict | None:
        person = self.forms.get(str(claim.get("person")))
        alike = [
            row
            for row in self.rows
            if row["id"] not in told
            and row["person_id"] == person
            and gold.ACTS.get(row["act"], row["act"]) == claim["act"]
        ]
        exact = [row for row in alike if _right(row, "date") == (claim.get("date") or "")]
        return next(iter(exact or (alike if len(alike) == 1 else [])), None)

    def coded(self, left: set[str]) -> str:
        """The claims that no proposal tells, as a table in the flat form."""
        text = self.file.read_text(encoding="utf-8")
        rows = [",".join(FORM)]
        for row in self.rows:
            if row["id"] not in left:
                rows.append(",".join(map(_cell, self._fields(row, text))))
        return "\n".join(rows)

    def _fields(self, row: dict, text: str) -> list[str]:
        stands = text[row["start"] : row["end"]] == row["quote"]
        return [
            self.names[row["person_id"]],
            gold.ACTS.get(row["act"], row["act"]),
            row["act_detail"] or ("unspecified" if row["act"] == "other" else ""),
            row["level"],
            row["subject_role"],
            _right(row, "date"),
            row["place"] or "",
            "; ".join(row["articles"]),
            _right(row, "outcome"),
            row["status_as_of"] or "",
            gold.CERTAINTIES.get(row["certainty"], row["certainty"]) or "",
            self.file.name,
            row["quote"],
            *((str(row["start"]), str(row["end"])) if stands else ("", "")),
        ]


def _right(row: dict, name: str) -> str:
    return (gold.coded_outcome(row[name]) if name == "outcome" else row[name]) or ""


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
