"""What holds for any claims and judgements."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from tests.identity.strategies import claim, registers, truths

from tizim.identity import Judgement, effect_of, ever_bounds, mention_id, mentions_of, people
from tizim.ledger import Withdrawal, in_force


def as_sets(known):
    persons = {
        (one.id, one.name, one.names, one.mention_ids, frozenset(one.claim_ids)) for one in known.persons
    }
    return persons, known.doubts, set(known.contradictions)


@given(registers(), st.randoms(use_true_random=False))
def test_order_never_matters(register, random):
    claims, judgements = register
    shuffled = random.sample(claims, len(claims)), random.sample(judgements, len(judgements))
    assert as_sets(people(*shuffled)) == as_sets(people(*register))


@given(registers())
def test_every_claim_and_mention_belongs_to_one_person(register):
    claims, _ = register
    known = people(*register)
    assert sorted(one for person in known.persons for one in person.claim_ids) == sorted(
        one.id for one in claims
    )
    mentions = sorted(one.id for one in mentions_of(claims))
    assert sorted(one for person in known.persons for one in person.mention_ids) == mentions
    assert len({person.id for person in known.persons}) == len(known.persons)


@given(registers())
def test_the_finest_partition_refines_the_coarsest(register):
    known = people(*register)
    ids = {person.id for person in known.persons}
    in_doubt = [one for doubt in known.doubts for one in doubt.person_ids]
    assert len(in_doubt) == len(set(in_doubt))
    assert ids.issuperset(in_doubt)
    for doubt in known.doubts:
        assert len(doubt.person_ids) > 1
        assert {one for pair in doubt.pairs for one in pair} <= set(doubt.person_ids)
        assert doubt.pairs
        assert not doubt.pairs & doubt.different


@given(registers())
def test_nothing_is_joined_against_a_judgement_nor_left_apart_against_an_uncontested_one(register):
    _, judgements = register
    known = people(*register)
    person = {mention: one.id for one in known.persons for mention in one.mention_ids}
    contested = {one for contradiction in known.contradictions for one in contradiction.judgement_ids}
    for judgement in judgements:
        both = judgement.left in person and judgement.right in person and judgement.left != judgement.right
        latest = max(other.recorded_at for other in judgements if other.pair == judgement.pair)
        if both and judgement.recorded_at == latest:
            together = person[judgement.left] == person[judgement.right]
            if judgement.verdict == "different":
                assert not together
            elif judgement.verdict == "same" and judgement.id not in contested:
                assert together


@given(registers(), st.data())
def test_a_judgement_taken_back_gives_the_earlier_answer(register, data):
    claims, judgements = register
    if not judgements:
        return
    taken = data.draw(st.sampled_from(judgements))
    back = Withdrawal(id="w-1", corrects=taken.id)
    standing = [one for one in in_force([*judgements, back]) if isinstance(one, Judgement)]
    assert people(claims, standing) == people(claims, [one for one in judgements if one.id != taken.id])


@given(registers(), st.sampled_from(["Yerlan Newman", "Aman Testov", "Testov", "A. Testov"]))
def test_what_is_recorded_later_renames_nobody_who_is_not_joined(register, name):
    claims, judgements = register
    before = people(claims, judgements)
    after = people([*claims, claim(99, "d8", name, at="2026-03-01T00:00:00.000000Z")], judgements)
    assert {person.id for person in before.persons} <= {person.id for person in after.persons}


DIFFERENT_NAMES = [
    f"{given_name} {family}ov" for given_name in ("Aman", "Bolat", "Dana") for family in ("Test", "Prob")
]


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from(["same", "unsure"])), max_size=8)
)
def test_where_names_say_nothing_one_judgement_joins_two_persons_at_most(triples):
    claims = [claim(number, f"d{number}", name) for number, name in enumerate(DIFFERENT_NAMES)]
    ids = [mention_id(f"d{number}", name) for number, name in enumerate(DIFFERENT_NAMES)]
    judgements, counts = [], [len(DIFFERENT_NAMES)]
    for number, (left, right, verdict) in enumerate(triples):
        moment = f"2026-01-01T00:00:0{number}.000000Z"
        judgements.append(
            Judgement(id=f"j-{number}", recorded_at=moment, left=ids[left], right=ids[right], verdict=verdict)
        )
        counts.append(len(people(claims, judgements).persons))
        assert verdict != "same" or counts[-2] - 1 <= counts[-1] <= counts[-2]


@given(truths(), st.data())
def test_the_bounds_hold_the_truth_where_names_keep_the_rules(truth, data):
    known = people(truth.claims, truth.judgements)
    for person in known.persons:
        assert len({truth.about[one] for one in person.claim_ids}) == 1
    chosen = [person for person in known.persons if data.draw(st.booleans())]
    really = len({truth.about[person.claim_ids[0]] for person in chosen})
    bounds = ever_bounds(known, {person.id for person in chosen})
    assert bounds.at_least <= really <= bounds.at_most
    assert not known.contradictions


@given(registers(), st.data())
def test_the_effect_of_a_judgement_is_told_before_it_is_written(register, data):
    claims, judgements = register
    ids = sorted({mention.id for mention in mentions_of(claims)})
    left, right = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
    made = Judgement(
        id="j-99", left=left, right=right, verdict=data.draw(st.sampled_from(["same", "different"]))
    )
    effect = effect_of(made, claims, judgements)
    before = people(claims, judgements)
    after = people(claims, [*judgements, replace(made, recorded_at="2026-09-01T00:00:00.000000Z")])
    if not effect.joined and not effect.parted:
        assert {one.mention_ids for one in before.persons} == {one.mention_ids for one in after.persons}
    if not effect.joined:
        assert len(after.persons) == len(before.persons) + sum(len(parts) - 1 for _, parts in effect.parted)
    if not effect.parted:
        assert len(after.persons) == len(before.persons) - sum(len(group) - 1 for group in effect.joined)
    for group in effect.joined:
        for one, other in combinations(group, 2):
            assert one != other
