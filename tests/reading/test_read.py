"""The door: any text, exact quotations, the flat form, entries for the ledger."""

import json
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tizim import Problem
from tizim.documents import Document
from tizim.ledger import Withdrawal
from tizim.reading import READERS, Reading, entries_of, read, to_flat
from tizim.reading.entries import known_outcome

TEXT = """Invented report

On 5 May 2021 a court in Almaty sentenced Murat Sandybaev to two years in prison under Article 405, Part 2, of the
Criminal Code. His wife, Aigul Serkebaeva, was fined 50 base units. Since 2018 at least 58 people have been convicted.
"""
DOCUMENT = Document(id="d-1", file_name="report.txt", media_type="text/plain", size=1, sha256="0" * 64)
WORDS = st.sampled_from(
    "Murat Sandybaev Aigul was were sentenced detained fined to five years in prison on 5 May 2021 and , . ; : ( ) the "
    "court police who his her each respectively Article 405 Part 2 at least 58 people “ ” - \n never could".split(
        " "
    )
)
SENTENCES = st.lists(WORDS, max_size=80).map(" ".join)


def read_text(text, date="2021-06-14"):
    reading = read(text, date=date)
    assert isinstance(reading, Reading)
    return reading


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=400), SENTENCES))
def test_any_text_is_read_and_every_quote_is_exact(text):
    reading = read_text(text)
    for found in (*reading.claims, *reading.figures):
        assert found.quote and text[found.start : found.end] == found.quote
    for person in reading.persons:
        assert all(text[start:end] for start, end in person.mentions)


@settings(max_examples=60, deadline=None)
@given(SENTENCES)
def test_reading_twice_gives_the_same(text):
    assert read_text(text) == read_text(text)


@settings(max_examples=80, deadline=None)
@given(SENTENCES)
def test_nobody_is_named_whom_the_text_does_not_name(text):
    for claim in read_text(text).claims:
        assert claim.person is None or claim.person.split()[0] in text


def test_an_empty_text_has_nothing_in_it():
    assert read_text("") == Reading("en")
    assert read_text(" \n\n ") == Reading("en")


def test_whom_a_text_leaves_unnamed_stays_unnamed():
    reading = read_text("A journalist was beaten. Her colleague, who asked not to be named, was fined.")
    assert [claim.person for claim in reading.claims] == [None]
    assert reading.persons == ()


def test_a_language_without_a_reader_is_a_problem():
    problem = read("Hyvää päivää", language="fi")
    assert isinstance(problem, Problem)
    assert "fi" in problem.what and "en" in problem.hint


def test_time_grows_with_the_text_and_not_faster():
    short, long = "Murat Sandybaev was detained and " * 300, "Murat Sandybaev was detained and " * 1200
    times = []
    for text in (short, short, long):
        began = time.process_time()
        read_text(text)
        times.append(time.process_time() - began)
    assert times[2] < 12 * max(times[1], 0.02)


def test_the_flat_form_has_the_fields_that_other_programs_rely_on():
    flat = json.loads(json.dumps(to_flat(read_text(TEXT), "report")))
    assert (flat["id"], flat["language"]) == ("report", "en")
    assert flat["persons"][0] == {"name": "Murat Sandybaev", "forms": ["Murat Sandybaev"], "kind": "victim"}
    claim = flat["claims"][0]
    assert set(claim) == {
        *("person", "org", "count_min", "count_max", "approx", "role", "act", "act_detail", "date", "place"),
        *("article", "outcome", "status_as_of", "certainty", "quote", "start", "end"),
    }
    assert (claim["act"], claim["outcome"], claim["article"]) == (
        "sentence",
        "imprisonment P2Y",
        ["KZ-CC 405(2)"],
    )
    assert TEXT[claim["start"] : claim["end"]] == claim["quote"]
    assert [figure["count"] for figure in flat["figures"]] == [58]


def test_a_status_in_the_flat_form_says_as_of_when():
    flat = to_flat(read_text("Murat Sandybaev is under house arrest."), "x")
    assert flat["claims"][0]["status_as_of"] == {"status": "house_arrest", "as_of": "2021-06-14"}


def test_entries_have_ids_from_their_content():
    first, again = entries_of(read_text(TEXT), DOCUMENT, TEXT), entries_of(read_text(TEXT), DOCUMENT, TEXT)
    assert first == again
    assert len({entry.id for entry in first}) == len(first)
    assert [entry.kind for entry in first].count("claim") == 3
    assert not any(isinstance(entry, Withdrawal) for entry in first)


def test_claims_cite_passages_and_bear_the_reader():
    entries = entries_of(read_text(TEXT), DOCUMENT, TEXT)
    passages = {entry.id: entry for entry in entries if entry.kind == "passage"}
    for entry in entries:
        if entry.kind != "passage":
            assert entry.reader == READERS["en"]
            passage = passages[entry.passage_id]
            assert TEXT[passage.start : passage.end] == passage.quote


def test_a_fine_in_units_is_kept_by_the_code_of_the_unit():
    claims = [entry for entry in entries_of(read_text(TEXT), DOCUMENT, TEXT) if entry.kind == "claim"]
    fine = next(claim for claim in claims if claim.act == "fine")
    assert (fine.outcome, fine.note) == ("fine 50 base_unit", None)


def test_a_sum_that_the_vocabulary_cannot_say_stands_in_the_note():
    assert known_outcome("fine 3 average salaries; ban P2Y") == ("fine; ban P2Y", "fine 3 average salaries")
