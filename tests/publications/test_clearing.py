import pytest

from tests.publications.made import cleared, document, edited, source, told
from tizim.publications import Clearance, PublicationError, check_clearance, texts

ASAN, DINA = "Asan Bekov", "Dina Ospanova"


def levels(of):
    return {number: (one.level, one.why) for number, one in of.cleared.items()}


def test_whoever_a_public_document_names_is_named():
    found = edited(told(ASAN))
    assert levels(found) == {1: ("named", "published")}
    assert [one.name for one in found.content.people] == [ASAN]


@pytest.mark.parametrize(
    ("fields", "by"),
    [
        ({"obtained": "given_by_relative"}, {}),
        ({"obtained": "anonymous"}, {}),
        ({"obtained": None, "url": None}, {}),
        ({}, {"protected": True}),
        ({}, {"source_kind": "leak_by_authorities"}),
    ],
)
def test_a_document_that_is_not_public_tells_an_edition_nothing(fields, by):
    found = edited(
        source("Somebody", **by), document("two", by="Somebody", **fields), told(ASAN), told(DINA, of="two")
    )
    assert (found.content.at_least, found.content.at_most) == (1, 1)
    assert [one.name for one in found.content.people] == [ASAN]


def test_facts_of_a_document_may_be_used_without_citing_it_and_then_nobody_is_named_by_it():
    shut = document("two", obtained="given_by_lawyer", title="Letter about the case", url=None)
    used = Clearance(id="x-1", subject_id="d-two", level="used", basis="consent")
    found = edited(shut, used, told(DINA, of="two")).content
    assert (found.at_least, found.passages, [one.name for one in found.people]) == (1, (), [None])


def test_a_minor_is_counted_and_named_only_with_a_guardian_s_consent():
    assert levels(edited(told(ASAN, age=17))) == {1: ("counted", "minor")}
    plain = cleared(ASAN, "named", basis="consent")
    assert levels(edited(told(ASAN, age=17), plain))[1] == ("counted", "minor")
    guardian = cleared(ASAN, "named", basis="guardian_consent")
    assert levels(edited(told(ASAN, age=17), guardian))[1] == ("named", "decided")


@pytest.mark.parametrize(
    "word", ["schoolgirl", "minor, activist", "школьника", "кәмелетке толмаған", "мектеп оқушысы"]
)
def test_whoever_is_called_a_child_without_an_age_is_counted_only(word):
    assert levels(edited(told(ASAN, occupation=word))) == {1: ("counted", "minor")}
    assert levels(edited(told(ASAN, occupation=word, age=19)))[1][0] == "named"
    assert levels(edited(told(ASAN, occupation="school teacher")))[1][0] == "named"


def test_a_minor_in_one_claim_stays_one_whatever_another_says():
    assert levels(edited(told(ASAN, age=19), told(ASAN, "charge", age=16)))[1] == ("counted", "minor")


def test_whoever_wants_it_is_counted_without_a_name_or_not_at_all():
    counted = edited(told(ASAN), told(DINA), cleared(DINA, "counted", basis="consent")).content
    assert (counted.at_least, [one.name for one in counted.people]) == (2, [ASAN, None])
    withheld = edited(told(ASAN), told(DINA), cleared(DINA, "withheld")).content
    assert (withheld.at_least, [one.name for one in withheld.people]) == (1, [ASAN])


def test_of_several_decisions_on_one_person_the_strictest_counts():
    found = edited(
        document("two"), told(ASAN), told(ASAN, "release", of="two", outcome="released", date="2021-06-01"),
        cleared(ASAN, "named", basis="consent"), cleared(ASAN, "counted", of="two"),
    )  # fmt: skip
    assert levels(found)[1] == ("counted", "decided")


def test_fields_leave_only_where_a_decision_names_them():
    sent = told(
        ASAN,
        age=44,
        town="Qala",
        occupation="teacher",
        note="SECRET",
        alleged_organisation="SECRET MOVEMENT",
        perpetrators=(("Judge Sultan Erkin", "", ""),),
    )
    assert edited(sent).content.people[0].more == ()
    found = edited(
        sent,
        cleared(
            ASAN, "named", basis="consent", fields=("age", "perpetrators"), note="asking would warn them"
        ),
    ).content.people[0]
    assert found.more == (("age", "44"),)
    assert not any("SECRET" in one for one in texts(edited(sent).content))
    assert found.acts[0].more == (("perpetrators", "Judge Sultan Erkin"),)


@pytest.mark.parametrize(
    "wrong",
    [
        Clearance(id="x", subject_id="m-1", level="cited"),
        Clearance(id="x", subject_id="d-1", level="named"),
        Clearance(id="x", subject_id="c-1", level="named"),
        Clearance(id="x", subject_id="m-1", level="named", basis="because"),
        Clearance(id="x", subject_id="m-1", level="named", fields=("note",)),
        Clearance(id="x", subject_id="m-1", level="named", fields=("alleged_organisation",)),
    ],
)
def test_a_wrong_decision_is_refused(wrong):
    with pytest.raises(PublicationError):
        check_clearance(wrong)


def test_a_right_decision_passes():
    check_clearance(
        Clearance(
            id="x",
            subject_id="m-1",
            level="named",
            basis="consent",
            fields=("age", "photo"),
            photo="d-1",
            photo_sha256="0",
        )
    )
    check_clearance(Clearance(id="x", subject_id="d-1", level="used", basis="decision"))
