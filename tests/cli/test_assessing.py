"""assess: sets with sources, grounds with passages, a second assessor, groups' words, groups side by side."""

import pytest

DAY = ("--as-of", "2020-11-30")
PACE = ("--set", "PACE-1900-2012")
PEOPLE = """
document,quote,person,act,date,outcome
first.txt,Aru Sampleva,Aru Sampleva,sentence,2020-05-01,imprisonment P4Y
first.txt,Daniyar Ulgiev,Daniyar Ulgiev,fine,2020-06-01,
"""


def tell(desk):
    folder = desk.home / "reports"
    folder.mkdir()
    (folder / "first.txt").write_text("Aru Sampleva is held. Daniyar Ulgiev was fined.", encoding="utf-8")
    desk.runs("add", folder)
    desk.takes(PEOPLE)


def claim_of(desk, name):
    return desk.asks("person", name)["claims"][0]["claim"]


def finds(desk, name, *more):
    said = ("--ground", "a", "--met", "--for", claim_of(desk, name))
    return desk.runs("assess", name, *PACE, *said, *more)


def shown(desk, name, group=None):
    groups = desk.asks("assess", name, *PACE, *DAY)["groups"]
    return next(one for one in groups if one["group"] == group)


def test_the_sets_name_the_source_of_the_official_wording(desk):
    said = desk.runs("assess", "--sets").out
    assert "Parliamentary Assembly of the Council of Europe" in said and "https://pace.coe.int/" in said
    sets = {one["set"]: one for one in desk.asks("assess", "--sets")}
    assert [one["code"] for one in sets["PACE-1900-2012/1"]["grounds"]] == list("abcde")
    assert len(sets) > 1 and all(one["source"]["url"] for one in sets.values())


def test_one_finds_a_second_confirms_and_the_list_follows(told):
    claim = claim_of(told, "Aru Sampleva")
    finds(told, "Aru Sampleva", "--against", claim, "--reason", "peaceful assembly")
    found = shown(told, "Aru Sampleva")
    assert (found["answer"], found["confirmed"], found["assessors"]) == ("met", False, {"desk-1": "met"})
    assert found["title"] == {"code": "political_prisoner", "sure": False, "why": ["not_confirmed"]}
    (one,) = found["grounds"][0]["determinations"]
    assert one["note"] == "peaceful assembly" and one["for"] == one["against"] != []
    assert one["for"][0]["quote"] == "Aru Sampleva"
    assert [each["answer"] for each in found["grounds"][1:]] == ["not_assessed"] * 4
    assert told.asks("tally", "political-prisoners", *DAY)["at_least"] == 0
    told.runs("assess", "Aru Sampleva", *PACE, "--confirm", "--by", "desk-2")
    found = shown(told, "Aru Sampleva")
    assert found["confirmed"] and found["agreeing"] == ["desk-1", "desk-2"] and found["title"]["sure"]
    assert told.asks("tally", "political-prisoners", *DAY)["at_least"] == 1
    said = told.runs("assess", "Aru Sampleva", *PACE, *DAY).out
    assert "may be called: political prisoner" in said and "Confirmed by a second assessor." in said
    assert "for: «Aru Sampleva» — first.txt" in said and "against: «Aru Sampleva»" in said


@pytest.mark.parametrize("by", ["desk-1", "Desk-1", " DESK-1 "])
def test_the_first_assessor_never_is_the_second(told, by):
    finds(told, "Aru Sampleva")
    answer = told.tries("assess", "Aru Sampleva", *PACE, "--confirm", "--by", by)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "tizim: there is nothing that somebody else found and desk-1 has not\n"
    assert shown(told, "Aru Sampleva")["confirmed"] is False


def test_somebody_at_liberty_is_never_called_a_political_prisoner(told):
    finds(told, "Daniyar Ulgiev")
    told.runs("assess", "Daniyar Ulgiev", *PACE, "--confirm", "--by", "desk-2")
    found = shown(told, "Daniyar Ulgiev")
    assert found["title"] == {"code": "politically_persecuted", "sure": True, "why": []}


def test_the_same_again_writes_nothing_and_another_finding_corrects_the_earlier(told):
    claim = claim_of(told, "Aru Sampleva")
    finds(told, "Aru Sampleva")
    assert "nothing was written" in finds(told, "Aru Sampleva").out
    told.runs("assess", "Aru Sampleva", *PACE, "--ground", "a", "--not-met", "--against", claim)
    (one,) = shown(told, "Aru Sampleva")["grounds"][0]["determinations"]
    assert one["finding"] == "not_met"
    told.runs("assess", "Aru Sampleva", *PACE, "--ground", "a", "--not-assessed")
    (one,) = shown(told, "Aru Sampleva")["grounds"][0]["determinations"]
    assert one["finding"] == "open"


def test_a_groups_own_assessment_stands_apart_from_the_registers(told):
    finds(told, "Aru Sampleva", "--group", "Group A", "--by", "lawyer-1")
    finds(told, "Aru Sampleva", "--by", "lawyer-1")
    assert shown(told, "Aru Sampleva", "Group A")["assessors"] == {"lawyer-1": "met"}
    assert shown(told, "Aru Sampleva")["assessors"] == {"lawyer-1": "met"}
    answer = told.tries(
        "assess", "Aru Sampleva", *PACE, "--confirm", "--by", "lawyer-2", "--group", "Group B"
    )
    assert answer.code == 1


def test_groups_stand_side_by_side_with_their_agreement(told):
    words = {"Aru Sampleva": ("recognised", "recognised"), "Daniyar Ulgiev": ("recognised", "declined")}
    for name, stances in words.items():
        for group, stance in zip(("Group A", "Group B"), stances, strict=True):
            said = ("--recognised-by", group, "--stance", stance, "--on", "2020-05")
            told.runs("assess", name, *said, "--claim", claim_of(told, name))
    (pair,) = told.asks("assess", "--agreement", *PACE, *DAY)["pairs"]
    assert (pair["left"], pair["right"], pair["both"], pair["same"]) == ("Group A", "Group B", 2, 1)
    assert pair["kappa"] == 0 and pair["differing"] == [told.asks("person", "Daniyar Ulgiev")["id"]]
    said = told.runs("assess", "--agreement", *PACE, *DAY).out
    assert "0.00" in said and "declined" in said
    assert told.asks("assess", "--agreement", *PACE, "--as-of", "2020-04-30")["pairs"] == []
    heard = told.asks("assess", "Aru Sampleva", *PACE, *DAY)["recognitions"]
    assert {one["group"] for one in heard} == {"Group A", "Group B"} and all(one["passage"] for one in heard)


@pytest.mark.parametrize(
    "odd",
    [
        (),
        ("Aru Sampleva",),
        ("Nobody Known", *PACE),
        ("Aru Sampleva", "--set", "HEROES-2020"),
        ("Aru Sampleva", "--set", "none.yml"),
        ("Aru Sampleva", *PACE, "--ground", "a", "--met"),
        ("Aru Sampleva", *PACE, "--ground", "z", "--met", "--for", "{claim}"),
        ("Aru Sampleva", *PACE, "--ground", "a", "--met", "--for", "{other}"),
        ("Aru Sampleva", *PACE, "--ground", "a", "--met", "--not-met", "--for", "{claim}"),
        ("Aru Sampleva", *PACE, "--met", "--for", "{claim}"),
        ("Aru Sampleva", *PACE, "--for", "{claim}"),
        ("Aru Sampleva", *PACE, "--confirm"),
        ("Aru Sampleva", *PACE, "--confirm", "--ground", "a", "--met", "--for", "{claim}"),
        ("Aru Sampleva", "--recognised-by", " "),
        ("Aru Sampleva", "--recognised-by", "Group A", "--on", "yesterday"),
        ("Aru Sampleva", "--recognised-by", "Group A", "--stance", "hero"),
        ("Aru Sampleva", "--recognised-by", "Group A", "--claim", "{other}"),
        ("--agreement",),
    ],
)
def test_what_cannot_be_done_is_one_line_and_writes_nothing(told, odd):
    ids = {"claim": claim_of(told, "Aru Sampleva"), "other": claim_of(told, "Daniyar Ulgiev")}
    answer = told.tries("assess", *(one.format(**ids) for one in odd))
    assert (answer.code, answer.out) == (1, "") and answer.err.startswith("tizim: ")
    assert answer.err.count("\n") == 1 and "Sampleva" not in answer.err
    found = told.asks("assess", "Aru Sampleva", *PACE)
    assert found["recognitions"] == [] and shown(told, "Aru Sampleva")["answer"] == "not_assessed"


@pytest.mark.parametrize(("language", "title"), [("ru", "политический заключённый"), ("kk", "саяси тұтқын")])
def test_assessments_are_told_in_three_languages(told, language, title):
    finds(told, "Aru Sampleva")
    said = told.in_language(language, "assess", "Aru Sampleva", *PACE, *DAY)
    assert said.code == 0 and title in said.out and "assess_" not in said.out


def test_two_cases_of_one_person_are_assessed_apart(told):
    finds(told, "Aru Sampleva", "--case", "the case of 2020")
    assert shown(told, "Aru Sampleva")["answer"] == "not_assessed"
    parts = told.asks("assess", "Aru Sampleva", *PACE, *DAY)["groups"]
    assert [(one["case"], one["answer"]) for one in parts] == [
        (None, "not_assessed"),
        ("the case of 2020", "met"),
    ]
    other = told.asks("assess", "Aru Sampleva", *PACE, *DAY, "--case", "another case")["groups"]
    assert [(one["case"], one["answer"]) for one in other] == [("another case", "not_assessed")]
    told.runs("assess", "Aru Sampleva", *PACE, "--confirm", "--by", "desk-2", "--case", "the case of 2020")
    assert told.asks("tally", "political-prisoners", *DAY)["at_least"] == 1
    assert "— case: the case of 2020" in told.runs("assess", "Aru Sampleva", *PACE, *DAY).out


def test_what_was_known_earlier_is_shown_and_nothing_is_written_by_it(told):
    finds(told, "Aru Sampleva")
    first = told.asks("assess", "Aru Sampleva", *PACE, *DAY)["groups"][0]["grounds"][0]
    assert first["answer"] == "met"
    told.runs("assess", "Aru Sampleva", *PACE, "--confirm", "--by", "desk-2")
    (one,) = first["determinations"]
    then = told.asks("assess", "Aru Sampleva", *PACE, *DAY, "--known-at", one["at"])["groups"][0]
    assert then["assessors"] == {"desk-1": "met"} and shown(told, "Aru Sampleva")["confirmed"]
    answer = told.tries("assess", "Aru Sampleva", *PACE, "--confirm", "--known-at", "2020-01-01")
    assert answer.code == 1 and "leave --known-at out to write" in answer.err


def test_a_groups_own_set_in_the_folder_of_the_setting_is_assessed_by_its_code(told, monkeypatch, tmp_path):
    (tmp_path / "own.yml").write_text(
        "code: OUR\nlanguage: ru\ntitle: Наши критерии\nassessors: 1\nliberty: {imprisonment: deprived}\n"
        "criteria:\n  words: {place: стр. 2, title: Слова, text: Только за слова.}\nmet: {any: [words]}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("TIZIM_CRITERIA", str(tmp_path))
    said = told.runs("assess", "--sets").out
    assert "OUR/1  Наши критерии" in said and "no English words for: title, words" in said
    claim = claim_of(told, "Aru Sampleva")
    told.runs("assess", "Aru Sampleva", "--set", "OUR", "--ground", "words", "--met", "--for", claim)
    (found,) = told.asks("assess", "Aru Sampleva", "--set", "OUR", *DAY)["groups"]
    assert found["title"] == {"code": "political_prisoner", "sure": True, "why": []}
    monkeypatch.setenv("TIZIM_CRITERIA", str(tmp_path / "nowhere"))
    assert "TIZIM_CRITERIA: there is no folder" in told.tries("assess", "--sets").err


def test_a_judgement_foretells_the_lists_that_ask_for_decisions(told):
    (told.home / "reports/second.txt").write_text("A. Sampleva is held.", encoding="utf-8")
    told.runs("add", told.home / "reports")
    told.takes(
        "document,quote,person,act,date,outcome\n"
        "second.txt,A. Sampleva is held,A. Sampleva,sentence,2020-05-01,imprisonment P4Y\n"
    )
    for who in ("Aru Sampleva", "A. Sampleva"):
        finds(told, who)
        told.runs("assess", who, *PACE, "--confirm", "--by", "desk-2")
    ids = [told.asks("person", who)["id"] for who in ("Aru Sampleva", "A. Sampleva")]
    seen = told.asks("judge", *ids, "same", "--dry-run", *DAY)
    assert "political-prisoners" in {one["definition"] for one in seen["lists"]}
