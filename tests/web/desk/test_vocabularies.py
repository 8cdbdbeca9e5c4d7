"""Vocabularies and law books are looked up by any word, with penalties in words and people behind articles."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tizim.claims import Claim
from tizim.vocab import TABLES, law_books
from tizim.web.desk.vocabularies import TITLES


def text(client, where):
    answer = client.get(where)
    assert answer.status_code == 200, where
    return answer.content.decode()


def test_every_table_has_a_title_and_every_table_and_book_a_page(desk):
    client = desk.client("reader")
    assert set(TITLES) == set(TABLES)
    first = text(client, "/words/")
    for name in TABLES:
        assert f'href="/words/{name}/"' in first and "<table" in text(client, f"/words/{name}/")
    for code in law_books():
        assert f'href="/laws/{code}/"' in first and "<table" in text(client, f"/laws/{code}/")


@pytest.mark.parametrize("words", ["штраф", "ШТРАФ", "fine", "айыппұл", "айыппул"])
def test_a_code_is_found_by_its_words_in_any_language(desk, words):
    page = text(desk.client("reader"), f"/words/acts/?q={words}")
    assert 'id="fine"' in page and 'id="detention"' not in page


def test_an_act_is_found_by_its_esf_code_and_says_what_it_means(desk):
    page = text(desk.client("reader"), "/words/acts/?q=03010100000004")
    assert 'id="detention"' in page and "before a court has decided" in page and 'id="fine"' not in page


def test_an_article_tells_its_penalty_in_words_and_leads_to_its_people(desk):
    client = desk.client("reader")
    (document, *_) = desk.register.ledger.known_at(kinds=("document",))
    new = Claim(
        id="c-charged", passage_id="p-none", document_id=document.id, act="charge",
        person="Zhupar Qaldarova", date="2022-06-01", articles=("KZ-CC 405(2)",),
    )  # fmt: skip
    desk.register.ledger.append([new], at="2050-01-01T00:00:00Z", by="reader-1")
    page = text(client, "/laws/KZ-CC/?q=405")
    assert re.search(r"from .*\d+ years? .*to|\d+ years?", page)
    found = re.search(r'href="(/people/\?article=KZ-CC%20\d+[^"]*)">(\d+)</a>', text(client, "/laws/KZ-CC/"))
    listed = text(client, found[1].replace("&amp;", "&"))
    assert f"{found[2]} pe" in listed


@pytest.mark.parametrize("odd", ["x" * 5000, "%00", "<script>alert(1)</script>", "(", "\\", "'"])
def test_odd_words_find_nothing_and_run_nothing(desk, odd):
    client = desk.client("reader")
    for where in ("/words/acts/", "/laws/KZ-CC/"):
        assert "<script>alert" not in text(client, f"{where}?q={odd}")
    assert client.get("/words/nothing/").status_code == client.get("/laws/nothing/").status_code == 404


def test_questions_to_the_database_stay_few(desk):
    client = desk.client("reader")
    client.get("/laws/KZ-CC/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/laws/KZ-CC/")
    assert len(queries) <= 12
