from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tizim.documents import (
    Document,
    DocumentsError,
    MemoryVault,
    Passage,
    QuoteError,
    Span,
    passage_at,
    quote_of,
    show,
    text_of,
)

TEXT = "Court news\nAset was held in Orda. He is free.\n\fOn page two Dana was held."
DOCUMENT = Document(id="d-1", file_name="a.pdf", media_type="application/pdf", size=1, sha256="0" * 64)


def at(quote: str, document: Document = DOCUMENT, text: str = TEXT) -> Passage:
    start = text.index(quote)
    return passage_at(document, text, Span(start, start + len(quote)))


def test_a_passage_has_the_exact_quote_its_page_and_an_id_from_its_place() -> None:
    passage = at("Dana was held")
    assert (passage.quote, passage.page) == ("Dana was held", 2)
    assert passage.id == at("Dana was held").id != at("Dana was").id


def test_pages_are_counted_where_there_are_pages() -> None:
    plain = replace(DOCUMENT, media_type="text/plain")
    assert at("Aset").page == 1
    assert at("Aset", plain, "Aset was held.").page is None
    assert at("Dana", plain).page == 2


def test_a_place_outside_the_text_is_refused() -> None:
    for span in (Span(0, 999), Span(-1, 3), Span(3, 3)):
        with pytest.raises(DocumentsError):
            passage_at(DOCUMENT, TEXT, span)


def test_a_passage_is_shown_in_its_sentence_or_paragraph() -> None:
    shown = show(DOCUMENT, TEXT, at("held in"))
    assert (shown.before, shown.quote, shown.after, shown.page) == ("Aset was ", "held in", " Orda.", 1)
    shown = show(DOCUMENT, TEXT, at("held in"), "paragraph")
    assert (shown.before, shown.after) == ("Aset was ", " Orda. He is free.")


def test_a_passage_over_two_sentences_is_shown_in_both() -> None:
    shown = show(DOCUMENT, TEXT, at("Orda. He"))
    assert (shown.before, shown.after) == ("Aset was held in ", " is free.")


def test_a_changed_quote_or_text_is_noticed_without_showing_it() -> None:
    passage = at("Aset was held")
    assert quote_of(passage, TEXT) == "Aset was held"
    for text in (TEXT.replace("Aset", "Aser"), "short", ""):
        with pytest.raises(QuoteError) as caught:
            quote_of(passage, text)
        assert "Ase" not in str(caught.value)


def test_a_passage_with_a_locator_is_shown_as_it_is() -> None:
    row = Passage(id="p-1", document_id="d-1", locator="Sheet1!D17", quote="15 days")
    shown = show(DOCUMENT, "", row)
    assert (shown.before, shown.quote, shown.after, shown.locator) == ("", "15 days", "", "Sheet1!D17")
    with pytest.raises(QuoteError):
        quote_of(row, "")


def test_the_text_of_a_document_comes_from_the_vault() -> None:
    import io

    vault = MemoryVault()
    digest = vault.put(io.BytesIO("Сот".encode()))
    assert text_of(replace(DOCUMENT, text_sha256=digest), vault) == "Сот"
    assert text_of(DOCUMENT, vault) == ""


@settings(deadline=None)
@given(st.text(alphabet="aБ .!\n\f", min_size=1, max_size=40), st.data())
def test_what_is_shown_is_one_piece_of_the_text_around_the_quote(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = show(DOCUMENT, text, passage_at(DOCUMENT, text, Span(start, end)))
    assert shown.quote == text[start:end]
    assert (
        text[start - len(shown.before) : end + len(shown.after)] == shown.before + shown.quote + shown.after
    )
