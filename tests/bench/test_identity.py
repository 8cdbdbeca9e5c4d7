"""The benchmark of names runs with few people and prints both rows; its people are invented anew from a seed."""

import pytest
from bench.identity import figures, main
from bench.spellings import WAYS, mentions


def test_a_small_benchmark_prints_the_matcher_and_its_peer(
    tmp_path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--people", "12", "--gold", str(tmp_path)])
    rows = [line for line in capsys.readouterr().out.splitlines() if line.startswith("| ")]
    assert len(rows) == 3
    assert rows[1].startswith("| tizim |")
    assert all(row.count("|") == rows[0].count("|") for row in rows)


def test_the_same_seed_gives_the_same_names():
    assert mentions(20, seed=5) == mentions(20, seed=5) != mentions(20, seed=6)
    assert {way for _, _, way in mentions(60)} == {*WAYS, "typing error"}


def test_figures_of_a_perfect_and_of_a_blind_matcher():
    assert figures([(1.0, True), (0.9, True), (0.1, False)]) == (1.0, 0.9, 1.0, 1.0)
    assert figures([(0.7, True), (0.7, False)])[3] == 0.0
