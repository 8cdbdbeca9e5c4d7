"""The list of a coded report published as edition 1; what later reports tell as edition 2; a mistake put right."""

import base64
import csv
import io
import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from followthemoney import Dataset, model
from followthemoney.statement import Statement, StatementEntity
from tests.scenarios import gold

from tizim.claims import Claim
from tizim.documents import Document, MemoryVault
from tizim.identity import Judgement
from tizim.ledger import MemoryLedger, content_id
from tizim.publications import (
    Approval,
    Erratum,
    PublicationError,
    Release,
    Wanted,
    approval,
    approved,
    content_of,
    errata,
    freeze,
    made_again,
    release_files,
)
from tizim.publications.formats import ftm
from tizim.tallies import difference, parse_definition, tally
from tizim.timelines import chronicle

FIRST, LATER = "2020-12-01T00:00:00.000000Z", "2022-01-31T00:00:00.000000Z"
DAY, LATER_DAY = date(2020, 11, 30), date(2022, 1, 31)
_LIST = (Path(__file__).parent / "definitions" / "odf-2020-11-30.yml").read_text("utf-8")
GOING_ON = _LIST.replace("documents: [d-002]\n", "")
"""The classes of the report's list, asked of all reports."""
OF = parse_definition(GOING_ON, where="odf-2020-11-30")


def signed(told):
    return f"ed25519:{base64.b64encode(told).decode()}"


def wanted(day, known_at):
    return Wanted(OF, GOING_ON, day, known_at, "all")


def parted(entries):
    """What the one report brings, and what came later with the others."""
    published = [replace(one, obtained="published") if isinstance(one, Document) else one for one in entries]
    mentions = {
        content_id("m", one.document_id, name)
        for one in published if isinstance(one, Claim) and one.document_id == "d-002"
        for name in (one.person, one.mention) if name
    }  # fmt: skip
    first = [one for one in published if _is_of(one, mentions)]
    return first, [one for one in published if one not in first]


def _is_of(one, mentions):
    if isinstance(one, Judgement):
        return {one.left, one.right} <= mentions
    document = one.id if isinstance(one, Document) else getattr(one, "document_id", None)
    return document in (None, "d-002")


class Group:
    """The group that publishes: its ledger, its vault, both editions, an erratum on the first."""

    def __init__(self, entries):
        self.ledger, self.vault = MemoryLedger(), MemoryVault()
        first, later = parted(entries)
        self.ledger.append(first, at=FIRST, by="asel")
        self.one = self.frozen(DAY, FIRST)
        word = Approval(id="v-1", edition_id=self.one.entry.id, decision="approve", reason="read whole")
        self.ledger.append([word], at=FIRST, by="boris")
        self.released = self.files(self.one)
        self.ledger.append(later, at=LATER, by="asel")
        wrong = Erratum(
            id="y-1", edition_id=self.one.entry.id, place="3", said="pretrial", right="custody",
            reason="the court's paper", date="2021-02-01",
        )  # fmt: skip
        self.ledger.append([wrong], at=LATER, by="asel")
        self.two = self.frozen(LATER_DAY, LATER)

    def frozen(self, day, known_at):
        known = tuple(self.ledger.known_at(known_at))
        found = freeze(known, wanted(day, known_at), vault=self.vault, signed=signed)
        self.ledger.append([found.entry], at=known_at, by="asel")
        return found

    def files(self, found, earlier=None):
        of = next(one for one in self.ledger.known_at() if one.id == found.entry.id)
        known = tuple(self.ledger.known_at())
        told = Release(
            of, content_of(of, self.vault), approved(of, known), "ed25519:key", earlier, errata(of, known)
        )
        return dict(release_files(told, signed=signed))


@pytest.fixture(scope="module")
def group(shared):
    return Group(gold.entries(shared))


def bounds(content):
    return (content.at_least, content.at_most)


def test_edition_1_is_the_list_of_the_report_as_it_was_known(group):
    content = group.one.made.content
    assert content.number == 1
    assert bounds(content) == (26, 28)
    by_class = Counter(one.code for one in content.people)
    assert by_class == {"pretrial": 14, "serving_for_movement": 6, "serving_for_other": 7, "psychiatric": 1}
    assert all(one.acts and all(act.passages for act in one.acts) for one in content.named)


def test_whoever_froze_the_edition_does_not_let_it_out(group):
    of = next(one for one in group.ledger.known_at() if one.id == group.one.entry.id)
    with pytest.raises(PublicationError, match="somebody else"):
        approval(of, "approve", by="asel")
    alone = [one for one in group.ledger.known_at() if not isinstance(one, Approval)]
    assert not approved(of, alone).may_leave


def test_edition_2_says_who_joined_and_who_left(group):
    told = Counter(one.what for one in group.two.turns)
    before, after = group.one.made.content, group.two.made.content
    assert told["joined"] and told["left"] and told["less_sure"]
    assert len(before.named) + told["joined"] - told["left"] == len(after.named)
    assert group.two.before.number == 1 and after.number == 2


def test_each_who_joined_or_left_did_so_for_a_reason(group):
    """The lists of both days and moments, set beside each other, name the same people and say why."""
    known = tuple(group.ledger.known_at(LATER))
    then = tally(OF, chronicle(tuple(group.ledger.known_at(FIRST))), as_of=DAY, known_at=FIRST)
    told = chronicle(known)
    now = tally(OF, told, as_of=LATER_DAY, known_at=LATER)
    recorded = {one.id: one.recorded_at for one in known if isinstance(one, Claim)}
    found = difference(OF, then, now, told=told, recorded=recorded).changes
    why = {(one.what, one.person_id): one.why for one in found}
    turned = {(one.what, one.key) for one in group.two.turns if one.what in ("joined", "left")}
    assert turned == {one for one in why if one[0] in ("joined", "left")}
    assert {why[one] for one in turned if one[0] == "left"} == {"term_over"}
    assert {why[one] for one in turned if one[0] == "joined"} <= {"began", "first_reported", "newly_known"}


def test_edition_1_is_made_again_bit_for_bit_after_the_erratum_and_edition_2(group):
    assert made_again(group.one.entry, tuple(group.ledger.known_at(FIRST)), group.vault) == ()
    assert made_again(group.one.entry, tuple(group.ledger.known_at(LATER)), group.vault) != ()


def test_the_erratum_goes_out_beside_an_edition_that_stays_as_it_was(group):
    again = group.files(group.one)
    assert again["data/data/list.json"] == group.released["data/data/list.json"]
    for language in ("en", "ru", "kk"):
        page = f"data/{language}/errata.html"
        assert "the court" in again[page].decode() and "the court" not in group.released[page].decode()
    changed = {name for name in again if again[name] != group.released.get(name)}
    assert all(
        name.endswith(("errata.html", "changes.atom", "report.docx", ".txt", ".sig")) for name in changed
    )


def test_followthemoney_takes_what_was_released_and_labels_nobody(group):
    for found in (group.one, group.two):
        files = dict(ftm.files(found.made.content))
        entities = [model.get_proxy(json.loads(line)) for line in files["entities.ftm.json"].splitlines()]
        people = [one for one in entities if one.schema.name == "Person"]
        assert len(people) == len(found.made.content.named)
        assert not any(one.get("topics", quiet=True) for one in entities)
        known = {one.id for one in entities}
        for one in entities:
            one.schema.validate(one.to_dict())
            for prop, value in one.itervalues():
                assert prop.type.validate(value), (one.id, prop.name)
                assert prop.type.name != "entity" or value in known
        rows = csv.DictReader(io.StringIO(files["statements.csv"].decode()))
        by_entity = {}
        for row in rows:
            by_entity.setdefault(row["entity_id"], []).append(Statement.from_dict(row))
        data = Dataset.make({"name": ftm.dataset(found.made.content), "title": "x"})
        assert by_entity.keys() == known
        for one in entities:
            again = StatementEntity.from_statements(data, by_entity[one.id])
            assert again.schema == one.schema and set(again.names) == set(one.names)
