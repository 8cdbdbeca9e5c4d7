"""Tables on the screen: nothing is cut off."""

from hypothesis import given
from hypothesis import strategies as st

from tizim.cli.table import table_lines

ID = "p-0f6a7b1e2d3c4f505d0c"
HEADINGS = ["person", "since", "articles", "id"]
ROWS = [["Aru Sampleva-Longname", "2022-11-01/2022-11-30", "QT-CC 308(2), QT-CC 217", ID]]


def test_ids_and_days_stay_in_one_piece():
    text = "\n".join(table_lines(ROWS, HEADINGS, 80))
    assert ID in text
    assert "2022-11-01/\n" not in text and "2022-11-01/" in text and "2022-11-30" in text


def test_a_narrow_screen_gets_blocks_of_lines():
    assert table_lines(ROWS, HEADINGS, 40) == [
        "",
        "Aru Sampleva-Longname",
        "  since: 2022-11-01/2022-11-30",
        "  articles: QT-CC 308(2), QT-CC 217",
        f"  id: {ID}",
    ]


def test_a_block_leaves_out_what_is_empty():
    assert table_lines([["Aru", "", "", ID]], HEADINGS, 10) == ["", "Aru", f"  id: {ID}"]


def test_a_table_without_rows_has_its_headings():
    assert table_lines([], ["person", "since"], 80)[1].split() == ["person", "since"]


CELLS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=30)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5), st.integers(5, 120))
def test_every_word_is_shown_and_no_line_of_a_table_is_wider_than_the_screen(rows, width):
    lines = table_lines(rows, ["one", "two", "three"], width)
    shown = "".join("".join(lines).split())
    letters = sorted("".join("".join(cell for row in rows for cell in row).split()))
    missing = [sign for sign in set(letters) if shown.count(sign) < letters.count(sign)]
    assert not missing
    if "─" in "".join(lines):
        assert all(len(line) <= width for line in lines)
