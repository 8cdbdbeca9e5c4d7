from hypothesis import given
from hypothesis import strategies as st
from tests.claims.making import claim, document

from tizim.claims import confirmations, documents_by_id, root_document
from tizim.ledger import Withdrawal


def library(**reprints: str | None):
    return documents_by_id([document(id, reprints=repeated) for id, repeated in reprints.items()])


def test_a_reprint_confirms_nothing():
    held = library(a=None, b="a", c="b", d=None)
    found = confirmations([claim(document_id=id) for id in "abcd"], held)
    assert found.documents == ("a", "d")


def test_reprints_of_an_original_that_is_not_here_are_one():
    held = library(a="gone", b="gone")
    assert confirmations([claim(document_id=id) for id in "ab"], held).documents == ("gone",)


def test_documents_that_repeat_each_other_in_a_circle_are_one():
    held = library(a="b", b="c", c="b", d="a", e="e")
    assert {root_document(id, held) for id in "abcd"} == {"b"}
    assert root_document("e", held) == "e"


def test_two_documents_of_one_source_are_one_source():
    held = documents_by_id([document("a", source_id="s"), document("b", source_id="s"), document("c")])
    found = confirmations([claim(document_id=id) for id in "abc"], held)
    assert (found.documents, found.sources) == (("a", "b", "c"), ("c", "s"))


def test_a_document_found_to_be_a_reprint_later_is_one_from_then_on():
    original, copy = document("a"), document("b")
    found = document("b2", corrects="b", reprints="a")
    again = document("b3", corrects="b2", reprints="a")
    both = [claim(document_id="a"), claim(document_id="b")]
    assert len(confirmations(both, documents_by_id([original, copy])).documents) == 2
    assert len(confirmations(both, documents_by_id([original, copy, found])).documents) == 1
    assert confirmations(both, documents_by_id([original, copy, found, again])).documents == ("a",)


def test_an_original_that_was_corrected_is_still_the_root_of_its_reprints():
    held = documents_by_id([document("a"), document("b", reprints="a"), document("a2", corrects="a")])
    assert root_document("b", held) == root_document("a", held) == "a2"


def test_a_tie_that_was_taken_back_ties_no_more():
    entries = [document("a"), document("b"), document("b2", corrects="b", reprints="a")]
    both = [claim(document_id="a"), claim(document_id="b")]
    held = documents_by_id([*entries, Withdrawal(id="w-1", corrects="b2")])
    assert confirmations(both, held).documents == ("a", "b")


def test_claims_without_known_documents_stand_for_themselves():
    assert confirmations([claim(document_id="x")], {}).documents == ("x",)
    assert confirmations([], {}).documents == ()


IDS = st.sampled_from("abcdef")


@given(st.dictionaries(IDS, st.none() | IDS))
def test_every_reprint_has_the_root_of_what_it_repeats(reprints):
    held = library(**reprints)
    for id, repeated in reprints.items():
        root = root_document(id, held)
        assert root_document(root, held) == root
        assert repeated is None or root_document(repeated, held) == root
