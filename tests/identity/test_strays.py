"""Short forms whom their own document does not tell: they add nobody where a bearer of the name is counted."""

import pytest

from tizim.identity import ever_bounds, people


def bounds(claims, judgements=()):
    known = people(claims, judgements)
    found = ever_bounds(known, [person.id for person in known.persons])
    return found.at_least, found.at_most


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        ({"d1": ["Aman Testov"], "d2": ["Testov"]}, (1, 2)),
        ({"d1": ["Aman Testov"], "d2": ["Тестов"]}, (1, 2)),
        ({"d1": ["Aman Testov"], "d2": ["A. Testov"]}, (1, 2)),
        ({"d1": ["Aman Testov"], "d2": ["B. Testov"]}, (2, 2)),
        ({"d1": ["Testov"], "d2": ["Testov"], "d3": ["Testov"]}, (1, 3)),
        ({"d1": ["A. Testov"], "d2": ["B. Testov"]}, (2, 2)),
        ({"d1": ["A. Testov"], "d2": ["Testov"], "d3": ["B. Testov"]}, (2, 3)),
        ({"d1": ["Aman Testov", "Aman"]}, (1, 2)),
        ({"d1": ["Aman Testov"], "d2": ["Probova"]}, (2, 2)),
        ({"d1": ["Aman Testov", "Testov"], "d2": ["Dana Probova", "Testov"]}, (2, 3)),
        ({"d1": ["Aman Testov"], "d2": ["unnamed woman"]}, (2, 2)),
    ],
)
def test_a_short_form_may_be_whoever_bears_the_name_in_another_document(told, documents, expected):
    assert bounds(told(**documents)) == expected


def test_a_stray_is_in_no_doubt_that_people_are_asked_about(told):
    known = people(told(d1=["Aman Testov"], d2=["Testov"], d3=["Bolat Testov"]), [])
    assert known.doubts == ()
    (strays,) = known.strays
    assert (len(strays.person_ids), len(strays.bearers)) == (1, 2)


def test_a_stray_judged_to_be_somebody_is_one_no_longer(told, judged):
    claims = told(d1=["Aman Testov"], d2=["Testov"])
    assert people(claims, [judged("d1 Aman Testov", "same", "d2 Testov")]).strays == ()
    (strays,) = people(claims, [judged("d1 Aman Testov", "different", "d2 Testov")]).strays
    assert strays.different == {tuple(sorted((*strays.person_ids, *strays.bearers)))}


def test_many_bare_surnames_do_not_swallow_those_who_are_written_out(told):
    named = {f"d{at}": [f"{name} Testov"] for at, name in enumerate(("Aman", "Bolat", "Serik", "Dana"))}
    stray = {f"e{at}": ["Testov"] for at in range(50)}
    assert bounds(told(**named, **stray)) == (4, 54)
