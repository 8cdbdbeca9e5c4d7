"""The text beside the claims: every letter once, every quotation marked where it stands."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from tizim.documents import Document, paragraphs
from tizim.web.desk.reading import sheet as of_sheet
from tizim.web.desk.reading.sheet import Part, parts_of, sheet

DOCUMENT = Document(id="d-1", file_name="a", media_type="text/plain", size=1, sha256="x")


@dataclass
class Quote:
    id: str
    start: int | None
    end: int | None


def shown(text, quotes, monkeypatch=None):
    whole = Part(1, 0, len(text))
    return list(sheet(DOCUMENT, whole, quotes))


TEXTS = st.text(alphabet="aқ😀 .\n<&", min_size=1, max_size=80)


@given(st.data())
def test_each_quotation_is_marked_letter_by_letter(data):
    text = data.draw(TEXTS)
    spans = paragraphs(text)
    of_sheet.text_and_paragraphs, before = lambda _: (text, spans), of_sheet.text_and_paragraphs
    try:
        ends = st.integers(0, len(text))
        drawn = data.draw(st.lists(st.tuples(ends, ends), max_size=5))
        quotes = [Quote(f"c-{n}", min(pair), max(pair)) for n, pair in enumerate(drawn) if pair[0] != pair[1]]
        found = shown(text, [*quotes, Quote("c-none", None, None)])
    finally:
        of_sheet.text_and_paragraphs = before
    runs = [run for paragraph in found for run in paragraph.runs]
    assert all(text[run.at : run.at + len(run.text)] == run.text for run in runs)
    assert "".join(run.text for run in runs) == "".join(text[span.start : span.end] for span in spans)
    for quote in quotes:
        marked = {at for run in runs if quote.id in run.marks for at in range(run.at, run.at + len(run.text))}
        inside = {at for span in spans for at in range(span.start, span.end)}
        assert marked == inside & set(range(quote.start, quote.end))


def test_a_long_text_is_cut_between_paragraphs_and_nothing_is_lost():
    text = "\n".join("Word. " * 170 for _ in range(300))
    spans = paragraphs(text)
    parts = parts_of(text, spans)
    assert len(parts) > 1
    assert [part.start for part in parts[1:]] == [part.end for part in parts[:-1]]
    assert sum(part.start <= span.start < part.end for span in spans for part in parts) == len(spans)
    assert all(part.end - part.start <= of_sheet.LONG + 2000 for part in parts)
