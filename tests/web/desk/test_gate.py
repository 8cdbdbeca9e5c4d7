"""Who gets in: every address, every role."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.web.desk.conftest import PASSWORD
from tizim.web.desk.access import ACTIONS, ANYBODY, ENTERED, need_of
from tizim.web.desk.roles import ROLES

PLACES = {
    "document_id": "d-nobody",
    "claim_id": "c-nobody",
    "code": "KZ-CC",
    "edition_id": "e-nobody",
    "figure_id": "f-nobody",
    "set_code": "PACE-1900-2012",
    "entry_id": "c-x",
    "number": "1",
    "person_id": "p-nobody",
    "judgement_id": "j-nobody",
    "left_id": "p-nobody",
    "right_id": "p-anybody",
    "name": "in-custody",
    "token": "x",
}


def patterns(resolver=None, before=""):
    """Every address of the desk with its view."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one, before + str(one.pattern))
        elif isinstance(one, URLPattern):
            yield before + str(one.pattern), one


def address(pattern):
    """The address with something in the places of its ids."""
    parts = (part.split(">", 1) for part in pattern.split("<")[1:])
    filled = "".join(PLACES.get(name.split(":")[-1], "x") + rest for name, rest in parts)
    return "/" + pattern.split("<")[0] + filled


def test_every_view_says_who_may_open_it():
    for where, one in patterns():
        assert need_of(one.callback) in ACTIONS | {ANYBODY, ENTERED}, where


def test_nobody_gets_in_without_an_account(desk):
    client = desk.client()
    for where, one in patterns():
        if need_of(one.callback) not in (ANYBODY,):
            answer = client.get(address(where))
            assert answer.status_code == 302 and answer["Location"].startswith("/account/login/"), where


@pytest.mark.parametrize("role", list(ROLES))
def test_each_role_opens_what_it_may_and_nothing_else(desk, role):
    client = desk.client(role)
    for where, one in patterns():
        need = need_of(one.callback)
        if need in ACTIONS:
            status = client.get(address(where)).status_code
            assert (status != 403) == (need in ROLES[role]), where
            assert status < 500, where


def test_a_page_that_is_refused_is_noted_without_a_name(desk):
    from tizim.web.desk.models import Look

    client = desk.client("keeper")
    client.get("/people/p-nobody/")
    noted = list(Look.objects.values_list("account__username", "what", "view", "about"))
    assert noted == [] or noted[0][0] == "keeper-1"


def test_a_session_locks_after_idleness_and_goes_on_with_the_password(desk):
    from datetime import timedelta

    from django.utils import timezone

    from tizim.web.desk.models import Session

    client = desk.client("reader")
    assert client.get("/").status_code == 200
    Session.objects.update(seen_at=timezone.now() - timedelta(minutes=16))
    answer = client.get("/lists/in-custody/")
    assert answer["Location"] == "/lock/?next=%2Flists%2Fin-custody%2F"
    wrong = client.post("/lock/", {"password": "not it", "next": "/lists/in-custody/"})
    assert wrong.status_code == 200 and client.get("/").status_code == 302
    right = client.post("/lock/", {"password": PASSWORD, "next": "/lists/in-custody/"})
    assert right["Location"] == "/lists/in-custody/"
    assert client.get("/lists/in-custody/").status_code == 200


def test_a_locked_session_sees_nowhere_to_go(desk):
    client = desk.client("keeper")
    client.post("/lock/now/")
    page = client.get("/lock/").content.decode()
    assert "<nav" not in page and "/people/" not in page and 'name="as_of"' not in page


def test_unlocking_leads_to_no_other_host(desk):
    client = desk.client("reader")
    client.post("/lock/now/")
    answer = client.post("/lock/", {"password": PASSWORD, "next": "https://elsewhere.example/"})
    assert answer["Location"] == "/"


def test_five_wrong_passwords_close_an_account_for_a_while(desk):
    client = desk.client()
    tries = [
        client.post("/account/login/", {"login": "reader-1", "password": f"wrong {n}"}) for n in range(5)
    ]
    assert [one.status_code for one in tries] == [200] * 4 + [429]
    assert client.post("/account/login/", {"login": "reader-1", "password": PASSWORD}).status_code == 429


def test_pages_are_kept_by_no_browser_and_load_nothing_from_elsewhere(desk):
    answer = desk.client("reader").get("/")
    assert answer["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    text = answer.content.decode()
    assert "<script>" not in text and "style=" not in text and "http" not in text.replace("http-equiv", "")


def test_a_fault_of_the_program_names_its_place_and_nobody(desk, monkeypatch, capsys):
    def broken(*_):
        raise ValueError("Zhibek Qorzhynova")

    monkeypatch.setattr("tizim.web.desk.views.today.overview", broken)
    answer = desk.client("reader").get("/")
    said = capsys.readouterr().err
    assert answer.status_code == 500
    assert "ValueError at" in said and "Qorzhynova" not in said + answer.content.decode()


def test_a_request_that_was_under_way_does_not_unlock_a_session(desk):
    from importlib import import_module

    from django.conf import settings

    client = desk.client("reader")
    client.get("/")
    key = client.cookies["desk"].value
    under_way = import_module(settings.SESSION_ENGINE).SessionStore(key)
    under_way["asked"] = {}
    client.post("/lock/now/")
    under_way.save()
    assert client.get("/")["Location"].startswith("/lock/")


def test_a_page_that_asks_by_itself_keeps_no_session_awake(desk):
    from datetime import timedelta

    from django.utils import timezone

    from tizim.web.desk.models import Session

    client = desk.client("reader")
    client.get("/")
    before = timezone.now() - timedelta(minutes=10)
    Session.objects.update(seen_at=before)
    client.get("/", headers={"X-Desk-By-Itself": "1"})
    assert Session.objects.get().seen_at == before
    client.get("/")
    assert Session.objects.get().seen_at > before
