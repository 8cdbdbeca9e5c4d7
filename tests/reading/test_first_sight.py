"""Ways of telling written before the readers saw them: who, what, when and with what outcome, and nothing more."""

import re
from pathlib import Path

import pytest

from tizim.reading import read, to_flat

DAY = "2024-05-15"


def lines(language):
    """The text of each line with the claims wanted."""
    path = Path(__file__).parent / f"first_sight_{language}.txt"
    told = (line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    for text, _, wanted in (line.partition(" || ") for line in told):
        yield pytest.param(
            language, text.replace(" / ", "\n"), [] if wanted == "-" else wanted.split("; "), id=text[:40]
        )


def is_told(wanted, claim):
    """Whether a claim is what a part of a line says."""
    who, acts, *rest = wanted.split(" ")
    day = next((one[1:] for one in rest if one.startswith("@")), None)
    outcome = re.search(r"=([^@]+)", wanted)
    named = claim["org"] if who == "org" else claim["person"]
    if who.isdigit():
        named = who if claim["person"] is None and claim["count_min"] == int(who) else None
    right = (
        bool(named) and (who == "org" or who in re.split(r"[\s-]", named)) and claim["act"] in acts.split("|")
    )
    dated = day is None or (claim["date"] is None if day == "-" else (claim["date"] or "").startswith(day))
    return right and dated and (outcome is None or outcome[1].strip() in (claim["outcome"] or ""))


@pytest.mark.parametrize(("language", "text", "wanted"), [*lines("ru"), *lines("en")])
def test_a_line_is_read_whole_and_nothing_more(language, text, wanted):
    claims = list(to_flat(read(text, date=DAY, language=language), "line")["claims"])
    for one in wanted:
        hit = next((claim for claim in claims if is_told(one, claim)), None)
        assert hit is not None, (one, claims)
        claims.remove(hit)
    assert [(claim["person"], claim["act"]) for claim in claims] == []
