"""The coded reports give the same answers from memory, SQLCipher and PostgreSQL, then and later."""

from datetime import date
from pathlib import Path

import pytest
from tests.scenarios import gold

from tizim.claims import Claim
from tizim.ledger import Withdrawal
from tizim.tallies import definition, documents_meant, load_definition, tally
from tizim.timelines import chronicle, known

DAY, NOW = date(2020, 11, 30), "2021-08-01T00:00:00.000000Z"
DEFINITIONS = Path(__file__).parent.parent / "scenarios" / "definitions"
ANSWERS = {
    "odf-2020-11-30": (DAY, 26, 28),
    "article-405": (date(2021, 7, 7), 135, None),
    "house-arrest": (DAY, 9, 9),
    "deaths": (DAY, 5, 5),
}


def answers(ledger, at=None):
    entries = tuple(ledger.known_at(at))
    found = {}
    for name, (day, _, _) in ANSWERS.items():
        path = DEFINITIONS / f"{name}.yml"
        of = load_definition(path) if path.is_file() else definition(name)
        told = chronicle(entries, documents=documents_meant(of, entries))
        counted = tally(of, told, as_of=day, known_at=at)
        found[name] = (counted.at_least, counted.at_most, counted.because)
    return found


@pytest.fixture
def filled(store, shared):
    """A store with the coded reports in it, in two batches."""
    entries = gold.entries(shared)
    half = len(entries) // 2
    store.ledger.append(entries[:half], at=NOW, by="coder")
    store.ledger.append(entries[half:], at=NOW, by="coder")
    return store


def test_the_reports_recount_from_every_store(filled):
    found = answers(filled.ledger)
    assert {name: numbers[:2] for name, numbers in found.items()} == {
        name: (low, high) for name, (_, low, high) in ANSWERS.items()
    }


def test_what_is_kept_in_the_store_answers_as_a_full_fold(filled):
    kept = known(filled.ledger, filled.derived)
    again = known(filled.ledger, filled.derived)
    whole = chronicle(filled.ledger.known_at())
    assert dict(kept.lives) == dict(again.lives) == dict(whole.lives)
    assert kept.groups == again.groups == whole.groups


def test_later_claims_corrections_and_withdrawals_change_no_earlier_answer(filled):
    then = filled.ledger.head().recorded_at
    before = answers(filled.ledger, then)
    claims = [one for one in filled.ledger.known_at(kinds=("claim",)) if isinstance(one, Claim)]
    listed = next(one for one in claims if one.act == "pretrial_detention" and one.document_id == "d-002")
    filled.ledger.append(
        [
            Claim(
                id="c-late",
                passage_id=listed.passage_id,
                document_id="d-002",
                act="release",
                date="2020-06-01",
                person=listed.person,
                corrects=listed.id,
            ),
            *(
                Withdrawal(id=f"w-{one.id}", corrects=one.id, reason="test")
                for one in claims
                if one.act in ("house_arrest", "death")
            ),
        ],
        at="2022-01-01T00:00:00.000000Z",
        by="coder",
    )
    assert answers(filled.ledger, then) == before
    assert answers(filled.ledger)["odf-2020-11-30"][:2] == (25, 27)
    assert answers(filled.ledger)["house-arrest"][:2] == (0, 0)
