"""What is told to be far without comparing whole names would never have been asked about."""

import random

import pytest
from bench.bearers import LANGUAGES
from bench.writings import mentions_in
from hypothesis import given, settings
from hypothesis import strategies as st

from tizim.identity import compare_score
from tizim.identity.alike import MARK
from tizim.identity.distance import apart, may_be_within
from tizim.identity.far import surely_far
from tizim.identity.spoken import spoken


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_that_is_alike_is_told_to_be_far(language):
    dice = random.Random(language)
    names = sorted({name for name, _, _ in mentions_in(language, 12, 7)})
    for one in dice.sample(names, min(40, len(names))):
        for other in names:
            assert not surely_far(one, other) or compare_score(one, other) < MARK, (one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Aidos Zhelkenov", "Madina Qurmparova"), ("Айдос Желкенов", "Aidos Tebtaqbek")],
)
def test_names_with_nothing_in_common_are_seldom_compared(one, other):
    assert surely_far(one, other) or one.isascii() != other.isascii()


WORDS = st.text("aeiouykgshzjtdbpvfmnrlwcxq", min_size=1, max_size=12)


@settings(max_examples=400)
@given(WORDS, WORDS, st.floats(0, 0.55))
def test_words_that_cannot_be_so_near_are_not(one, other, most):
    left, right = spoken(one), spoken(other)
    assert may_be_within(left, right, most) or apart(left, right).distance > most - 1e-9
    assert may_be_within(left, right, most) == may_be_within(left, right, most)
