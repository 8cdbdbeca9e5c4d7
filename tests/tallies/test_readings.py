"""Groups in doubt: the quick bounds against every reading tried."""

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tallies.doubting import DAY, PACE, Slowly, chronicle_of, decisions, definitions, doubts

from tizim.claims import Claim
from tizim.identity import Doubt
from tizim.tallies import Class, Definition, trying
from tizim.tallies.fitting import fits
from tizim.tallies.readings import Bounds, doubted


def quick(doubt, claims, of):
    """The bounds of each class and of all, as counted."""
    told = chronicle_of(doubt, claims)
    states = {state for one in of.classes for state in one.states}
    acts = {act for one in of.classes for act in one.acts}
    touching = told.lives.touching(states, acts, DAY)
    seen = [(life, fits(life.timeline, of, DAY, life.person.mention_ids)) for life in touching]
    found = doubted(told, of, DAY, seen)
    codes = [None, *(one.code for one in of.classes)]
    return {code: sum((one.bounds(code) for one in found), Bounds(0, 0)) for code in codes}


def untried(patch):
    """No reading is tried, however few there are."""
    patch.setattr(trying, "ALWAYS_TRIED", 0)
    patch.setattr(trying, "MOST_BLOCKS", 0)


@settings(deadline=None)
@given(doubts(), definitions())
def test_bounds_of_small_groups_are_those_of_every_reading_tried(group, of):
    slow = Slowly(*group, of)
    assert quick(*group, of) == {code: slow.bounds(code) for code in quick(*group, of)}


@settings(deadline=None)
@given(doubts(), definitions())
def test_where_no_reading_is_tried_the_bounds_still_hold(group, of):
    slow = Slowly(*group, of)
    with pytest.MonkeyPatch.context() as patch:
        untried(patch)
        found = quick(*group, of)
    for code, bounds in found.items():
        exact = slow.bounds(code)
        assert bounds.at_least <= exact.at_least, code
        assert bounds.at_most >= exact.at_most, code
    assert sum(one.at_least for code, one in found.items() if code) <= found[None].at_least


@settings(deadline=None, max_examples=60)
@given(doubts(), definitions(), st.booleans())
def test_acts_against_persons_who_may_be_one_may_be_one_act(group, of, cheap):
    of = replace(of, counting_unit="act")
    slow = Slowly(*group, of)
    with pytest.MonkeyPatch.context() as patch:
        if not cheap:
            untried(patch)
        for code, bounds in quick(*group, of).items():
            exact = slow.acts(code)
            assert bounds == exact or not cheap
            assert bounds.at_least <= exact.at_least and bounds.at_most >= exact.at_most


def claim(person, act, day, **fields):
    return Claim(
        id=f"c-{person}-{act}-{day}",
        passage_id="s",
        document_id="d-1",
        person=person,
        act=act,
        date=day,
        **fields,
    )


def held(number):
    """Somebody held since the spring."""
    return claim(f"p{number:03}", "pretrial_detention", "2020-04-01")


def group_of(claims, crowds, different=()):
    ids = tuple(sorted(claims))
    return Doubt(ids, ("unsure",), frozenset(different), tuple(tuple(one) for one in crowds)), claims


PRETRIAL = Definition("test", 1, {}, (Class(code="k", states=frozenset(["pretrial_detention"])),))


def test_a_release_of_a_short_name_that_thirty_people_bear_takes_one_of_them_away():
    claims = {f"p{n:03}": [held(n)] for n in range(1, 31)}
    claims["p000"] = [claim("p000", "release", "2020-05-01")]
    star = group_of(claims, [("p000", one) for one in claims if one != "p000"])
    assert quick(*star, PRETRIAL)[None] == Bounds(29, 30)


def test_of_thirty_persons_who_may_all_be_one_and_are_held_at_least_one_is():
    claims = {f"p{n:03}": [held(n)] for n in range(30)}
    assert quick(*group_of(claims, [claims]), PRETRIAL)[None] == Bounds(1, 30)
    claims["p000"] = [claim("p000", "release", "2020-05-01")]
    assert quick(*group_of(claims, [claims]), PRETRIAL)[None] == Bounds(0, 29)


def test_an_earlier_release_takes_nobody_away():
    claims = {f"p{n:03}": [held(n)] for n in range(30)}
    claims["p000"] = [claim("p000", "release", "2020-03-01")]
    assert quick(*group_of(claims, [claims]), PRETRIAL)[None] == Bounds(1, 29)


def test_two_of_a_crowd_judged_different_are_two_at_least():
    claims = {f"p{n:03}": [held(n)] for n in range(30)}
    apart = group_of(claims, [claims], [("p003", "p017")])
    assert quick(*apart, PRETRIAL)[None] == Bounds(2, 30)


def test_a_chain_of_twenty_is_counted_exactly():
    claims = {f"p{n:03}": [held(n)] for n in range(20)}
    for n in range(1, 20, 3):
        claims[f"p{n:03}"] = [claim(f"p{n:03}", "release", "2020-05-01")]
    chain = group_of(claims, pairwise(sorted(claims)))
    assert quick(*chain, PRETRIAL)[None] == Bounds(3, 13)


@pytest.mark.parametrize("shape", ["crowd", "star", "chain"])
def test_a_group_of_five_hundred_is_bounded_quickly(shape):
    claims = {
        f"p{n:03}": [held(n) if n % 3 else claim(f"p{n:03}", "release", "2020-05-01")] for n in range(500)
    }
    ids = sorted(claims)
    crowds = {"crowd": [ids], "star": [(ids[0], one) for one in ids[1:]], "chain": list(pairwise(ids))}[shape]
    begun = time.process_time()
    bounds = quick(*group_of(claims, crowds), PRETRIAL)[None]
    assert time.process_time() - begun < 3
    assert bounds == {"crowd": Bounds(0, 333), "star": Bounds(332, 333), "chain": Bounds(0, 333)}[shape]


@settings(deadline=None, max_examples=150)
@given(doubts(), definitions(), decisions())
def test_where_people_decided_bounds_are_those_of_every_reading_tried(group, of, written):
    of = replace(of, wish=PACE).bound_to(written)
    slow = Slowly(*group, of)
    assert quick(*group, of) == {code: slow.bounds(code) for code in quick(*group, of)}


@settings(deadline=None, max_examples=150)
@given(doubts(), definitions(), decisions())
def test_where_people_decided_and_no_reading_is_tried_the_bounds_still_hold(group, of, written):
    of = replace(of, wish=PACE).bound_to(written)
    slow = Slowly(*group, of)
    with pytest.MonkeyPatch.context() as patch:
        untried(patch)
        found = quick(*group, of)
    for code, bounds in found.items():
        exact = slow.bounds(code)
        assert bounds.at_least <= exact.at_least and bounds.at_most >= exact.at_most, code
