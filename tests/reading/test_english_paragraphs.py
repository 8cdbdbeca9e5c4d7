"""Paragraphs of a few sentences are read: who is meant, which day holds, and nothing more."""

from pathlib import Path

import pytest
import yaml

from tizim.reading import to_flat

PARAGRAPHS = yaml.safe_load((Path(__file__).parent / "paragraphs_en.yml").read_text("utf-8"))


def said(line):
    """A line of the table: whether it is a claim too many, who, acts, days, outcome."""
    too_many = line.startswith("not ")
    who, acts, day, outcome = [*line.removeprefix("not ").split(" ", 3), "*", "*"][:4]
    return too_many, who, acts.split("|"), day.split("|"), outcome


def is_told(line, claim, forms):
    """Whether a claim is what a line says."""
    _, who, acts, days, outcome = said(line)
    if claim["act"] not in acts:
        return False
    if not (
        days == ["*"] or (claim["date"] or "-") in days or any(within(claim["date"], day) for day in days)
    ):
        return False
    if outcome not in ("*", "-") and (claim["outcome"] or "").split(";")[0] != outcome:
        return False
    if who == "org":
        return bool(claim.get("org"))
    if who.isdigit():
        counts = claim["person"] is None and claim["count_min"]
        return bool(counts) and claim["count_min"] <= int(who) <= (claim["count_max"] or int(who))
    return any(who in form.split() for form in forms.get(claim["person"], [claim["person"] or ""]))


def within(found, wanted):
    """Whether a day is more exact than the month, the year or the span that was wanted."""
    if not found or wanted == "-":
        return False
    first, _, last = wanted.partition("/")
    inside = first <= found[: len(first)] and found[: len(last or first)] <= (last or first)
    return (len(wanted) < 10 or bool(last)) and inside


def unread(lines, claims, forms):
    """The lines that no claim says; claims that one says are taken out."""
    out = []
    for line in lines:
        hit = next((claim for claim in claims if is_told(line, claim, forms)), None)
        if hit is None:
            out.append(line)
        else:
            claims.remove(hit)
    return out


@pytest.mark.parametrize("paragraph", PARAGRAPHS, ids=lambda paragraph: paragraph["text"][:30])
def test_a_paragraph_tells_this_and_no_more(reading, paragraph):
    flat = to_flat(reading(paragraph["text"], str(paragraph["day"])), "x")
    forms = {one["name"]: [*one["forms"], one["name"]] for one in flat["persons"]}
    claims = [claim for claim in flat["claims"] if claim["role"] != "perpetrator"]
    assert unread(paragraph["told"], claims, forms) == []
    if not paragraph.get("open"):
        assert [(claim["act"], claim["quote"]) for claim in claims] == []


def test_few_of_the_claims_are_open():
    told = sum(len(paragraph["told"]) for paragraph in PARAGRAPHS)
    still = sum(len(paragraph.get("open", [])) for paragraph in PARAGRAPHS)
    assert still < (told + still) / 3
