"""Groups in doubt: nothing is folded until asked, and what is kept tells the same."""

from dataclasses import replace

import orjson
from hypothesis import given, settings
from tests.tallies.doubting import ORIGINS, doubts

from tizim.timelines import InDoubt, group_in_doubt, timeline
from tizim.vocab import table

STATES = frozenset(["pretrial_detention", "imprisonment", "house_arrest"])


def told(episodes, states):
    """What the episodes say of the states, without what is not kept."""
    return [replace(one, place=None, outcome=None) for one in episodes if one.state in states]


@settings(deadline=None, max_examples=50)
@given(doubts())
def test_a_group_that_was_kept_tells_the_same(group):
    made = group_in_doubt(*group, ORIGINS)
    kept = InDoubt.of_row(orjson.loads(orjson.dumps(made.row)))
    assert kept == made
    everybody = (1 << len(made.person_ids)) - 1
    assert kept.merged(everybody, STATES) == made.merged(everybody, STATES)
    assert kept.near() == made.near()


@settings(deadline=None, max_examples=50)
@given(doubts())
def test_persons_taken_as_one_have_the_episodes_of_all_their_claims(group):
    doubt, claims = group
    made = group_in_doubt(doubt, claims, ORIGINS)
    whole = timeline([claim for one in doubt.person_ids for claim in claims[one]], ORIGINS)
    everybody = (1 << len(doubt.person_ids)) - 1
    for states in (STATES, *(frozenset([code]) for code in table("states").codes)):
        assert told(made.merged(everybody, states), states) == told(whole.episodes, states)


@settings(deadline=None, max_examples=50)
@given(doubts())
def test_whoever_has_no_claim_that_bears_on_the_states_changes_nothing_about_them(group):
    made = group_in_doubt(*group, ORIGINS)
    for states in (STATES, frozenset(["banned_from_activity"])):
        bearing = made.bearing(states)
        everybody = (1 << len(made.person_ids)) - 1
        assert told(made.merged(bearing, states), states) == told(made.merged(everybody, states), states)
