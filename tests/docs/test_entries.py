"""The page of entries tells of every kind and each of its fields, and of none that does not exist."""

import pytest

from tests.docs.pages import first_codes, page, sections
from tizim.ledger import Entry
from tizim.stores.sql.kinds import ENTRY_CLASSES

SECTIONS = sections(page("entries.md"))
KINDS = {one.kind: one for one in ENTRY_CLASSES}
ENVELOPE = Entry.field_names()


def test_every_kind_has_a_section_and_every_section_a_kind():
    assert set(SECTIONS) - {"What every entry has"} == set(KINDS)


def test_the_envelope_is_told_once():
    assert first_codes(SECTIONS["What every entry has"]) == list(ENVELOPE)


@pytest.mark.parametrize("kind", KINDS)
def test_a_section_tells_of_the_fields_of_its_kind_in_their_order(kind):
    own = [name for name in KINDS[kind].field_names() if name not in ENVELOPE]
    assert sorted(first_codes(SECTIONS[kind])) == sorted(own)
