"""Average linkage over bits: who joins whom, in which order, and that one bad pair does not chain."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tizim.identity.identify_linkage import Evidence, average_linkage


def test_one_good_pair_does_not_chain_two_clusters():
    pairs = {pair: Evidence(1, 5.0) for pair in [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)]}
    assert average_linkage(6, {**pairs, (2, 3): Evidence(1, 4.0)}) == [0, 0, 0, 3, 3, 3]


def test_one_pair_that_has_an_age_parts_clusters_whose_names_are_all_equal():
    pairs = {pair: Evidence(1, 5.0, True, (0.0,), (0,)) for pair in combinations(range(4), 2)}
    pairs[0, 1] = pairs[2, 3] = Evidence(1, 5.0, True, (4.0,), (1,))
    pairs[0, 2] = Evidence(1, 5.0, True, (-7.0,), (1,))
    assert average_linkage(4, pairs) == [0, 0, 2, 2]


def test_spellings_of_which_none_is_close_are_not_one_person_s_where_there_are_many():
    near = {pair: Evidence(1, 5.0) for pair in [*combinations(range(4), 2), *combinations(range(4, 8), 2)]}
    across = {(one, other): Evidence(1, 1.5, close=False) for one in range(4) for other in range(4, 8)}
    assert average_linkage(8, near | across) == [0] * 4 + [4] * 4
    assert average_linkage(2, {(0, 1): Evidence(1, 1.5, close=False)}) == [0, 0]


def test_nothing_is_joined_where_nothing_speaks_for_it():
    assert average_linkage(3, {(0, 1): Evidence(1, 0.0), (1, 2): Evidence(1, -3.0)}) == [0, 1, 2]
    assert average_linkage(0, {}) == []


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.builds(
        lambda bits, told: Evidence(1, bits, bits > 1, (told,), (1,)), st.floats(-9, 6), st.floats(-5, 5)
    ),
    max_size=20,
)


@given(PAIRS)
def test_a_cluster_is_named_by_its_smallest_member_and_the_order_of_pairs_never_matters(pairs):
    joined = average_linkage(8, pairs)
    assert all(cluster <= number and joined[cluster] == cluster for number, cluster in enumerate(joined))
    assert average_linkage(8, dict(reversed(pairs.items()))) == joined
