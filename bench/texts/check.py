"""Whether the invented reports are annotated soundly: quotations, names, words, numbers, no id twice."""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.reading_score import Document
from bench.texts.sets import HERE, SETS, Report, reports
from tizim.vocab import VocabError, article, outcome, table, vague_date

_ROLES = ("victim", "perpetrator", "other")
_BOUNDS = (None, "at_least", "more_than", "at_most", "less_than")


def problems(folder: Path) -> Iterator[str]:
    """What is wrong in a set, each with the id of the report."""
    lines = (folder / "gold.jsonl").read_text("utf-8").splitlines()
    counted = Counter(str(json.loads(line)["id"]) for line in lines)
    yield from (f"{name}: stands {times} times" for name, times in counted.items() if times > 1)
    written = {path.stem for path in (folder / "docs").glob("*.txt")}
    yield from (f"{name}: text without annotation, or the reverse" for name in written ^ set(counted))
    if written == set(counted):
        for report in reports(folder):
            yield from (f"{report.name}: {what}" for what in _in_report(report))


def _in_report(report: Report) -> Iterator[str]:
    wanted = report.wanted
    if report.date is None or report.date != wanted["date"]:
        yield "the date is not that of docs.csv"
    for part in (*wanted["claims"], *wanted["figures"]):
        if part["quote"] not in report.text:
            yield f"quotation not in the text: {part['quote'][:50]}"
    yield from _in_persons(report)
    for claim in wanted["claims"]:
        yield from in_claim(claim, {person["name"] for person in wanted["persons"]})
    for figure in wanted["figures"]:
        yield from _in_figure(figure)


def _in_persons(report: Report) -> Iterator[str]:
    names = [person["name"] for person in report.wanted["persons"]]
    if len(set(names)) < len(names):
        yield "two persons have one name"
    for person in report.wanted["persons"]:
        if person["name"] not in person["forms"]:
            yield "a name is not among its forms"
        for form in person["forms"]:
            if not re.search(rf"(?<!\w){re.escape(form)}(?!\w)", report.text):
                yield f"a form does not occur: {form}"


def in_claim(claim: Document, names: set[str]) -> Iterator[str]:
    """What is wrong in an annotated claim, where the report's persons have these names."""
    subjects = [claim["person"], claim.get("org"), claim.get("count_min", claim.get("count_max"))]
    if sum(subject is not None for subject in subjects) != 1:
        yield f"not exactly one subject: {claim['quote'][:50]}"
    if claim["person"] is not None and claim["person"] not in names:
        yield f"the person of a claim is none of the persons: {claim['quote'][:50]}"
    if claim["act"] not in table("acts"):
        yield f"no act: {claim['act']}"
    if claim["role"] not in _ROLES:
        yield f"no role: {claim['role']}"
    state = claim["status_as_of"]
    if state and state["status"] not in (*table("states").codes, "serving_sentence"):
        yield f"no state: {state['status']}"
    yield from _unreadable(vague_date, claim["date"], (state or {}).get("as_of"))
    yield from _unreadable(article, *claim["article"])
    yield from _unreadable(outcome, claim["outcome"])


def _in_figure(figure: Document) -> Iterator[str]:
    if not isinstance(figure["count"], int) or figure.get("bound") not in _BOUNDS:
        yield f"no count or bound: {figure['quote'][:50]}"
    yield from _unreadable(vague_date, figure["since"], figure["as_of"])


def _unreadable(reader: Callable[[str], object], *texts: str | None) -> Iterator[str]:
    for text in texts:
        try:
            if text is not None:
                reader(text)
        except VocabError as error:
            yield str(error)


def main() -> int:
    """Prints what is wrong in the sets; the exit code is 1 if anything is."""
    found = [f"{name} {problem}" for name in SETS for problem in problems(HERE / name)]
    print("\n".join(found) or "nothing is wrong")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
