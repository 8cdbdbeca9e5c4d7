"""list, tally, diff, person, explain: in every format, as of a day, as known at a moment, reviewed only."""

import csv
import io

import pytest

from tests.cli.conftest import copied

DAY = "2020-11-30"
LETTER = """Aru Sampleva was placed in pre-trial detention on 1 November. Olzhas Namebay was sent home under
house arrest on 5 November. Dana Inventova got four years on 10 November. Some say Timur Madeupov is held.
"""
TABLE = """
document,quote,person,org,act,date,article,outcome,status_as_of,certainty,count_min,reader
letter.txt,Aru Sampleva was placed,Aru Sampleva,,pretrial_detention,2020-11-01,QT-CC 217(2),pretrial P2M,,,,
letter.txt,house arrest,Olzhas Namebay,,house_arrest,2020-11-05,,,,,,
letter.txt,Dana Inventova got four years,Dana Inventova,,sentence,2020-11-10,QT-CC 217,imprisonment P4Y,,,,rules 1
letter.txt,Timur Madeupov is held,Timur Madeupov,,pretrial_detention,2020-11-20,,,,alleged,,
"""
TALLY_KEYS = [
    "definition", "version", "as_of", "known_at", "basis", "unit", "at_least", "at_most", "parts", "because",
]  # fmt: skip
EVIDENCE_KEYS = [
    "claim", "act", "date", "status_as_of", "outcome", "articles", "certainty", "reported_by", "quote",
    "page", "locator", "document", "file", "title", "document_date", "source", "reprint", "reviewed",
    "reader",
]  # fmt: skip
PERSON_KEYS = [
    "id", "person", "class", "state", "since", "confirmed", "expected_end", "articles", "sure", "why",
    "reason", "sources", "unreviewed", "because",
]  # fmt: skip


@pytest.fixture(scope="module")
def coded(blank, tmp_path_factory):
    """A register with one letter and four claims about it; only asked, never written."""
    home = tmp_path_factory.mktemp("coded")
    desk = copied(blank, home)
    (home / "letter.txt").write_text(LETTER, encoding="utf-8")
    desk.runs("add", home / "letter.txt", "--source", "Steppe Letters", "--date", "2020-11-25")
    desk.takes(TABLE)
    return desk


@pytest.fixture(scope="module")
def ids(coded):
    return {one["person"]: one["id"] for one in coded.asks("list", "--as-of", DAY)["people"]}


def bounds(found):
    return found["at_least"], found["at_most"]


def test_a_tally_has_the_keys_of_the_flat_form(coded):
    found = coded.asks("tally", "in-custody", "--as-of", DAY)
    assert list(found) == TALLY_KEYS
    assert found["definition"] == "in-custody" and found["unit"] == "individual"
    assert (found["as_of"], found["known_at"], found["basis"]) == (DAY, None, "all")
    assert bounds(found) == (3, 4)
    assert list(found["parts"]["imprisonment"]) == ["at_least", "at_most", "because"]
    assert set(found["because"]) == {claim["id"] for claim in coded.asks("claims")}


def test_a_tally_within_a_wider_one_says_so(coded):
    found = coded.asks("tally", "prisoners", "--as-of", DAY)
    assert list(found) == [*TALLY_KEYS, "within", "outside"]
    assert (found["within"], found["outside"]) == ("in-custody", [])
    assert "prisoners: at least 2, at most 3  ⊂  in-custody: at least 3, at most 4" in (
        coded.runs("tally", "prisoners", "--as-of", DAY).out
    )


def test_parts_are_exclusive_and_add_up(coded):
    found = coded.asks("tally", "in-custody", "--as-of", DAY)
    assert bounds(found["parts"]["imprisonment"]) == (1, 1)
    assert bounds(found["parts"]["pretrial_detention"]) == (1, 2)
    assert bounds(found["parts"]["house_arrest"]) == (1, 1)
    assert sum(part["at_most"] for part in found["parts"].values()) == found["at_most"]


def test_a_list_is_the_tally_with_its_people(coded):
    found = coded.asks("list", "in-custody", "--as-of", DAY)
    assert list(found) == [*TALLY_KEYS, "people"]
    assert [list(one) for one in found["people"]] == [PERSON_KEYS] * 4
    aru = next(one for one in found["people"] if one["person"] == "Aru Sampleva")
    assert (aru["class"], aru["since"], aru["expected_end"]) == (
        "pretrial_detention",
        "2020-11-01",
        "2021-01-01",
    )
    assert (aru["articles"], aru["sure"], aru["why"], aru["sources"]) == (["QT-CC 217(2)"], True, "holds", 1)


def test_csv_has_a_row_for_each_person_and_class(coded):
    people = list(csv.DictReader(io.StringIO(coded.runs("list", "--as-of", DAY, "--format", "csv").out)))
    assert {one["person"] for one in people} == {
        "Aru Sampleva",
        "Olzhas Namebay",
        "Dana Inventova",
        "Timur Madeupov",
    }
    parts = list(csv.DictReader(io.StringIO(coded.runs("tally", "--as-of", DAY, "--format", "csv").out)))
    assert parts[-1] == {"class": "total", "at_least": "3", "at_most": "4"}
    changes = coded.runs("diff", "--from", "2020-11-02", "--to", DAY, "--format", "csv").out
    assert {one["what"] for one in csv.DictReader(io.StringIO(changes))} == {"joined"}


def test_reviewed_claims_only_leave_out_what_a_machine_read(coded):
    assert bounds(coded.asks("tally", "--as-of", DAY, "--reviewed")) == (2, 3)
    assert coded.asks("tally", "--as-of", DAY, "--reviewed")["basis"] == "reviewed"
    assert bounds(coded.asks("tally", "--as-of", DAY, "--all")) == (3, 4)


@pytest.mark.parametrize(("day", "expected"), [("2020-10-31", (0, 0)), ("2020-11-04", (1, 1)), (DAY, (3, 4))])
def test_another_day_has_another_answer(coded, day, expected):
    assert bounds(coded.asks("tally", "--as-of", day)) == expected


def test_before_anything_was_recorded_nothing_was_known(coded):
    assert bounds(coded.asks("tally", "--as-of", DAY, "--known-at", "2020-12-01")) == (0, 0)
    found = coded.asks("tally", "--as-of", DAY, "--known-at", "2020-12-01")
    assert found["known_at"] == "2020-12-01T23:59:59.999999Z"


def test_a_table_for_the_eye_names_people_and_ids_bounds_and_limits(coded, ids):
    out = coded.runs("list", "--as-of", DAY).out
    assert out.startswith(f"People in custody, as of {DAY}, as known now; reviewed and unreviewed claims\n")
    assert all(one in out for one in ids.values())
    assert "at least 3, at most 4\n1 of 4 claims behind this were read by machine" in out
    assert out.endswith("Counts are of what was recorded; what nobody reported is not in them.\n")


def test_an_empty_list_says_that_nobody_is_known(coded):
    assert "Nobody, as far as the register knows." in coded.runs("list", "--as-of", "2019-01-01").out
    assert coded.asks("list", "--as-of", "2019-01-01")["people"] == []


def test_a_difference_says_who_joined_and_why(coded, ids):
    found = coded.asks("diff", "in-custody", "--from", "2020-11-04", "--to", DAY)
    assert list(found) == ["from", "to", "changes"]
    assert (bounds(found["from"]), bounds(found["to"])) == ((1, 1), (3, 4))
    assert {one["person_id"] for one in found["changes"]} == set(ids.values()) - {ids["Aru Sampleva"]}
    assert {(one["what"], one["why"]) for one in found["changes"]} == {("joined", "began")}
    assert list(found["changes"][0]) == ["person_id", "name", "what", "why", "before", "after", "because"]
    out = coded.runs("diff", "in-custody", "--from", "2020-11-04", "--to", DAY).out
    assert "at least 1, at most 1  →  at least 3, at most 4" in out and "joined" in out
    shown = coded.in_language("ru", "diff", "in-custody", "--from", "2020-11-04", "--to", DAY).out
    assert "под домашним арестом" in shown and "house_arrest" not in shown


def test_no_difference_is_said(coded):
    assert "No change." in coded.runs("diff", "--from", DAY, "--to", DAY).out


def test_an_explanation_shows_the_words_behind_each_person(coded, ids):
    found = coded.asks("explain", "in-custody", "--as-of", DAY)
    assert list(found) == ["definition", "as_of", "known_at", "at_least", "at_most", "people", "groups"]
    assert {one["id"] for one in found["people"]} == set(ids.values())
    (evidence,) = next(one for one in found["people"] if one["name"] == "Dana Inventova")["evidence"]
    assert list(evidence) == EVIDENCE_KEYS
    assert (evidence["quote"], evidence["reviewed"], evidence["reader"]) == (
        "Dana Inventova got four years",
        False,
        "rules 1",
    )
    out = coded.runs("explain", "in-custody", "--as-of", DAY).out
    assert "«Dana Inventova got four years»" in out
    assert "Steppe Letters, letter.txt, 2020-11-25" in out and "[not reviewed]" in out


def test_an_explanation_keeps_to_one_class_or_one_person(coded, ids):
    one = ("explain", "in-custody", "--as-of", DAY)
    assert [p["name"] for p in coded.asks(*one, "--part", "house_arrest")["people"]] == ["Olzhas Namebay"]
    (found,) = coded.asks(*one, "--person", ids["Dana Inventova"])["people"]
    assert found["name"] == "Dana Inventova"


def test_a_class_that_the_definition_has_not_is_refused(coded):
    answer = coded.tries("explain", "in-custody", "--as-of", DAY, "--part", "prison")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("tizim: in-custody has no class 'prison'; it has imprisonment, ")


def test_one_claim_is_explained_by_its_id(coded):
    claim = coded.asks("claims", "act=house_arrest")[0]["id"]
    found = coded.asks("explain", claim)
    assert list(found) == EVIDENCE_KEYS and found["claim"] == claim
    assert coded.runs("explain", claim).lines[1].strip() == "«house arrest»"


def test_a_person_is_found_by_id_name_or_surname(coded, ids):
    for who in (ids["Aru Sampleva"], "Aru Sampleva", "aru sampleva", "Sampleva"):
        found = coded.asks("person", who, "--as-of", DAY)
        assert found["id"] == ids["Aru Sampleva"]
    assert list(found) == [
        "id", "name", "names", "mentions", "as_of", "known_at", "episodes", "contradictions", "undated",
        "claims",
    ]  # fmt: skip
    (episode,) = found["episodes"]
    assert (episode["state"], episode["since"], episode["answer"], episode["expected_ends"]) == (
        "pretrial_detention",
        "2020-11-01",
        "surely",
        ["2021-01-01"],
    )
    out = coded.runs("person", "Sampleva", "--as-of", DAY).out
    assert out.startswith(f"Aru Sampleva  ({ids['Aru Sampleva']})\n") and "«Aru Sampleva was placed»" in out


@pytest.mark.parametrize(
    ("language", "title", "bounds"),
    [
        ("en", "People in custody, as of", "at least 3, at most 4"),
        ("ru", "Люди под стражей, на", "не менее 3, не более 4"),
        ("kk", "Қамаудағы адамдар, 2020-11-30 күнгі", "кемінде 3, көп дегенде 4"),
    ],
)
def test_answers_come_in_three_languages(coded, language, title, bounds):
    for verb in ("list", "tally", "explain"):
        answer = coded.in_language(language, verb, "in-custody", "--as-of", DAY)
        assert answer.out.startswith(title), answer
    assert bounds in coded.in_language(language, "list", "--as-of", DAY).out
    for verb in (("diff", "--from", "2020-11-04", "--to", DAY), ("person", "Sampleva"), ("definitions",)):
        assert coded.in_language(language, *verb).code == 0


def test_codes_in_json_are_the_same_in_every_language(coded):
    def codes(language):
        found = coded.in_language(language, "list", "--as-of", DAY, "--format", "json").json()
        return [{key: one[key] for key in one if key not in ("state", "reason")} for one in found["people"]]

    assert codes("en") == codes("ru") == codes("kk")


def test_a_definition_of_ones_own_is_a_file(coded, tmp_path):
    own = tmp_path / "article-217.yml"
    own.write_text(
        "name: article-217\ntitle: Held under article 217\nclasses:\n"
        "  held:\n    states: [pretrial_detention, imprisonment]\n    articles: [QT-CC 217]\n"
    )  # fmt: skip
    found = coded.asks("list", str(own), "--as-of", DAY)
    assert {one["person"] for one in found["people"]} == {"Aru Sampleva", "Dana Inventova"}
    assert "Held under article 217" in coded.runs("tally", str(own), "--as-of", DAY).out


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name: x\n", "a definition has a name, a title and classes"),
        ("classes: {a: {staets: [custody]}}", "unknown key 'staets'; did you mean states?"),
        ("classes: {a: {states: [prison]}}", "is no code of the table states"),
        ("classes: {a: {}}", "name states or acts"),
        ("classes: {a: [", "not YAML"),
        ("classes: [a]", "own.yml has not the form of a definition"),
        ("version: x\nclasses: {a: {states: [custody]}}", "own.yml has not the form of a definition"),
    ],
)
def test_a_definition_that_does_not_hold_together_is_told_in_one_line(coded, tmp_path, text, line):
    (tmp_path / "own.yml").write_text(text)
    answer = coded.tries("list", str(tmp_path / "own.yml"), "--as-of", DAY)
    assert (answer.code, answer.out) == (1, "")
    assert line in answer.err and answer.err.count("\n") == 1


def test_terms_that_run_out_are_listed_in_order(coded, ids):
    days = ("--from", "2020-12-01", "--to", "2024-12-31")
    found = coded.asks("deadlines", *days)
    assert list(found) == ["from", "to", "deadlines"]
    assert [(one["person"], one["candidates"]) for one in found["deadlines"]] == [
        ("Aru Sampleva", ["2021-01-01"]),
        ("Dana Inventova", ["2024-11-10"]),
    ]
    assert ids["Aru Sampleva"] in coded.runs("deadlines", *days).out
    rows = csv.DictReader(io.StringIO(coded.runs("deadlines", *days, "--format", "csv").out))
    assert [one["state"] for one in rows] == ["pretrial_detention", "imprisonment"]
    assert coded.runs("deadlines", "--from", "2019-01-01").out.startswith("No term runs out in that time")


def test_definitions_are_listed(coded):
    out = coded.runs("definitions").out
    for name in (
        "convicted",
        "deaths",
        "detentions",
        "house-arrest",
        "in-custody",
        "prisoners",
        "restricted",
    ):
        assert f"{name}  (version " in out


def test_check_proves_the_chain_and_knows_an_older_head(coded, desk):
    out = desk.runs("check").out
    digest = out.split("Head digest ")[1].split()[0]
    desk.takes("person,act,date\nAru Sampleva,detention,2020-11-30")
    assert (
        desk.runs("check", "--digest", desk.runs("check").out.split("Head digest ")[1].split()[0]).code == 0
    )
    assert digest == "0" * 64
    answer = desk.tries("check", "--digest", "ab" * 32)
    assert (answer.code, answer.err) == (
        1,
        "tizim: that digest is not in this chain: the register is not the one it was\n",
    )
