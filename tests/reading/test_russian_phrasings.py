"""In how many ways Russian texts tell an act: a line of ``russian_phrasings.txt`` each."""

from pathlib import Path

import pytest

from tizim.reading import read

LINES = (Path(__file__).parent / "russian_phrasings.txt").read_text("utf-8").splitlines()
CASES = [line.split(" || ") for line in LINES if line and not line.startswith("#")]


def wanted(written: str) -> list[tuple[str, str, str, str]]:
    out = []
    for one in [] if written == "-" else written.split("; "):
        words = one.split()
        at = next(place for place, word in enumerate(words) if word.isascii() and not word[0].isdigit())
        date = words.pop()[1:] if words[-1].startswith("@") else ""
        out.append((" ".join(words[:at]), words[at], " ".join(words[at + 1 :]), date))
    return out


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[f"line {at + 2}" for at in range(len(CASES))])
def test_each_way_to_tell_an_act_is_read(text, expected):
    claims = read(text.replace("\\n", "\n"), date="2025-03-14", language="ru").claims
    found = [
        (
            claim.person or claim.organisation or str(claim.count_min),
            claim.act,
            claim.outcome or "",
            claim.date or "",
        )
        for claim in claims
        if claim.level != "figure"
    ]
    rows = wanted(expected)
    assert [one[:2] for one in sorted(found)] == [one[:2] for one in sorted(rows)]
    for (*_, outcome, date), (*_, said, day) in zip(sorted(found), sorted(rows), strict=True):
        assert said in outcome
        assert day in ("", date)
