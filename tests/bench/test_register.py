"""The benchmark runs with small numbers and prints every line that it promises."""

import re

import pytest
from bench.register import main

LINES = (
    "SQLCipher: append",
    "PostgreSQL: append",
    "SQLCipher: append all",
    "load all entries",
    "fold the entries loaded",
    "the chronicle, none kept",
    "the chronicle, kept and up to date",
    "the chronicle, after one more claim",
    "`tizim list`, cold |",
    "`tizim tally`, cold |",
    "`tizim list`, cold, after one more claim",
    "`tizim tally`, cold, after one more claim",
    "`tizim check`, cold",
    "SQLCipher, all",
    "PostgreSQL, ",
    "the same with the chronicle kept",
)


def test_a_small_benchmark_prints_every_line_and_asks_all_peers_the_same(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["--claims", "2000", "--calls", "1"])
    page = capsys.readouterr().out
    rows = [line for line in page.splitlines() if re.search(r"\| [\d.]+ \|$", line)]
    for line in LINES:
        assert any(row.startswith(f"| {line}") for row in rows), line
    answers = re.search(
        r"tizim: at least (\d+), at most (\d+); DuckDB in memory: (\d+); plain SQLite: (\d+)", page
    )
    assert answers
    at_least, at_most, in_duckdb, in_sqlite = map(int, answers.groups())
    assert 0 < at_least <= at_most
    assert in_duckdb == in_sqlite > 0
