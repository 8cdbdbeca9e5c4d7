"""What is printed harms neither a spreadsheet nor a terminal, and says just what was asked."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.desk import called
from tizim.cli.printing import harmless, shown


@pytest.mark.parametrize("text", ["=1+1", "+7 700", "-3", "@name", "\tx", "\rx", '=HYPERLINK("x")'])
def test_a_cell_that_a_spreadsheet_would_run_becomes_text(text):
    assert harmless(text) == f"'{text}"


@given(st.one_of(st.none(), st.text(), st.lists(st.text()), st.integers(), st.booleans()))
def test_no_cell_begins_as_a_formula(value):
    assert not harmless(value).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_list_stands_in_one_cell():
    assert harmless(["c-1", "c-2"]) == "c-1; c-2"
    assert harmless(None) == ""


def test_a_name_that_is_a_formula_is_text_in_every_csv(desk):
    desk.takes("""person,act,date
"=HYPERLINK(""http://example.org"")",pretrial_detention,2020-11-01
""")
    day = ("--as-of", "2020-11-30")
    for verb in (("list", *day), ("diff", "--from", "2020-01-01", "--to", day[1]), ("claims",)):
        rows = list(csv.reader(io.StringIO(desk.runs(*verb, "--format", "csv").out, newline="")))
        cells = [cell for row in rows for cell in row]
        assert '\'=HYPERLINK("http://example.org")' in cells
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert desk.asks("claims")[0]["person"] == '=HYPERLINK("http://example.org")'


@given(st.text())
def test_no_text_steers_the_terminal(text):
    assert not {"\x1b", "\r", "\x07", "\x9b", "\u202e"}.intersection(shown(text))
    assert len(shown(text)) == len(text)


def test_the_text_of_a_claim_is_printed_as_it_is(desk):
    desk.takes(
        "person,act,date,act_detail\n"
        "Aru Sampleva,other,2020-11-30,[red]:key: in\x1b[2Jbox[/red]"
    )  # fmt: skip
    claim = desk.asks("claims")[0]["id"]
    assert desk.runs("explain", claim).lines[0].startswith(f"  {claim}")
    assert "\x1b" not in desk.runs("person", "Aru").out
    assert desk.asks("claims")[0]["act_detail"] == "[red]:key: in\x1b[2Jbox[/red]"


@pytest.mark.parametrize("verb", ["list", "tally", "diff", "claims", "person", "explain", "read"])
def test_an_unknown_format_is_refused_before_anything_is_opened(verb):
    arguments = {"person": ["p-1"], "read": ["x.txt"]}.get(verb, [])
    answer = called(verb, *arguments, "--format", "xml")
    assert answer.code == 1
    assert answer.err.startswith("tizim: --format takes ") and answer.err.endswith("not 'xml'\n")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_claims_are_one_json_document_or_one_a_line(desk, form):
    desk.takes("person,act,date\nAru Sampleva,detention,2020-11-30\nOlzhas Namebay,fine,2020-12-01")
    lines = desk.runs("claims", "--format", form).lines
    assert lines[0] == "[" if form == "json" else len(lines) == 2
