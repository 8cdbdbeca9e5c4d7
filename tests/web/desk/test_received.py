"""Documents and sources: everything received is there, with what became of it; closed cases stay closed."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tizim.documents import Document, Source
from tizim.ledger import standing
from tizim.web.desk.models import Account, ClosedCase


def text(client, where):
    answer = client.get(where)
    assert answer.status_code == 200, where
    return answer.content.decode()


def shown(page):
    return re.findall(r'<a href="/documents/(d-[^/]+)/"', page)


def there(desk):
    return [one for one in standing(desk.register.ledger, kinds=("document",)) if isinstance(one, Document)]


def written(desk, *entries):
    desk.register.ledger.append(entries, at="2050-01-01T00:00:00Z", by="tester")


def test_every_document_stands_there_the_latest_first_whether_read_or_not(desk):
    written(desk, Document(id="d-new", file_name="new.txt", sha256="0" * 64, size=1, media_type="text/plain"))
    page = text(desk.client("reader"), "/documents/")
    assert shown(page)[0] == "d-new" and set(shown(page)) == {one.id for one in there(desk)}
    assert f"{len(there(desk))} documents" in page and "Add documents" not in page
    assert "/documents/add/" in text(desk.client("documenter"), "/documents/")


def test_a_source_opens_to_as_many_documents_as_it_is_counted_with(desk):
    client = desk.client("reader")
    rows = re.findall(
        r'href="/documents/\?source=([^"]+)".*?<td[^>]* class="number">(\d+)</td></tr>',
        text(client, "/sources/"),
        re.S,
    )
    assert rows and sum(int(n) for _, n in rows) == sum(bool(one.source_id) for one in there(desk))
    for source, count in rows:
        assert len(shown(text(client, f"/documents/?source={source}"))) == int(count)


def test_a_protected_source_is_named_nowhere(desk):
    (one, *_) = [each for each in there(desk) if each.source_id]
    (source,) = desk.register.ledger.of([one.source_id])
    guarded = Source(id="s-guarded", name=source.name, protected=True, corrects=source.id)
    written(desk, guarded)
    for where in ("/sources/", "/documents/", "/documents/?source=s-guarded"):
        page = text(desk.client("editor"), where)
        assert "protected source" in page and source.name not in page


def test_documents_of_closed_cases_are_counted_and_neither_they_nor_their_source_are_named(desk):
    name = "Bureau of nobody"
    written(
        desk,
        Source(id="s-closed", name=name),
        Document(
            id="d-closed", file_name="closed.txt", sha256="1" * 64, size=1, media_type="text/plain", source_id="s-closed"
        ),
    )  # fmt: skip
    case = ClosedCase.objects.create(label="case-1")
    case.members.set(Account.objects.filter(username="editor-1"))
    case.documents.create(document_id="d-closed")
    reader, editor = desk.client("reader"), desk.client("editor")
    for where in ("/documents/", "/sources/", "/documents/?source=s-closed"):
        assert "closed.txt" not in text(reader, where)
    assert name not in text(reader, "/documents/") + text(reader, "/sources/")
    assert "1 more in cases that are closed to you" in text(reader, "/documents/")
    assert name in text(editor, "/sources/") and "d-closed" in shown(text(editor, "/documents/"))


def test_at_an_earlier_moment_only_what_had_come_by_then_is_there(desk):
    client = desk.client("reader")
    client.post("/moment/", {"known_at": "2001-01-01"})
    assert "No document was received by then." in text(client, "/documents/")
    assert shown(text(client, "/documents/")) == []


@pytest.mark.parametrize(
    "odd", ["?page=-1", "?page=9999999999999999999999", "?source=<script>alert(1)</script>", "?source=%00"]
)
def test_odd_questions_are_answered_and_nothing_of_theirs_runs(desk, odd):
    for where in ("/documents/", "/sources/"):
        assert "<script>alert" not in text(desk.client("reader"), f"{where}{odd}")


def test_questions_to_the_database_do_not_grow_with_what_was_received(desk):
    client = desk.client("reader")
    for where in ("/documents/", "/sources/"):
        text(client, where)
        with CaptureQueriesContext(connection) as queries:
            text(client, where)
        assert len(queries) <= 12, where
