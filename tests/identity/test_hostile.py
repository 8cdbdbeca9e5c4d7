"""Names that nobody would write, and more of one kind than anybody would."""

import time
from itertools import pairwise

import pytest
from tests.identity.strategies import claim
from tests.identity.test_names import HOSTILE

from tizim.identity import Judgement, effect_of, ever_bounds, mention_id, people


@pytest.fixture(autouse=True)
def quick():
    begun = time.process_time()
    yield
    assert time.process_time() - begun < 10


def test_any_text_may_stand_where_a_name_should():
    claims = [claim(number, f"d{number % 3}", name) for number, name in enumerate(HOSTILE * 3)]
    known = people(claims, [])
    told = {one.id for one in claims if one.person}
    assert {one for person in known.persons for one in person.claim_ids} == told
    made = Judgement(id="j-1", left=mention_id("d0", "\ud800"), right=mention_id("d1", "😀"), verdict="same")
    assert not effect_of(made, claims, []).contradictions


def test_five_thousand_of_one_surname_in_one_document():
    given = [f"{one}{two}{three}a" for one in "bdgklmnprs" for two in "aeiouyaeio" for three in "bkmrz" * 10]
    names = [f"{one.title()} Testov" for one in given]
    claims = [
        claim(number, "d1", name)
        for number, name in enumerate([*names, "Testov", "B. Testov", "Ba. S. Testov"])
    ]
    known = people(claims, [])
    bounds = ever_bounds(known, {person.id for person in known.persons})
    # Many of them are alike ("Bara", "Bera"), so at least is less than the names there are.
    assert len(set(names)) / 20 <= bounds.at_least <= bounds.at_most == len(known.persons)


def test_one_bare_surname_in_a_thousand_documents_with_two_bearers():
    names = ("Aman Testov", "Bolat Testov", "Testov")
    claims = [claim(number, f"d{number // 3}", names[number % 3]) for number in range(3000)]
    known = people(claims, [])
    assert ever_bounds(known, {person.id for person in known.persons}).at_most == 1002
    assert ever_bounds(known, {person.id for person in known.persons}).at_least == 2


def test_a_long_chain_of_judgements():
    names = [f"Aman Testov{'a' * number}" for number in range(3000)]
    claims = [claim(number, f"d{number}", name) for number, name in enumerate(names)]
    ids = [mention_id(f"d{number}", name) for number, name in enumerate(names)]
    judgements = [
        Judgement(id=f"j-{number}", left=one, right=other, verdict="same")
        for number, (one, other) in enumerate(pairwise(ids))
    ]
    assert len(people(claims, judgements).persons) == 1
    torn = [*judgements, Judgement(id="j-x", left=ids[0], right=ids[-1], verdict="different")]
    known = people(claims, torn)
    assert len(known.persons) == 3000
    assert [len(one.judgement_ids) for one in known.contradictions] == [3000]
