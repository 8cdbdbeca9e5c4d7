"""Reading against the development gold: the score script's figures, and the seeds by person and act."""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from tizim import Problem
from tizim.documents import Extractor
from tizim.reading.flat import to_flat
from tizim.reading.read import read
from tizim.samples import folder as samples_folder

ROOT = Path(__file__).resolve().parent.parent
SEED_DATES = {"000": "2021-07-07", "001": "2021-07-07", "002": "2020-11-30", "004": "2017-07-29"}


SAME = {"refugee_status": "asylum_decision", "account_hacking": "account_attack"}


def flat(path: Path, date: str | None) -> dict[str, Any]:
    """The flat form of one file."""
    reading = read(path.read_text("utf-8"), date=date)
    if isinstance(reading, Problem):
        raise SystemExit(str(reading))
    return to_flat(reading, path.stem)


def short_reports(gold: Path, errors: int, language: str) -> None:
    """Runs the score script over the short reports of one language."""
    with (gold / "docs.csv").open(encoding="utf-8") as stream:
        dates = {row["id"]: row["date"] for row in csv.DictReader(stream)}
    out = Path(tempfile.mkdtemp())
    paths = sorted((gold / "docs").glob(f"{language}-*.txt"))
    predictions = out / "reading.jsonl"
    began = time.process_time()
    lines = [json.dumps(flat(path, dates.get(path.stem)), ensure_ascii=False) for path in paths]
    took = time.process_time() - began
    predictions.write_text("\n".join(lines) + "\n", "utf-8")
    chosen = {path.stem for path in paths}
    kept = [
        line
        for line in (gold / "gold.jsonl").read_text("utf-8").splitlines()
        if json.loads(line)["id"] in chosen
    ]
    (out / "gold.jsonl").write_text("\n".join(kept) + "\n", "utf-8")
    command = [sys.executable, str(gold / "score.py"), str(predictions), "--gold", str(out / "gold.jsonl")]
    command += ["--docs", str(gold / "docs"), "--by", "", "--errors", str(errors)]
    subprocess.run(command, check=True)
    print(f"\n{sum(p.stat().st_size for p in paths) / 1000:.0f} KB in {took:.2f} s, word lists included")


def seeds(shared: Path, errors: int) -> None:
    """Person and act for each document against the coded claims of the four reports."""
    names: dict[tuple[str, str], set[str]] = {}
    with (shared / "gold/seeds/persons.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            forms = {part.strip().casefold() for part in row["surface_forms"].split("|")}
            names[(row["seed"], row["person_id"])] = forms | {row["canonical_name"].casefold()}
    with (shared / "gold/seeds/mentions.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            names.setdefault((row["seed"], row["person_id"]), set()).add(row["form"].casefold())
    rows = [json.loads(line) for line in (shared / "gold/seeds/claims.jsonl").read_text("utf-8").splitlines()]
    total: Counter[str] = Counter()
    misses: Counter[str] = Counter()
    for path in sorted((shared / "seeds").glob("*.txt")):
        seed = path.name[:3]
        wanted = {
            (r["person_id"], SAME.get(r["act"], r["act"]))
            for r in rows
            if r["seed"] == seed and r["person_id"] and r["level"] != "practice"
        }
        wanted = {(who, act) for who, act in wanted if act != "conviction" or (who, "sentence") not in wanted}
        found = _pairs(flat(path, SEED_DATES.get(seed)), seed, names)
        _count(seed, wanted, found, total, misses, errors)
    _line("all", total)
    print("\nmissed and extra most often:", misses.most_common(16))


def _pairs(
    document: dict[str, Any], seed: str, names: dict[tuple[str, str], set[str]]
) -> set[tuple[str, str]]:
    out = set()
    for claim in document["claims"]:
        if claim["person"] is None:
            continue
        keys = [key for (s, key), forms in names.items() if s == seed and claim["person"].casefold() in forms]
        out.add((keys[0] if keys else "?" + claim["person"], claim["act"]))
    return out


def _count(
    seed: str, wanted: set[Any], found: set[Any], total: Counter[str], misses: Counter[str], errors: int
) -> None:
    here = Counter(right=len(wanted & found), found=len(found), wanted=len(wanted))
    total.update(here)
    _line(seed, here)
    misses.update(f"missed {act}" for _, act in wanted - found)
    misses.update(f"extra {act}" for _, act in found - wanted)
    if errors:
        print("  missed", sorted(wanted - found)[:errors])
        print("  extra", sorted(found - wanted)[:errors])


def _line(name: str, counts: Counter[str]) -> None:
    precision = counts["right"] / max(1, counts["found"])
    recall = counts["right"] / max(1, counts["wanted"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(
        f"{name:4s} P {precision:.3f} R {recall:.3f} F1 {f1:.3f} "
        f"({counts['right']}/{counts['found']}/{counts['wanted']})"
    )


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
        for claim in read(text, date=str(sheet[name]["date"]), language="en").claims:
            found.add((name, claim.person or claim.organisation or "", claim.act))
    right = sum(
        any(
            one == document and act == done and who.split()[-1:] == whom.split()[-1:]
            for one, whom, act in found
        )
        for document, who, done in wanted
    )
    print(f"\ninvented documents: {right} of {len(wanted)} claims found ({right / len(wanted):.2f})")


def main() -> None:
    """Prints all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared/gold/reading")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--language", default="en")
    options = parser.parse_args()
    short_reports(options.gold, options.errors, options.language)
    shared = options.gold.resolve().parent.parent
    print("\n== the four reports, person and act a document")
    seeds(shared, options.errors)
    speed(shared)
    samples()


if __name__ == "__main__":
    main()
