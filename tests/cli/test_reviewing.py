"""review, claims, withdraw: claims found by a query, decided on, put right, taken back."""

import pytest

from tests.cli.conftest import copied

DAY = ("--as-of", "2020-11-30")
READ_BY_MACHINE = """
person,act,date,place,article,age
Aru Sampleva,pretrial_detention,2020-11-01,Sampletown,QT-CC 217,
Olzhas Namebay,house_arrest,2020-11-05,Sampletown,,
Dana Inventova,fine,2020-11-06,Exampleville,,31
"""


@pytest.fixture(scope="module")
def proposed(blank, tmp_path_factory):
    """A register with claims that a machine proposed."""
    desk = copied(blank, tmp_path_factory.mktemp("proposed"))
    desk.runs("import", desk.table(READ_BY_MACHINE), "--reader", "rules 1")
    return desk.home


@pytest.fixture
def desk(proposed, tmp_path):
    return copied(proposed, tmp_path)


@pytest.fixture
def read(desk):
    """The ids of the claims, by person."""
    return {claim["person"]: claim["id"] for claim in desk.asks("claims")}


def custody(desk, *more):
    return desk.asks("tally", "in-custody", *DAY, *more)["at_most"]


def test_an_accepted_claim_counts_as_reviewed(desk, read):
    assert custody(desk, "--reviewed") == 0
    answer = desk.runs("review", "accept", read["Aru Sampleva"], "--reason", "the verdict says so")
    assert answer.lines[0].startswith(f"{read['Aru Sampleva']}  pretrial_detention  2020-11-01  r-")
    assert answer.lines[1:] == ["1 claims are decided: accept."]
    assert custody(desk, "--reviewed") == 1
    assert [claim["id"] for claim in desk.asks("claims", "reviewed=yes")] == [read["Aru Sampleva"]]


def test_a_rejected_claim_counts_nowhere_until_it_is_accepted_again(desk, read):
    desk.runs("review", "reject", read["Aru Sampleva"])
    assert custody(desk) == 1
    assert len(desk.asks("claims")) == 2
    assert [claim["id"] for claim in desk.asks("claims", "--rejected")] == [read["Aru Sampleva"]]
    desk.runs("review", "accept", read["Aru Sampleva"])
    assert custody(desk) == 2
    assert desk.asks("claims", "--rejected") == []


def test_the_same_decision_twice_is_written_once(desk, read):
    desk.runs("review", "accept", read["Aru Sampleva"])
    before = desk.runs("check").out
    desk.runs("review", "accept", read["Aru Sampleva"])
    assert desk.runs("check").out == before


def test_claims_are_decided_by_a_query(desk, read):
    answer = desk.runs("review", "accept", "--where", "place=Sampletown reviewed=no")
    assert answer.lines[-1] == "2 claims are decided: accept."
    assert [claim["id"] for claim in desk.asks("claims", "reviewed=no")] == [read["Dana Inventova"]]


def test_a_dry_run_names_the_claims_and_decides_nothing(desk, read):
    before = desk.runs("check").out
    answer = desk.runs("review", "reject", "--where", "act=fine", "--dry-run")
    assert answer.lines[0].startswith(f"{read['Dana Inventova']}  fine  2020-11-06  r-")
    assert answer.lines[1:] == ["1 claims would be decided: reject."]
    assert desk.runs("check").out == before


def test_an_amended_claim_stands_in_the_place_of_the_old_one(desk, read):
    desk.runs(
        "review", "amend", read["Olzhas Namebay"], "--set", "act=pretrial_detention",
        "--set", "article=QT-CC 217; QT-CC 308(2)", "--set", "approx=no", "--set", "age=40",
        "--set", "place=", "--reason", "read again",
    )  # fmt: skip
    (claim,) = desk.asks("claims", "person~=namebay")
    assert (claim["act"], claim["article"], claim["age"]) == (
        "pretrial_detention",
        ["QT-CC 217", "QT-CC 308(2)"],
        40,
    )
    assert "place" not in claim and "reader" not in claim
    assert claim["corrects"] == read["Olzhas Namebay"]
    assert desk.asks("tally", "in-custody", *DAY, "--reviewed")["parts"]["pretrial_detention"]["at_most"] == 1


def test_claims_are_amended_by_a_query(desk, read):
    desk.runs("review", "amend", "--where", "place=Exampleville", "--set", "place=Sampletown")
    assert {claim["place"] for claim in desk.asks("claims")} == {"Sampletown"}


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (None, "amend needs --set FIELD=VALUE, as in --set date=2020-11-30"),
        ("age=old", "--set age: not a whole number"),
        ("approx=perhaps", "--set approx: neither yes nor no"),
        ("act=", "--set act: is always needed"),
        ("colour=red", "--set takes a field of the flat form and a value"),
        ("quote=other words", "--set takes a field of the flat form and a value"),
        ("id=c-1", "--set takes a field of the flat form and a value"),
        ("date=30.11.2020", "date"),
        ("act=fien", "Nearest: fine"),
        ("person=", "nobody is named"),
    ],
)
def test_what_cannot_be_amended_is_one_line_and_writes_nothing(desk, read, change, line):
    before = desk.runs("check").out
    answer = desk.tries(
        "review", "amend", read["Dana Inventova"], *(["--set", change] if change is not None else [])
    )
    assert (answer.code, answer.out) == (1, "")
    assert line in answer.err and answer.err.count("\n") == 1
    assert desk.runs("check").out == before


def test_a_withdrawn_claim_comes_back_when_the_withdrawal_is_withdrawn(desk, read):
    first = desk.runs("withdraw", read["Aru Sampleva"], "--reason", "another person")
    withdrawal = first.out.split()[0]
    assert first.out == f"{withdrawal} takes back {read['Aru Sampleva']}\n"
    assert custody(desk) == 1
    second = desk.runs("withdraw", withdrawal)
    assert second.out.endswith(f"takes back {withdrawal}\n")
    assert custody(desk) == 2
    third = desk.runs("withdraw", read["Aru Sampleva"], "--reason", "another person")
    assert third.out.split()[0] not in (withdrawal, second.out.split()[0])
    assert custody(desk) == 1


@pytest.mark.parametrize("decision", ["accept", "reject"])
def test_a_withdrawn_review_leaves_the_claim_undecided(desk, read, decision):
    review = desk.runs("review", decision, read["Aru Sampleva"]).lines[0].split()[-1]
    assert read["Aru Sampleva"] not in {claim["id"] for claim in desk.asks("claims", "reviewed=no")}
    desk.runs("withdraw", review)
    assert read["Aru Sampleva"] in {claim["id"] for claim in desk.asks("claims", "reviewed=no")}
    assert custody(desk) == 2


def test_one_id_that_does_not_exist_takes_nothing_back(desk, read):
    answer = desk.tries("withdraw", read["Aru Sampleva"], "c-0")
    assert answer.code == 1
    assert custody(desk) == 2


def test_claims_are_printed_in_the_flat_form(desk, read):
    (claim,) = desk.asks("claims", "act=fine")
    assert claim == {
        "id": read["Dana Inventova"],
        "person": "Dana Inventova",
        "role": "victim",
        "case_kind": "persecution",
        "level": "event",
        "act": "fine",
        "approx": False,
        "counting_unit": "individual",
        "date": "2020-11-06",
        "place": "Exampleville",
        "certainty": "asserted",
        "age": 31,
        "reader": "rules 1",
        "locator": "row 4",
        "passage_id": claim["passage_id"],
        "document_id": claim["document_id"],
        "document": claim["document_id"],
        "recorded_at": claim["recorded_at"],
        "recorded_by": claim["recorded_by"],
    }


def test_claims_are_a_table_with_their_number(desk, read):
    answer = desk.runs("claims", "since=2020-11-02")
    assert answer.lines[-1] == "2 claims"
    assert all(read[name] in answer.out for name in ("Olzhas Namebay", "Dana Inventova"))
    assert read["Aru Sampleva"] not in answer.out


def test_the_csv_of_claims_comes_back_in_as_it_went_out(desk, read):
    text = desk.runs("claims", "--format", "csv").out
    assert text.count("\r\n") == 4 and text.startswith("id,document,person,")
    (desk.home / "out.csv").write_text(text, encoding="utf-8", newline="")
    again = desk.runs("import", desk.home / "out.csv")
    assert "0 claims written" in again.out and "3 there already" in again.out
