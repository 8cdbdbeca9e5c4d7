"""Groups in doubt: the quick bounds against every reading tried."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tallies.doubting import DAY, Slowly, chronicle_of, definitions, doubts

from tizim.tallies import trying
from tizim.tallies.fitting import fits
from tizim.tallies.readings import Bounds, doubted


def quick(doubt, claims, of):
    """The bounds of each class and of all, as counted."""
    told = chronicle_of(doubt, claims)
    states = {state for one in of.classes for state in one.states}
    acts = {act for one in of.classes for act in one.acts}
    seen = [(life, fits(life.timeline, of, DAY)) for life in told.lives.touching(states, acts, DAY)]
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


@settings(deadline=None)
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
