"""Numbers that a text publishes."""

import pytest


@pytest.mark.parametrize(
    ("text", "count", "bound"),
    [
        ("At least 58 people have been convicted since 2018.", 58, "at_least"),
        ("There are 1,334 political prisoners in the country.", 1334, "exact"),
        ("More than 150 fines were handed down in 2020.", 150, "more_than"),
        ("Nine protesters were detained on Monday.", 9, "exact"),
        ("Several hundred people have faced prosecution.", 300, "at_least"),
        ("About 40 criminal cases were opened.", 40, "about"),
    ],
)
def test_counts_with_their_bounds(reading, text, count, bound):
    (figure,) = reading(text).figures
    assert (figure.count, figure.bound) == (count, bound)
    assert figure.quote == text[figure.start : figure.end]


@pytest.mark.parametrize(
    "text",
    [
        "He was sentenced to 12 years in prison.",
        "He was fined 150 euros.",
        "The remaining nine were detained.",
        "The court met in 14 cities.",
        "He was detained on 11 May 2020 under Article 405.",
        "Two sham trials",
    ],
)
def test_other_numbers_are_no_figures(reading, text):
    assert reading(text).figures == ()


def test_since_and_as_of(reading):
    (figure,) = reading("Since March 2018 at least 58 people have been convicted.").figures
    assert (figure.since, figure.as_of) == ("2018-03", "2021-06-14")


def test_a_published_count_is_no_event(reading):
    (claim,) = reading("Since March 2018 at least 58 people have been convicted.").claims
    assert claim.level == "figure"
