import random
from dataclasses import replace
from datetime import date

import pytest

from tests.publications.made import AT, DAY, document, edited, register, told
from tizim.assessments import Determination
from tizim.identity import mention_id
from tizim.ledger import Withdrawal
from tizim.publications import (
    Asked,
    Erratum,
    PublicationError,
    approval,
    approved,
    check_again,
    composed,
    digest,
    edition,
    editions,
    errata,
    frozen,
    texts,
    thawed,
    turns,
)
from tizim.tallies import definition, tally
from tizim.timelines import chronicle

ASAN, DINA, OMAR = "Asan Bekov", "Dina Ospanova", "Omar Sarin"


def entry(content, by="asel"):
    made = edition(content, signed=lambda told: f"signed:{len(told)}", definition_sha256="0" * 64)
    return type(made)(
        **{name: getattr(made, name) for name in made.field_names()} | {"recorded_by": by, "recorded_at": AT}
    )


def test_the_numbers_are_those_of_the_tally_and_everybody_has_a_passage():
    entries = register(told(ASAN), told(DINA, certainty="alleged"), told(OMAR, outcome="imprisonment P4M"))
    found = composed(entries, Asked(definition("in-custody"), DAY, AT, 1)).content
    counted = tally(definition("in-custody"), chronicle(entries, basis="reviewed"), as_of=DAY)
    assert (found.at_least, found.at_most) == (counted.at_least, counted.at_most)
    assert {one.name: one.sure for one in found.people} == {one.name: one.sure for one in counted.members}
    for one in found.people:
        assert {found.passages[place].quote for act in one.acts for place in act.passages} == {
            f"{one.name}: sentence."
        }


def test_the_same_entries_give_the_same_bytes_in_any_order_of_people():
    people = [
        told(f"{given} Sarin", date=f"2020-0{month}-01")
        for month, given in enumerate(("Asan", "Dina", "Omar"), 1)
    ]
    first = frozen(edited(*people).content)
    random.Random(1).shuffle(people)
    again = edited(*people).content
    assert [one.name for one in thawed(first).people] == [one.name for one in again.people]
    assert frozen(edited(*people).content) == frozen(again)
    assert thawed(frozen(again)) == again


def test_an_edition_made_again_is_the_same_and_says_what_changed_if_it_is_not():
    content = edited(told(ASAN)).content
    of = entry(content)
    assert of.digest == digest(frozen(content))
    assert check_again(of, edited(told(ASAN)).content) == ()
    assert check_again(of, edited(told(ASAN), told(DINA)).content) == ("entries",)
    later = composed(
        register(told(ASAN)), Asked(definition("in-custody"), DAY, AT, 1, vocabulary="newer")
    ).content
    assert check_again(of, later) == ("vocabulary",)


def test_an_edition_needs_somebody_else_who_lets_it_out():
    of = entry(edited(told(ASAN)).content, by="asel")
    with pytest.raises(PublicationError, match="somebody else"):
        approval(of, "approve", by="asel")
    with pytest.raises(PublicationError, match="reason"):
        approval(of, "refuse", by="boris")
    with pytest.raises(PublicationError, match="perhaps"):
        approval(of, "perhaps", by="boris")
    assert (approved(of, [of]).may_leave, approved(of, [of]).why) == (False, "second_person_wanted")

    def written(decision, by, reason=None):
        made = approval(of, decision, by=by, reason=reason)
        return type(made)(**{name: getattr(made, name) for name in made.field_names()} | {"recorded_by": by})

    yes, no = written("approve", "boris"), written("refuse", "dana", "a name too many")
    assert approved(of, [of, yes]).may_leave
    assert approved(of, [of, yes, no]).why == "refused"
    assert approved(of, [of, yes, no, Withdrawal(id="w-1", corrects=no.id)]).may_leave


def test_editions_of_one_list_come_in_their_order():
    one, two = (
        entry(edited(told(ASAN), number=1).content),
        entry(edited(told(ASAN), told(DINA), number=2).content),
    )
    other = entry(edited(told(ASAN), of="convicted").content)
    assert editions([two, other, one], "in-custody") == (one, two)
    assert len(editions([two, other, one])) == 3


def test_who_joined_and_who_left_is_said_with_what_was_printed():
    freed = told(ASAN, "release", date="2021-03-01", outcome="released")
    first = edited(told(ASAN), told(OMAR)).content
    later = edited(
        told(ASAN), freed, told(DINA, date="2021-03-10"), told(OMAR), number=2, as_of=date(2021, 6, 1)
    ).content
    found = {(one.what, (one.before or one.after).name) for one in turns(first, later)}
    assert found == {("joined", DINA), ("left", ASAN)}
    with pytest.raises(PublicationError, match="different lists"):
        turns(first, edited(told(ASAN), of="convicted").content)


def test_errata_stay_beside_the_edition():
    of = entry(edited(told(ASAN)).content)
    one = Erratum(
        id="y-1",
        edition_id=of.id,
        place="1",
        said="P4Y",
        right="P3Y",
        reason="the court's paper",
        date="2021-03-01",
    )
    other = Erratum(
        id="y-2", edition_id="e-other", place="1", said="a", right="b", reason="c", date="2021-01-01"
    )
    assert errata(of, [of, other, one]) == (one,)


def test_what_no_allow_list_names_stands_nowhere_in_an_edition():
    secrets = {
        "note": "SECRET-note", "act_detail": "SECRET-detail", "offence": "SECRET-offence", "occupation": "SECRET-work",
        "town": "SECRET-town", "event": "SECRET-event", "status": "SECRET-status", "date_basis": "SECRET-basis",
        "place": "SECRET-place, house 5", "reported_by": "Secretova Raya", "mention": "SECRET-mention",
    }  # fmt: skip
    extra = {
        "author": "SECRET-author",
        "note": "SECRET-dnote",
        "extractor": "SECRET-tool",
        "file_name": "SECRET.txt",
    }
    found = edited(
        document("two", **extra), told(ASAN, of="two", quote="He was sentenced.", **secrets)
    ).content
    assert found.people[0].name == ASAN
    told_out = " ".join(texts(found))
    assert "SECRET" not in told_out
    assert "Secretova" not in told_out


def test_an_edition_of_people_assessed_rests_on_decisions_that_cite_usable_documents():
    by = [("one", "p-one-Asan Bekov-sentence-"), ("two", "p-shut-Asan Bekov-trial-")]
    shut = document("shut", obtained="given_by_lawyer")
    found = [
        Determination(
            id=f"k-{who}", mention_id=mention_id("d-one", "Asan Bekov"), criteria_set="PACE-1900-2012/1",
            criterion="a", finding="met", passages_for=(passage,), recorded_by=who,
        ) for who, passage in by
    ]  # fmt: skip
    said = [shut, told("Asan Bekov"), told("Asan Bekov", "trial", of="shut")]

    def bounds(*decisions):
        entries = [*register(*said), *decisions]
        asked = Asked(definition("political-prisoners"), DAY, AT, 1)
        content = composed(entries, asked).content
        return content.at_least, content.at_most

    assert bounds() == (0, 0)
    assert bounds(*found) == (0, 1)
    both = replace(found[1], passages_for=("p-one-Asan Bekov-sentence-",))
    assert bounds(found[0], both) == (1, 1)
