"""identify: from one CSV to another, whatever stands in it."""

import csv
import os
from pathlib import Path

import pytest

from tests.cli.desk import called
from tizim.cli import identifying

ROWS = [
    "mention_id,name_as_written,lang,source_date,context,document",
    "m1,Nurlan Zhelkenov,en,2020-01-01,44,d1",
    'm2,Нұрлан Желкенов,kk,2020-01-01,"44, ақын",d2',
    "m3,Желкенов,kk,2020-01-01,,d2",
    "m4,Дана Пробова,ru,2020-01-01,,d3",
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "mentions.csv"
    path.write_text("\n".join(ROWS), encoding="utf-8")
    return path


def clusters(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["mention_id"]: row["cluster_id"] for row in csv.DictReader(stream)}


def test_mentions_come_out_in_their_clusters_and_no_name_does(table):
    told = called("identify", str(table), "--out", "out.csv")
    assert told.code == 0 and "4 mentions in 2 clusters" in told.out
    assert clusters(Path("out.csv")) == {"m1": "m1", "m2": "m1", "m3": "m1", "m4": "m4"}
    assert "elkenov" not in told.out + told.err + Path("out.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "word"), [("ru", "Упоминаний"), ("kk", "Аталым")])
def test_it_speaks_the_language_asked_for(table, language, word):
    assert word in called("--language", language, "identify", str(table), "--out", "out.csv").out


def test_a_file_that_is_there_is_written_over_only_by_force(table):
    Path("out.csv").write_text("mine", encoding="utf-8")
    told = called("identify", str(table), "--out", "out.csv")
    assert told.code == 1 and "--force" in told.err
    assert Path("out.csv").read_text(encoding="utf-8") == "mine"
    assert called("identify", str(table), "--out", "out.csv", "--force").code == 0
    assert clusters(Path("out.csv"))["m2"] == "m1"


def test_a_file_half_written_is_never_left(table, monkeypatch):
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        identifying._write([], Path("out.csv"))
    assert os.listdir() == [table.name]


def test_the_clusters_are_for_their_writer_alone(table):
    called("identify", str(table), "--out", "out.csv")
    assert Path("out.csv").stat().st_mode & 0o777 == 0o600


def test_bad_rows_are_told_by_number_and_the_rest_goes_on(table):
    table.write_text("\n".join([*ROWS, "m1,Дана Пробова", "m9,", ",x"]), encoding="utf-8")
    told = called("identify", str(table), "--out", "out.csv")
    assert told.code == 0
    assert [line.split(":")[0] for line in told.err.splitlines()] == [
        f"mentions.csv, row {n}" for n in (6, 7, 8)
    ]
    assert set(clusters(Path("out.csv"))) == {"m1", "m2", "m3", "m4", "m9"}


@pytest.mark.parametrize("content", [b"", b"name\nDana\n", b"PK\x03\x04"])
def test_what_is_no_table_is_one_line_and_no_file(table, content):
    table.write_bytes(content)
    told = called("identify", str(table), "--out", "out.csv")
    assert told.code == 1 and len(told.err.splitlines()) == 1 and not Path("out.csv").exists()


def test_missing_columns_and_windows_letters_are_told(table):
    table.write_bytes("mention_id;name_as_written\nm1;Дана Пробова\n".encode("cp1251"))
    told = called("identify", str(table), "--out", "out.csv")
    assert told.code == 0 and "Windows-1251" in told.err and "lang, source_date, context" in told.err
    assert "one document" in told.err


def test_an_id_that_a_spreadsheet_would_run_is_made_text(table):
    table.write_text("mention_id,name_as_written\n=1+1,Dana Probova\n", encoding="utf-8")
    called("identify", str(table), "--out", "out.csv")
    assert "'=1+1,'=1+1,1" in Path("out.csv").read_text(encoding="utf-8")


def test_a_table_that_is_not_there_is_one_line(tmp_path):
    told = called("identify", "none.csv", "--out", "out.csv")
    assert told.code == 1 and "none.csv" in told.err
