"""Published numbers in Russian: what they count, since when and as of when; every text in here is invented."""

import pytest

from tizim.reading import read

FIGURES = [
    ("По данным правозащитников, в Казахстане 25 политзаключённых.", (25, "exact", None, "2025-03-14")),
    ("Всего за решёткой остаются почти 1300 политзаключённых.", (1300, "about", None, "2025-03-14")),
    ("По состоянию на 1 марта в списке 31 человек.", (31, "exact", None, "2025-03-01")),
    ("С начала года задержаны не менее 312 человек.", (312, "at_least", "2025", "2025-03-14")),
    ("В феврале правозащитники зафиксировали 34 нарушения.", (34, "exact", "2025-02", "2025-02")),
    ("Осуждено более тысячи человек.", (1000, "more_than", None, "2025-03-14")),
    ("С начала года осуждено минимум 312.", (312, "at_least", "2025", "2025-03-14")),
]


@pytest.mark.parametrize(("text", "wanted"), FIGURES)
def test_a_number_says_its_bound_and_its_days(text, wanted):
    (figure,) = read(text, date="2025-03-14", language="ru").figures
    assert (figure.count, figure.bound, figure.since, figure.as_of) == wanted


def test_a_number_behind_a_dash_counts_what_was_told_before():
    text = "В Томске полиция задержала 34 человека, в Барнауле — 26."
    assert [one.count for one in read(text, date="2025-03-14", language="ru").figures] == [34, 26]


@pytest.mark.parametrize(
    "text", ["Суд рассмотрит жалобу за 15 рабочих дней.", "Антон Белов умер в тюрьме, ему было 58."]
)
def test_days_and_ages_are_no_figures(text):
    assert not read(text, date="2025-03-14", language="ru").figures
