"""Since when and as of when a number holds, and which numbers are published as such."""

import pytest

from tizim.reading import read, to_flat


def figures(text, date="2024-06-14"):
    """Count, since, as of and bound of the figures of a text."""
    found = to_flat(read(text, date=date, language="en"), "x")["figures"]
    return [(one["count"], one["since"], one["as_of"], one["bound"]) for one in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In 2022 courts jailed 41 activists.", (41, "2022", "2022", "exact")),
        ("This year courts have jailed 41 activists.", (41, "2024", "2024-06-14", "exact")),
        ("At least 41 activists have been jailed this year.", (41, "2024", "2024-06-14", "at_least")),
        ("In May police detained more than 41 activists.", (41, "2024-05", "2024-05", "more_than")),
        ("Since March 2020 police have detained 41 activists.", (41, "2020-03", "2024-06-14", "exact")),
        ("Between 21 and 30 May police detained 41 activists.", (41, "2024-05-21", "2024-05-30", "exact")),
        ("Last week police detained about 41 activists.", (41, "2024-06-03", "2024-06-09", "about")),
        ("Police detained 41 activists on 3 June.", (41, None, "2024-06-03", "exact")),
        ("As of 1 June, 41 activists are in prison.", (41, None, "2024-06-01", "exact")),
        ("There are 41 political prisoners in the country.", (41, None, "2024-06-14", "exact")),
        (
            "Since the beginning of the year police have detained 41 activists.",
            (41, "2024", "2024-06-14", "exact"),
        ),
        ("In the first four months of 2023 courts jailed 41 activists.", (41, "2023-01", "2023-04", "exact")),
        ("More than a hundred activists have been detained.", (100, None, "2024-06-14", "more_than")),
    ],
)
def test_a_number_has_the_time_for_which_it_holds(text, wanted):
    assert wanted in figures(text)


@pytest.mark.parametrize(
    "title", ["Political trials in May", "May in review", "Digest, 1 to 31 May", "May 2024: arrests"]
)
def test_a_number_without_a_time_has_that_of_its_report(title):
    ((_, since, as_of, _),) = figures(f"{title}\n\nCourts jailed 41 activists.")
    assert (since[:7], as_of[:7]) == ("2024-05", "2024-05")


def test_a_number_without_a_time_has_the_day_of_its_story():
    text = "On 3 June police came to the square. They detained 41 activists."
    assert figures(text) == [(41, None, "2024-06-03", "exact")]


@pytest.mark.parametrize(
    "text",
    [
        "Two brothers, Anton and Viktor Rudak, were detained.",
        "Two people were released: Anton Rudak and Vera Kniha.",
        "Anton Rudak and Vera Kniha were detained. Both were fined.",
        "Two other activists were detained.",
        "Two masked men beat Anton Rudak.",
        "Anton Rudak of School No. 12 was detained.",
        "08:50 Searches in the office of Anton Rudak.",
    ],
)
def test_those_of_whom_the_text_tells_are_no_published_number(text):
    assert figures(text) == []


def test_the_number_of_a_title_is_not_counted_twice():
    assert len(figures("Police hold 20 after march\n\nPolice detained 20 people on Monday.")) == 1
