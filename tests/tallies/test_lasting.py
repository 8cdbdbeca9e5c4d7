"""A count that goes on tells the same as one that is made anew, on any day and whatever is written."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.tallies.doubting import DAY, definitions, doubts
from tests.tallies.test_left_unread import chronicle_with_claims
from tests.timelines.test_known import ADDED, NOW
from tests.timelines.test_live import REPRINT, steps_of
from tests.timelines.test_timeline import stories

from tizim.ledger import MemoryDerived, MemoryLedger
from tizim.tallies import Lasting, StandingMembers, bounds_known, counted, definition, lasting, shipped, tally
from tizim.tallies.members import Standing
from tizim.tallies.spans import Spans
from tizim.tallies.tally import differing, named_bounds
from tizim.tallies.watch import EARLIEST, LATEST, Watch
from tizim.timelines import KeptLives, Live

DAYS = st.dates(date(2018, 1, 1), date(2022, 12, 31))


def shown(found):
    """All that a list and a count tell."""
    members = [
        (one.person_id, one.name, one.fit, one.sure, one.stray, one.doubted_identity) for one in found.members
    ]
    parts = {code: (one.at_least, one.at_most, tuple(one.because)) for code, one in found.parts.items()}
    return found.at_least, found.at_most, parts, members, found.because, found.groups, dict(found.rows)


def same(by, told, day):
    """Both ways of counting tell the same."""
    wanted = tally(by.of, told, as_of=day)
    assert shown(counted(by, told, as_of=day)) == shown(wanted)
    codes = [None, *wanted.parts]
    known = named_bounds(by.of, told, codes, as_of=day, surveyed=None)
    assert bounds_known(by, told, codes, as_of=day) == known


def those_who_differ(by, told, day, other):
    """Who stands otherwise on two days is found alike, whatever the counts are held as."""
    both = [(counted(by, told, as_of=one), tally(by.of, told, as_of=one)) for one in (day, other)]
    rows, others = (dict(whole.rows) for _, whole in both)
    wanted = {one for one in {*rows, *others} if rows.get(one) != others.get(one)}
    for here in both[0]:
        assert [differing(here, there) for there in both[1]] == [wanted, wanted]


@settings(deadline=None, max_examples=60)
@given(doubts(), definitions(), st.lists(st.one_of(DAYS, st.just(DAY)), min_size=1, max_size=6))
def test_on_any_days_the_same_is_counted(group, of, days):
    told = chronicle_with_claims(*group)
    told = replace(told, lives=KeptLives.of(told.lives))
    by = Lasting(of)
    for day in days:
        same(by, told, day)
        same(by, told, day + timedelta(days=1))
    for one, other in pairwise((*days, days[0])):
        those_who_differ(by, told, one, other)


@settings(deadline=None, max_examples=25)
@given(doubts(most=4), definitions(), DAYS)
def test_what_was_sought_before_is_the_same(group, of, day):
    told = chronicle_with_claims(*group)
    told = replace(told, lives=KeptLives.of(told.lives))
    by = Lasting(of)
    list(by.seek(told))
    same(by, told, day)


@settings(deadline=None, max_examples=15)
@given(doubts(most=4), definitions(), DAYS)
def test_large_groups_are_left_for_the_day_that_is_asked_for(group, of, day):
    told = chronicle_with_claims(*group)
    told = replace(told, lives=KeptLives.of(told.lives))
    turns: list[int] = []
    by = Lasting(of, between=lambda: turns.append(1))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lasting, "_SOUGHT", 1)
        list(by.seek(told))
    assert told.doubts and not any(one.beside.get(by) for one in told.doubts)
    same(by, told, day)
    assert len(turns) >= len(told.doubts)  # others got their turn after each of them


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(
    stories().filter(bool),
    st.lists(st.lists(ADDED, min_size=1, max_size=4), max_size=4),
    st.sampled_from(shipped()),
    st.lists(DAYS, min_size=1, max_size=3),
)
def test_whatever_is_written_the_same_is_counted(told, following, name, days):
    ledger = MemoryLedger()
    read = [replace(one, reader="en-rules 1") for one in told]
    ledger.append([REPRINT, *read], at=NOW, by="tester")
    live, by = Live(ledger, MemoryDerived()), Lasting(definition(name))
    for day in days:
        same(by, live.known().told, day)
    for _ in steps_of(following, read, ledger):
        for day in days:
            same(by, live.known().told, day)
            those_who_differ(by, live.known().told, day, days[0])


@given(st.dates(), st.dates())
def test_a_watched_day_compares_as_the_day_and_knows_how_far(day, other):
    for ask in ("__lt__", "__le__", "__gt__", "__ge__", "__eq__"):
        watch = Watch.on(day.toordinal())
        answer = getattr(watch, ask)(other)
        assert answer == getattr(day, ask)(other)
        for number in {watch.first, watch.last}:
            assert getattr(date.fromordinal(number), ask)(other) == answer
        for number in {watch.first - 1, watch.last + 1} & set(range(EARLIEST, LATEST + 1)):
            assert getattr(date.fromordinal(number), ask)(other) != answer


@given(st.dates(), st.dates())
def test_a_day_on_the_left_is_watched_too(day, other):
    watch = Watch.on(day.toordinal())
    assert (other <= watch) == (other <= day)
    assert (watch.first, watch.last) != (EARLIEST, LATEST) or other in (date.min, date.max)
    assert max(watch, other) == max(day, other)


def test_who_does_more_with_a_watched_day_learns_of_that_day_alone():
    day = date(2020, 1, 31)
    for use in (
        lambda one: one.year, lambda one: one.month, lambda one: one.day, lambda one: one.toordinal(),
        lambda one: one.replace(day=1), lambda one: one + timedelta(1), lambda one: one - timedelta(1),
        lambda one: one - date(2019, 1, 1), lambda one: date(2021, 1, 1) - one, hash,
    ):  # fmt: skip
        watch = Watch.on(day.toordinal())
        assert use(watch) == use(day)
        assert watch.first == watch.last == day.toordinal()


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 2)), max_size=30))
def test_spans_tell_what_holds_on_each_day(given_spans):
    spans, known = Spans.none(), {}
    for first, what in given_spans:
        last = first
        while last < first + 5 and last + 1 not in known:
            last += 1
        if first not in known:
            spans = spans.more(first, last, what)
            known.update(dict.fromkeys(range(first, last + 1), what))
    assert all(spans.at(day, None) == known.get(day) for day in range(-1, 60))
    assert spans.gap() == next(day for day in range(EARLIEST, 100) if day not in known)


def test_some_of_the_members_stand_in_the_order_of_all():
    standing = {f"p-{n:03}": Standing(n % 2, True, "", n, ()) for n in range(40)}
    everybody = StandingMembers(standing, frozenset(), ["a", "b"], lambda one: one[::-1], lambda one: one)
    some = everybody.where(lambda _, each: each.last_told % 3 == 0)
    fewer = some.where(lambda _, each: each.place == 1)
    assert list(some) == [one for one in everybody if standing[one].last_told % 3 == 0]
    assert list(fewer) == [one for one in everybody if standing[one].last_told % 6 == 3]
    assert len(fewer) == len(list(fewer))
