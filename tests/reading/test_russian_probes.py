"""Ordinary ways to report each act in Russian are read, and what did not happen is not."""

import re
from pathlib import Path

import pytest
import yaml

from tizim.reading import read

NAMES = {
    "X": [
        "Антон Белов",
        "Антона Белова",
        "Антону Белову",
        "Антона Белова",
        "Антоном Беловым",
        "Антоне Белове",
    ],
    "Y": ["Кира Ланская", "Киры Ланской", "Кире Ланской", "Киру Ланскую", "Кирой Ланской", "Кире Ланской"],
    "Z": ["Павел Горин", "Павла Горина", "Павлу Горину", "Павла Горина", "Павлом Гориным", "Павле Горине"],
}
DAY, SAID, DATE = "2023-06-15", "3 мая", "2023-05-03"
LETTER = re.compile(r"\b([XYZxyz])([рдвтп]?)\b")
PROBES = yaml.safe_load((Path(__file__).parent / "probes_ru.yml").read_text("utf-8"))
OPEN_PROBES = Path(__file__).parent / "probes_ru_open.yml"


def written(probe):
    """A probe with its letters as names in their cases."""

    def name(found):
        whole = NAMES[found[1].upper()]["рдвтп".find(found[2]) + 1 if found[2] else 0]
        return whole if found[1].isupper() else whole.split()[-1]

    return LETTER.sub(name, probe)


def parts(probe):
    """The text of a probe, its outcome, and the other acts that it tells."""
    text, _, more = probe.partition(" + ")
    text, _, outcome = text.partition(" # ")
    return text, outcome.strip(), set(more.split())


def fault(act, probe):
    """What is wrong with the claims of a probe, empty where nothing is."""
    text, outcome, more = parts(probe)
    claims = read(written(text), date=DAY, language="ru").claims
    own = [claim for claim in claims if claim.act == act]
    people = {NAMES[found[1]][0] for found in LETTER.finditer(text) if found[1].isupper()}
    if {claim.person or "org" for claim in own} != (people or {"org"}):
        return f"{act}: whom? {sorted({claim.act for claim in claims})}"
    if outcome and any(claim.outcome != outcome for claim in own):
        return f"{act}: outcome {own[0].outcome}"
    if SAID in text and f"с {SAID}" not in text and any(claim.date != DATE for claim in own):
        return f"{act}: day {own[0].date}"
    extra = {claim.act for claim in claims} - {act} - more
    return f"{act}: also {sorted(extra)}" if extra else ""


@pytest.fixture(scope="module")
def still_open():
    """The probes that are known not to be read rightly yet."""
    return set(yaml.safe_load(OPEN_PROBES.read_text("utf-8")))


@pytest.mark.parametrize("act", PROBES)
def test_the_ways_to_tell_an_act_are_read(still_open, act):
    faults = [
        f"{found} | {probe}"
        for probe in PROBES[act]["told"]
        if probe not in still_open and (found := fault(act, probe))
    ]
    assert faults == []


@pytest.mark.parametrize("act", PROBES)
def test_what_did_not_happen_is_no_act(still_open, act):
    told = [
        f"{sorted({claim.act for claim in claims})} | {probe}"
        for probe in PROBES[act]["silent"]
        if probe not in still_open
        and (claims := read(written(parts(probe)[0]), date=DAY, language="ru").claims)
    ]
    assert told == []


def test_few_probes_are_open(still_open):
    probes = [probe for some in PROBES.values() for probe in (*some["told"], *some["silent"])]
    assert still_open <= set(probes)
    assert len(still_open) < 0.15 * len(probes)
