"""Names that are alike are a question, never an answer."""

from tizim.claims import Claim
from tizim.identity import Judgement, mention_id, people


def told(*names):
    return [
        Claim(id=f"c-{n}", passage_id=f"s-{n}", document_id=f"d-{n}", person=name, act="detention")
        for n, name in enumerate(names)
    ]


def test_another_script_is_a_doubt_and_no_answer():
    found = people(told("Aidos Zhelkenov", "Айдос Желкенов", "Ilyas Shoqparov"), [])
    assert len(found.persons) == 3
    (doubt,) = found.doubts
    assert doubt.why == ("names_alike",)
    assert len(doubt.person_ids) == 2


def test_a_judgement_ends_the_doubt_either_way():
    claims = told("Aidos Zhelkenov", "Айдос Желкенов")
    left, right = (mention_id(one.document_id, one.person) for one in claims)
    for verdict, persons in (("same", 1), ("different", 2)):
        found = people(claims, [Judgement(id="j-1", left=left, right=right, verdict=verdict)])
        assert (len(found.persons), found.doubts) == (persons, ())


def test_bare_surnames_and_first_names_are_asked_about_nowhere():
    assert people(told("Zhelkenov", "Желкенов", "Айдос", "Aidos"), []).doubts == ()


def test_two_names_near_a_third_are_not_asked_about_with_each_other():
    found = people(told("Aman Testov", "Amann Testoff", "Aman Tessoff"), [])
    for doubt in found.doubts:
        assert all(len(crowd) == 2 for crowd in doubt.crowds)


def test_a_short_form_of_one_may_be_the_other_too():
    claims = [
        Claim(id=f"c-{n}", passage_id=f"s-{n}", document_id=document, person=name, act="detention")
        for n, (document, name) in enumerate(
            [
                ("d1", "Aidos Zhelkenov"),
                ("d1", "Ilyas Zhelkenov"),
                ("d1", "Zhelkenov"),
                ("d2", "Айдос Желкенов"),
            ]
        )
    ]
    found = people(claims, [])
    ids = {person.name: person.id for person in found.persons}
    (doubt,) = found.doubts
    assert doubt.why == ("names_alike", "short_form")
    assert tuple(sorted((ids["Zhelkenov"], ids["Айдос Желкенов"]))) in doubt.pairs
    assert tuple(sorted((ids["Ilyas Zhelkenov"], ids["Айдос Желкенов"]))) not in doubt.pairs
