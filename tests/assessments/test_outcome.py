from hypothesis import given
from hypothesis import strategies as st

from tests.assessments.made import found
from tizim.assessments import criteria_set, outcomes, whole_answer

PACE, GUIDE = criteria_set("PACE-1900-2012"), criteria_set("GUIDELINES-2013")
MINE = frozenset({"m-1"})


def only(of, said, **more):
    (one,) = outcomes(of, said, MINE, **more)
    return one


def by_guide(criterion, finding, by="asel"):
    return found(criterion, finding, by, criteria_set=GUIDE.name)


def test_nobody_has_assessed():
    one = only(PACE, [])
    assert (one.answer, one.confirmed, one.lacking) == ("not_assessed", False, PACE.codes)


def test_one_ground_met_by_one_assessor_waits_for_a_second():
    one = only(PACE, [found("a", "met", "asel")])
    assert (one.answer, one.confirmed, one.agreeing) == ("met", False, ("asel",))
    assert one.lacking == ("b", "c", "d", "e")


def test_a_second_assessor_confirms_even_by_another_ground():
    one = only(PACE, [found("a", "met", "asel"), found("e", "met", "boris")])
    assert (one.answer, one.confirmed, one.agreeing) == ("met", True, ("asel", "boris"))


def test_one_person_under_two_findings_is_still_one_assessor():
    assert not only(PACE, [found("a", "met", "asel"), found("b", "met", "asel")]).confirmed


def test_assessors_who_differ_contest_and_both_stay():
    no = [found(code, "not_met", "boris") for code in PACE.codes]
    one = only(PACE, [found("a", "met", "asel"), *no])
    assert (one.answer, one.confirmed) == ("contested", False)
    assert one.findings[0].answer == "contested"
    assert set(one.because) == {"k-a-met-asel-None-None", *(entry.id for entry in no)}


def test_an_open_finding_gives_way_to_a_decided_one():
    one = only(PACE, [found("a", "open", "asel"), found("a", "met", "boris")])
    assert (one.answer, one.agreeing) == ("met", ("boris",))


def test_the_latest_word_of_an_assessor_counts():
    early, late = "2026-01-01T00:00:00.000000Z", "2026-02-01T00:00:00.000000Z"
    said = [found("a", "not_met", "asel", recorded_at=late), found("a", "met", "asel", recorded_at=early)]
    assert only(PACE, said).findings[0].answer == "not_met"


def test_cases_are_answered_apart_and_the_whole_takes_the_one_that_tells_most():
    no = [found(code, "not_met", "asel", case="2019") for code in PACE.codes]
    two = outcomes(PACE, [*no, found("c", "met", "asel", case="2021")], MINE)
    assert [(one.case, one.answer) for one in two] == [("2019", "not_met"), ("2021", "met")]
    assert whole_answer(two).case == "2021"


def test_other_mentions_sets_and_groups_are_left_aside():
    said = [
        found("a", "met", "asel", mention_id="m-2"),
        found("a", "met", "asel", criteria_set="PACE-1900-2012/2"),
        found("a", "met", "asel", group="Another group"),
    ]
    assert only(PACE, said).answer == "not_assessed"
    assert only(PACE, said, group="Another group").answer == "met"


def test_by_the_guidelines_a_motive_alone_is_not_enough():
    assert only(GUIDE, [by_guide("motive", "met")]).answer == "open"
    assert only(GUIDE, [by_guide("motive", "met"), by_guide("fabricated", "met")]).answer == "met"
    assert only(GUIDE, [by_guide("defender", "met")]).answer == "met"


def test_by_the_guidelines_violence_excludes_and_doubt_about_it_keeps_open():
    met = by_guide("beliefs", "met")
    assert only(GUIDE, [met, by_guide("violence", "met")]).answer == "not_met"
    assert only(GUIDE, [met, by_guide("violence", "open")]).answer == "open"
    assert only(GUIDE, [met, by_guide("violence", "not_met")]).answer == "met"


findings = st.lists(
    st.builds(
        found,
        st.sampled_from(PACE.codes),
        st.sampled_from(("met", "not_met", "open")),
        st.sampled_from(("asel", "boris", "dana")),
    ),
    max_size=8,
    unique_by=lambda one: (one.criterion, one.recorded_by),
)


@given(findings, st.randoms())
def test_the_order_of_determinations_never_matters(said, dice):
    before = only(PACE, said)
    dice.shuffle(said)
    after = only(PACE, said)
    assert (before.answer, before.confirmed, before.agreeing) == (
        after.answer,
        after.confirmed,
        after.agreeing,
    )


@given(findings)
def test_what_is_confirmed_was_found_by_two_people_and_contested_by_nobody(said):
    one = only(PACE, said)
    if one.confirmed:
        assert len(set(one.agreeing)) >= 2
        assert {entry.recorded_by for entry in said} >= set(one.agreeing)
        others = {entry.recorded_by for entry in said} - set(one.agreeing)
        for other in others:
            alone = only(PACE, [entry for entry in said if entry.recorded_by == other])
            assert alone.answer not in ({"met", "not_met"} - {one.answer})
