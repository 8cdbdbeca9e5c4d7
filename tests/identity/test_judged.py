"""What is judged, turned from some judgements to others, is the same as if all were weighed anew."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.identity.strategies import registers

from tizim.identity import judged
from tizim.identity.judged import Judged
from tizim.identity.judgement import Judgement


def told(of, mentions):
    return of.contradictions, of.about(mentions), {one: sorted(of.beside(one)) for one in mentions}


@given(registers(), registers(), st.data())
def test_turned_is_the_same_as_weighed_anew(register, other, data):
    (_, before), (_, more) = register, other
    more = [
        Judgement(
            id=f"k-{one.id}", left=one.left, right=one.right, verdict=one.verdict, recorded_at=one.recorded_at
        )
        for one in more
    ]
    kept = data.draw(st.lists(st.sampled_from(before), unique_by=id) if before else st.just([]))
    after = data.draw(st.permutations([*kept, *more]))
    first = Judged(before)
    turned, anew = first.turned(after), Judged(after)
    mentions = {one for each in (*before, *after) for one in each.pair}
    assert told(turned, mentions) == told(anew, mentions)
    assert turned.changed_from(first) == anew.changed_from(first) == anew.changed_from(Judged(before))
    assert first.changed_from(turned) == first.changed_from(anew)
    again = turned.turned(before)
    assert told(again, mentions) == told(first, mentions)


def judgement(number, left, right):
    return Judgement(id=f"j-{number}", left=left, right=right, verdict="same", recorded_at="2026-01-01")


def test_one_more_judgement_weighs_only_those_that_hang_together_with_it(monkeypatch):
    apart = [judgement(number, f"m{number}", f"n{number}") for number in range(1000)]
    before, weighed = Judged(apart), []
    weigh = judged.weigh
    monkeypatch.setattr(judged, "weigh", lambda some: weigh(weighed.extend(found := list(some)) or found))
    read_again = [replace(one, reason="a reason", recorded_by="somebody") for one in apart]
    after = before.turned([*read_again, judgement(1000, "n3", "m7")])
    assert {one.id for one in weighed} == {"j-3", "j-7", "j-1000"}
    assert after.about(["m3", "n3", "m7", "n7"]).same == (("m3", "n3"), ("m7", "n3"), ("m7", "n7"))


@pytest.mark.parametrize("many", [False, True])
def test_what_stands_under_one_id_in_two_ways_is_weighed_too(many):
    one, other = judgement(1, "a", "b"), judgement(1, "c", "d")
    before = Judged([one, other] if many else [one])
    assert before.turned([one, other]).about("abcd").same == (("a", "b"), ("c", "d"))
