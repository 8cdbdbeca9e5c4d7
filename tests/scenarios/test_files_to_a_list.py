"""From files to a reviewed list: real reports taken in, read, reviewed and counted by the command line alone.

Written as a documenter works. Names are read from the shared folder at run time and never printed.
"""

import json
import shutil
from dataclasses import dataclass
from datetime import date

import pytest
from tests.cli.conftest import copied
from tests.cli.desk import Desk, called, document_of
from tests.scenarios import gold
from tests.scenarios.reviewer import Decisions, Reviewer

from tizim.tallies import definition, documents_meant, tally
from tizim.timelines import chronicle

DAY = "2020-11-30"
LISTS = ("in-custody", "prisoners", "house-arrest", "deaths", "restricted", "detentions")
ABOUT = """\
defaults: {{obtained: published, language: en, kind: report}}
{0}: {{date: 2021-07-07, publisher: Report 000}}
{1}: {{date: 2021-07-07, publisher: Report 001, reprints: {0}}}
{2}: {{date: 2020-11-30, publisher: Report 002}}
{3}: {{date: 2017-07-29, publisher: Report 004}}
"""


class Quiet(Desk):
    """A register of real people: a call that goes wrong says so without what was printed."""

    def runs(self, *arguments):
        answer = self.tries(*arguments)
        ended = (arguments[0], answer.code, answer.err)
        assert ended == (arguments[0], 0, "")
        return answer


def quiet(home, to):
    """A copy of a register."""
    return Quiet(copied(home, to).home)


@pytest.fixture(scope="module")
def reviewer(shared):
    return Reviewer(shared, "002")


@pytest.fixture(scope="module")
def read(shared, tmp_path_factory):
    """A register with the files as they lie there, read and not yet reviewed."""
    home = tmp_path_factory.mktemp("read")
    made = called("--register", str(home / "reg"), "--key-file", str(home / "own.key"), "init")
    assert made.code == 0
    folder = home / "reports"
    folder.mkdir()
    files = sorted((shared / "seeds").glob("*.txt"))
    for file in files:
        shutil.copyfile(file, folder / file.name)
    (folder / "documents.yml").write_text(ABOUT.format(*(file.name for file in files)), encoding="utf-8")
    desk = quiet(home, tmp_path_factory.mktemp("desk"))
    assert "4 added" in desk.runs("add", folder).out
    assert "4 documents read" in desk.runs("read", "--keep").out
    return desk


def proposals(desk, file):
    """What waits for review in one document; ids of its claims and of the document."""
    claims = [json.loads(line) for line in desk.runs("claims", "reviewed=no", "--format", "jsonl").lines]
    (document,) = {claim["id"] for claim in documents(desk) if claim["file"] == file}
    return document, [claim for claim in claims if claim["document"] == document]


def documents(desk):
    """The documents that something is claimed of, by id and file."""
    explained = [desk.asks("explain", name, "--as-of", DAY) for name in LISTS]
    told = [one for answer in explained for one in evidence(answer)]
    return [{"id": one["document"], "file": one["file"]} for one in told]


def evidence(explained):
    return [one for part in ("people", "groups") for member in explained[part] for one in member["evidence"]]


@pytest.fixture(scope="module")
def reviewed(read, reviewer, tmp_path_factory):
    """The same after review: proposals accepted, amended and rejected, what the reader missed coded by hand."""
    desk = quiet(read.home, tmp_path_factory.mktemp("reviewed"))
    document, proposed = proposals(desk, reviewer.file.name)
    decisions = reviewer.decides(proposed)
    by_act = {}
    for claim in proposed:
        by_act.setdefault(claim["act"], set()).add(claim["id"])
    whole = [act for act, ids in by_act.items() if ids <= set(decisions.accepted)]
    coded_acts = {gold.ACTS.get(row["act"], row["act"]) for row in reviewer.rows}
    for act in whole:
        desk.runs(
            "review", "accept", "--where", f"reviewed=no act={act} document={document}", "--reason", "read"
        )
    for act in sorted(by_act.keys() - coded_acts):
        desk.runs("review", "reject", "--where", f"reviewed=no act={act} document={document}")
    desk.runs("review", "accept", *decisions.accepted, "--reason", "compared with the quotation")
    for claim, fields in decisions.amended.items():
        desk.runs(
            "review",
            "amend",
            claim,
            *(word for name, value in fields.items() for word in ("--set", f"{name}={value}")),
        )
    missed = desk.table(reviewer.coded(decisions.told), "missed.csv")
    taken = desk.runs("import", missed)
    assert " 0 set aside" in taken.out
    return Reviewed(desk, decisions, frozenset(claim["id"] for claim in proposed), document_of(taken))


@dataclass(frozen=True)
class Reviewed:
    """The register after review, what was decided, all that was proposed, and the table coded by hand."""

    desk: "Quiet"
    decisions: Decisions
    proposed: frozenset
    table: str


def recount(shared, name):
    """The same question asked of the coded report alone."""
    kept = [one for one in gold.entries(shared) if getattr(one, "document_id", "d-002") == "d-002"]
    of = definition(name)
    return tally(of, chronicle(kept, documents=documents_meant(of, kept)), as_of=date.fromisoformat(DAY))


def test_before_review_nothing_counts_as_reviewed(read):
    assert read.asks("list", "in-custody", "--as-of", DAY)["people"]
    for name in LISTS:
        counted = read.asks("tally", name, "--as-of", DAY, "--reviewed")
        assert (counted["at_least"], counted["at_most"], counted["because"]) == (0, 0, []), name
        assert read.asks("list", name, "--as-of", DAY, "--reviewed")["people"] == []


def test_the_reprint_is_no_second_document(read):
    told = [one for name in LISTS for one in evidence(read.asks("explain", name, "--as-of", "2021-07-07"))]
    assert {one["reprint"] for one in told if one["file"].startswith("001")} <= {True}
    assert not any(one["reprint"] for one in told if not one["file"].startswith("001"))


def test_the_reviewed_list_is_that_of_the_coded_report(reviewed, shared):
    desk = reviewed.desk
    for name in ("in-custody", "house-arrest", "prisoners"):
        counted = desk.asks("list", name, "--as-of", DAY, "--reviewed")
        wanted = recount(shared, name)
        assert counted["at_least"] <= len(wanted.members) <= counted["at_most"], name
        assert counted["at_least"] >= wanted.at_least - 2 and counted["at_most"] <= wanted.at_most + 2, name
        names = {one["person"].split()[-1] for one in counted["people"]}
        missed = sum(one.name.split()[-1] not in names for one in wanted.members)
        assert missed <= len(wanted.members) // 8, name


def test_only_what_a_person_decided_stands_behind_a_reviewed_count(reviewed):
    desk, decisions, proposed = reviewed.desk, reviewed.decisions, reviewed.proposed
    decided = {*decisions.accepted, *decisions.amended}
    standing = {claim["id"]: claim for claim in desk.asks("claims")}
    for name in LISTS:
        counted = desk.asks("tally", name, "--as-of", DAY, "--reviewed")
        because = set(counted["because"])
        assert not because & (proposed - decided) and because <= standing.keys(), name
        assert all(
            one["reviewed"] for one in evidence(desk.asks("explain", name, "--as-of", DAY, "--reviewed"))
        )
        assert 0 <= counted["at_least"] <= (counted["at_most"] or counted["at_least"])
        parts = counted["parts"].values()
        assert (
            max(part["at_least"] for part in parts)
            <= counted["at_least"]
            <= sum(p["at_most"] or 0 for p in parts)
        )


def test_accepted_and_amended_proposals_count_and_what_was_amended_no_longer_stands(reviewed):
    desk, decisions = reviewed.desk, reviewed.decisions
    standing = {claim["id"]: claim for claim in desk.asks("claims")}
    assert len(decisions.accepted) > 40 and decisions.amended
    assert not decisions.amended.keys() & standing.keys()
    heirs = {one["id"] for one in standing.values() if one.get("corrects") in decisions.amended}
    assert len(heirs) == len(decisions.amended)
    counted = {
        one for name in LISTS for one in desk.asks("tally", name, "--as-of", DAY, "--reviewed")["because"]
    }
    assert counted & heirs and counted & set(decisions.accepted)


def test_every_line_opens_to_its_passage_in_the_file(reviewed, shared):
    lines = {file.name: file.read_text("utf-8").split("\n") for file in (shared / "seeds").glob("*.txt")}
    listed = reviewed.desk.asks("list", "in-custody", "--as-of", DAY, "--reviewed")
    explained = reviewed.desk.asks("explain", "in-custody", "--as-of", DAY, "--reviewed")
    opened = {member["id"]: member["evidence"] for member in explained["people"]}
    assert {one["id"] for one in listed["people"]} == opened.keys()
    for one in listed["people"]:
        assert {told["claim"] for told in opened[one["id"]]} == set(one["because"])
    assert [one["claim"] for one in evidence(explained) if not stands(one, lines[one["file"]])] == []
    assert all(one["source"] == f"Report {one['file'][:3]}" for one in evidence(explained))


def stands(told, lines):
    """Whether the words that a claim quotes begin on the line that it names."""
    at = int(told["locator"].removeprefix("line ")) - 1
    found = "\n".join(lines[at:]).find(told["quote"])
    return bool(told["quote"]) and 0 <= found <= len(lines[at])


def test_the_tally_is_the_list_counted(reviewed):
    desk = reviewed.desk
    listed = desk.asks("list", "in-custody", "--as-of", DAY, "--reviewed")
    counted = desk.asks("tally", "in-custody", "--as-of", DAY, "--reviewed")
    assert {key: listed[key] for key in counted} == counted
    assert {one for member in listed["people"] for one in member["because"]} <= set(counted["because"])


def test_an_undone_import_takes_what_was_coded_off_the_list_again(reviewed, tmp_path):
    desk = quiet(reviewed.desk.home, tmp_path)
    ask = ("tally", "in-custody", "--as-of", DAY, "--reviewed")
    before = desk.asks(*ask)
    desk.runs("undo-import", reviewed.table)
    without = desk.asks(*ask)
    assert set(without["because"]) < set(before["because"])
    assert without["at_most"] < before["at_most"]
    desk.runs("undo-import", reviewed.table, "--restore")
    assert desk.asks(*ask) == before
