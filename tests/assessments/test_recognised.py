from datetime import date

import pytest

from tests.assessments.made import word
from tizim.assessments import AssessmentError, recognition, recognitions

DAY = date(2022, 6, 30)
MINE = frozenset({"m-1"})


def test_the_last_word_of_each_group_up_to_the_day():
    said = [
        word("First", "recognised", "2021-03-01"), word("First", "withdrawn", "2022-01-10"),
        word("Second", "declined", "2021"), word("Third", "recognised", "2022-09"),
    ]  # fmt: skip
    found = recognitions(reversed(said), MINE, as_of=DAY)
    assert {group: one.stance for group, one in found.items()} == {"First": "withdrawn", "Second": "declined"}


def test_a_word_that_may_be_later_than_the_day_is_left_out_and_an_undated_one_is_the_earliest():
    said = [word("First", "recognised"), word("First", "withdrawn", "2022")]
    assert recognitions(said, MINE, as_of=DAY)["First"].stance == "recognised"
    assert recognitions(said, MINE, as_of=date(2022, 12, 31))["First"].stance == "withdrawn"


def test_words_on_others_are_left_aside():
    assert recognitions([word("First", "recognised", mention_id="m-9")], MINE, as_of=DAY) == {}


def test_a_word_gets_an_id_from_what_it_says():
    one, other = (
        recognition(word("First", "recognised", "2021")),
        recognition(word("First", "declined", "2021")),
    )
    assert one.id != other.id
    assert one == recognition(one)


@pytest.mark.parametrize(
    "wrong", [word("First", "liked"), word(" ", "recognised"), word("First", "recognised", "31.12.2021")]
)
def test_a_wrong_word_is_refused(wrong):
    with pytest.raises(AssessmentError):
        recognition(wrong)
