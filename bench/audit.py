"""The editor's check scored: against a table of inconsistencies of real reports, and on the practice texts.

    python -m bench.audit [--shared ../shared] [--alarms] [--missed] [--figures] [--only FOLDER] [--matrix]

A row of the table is found if a finding of a fitting kind (``audit_rows.yml``) touches a place that the row
quotes.
A false alarm is a finding that touches no row which it fits; those of severity A are counted in 1,000 words.
A planted error of a practice text is found if a finding of its kind touches its quotation.
"""

import argparse
import csv
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bench.audit_matrix import matrix
from tizim.audits import Draft, Finding, Relation, audit, audit_together, kinds, relations
from tizim.claims import Claim

_VERDICTS = {"yes": "holds", "no": "fails", "undetermined": "open"}
ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "tests/audits/texts"
FOLDERS = (
    "planted",
    "later",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
)
_ROW = re.compile(r"^\| (?P<id>[A-Z]\d+) \| (?P<sev>[ABC—]) \|(?P<rest>.*)\|$")
_QUOTED = re.compile(r"(?:(?P<seed>\d{3}):(?P<line>\d+)[^`|]{0,24})?`(?P<quote>[^`]+)`")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: its severity, the places that it quotes, the kinds of findings that fit."""

    name: str
    severity: str
    places: tuple[tuple[str, int, int], ...]
    kinds: frozenset[str]

    def found_by(self, finding: Finding) -> bool:
        """Whether a finding is of a fitting kind and touches a quoted place."""
        return finding.kind in self.kinds and any(
            place.document == name and place.start < end and start < place.end
            for place in finding.places
            for name, start, end in self.places
        )


def rows(table: str, texts: dict[str, str]) -> list[Row]:
    """The rows of the table with their places in the texts."""
    fitting = _fitting()["rows"]
    found = [hit for hit in map(_ROW.match, table.splitlines()) if hit]
    return [
        Row(hit["id"], hit["sev"], tuple(_places(hit["rest"], texts)), frozenset(fitting.get(hit["id"], ())))
        for hit in found
    ]


@cache
def _fitting() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = yaml.safe_load(
        (ROOT / "bench/audit_rows.yml").read_text("utf-8")
    )
    return found


def figures(shared: Path, *, missed: bool) -> None:
    """Prints how many relations between figures are found, and judged as the table judges them.

    A row is found if a relation of a fitting kind touches its figure, or two of them (its lists of names,
    where it compares those; the lines of its note, where it has neither); judged if one of those has the
    verdict of the table.
    """
    with (shared / "gold/seeds/figures.csv").open(encoding="utf-8", newline="") as stream:
        table = list(csv.DictReader(stream))
    spans = {
        row["fig_id"]: (int(row["start"]), int(row["end"])) for row in table if row["kind"] != "relation"
    }
    texts = {path.name[:3]: path.read_text("utf-8") for path in sorted((shared / "seeds").glob("*.txt"))}
    told = {name: relations(Draft(text)) for name, text in texts.items()}
    rows = [row for row in table if row["kind"] == "relation"]
    fitting = _fitting()["relations"]
    found, judged = set(), set()
    for row in rows:
        own = [spans[name] for name in row["parts"].split() if name in spans]
        if not own or set(fitting[row["fig_id"]]) & {"list", "disjoint"}:
            own = _spans_told(row, shared, texts[row["seed"]])
        near = [one for one in told[row["seed"]] if one.kind in fitting[row["fig_id"]] and _touches(one, own)]
        found |= {row["fig_id"]} if near else set()
        judged |= {row["fig_id"]} if any(one.verdict == _VERDICTS[row["holds"]] for one in near) else set()
    print(f"relations: {len(found)} of {len(rows)} found, {len(judged)} judged as in the table")
    if missed:
        print("   not found:", " ".join(row["fig_id"] for row in rows if row["fig_id"] not in found))
        print("   judged otherwise:", " ".join(sorted(found - judged)))


def practice_figures(*, missed: bool, alarms: bool) -> None:
    """Prints how many listed relations of practice texts are found, judged alike, and how many are beside."""
    right: Counter[str] = Counter()
    for path in sorted((TEXTS / "figures").glob("*.txt")):
        text, language = path.read_text("utf-8"), path.name[:2]
        found = relations(Draft(text))
        wanted = yaml.safe_load(path.with_suffix(".yml").read_text("utf-8"))
        fits = [[one for one in found if is_relation(text, want, one)] for want in wanted]
        right[f"{language} wanted"] += len(wanted)
        right[f"{language} found"] += sum(bool(some) for some in fits)
        right[f"{language} judged"] += sum(
            any(one.verdict == want["verdict"] for one in some)
            for want, some in zip(wanted, fits, strict=True)
        )
        beside = [one for one in found if not any(one in some for some in fits)]
        right[f"{language} beside"] += len(beside)
        for want, some in zip(wanted, fits, strict=True) if missed else ():
            if not any(one.verdict == want["verdict"] for one in some):
                how = "judged otherwise" if some else "not found"
                print(f"   {how}: {path.stem} {want['kind']} {want['quotes']}")
        for one in beside if alarms else ():
            quotes = [place.quote[:20] for place in one.places[:4]]
            print(f"   beside: {path.stem} {one.kind} {one.message()[:90]} {quotes}")
    for language in ("en", "ru", "kk"):
        told = ", ".join(
            f"{right[f'{language} {key}']} {key}" for key in ("wanted", "found", "judged", "beside")
        )
        print(f"relations in practice texts, {language}: {told}")


def is_relation(text: str, want: dict[str, Any], one: Relation) -> bool:
    """Whether a relation is of the wanted kind and touches every wanted quotation."""
    return one.kind == want["kind"] and all(
        any(
            p.start < hit.start() + len(quote) and hit.start() < p.end
            for p in one.places
            for hit in re.finditer(re.escape(quote), text)
        )
        for quote in want["quotes"]
    )


def _spans_told(row: dict[str, str], shared: Path, text: str) -> list[tuple[int, int]]:
    """The places of a row without figures: the lists of names that it compares, or the lines of its note."""
    listed: dict[str, list[int]] = {}
    for line in (shared / "gold/seeds/claims.jsonl").read_text("utf-8").splitlines():
        claim = json.loads(line)
        for name in claim["lists"] if claim["seed"] == row["seed"] and claim.get("mention") else ():
            listed.setdefault(name, []).append(claim["mention"]["start"])
    lists = re.findall(r"'(odf-[^']+)'", row["relation"])
    if lists:
        return [(min(listed[name]), max(listed[name])) for name in lists]
    starts = [0, *(hit.end() for hit in re.finditer("\n", text)), len(text)]
    lines = [int(number) for number in re.findall(r"\((\d+)\)", row["note"])]
    return [(starts[number - 1], starts[number]) for number in lines]


def _touches(one: Relation, spans: list[tuple[int, int]]) -> bool:
    """Whether a relation touches the figure of a row, or two of them where it has several."""
    touched = [s for s in spans if any(p.start < s[1] and s[0] < p.end for p in one.places)]
    return bool(spans) and len(touched) >= min(2, len(spans))


def _places(cells: str, texts: dict[str, str]) -> Iterator[tuple[str, int, int]]:
    seed, line = "", 0
    for hit in _QUOTED.finditer(cells):
        if hit["seed"]:
            seed, line = hit["seed"], int(hit["line"])
        text = texts.get(seed, "")
        starts = [0, *(m.end() for m in re.finditer("\n", text)), len(text) + 1]
        if not 0 < line < len(starts):
            continue
        first, last = starts[line - 1], starts[line]
        at = text.find(hit["quote"], first, last)
        if at >= 0:
            yield seed, at, at + len(hit["quote"])
    if "whole" in cells:
        for name in re.findall(r"(\d{3})(?::\d+ \(whole text\)| as a whole)", cells):
            yield name, 0, len(texts[name])


def words(texts: Iterable[str]) -> int:
    """How many words texts have."""
    return sum(len(text.split()) for text in texts)


def reports(shared: Path, *, alarms: bool, missed: bool) -> None:
    """Prints what is found of the rows, and what is found beside them."""
    texts = {path.name[:3]: path.read_text("utf-8") for path in sorted((shared / "seeds").glob("*.txt"))}
    table = rows((shared / "gold/seeds/inconsistencies.md").read_text("utf-8"), texts)
    began = time.perf_counter()
    found = audit_together([Draft(text, name=name) for name, text in texts.items()])
    took = time.perf_counter() - began
    got = {row.name for row in table if any(row.found_by(one) for one in found)}
    for severity in "ABC":
        some = [row for row in table if row.severity == severity]
        right = [row for row in some if row.name in got]
        print(f"{severity}: {len(right)} of {len(some)} rows found ({len(right) / len(some):.0%})")
        if missed:
            print("   not found:", " ".join(row.name for row in some if row.name not in got))
    stray = [one for one in found if not any(row.found_by(one) for row in table)]
    many = words(texts.values())
    for severity in "ABC":
        of = [one for one in stray if one.severity == severity]
        print(f"{severity}: {len(of)} findings beside the rows, {1000 * len(of) / many:.2f} in 1,000 words")
    print(f"{len(found)} findings in {many} words, {took:.1f} s")
    for one in stray if alarms else ():
        place = one.places[0]
        print(f"   {one.severity} {one.kind} {place.document}:{place.start} {one.message()[:160]}")


def practice(*, missed: bool) -> None:
    """Prints what is found of the errors planted in practice texts, and what is said of clean ones."""
    for folder in FOLDERS:
        print(f"{folder}:")
        planted(folder, missed=missed)
    for folder in ("clean", "clean-later"):
        clean(folder, missed=missed)


def clean(folder: str, *, missed: bool) -> None:
    """Prints what is said of the texts of a folder in which nothing was planted."""
    texts = {path.stem: path.read_text("utf-8") for path in sorted((TEXTS / folder).glob("*.txt"))}
    found = [(name, one) for name, text in texts.items() for one in audit(text)]
    said = Counter(one.severity for _, one in found)
    many = words(texts.values())
    shown = (f"{s}: {said[s]} ({1000 * said[s] / many:.1f} in 1,000)" for s in "ABC")
    print(f"{folder} texts: {many} words, " + ", ".join(shown))
    for name, one in found if missed else ():
        if one.severity in "AB":
            print(f"   {one.severity} {name} {one.kind}: {one.message()[:160]}")


def planted(folder: str, *, missed: bool) -> None:
    """Prints what is found of the errors planted in the texts of one folder, by language, severity, class."""
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    beside: list[tuple[str, Finding]] = []
    texts = {path: path.read_text("utf-8") for path in sorted((TEXTS / folder).glob("*.txt"))}
    for path, text in texts.items():
        found = audit_planted(path)
        rows = yaml.safe_load(path.with_suffix(".yml").read_text("utf-8"))
        for want in rows:
            ok = any(is_found(text, want, one) for one in found)
            for part in (path.name[:2], kinds()[want["kind"]].severity, _class_of(want["kind"])):
                wanted[part] += 1
                right[part] += ok
            if missed and not ok:
                print(f"   not found: {path.stem} {want['kind']}: {want['quote']}")
        beside += [(path.stem, one) for one in found if not any(is_near(text, want, one) for want in rows)]
    for part in ("en", "ru", "kk", "A", "B"):
        if wanted[part]:
            print(f"{part}: {right[part]} of {wanted[part]} ({right[part] / wanted[part]:.0%})")
    classes = (f"{name} {right[name]}/{wanted[name]}" for name in _fitting()["classes"] if wanted[name])
    print("by class: " + ", ".join(classes))
    _beside(beside, words(texts.values()), missed=missed)


def _class_of(kind: str) -> str:
    """The class of errors to which a kind belongs; the kind itself where no class has it."""
    return next((name for name, kinds in _fitting()["classes"].items() if kind in kinds), kind)


def _beside(beside: list[tuple[str, Finding]], many: int, *, missed: bool) -> None:
    """Prints what is said beside what was planted."""
    said = Counter(one.severity for _, one in beside)
    print(f"beside them, in {many} words: " + ", ".join(f"{said[s]} {s}" for s in "ABC"))
    for name, one in beside if missed else ():
        if one.severity in "AB":
            print(f"   beside: {one.severity} {name} {one.kind}: {one.message()[:160]}")


def audit_planted(path: Path) -> tuple[Finding, ...]:
    """What is found in a practice text, beside the claims of a register where the text has some."""
    text, beside = path.read_text("utf-8"), path.with_suffix(".claims.yml")
    if not beside.exists():
        return audit(text)
    rows = yaml.safe_load(beside.read_text("utf-8"))
    return audit_together([Draft(text)], claims=[_claim(number, row) for number, row in enumerate(rows)])


def _claim(number: int, row: dict[str, Any]) -> Claim:
    fields = {**row, "articles": tuple(row.get("articles", ()))}
    return Claim(id=f"c-{number}", passage_id="p", document_id="d", **fields)


def is_found(text: str, want: dict[str, Any], one: Finding) -> bool:
    """Whether a finding is of the wanted kind, or of one that says the same, and touches the wanted words."""
    return one.kind in (want["kind"], *want.get("or", ())) and is_near(text, want, one)


def is_near(text: str, want: dict[str, Any], one: Finding) -> bool:
    """Whether a finding touches the wanted words."""
    starts = [hit.start() for hit in re.finditer(re.escape(want["quote"]), text)]
    return any(p.start < at + len(want["quote"]) and at < p.end for p in one.places for at in starts)


def main() -> None:
    """Scores the check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--alarms", action="store_true", help="print the findings beside the rows")
    parser.add_argument("--missed", action="store_true", help="name what was not found")
    parser.add_argument("--figures", action="store_true", help="the relations between figures alone")
    parser.add_argument("--only", nargs="+", choices=FOLDERS, help="only the planted texts of these folders")
    parser.add_argument("--matrix", action="store_true", help="classes of errors by the ways they stand")
    asked = parser.parse_args()
    if asked.matrix:
        return matrix(missed=asked.missed)
    if asked.only:
        for folder in asked.only:
            planted(folder, missed=asked.missed)
        return None
    practice_figures(missed=asked.missed, alarms=asked.alarms)
    if asked.figures:
        return figures(asked.shared, missed=asked.missed) if asked.shared.is_dir() else None
    practice(missed=asked.missed)
    if asked.shared.is_dir():
        reports(asked.shared, alarms=asked.alarms, missed=asked.missed)
        figures(asked.shared, missed=asked.missed)


if __name__ == "__main__":
    main()
