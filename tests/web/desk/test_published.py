"""Published figures at the desk: each with its passage and both verdicts; somebody decides what it counts."""

import pytest
from django.test.utils import CaptureQueriesContext

from tests.web.desk.test_editions import DAY, frozen, open_documents, page_of
from tizim.claims import Claim, PublishedFigure
from tizim.documents import Passage
from tizim.ledger import Withdrawal
from tizim.web.desk import figures
from tizim.web.desk.models import ClosedCase, Look
from tizim.web.desk.moment import moment_of
from tizim.web.desk.opened import told, write

__all__ = ["open_documents"]
ASKED = moment_of({"as_of": DAY})
ODD = ("<script>alert(1)</script>", "x" * 5000, "\x00", "../../etc/passwd.yml", "in-custody/nothing", "")


@pytest.fixture
def printed(desk):
    """Three figures that a document prints; the ids of the document and its passage."""
    (claim, *_) = desk.register.ledger.known_at(kinds=(Claim.kind,))
    held = figures.counted("in-custody", ASKED)[1].at_least
    assert held > 1
    where = {"document_id": claim.document_id, "passage_id": claim.passage_id, "as_of": DAY}
    write(
        [
            PublishedFigure(id="f-same", count=held, bound="at_least", definition="in-custody", **where),
            PublishedFigure(id="f-few", count=1, bound="at_most", definition="in-custody", **where),
            PublishedFigure(id="f-odd", count=77, what="unheard-of matters", **where),
        ],
        by="editor-1",
    )
    return claim.document_id, claim.passage_id


def part(page, figure_id):
    """What the list says of one figure."""
    return page[page.index(f"/figures/{figure_id}/") :].split("</article>")[0]


def test_each_figure_stands_with_its_passage_and_both_verdicts(desk, printed):
    document, passage = printed
    (quoted,) = desk.register.ledger.of([passage])
    assert isinstance(quoted, Passage)
    page = page_of(desk.client("reader"), "/figures/")
    same, few, odd = (part(page, one) for one in ("f-same", "f-few", "f-odd"))
    assert "reproduced: the register bears it out" in same and "decided" in same
    assert f"/documents/{document}/?claim=f-same#figure-f-same" in same
    assert "contradicted: the register knows at least" in few and "/people/p-" in few
    assert "it is not known by which definition" in odd and "What it counts is not decided." in odd
    assert all("The register knew nothing then." in one for one in (same, few, odd))
    assert (quoted.quote or "") in desk.client("reader").get("/figures/f-odd/").content.decode()
    opened = page_of(desk.client("reader"), f"/documents/{document}/?claim=f-same")
    assert 'id="figure-f-same"' in opened


def test_figures_are_narrowed_down_by_verdict_and_by_publisher(desk, printed):
    client = desk.client("reader")
    page = page_of(client, "/figures/?verdict=contradicted")
    assert "/figures/f-few/" in page and "/figures/f-same/" not in page
    assert "/figures/f-few/" not in page_of(client, "/figures/?publisher=own")


def test_our_own_editions_are_figures_with_both_verdicts(desk, open_documents):
    edition = frozen(desk)
    page = page_of(desk.client("reader"), f"/figures/{edition}/")
    assert page.count("reproduced: ") == 2 and f"/editions/{edition}/" in page
    assert "Decide what it counts" not in page_of(desk.client("editor"), f"/figures/{edition}/")


def test_the_people_and_claims_that_contradict_are_named_to_those_who_may_know(desk, printed):
    client = desk.client("reader")
    page = page_of(client, "/figures/f-few/")
    first = figures.counted("in-custody", ASKED)[1].members[0].person_id
    assert f"/people/{first}/" in page and '<article class="evidence">' in page
    case = ClosedCase.objects.create(label="case-7")
    claims = told(ASKED).lives[first].person.claim_ids
    for one in {one.document_id for one in desk.register.ledger.of(claims)} - {printed[0]}:
        case.documents.create(document_id=one)
    if {one.document_id for one in desk.register.ledger.of(claims)} != {printed[0]}:
        assert f"/people/{first}/" not in page_of(client, "/figures/f-few/")


def test_figures_of_closed_documents_are_not_shown_and_counted_apart(desk, printed):
    case = ClosedCase.objects.create(label="case-8")
    case.documents.create(document_id=printed[0])
    client = desk.client("reader")
    page = page_of(client, "/figures/")
    assert "/figures/f-few/" not in page and "figures stand in closed cases" in page
    assert client.get("/figures/f-few/").status_code == 404
    assert desk.client("editor").post("/figures/f-few/definition/", {}).status_code == 404
    from tizim.web.desk.models import Account

    case.members.add(Account.objects.get(username="reader-1"))
    page_of(client, "/figures/f-few/")
    assert Look.objects.filter(what="opened", about=printed[0]).exists()


def test_somebody_decides_what_a_figure_counts(desk, printed):
    editor = desk.client("editor")
    answer = editor.post("/figures/f-odd/definition/", {"definition": "in-custody", "as_of": DAY})
    assert answer.status_code == 302 and answer["Location"] != "/figures/f-odd/"
    page = page_of(editor, answer["Location"])
    assert "77 more" not in page and "not reproducible" in page and "it is not known by which" not in page
    assert editor.get("/figures/f-odd/").status_code == 404
    (right,) = desk.register.ledger.of([answer["Location"].split("/")[2]])
    assert (right.corrects, right.definition, right.recorded_by) == ("f-odd", "in-custody", "editor-1")


def test_only_editors_decide_and_only_now(desk, printed):
    head = desk.register.ledger.head()
    for role in ("reader", "documenter", "reviewer", "keeper", "auditor"):
        client = desk.client(role)
        assert client.post("/figures/f-odd/definition/", {"definition": "in-custody"}).status_code == 403
        assert "Decide what it counts" not in page_of(client, "/figures/f-odd/")
    assert desk.register.ledger.head() == head


@pytest.mark.parametrize("odd", ODD)
def test_odd_things_are_told_and_nothing_is_written(desk, printed, odd):
    editor, head = desk.client("editor"), desk.register.ledger.head()
    answer = editor.post("/figures/f-odd/definition/", {"definition": odd})
    assert answer.status_code == 400 and b"<script>alert" not in answer.content
    if odd:
        answer = editor.post("/figures/f-odd/definition/", {"definition": "in-custody", "as_of": odd})
        assert answer.status_code == 400 and b"<script>alert" not in answer.content
    asked = {"verdict": odd, "publisher": odd, "page": odd}
    assert b"<script>alert" not in editor.get("/figures/", asked).content
    assert desk.register.ledger.head() == head


def test_a_figure_is_not_seen_before_it_was_written_or_after_it_was_withdrawn(desk, printed):
    client = desk.client("reader")
    assert "/figures/f-few/" in page_of(client, "/figures/")
    write([Withdrawal(id="w-few", corrects="f-few")], by="editor-1")
    assert "/figures/f-few/" not in page_of(client, "/figures/")
    client.post("/moment/", {"as_of": DAY, "known_at": "2020-01-01"})
    assert "/figures/f-" not in page_of(client, "/figures/")
    assert client.get("/figures/f-same/").status_code == 404


def test_verdicts_say_the_same_as_the_command_line(desk, printed):
    from tizim.audits import verdicts
    from tizim.web.desk.published.judging import judging
    from tizim.web.desk.published.printing import published

    by = {one.figure.id: one.now for one in verdicts(tuple(desk.register.ledger.known_at()))}
    for one in published(ASKED):
        found = judging(ASKED).on(one)
        assert (found.verdict, found.reason) == (by[one.id].verdict, by[one.id].reason)
        assert (found.at_least, found.at_most) == (by[one.id].at_least, by[one.id].at_most)


def test_questions_to_the_database_do_not_grow_with_the_figures(desk, printed):
    from django.db import connection

    client, asked = desk.client("reader"), {}
    for n in (0, 60):
        (entry,) = desk.register.ledger.of(["f-few"])
        where = {"document_id": entry.document_id, "passage_id": entry.passage_id, "as_of": DAY}
        write(
            [PublishedFigure(id=f"f-{i}", count=1, definition="in-custody", **where) for i in range(n)],
            by="e",
        )
        page_of(client, "/figures/")
        with CaptureQueriesContext(connection) as queries:
            page_of(client, "/figures/")
        asked[n] = len(queries)
    assert asked[60] <= asked[0] <= 12
    assert "page 1 of " in page_of(client, "/figures/")
