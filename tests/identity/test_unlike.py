"""Equal names in contexts that cannot be one person's stay apart and in doubt, in whatever order they come."""

from dataclasses import replace
from itertools import permutations

import pytest

from tizim.identity import people


def of(told, *contexts):
    """One claim about a person of one name in each document, with these ages on one day, or sexes."""
    claims = told(**{f"d{at}": ["Aman Testov"] for at in range(len(contexts))})
    return [
        replace(claim, date="2020-06-01", **({"age": said} if isinstance(said, int) else {"sex": said}))
        for claim, said in zip(claims, contexts, strict=True)
    ]


@pytest.mark.parametrize(
    ("contexts", "expected"),
    [
        ((30, 60), [(0,), (1,)]),
        ((30, 33), [(0, 1)]),
        ((30, 34), [(0,), (1,)]),
        (("male", "female"), [(0,), (1,)]),
        (("male", "male"), [(0, 1)]),
        ((30, None), [(0, 1)]),
        ((30, "male", None), [(0, 1, 2)]),
        ((30, 60, None, None), [(0,), (1,), (2, 3)]),
        ((30, 31, 60), [(0, 1), (2,)]),
        ((30, 33, 36), [(0,), (1,), (2,)]),
    ],
)
def test_those_who_cannot_be_one_are_not_joined(told, groups, contexts, expected):
    for order in permutations(of(told, *contexts)):
        known = people(order, [])
        assert groups(known) == {frozenset(map(str, group)) for group in expected}
        if len(expected) > 1:
            (doubt,) = known.doubts
            assert "unlike_context" in doubt.why
            assert len(doubt.person_ids) == len(expected)


def test_a_judgement_overrides_the_context(told, judged):
    claims = of(told, 30, 60)
    known = people(claims, [judged("d0 Aman Testov", "same", "d1 Aman Testov")])
    assert (len(known.persons), known.doubts) == (1, ())
    known = people(claims, [judged("d0 Aman Testov", "different", "d1 Aman Testov")])
    assert (len(known.persons), known.doubts) == (2, ())


def test_an_age_without_a_day_says_nothing(told, groups):
    claims = [replace(claim, date=None) for claim in of(told, 30, 60)]
    assert groups(people(claims, [])) == {frozenset("01")}
