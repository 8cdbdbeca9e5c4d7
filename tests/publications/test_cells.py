"""Tables in which nobody can be found: every way to subtract published numbers is tried."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tizim.publications.cells import HUSHED, Row, cell_of, cells

LEAST = 3
VALUES = st.tuples(st.sampled_from("AB"), st.sampled_from("fm"), st.sampled_from("12"))
PEOPLE = st.lists(VALUES, max_size=9)


def regions(kept):
    """For each block the kinds of people that are counted in it."""
    every = list(product("AB", "fm", "12"))
    return {block: frozenset(one for one in every if cell_of(one, kept) == block) for block in kept}


def test_large_cells_are_exact_and_small_ones_hushed_together():
    rows = [Row(("A", "f"))] * 4 + [Row(("A", "m"))] * 2 + [Row(("B", "f"))] * 3
    found = cells(rows, least=LEAST).all
    assert found == {("A", HUSHED): 6, ("B", "f"): 3}


def test_one_small_cell_takes_another_with_it():
    rows = [Row(("A", "f"))] * 5 + [Row(("A", "m"))] * 4 + [Row(("A", "x"))]
    assert cells(rows, least=LEAST).all == {("A", "f"): 5, ("A", HUSHED): 5}


def test_people_published_by_name_are_exact_and_hide_nobody():
    rows = [Row(("A", "f"), True)] * 5 + [Row(("A", "f"))]
    assert cells(rows, least=LEAST).all == {("A", "f"): 5}


def test_too_few_are_told_of_not_at_all():
    assert cells([Row(("A", "f"))] * 2, least=LEAST).all == {}


def test_a_difference_to_the_edition_before_gives_nobody_back():
    first = cells([Row(("A", "f"))] * 4 + [Row(("A", "m"))] * 4, least=LEAST)
    second = cells([Row(("A", "f"))] * 5 + [Row(("A", "m"))] * 6, least=LEAST, earlier=first)
    assert second.all == {("A", HUSHED): 11}
    third = cells([Row(("A", "f"))] * 5 + [Row(("A", "m"))] * 4, least=LEAST, earlier=first)
    assert third.all == {}


def unions(kept):
    """Every set of blocks: the kinds of people in them, and how many people they are."""
    told = regions(kept)
    for size in range(1, len(kept) + 1):
        for some in combinations(kept, size):
            yield frozenset().union(*(told[one] for one in some)), sum(kept[one] for one in some)


@given(PEOPLE)
@settings(max_examples=300, deadline=None)
def test_every_block_is_large_and_nobody_is_counted_twice(people):
    kept = cells([Row(one) for one in people], least=LEAST).kept
    assert all(many >= LEAST for many in kept.values())
    assert sum(kept.values()) == (len(people) if len(people) >= LEAST else 0)


@given(PEOPLE, st.integers(0, 9), PEOPLE)
@settings(max_examples=300, deadline=None)
def test_no_subtraction_among_two_editions_leaves_fewer_than_the_least_count(before, left, joined):
    """All sums of one edition are set beside all sums of the next that hold the same kinds of people."""
    earlier = cells([Row(told) for told in before], least=LEAST)
    later = cells([Row(told) for told in (*before[left:], *joined)], least=LEAST, earlier=earlier)
    first, second = dict(unions(earlier.kept)), dict(unions(later.kept))
    same = [kinds for kinds in first if kinds and kinds in second]
    for kinds in same:
        if not any(other < kinds for other in same):
            assert not 0 < abs(second[kinds] - first[kinds]) < LEAST


@pytest.mark.parametrize("least", [1, 2, 5])
def test_the_least_count_is_what_is_asked_for(least):
    rows = [Row((place,)) for place in "AAABBCCCCCC"]
    assert all(many >= least for many in cells(rows, least=least).kept.values())
