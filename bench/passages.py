"""The bank of short English passages: each act in many words, tied to people and days in many ways.

python -m bench.passages             totals of both parts: two thirds to look at, and one kept for later
python -m bench.passages --errors    what is missed, too many or wrong; never of the third kept for later
"""

import argparse
import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.reading_score import Claim, Score, scored
from bench.texts.sets import Report, flat

BANK = Path(__file__).resolve().parent / "texts/passages_en.txt"
PARTS = ("open", "later")
_TOLD = re.compile(r"(\?)?(?:(org) )?(.+?)(?:/(perpetrator))?: (\w+)(?: @(\S+))?(?: (.+))?")
_COUNT = re.compile(r"(\d+)(\+)?")


def part(name: str) -> str:
    """Which part a passage is of, by a hash of its id."""
    return PARTS[int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0]


def passages() -> Iterator[Report]:
    """The passages of the bank with what they tell."""
    for line in BANK.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, day, text, told = line.split(" || ")
            text = text.replace(" // ", "\n\n").replace(" / ", "\n")
            yield Report(text, _document(name, text, told), day)


def _document(name: str, text: str, told: str) -> dict[str, Any]:
    claims = [] if told == "none" else [_claim(one) for one in told.split(" ;; ")]
    names = sorted({claim["person"] for claim in claims if claim["person"]})
    words = [word for one in names for word in set(one.split())]
    persons = [
        {"name": one, "forms": [one, *(word for word in one.split() if words.count(word) == 1)]}
        for one in names
    ]
    return {"id": name, "language": "en", "persons": persons, "claims": claims, "figures": [], "text": text}


def _claim(told: str) -> Claim:
    match = _TOLD.fullmatch(told)
    if match is None:
        raise ValueError(f"no claim: {told}")
    optional, org, who, official, act, day, outcome = match.groups()
    count = None if org else _COUNT.fullmatch(who)
    least = int(count[1]) if count else None
    return {
        "person": None if org or count else who,
        "org": who if org else None,
        "count_min": least,
        "count_max": None if count and count[2] else least,
        "role": official or "victim",
        "act": act,
        "date": day,
        "place": None,
        "article": [],
        "outcome": outcome,
        "status_as_of": None,
        "quote": "",
        "optional": bool(optional),
    }


def score(which: str) -> Score:
    """The score of the English reader over a part of the bank."""
    total = Score()
    for one in passages():
        if part(one.name) == which:
            found = flat(one.text, name=one.name, date=one.date, language="en")
            total.add(scored(one.wanted, found or {}, one.text))
    return total


def _totals(found: Score) -> str:
    claims = found.measures["claims"]
    right = ", ".join(
        f"{name} {found.measures[f'claims + {name}'].right}" for name in ("date", "outcome", "role")
    )
    return (
        f"{claims.precision:.3f} / {claims.recall:.3f} / {claims.f1:.3f} "
        f"({claims.right} right of {claims.found} found and {claims.wanted} asked for; "
        f"right of these: {right})"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the totals, and single errors where they are asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench.passages", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="claims missed, too many or wrong")
    options = parser.parse_args(arguments)
    found = {which: score(which) for which in PARTS}
    for which in PARTS:
        print(f"{which:5}: {_totals(found[which])}")
    if options.errors:
        _print_errors(found["open"])


def _print_errors(found: Score) -> None:
    wrong: dict[str, list[str]] = {}
    for title, claims in (("missed", found.missed), ("extra", found.extra)):
        for name, one in claims:
            wrong.setdefault(name, []).append(f"{title}: {_told(one)} | {one['quote']}")
    for name, one, what, given in found.wrong:
        if what in ("date", "outcome", "role"):
            wrong.setdefault(name, []).append(f"wrong: {_told(one)} | {what} found {given}")
    for passage in passages():
        if passage.name in wrong:
            print(f"\n{passage.name} {passage.text}", *wrong[passage.name], sep="\n   ")


def _told(one: Claim) -> str:
    who = one["person"] or one.get("org") or f"{one['count_min']}..{one['count_max']}"
    return f"{who}: {one['act']} @{one['date']} {one['outcome'] or ''}"


if __name__ == "__main__":
    main()
