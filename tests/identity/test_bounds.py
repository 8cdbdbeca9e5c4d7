"""Bounds against brute force."""

import time
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tizim.identity import Bounds, Doubt, People, Person, ever_bounds


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


@given(st.integers(21, 26), st.data())
def test_beyond_the_exact_size_the_lower_bound_is_never_too_high(count, data):
    pairs = {(number, number + 1) for number in range(count - 1)}
    pairs |= data.draw(st.sets(st.tuples(st.just(0), st.integers(2, count - 1)), max_size=6))
    bounds = ever_bounds(register(count, pairs), {f"p{number:05}" for number in range(count)})
    assert 1 <= bounds.at_least <= -(-count // 2)
    assert bounds.at_most == count


def test_persons_outside_of_every_doubt_count_one_each():
    assert ever_bounds(register(3, set()), {"p00000", "p00002"}) == Bounds(2, 2)
    assert ever_bounds(register(3, {(0, 1)}), {"p00000", "p00001", "p00002"}) == Bounds(
        2, 3, ("p00000", "p00001")
    )
    assert ever_bounds(register(3, {(0, 1)}), {"p00000", "p99999"}) == Bounds(1, 1)


def test_a_doubt_with_ten_thousand_persons_is_bounded_quickly():
    begun = time.process_time()
    known = register(10_001, {(0, number) for number in range(1, 10_001)})
    assert ever_bounds(known, {person.id for person in known.persons}).at_least == 10_000
    assert time.process_time() - begun < 3
