"""A long list in a spreadsheet taken in through a mapping, beside openpyxl and bare inserts, in one run.

    python -m bench.import_rows --rows 100000

Everything is invented and lies in a folder that is deleted at the end. Each line is a process of its own.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bench.crowd import Crowd
from bench.page import load, machine

MAPPING = """\
mapping: 1
sheets:
  "Список":
    header: [1, 2]
    data: 3
    language: ru
    order: dmy
    book: KZ-CC
    key: ["№"]
    claims:
      detention: {act: detention}
      sentence: {act: sentence}
    columns:
      "№": number
      "ФИО": person
      "Задержание / дата": {read: date, of: detention}
      "Задержание / место": {read: place, of: detention}
      "Приговор / дата": {read: date, of: sentence}
      "Приговор / статья": {read: article, of: sentence}
      "Приговор / срок": {read: outcome, of: sentence, bare: imprisonment}
      "Приговор / суд": {read: agency, of: sentence}
      "Что произошло": text
"""
HEADS = (
    ("№", "ФИО", *["Задержание"] * 2, *["Приговор"] * 4, "Что произошло"),
    ("", "", "дата", "место", "дата", "статья", "срок", "суд", ""),
)
_TOWNS = ("Байсары", "Темиркала", "Балкынтау", "Шыганкол", "Жезбулак", "Аксота", "Сорқудық")
_ARTICLES = ("405 ч. 2", "ст. 405 ч. 1 УК РК", "174 ч. 1", "ст. 378 ч. 2 УК РК", "488 КоАП")
_TERMS = ("{n} года лишения свободы", "условно {n} года", "ограничение свободы на {n} года", "{n} г.")
_NOTES = (
    "задержан {day:%d.%m.%y}, адм. арест {n} сут.",
    "задержан {day:%d.%m.%y}, адм. арест {n} сут.",
    "{day:%d.%m.%Y} был вызван на допрос в полицию города {town}.",
    "Во время задержания его избили сотрудники полиции, {n} дней находился в больнице.",
    "В доме провели обыск, изъяты телефоны; на суд {day:%d.%m.%Y} адвоката не допустили.",
)
_PEER = """\
import sys
from openpyxl import load_workbook
from tizim.stores.sql.cipher.connection import encrypted
sheet = load_workbook(sys.argv[1], read_only=True).active
told = sheet.iter_rows(min_row=3, values_only=True)
rows = [tuple("" if cell is None else str(cell) for cell in row) for row in told]
connection = encrypted(sys.argv[2], "5e" * 32)
connection.execute("CREATE TABLE line (" + ", ".join(f"c{at} TEXT" for at in range(len(rows[0]))) + ")")
connection.execute("BEGIN IMMEDIATE")
connection.executemany("INSERT INTO line VALUES (" + ", ".join("?" * len(rows[0])) + ")", rows)
connection.execute("COMMIT")
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a process took: seconds on the clock and of the processor, the most memory held; what it said."""

    wall: float
    cpu: float
    megabytes: float
    said: str


def rows(count: int) -> Iterator[Sequence[object]]:
    """The rows of an invented list: detentions, two of three with a verdict, some with running words."""
    crowd, chance = Crowd(max(10, count * 2 // 3)), random.Random(5)
    for number in range(1, count + 1):
        day = date(2019, 1, 1) + timedelta(days=chance.randrange(1200))
        verdict = day + timedelta(days=chance.randrange(60, 400)) if chance.random() < 0.66 else None
        told = ("", "", "", "")
        if verdict:
            term = chance.choice(_TERMS).format(n=chance.randrange(2, 5))
            told = (
                f"{verdict:%d.%m.%Y}",
                chance.choice(_ARTICLES),
                term,
                f"суд города {chance.choice(_TOWNS)}",
            )
        words = chance.choice(_NOTES) if chance.random() < 0.3 else ""
        note = words.format(day=day, n=chance.randrange(5, 16), town=chance.choice(_TOWNS))
        name = crowd.name(chance.randrange(len(crowd)))
        yield (
            number,
            name,
            day if chance.random() < 0.5 else f"{day:%d.%m.%y}",
            chance.choice(_TOWNS),
            *told,
            note,
        )


def write_list(path: Path, count: int) -> None:
    """The list as a workbook with headings over two rows."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Список")
    for row in (*HEADS, *rows(count)):
        sheet.append(row)
    book.save(path)


def main(words: Sequence[str] | None = None) -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.import_rows", description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000, help="how many rows (default: 100,000)")
    count = parser.parse_args(words).rows
    before = load()
    with tempfile.TemporaryDirectory(prefix="tz-bench-") as folder:
        for line in _table(Path(folder), count):
            print(line, flush=True)
    print(f"\nMachine: {machine()}; processes that wanted a core: {before} before, {load()} after.")


def _table(folder: Path, count: int) -> Iterator[str]:
    table, mapping = folder / "list.xlsx", folder / "list.mapping.yml"
    write_list(table, count)
    mapping.write_text(MAPPING, encoding="utf-8")
    peer = _ran(sys.executable, "-c", _PEER, str(table), str(folder / "peer.db"))
    tizim = [str(Path(sys.executable).with_name("tizim")), "--register", str(folder / "reg")]
    tizim += ["--key-file", str(folder / "own.key")]
    _ran(*tizim, "init")
    taken = ("import", str(table), "--mapping", str(mapping), "--aside", str(folder))
    yield f"| {count:,} rows | wall s | CPU s | MB | against openpyxl and bare inserts (CPU) |"
    yield "|---|---:|---:|---:|---:|"
    yield _line("openpyxl reads the rows, bare inserts into SQLCipher", peer, peer)
    yield _line("`tizim import --mapping --dry-run`", _ran(*tizim, *taken, "--dry-run"), peer)
    written = _ran(*tizim, *taken)
    yield _line("`tizim import --mapping`", written, peer)
    yield _line("the same file once more", _ran(*tizim, *taken), peer)
    told = next(line for line in written.said.splitlines() if "rows" in line)
    yield f"\nIt said: {told}"


def _line(what: str, ran: Ran, peer: Ran) -> str:
    return f"| {what} | {ran.wall:.1f} | {ran.cpu:.1f} | {ran.megabytes:.0f} | {ran.cpu / peer.cpu:.1f} |"


def _ran(*words: str) -> Ran:
    with tempfile.TemporaryFile() as out:
        begun = time.perf_counter()
        process = subprocess.Popen(words, stdout=out, env=dict(os.environ) | {"TIZIM_USER": "bench"})
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{words[0]} ended with {process.returncode}")
        out.seek(0)
        return Ran(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, out.read().decode())


if __name__ == "__main__":
    main()
