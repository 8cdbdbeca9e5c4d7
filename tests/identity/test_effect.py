"""What a judgement would do, by example."""

from tizim.identity import at_odds, effect_of, mention_id, people


def test_judging_two_names_the_same_joins_their_persons(told, judged):
    claims = told(d1=["Aman Testov"], d2=["Amann Testoff"], d3=["Dana Probova"])
    effect = effect_of(judged("d1 Aman Testov", "same", "d2 Amann Testoff"), claims, [])
    ids = [person.id for person in people(claims, []).persons]
    assert effect.joined == (tuple(sorted(ids[:2])),)
    assert not effect.parted
    assert not effect.contradictions


def test_judging_one_name_different_parts_the_person_and_says_how(told, judged):
    claims = told(d1=["Aman Testov"], d2=["Aman Testov"])
    effect = effect_of(judged("d1 Aman Testov", "different", "d2 Aman Testov"), claims, [])
    (person,) = people(claims, []).persons
    mentions = (mention_id("d1", "Aman Testov"), mention_id("d2", "Aman Testov"))
    assert effect.parted == ((person.id, tuple(sorted((one,) for one in mentions))),)


def test_a_judgement_that_would_contradict_others_is_told(told, judged):
    claims = told(d1=["Aman Testov"], d2=["Amann Testov"], d3=["Aman Testoff"])
    judgements = [
        judged("d1 Aman Testov", "same", "d2 Amann Testov"),
        judged("d2 Amann Testov", "same", "d3 Aman Testoff"),
    ]
    effect = effect_of(judged("d1 Aman Testov", "different", "d3 Aman Testoff"), claims, judgements)
    assert len(effect.contradictions) == 1
    assert (effect.doubts_before, effect.doubts_after) == (0, 3)


def test_what_is_judged_already_changes_nothing(told, judged):
    claims = told(d1=["Aman Testov"], d2=["Amann Testov"])
    again = judged("d2 Amann Testov", "same", "d1 Aman Testov")
    effect = effect_of(again, claims, [judged("d1 Aman Testov", "same", "d2 Amann Testov")])
    assert not (effect.joined or effect.parted or effect.contradictions)


def test_a_contradiction_is_told_by_the_fewest_judgements_that_cannot_all_be_right(told, judged):
    names = ["Aman Testov", "Amann Testov", "Aman Testoff", "Amon Testov"]
    claims = told(**{f"d{number}": [name] for number, name in enumerate(names, 1)})
    one, two, three, four = (f"d{number} {name}" for number, name in enumerate(names, 1))
    judgements = [
        judged(one, "same", two),
        judged(two, "same", three),
        judged(three, "same", four),
        judged(one, "same", three),
    ]
    parting = judged(one, "different", three)
    through = [*judgements[:3], parting]
    (clash,) = people(claims, through).contradictions
    assert set(clash.judgement_ids) == {found.id for found in through}
    (chain,) = at_odds(clash, through)
    assert chain == (parting, judgements[0], judgements[1])


def test_unsure_contradicts_nothing(told, judged):
    claims = told(d1=["Aman Testov"], d2=["Amann Testov"], d3=["Aman Testoff"])
    judgements = [
        judged("d1 Aman Testov", "same", "d2 Amann Testov"),
        judged("d2 Amann Testov", "same", "d3 Aman Testoff"),
        judged("d1 Aman Testov", "unsure", "d3 Aman Testoff"),
    ]
    assert people(claims, judgements).contradictions == ()


def test_a_contradiction_that_would_end_is_told(told, judged):
    claims = told(d1=["Aman Testov"], d2=["Amann Testov"], d3=["Aman Testoff"])
    judgements = [
        judged("d1 Aman Testov", "same", "d2 Amann Testov"),
        judged("d2 Amann Testov", "same", "d3 Aman Testoff"),
        judged("d1 Aman Testov", "different", "d3 Aman Testoff"),
    ]
    effect = effect_of(judged("d1 Aman Testov", "same", "d3 Aman Testoff"), claims, judgements)
    assert len(effect.settled) == 1
    assert not effect.contradictions
