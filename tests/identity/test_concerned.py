"""Whom judgements can concern: enough mentions to compute persons and doubts alone, and not everybody."""

from hypothesis import given
from hypothesis import strategies as st
from tests.identity.strategies import registers

from tizim.identity import concerned, mention_id, people

PAIR = (mention_id("d1", "Aman Testov"), mention_id("d2", "Amann Testoff"))


def beside(known, claims):
    """For the first mention of a person whoever the doubts hold together with it."""
    persons = {person.id: person for person in known.persons}
    first = {person.mention_ids[0]: person.id for person in known.persons}
    groups = {one: doubt.person_ids for doubt in known.doubts for one in doubt.person_ids}
    written = {claim.id: (claim.document_id, claim.person) for claim in claims}

    def of(mention):
        own = first.get(mention)
        near = groups.get(own, (own,)) if own else ()
        return {written[claim] for one in near for claim in persons[one].claim_ids}

    return of


def test_who_has_nothing_to_do_with_the_pair_is_left_out(told):
    claims = told(d1=["Aman Testov", "Dana Probova"], d2=["Amann Testoff"], d3=["Dana Probova"])
    found = concerned([PAIR], claims, [], lambda _: ())
    assert found.written == {("d1", "Aman Testov"), ("d2", "Amann Testoff")}
    assert found.mention_ids == set(PAIR)
    assert [one.id for one in found.claims(claims)] == ["c-0", "c-2"]


def test_it_reaches_through_judgements_equal_names_and_surnames_of_one_document(told, judged):
    claims = told(d1=["Aman Testov", "Testov"], d2=["Amann Testoff"], d3=["Testov Aman"], d4=["Bolat Sadov"])
    link = judged("d2 Amann Testoff", "unsure", "d4 Bolat Sadov")
    found = concerned([PAIR], claims, [link], lambda _: ())
    assert found.written == {(one.document_id, one.person) for one in claims}
    assert found.judgements([link]) == (link,)


def test_a_mention_that_no_claim_tells_of_links_others_all_the_same(told, judged):
    claims = told(d1=["Aman Testov"], d2=["Amann Testoff"])
    links = [judged("d1 Aman Testov", "same", "d9 Nobody"), judged("d9 Nobody", "same", "d2 Amann Testoff")]
    found = concerned([links[0].pair], claims, links, lambda _: ())
    assert len(found.written) == 2
    assert mention_id("d9", "Nobody") in found.mention_ids


@given(registers(), st.data())
def test_persons_and_doubts_of_what_is_concerned_can_be_computed_alone(register, data):
    claims, judgements = register
    left = data.draw(st.sampled_from(claims))
    right = data.draw(st.sampled_from(claims))
    pair = mention_id(left.document_id, left.person), mention_id(right.document_id, right.person)
    known = people(claims, judgements)
    found = concerned([pair], claims, judgements, beside(known, claims))
    alone = people(found.claims(claims), found.judgements(judgements))
    inside = {one.id for one in known.persons if not found.mention_ids.isdisjoint(one.mention_ids)}
    assert set(alone.persons) == {one for one in known.persons if one.id in inside}
    assert set(alone.doubts) == {one for one in known.doubts if not inside.isdisjoint(one.person_ids)}
