"""Readers on texts whose claims are known: the short reports, the four long ones, the invented sets."""

import argparse
import csv
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from bench.reading_score import Score
from bench.score_table import Line, acts, table
from bench.seed_score import DATES, seed_scored, seeds
from bench.texts.__main__ import by_language, print_errors
from bench.texts.sets import APART, SETS, flat, invented, reports
from tizim.documents import Extractor
from tizim.reading import read
from tizim.samples import folder as samples_folder

ROOT = Path(__file__).resolve().parent.parent


def lines(shared: Path, language: str | None) -> Iterator[Line]:
    """A line of the table for each set and language; the long reports are English."""
    if (shared / "gold/reading").is_dir():
        yield from by_language("short reports", reports(shared / "gold/reading"), language)
    if (shared / "gold/seeds").is_dir() and language in (None, "en"):
        yield from long_reports(shared)
    for name in SETS:
        yield from by_language(name, invented(name), language)


def long_reports(shared: Path) -> Iterator[Line]:
    """The long reports, all and one by one; claims by person and act, each once a report."""
    total, single = Score(), []
    for seed in seeds(shared):
        found = flat(seed.text, name=seed.name, date=DATES.get(seed.name))
        score = seed_scored(seed, found or {})
        single.append((f"long report {seed.name}", 1, score))
        total.add(score)
    yield ("long reports", len(single), total)
    yield from single


def speed(shared: Path) -> None:
    """Kilobytes a second over the four reports, word lists loaded."""
    paths = sorted((shared / "seeds").glob("*.txt"))
    texts = [path.read_text("utf-8") for path in paths]
    read(texts[0])
    began = time.process_time()
    for text in texts:
        read(text, date="2021-07-07")
    took = time.process_time() - began
    print(f"\nspeed: {sum(len(text.encode()) for text in texts) / 1000 / took:.0f} KB of text a second")


def samples() -> None:
    """How many of the claims coded by hand from the invented English documents are found."""
    folder = samples_folder() / "documents"
    sheet = yaml.safe_load((folder / "documents.yml").read_text("utf-8"))
    with (ROOT / "tests/samples/english.csv").open(encoding="utf-8") as stream:
        wanted = {
            (row["document"], row["person"] or row["org"], row["act"]) for row in csv.DictReader(stream)
        }
    found = set()
    for name in {document for document, _, _ in wanted}:
        path = folder / name
        with path.open("rb") as stream, Extractor() as extractor:
            text = extractor.extract(stream, file_name=name, size=path.stat().st_size).text
        document = flat(text, name=name, date=str(sheet[name]["date"]), language="en") or {"claims": []}
        for claim in document["claims"]:
            found.add((name, claim["person"] or claim["org"] or "", claim["act"]))
    right = sum(
        any(
            one == document and act == done and who.split()[-1:] == whom.split()[-1:]
            for one, whom, act in found
        )
        for document, who, done in wanted
    )
    print(f"\ninvented documents: {right} of {len(wanted)} claims found ({right / len(wanted):.2f})")


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints one table for all texts, then the speed and the invented documents of the demonstration."""
    parser = argparse.ArgumentParser(prog="python -m bench.reading", description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument(
        "--errors", type=int, default=0, help="so many claims missed or too many, never of apart"
    )
    parser.add_argument("--acts", action="store_true", help="the figures by act")
    parser.add_argument("--language", help="en, ru or kk; all if left out")
    options = parser.parse_args(arguments)
    found = list(lines(options.shared.resolve(), options.language))
    print(table(found))
    for name, _, score in found:
        if options.acts:
            print(f"\n{name}, by act\n{acts(score)}")
        if options.errors and not name.startswith(APART) and name != "long reports":
            print_errors(score, options.errors)
    if (options.shared / "seeds").is_dir():
        speed(options.shared)
    samples()


if __name__ == "__main__":
    main()
