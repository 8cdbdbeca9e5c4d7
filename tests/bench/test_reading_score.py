"""The scores of readers: the same figures as the shared script, and sound annotation of the invented sets."""

import csv
import json
import random
import re
import subprocess
import sys

import pytest
from bench.reading_fields import date_right, outcome_right
from bench.reading_score import Count, Score, scored
from bench.texts.__main__ import main
from bench.texts.check import problems
from bench.texts.sets import HERE, SETS, flat, invented, reports

NAMES = {
    "persons/entity": "persons",
    "persons/mention": "mentions",
    "claims": "claims",
    "claims +date": "claims + date",
    "claims +place": "claims + place",
    "claims +article": "claims + article",
    "claims +outcome": "claims + outcome",
    "claims +role": "claims + role",
    "claims +all4": "claims + all four",
    "figures": "figures",
    "figures +as_of": "figures + as_of",
    "figures +what": "figures + what",
}


@pytest.fixture(scope="module")
def short_reports(shared):
    return list(reports(shared / "gold" / "reading"))


def script_figures(shared, tmp_path, predictions):
    path = tmp_path / "found.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in predictions), "utf-8")
    script = shared / "gold" / "reading" / "score.py"
    done = subprocess.run(
        [sys.executable, str(script), str(path), "--json"], check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout)


def own_figures(texts, predictions):
    found = {one["id"]: one for one in predictions}
    groups = {}
    for report in texts:
        score = scored(report.wanted, found.get(report.name, {}), report.text)
        for group in ("ALL", report.language):
            groups.setdefault(group, Score()).add(score)
    return groups


def damaged(document, seed):
    """What a bad reader might give: claims missing, doubled, of others, with wrong fields."""
    chance = random.Random(seed)
    people = [one["name"] for one in document["persons"]]
    claims = []
    for claim in document["claims"]:
        for _ in range(chance.choice((0, 1, 1, 1, 2))):
            wrong = {
                "date": chance.choice((None, "2021", "2021-07-07", "2020-01/2021-02", claim["date"])),
                "outcome": chance.choice((None, "imprisonment P4Y", "released", claim["outcome"])),
                "person": chance.choice((*people, claim["person"])) if claim["person"] else None,
                "place": chance.choice((None, claim["place"], "Almaty Region")),
                "article": chance.choice(([], claim["article"], ["KZ-CC 405"])),
                "role": chance.choice(("victim", claim["role"])),
                "act": chance.choice((claim["act"], claim["act"], "trial")),
            }
            taken = [name for name in wrong if chance.random() < 0.4]
            claims.append(claim | {name: wrong[name] for name in taken})
    persons = [one for one in document["persons"] if chance.random() < 0.8]
    figures = [one | {"as_of": None} for one in document["figures"] if chance.random() < 0.7] * 2
    return document | {"persons": [*persons, "Nobody At All"], "claims": claims, "figures": figures}


def assert_same(theirs, mine):
    assert set(theirs) == set(mine)
    for group, measures in theirs.items():
        for name, own in NAMES.items():
            count, other = mine[group].measures[own], measures[name]
            assert (count.right, count.found, count.wanted) == (other["tp"], other["pred"], other["gold"]), (
                name
            )
            assert (count.precision, count.recall, count.f1) == (other["p"], other["r"], other["f1"]), name


@pytest.mark.parametrize("seed", range(4))
def test_damaged_gold_scores_as_the_shared_script_scores_it(seed, shared, short_reports, tmp_path):
    found = [damaged(report.wanted, f"{seed} {report.name}") for report in short_reports]
    theirs = script_figures(shared, tmp_path, found)
    assert_same(theirs, own_figures(short_reports, found))
    assert 0.2 < theirs["ALL"]["claims"]["f1"] < 0.9


def test_the_reader_scores_as_the_shared_script_scores_it(shared, short_reports, tmp_path):
    found = [
        flat(one.text, name=one.name, date=one.date, language=one.language)
        for one in short_reports
        if one.language == "en"
    ]
    assert_same(script_figures(shared, tmp_path, found), own_figures(short_reports, found))


@pytest.mark.parametrize("name", SETS)
def test_the_invented_reports_are_soundly_annotated(name):
    assert list(problems(HERE / name)) == []


@pytest.mark.parametrize("name", SETS)
def test_every_language_has_reports_with_and_without_claims(name):
    texts = list(invented(name))
    assert {"en", "ru"} <= {one.language for one in texts}
    assert any(not one.wanted["claims"] for one in texts)


def test_what_was_wanted_scores_full_marks():
    for report in invented("seen"):
        asked = [claim for claim in report.wanted["claims"] if not claim.get("optional")]
        score = scored(report.wanted, report.wanted | {"claims": asked}, report.text)
        assert all(count.f1 == 1 for count in score.measures.values()), report.name
        assert not score.missed and not score.extra


def test_an_optional_claim_is_neither_asked_for_nor_held_against_the_reader():
    asked = {"person": "A", "role": "victim", "act": "fine", "date": None, "place": None, "article": []}
    claims = [asked | {"outcome": None, "quote": "q", "optional": optional} for optional in (False, True)]
    wanted = {"id": "x", "persons": [{"name": "A"}], "claims": claims, "figures": []}
    for given, expected in ((claims[:1], Count(1, 1, 1)), (claims, Count(1, 1, 1)), ([], Count(0, 0, 1))):
        assert scored(wanted, {"claims": given}, "A").measures["claims"] == expected


def test_a_date_may_be_more_exact_than_a_vague_one_and_never_less():
    assert date_right("2021-02~", "2021-02-14")
    assert date_right("2021-02", "2021-02-14")
    assert not date_right("2021-02-14", "2021-02")
    assert not date_right(None, "2021")


def test_the_main_part_of_an_outcome_decides():
    assert outcome_right("imprisonment P1Y6M; confiscation", "imprisonment P18M")
    assert not outcome_right("imprisonment P4Y", "imprisonment P3Y")
    assert not outcome_right(None, "released")


def test_single_errors_of_the_set_apart_are_never_printed(capsys):
    for arguments in (["--errors", "3"], ["--set", "apart", "--errors", "3"]):
        with pytest.raises(SystemExit):
            main(arguments)
    assert "missed" not in capsys.readouterr().out


def test_the_totals_of_a_set_are_printed_by_language(capsys):
    main(["--set", "seen", "--language", "en", "--errors", "1"])
    out = capsys.readouterr().out
    assert "| seen en |" in out
    assert "missed en-s" in out


def runs_of_nine(text):
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + 9]) for at in range(len(words) - 8)}


def test_no_run_of_nine_words_comes_from_a_real_report(shared):
    real = [*(shared / "seeds").glob("*.txt"), *(shared / "gold/reading/docs").glob("*.txt")]
    theirs = set().union(*(runs_of_nine(path.read_text("utf-8")) for path in real))
    assert theirs
    for report in (one for name in SETS for one in invented(name)):
        assert not runs_of_nine(report.text) & theirs, report.name


def test_no_full_name_of_a_real_person_occurs(shared):
    with (shared / "gold/identity/mentions.csv").open(encoding="utf-8", newline="") as stream:
        names = {row["name_as_written"].casefold() for row in csv.DictReader(stream)}
    with (shared / "gold/seeds/persons.csv").open(encoding="utf-8", newline="") as stream:
        names |= {row["canonical_name"].casefold() for row in csv.DictReader(stream)}
    full = {name for name in names if " " in name}
    assert len(full) > 300
    for report in (one for name in SETS for one in invented(name)):
        assert not [number for number, name in enumerate(full) if name in report.text.casefold()], report.name
