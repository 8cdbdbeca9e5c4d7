"""Counts with bounds: every test states a small register and what a definition makes of it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tizim.identity import Judgement, mentions_of
from tizim.tallies import (
    TallyError,
    definition,
    difference,
    every_shipped,
    outside,
    parse_definition,
    shipped,
    tally,
)
from tizim.timelines import Reach, chronicle
from tizim.vocab import duration

DAY = date(2020, 11, 30)


def mention(claim):
    (found,) = mentions_of([claim])
    return found.id


def judged(one, other, verdict):
    return Judgement(
        id=f"j-{one.id}-{other.id}-{verdict}", left=mention(one), right=mention(other), verdict=verdict
    )


def count(entries, name="in-custody", day=DAY, **options):
    return tally(definition(name), chronicle(entries, **options), as_of=day)


def test_people_count_once_in_the_first_class_that_fits(claim, known):
    found = count(
        known(
            claim("Arman Testov", "sentence", "2020-01-10", outcome="imprisonment P4Y"),
            claim("Arman Testov", "detention", "2020-11-30"),
            claim("Dana Probova", "pretrial_detention", "2020-10-10"),
        )
    )
    assert (found.at_least, found.at_most) == (2, 2)
    assert {code: part.at_least for code, part in found.parts.items() if part.at_most} == {
        "imprisonment": 1,
        "pretrial_detention": 1,
    }


def test_the_parts_of_sure_people_add_up_to_the_total(claim, known):
    found = count(
        known(
            *(
                claim(f"Person{n} Testov{n}", act, "2020-11-20")
                for n, act in enumerate(["pretrial_detention", "house_arrest"] * 3)
            )
        )
    )
    assert sum(part.at_least for part in found.parts.values()) == found.at_least == found.at_most == 6


def test_every_number_opens_to_claims_that_suffice_for_it(claim, known):
    claims = [
        claim("Arman Testov", "pretrial_detention", "2020-10-10"),
        claim("Arman Testov", "fine", "2020-10-10"),
        claim("Dana Probova", "sentence", "2020-01-10", outcome="imprisonment P4Y", certainty="doubted"),
    ]
    found = count(known(*claims))
    cited = [one for one in claims if one.id in found.because]
    again = count(known(*cited))
    assert len(cited) == 2
    assert (again.at_least, again.at_most) == (found.at_least, found.at_most) == (1, 2)


def test_a_class_left_open_by_the_definition_counts_at_most(claim, known):
    found = count(known(claim("Dana Probova", "forced_psychiatry", "2020-11-20")), "prisoners")
    assert (found.at_least, found.at_most) == (0, 1)
    assert found.doubtful[0].fit.why == "by_definition"


def test_officials_and_reprints_add_nothing(claim, known):
    found = count(
        known(
            claim(
                "Sergei Mundirov",
                "sentence",
                "2020-10-01",
                outcome="imprisonment P5Y",
                role="perpetrator",
                case_kind="against_official",
            ),
            claim("Arman Testov", "pretrial_detention", "2020-10-10"),
            claim("Arman Testov", "pretrial_detention", "2020-10-10", document_id="d-2"),
        )
    )
    assert (found.at_least, found.at_most) == (1, 1)


def test_two_mentions_in_doubt_make_the_count_a_span(claim, known):
    one = claim("Arman Testov", "pretrial_detention", "2020-10-10")
    other = claim("Dauren Tessov", "pretrial_detention", "2020-10-10", document_id="d-3")
    entries = (one, other)
    assert (count(known(*entries)).at_least, count(known(*entries)).at_most) == (2, 2)
    unsure = count(known(*entries, judged(one, other, "unsure")))
    assert (unsure.at_least, unsure.at_most) == (1, 2)
    same = count(known(*entries, judged(one, other, "same")))
    assert (same.at_least, same.at_most) == (1, 1)


def test_a_state_is_tried_in_every_reading_since_merging_may_end_it(claim, known):
    held = claim("Arman Testov", "pretrial_detention", "2020-10-10")
    freed = claim("Arman Tessov", "release", "2020-11-01", document_id="d-3")
    found = count(known(held, freed, judged(held, freed, "unsure")))
    assert (found.at_least, found.at_most) == (0, 1)


def test_reviewed_counts_leave_out_what_only_a_machine_read(claim, known):
    entries = known(
        claim("Arman Testov", "pretrial_detention", "2020-10-10", reader="en-rules 1"),
        claim("Dana Probova", "pretrial_detention", "2020-10-10"),
    )
    assert count(entries).at_least == 2
    assert count(entries, basis="reviewed").at_least == 1


def test_acts_are_counted_apart_from_people(claim, known):
    entries = known(
        claim("Arman Testov", "detention", "2020-01-10"),
        claim("Arman Testov", "detention", "2020-01-10", document_id="d-3"),
        claim("Arman Testov", "detention", "2020-03-10"),
        claim("Arman Testov", "detention", "2020"),
    )
    found = count(entries, "detentions")
    assert found.unit == "act"
    assert (found.at_least, found.at_most) == (2, 2 + 1)


def test_convicted_twice_needs_two_separate_verdicts(claim, known):
    twice = [claim("Arman Testov", "sentence", "2019-10-01"), claim("Arman Testov", "sentence", "2021-10-01")]
    told_twice = [claim("Dana Probova", "sentence", "2019-10-01"), claim("Dana Probova", "sentence", "2019")]
    found = count(known(*twice, *told_twice), "convicted", day=date(2022, 1, 1))
    assert found.parts["convicted_twice"].at_least == 1
    assert found.parts["convicted_twice"].at_most == 2
    assert (found.at_least, found.at_most) == (2, 2)


GROUPS = """
name: crackdown
title: {en: Exclusive classes of counted groups}
classes:
  convicted: {acts: [conviction], groups: {acts: [conviction]}}
  in_custody: {states: [pretrial_detention], groups: {acts: [pretrial_detention]}}
"""


def test_counted_groups_of_exclusive_classes_add_up_and_stay_open_above(claim, known):
    figure = {"level": "figure", "status_as_of": "2020-11-01"}
    entries = known(
        claim(None, "conviction", group="people convicted", count_min=41, **figure),
        claim(None, "conviction", group="people convicted", count_min=40, document_id="d-2", **figure),
        claim(None, "pretrial_detention", group="people held", count_min=12, count_max=12, **figure),
        claim("Arman Testov", "conviction", "2020-01-10"),
    )
    found = tally(parse_definition(GROUPS, where="test"), chronicle(entries), as_of=DAY)
    assert (found.at_least, found.at_most) == (53, None)
    assert (found.parts["in_custody"].at_least, found.parts["in_custody"].at_most) == (12, 12)
    assert len(found.because) == 4


def test_a_list_lies_within_the_wider_list_that_it_names(claim, known):
    told = chronicle(known(claim("Arman Testov", "pretrial_detention", "2020-10-10")))
    narrow = tally(definition("prisoners"), told, as_of=DAY)
    wide = tally(definition("in-custody"), told, as_of=DAY)
    assert definition("prisoners").within == "in-custody"
    assert outside(narrow, wide) == ()


def test_a_difference_names_who_joined_and_left_and_why(claim, known):
    entries = known(
        claim("Arman Testov", "pretrial_detention", "2020-05-01"),
        claim("Arman Testov", "release", "2020-10-01"),
        claim("Dana Probova", "pretrial_detention", "2020-10-10"),
        claim("Ilyas Sanov", "pretrial_detention", "2020-05-01"),
        claim("Ilyas Sanov", "death", "2020-09-01"),
        claim("Vera Stanova", "pretrial_detention", "2020-05-01"),
        claim("Vera Stanova", "house_arrest", "2020-09-01"),
    )
    told, of = chronicle(entries), definition("prisoners")
    earlier, later = tally(of, told, as_of=date(2020, 6, 1)), tally(of, told, as_of=DAY)
    found = difference(of, earlier, later, told=told, recorded={})
    assert {(one.name, one.what, one.why) for one in found.changes} == {
        ("Dana Probova", "joined", "began"),
        ("Arman Testov", "left", "ended"),
        ("Ilyas Sanov", "left", "died"),
        ("Vera Stanova", "left", "converted"),
    }


def test_a_term_served_and_an_acquittal_are_no_conversions(claim, known):
    told = chronicle(
        known(
            claim("Dana Probova", "sentence", "2020-01-01", outcome="imprisonment P1Y"),
            claim("Dana Probova", "pretrial_detention", "2022-01-01"),
            claim("Arman Testov", "pretrial_detention", "2020-01-01"),
            claim("Arman Testov", "trial", "2020-09-01", outcome="acquitted"),
        )
    )
    of = definition("prisoners")
    earlier, later = tally(of, told, as_of=date(2020, 6, 1)), tally(of, told, as_of=date(2021, 6, 1))
    changes = difference(of, earlier, later, told=told, recorded={}).changes
    assert {(one.name, one.why) for one in changes} == {
        ("Dana Probova", "term_over"),
        ("Arman Testov", "ended"),
    }


def test_a_state_first_reported_since_may_have_begun_before(claim, known):
    told = chronicle(
        known(claim("Dana Probova", "pretrial_detention", level="status", status_as_of="2020-11-01"))
    )
    of = definition("prisoners")
    earlier, later = tally(of, told, as_of=date(2020, 6, 1)), tally(of, told, as_of=DAY)
    (change,) = difference(of, earlier, later, told=told, recorded={}).changes
    assert (change.what, change.why) == ("joined", "first_reported")


def test_a_state_as_of_a_day_counts_earlier_only_where_reports_reach_back_and_then_at_most(claim, known):
    told = known(
        claim("Dana Probova", "pretrial_detention", "2020-11-30", level="status", status_as_of="2020-11-30")
    )
    month = date(2020, 11, 1)
    assert [(one.at_least, one.at_most) for one in (count(told), count(told, day=month))] == [(1, 1), (0, 0)]
    reaching = replace(definition("in-custody"), reach=Reach(back=duration("P2M")))
    found = tally(reaching, chronicle(told), as_of=month)
    assert (found.at_least, found.at_most) == (0, 1)


def test_a_difference_of_knowledge_tells_new_claims_from_new_events(claim, known):
    entries = known(claim("Dana Probova", "pretrial_detention", "2020-01-10"))
    moment = "2020-06-01T00:00:00.000000Z"
    of = definition("prisoners")
    earlier = tally(of, chronicle(()), as_of=DAY, known_at=moment)
    told = chronicle(entries)
    later = tally(of, told, as_of=DAY)
    recorded = {one.id: one.recorded_at for one in entries}
    (change,) = difference(of, earlier, later, told=told, recorded=recorded).changes
    assert (change.what, change.why) == ("joined", "newly_known")


@pytest.mark.parametrize("name", every_shipped())
def test_every_shipped_definition_has_titles_in_three_languages(name):
    of = definition(name)
    assert set(of.title) == {"en", "ru", "kk"}
    assert all(set(one.title) == {"en", "ru", "kk"} for one in of.classes)


def test_unknown_words_in_a_definition_are_refused_with_the_nearest():
    with pytest.raises(TallyError, match="clases"):
        parse_definition("name: x\nclasses: {}\nclases: {}", where="own.yml")
    with pytest.raises(TallyError, match="house_arrest"):
        parse_definition("name: x\nclasses: {a: {states: [house_arest]}}", where="own.yml")
    with pytest.raises(TallyError, match="in-custody"):
        definition("in-custdy")


@pytest.mark.parametrize(
    "classes",
    [
        "{a: {states: imprisonment}}",
        "{a: {states: [imprisonment], acts: [release]}}",
        "{a: {acts: [sentence], times: 0}}",
        "{a: {acts: [sentence], articles: QT-CC 211}}",
        "{a: 3}",
        "{a: {title: nothing}}",
    ],
)
def test_a_definition_of_another_form_is_refused(classes):
    with pytest.raises(TallyError, match=r"own\.yml"):
        parse_definition(f"name: x\nclasses: {classes}", where="own.yml")


ACTS = st.sampled_from(["detention", "pretrial_detention", "house_arrest", "sentence", "release", "death"])
NAMES = st.sampled_from(["Arman Testov", "Dana Probova", "Ilyas Sanov"])
DATES = st.sampled_from(["2019", "2020-05", "2020-05-10", "2020-11-30", "2020-06~", None])
CERTAINTIES = st.sampled_from(["asserted", "alleged"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data(), rows=st.lists(st.tuples(NAMES, ACTS, DATES, CERTAINTIES), max_size=8))
def test_bounds_hold_and_later_knowledge_changes_no_earlier_answer(data, rows, known):
    from tizim.claims import Claim

    claims = [
        Claim(
            id=f"c-{n}",
            passage_id=f"s-{n}",
            document_id=f"d-{n % 3 + 1}",
            person=who,
            act=act,
            date=when,
            certainty=sure,
        )
        for n, (who, act, when, sure) in enumerate(rows)
    ]
    entries = known(*claims)
    name = data.draw(st.sampled_from(shipped()))
    found = count(entries, name)
    assert found.at_least <= (found.at_most if found.at_most is not None else found.at_least)
    for part in found.parts.values():
        assert part.at_most is None or part.at_least <= part.at_most
    cut = data.draw(st.integers(0, len(claims)))
    early = known(*claims[:cut])
    moment = early[-1].recorded_at
    as_known_then = [one for one in entries if one.recorded_at <= moment]
    assert count(as_known_then, name) == count(early, name)
    assert set(found.because) <= {one.id for one in claims}
