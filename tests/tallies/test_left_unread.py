"""What is left aside because it cannot count changes no answer."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.tallies.doubting import DAY, ORIGINS, chronicle_of, definitions, doubts
from tests.tallies.test_readings import quick

from tizim.ledger import Head
from tizim.tallies import tally
from tizim.tallies.fitting import _fit, fits
from tizim.tallies.knot import Knot
from tizim.timelines.archive import Packed, packed, unpacked
from tizim.timelines.chronicle import FoldedLives


def shown(found):
    """All that a list and a count tell."""
    members = [(one.person_id, one.name, one.fit, one.sure) for one in found.members]
    return found.at_least, found.at_most, found.parts, members, found.because


def chronicle_with_claims(doubt, claims):
    """A chronicle of the group in which each person has claims."""
    told = chronicle_of(doubt, claims)
    lives = [
        replace(one, person=replace(one.person, claim_ids=tuple(claim.id for claim in claims[name])))
        for name, one in told.lives.items()
    ]
    return replace(told, lives=FoldedLives(lives))


@settings(deadline=None)
@given(doubts(), definitions())
def test_lives_kept_and_read_in_part_count_as_those_just_folded(group, of):
    folded = chronicle_with_claims(*group)
    kept = unpacked(packed(Packed(folded, ORIGINS, Head()))).told
    assert dict(kept.lives) == dict(folded.lives)
    assert shown(tally(of, kept, as_of=DAY)) == shown(tally(of, folded, as_of=DAY))


@settings(deadline=None)
@given(doubts(), definitions())
def test_a_class_of_states_of_which_nothing_is_told_fits_as_if_it_were_asked(group, of):
    for life in chronicle_of(*group).lives.values():
        asked = tuple(_fit(life.timeline, one, of, DAY) for one in of.classes)
        assert fits(life.timeline, of, DAY) == asked


@settings(deadline=None)
@given(doubts(), definitions())
def test_a_group_of_whom_no_such_state_is_told_counts_as_if_it_were_tried(group, of):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Knot, "is_about", lambda *_: True)
        tried = quick(*group, of)
    assert quick(*group, of) == tried
