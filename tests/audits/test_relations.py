"""The relations between the figures of a text, judged."""

from pathlib import Path

import pytest
import yaml
from bench.audit import is_relation

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


# shares of a whole that no number is printed near
OUT_OF_REACH = frozenset({("en-61-annual", "share"), ("ru-61-otchet", "share")})
TEXTS = sorted((Path(__file__).parent / "texts/figures").glob("*.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_relations_listed_of_a_practice_text_are_found_and_judged(path):
    text = path.read_text("utf-8")
    found = relations(Draft(text))
    wanted = yaml.safe_load(path.with_suffix(".yml").read_text("utf-8"))
    right = [
        any(one.verdict == want["verdict"] and is_relation(text, want, one) for one in found)
        for want in wanted
    ]
    missed = [want["kind"] for want, ok in zip(wanted, right, strict=True) if not ok]
    assert missed == [kind for stem, kind in sorted(OUT_OF_REACH) if stem == path.stem]
    assert all(text[place.start : place.end] == place.quote for one in found for place in one.places)
    assert all(len({one.message(language) for language in ("en", "ru", "kk")}) > 1 for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "The group rose at 7 and left at 9. Three of them sang.",
        "Police detained 30 people and fined 12.",
        "He was held for two years. The court sat in 2015 and 2019.",
        "He filed 3 claims against the colony; 3 claims were refused.",
        "In Aral 5, in Kent 6 and in Ufa 7 people voted. The hall has 40 seats.",
    ],
)
def test_no_relation_is_made_of_numbers_that_stand_side_by_side(text):
    assert not {one.kind for one in relations(Draft(text))} & {"sum", "together", "change", "lengths"}


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
