"""One person's claims become episodes; every test is one story in the flat form."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.claims import Claim
from tizim.timelines import NOT, PERHAPS, SURELY, Origin, Reach, standing, timeline
from tizim.vocab import Days, duration

ORIGINS = {"d-1": Origin("d-1", date(2021, 1, 1)), "d-2": Origin("d-1", date(2021, 1, 1))}


def states(line, day):
    """The states that surely and perhaps hold on the day."""
    found = [(one.state, standing(one, date.fromisoformat(day)).answer) for one in line.episodes]
    return {state: answer for state, answer in found if answer != NOT}


def test_a_detention_lasts_no_longer_than_the_law_allows(claim):
    line = timeline([claim("detention", "2020-05-01")], ORIGINS)
    assert states(line, "2020-05-01") == {"detained": SURELY}
    assert states(line, "2020-05-03") == {"detained": PERHAPS}
    assert states(line, "2020-05-10") == {}


def test_a_pretrial_term_ends_on_a_computed_day_and_is_perhaps_prolonged(claim):
    line = timeline([claim("pretrial_detention", "2020-05-01", outcome="pretrial P2M")], ORIGINS)
    (episode,) = line.episodes
    assert episode.expected_ends == (date(2020, 7, 1),)
    assert states(line, "2020-06-30") == {"pretrial_detention": SURELY}
    assert states(line, "2020-07-02") == {"pretrial_detention": PERHAPS}


def test_a_prolongation_moves_the_expected_end_and_stays_one_episode(claim):
    line = timeline(
        [
            claim("pretrial_detention", "2020-05-01", outcome="pretrial P2M"),
            claim("pretrial_detention", "2020-06-30", outcome="pretrial P1M"),
        ],
        ORIGINS,
    )
    (episode,) = line.episodes
    assert episode.expected_ends == (date(2020, 7, 30),)
    assert episode.because == ("c-1", "c-2")


def appealed(claim, *, told, term="P3Y"):
    """Four years from custody on, and another term on appeal."""
    return timeline(
        [
            claim("pretrial_detention", "2019-10-21"),
            claim("sentence", "2020-03-13", outcome="imprisonment P4Y"),
            *([claim("appeal", "2020-04-24", outcome="reduced")] if told else []),
            claim("sentence", "2020-04-24", outcome=f"imprisonment {term}"),
        ],
        ORIGINS,
    )


def held_until(line):
    (held,) = [one for one in line.episodes if one.state == "imprisonment"]
    return held.expected_ends


def test_a_term_made_shorter_on_appeal_counts_from_where_the_longer_did(claim):
    line = appealed(claim, told=True)
    assert held_until(line) == (date(2022, 10, 21), date(2023, 3, 13))
    assert states(line, "2022-10-20")["imprisonment"] == SURELY
    assert "imprisonment" not in states(line, "2023-03-14")


def test_a_shorter_term_told_later_is_a_candidate_where_nobody_says_that_it_was_reduced(claim):
    line = appealed(claim, told=False)
    assert held_until(line) == (date(2022, 10, 21), date(2024, 3, 13))
    assert states(line, "2022-12-01")["imprisonment"] == PERHAPS


def test_a_longer_term_told_later_takes_the_place_of_the_shorter(claim):
    assert held_until(appealed(claim, told=False, term="P6Y")) == (date(2025, 10, 21), date(2026, 4, 24))


def test_the_verdict_takes_the_place_of_the_measure_and_counts_the_time_already_held(claim):
    line = timeline(
        [
            claim("pretrial_detention", "2018-07-07"),
            claim("sentence", "2018-11-30", outcome="imprisonment P4Y", articles=("QT-CC 211",)),
        ],
        ORIGINS,
    )
    custody = {one.state: one for one in line.episodes}
    assert custody["pretrial_detention"].end == Days(date(2018, 11, 30), date(2018, 11, 30))
    assert custody["imprisonment"].expected_ends == (date(2022, 7, 7), date(2022, 11, 30))
    assert states(line, "2020-01-01") == {"imprisonment": SURELY, "convicted": SURELY}
    assert states(line, "2022-12-01") == {"convicted": SURELY}


def test_a_conversion_into_prison_ends_the_restriction(claim):
    line = timeline(
        [
            claim("sentence", "2019-10-01", outcome="restriction_of_liberty P2Y"),
            claim("sentence", "2020-06-01", outcome="imprisonment; converted_from restriction_of_liberty"),
        ],
        ORIGINS,
    )
    assert states(line, "2020-01-01") == {"restriction_of_liberty": SURELY, "convicted": SURELY}
    assert states(line, "2020-07-01") == {"imprisonment": SURELY, "convicted": SURELY}


def test_a_conversion_out_of_prison_is_no_full_release(claim):
    line = timeline(
        [
            claim("sentence", "2019-10-01", outcome="imprisonment P4Y"),
            claim("release", "2020-06-01", outcome="restriction_of_liberty P2Y; converted_from imprisonment"),
        ],
        ORIGINS,
    )
    held = states(line, "2020-07-01")
    assert held["restriction_of_liberty"] == SURELY
    assert "imprisonment" not in held


def test_a_release_ends_custody_but_not_the_ban(claim):
    line = timeline(
        [
            claim("sentence", "2019-10-01", outcome="imprisonment P1Y; ban P3Y"),
            claim("release", "2020-03-01", outcome="released"),
        ],
        ORIGINS,
    )
    held = states(line, "2020-04-01")
    assert "imprisonment" not in held
    assert held["banned_from_activity"] == SURELY
    ban = next(one for one in line.episodes if one.state == "banned_from_activity")
    assert ban.expected_ends == (date(2022, 10, 1),)


def test_death_ends_everything(claim):
    line = timeline(
        [
            claim("pretrial_detention", "2020-02-24"),
            claim("charge", "2020-02-24"),
            claim("death", "2020-02-25"),
        ],
        ORIGINS,
    )
    assert states(line, "2020-03-01") == {"dead": SURELY}


def test_a_death_without_a_date_happened_by_the_day_of_its_document(claim):
    line = timeline([claim("death")], ORIGINS)
    assert states(line, "2021-01-01") == {"dead": SURELY}


def whys(line, day):
    """Why each state that perhaps holds on the day is in doubt."""
    found = [(one.state, standing(one, date.fromisoformat(day))) for one in line.episodes]
    return {state: stood.why for state, stood in found if stood.answer == PERHAPS}


def test_an_act_without_a_day_opens_its_state_perhaps_by_the_day_of_its_document(claim):
    line = timeline([claim("pretrial_detention")], ORIGINS)
    assert states(line, "2020-12-31") == {}
    assert whys(line, "2021-01-01") == {"pretrial_detention": "undated"}
    assert line.undated == ("c-1",)


def test_a_term_without_a_day_ran_from_the_day_of_its_document_at_the_latest(claim):
    line = timeline([claim("sentence", outcome="imprisonment P2Y")], ORIGINS)
    assert states(line, "2022-12-31") == {"imprisonment": PERHAPS, "convicted": PERHAPS}
    assert states(line, "2023-01-01") == {"convicted": PERHAPS}


@pytest.mark.parametrize(
    "later",
    [
        pytest.param(("release", "2020-12-01", {}), id="released by then"),
        pytest.param(("release", None, {}), id="a release without a day too"),
        pytest.param(
            ("sentence", "2020-12-01", {"outcome": "suspended P2Y"}), id="sentenced to less by then"
        ),
        pytest.param(("death", None, {}), id="dead by then"),
    ],
)
def test_what_is_told_to_be_over_is_not_opened_by_an_act_without_a_day(claim, later):
    act, day, fields = later
    line = timeline([claim("pretrial_detention"), claim(act, day, **fields)], ORIGINS)
    assert "pretrial_detention" not in states(line, "2021-06-01")


def test_who_is_taken_again_after_a_release_may_have_been_sentenced_again(claim):
    line = timeline(
        [
            claim("release", "2015-05-01"),
            claim("detention", "2020-11-01"),
            claim("sentence", outcome="imprisonment P5Y"),
        ],
        ORIGINS,
    )
    assert states(line, "2021-06-01")["imprisonment"] == PERHAPS


def test_an_act_told_with_and_without_a_day_is_one(claim):
    line = timeline(
        [
            claim("sentence", "2019-03-01", outcome="imprisonment P1Y"),
            claim("sentence", outcome="imprisonment P9Y", document_id="d-2"),
        ],
        ORIGINS,
    )
    (held,) = [one for one in line.episodes if one.state == "imprisonment"]
    assert held.because == ("c-1",)
    assert states(line, "2021-06-01") == {"convicted": SURELY}


def test_a_release_without_a_day_may_have_ended_what_began_before_its_document(claim):
    line = timeline([claim("pretrial_detention", "2020-05-01"), claim("release")], ORIGINS)
    (episode,) = line.episodes
    assert standing(episode, date(2020, 5, 1)).answer == SURELY
    stood = standing(episode, date(2020, 5, 2))
    assert (stood.answer, stood.why, stood.because) == (PERHAPS, "end_undated", ("c-1", "c-2"))
    assert whys(line, "2021-03-01") == {"pretrial_detention": "end_undated"}
    assert line.undated == ("c-2",)


def test_who_is_reported_held_later_was_not_let_go_by_a_release_without_a_day(claim):
    held = claim("pretrial_detention", "2021-02-01", level="status", status_as_of="2021-02-01")
    line = timeline([claim("pretrial_detention", "2020-05-01"), claim("release"), held], ORIGINS)
    assert states(line, "2020-12-01") == {"pretrial_detention": SURELY}
    assert states(line, "2021-03-01") == {"pretrial_detention": SURELY}


def test_a_release_told_before_somebody_was_taken_ends_nothing(claim):
    line = timeline([claim("pretrial_detention", "2021-05-01"), claim("release")], ORIGINS)
    assert states(line, "2021-06-01") == {"pretrial_detention": SURELY}


@pytest.mark.parametrize(
    ("outcome", "answer"),
    [("imprisonment P4Y", SURELY), ("suspended P2Y", PERHAPS), ("restriction_of_liberty P2Y", PERHAPS)],
)
def test_a_sentence_without_a_day_ends_custody_perhaps_unless_it_is_to_prison(claim, outcome, answer):
    line = timeline([claim("house_arrest", "2020-05-01"), claim("sentence", outcome=outcome)], ORIGINS)
    assert states(line, "2020-12-01")["house_arrest"] == answer


def test_a_case_ends_perhaps_with_a_conviction_without_a_day_and_not_with_a_trial(claim):
    tried = timeline([claim("charge", "2020-05-01"), claim("trial")], ORIGINS)
    assert states(tried, "2020-12-01") == {"charged": SURELY}
    convicted = timeline([claim("charge", "2020-05-01"), claim("conviction")], ORIGINS)
    assert states(convicted, "2020-12-01") == {"charged": PERHAPS}


def test_a_report_says_nothing_about_earlier_days(claim):
    line = timeline([claim("house_arrest", level="status", status_as_of="2020-11-30")], ORIGINS)
    assert states(line, "2020-11-29") == {}
    assert states(line, "2020-11-30") == {"house_arrest": SURELY}
    (episode,) = line.episodes
    assert standing(episode, date(2020, 11, 1), Reach(back=duration("P2M"))).answer == PERHAPS


def as_of(claim, act, day, **fields):
    """A state told as of a day, with the day written twice as readers write it."""
    return claim(act, day, level="status", status_as_of=day, **fields)


def test_a_state_as_of_a_day_had_begun_by_it_and_reads_as_without_a_date(claim):
    line = timeline([as_of(claim, "house_arrest", "2020-11-30", outcome="house_arrest P2M")], ORIGINS)
    (episode,) = line.episodes
    assert (episode.begin, episode.confirmed) == (Days(None, date(2020, 11, 30)), date(2020, 11, 30))
    assert episode.expected_ends == ()
    assert [one.days for one in line.acts] == [Days(None, date(2020, 11, 30))]
    assert states(line, "2020-11-29") == {}
    assert standing(episode, date(2020, 11, 1), Reach(back=duration("P2M"))).answer == PERHAPS
    assert states(line, "2020-12-30") == {"house_arrest": SURELY}


def test_a_state_with_a_day_of_its_own_began_on_it(claim):
    told = claim("house_arrest", "2020-10-01", level="status", status_as_of="2020-11-30")
    (episode,) = timeline([told], ORIGINS).episodes
    assert episode.begin == Days(date(2020, 10, 1), date(2020, 10, 1))


def test_an_act_keeps_its_day_whatever_day_the_source_speaks_of(claim):
    told = claim("house_arrest", "2020-11-30", status_as_of="2020-11-30")
    (episode,) = timeline([told], ORIGINS).episodes
    assert episode.begin == Days(date(2020, 11, 30), date(2020, 11, 30))


def test_a_report_after_the_act_leaves_its_day_and_its_term(claim):
    act = claim("pretrial_detention", "2020-10-01", outcome="pretrial P2M")
    (episode,) = timeline([act, as_of(claim, "pretrial_detention", "2020-11-01")], ORIGINS).episodes
    assert episode.begin == Days(date(2020, 10, 1), date(2020, 10, 1))
    assert (episode.confirmed, episode.expected_ends) == (date(2020, 11, 1), (date(2020, 12, 1),))


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize(
    "act, outcome", [("release", None), ("release", "released"), ("appeal", "acquitted"), ("death", None)]
)
def test_who_is_free_or_dead_as_of_a_day_was_held_no_longer_by_then(claim, act, outcome, dated):
    held = claim("sentence", "2020-03-01", outcome="imprisonment P4Y")
    told = claim(
        act, "2020-11-30" if dated else None, level="status", status_as_of="2020-11-30", outcome=outcome
    )
    line = timeline([held, told], ORIGINS)
    prison = next(one for one in line.episodes if one.state == "imprisonment")
    assert prison.end == Days(date(2020, 3, 1), date(2020, 11, 30))
    assert standing(prison, date(2020, 6, 1)).answer == PERHAPS
    assert standing(prison, date(2020, 11, 30)).answer == NOT


def test_who_is_held_after_being_dead_as_of_a_day_is_a_contradiction(claim):
    line = timeline([as_of(claim, "death", "2020-05-01"), claim("house_arrest", "2020-06-01")], ORIGINS)
    assert [one.kind for one in line.contradictions] == ["after_death"]
    assert not [one for one in timeline([as_of(claim, "death", "2020-05-01")], ORIGINS).contradictions]


def test_a_report_grows_stale(claim):
    line = timeline([claim("house_arrest", level="status", status_as_of="2018-01-01")], ORIGINS)
    assert states(line, "2018-12-31") == {"house_arrest": SURELY}
    assert states(line, "2019-06-01") == {"house_arrest": PERHAPS}


def test_a_doubted_state_is_only_perhaps(claim):
    told = claim(
        "sentence", level="status", status_as_of="2020-11-30", outcome="imprisonment", certainty="doubted"
    )
    assert states(timeline([told], ORIGINS), "2020-11-30")["imprisonment"] == PERHAPS


def test_a_stated_future_end_is_expected_and_a_past_one_is_an_end(claim):
    future = timeline([claim("forced_psychiatry", "2020-12-23/2021-01-11")], ORIGINS)
    past = timeline([claim("forced_psychiatry", "2020-11-01/2020-11-20")], ORIGINS)
    assert future.episodes[0].end is None
    assert future.episodes[0].expected_ends == (date(2021, 1, 11),)
    assert past.episodes[0].end == Days(date(2020, 11, 20), date(2020, 11, 20))


def test_what_was_only_attempted_or_threatened_by_law_opens_nothing(claim):
    line = timeline(
        [
            claim("abduction", "2020-01-01", outcome="attempted"),
            claim("charge", "2020-01-02", outcome="faces imprisonment P8Y..P12Y"),
            claim("sentence", "2020-01-03", outcome="imprisonment P20Y; in_absentia"),
        ],
        ORIGINS,
    )
    assert {one.state for one in line.episodes} == {"charged", "convicted"}


def test_the_financial_list_has_two_candidate_ends(claim):
    line = timeline([claim("financial_listing", "2020-01-10")], ORIGINS)
    (episode,) = line.episodes
    assert episode.expected_ends == (date(2026, 1, 10), date(2028, 1, 10))


def test_a_vague_and_an_exact_date_of_one_arrest_are_one_episode(claim):
    line = timeline([claim("detention", "2020-02"), claim("detention", "2020-02-24")], ORIGINS)
    (episode,) = line.episodes
    assert episode.begin == Days(date(2020, 2, 24), date(2020, 2, 24))


def test_two_days_of_death_stand_side_by_side(claim):
    line = timeline([claim("death", "2020-02-25"), claim("death", "2020-03-01")], ORIGINS)
    assert [(one.kind, one.claim_ids) for one in line.contradictions] == [("two_deaths", ("c-1", "c-2"))]


def test_a_report_of_custody_after_a_release_is_a_contradiction(claim):
    line = timeline(
        [
            claim("pretrial_detention", "2020-01-01"),
            claim("release", "2020-02-01"),
            claim("pretrial_detention", level="status", status_as_of="2020-03-01"),
        ],
        ORIGINS,
    )
    assert [one.kind for one in line.contradictions] == ["held_after_release"]


def test_two_terms_for_one_verdict_are_both_candidates_and_a_contradiction(claim):
    line = timeline(
        [
            claim("sentence", "2020-01-10", outcome="imprisonment P3Y"),
            claim("sentence", "2020-01-10", outcome="imprisonment P4Y"),
        ],
        ORIGINS,
    )
    prison = next(one for one in line.episodes if one.state == "imprisonment")
    assert prison.expected_ends == (date(2023, 1, 10), date(2024, 1, 10))
    assert [one.kind for one in line.contradictions] == ["two_terms"]
    assert states(line, "2023-06-01")["imprisonment"] == PERHAPS


def test_a_case_against_an_official_never_enters(claim):
    told = [
        claim("sentence", "2020-01-01", outcome="imprisonment P5Y", role="perpetrator"),
        claim("detention", "2020-01-01", case_kind="against_official"),
    ]
    assert timeline(told, ORIGINS).claim_ids == ()


def test_a_reprint_confirms_nothing_after_its_original(claim):
    told = [
        claim("house_arrest", level="status", status_as_of="2020-12-01"),
        claim("house_arrest", level="status", status_as_of="2021-09-01", document_id="d-2"),
    ]
    (episode,) = timeline(told, ORIGINS).episodes
    assert episode.confirmed == date(2021, 1, 1)


def test_a_short_state_does_not_last_until_a_much_later_one(claim):
    line = timeline(
        [
            claim("detention", "2020-05-01"),
            claim("administrative_arrest", "2020-05-02", outcome="administrative_arrest P7D"),
            claim("pretrial_detention", level="status", status_as_of="2020-11-30"),
        ],
        ORIGINS,
    )
    assert states(line, "2020-05-05") == {"administrative_arrest": SURELY}
    assert states(line, "2020-07-01") == {}
    assert states(line, "2020-11-30") == {"pretrial_detention": SURELY}


def test_a_measure_replaced_long_after_its_last_report_is_only_perhaps_in_between(claim):
    line = timeline(
        [
            claim("house_arrest", level="status", status_as_of="2018-01-01"),
            claim("pretrial_detention", "2020-11-01"),
        ],
        ORIGINS,
    )
    assert states(line, "2018-06-01") == {"house_arrest": SURELY}
    assert states(line, "2019-06-01") == {"house_arrest": PERHAPS}


def test_who_was_released_was_held_until_then(claim):
    line = timeline([claim("pretrial_detention", "2018-01-01"), claim("release", "2020-11-01")], ORIGINS)
    assert states(line, "2020-10-31") == {"pretrial_detention": SURELY}
    assert states(line, "2020-11-01") == {}


ACTS = st.sampled_from(
    ["detention", "pretrial_detention", "house_arrest", "sentence", "release", "death", "charge"]
)
DATES = st.sampled_from(["2019", "2019-05", "2019-05-10", "2019-06-01/2019-07-01", "2020-01~", None])
OUTCOMES = st.sampled_from([None, "imprisonment P2Y", "restriction_of_liberty P1Y", "released", "acquitted"])


@st.composite
def stories(draw):
    """A few claims about one invented person, in any order."""
    parts = draw(st.lists(st.tuples(ACTS, DATES, OUTCOMES, st.booleans()), max_size=7))
    return [
        Claim(
            id=f"c-{at}",
            passage_id=f"s-{at}",
            document_id="d-1",
            person="Arman Testov",
            act=act,
            date=None if status else day,
            level="status" if status else "event",
            status_as_of="2019-08-01" if status else None,
            outcome=outcome,
        )
        for at, (act, day, outcome, status) in enumerate(parts)
    ]


@given(stories(), st.randoms())
def test_the_order_of_claims_never_matters(told, dice):
    shuffled = list(told)
    dice.shuffle(shuffled)
    assert timeline(shuffled, ORIGINS) == timeline(told, ORIGINS)


@given(stories(), st.dates(date(2018, 1, 1), date(2024, 1, 1)))
def test_every_standing_cites_claims_that_exist(told, day):
    known = {one.id for one in told}
    for episode in timeline(told, ORIGINS).episodes:
        found = standing(episode, day)
        assert found.because
        assert set(found.because) <= known


@given(stories())
def test_begins_come_before_ends(told):
    for episode in timeline(told, ORIGINS).episodes:
        if episode.end and episode.end.last and episode.begin.first:
            assert episode.begin.first <= episode.end.last
        if episode.end and episode.end.first and episode.end.last:
            assert episode.end.first <= episode.end.last


@pytest.mark.parametrize("day", ["2019-05-10", "2019-09-01", "2021-01-01"])
def test_a_person_without_claims_stands_nowhere(day):
    assert states(timeline([], ORIGINS), day) == {}
