"""The team: who may let people in, what ends at once, what a closed case keeps to itself."""

import re

from tizim.stores.sql.models import Link
from tizim.web.desk.models import Account, ClosedCase, Session


def way(client):
    found = re.search(r"/start/[\w-]+/", client.get("/team/").content.decode())
    return found and found[0]


def number(name):
    return Account.objects.get(username=name).pk


def test_somebody_let_in_gets_the_roles_that_were_chosen_and_the_address_is_shown_once(desk):
    keeper = desk.client("keeper")
    keeper.post("/team/invite/", {"roles": ["documenter", "reviewer"]})
    where = way(keeper)
    assert way(keeper) is None
    said = {"username": "desk-7", "password": "four words in a row", "again": "four words in a row"}
    assert desk.client().post(where, said).status_code == 302
    groups = Account.objects.get(username="desk-7").groups.values_list("name", flat=True)
    assert set(groups) == {"documenter", "reviewer"}


def test_the_last_keeper_of_keys_cannot_go(desk):
    answer = desk.client("keeper").post(f"/team/{number('keeper-1')}/", {"roles": ["reader"], "active": "on"})
    assert "make another keeper of keys first" in answer.content.decode()
    assert Account.objects.get(username="keeper-1").groups.get().name == "keeper"


def test_who_loses_a_role_is_out_at_once(desk):
    editor, keeper = desk.client("editor"), desk.client("keeper")
    assert editor.get("/").status_code == 200
    keeper.post(f"/team/{number('editor-1')}/", {"roles": ["reader"], "active": "on"})
    assert editor.get("/").status_code == 302


def test_everybody_is_out_at_once_but_whoever_asks(desk):
    clients = [desk.client(role) for role in ("reader", "editor")]
    keeper = desk.client("keeper")
    for client in (*clients, keeper):
        client.get("/")
    keeper.post("/team/everybody-out/")
    assert [client.get("/").status_code for client in clients] == [302, 302]
    assert keeper.get("/team/").status_code == 200


def test_a_way_back_ends_the_old_password_and_keeps_the_roles(desk):
    keeper = desk.client("keeper")
    keeper.post(f"/team/{number('editor-1')}/way-back/")
    where = way(keeper)
    said = {"password": "other words in a row", "again": "other words in a row"}
    assert desk.client().post(where, said).status_code == 302
    account = Account.objects.get(username="editor-1")
    assert account.check_password("other words in a row")
    assert account.groups.get().name == "editor"


def test_ones_other_sessions_end_and_this_one_stays(desk):
    here, there = desk.client("reader"), desk.client("reader")
    there.get("/")
    here.post("/account/sessions/end/")
    assert here.get("/account/").status_code == 200 and there.get("/").status_code == 302
    assert Session.objects.filter(account__username="reader-1").count() == 1


def test_a_closed_case_says_which_ids_are_no_documents(desk):
    document = next(iter(desk.register.ledger.known_at(kinds=("document",)))).id
    said = {"label": "case-7", "documents": f"{document} d-nothing <script>", "members": [number("editor-1")]}
    answer = desk.client("keeper").post("/team/closed/", said, follow=True)
    page = answer.content.decode()
    assert "d-nothing, &lt;script&gt;" in page
    case = ClosedCase.objects.get()
    assert [one.document_id for one in case.documents.all()] == [document]
    again = desk.client("keeper").post("/team/closed/", said)
    assert "There is a case of that label" in again.content.decode()


def test_the_ledger_shows_entries_as_written_and_none_of_a_closed_case(desk):
    auditor = desk.client("auditor")
    claim = next(one for one in desk.register.ledger.known_at(kinds=("claim",)) if one.person)
    assert claim.person in auditor.get(f"/entries/{claim.id}/").content.decode()
    case = ClosedCase.objects.create(label="case-8")
    case.documents.create(document_id=claim.document_id)
    assert auditor.get(f"/entries/{claim.id}/").status_code == 404
    assert auditor.get(f"/entries/{claim.passage_id}/").status_code == 404
    assert auditor.get(f"/entries/{claim.document_id}/").status_code == 404
    after = Link.objects.get(entry_id=claim.id).seq + 1
    page = auditor.get(f"/entries/?before={after}").content.decode()
    assert "closed case" in page and claim.id not in page


def test_entries_recorded_after_the_moment_are_not_shown(desk):
    auditor = desk.client("auditor")
    auditor.post("/moment/", {"known_at": "2020-01-01"})
    assert "Nothing was written by then" in auditor.get("/entries/").content.decode()
    claim = next(iter(desk.register.ledger.known_at(kinds=("claim",))))
    assert auditor.get(f"/entries/{claim.id}/").status_code == 404


def test_pages_of_entries_follow_each_other_without_gap(desk):
    auditor = desk.client("auditor")
    seen, where = [], "/entries/"
    while where:
        page = auditor.get(where).content.decode()
        seen += [
            int(one) for one in re.findall(r'<td[^>]* class="number">([\d,]+)</td>', page.replace(",", ""))
        ]
        more = re.search(r'href="(\?kind=&amp;before=\d+)"', page)
        where = "/entries/" + more[1].replace("&amp;", "&") if more else ""
    assert seen == list(range(seen[0], 0, -1)) and seen[0] == desk.register.ledger.head().seq


def test_vocabularies_and_law_books_can_be_read_in_every_language(desk):
    reader = desk.client("reader")
    for language in ("en", "ru", "kk"):
        reader.post("/language/", {"language": language})
        for where in ("/words/", "/words/acts/", "/laws/KZ-CC/"):
            assert reader.get(where).status_code == 200
    assert "405" in reader.get("/laws/KZ-CC/").content.decode()
    assert reader.get("/words/no-such/").status_code == 404
