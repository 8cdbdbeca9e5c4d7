"""The gate: nobody who is not named can be found by subtraction among the numbers of an edition, or of two."""

from collections import Counter
from dataclasses import replace
from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.publications.made import AT, DAY, cleared, edited, register, told
from tizim.documents import MemoryVault
from tizim.publications import (
    Cleared,
    Composed,
    Entered,
    PublicationError,
    Wanted,
    content_of,
    freeze,
    hushed,
    least_count,
    made_again,
    risks,
)
from tizim.publications.content import Bounds
from tizim.tallies import definition, definition_text

LEAST = 3
PEOPLE = [
    "Asan Bekov",
    "Dina Ospanova",
    "Erlan Qalauov",
    "Marat Sulebai",
    "Zhibek Orynova",
    "Timur Dastanuly",
]


def listed(unnamed=(), many=5):
    names = PEOPLE[:many]
    return [*(told(one) for one in names), *(cleared(one, "counted") for one in names if one in unnamed)]


def test_one_left_of_many_named_can_be_found_and_that_is_one_line():
    (one,) = risks(edited(*listed(PEOPLE[:1])).content)
    assert (one.kind, one.code, one.number) == ("small_cell", "imprisonment", 1)
    assert one.message() == (
        "Class “serving a prison sentence”: 5 counted, 1 of them not named. Whoever knows the others can find them."
    )
    assert len({one.message(language) for language in ("en", "ru", "kk")}) == 3


def test_enough_who_are_not_named_hide_each_other():
    assert least_count() == LEAST
    assert risks(edited(*listed(PEOPLE[:3])).content) == ()
    assert risks(edited(*listed()).content) == ()


def test_one_more_since_the_edition_before_can_be_found():
    first = edited(*listed(PEOPLE[:3])).content
    later = edited(*listed(PEOPLE[:4]), number=2).content
    (one,) = risks(later, first)
    assert (one.kind, one.number) == ("difference", 1) and "edition 1" in one.message()
    assert risks(first, first) == ()


def test_a_sure_one_among_doubtful_ones_stands_alone():
    entries = [*listed(PEOPLE[:3], many=4), told(PEOPLE[4], date="2020-12~"), cleared(PEOPLE[4], "counted")]
    assert {one.number for one in risks(edited(*entries, as_of=DAY).content)} <= {1}


def test_the_few_are_left_out_of_every_number_and_at_least_stays_true():
    made = edited(*listed(PEOPLE[:2]))
    safe = hushed(made).content
    assert (safe.at_least, safe.at_most, safe.hushed) == (3, None, LEAST)
    assert all(one.at_most is None for one in safe.parts) and safe.unnamed == ()
    assert risks(safe) == () and hushed(edited(*listed())).content.hushed == 0


def wanted(**fields):
    of = definition("in-custody")
    return Wanted(of, definition_text("in-custody"), DAY, AT, **fields)


def frozen(entries, vault, **fields):
    return freeze(entries, wanted(**fields), vault=vault, signed=lambda raw: "ed25519:x")


def test_an_edition_by_which_somebody_could_be_found_is_refused_hushed_or_frozen_with_a_reason():
    entries, vault = register(*listed(PEOPLE[:1])), MemoryVault()
    with pytest.raises(PublicationError, match="5 counted, 1 of them not named"):
        frozen(entries, vault)
    reasoned = frozen(entries, vault, despite="the family has said it in public", note="May").entry
    assert reasoned.note == "May; the family has said it in public"
    quiet = frozen(entries, vault, hush=True).entry
    assert content_of(quiet, vault).at_least == 4
    assert made_again(quiet, entries, vault) == ()


CLASSES = ("one", "two")
SEEN = st.tuples(st.sampled_from(CLASSES), st.booleans(), st.sampled_from(["holds", "stale"]))
POPULATION = st.lists(
    st.tuples(st.integers(0, 30), st.booleans(), SEEN), max_size=14, unique_by=lambda one: one[0]
)


def made(population):
    """An edition of these people: those who are named first; bounds as they follow from the people."""
    base = edited(told(PEOPLE[0])).content
    order = sorted(population, key=lambda one: (not one[1], one[0]))
    people = tuple(
        Entered(at, f"p-{number}" if named else None, f"Name{number}" if named else None, code, sure, why)
        for at, (number, named, (code, sure, why)) in enumerate(order, 1)
    )
    sure = Counter(one.code for one in people if one.sure)
    every = Counter(one.code for one in people)
    content = replace(
        base, people=people, classes=tuple((code, (("en", code),)) for code in CLASSES),
        parts=tuple(Bounds(code, sure[code], every[code]) for code in CLASSES),
        at_least=sure.total(), at_most=every.total(),
    )  # fmt: skip
    numbers = range(1, len(people) + 1)
    return Composed(content, {at: f"p-{at}" for at in numbers}, {at: Cleared("named") for at in numbers})


def subtracted(content):
    """For every set of the cells of a list: the printed number less those who are named there."""
    cells = sorted(
        {(code, sure, why) for code in CLASSES for sure in (True, False) for why in ("holds", "stale")}
    )
    of = Counter((one.code, one.sure, one.why) for one in content.people)
    named = Counter((one.code, one.sure, one.why) for one in content.named)
    some = chain.from_iterable(combinations(cells, size) for size in range(1, len(cells) + 1))
    return {each: sum(of[one] - named[one] for one in each) for each in some}


@given(POPULATION)
@settings(max_examples=150, deadline=None)
def test_no_subtraction_within_one_edition_leaves_fewer_than_the_least_count(population):
    safe = hushed(made(population), least=LEAST).content
    assert not any(0 < left < LEAST for left in subtracted(safe).values())
    named = Counter(one.code for one in safe.named if one.sure)
    for one in safe.parts:
        assert not 0 < one.at_least - named[one.code] < LEAST
    assert safe.at_least <= sum(sure for _, _, (_, sure, _) in population)


@given(POPULATION, POPULATION)
@settings(max_examples=150, deadline=None)
def test_no_subtraction_between_two_editions_leaves_fewer_than_the_least_count(before, after):
    first = hushed(made(before), least=LEAST).content
    second = hushed(made(after), first, least=LEAST).content
    assert risks(second, first, least=LEAST) == ()
    earlier, later = subtracted(first), subtracted(second)
    single = [each for each in later if len(each) == 1]
    assert not any(0 < abs(later[each] - earlier[each]) < LEAST for each in single)
