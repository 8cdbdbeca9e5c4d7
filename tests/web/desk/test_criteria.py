"""Criteria at the desk: each ground with passages, a second assessor, groups' words, side by side."""

import re

import pytest
from django.test.utils import CaptureQueriesContext

from tizim.assessments import Determination
from tizim.web.desk import figures
from tizim.web.desk.models import Account
from tizim.web.desk.moment import moment_of

DAY = {"as_of": "2022-06-30"}
ASKED = moment_of(DAY)
NONE = {f"g-{code}-{field}": "" for code in "abcde"
        for field in ("finding", "passages_for", "passages_against", "note")}  # fmt: skip
MET = NONE | {"g-a-finding": "met", "g-a-passages_for": "1", "g-a-passages_against": "1"}


@pytest.fixture
def person(desk):
    """The id of somebody held on the day."""
    return figures.counted("prisoners", ASKED)[1].members[0].person_id


@pytest.fixture
def second(desk):
    """Another editor."""
    account = Account.objects.create_user("editor-2", "correct horse battery staple")
    account.groups.set(Account.objects.get(username="editor-1").groups.all())
    client = desk.client()
    client.force_login(account)
    client.post("/moment/", DAY)
    return client


@pytest.fixture
def first(desk):
    client = desk.client("editor")
    client.post("/moment/", DAY)
    return client


def page_of(client, where):
    answer = client.get(where)
    assert answer.status_code == 200, where
    return " ".join(answer.content.decode().split())


def determinations(desk):
    return [one for one in desk.register.ledger.known_at() if isinstance(one, Determination)]


def test_sets_name_the_source_of_the_official_wording(desk):
    page = page_of(desk.client("reader"), "/criteria/")
    assert "Parliamentary Assembly of the Council of Europe" in page and "pace.coe.int" in page
    assert page.count("<section") >= 2


def test_one_assesses_a_second_confirms_and_the_list_follows(desk, person, first, second):
    where = f"/people/{person}/assess/PACE-1900-2012/"
    assert where in page_of(first, f"/people/{person}/")
    assert first.post(where, MET).status_code == 302
    [found] = determinations(desk)
    assert found.recorded_by == "editor-1" and found.passages_for == found.passages_against != ()
    page = page_of(first, where)
    assert "political prisoner" in page and "Not confirmed" in page and "I come to the same" not in page
    first.post(f"{where}confirm/")
    assert len(determinations(desk)) == 1, "nobody confirms what they found themselves"
    assert "editor-1: ✓ met" in page_of(second, where)
    assert figures.counted("political-prisoners", ASKED)[1].at_least == 0
    second.post(f"{where}confirm/")
    assert {one.recorded_by for one in determinations(desk)} == {"editor-1", "editor-2"}
    assert "Confirmed by a second assessor" in page_of(first, where)
    assert figures.counted("political-prisoners", ASKED)[1].at_least == 1
    assert first.post(where, MET).status_code == 302
    assert len(determinations(desk)) == 2, "the same again writes nothing"


def test_groups_stand_side_by_side_with_their_agreement(desk, first):
    people = [one.person_id for one in list(figures.counted("in-custody", ASKED)[1].members)[:4]]
    stances = [("recognised", "recognised"), ("recognised", "declined"), ("declined", "declined"),
               ("recognised", "recognised")]  # fmt: skip
    for one, said in zip(people, stances, strict=True):
        for group, stance in zip(("Group A", "Group <B>"), said, strict=True):
            sent = {"group": group, "stance": stance, "date": "2022-05", "recognised_as": "", "passage": "1"}
            assert first.post(f"/people/{one}/assess/PACE-1900-2012/word/", sent).status_code == 302
    page = page_of(first, "/criteria/groups/")
    assert "Group A" in page and "Group &lt;B&gt;" in page and "<B>" not in page
    [row] = re.findall(r"<tr><th scope=\"row\">Group (.*?)</tr>", page)
    assert re.findall(r">([0-9.]+)<", row) == ["4", "3", "0.50"]
    first.post("/moment/", {"as_of": "2022-04-30"})
    assert "Group A" not in page_of(first, "/criteria/groups/")


def test_a_groups_word_is_taken_back_and_written_again(desk, person, first):
    where = f"/people/{person}/assess/PACE-1900-2012/"
    said = {
        "group": "Group A",
        "stance": "recognised",
        "date": "2022-05",
        "recognised_as": "",
        "passage": "1",
    }
    for _again in range(2):
        first.post(f"{where}word/", said)
        page = page_of(first, where)
        assert "Group A: ✓ recognised" in page
        [known] = re.findall(r'name="back" value="([^"]+)"', page)
        assert first.post(f"{where}word/", {"back": known}).status_code == 302
        assert "Group A" not in page_of(first, where)
        assert first.post(f"{where}word/", {"back": known}).status_code == 400, "it does not stand any more"
    first.post(f"{where}word/", said)
    assert "Group A" in page_of(first, "/criteria/groups/")


def test_whoever_confirms_sees_what_the_first_cited_and_why_it_is_not_sure(desk, person, first, second):
    where = f"/people/{person}/assess/PACE-1900-2012/"
    first.post(where, MET)
    page = page_of(second, where)
    assert (
        'Passages for it: <a href="#n1">1</a>' in page and 'Passages against it: <a href="#n1">1</a>' in page
    )
    assert re.search(r'<li id="n1">.*?<a class="help" href="/documents/[^"]+\?claim=', page)
    assert "Nothing is written yet" in first.post(where, NONE | {"g-a-finding": "met"}).content.decode()


@pytest.mark.parametrize(
    "odd",
    [
        {"g-a-finding": "met"},
        {"g-a-finding": "met", "g-a-passages_for": "99999"},
        {"g-a-finding": "met", "g-a-passages_for": "0"},
        {"g-a-finding": "met", "g-a-passages_for": "<script>alert(1)</script>"},
        {"g-a-finding": "met", "g-a-passages_for": "1" * 400},
        {"g-a-finding": "hero", "g-a-passages_for": "1"},
        {"g-a-finding": "met", "g-a-passages_for": "1", "g-a-note": "x" * 3000},
    ],
)
def test_odd_findings_are_told_kept_on_the_page_and_not_written(desk, person, first, odd):
    answer = first.post(f"/people/{person}/assess/PACE-1900-2012/", NONE | odd)
    assert answer.status_code == 400 and b"<script>alert" not in answer.content
    assert determinations(desk) == []


@pytest.mark.parametrize(
    "odd", [{"date": "yesterday"}, {"stance": "hero"}, {"group": ""}, {"passage": "9999"}, {"passage": "-1"}]
)
def test_odd_words_of_groups_are_told_and_not_written(desk, person, first, odd):
    head = desk.register.ledger.head()
    sent = {"group": "A", "stance": "recognised", "date": "", "recognised_as": "", "passage": ""} | odd
    assert first.post(f"/people/{person}/assess/PACE-1900-2012/word/", sent).status_code == 400
    assert desk.register.ledger.head() == head


def test_an_unknown_person_or_set_is_not_there(first, person):
    assert first.get("/people/p-nobody/assess/PACE-1900-2012/").status_code == 404
    assert first.get(f"/people/{person}/assess/HEROES-2020/").status_code == 404


def test_nothing_is_determined_at_an_earlier_moment(desk, person, first):
    first.post("/moment/", DAY | {"known_at": "2100-01-01"})
    assert first.post(f"/people/{person}/assess/PACE-1900-2012/", MET).status_code == 400
    assert determinations(desk) == []


def test_only_editors_assess(desk, person):
    for role in ("reader", "documenter", "reviewer", "keeper", "auditor"):
        client = desk.client(role)
        for where in ("", "confirm/", "word/"):
            assert client.post(f"/people/{person}/assess/PACE-1900-2012/{where}", MET).status_code == 403
        if role != "keeper":
            assert "/assess/" not in client.get(f"/people/{person}/").content.decode()
    assert determinations(desk) == []


def test_questions_to_the_database_are_few(person, first):
    from django.db import connection

    for where, most in ((f"/people/{person}/assess/PACE-1900-2012/", 22), ("/criteria/groups/", 14)):
        page_of(first, where)
        with CaptureQueriesContext(connection) as queries:
            page_of(first, where)
        assert len(queries) <= most, where


def test_an_assessed_list_narrows_people_down_and_a_judgement_foretells_it(desk, person, first, second):
    where = f"/people/{person}/assess/PACE-1900-2012/"
    first.post(where, MET)
    second.post(f"{where}confirm/")
    asked = {"q": "", "list": "political-prisoners"}
    page = first.post("/people/", asked, headers={"HX-Request": "true"}).content.decode()
    assert "1 person" in page and f"/people/{person}/" in page
    assert "political-prisoners" in first.get("/people/").content.decode()


def test_a_groups_own_set_is_assessed_on_the_same_form(desk, person, first, own_set):
    where = f"/people/{person}/assess/OUR/"
    assert where in page_of(first, f"/people/{person}/")
    page = page_of(first, where)
    assert '<span lang="ru">Только за слова.</span> <small>(Русский)</small>' in page
    given = {"g-words-finding": "met", "g-words-passages_for": "1"}
    assert first.post(where, given).status_code == 302
    [found] = determinations(desk)
    assert (found.criteria_set, found.criterion) == ("OUR/1", "words")
    assert "Наши критерии" in page_of(first, "/criteria/")


@pytest.fixture
def own_set(tmp_path):
    """A group's own set, in Russian alone."""
    from tizim.assessments import learn_sets

    (tmp_path / "own.yml").write_text(
        "code: OUR\nlanguage: ru\ntitle: Наши критерии\nliberty: {imprisonment: deprived}\n"
        "criteria:\n  words: {place: стр. 2, title: Слова, text: Только за слова.}\nmet: {any: [words]}\n",
        encoding="utf-8",
    )
    learn_sets([tmp_path / "own.yml"])
    yield
    learn_sets([])
