"""Columns brought up to date for whom a change touches equal columns made anew, whoever comes and goes."""

from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

from tizim.web.desk.people import columns
from tizim.web.desk.people.columns import Columns
from tizim.web.desk.people.roster import Part

IDS = [f"p-{number}" for number in range(12)]
CODES = [
    ("status", "held"),
    ("status", "free"),
    ("article", "KZ-CC 405"),
    ("place", "KZ-75"),
    ("sex", "male"),
]


@st.composite
def rows(draw):
    name = draw(st.sampled_from(["Aigul", "Bek", "Ақан", "Zere", "bek"]))
    codes = draw(st.frozensets(st.sampled_from(CODES)))
    held = draw(st.frozensets(st.sampled_from(CODES[:2])))
    return Part(name, (name,), frozenset(), frozenset(), codes), held


STATES = st.dictionaries(st.sampled_from(IDS), rows())


def same(one, other):
    """Two columns tell the same."""
    sets = [{facet: values for facet, values in each.sets.items() if values} for each in (one, other)]
    return (list(one.ids), list(one.rows), sets[0], one.place) == (
        list(other.ids), list(other.rows), sets[1], other.place,
    )  # fmt: skip


@given(STATES, st.lists(st.dictionaries(st.sampled_from(IDS), st.none() | rows()), max_size=4))
def test_brought_up_to_date_they_equal_columns_made_anew(first, changes):
    now, made = dict(first), Columns.of(first)
    for change in changes:
        before = made.ids, made.rows, made.sets
        kept = [list(before[0]), list(before[1]), {facet: dict(each) for facet, each in before[2].items()}]
        made_now = made.changed(change)
        assert [list(made.ids), list(made.rows), made.sets] == kept  # what was given out stays
        made = made_now
        now = {**now, **change}
        now = {one: row for one, row in now.items() if row}
        assert same(made, Columns.of(now))


@given(STATES, st.dictionaries(st.sampled_from(IDS), st.none() | rows()))
def test_after_many_changes_at_once_they_are_made_anew(first, change):
    with mock.patch.object(columns, "_MANY", 0):
        made = Columns.of(first).changed(change)
    assert same(made, Columns.of({one: row for one, row in {**first, **change}.items() if row}))


@given(STATES, st.frozensets(st.sampled_from(IDS)))
def test_few_are_counted_as_many_are(first, chosen):
    made = Columns.of(first)
    among = made.set_of(chosen)
    with mock.patch.object(columns, "_FEW", -1):
        by_sets = [made.counts(facet, among) for facet in ("status", "article", "place", "sex")]
    assert [made.counts(facet, among) for facet in ("status", "article", "place", "sex")] == by_sets
