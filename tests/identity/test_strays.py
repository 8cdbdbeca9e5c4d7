"""Short forms whom their own document does not tell: they add nobody where a bearer of the name is counted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tizim.claims import Claim
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
        ({"d1": ["Aman Testov"], "d2": ["Probova"]}, (1, 2)),
        ({"d1": ["Aman Testov"], "d2": ["B. Probova"], "d3": ["Probova"]}, (2, 3)),
        ({"d1": ["Aman Testov", "Testov"], "d2": ["Dana Probova", "Testov"]}, (2, 3)),
        ({"d1": ["Aman Testov"], "d2": ["unnamed woman"]}, (1, 2)),
        ({"d1": ["Botagul Zhardebali", "Jardebali"]}, (1, 2)),
        ({"d1": ["Dana Testova"], "d2": ["@dana_t", "danochka93"]}, (1, 3)),
        ({"d1": ["Probova"], "d2": ["@probova"], "d3": ["unnamed woman"]}, (1, 3)),
        ({"d1": ["Aman Testov", "Bolat Testov", "Testov"]}, (2, 3)),
    ],
)
def test_a_short_form_may_be_whoever_bears_the_name_in_another_document(told, documents, expected):
    assert bounds(told(**documents)) == expected


def test_a_word_alone_adds_somebody_only_if_judged_to_be_none_of_the_others(told, judged):
    claims = told(d1=["Aman Testov"], d2=["Dana Probova"], d3=["Jardebali"])
    one = judged("d1 Aman Testov", "different", "d3 Jardebali")
    other = judged("d2 Dana Probova", "different", "d3 Jardebali")
    assert bounds(claims) == bounds(claims, [one]) == (2, 3)
    assert bounds(claims, [one, other]) == (3, 3)


PEOPLE = ("Aman Testov", "Dana Probova", "Serik Zhakenuly", "Botagul Oylmeri")
SHORT = {
    name: (name.split()[1], name.split()[0], f"@{name.split()[0]}", "Qurmov", "unnamed person", "Zhardebali")
    for name in PEOPLE
}


@settings(max_examples=150)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(PEOPLE), st.integers(0, len(SHORT[PEOPLE[0]])), st.booleans(), st.booleans()
        ),
        min_size=1,
        max_size=9,
    )
)
def test_the_truth_lies_between_the_bounds_whoever_the_words_alone_name(written):
    claims, true = [], {}
    for at, (name, way, counted, before) in enumerate(written):
        # Each stands in a document of its own, so that no document tells who a word alone is.
        form = (name, *SHORT[name])[way]
        document = f"d{at}" if before else f"e{at}"
        claims.append(Claim(id=f"c{at}", passage_id="q", document_id=document, act="fine", person=form))
        true[f"c{at}"] = (name, counted, way)
    known = people(claims, [])
    chosen = [one for one in known.persons if any(true[claim][1] for claim in one.claim_ids)]
    truth = {true[claim][0] for one in chosen for claim in one.claim_ids}
    full = {true[claim][0] for one in chosen for claim in one.claim_ids if true[claim][2] == 0}
    found = ever_bounds(known, [one.id for one in chosen])
    assert found.at_least <= len(truth) <= found.at_most
    assert found.at_least == max(len(full), min(len(chosen), 1))


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
