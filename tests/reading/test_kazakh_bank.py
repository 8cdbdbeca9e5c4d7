"""Kazakh phrases and short reports written before any reader saw them give the claims that they tell."""

import re
from functools import cache
from pathlib import Path

import pytest

from tizim.reading import read

BANK, DAY = Path(__file__).parent / "bank_kk.txt", "2023-06-15"
OPEN = "~ "


@cache
def sections():
    """The lines of the bank by its headings."""
    found = {}
    for line in BANK.read_text("utf-8").splitlines():
        if line.startswith("## "):
            rows = found.setdefault(line[3:], [])
        elif not line.startswith("#"):
            rows.append(line)
    return found


def wanted(told):
    """The claims that a line asks for: whom, act, day, outcome, and whether careful readers may differ."""
    out = []
    for claim in [] if told == "nothing" else told.split("; "):
        whom, act, *rest = claim.split(" ", 3)
        day = rest[0] if rest and re.match(r"\d{4}", rest[0]) else None
        outcome = " ".join(rest[bool(day) or rest[:1] == ["*"] :])
        out.append((whom, act.rstrip("?"), day, outcome, act.endswith("?")))
    return sorted(out, key=lambda one: one[4])


def is_of(claim, whom):
    """Whether a claim is about a person with such a word in the name, an organisation, or a group of so many."""
    if whom.startswith("#"):
        return claim.person is None and whom in ("#*", f"#{claim.count_min}")
    if whom == "org":
        return claim.organisation is not None
    return whom == "*" or (claim.person is not None and whom.lower() in claim.person.lower())


def faults(line):
    """What is wrong with the claims that a line gives: missed, too many, of another day or outcome."""
    text, _, told = line.removeprefix(OPEN).rpartition(" => ")
    claims = list(read(text.replace("\\n", "\n"), date=DAY, language="kk").claims)
    claims = [claim for claim in claims if claim.role == "victim"]
    out = []
    for whom, act, day, outcome, optional in wanted(told):
        fitting = [claim for claim in claims if claim.act == act and is_of(claim, whom)]
        fitting.sort(key=lambda claim: day is not None and claim.date != day)
        if not fitting:
            out += [] if optional else [f"missed {whom} {act}"]
            continue
        claims.remove(fitting[0])
        if day is not None and (fitting[0].date or "").rstrip("~?") != day:
            out.append(f"{whom} {act} on {fitting[0].date}")
        if outcome not in (fitting[0].outcome or ""):
            out.append(f"{whom} {act} with {fitting[0].outcome}")
    return out + [f"too many: {claim.act}" for claim in claims]


@pytest.mark.parametrize("section", sections())
def test_what_a_kazakh_bank_tells_is_read(section):
    lines = [line for line in sections()[section] if not line.startswith(OPEN)]
    assert {line: found for line in lines if (found := faults(line))} == {}


def test_most_of_the_kazakh_bank_is_read():
    lines = [line for rows in sections().values() for line in rows]
    assert sum(line.startswith(OPEN) for line in lines) < 0.25 * len(lines)
