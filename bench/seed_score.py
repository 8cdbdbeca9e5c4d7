"""Scores against the coded claims of long reports: persons, claims by person and act, printed numbers.

A claim counts once a document for each person and act, however often the report repeats it. A field is right
where one of the claims found for that person and act agrees with one of those coded. What usually happens
(practice) is not asked for, nor a conviction beside the sentence of the same person. Figures: counts only.
"""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from bench.reading_fields import articles_right, date_right, folded, outcome_right, place_right
from bench.reading_score import Claim, Count, Document, Score, people, places

DATES = {"000": "2021-07-07", "001": "2021-07-07", "002": "2020-11-30", "004": "2017-07-29"}
_ACTS = {"refugee_status": "asylum_decision", "account_hacking": "account_attack"}
_KINDS = (("case closed", "case_closed"), ("declared extremist", "declared_extremist"), ("request ", ""))
Pair = tuple[str, str]


@dataclass(frozen=True)
class Seed:
    """A long report and what was coded from it."""

    name: str
    text: str
    rows: tuple[Claim, ...]
    forms: dict[str, frozenset[str]]
    figures: tuple[dict[str, str], ...]
    spans: frozenset[tuple[int, int]]

    @cached_property
    def bearers(self) -> dict[str, str]:
        """Who bears a form of a name, folded."""
        return {folded(form): who for who, forms in self.forms.items() for form in forms}

    @cached_property
    def wanted(self) -> dict[Pair, list[Claim]]:
        """The coded claims by person and act."""
        out: dict[Pair, list[Claim]] = {}
        for row in self.rows:
            if row["person_id"] and row["level"] != "practice":
                out.setdefault((row["person_id"], _ACTS.get(row["act"], str(row["act"]))), []).append(row)
        return {pair: rows for pair, rows in out.items() if not _repeats(pair, out)}


def _repeats(pair: Pair, among: Iterable[Pair]) -> bool:
    return pair[1] == "conviction" and (pair[0], "sentence") in among


def seeds(shared: Path) -> list[Seed]:
    """The long reports of the shared folder."""
    gold = shared / "gold/seeds"
    rows = [json.loads(line) for line in (gold / "claims.jsonl").read_text("utf-8").splitlines()]
    tables = {name: _table(gold / f"{name}.csv") for name in ("persons", "mentions", "figures")}
    return [_seed(path, rows, tables) for path in sorted((shared / "seeds").glob("*.txt"))]


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _seed(path: Path, rows: list[Claim], tables: dict[str, list[dict[str, str]]]) -> Seed:
    name = path.name[:3]
    here = {key: [row for row in table if row["seed"] == name] for key, table in tables.items()}
    forms = {row["person_id"]: set(re.split(r"\s*\|\s*", row["surface_forms"])) for row in here["persons"]}
    for row in here["persons"]:
        forms[row["person_id"]].add(row["canonical_name"])
    for row in here["mentions"]:
        forms.setdefault(row["person_id"], set()).add(row["form"])
    return Seed(
        name,
        path.read_text("utf-8"),
        tuple(row for row in rows if row["seed"] == name),
        {who: frozenset(some) for who, some in forms.items()},
        tuple(row for row in here["figures"] if row["kind"] == "count"),
        frozenset((int(row["start"]), int(row["end"])) for row in here["mentions"]),
    )


def seed_scored(seed: Seed, found: Document) -> Score:
    """The score of one long report."""
    score = Score()
    _score_persons(score, seed, found)
    _score_claims(score, seed, found)
    _score_figures(score, seed, found.get("figures") or [])
    return score


def _score_persons(score: Score, seed: Seed, found: Document) -> None:
    named = people(found)
    hits = {who for one in named for key in one.keys if (who := seed.bearers.get(key))}
    score.measures["persons"] = Count(len(hits), len(named), len(seed.forms))
    theirs = places(seed.text, (form for one in named for form in one.forms))
    score.measures["mentions"] = Count(len(seed.spans & theirs), len(theirs), len(seed.spans))


def _score_claims(score: Score, seed: Seed, found: Document) -> None:
    given: dict[Pair, list[Claim]] = {}
    for claim in found.get("claims") or []:
        if claim.get("person"):
            who = seed.bearers.get(folded(claim["person"]), f"?{claim['person']}")
            given.setdefault((who, claim["act"]), []).append(claim)
    both = [pair for pair in seed.wanted if pair in given]
    score.measures["claims"] = Count(len(both), len(given), len(seed.wanted))
    right = Counter(name for pair in both for name in _right_fields(seed.wanted[pair], given[pair]))
    for name in ("date", "place", "article", "outcome"):
        score.measures[f"claims + {name}"] = Count(right[name], len(given), len(seed.wanted))
    for act in {act for _, act in (*seed.wanted, *given)}:
        score.acts[act] = Count(
            *(sum(pair[1] == act for pair in side) for side in (both, given, seed.wanted))
        )
    score.missed = [
        (seed.name, rows[0] | {"person": pair[0]}) for pair, rows in seed.wanted.items() if pair not in given
    ]
    score.extra = [(seed.name, rows[0]) for pair, rows in given.items() if pair not in seed.wanted]


def _right_fields(wanted: list[Claim], found: list[Claim]) -> set[str]:
    """The fields in which one of the claims found agrees with one of those coded."""
    return {name for mine in wanted for theirs in found for name in _agreeing(mine, theirs)}


def _agreeing(mine: Claim, theirs: Claim) -> set[str]:
    agree = {
        "date": date_right(mine["date"], theirs.get("date")),
        "place": place_right(mine["place"], theirs.get("place")),
        "article": articles_right(mine["articles"], theirs.get("article")),
        "outcome": outcome_right(_outcome(mine["outcome"]), theirs.get("outcome")),
    }
    return {name for name, same in agree.items() if same}


def _outcome(coded: str | None) -> str | None:
    """A coded outcome in the words of the vocabulary, remarks in brackets left out."""
    plain = re.sub(r"\s*\(.*?\)", "", coded or "")
    for written, kind in _KINDS:
        plain = plain.replace(written, kind)
    return plain or None


def _score_figures(score: Score, seed: Seed, found: list[dict[str, Any]]) -> None:
    """The same number, one to one, those with the same date first."""
    ranked = sorted(
        (not date_right(row["as_of"], one.get("as_of")), i, j)
        for i, row in enumerate(seed.figures)
        for j, one in enumerate(found)
        if _number(row) == one.get("count")
    )
    pairs: dict[int, tuple[int, bool]] = {}
    taken: set[int] = set()
    for late, i, j in ranked:
        if i not in pairs and j not in taken:
            pairs[i] = (j, not late)
            taken.add(j)
    dated = sum(same for _, same in pairs.values())
    score.measures["figures"] = Count(len(pairs), len(found), len(seed.figures))
    score.measures["figures + as_of"] = Count(dated, len(found), len(seed.figures))


def _number(row: dict[str, str]) -> float | None:
    try:
        return float(row["number"])
    except ValueError:
        return None
