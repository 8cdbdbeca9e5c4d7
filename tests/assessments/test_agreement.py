import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.assessments import agreement

SAYS = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(("recognised", "declined")))


def said(text):
    return {f"p{place}": code for place, code in enumerate(text)}


def test_kappa_of_a_table_worked_by_hand():
    """20 both yes, 5 and 10 differ, 15 both no: observed 0.70, by chance 0.50, kappa 0.40."""
    left, right = said("y" * 25 + "n" * 25), said("y" * 20 + "n" * 5 + "y" * 10 + "n" * 15)
    found = agreement(left, right)
    assert (found.both, found.same, len(found.differing)) == (50, 35, 15)
    assert found.kappa == pytest.approx(0.40)


def test_only_people_on_whom_both_have_a_word_count():
    found = agreement({"p1": "y", "p2": "n"}, {"p2": "y", "p3": "n"})
    assert (found.both, found.same, found.differing) == (1, 0, ("p2",))


def test_where_kappa_means_nothing_none_is_given():
    assert agreement({}, {}).kappa is None
    assert agreement({"p1": "y"}, {"p1": "y"}).kappa is None


@given(SAYS, SAYS)
def test_agreement_is_the_same_from_either_side_and_never_over_one(left, right):
    one, other = agreement(left, right), agreement(right, left)
    assert one.same == other.same
    assert one.kappa == other.kappa or one.kappa == pytest.approx(other.kappa)
    if one.kappa is not None:
        assert -1 <= one.kappa <= 1
        assert (one.kappa == pytest.approx(1)) == (one.same == one.both)
