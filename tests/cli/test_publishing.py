"""clear, freeze, editions, edition, approve, erratum: what leaves the house."""

import hashlib
import json

import pytest

from tizim.stores.signing import is_signed_by

PEOPLE = """
document,quote,person,act,date,outcome,age
first.txt,Aru Sampleva,Aru Sampleva,sentence,2020-05-01,imprisonment P4Y,44
first.txt,Daniyar Ulgiev,Daniyar Ulgiev,sentence,2020-06-01,imprisonment P3Y,
second.txt,Kamila Misalova,Kamila Misalova,sentence,2020-06-01,imprisonment P3Y,
"""
FREED = """
document,quote,person,act,date,outcome
first.txt,Daniyar Ulgiev is free,Daniyar Ulgiev,release,2020-12-01,released
"""
NOVEMBER, DECEMBER = ("--as-of", "2020-11-30"), ("--as-of", "2020-12-31")


def tell(desk):
    folder = desk.home / "reports"
    folder.mkdir()
    first = "Aru Sampleva and Daniyar Ulgiev are held. Later Daniyar Ulgiev is free."
    (folder / "first.txt").write_text(first, encoding="utf-8")
    (folder / "first.txt.yml").write_text(
        "{obtained: published, url: 'https://example.org/report'}", encoding="utf-8"
    )
    desk.runs("add", folder)
    (folder / "second.txt").write_text("Kamila Misalova is held too.", encoding="utf-8")
    desk.runs("add", folder / "second.txt", "--obtained", "given_by_relative")
    desk.takes(PEOPLE)


def frozen(desk, *asked):
    """The id of the edition that this freezes."""
    said = desk.runs("freeze", "in-custody", *asked).out
    return said.split("tizim approve ")[1].split()[0]


def as_user(monkeypatch, name):
    monkeypatch.setenv("TIZIM_USER", name)


def test_a_dry_run_says_what_would_leave_and_freezes_nothing(told):
    said = told.runs("freeze", "in-custody", *NOVEMBER, "--dry-run").out
    assert "In the whole register: at least 3, at most 3." in said
    assert "The edition: at least 2, at most 2." in said
    assert "2 of 3 documents may not be used" in said
    assert "Kamila" not in said
    assert told.asks("editions") == []


def test_an_edition_is_numbered_shown_and_made_again(told):
    edition = frozen(told, *NOVEMBER)
    told.takes(FREED)
    (row,) = told.asks("editions", "--check")
    assert (row["id"], row["number"], row["again"], row["let_out"]) == (
        edition,
        1,
        [],
        "second_person_wanted",
    )
    content = told.asks("edition", edition)
    assert [one["name"] for one in content["people"]] == ["Aru Sampleva", "Daniyar Ulgiev"]
    assert content["passages"][0]["url"] == "https://example.org/report"
    assert "44" not in json.dumps(content["people"])


def test_the_next_edition_says_who_left(told):
    frozen(told, *NOVEMBER)
    told.takes(FREED)
    said = told.runs("freeze", "in-custody", *DECEMBER).out
    assert "edition 2" in said
    (line,) = [line for line in said.splitlines() if "left" in line]
    assert "Daniyar Ulgiev" in line


def test_a_list_that_says_the_same_is_not_frozen_again(told):
    frozen(told, *NOVEMBER)
    assert "edition 1 says the same" in told.tries("freeze", "in-custody", *NOVEMBER).err


def test_somebody_else_lets_it_out(told, monkeypatch):
    edition = frozen(told, *NOVEMBER)
    assert "somebody else" in told.tries("approve", edition).err
    as_user(monkeypatch, "desk-2")
    told.runs("approve", edition, "--reason", "read whole")
    assert told.asks("editions")[0]["let_out"] == "yes"
    as_user(monkeypatch, "desk-3")
    assert "reason" in told.tries("approve", edition, "--refuse").err
    told.runs("approve", edition, "--refuse", "--reason", "a name too many")
    assert told.asks("editions")[0]["let_out"] == "refused"


def test_an_erratum_stands_beside_the_edition(told):
    edition = frozen(told, *NOVEMBER)
    told.runs(
        "erratum",
        edition,
        "1",
        "--said",
        "P4Y",
        "--right",
        "P3Y",
        "--reason",
        "the verdict",
        "--date",
        "2021-01-05",
    )
    (one,) = told.asks("edition", edition)["errata"]
    assert (one["place"], one["said"], one["right"], one["date"]) == ("1", "P4Y", "P3Y", "2021-01-05")
    assert (
        "Correction of 2021-01-05, at 1: not “P4Y” but “P3Y” (the verdict)"
        in told.runs("edition", edition).out
    )
    assert told.tries(
        "erratum", edition, "1", "--said", "a", "--right", "b", "--reason", "c", "--date", "5.1.21"
    ).err


def test_a_decision_on_a_person_holds_in_the_next_edition(told):
    aru = {one["person"]: one["id"] for one in told.asks("list", "in-custody", *NOVEMBER)["people"]}[
        "Aru Sampleva"
    ]
    frozen(told, *NOVEMBER)
    told.runs("clear", aru, "counted", "--basis", "consent", "--note", "asked for it")
    refused = told.tries("freeze", "in-custody", *NOVEMBER)
    assert refused.code == 1 and "2 counted, 1 of them not named" in refused.err
    assert "! Class" in told.runs("freeze", "in-custody", *NOVEMBER, "--dry-run").out
    hushed = told.asks("edition", frozen(told, *NOVEMBER, "--hush"))
    assert (hushed["at_least"], hushed["at_most"], len(hushed["people"])) == (1, None, 1)
    later = told.asks("edition", frozen(told, *NOVEMBER, "--despite", "the family agrees"))
    assert (later["at_least"], [one["name"] for one in later["people"]]) == (2, ["Daniyar Ulgiev", None])
    assert "Aru" not in json.dumps(later, ensure_ascii=False)
    told.runs("clear", aru, "named", "--basis", "consent", "--field", "age")
    again = told.asks("edition", frozen(told, *NOVEMBER, "--despite", "the family agrees"))
    assert again["people"][0]["more"] == [["age", "44"]]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("clear", "p-0", "named"), "the register has no p-0"),
        (("clear", "d-0", "used"), "the register has no d-0"),
        (("approve", "e-0"), "there is no edition e-0"),
        (("edition", "e-0"), "there is no edition e-0"),
        (("freeze", "in-custdy"), "in-custody"),
    ],
)
def test_what_is_not_there_is_said(told, asked, said):
    assert said in told.tries(*asked).err


def test_the_check_of_the_register_reads_the_frozen_bytes(told):
    frozen(told, *NOVEMBER)
    told.runs("check")
    digest = told.asks("editions")[0]["digest"]
    files = {path for path in (told.home / "reg" / "vault").rglob("*") if path.is_file()}
    before = len(files)
    assert before
    assert digest not in {path.name for path in files}


def test_no_list_yet(desk):
    assert "No list has been frozen yet" in desk.runs("editions").out
    assert "the register is empty" in desk.tries("freeze").err


def test_a_release_is_written_once_somebody_else_has_let_the_edition_out(told, monkeypatch):
    edition, folder = frozen(told, *NOVEMBER), told.home / "published"
    assert "second person" in told.tries("release", edition, folder).err
    assert not folder.exists()
    as_user(monkeypatch, "desk-2")
    told.runs("approve", edition)
    assert "published/data/index.html" in told.runs("release", edition, folder).out
    assert "Aru Sampleva" in (folder / "data" / "en" / "index.html").read_text(encoding="utf-8")
    signature = (folder / "manifest-sha256.txt.sig").read_text().strip()
    info = (folder / "bag-info.txt").read_text()
    key = next(line.split(": ")[1] for line in info.splitlines() if line.startswith("Public-Key"))
    manifest = (folder / "manifest-sha256.txt").read_bytes()
    assert is_signed_by(key, hashlib.sha256(manifest).digest(), signature)
    assert "is there already" in told.tries("release", edition, folder).err
