"""The word tables of the engine for languages with cases."""

import pytest

from tizim.reading import WordListError
from tizim.reading.inflected.entries import Role, entries_in, role
from tizim.reading.listening import lexicon


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("acc", Role("acc", written="acc")),
        ("против+gen", Role("gen", before="против", written="против+gen")),
        ("в отношении+gen", Role("gen", before="в отношении", written="в отношении+gen")),
        ("gen+үстінен", Role("gen", after="үстінен", written="gen+үстінен")),
        ("gen>", Role("gen", side=">", written="gen>")),
        ("<gen", Role("gen", side="<", written="<gen")),
    ],
)
def test_a_role_names_case_adposition_and_side(written, read):
    assert role(written) == read


def test_a_role_without_a_case_is_refused():
    with pytest.raises(WordListError, match="names no case"):
        role("против")


def test_an_entry_with_an_unknown_field_is_refused():
    with pytest.raises(WordListError, match="entry of detention"):
        list(entries_in({"detention": [{"words": ["x"], "victim": ["acc"], "neer": ["y"]}]}))


def test_the_object_of_a_verb_is_the_subject_of_its_passive():
    (entry,) = entries_in({"detention": [{"words": ["x"], "victim": ["acc", "у+gen"]}]})
    assert [one.written for one in entry.passive] == ["nom", "у+gen"]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_tables_of_each_language_use_known_codes(language):
    from tizim.vocab import table

    acts, statuses, penalties = (set(table(name).codes) for name in ("acts", "statuses", "penalties"))
    for entry in lexicon(language).entries:
        assert entry.act in acts | {"penalty"}
        assert entry.status.lstrip("?") in statuses | {""}
        assert entry.outcome.split(" ")[0].strip(";") in penalties | {""}
        assert entry.penalty in penalties | {""}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_agency_has_a_type_of_the_vocabulary(language):
    from tizim.vocab import table

    known = set(table("perpetrator_types").codes)
    assert set(lexicon(language).tables["people"].get("agencies") or {}) <= known
