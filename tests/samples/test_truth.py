"""Read without a fault and with every name known, the samples tell what ``expected.yml`` says."""

import re
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.samples.test_coding import holdings, planned

from tizim.claims import Claim
from tizim.samples import folder
from tizim.timelines import PERHAPS, SURELY, Origin, Timeline, standings, timeline

ENGLISH = Path(__file__).with_name("english.csv")
STATES = (
    "imprisonment",
    "pretrial_detention",
    "psychiatric_detention",
    "administrative_arrest",
    "house_arrest",
)
MISTAKEN = {"imprisonment": {"kebezhanov-seitqali"}}
"""The Herald takes the father for the son; without a person's decision the register takes it at its word."""


@cache
def expected() -> dict[str, Any]:
    text = (folder() / "expected.yml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.CSafeLoader))


@cache
def people_by_form() -> dict[str, str]:
    people = expected()["people"].items()
    return {form: key for key, person in people for form in (person["name"], *person["forms"])}


@cache
def claims() -> tuple[Claim, ...]:
    """Every claim of the English coding, the shipped coding and the spreadsheet."""
    tables = (ENGLISH, folder() / "coded.csv", folder() / "shygan-list.xlsx")
    return tuple(claim for table in tables for claim in planned(table).claims)


@cache
def lives() -> dict[str, Timeline]:
    by_person = defaultdict(list)
    for claim in claims():
        if claim.person in people_by_form():
            by_person[people_by_form()[claim.person]].append(claim)
    return {key: timeline(told, origins()) for key, told in by_person.items()}


@cache
def origins() -> dict[str, Origin]:
    first_days = {one.id: re.match(r"\d{4}-\d\d-\d\d", one.date or "") for one in holdings().documents}
    return {id: Origin(id, date.fromisoformat(found[0])) for id, found in first_days.items() if found}


def told(state: str, day: date, answers: tuple[str, ...] = (SURELY,)) -> set[str]:
    return {
        key
        for key, life in lives().items()
        if any(one.answer in answers for one in standings(life, frozenset([state]), day))
    }


def test_every_claim_about_a_person_is_about_someone_of_the_truth():
    officials = {one["name"] for one in expected()["officials"]}
    assert {claim.person for claim in claims() if claim.person} - set(people_by_form()) == officials


def test_officials_stand_in_no_list_of_the_persecuted():
    official = [claim for claim in claims() if claim.person and claim.person not in people_by_form()]
    assert official
    assert {claim.case_kind for claim in official} == {"against_official"}


@pytest.mark.parametrize("day", sorted(expected()["as_of"]), ids=str)
@pytest.mark.parametrize("state", STATES)
def test_the_claims_give_the_expected_people_in_each_state(day, state):
    assert told(state, day) - MISTAKEN.get(state, set()) == set(expected()["as_of"][day][state])


@pytest.mark.parametrize("day", sorted(expected()["restriction_of_liberty"]), ids=str)
def test_the_claims_give_the_expected_people_under_restriction(day):
    found = told("restriction_of_liberty", day)
    assert found == set(expected()["restriction_of_liberty"][day])


def test_a_term_that_ran_out_is_not_prolonged_by_a_later_measure():
    assert "perelivko" not in told("restriction_of_liberty", date(2022, 12, 31))
    assert "shtolzer" not in told("administrative_arrest", date(2022, 6, 30))


def test_the_dead_are_the_dead():
    assert told("dead", date(2023, 6, 30), (SURELY, PERHAPS)) == {
        one["person"] for one in expected()["deaths"]
    }


def test_a_death_on_one_of_two_days_is_a_death():
    assert told("dead", date(2023, 6, 30)) == {"tuiebasov"}


def test_the_documents_of_july_2022_leave_one_man_in_doubt():
    early = [one for one in claims() if one.document_id <= "d-11" and one.document_id.startswith("d-")]
    known = [one for one in early if people_by_form().get(one.person or "") == "okolnichev"]
    found = standings(timeline(known, origins()), frozenset(["imprisonment"]), date(2022, 6, 30))
    assert {one.answer for one in found} != {SURELY}
