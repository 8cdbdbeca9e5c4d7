"""The finest partition and the doubts, by example. Numbers are the places of the claims."""

import pytest

from tizim.claims import Claim
from tizim.identity import IdentityError, Judgement, mentions_of, people


def named(*sets):
    return {frozenset(str(one) for one in group) for group in sets}


def test_a_mention_is_one_written_name_in_one_document(told):
    claims = told(d1=["Aman Testov", "Testov", "Aman Testov"], d2=["Aman Testov"])
    claims.append(Claim(id="c-9", passage_id="q", document_id="d1", act="detention", group="several people"))
    mentions = mentions_of(claims)
    assert [mention.claim_ids for mention in mentions] == [("c-0", "c-2"), ("c-1",), ("c-3",)]
    assert len({mention.id for mention in mentions}) == 3
    assert mentions == mentions_of(claims)


def test_officials_are_mentioned_like_everybody(told, groups):
    official = Claim(
        id="c-9", passage_id="q", document_id="d2", act="charge", person="Aman Testov", role="perpetrator"
    )
    assert groups(people([*told(d1=["Aman Testov"]), official], [])) == named((0, 9))


@pytest.mark.parametrize(
    ("documents", "expected", "in_doubt"),
    [
        ({"d1": ["Aman Testov"], "d2": ["TESTOV Aman"]}, [(0, 1)], []),
        ({"d1": ["Aman Testov", "Testov"]}, [(0, 1)], []),
        ({"d1": ["Testov Aman", "Testov"]}, [(0, 1)], []),
        ({"d1": ["Aman Testov", "Testova"]}, [(0,), (1,)], []),
        ({"d1": ["Aman Testov", "Aman"]}, [(0,), (1,)], []),
        ({"d1": ["Aman Testov"], "d2": ["Testov"]}, [(0,), (1,)], []),
        ({"d1": ["Testov"], "d2": ["Testov"]}, [(0,), (1,)], []),
        ({"d1": ["A. Testov"], "d2": ["A. Testov"]}, [(0,), (1,)], []),
        ({"d1": ["Testov", "TESTOV", "Mr. Testov"]}, [(0, 1, 2)], []),
        ({"d1": ["Aman Testov", "Bolat Testov", "Testov"]}, [(0,), (1,), (2,)], [(0, 2), (1, 2)]),
        ({"d1": ["Aman Testov", "A. Testov"]}, [(0, 1)], []),
        ({"d1": ["Aman Testov", "A. Testov", "Testov", "B. Testov"]}, [(0, 1), (2,), (3,)], [(0, 2), (2, 3)]),
        ({"d1": ["Aman Testov", "Askar Testov", "A. Testov"]}, [(0,), (1,), (2,)], [(0, 2), (1, 2)]),
        ({"d1": ["A. Testov", "Testov"]}, [(0, 1)], []),
        ({"d1": ["Aman Serikuly Testov", "A. S. Testov", "A. Testov", "Testov"]}, [(0, 1, 2, 3)], []),
        ({"d1": ["Aman Serikuly Testov", "Aman Testov"]}, [(0,), (1,)], [(0, 1)]),
        ({"d1": ["Aman Serikuly Testov"], "d2": ["Aman Testov"]}, [(0,), (1,)], [(0, 1)]),
        ({"d1": ["Aman S. Testov"], "d2": ["Aman Testov"]}, [(0,), (1,)], []),
        (
            {"d1": ["Aman Serikuly Testov", "Askar Testov", "A. S. Testov"]},
            [(0,), (1,), (2,)],
            [(0, 2), (1, 2)],
        ),
        ({"d1": ["Aman Testov", "A. S. Testov"]}, [(0,), (1,)], [(0, 1)]),
        (
            {"d1": ["Aman Serikuly Testov", "Aman Bolatuly Testov", "Aman Testov"]},
            [(0,), (1,), (2,)],
            [(0, 2), (1, 2)],
        ),
        (
            {"d1": ["Aman Serikuly Testov", "Aman Testov", "Testov"]},
            [(0,), (1,), (2,)],
            [(0, 1), (0, 2), (1, 2)],
        ),
        ({"d1": ["unnamed woman"], "d2": ["unnamed woman"]}, [(0,), (1,)], []),
        ({"d1": ["Witness Two"], "d2": ["Witness Two"]}, [(0,), (1,)], []),
        ({"d1": ["!!!", "???"], "d2": ["!!!"]}, [(0,), (1,), (2,)], []),
        ({"d1": ["Aman Testov"], "d2": ["Аман Тестов"]}, [(0,), (1,)], [(0, 1)]),
    ],
)
def test_names_alone_join_only_what_is_sure(told, groups, open_claims, documents, expected, in_doubt):
    known = people(told(**documents), [])
    assert groups(known) == named(*expected)
    assert open_claims(known) == named(*in_doubt)


def test_a_person_bears_the_fullest_and_most_frequent_name_and_all_others(told):
    (person,) = people(
        told(d1=["Testov", "Testov", "Aman Testov"], d2=["TESTOV Aman", "Testov Aman"]), []
    ).persons
    assert person.name == "Aman Testov"
    assert set(person.names) == {"Aman Testov", "Testov", "TESTOV Aman", "Testov Aman"}
    assert person.claim_ids == ("c-0", "c-1", "c-2", "c-3", "c-4")


def test_a_person_keeps_the_id_when_mentions_join(told):
    (first,) = people(told(d1=["Aman Testov"]), []).persons
    (later,) = people(told(d1=["Aman Testov", "Testov"], d0=["Testov Aman"]), []).persons
    assert later.id == first.id


def test_judged_same_joins_through_others(told, judged, groups):
    claims = told(d1=["Aman Testov"], d2=["Аман Тестов"], d3=["Amann Testoff"])
    judgements = [
        judged("d1 Aman Testov", "same", "d2 Аман Тестов"),
        judged("d3 Amann Testoff", "same", "d2 Аман Тестов"),
    ]
    assert groups(people(claims, judgements)) == named((0, 1, 2))


def test_judged_same_holds_through_a_mention_that_no_standing_claim_has(told, judged, groups):
    claims = told(d1=["Aman Testov"], d3=["Amann Testoff"])
    judgements = [
        judged("d1 Aman Testov", "same", "d2 Аман Тестов"),
        judged("d3 Amann Testoff", "same", "d2 Аман Тестов"),
    ]
    assert groups(people(claims, judgements)) == named((0, 1))


def test_equal_names_judged_different_are_two_persons_without_doubt(told, judged, groups, open_claims):
    known = people(
        told(d1=["Aman Testov"], d2=["Aman Testov"]),
        [judged("d1 Aman Testov", "different", "d2 Aman Testov")],
    )
    assert groups(known) == named((0,), (1,))
    assert not known.doubts


def test_a_third_of_that_name_is_in_doubt_with_both(told, judged, groups, open_claims):
    claims = told(d1=["Aman Testov"], d2=["Aman Testov"], d3=["Aman Testov"], d4=["Aman Testov"])
    known = people(claims, [judged("d1 Aman Testov", "different", "d2 Aman Testov")])
    assert groups(known) == named((0,), (1,), (2, 3))
    assert open_claims(known) == named((0, 2), (1, 2))
    assert known.doubts[0].different == {tuple(sorted(_ids(known, 0, 1)))}


def test_judged_unsure_parts_equal_names_and_leaves_a_doubt(told, judged, groups, open_claims):
    claims = told(d1=["Aman Testov"], d2=["Aman Testov"])
    known = people(claims, [judged("d1 Aman Testov", "unsure", "d2 Aman Testov")])
    assert groups(known) == named((0,), (1,))
    assert open_claims(known) == named((0, 1))
    assert known.doubts[0].why == ("unsure",)


def test_unsure_through_another_is_unsure_too(told, judged, open_claims):
    claims = told(d1=["Aman Testov"], d2=["Amann Testov"], d3=["Aman Testoff"])
    judgements = [
        judged("d1 Aman Testov", "unsure", "d2 Amann Testov"),
        judged("d2 Amann Testov", "unsure", "d3 Aman Testoff"),
    ]
    assert open_claims(people(claims, judgements)) == named((0, 1), (1, 2), (0, 2))
    judgements.append(judged("d1 Aman Testov", "different", "d3 Aman Testoff"))
    assert open_claims(people(claims, judgements)) == named((0, 1), (1, 2))


def test_the_latest_judgement_on_a_pair_counts_and_taking_it_back_gives_the_earlier_answer(
    told, judged, groups
):
    claims = told(d1=["Aman Testov"], d2=["Amann Testov"])
    first = judged("d1 Aman Testov", "same", "d2 Amann Testov")
    second = judged("d2 Amann Testov", "different", "d1 Aman Testov")
    assert groups(people(claims, [first])) == named((0, 1))
    assert groups(people(claims, [second, first])) == named((0,), (1,))
    assert people(claims, [first]) == people(claims, [first])


def test_judgements_that_contradict_join_nobody_and_are_reported(told, judged, groups, open_claims):
    claims = told(
        d1=["Aman Testov"], d2=["Amann Testov"], d3=["Aman Testoff"], d4=["Dana Probova"], d5=["D Probova"]
    )
    judgements = [
        judged("d1 Aman Testov", "same", "d2 Amann Testov"),
        judged("d2 Amann Testov", "same", "d3 Aman Testoff"),
        judged("d1 Aman Testov", "different", "d3 Aman Testoff"),
        judged("d4 Dana Probova", "same", "d5 D Probova"),
    ]
    known = people(claims, judgements)
    assert groups(known) == named((0,), (1,), (2,), (3, 4))
    assert open_claims(known) == named((0, 1), (1, 2), (0, 2))
    (contradiction,) = known.contradictions
    assert contradiction.judgement_ids == ("j-1", "j-2", "j-3")
    assert len(contradiction.mention_ids) == 3
    assert "contested" in known.doubts[0].why


def test_a_judgement_of_one_moment_against_another_is_a_contradiction(told, groups):
    claims = told(d1=["Aman Testov"], d2=["Aman Testov"])
    left, right = (mention.id for mention in mentions_of(claims))
    known = people(
        claims,
        [
            Judgement(id="j-1", left=left, right=right, verdict="same"),
            Judgement(id="j-2", left=right, right=left, verdict="different"),
        ],
    )
    assert groups(known) == named((0,), (1,))
    assert [one.judgement_ids for one in known.contradictions] == [("j-1", "j-2")]


def test_names_yield_where_judgements_part_them(told, judged, groups, open_claims):
    claims = told(d1=["Aman Testov"], d2=["Aman Testov"], d3=["Amann Testoff"])
    judgements = [
        judged("d1 Aman Testov", "same", "d3 Amann Testoff"),
        judged("d2 Aman Testov", "different", "d3 Amann Testoff"),
    ]
    known = people(claims, judgements)
    assert groups(known) == named((0, 2), (1,))
    assert not known.doubts
    assert not known.contradictions


def test_names_that_together_join_what_is_judged_different_join_nothing(told, judged, groups, open_claims):
    claims = told(d1=["Aman Testov"], d2=["Aman Testov"], d3=["Dana Probova"], d4=["Dana Probova"])
    judgements = [
        judged("d2 Aman Testov", "same", "d3 Dana Probova"),
        judged("d1 Aman Testov", "different", "d4 Dana Probova"),
    ]
    known = people(claims, judgements)
    assert groups(known) == named((0,), (1, 2), (3,))
    assert open_claims(known) == named((0, 1), (1, 3))


def test_a_bare_surname_judged_not_to_be_the_one_bearer_stays_alone(told, judged, groups):
    known = people(told(d1=["Aman Testov", "Testov"]), [judged("d1 Aman Testov", "different", "d1 Testov")])
    assert groups(known) == named((0,), (1,))
    assert not known.doubts


def test_nobody_is_found_by_elimination(told, judged, groups, open_claims):
    claims = told(d1=["Aman Testov", "Bolat Testov", "Testov"])
    known = people(claims, [judged("d1 Aman Testov", "different", "d1 Testov")])
    assert groups(known) == named((0,), (1,), (2,))
    assert open_claims(known) == named((1, 2))


def test_two_spellings_judged_one_leave_one_bearer_of_the_surname(told, judged, groups):
    claims = told(d1=["Aman Testov", "Amann Testov", "Testov"])
    assert groups(people(claims, [])) == named((0,), (1,), (2,))
    known = people(claims, [judged("d1 Aman Testov", "same", "d1 Amann Testov")])
    assert groups(known) == named((0, 1, 2))


def test_a_bare_surname_judged_to_be_somebody_else_joins_nobody_by_name(told, judged, groups):
    claims = told(d1=["Aman Testov", "Testov"], d2=["Bolat Testov"])
    known = people(claims, [judged("d1 Testov", "same", "d2 Bolat Testov")])
    assert groups(known) == named((0,), (1, 2))
    assert not known.doubts


def test_bare_surnames_of_two_documents_may_be_one_where_they_share_a_bearer(told, open_claims):
    claims = told(d1=["Aman Testov", "Bolat Testov", "Testov"], d2=["Aman Testov", "Bolat Testov", "Testov"])
    assert open_claims(people(claims, [])) == named((0, 2), (1, 2), (0, 5), (1, 5), (2, 5))


def test_bare_surnames_judged_different_do_not_meet_in_their_one_bearer(told, judged, groups, open_claims):
    claims = told(d1=["Aman Testov", "Testov"], d2=["Aman Testov", "Testov"])
    known = people(claims, [judged("d1 Testov", "different", "d2 Testov")])
    assert groups(known) == named((0, 2), (1,), (3,))
    assert open_claims(known) == named((0, 1), (0, 3))


def test_a_judgement_with_an_unknown_verdict_is_refused(told, judged):
    with pytest.raises(IdentityError, match="j-1"):
        people(told(d1=["Aman Testov"]), [judged("d1 Aman Testov", "perhaps", "d1 Testov")])


def test_a_judgement_of_a_mention_on_itself_says_nothing(told, judged, groups):
    known = people(told(d1=["Aman Testov"]), [judged("d1 Aman Testov", "different", "d1 Aman Testov")])
    assert groups(known) == named((0,))
    assert not known.contradictions


def _ids(known, *numbers):
    return [person.id for number in numbers for person in known.persons if f"c-{number}" in person.claim_ids]


def test_a_pair_judged_in_two_ways_at_one_moment_is_not_joined_by_way_of_a_third(told, judged, groups):
    claims = told(d1=["Aman Testov"], d2=["Bolat Probov"], d3=["Dana Sanova"])
    judgements = [
        judged("d1 Aman Testov", "same", "d2 Bolat Probov"),
        judged("d1 Aman Testov", "same", "d3 Dana Sanova"),
        judged("d2 Bolat Probov", "same", "d3 Dana Sanova"),
        judged("d2 Bolat Probov", "different", "d3 Dana Sanova"),
    ]
    known = people(claims, judgements)
    assert groups(known) == named((0,), (1,), (2,))
    assert known.contradictions
