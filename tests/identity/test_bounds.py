"""Bounds against brute force."""

import time
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tizim.identity import Bounds, Doubt, People, Person, coarsest, ever_bounds, finest


def register(count: int, pairs: set[tuple[int, int]]) -> People:
    """Persons p00, p01, … of whom these pairs are in doubt."""
    ids = [f"p{number:05}" for number in range(count)]
    crowds = tuple((ids[min(pair)], ids[max(pair)]) for pair in sorted(pairs))
    doubt = Doubt(person_ids=tuple(ids), why=("unsure",), different=frozenset(), crowds=crowds)
    persons = tuple(Person(one, "Aman Testov", ("Aman Testov",), (f"m{one}",), ()) for one in ids)
    return People(persons, (doubt,) if pairs else (), ())


def most_apart(chosen: list[int], pairs: set[tuple[int, int]]) -> int:
    return max(
        size
        for size in range(len(chosen) + 1)
        for group in combinations(chosen, size)
        if not any(pair in pairs for pair in combinations(group, 2))
    )


def fewest(chosen: list[int], pairs: set[tuple[int, int]]) -> int:
    """The fewest people that the chosen can be, if only those in doubt with each other may be one."""
    least = len(chosen)

    def place(ahead: list[int], groups: list[list[int]]) -> None:
        nonlocal least
        if len(groups) >= least:
            return
        if not ahead:
            least = len(groups)
            return
        one, *rest = ahead
        for number, group in enumerate(groups):
            if all((min(one, other), max(one, other)) in pairs for other in group):
                place(rest, [*groups[:number], [*group, one], *groups[number + 1 :]])
        place(rest, [*groups, [one]])

    place(chosen, [])
    return least


EDGES = st.sets(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] < pair[1]), max_size=16
)


@given(EDGES, st.sets(st.integers(0, 8)))
def test_at_least_is_the_most_that_are_surely_different_and_never_above_the_fewest_possible(pairs, chosen):
    bounds = ever_bounds(register(9, pairs), {f"p{number:05}" for number in chosen})
    ordered = sorted(chosen)
    assert bounds.at_least == most_apart(ordered, pairs)
    assert bounds.at_least <= fewest(ordered, pairs) <= bounds.at_most == len(chosen)


def apart(proof: tuple[str, ...], pairs: set[tuple[int, int]]) -> bool:
    """Whether no two of them are in doubt with each other."""
    numbers = [int(one[1:]) for one in proof]
    return not any((min(pair), max(pair)) in pairs for pair in combinations(numbers, 2))


@given(EDGES, st.sets(st.integers(0, 8)))
def test_the_proof_is_of_doubtful_persons_any_two_of_whom_are_surely_different(pairs, chosen):
    bounds = ever_bounds(register(9, pairs), {f"p{number:05}" for number in chosen})
    assert apart(bounds.proof, pairs)
    assert set(bounds.proof) <= set(bounds.doubtful) <= {f"p{number:05}" for number in chosen}
    assert bounds.at_least == len(chosen) - len(bounds.doubtful) + len(bounds.proof)


@given(EDGES)
def test_the_finest_and_the_coarsest_partition_hold_everybody_once(pairs):
    known = register(9, pairs)
    everybody = [person.id for person in known.persons]
    assert finest(known) == tuple((one,) for one in everybody)
    blocks = coarsest(known)
    assert sorted(one for block in blocks for one in block) == everybody
    numbers = [[int(one[1:]) for one in block] for block in blocks]
    assert all(pair in pairs for block in numbers for pair in combinations(sorted(block), 2))
    for one, other in combinations(numbers, 2):
        assert not all((min(a, b), max(a, b)) in pairs for a in one for b in other)


def test_the_coarsest_partition_of_a_crowd_and_of_a_star_is_as_few_people_as_possible():
    crowd = {(one, other) for one, other in combinations(range(30), 2)}
    assert len(coarsest(register(30, crowd))) == 1
    assert len(coarsest(register(30, {(0, other) for other in range(1, 30)}))) == 29
    assert len(coarsest(register(31, {(one, one + 1) for one in range(30)}))) == 16


@given(st.integers(21, 60), st.data())
def test_trees_and_crowds_of_any_size_are_proven_as_far_as_they_can_be(count, data):
    tree = {(data.draw(st.integers(0, other - 1)), other) for other in range(1, count)}
    assert ever_bounds(register(count, tree), {f"p{n:05}" for n in range(count)}).at_least == _tree(
        tree, count
    )


def _tree(pairs: set[tuple[int, int]], count: int) -> int:
    """The most that are apart in a tree whose every member but the first hangs on an earlier one."""
    with_it, without = [1] * count, [0] * count
    for above, one in sorted(pairs, key=lambda pair: -pair[1]):
        with_it[above] += without[one]
        without[above] += max(with_it[one], without[one])
    return max(with_it[0], without[0])


@given(st.integers(21, 26), st.data())
def test_beyond_the_exact_size_the_lower_bound_is_never_too_high(count, data):
    pairs = {(number, number + 1) for number in range(count - 1)}
    pairs |= data.draw(st.sets(st.tuples(st.just(0), st.integers(2, count - 1)), max_size=6))
    bounds = ever_bounds(register(count, pairs), {f"p{number:05}" for number in range(count)})
    assert 1 <= bounds.at_least <= -(-count // 2)
    assert apart(bounds.proof, pairs)
    assert bounds.at_most == count


def test_persons_outside_of_every_doubt_count_one_each():
    assert ever_bounds(register(3, set()), {"p00000", "p00002"}) == Bounds(2, 2)
    assert ever_bounds(register(3, {(0, 1)}), {"p00000", "p00001", "p00002"}) == Bounds(
        2, 3, doubtful=("p00000", "p00001"), proof=("p00000",)
    )
    assert ever_bounds(register(3, {(0, 1)}), {"p00000", "p99999"}) == Bounds(1, 1)


def test_a_doubt_with_ten_thousand_persons_is_bounded_quickly():
    begun = time.process_time()
    known = register(10_001, {(0, number) for number in range(1, 10_001)})
    assert ever_bounds(known, {person.id for person in known.persons}).at_least == 10_000
    assert time.process_time() - begun < 3


def test_a_crowd_of_fifty_thousand_persons_is_bounded_quickly():
    begun = time.process_time()
    ids = tuple(f"p{number:05}" for number in range(50_000))
    doubt = Doubt(ids, ("sounds_alike",), frozenset({(ids[0], ids[1])}), (ids,))
    persons = tuple(Person(one, "Aman Testov", ("Aman Testov",), (f"m{one}",), ()) for one in ids)
    assert ever_bounds(People(persons, (doubt,), ()), ids).at_least == 2
    assert time.process_time() - begun < 5
