"""Lengths between two days, days that no calendar has, those who are left, terms above the maximum."""

import sys

import pytest

from tizim.audits import Draft, audit
from tizim.audits.checks import terms

PAIRS = [
    ("no_such_day", "The court will sit on 31 September 2021.", "The court will sit on 30 September 2021."),
    ("no_such_day", "Суд отложен до 31 июня.", "Суд отложен до 30 июня."),
    ("duration_dates", "She was arrested on 4 October 2022 and released on 9 October 2022, after twelve days.", "She was arrested on 4 October 2022 and released on 9 October 2022, after five days."),
    ("duration_dates", "The court sat on 19 March 2022. It ordered detention for two months, until 17 June 2022.", "The court sat on 19 March 2022. It ordered detention for two months, until 19 May 2022."),
    ("duration_dates", "Его держали 48 часов: задержали 8 января 2022 года и отпустили 12 января.", "Его держали 48 часов: задержали 8 января 2022 года и отпустили 10 января."),
    ("others_count", "Police took 17 people. By the evening 14 people had been released; the remaining four stayed.", "Police took 17 people. By the evening 14 people had been released; the remaining three stayed."),
    ("sum", "It tells of 26 workers, of whom 15 are held and 12 are sought.", "It tells of 26 workers, of whom 15 are held and 11 are sought."),
    ("before_founding", "The group was founded in 2017. Its first list was published in 2015.", "The group was founded in 2017. Its first list was published in 2018."),
    ("maximum_exceeded", "По этой статье получил он четыре года; максимальный срок — три года.", "По этой статье получил он два года; максимальный срок — три года."),
    ("missing_list", "The letter.\n\nWe call on the court:", "The letter.\n\nWe call on the court to listen."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "wrong", "right"), PAIRS)
def test_an_error_is_found_and_the_same_sentence_without_it_is_left_alone(kind, wrong, right):
    assert kind in [one.kind for one in audit(wrong)]
    assert kind not in [one.kind for one in audit(right)]


def test_parts_of_many_paragraphs_cost_no_more_each_than_those_of_few():
    paragraph = "On 5 May 26 workers were detained, of whom 15 are held and 12 are sought.\n\n"

    def looks(times):
        draft, calls = Draft(paragraph * times), 0

        def count(frame, event, arg):
            nonlocal calls
            calls += event == "call"

        assert draft.counts
        assert draft.lengths == ()
        sys.setprofile(count)
        try:
            found = list(terms.parts_over(draft))
        finally:
            sys.setprofile(None)
        assert len(found) == times
        return calls

    assert looks(80) < 2.5 * looks(40)
