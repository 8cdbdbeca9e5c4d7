"""The short reports: what is reached is held."""

import csv
import json

import pytest

from tizim.reading import read, to_flat


@pytest.fixture(scope="module")
def flats(shared):
    folder = shared / "gold" / "reading"
    with (folder / "docs.csv").open(encoding="utf-8") as stream:
        dates = {row["id"]: row["date"] for row in csv.DictReader(stream)}
    paths = sorted((folder / "docs").glob("en-*.txt"))
    return {
        path.stem: to_flat(read(path.read_text("utf-8"), date=dates[path.stem]), path.stem) for path in paths
    }


@pytest.fixture(scope="module")
def gold(shared):
    lines = (shared / "gold" / "reading" / "gold.jsonl").read_text("utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines) if row["id"].startswith("en-")}


def test_people_are_found_and_nobody_else(flats, gold):
    for name, row in gold.items():
        wanted = {person["name"] for person in row["persons"]}
        found = {person["name"] for person in flats[name]["persons"]}
        assert len(wanted & found) >= 0.9 * len(wanted | found), name


def test_most_claims_are_found_and_few_are_wrong(flats, gold):
    right = extra = wanted_all = 0
    for name, row in gold.items():
        asked = {(c["person"], c["act"]) for c in row["claims"] if c["person"] and not c.get("optional")}
        allowed = asked | {(c["person"], c["act"]) for c in row["claims"]}
        found = {(c["person"], c["act"]) for c in flats[name]["claims"] if c["person"]}
        right, extra, wanted_all = (
            right + len(asked & found),
            extra + len(found - allowed),
            wanted_all + len(asked),
        )
    assert right >= 0.85 * wanted_all
    assert extra <= 0.1 * right
