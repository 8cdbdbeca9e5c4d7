"""The relations between the figures of a text, judged."""

import pytest

from tizim.audits import Draft, figures, relations


def judged(text: str) -> set[tuple[str, str]]:
    return {(one.kind, one.verdict) for one in relations(Draft(text))}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The court heard 12 witnesses: 8 for the prosecution and 4 for the defence.", ("sum", "holds")),
        ("The court heard 12 witnesses: 7 for the prosecution and 4 for the defence.", ("sum", "fails")),
        ("В Семее задержали 18 человек: 9 мужчин, 6 женщин и 2 подростков.", ("sum", "fails")),
        ("Семейде 18 адам ұсталды: 9 ер адам, 7 әйел және 2 жасөспірім.", ("sum", "holds")),
        ("At least 40 people were fined and more than 20 arrested; thus, at least 60 people suffered.", ("bounds", "fails")),
        ("At least 40 people were fined and more than 20 arrested; thus, at least 60 people suffered.", ("overlap", "open")),
        ("Police detained 48 people. Of them, 52 were fined.", ("part", "fails")),
        ("Police detained 48 people. Of them, 22 were fined.", ("part", "holds")),
        ("He must pay 500 euros each month for 10 months, 5,000 euros in all.", ("product", "holds")),
        ("He was detained five times, and each time sentenced to 15 days.", ("product", "holds")),
        ("He was held for three days. He was released after two days.", ("lengths", "fails")),
    ],
)  # fmt: skip
def test_a_relation_is_found_and_judged(text, relation):
    assert relation in judged(text)


def test_a_lead_figure_is_found_to_be_the_sum_of_a_tally_far_below():
    lead = "The authorities have targeted at least 135 people. "
    middle = "The law is vague. The hearings are closed. The lawyers are few. "
    tally = "Courts convicted at least 58 people, while another 18 are in custody. At least 59 others are under investigation."
    assert ("sum", "holds") in judged(lead + middle + tally)


def test_every_relation_speaks_three_languages_and_quotes_exactly():
    text = "The court heard 12 witnesses: 7 for the prosecution and 4 for the defence."
    (one,) = relations(Draft(text))
    assert len({one.message(language) for language in ("en", "ru", "kk")}) == 3
    assert all(text[place.start : place.end] == place.quote for place in one.places)


def test_figures_say_how_many_at_least():
    (one,) = figures(Draft("More than 25 activists were fined."))
    assert (one["figure"], one["bound"], one["at_least"], one["unit"]) == (25, "more_than", 26, "persons")
