"""The first form over the names of real reports, where they are: nobody wrong, and how many are found."""

import csv
from collections import defaultdict
from itertools import combinations

import pytest

from tizim.claims import Claim
from tizim.identity import people


@pytest.fixture(scope="module")
def bearers(shared):
    """For each report and written form the people who bear it there."""
    found = defaultdict(set)
    with (shared / "gold/seeds/mentions.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            found[row["seed"], row["form"]].add(row["person_id"])
    return found


@pytest.fixture(scope="module")
def joined(bearers):
    """For each report and written form the person that the first form makes of it."""
    claims = [
        Claim(id=f"c-{number}", passage_id="q", document_id=report, act="detention", person=form)
        for number, (report, form) in enumerate(bearers)
    ]
    person = {claim: one.id for one in people(claims, []).persons for claim in one.claim_ids}
    return {written: person[f"c-{number}"] for number, written in enumerate(bearers)}


def test_no_two_people_of_the_reports_become_one(bearers, joined):
    wrong = [
        (one[0], other[0])
        for one, other in combinations(bearers, 2)
        if joined[one] == joined[other] and not bearers[one] & bearers[other]
    ]
    assert wrong == []


def test_a_form_that_two_people_bear_is_given_to_neither(bearers, joined):
    shared_forms = [written for written, who in bearers.items() if len(who) > 1]
    assert len(shared_forms) == 2
    assert all(list(joined.values()).count(joined[written]) == 1 for written in shared_forms)


def test_most_pairs_of_forms_of_one_person_are_found(bearers, joined):
    alone = [written for written, who in bearers.items() if len(who) == 1]
    same = [pair for pair in combinations(alone, 2) if bearers[pair[0]] == bearers[pair[1]]]
    found = sum(joined[one] == joined[other] for one, other in same)
    assert len(same) == 158
    assert found >= 101
