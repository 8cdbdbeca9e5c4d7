import pytest

from tests.publications.made import AT, DAY, register, told
from tizim.documents import MemoryVault
from tizim.publications import (
    COMPOSING,
    Asked,
    PublicationError,
    Wanted,
    composed,
    content_of,
    edition,
    freeze,
    made_again,
)
from tizim.publications.words_digest import words_digest
from tizim.tallies import definition, definition_text

ASAN, DINA = told("Asan Bekov"), told("Dina Ospanova")


def wanted(name="in-custody", text=None):
    return Wanted(definition(name), text or definition_text(name), DAY, AT)


def signed(digest):
    return f"signed {len(digest)}"


def test_what_was_frozen_is_in_the_vault_with_the_definition_and_is_made_again_bit_for_bit():
    entries, vault = register(ASAN, DINA), MemoryVault()
    found = freeze(entries, wanted(), vault=vault, signed=signed)
    assert vault.has(found.entry.digest)
    assert vault.has(found.entry.definition_sha256)
    assert content_of(found.entry, vault) == found.made.content
    assert made_again(found.entry, entries, vault) == ()
    assert made_again(found.entry, register(ASAN), vault) == ("entries",)


def test_the_work_told_of_while_a_list_is_frozen_adds_up():
    done = []
    freeze(register(ASAN, DINA), wanted(), vault=MemoryVault(), signed=signed, done=done.append)
    assert sum(done) == COMPOSING and len(done) == 3


def frozen_with_older_words(entries, vault, *, others=()):
    """An edition as a program with older words made it, from these entries."""
    of = freeze(entries, wanted(), vault=vault, signed=signed).entry
    asked = Asked(definition("in-custody"), DAY, AT, 1, vocabulary="of last year", program="0.0.1")
    older = edition(
        composed((*entries, *others), asked).content, signed=signed, definition_sha256=of.definition_sha256
    )
    return older


def test_newer_words_that_change_nothing_make_the_same_edition():
    entries, vault = register(ASAN), MemoryVault()
    assert made_again(frozen_with_older_words(entries, vault), entries, vault) == ()


def test_where_words_have_changed_and_the_list_with_them_it_is_said():
    entries, vault = register(ASAN), MemoryVault()
    older = frozen_with_older_words(entries, vault, others=register(DINA))
    assert made_again(older, entries, vault) == ("vocabulary", "program")


def test_an_edition_whose_bytes_were_changed_is_refused():
    entries, vault = register(ASAN), MemoryVault()
    of = freeze(entries, wanted(), vault=vault, signed=signed).entry
    vault._files[of.digest] = b"{}"
    with pytest.raises(PublicationError, match="not those of the edition"):
        content_of(of, vault)


def test_the_same_again_is_not_frozen_and_a_foreign_text_is_refused():
    entries, vault = register(ASAN), MemoryVault()
    first = freeze(entries, wanted(), vault=vault, signed=signed).entry
    with pytest.raises(PublicationError, match="says the same"):
        freeze((*entries, first), wanted(), vault=vault, signed=signed)
    with pytest.raises(PublicationError, match="text"):
        freeze(entries, wanted(text=definition_text("convicted")), vault=MemoryVault(), signed=signed)


def test_the_digest_of_the_words_covers_every_room_s_words():
    from tizim.publications.words_digest import _all

    names = {name for name, _ in _all()}
    for one in (
        "vocab/acts.yml",
        "timelines/rules.yml",
        "tallies/prisoners.yml",
        "publications/allowed.yml",
        "assessments/PACE-1900-2012.yml",
    ):
        assert one in names
    assert any(name.startswith("vocab/law/") for name in names)
    assert len(words_digest()) == 64
