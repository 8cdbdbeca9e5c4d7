"""The roll after any changes equals a full run over what stands."""

from dataclasses import replace
from functools import partial

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.identity.strategies import DOCUMENTS, NAMES, claim

from tizim.claims import Claim
from tizim.identity import VERDICTS, Judgement, Roll, mention_id, people

MOMENTS = st.integers(0, 9).map(lambda second: f"2026-01-01T00:00:0{second}.000000Z")
WRITTEN = st.tuples(
    st.sampled_from(DOCUMENTS),
    st.sampled_from(NAMES),
    MOMENTS,
    st.sampled_from([None, None, None, 30, 33, 60]),
    st.sampled_from([None, None, "female", "male"]),
)
JUDGED = st.tuples(
    *[st.tuples(st.sampled_from(DOCUMENTS), st.sampled_from(NAMES))] * 2, st.sampled_from(VERDICTS), MOMENTS
)
STEPS = st.lists(
    st.tuples(
        st.lists(WRITTEN, max_size=5),
        st.lists(st.integers(0, 30), max_size=3),
        st.lists(JUDGED, max_size=2),
        st.sets(st.integers(0, 10), max_size=2),
    ),
    min_size=1,
    max_size=5,
)


def told(number: int, document: str, name: str, at: str, *said: object) -> Claim:
    age, sex = said
    return replace(claim(number, document, name, at), age=age, sex=sex, date="2020-01-01")


def judged(number: int, left: tuple[str, str], right: tuple[str, str], verdict: str, at: str) -> Judgement:
    return Judgement(
        id=f"j-{number}", left=mention_id(*left), right=mention_id(*right), verdict=verdict, recorded_at=at
    )


@settings(deadline=None, max_examples=150)
@given(STEPS)
def test_whatever_is_added_taken_back_and_judged_the_roll_equals_a_full_run(steps):
    roll = Roll()
    known = roll.people()
    claims: dict[int, Claim] = {}
    judgements: dict[int, Judgement] = {}
    taken: dict[int, Claim] = {}
    for written, backs, verdicts, unjudged in steps:
        gone = {number for number in backs if number in claims}
        back = {number for number in backs if number in taken}
        added = {len(claims) + len(taken) + at: one for at, one in enumerate(written)}
        new = {number: told(number, *one) for number, one in added.items()} | {
            one: taken.pop(one) for one in back
        }
        judgements = {one: heard for one, heard in judgements.items() if one not in unjudged}
        first = max(judgements, default=0) + 1
        judgements |= {first + at: judged(first + at, *one) for at, one in enumerate(verdicts)}
        before = dict(roll.persons)
        change = roll.change(
            new.values(), [claims[one] for one in gone], judgements.values(), places=new.keys()
        )
        taken |= {one: claims.pop(one) for one in gone}
        claims |= new
        now = people([claims[one] for one in sorted(claims)], judgements.values())
        assert roll.people() == now
        assert set(before.values()) - set(change.gone) | set(change.new) == set(now.persons)
        if len(unjudged) == 1:
            persons = {
                one.id: partial(list, (one.name, one.names, one.mention_ids, one.claim_ids))
                for one in now.persons
            }
            roll = Roll(orjson.loads(orjson.dumps(roll.row)), persons, judgements.values())
            assert roll.people() == now
        touched = {one.id for one in (*change.new, *change.gone)} | change.beside
        assert {*roll.doubts(touched)} >= {*now.doubts} - {*known.doubts}
        touched.update(one for doubt in roll.doubts(touched) for one in doubt.person_ids)
        assert all(touched.intersection(doubt.person_ids) for doubt in {*known.doubts} - {*now.doubts})
        known = now


def test_the_doubts_of_those_whom_a_change_touched_are_all_that_changed():
    roll = Roll()
    roll.change([claim(1, "d1", "Aman Testov"), claim(2, "d2", "Dana Probova")])
    change = roll.change([claim(3, "d3", "Аман Тестов")])
    assert [person.name for person in change.new] == ["Аман Тестов"]
    assert change.gone == ()
    (doubt,) = roll.doubts([person.id for person in change.new])
    assert (len(doubt.person_ids), doubt.why) == (2, ("names_alike",))


def test_claims_that_come_back_stand_where_they_stood():
    first, second = claim(1, "d1", "Aman Testov"), claim(2, "d1", "Aman Testov")
    roll = Roll()
    roll.change([second, first], places=[2, 1])
    assert roll.people() == people([first, second], [])


def test_taking_back_the_last_claim_takes_the_person_out():
    roll = Roll()
    roll.change([claim(1, "d1", "Aman Testov"), claim(2, "d1", "Testov")])
    change = roll.change(gone=[claim(1, "d1", "Aman Testov")])
    assert [person.name for person in change.new] == ["Testov"]
    assert [person.name for person in change.gone] == ["Aman Testov"]
