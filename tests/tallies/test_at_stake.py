"""Which doubts a count depends on, and which lists rest on judgements that contradict each other."""

from datetime import date

import pytest

from tizim.identity import Judgement, mentions_of
from tizim.tallies import at_stake, contested, definition, tally
from tizim.timelines import chronicle, origins_of, timeline

DAY = date(2020, 11, 30)


@pytest.fixture
def stakes(known):
    """The lists by name that depend on whether the persons of these claims are one."""

    def of(*claims, names=("in-custody", "convicted")):
        entries = known(*claims)
        told = chronicle(entries)
        pair = tuple(sorted(told.lives))
        assert len(pair) == 2

        def as_one(_):
            return timeline(claims, origins_of(entries))

        found = at_stake([definition(name) for name in names], told, [pair], as_one, as_of=DAY)
        return found.get(pair, ())

    return of


def test_two_on_one_list_would_be_counted_once(claim, stakes):
    one = claim("Arman Testov", "pretrial_detention", "2020-11-10")
    other = claim("Bolat Probov", "pretrial_detention", "2020-11-10", document_id="d-3")
    assert stakes(one, other) == ("in-custody",)


def test_a_release_of_the_other_would_end_the_first(claim, stakes):
    one = claim("Arman Testov", "pretrial_detention", "2020-11-10")
    other = claim("Bolat Probov", "release", "2020-11-20", document_id="d-3")
    assert stakes(one, other) == ("in-custody",)


def test_people_of_whom_no_list_speaks_change_none(claim, stakes):
    one = claim("Arman Testov", "fine", "2020-11-10")
    other = claim("Bolat Probov", "pretrial_detention", "2020-11-10", document_id="d-3")
    assert stakes(one, other) == ()


def test_a_list_names_contradictory_judgements_on_those_whom_it_counts(claim, known):
    claims = [
        claim("Arman Testov", "pretrial_detention", "2020-11-10"),
        claim("Bolat Probov", "pretrial_detention", "2020-11-10", document_id="d-3"),
        claim("Dana Sadova", "fine", "2020-11-10", document_id="d-3"),
    ]
    one, other, third = (mention.id for mention in mentions_of(claims))
    judgements = [
        Judgement(id="j-1", left=one, right=other, verdict="same"),
        Judgement(id="j-2", left=other, right=third, verdict="same"),
        Judgement(id="j-3", left=one, right=third, verdict="different"),
    ]
    told = chronicle(known(*claims, *judgements))
    (clash,) = contested(tally(definition("in-custody"), told, as_of=DAY), told)
    assert clash.judgement_ids == ("j-1", "j-2", "j-3")
    assert contested(tally(definition("deaths"), told, as_of=DAY), told) == ()
    quiet = chronicle(known(*claims))
    assert contested(tally(definition("in-custody"), quiet, as_of=DAY), quiet) == ()
