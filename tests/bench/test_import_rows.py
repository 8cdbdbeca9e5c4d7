"""The benchmark of long lists runs with few rows: every row taken in once, each line with its figures."""

import re

import pytest
from bench.import_rows import main, rows


def test_a_small_list_is_taken_in_once_and_every_line_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--rows", "120"])
    page = capsys.readouterr().out
    lines = [line for line in page.splitlines() if re.search(r"(\| [\d.]+ ){4}\|$", line)]
    assert [line.split(" | ")[0] for line in lines] == [
        "| openpyxl reads the rows, bare inserts into SQLCipher",
        "| `tizim import --mapping --dry-run`",
        "| `tizim import --mapping`",
        "| the same file once more",
    ]
    said = re.search(
        r"It said: 122 rows: (\d+) claims written .* 2 without a claim, 0 repeated, 0 set aside", page
    )
    assert said and int(said[1]) > 120


def test_the_rows_are_the_same_each_time() -> None:
    assert list(rows(50)) == list(rows(50))
