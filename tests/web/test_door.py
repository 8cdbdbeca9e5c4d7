"""Who is let in, how much may be asked, and what is written down of it."""

import json

import pytest

from tests.web.making import OPENREFINE, TOKEN, Client, served
from tizim.ledger import MemoryDerived
from tizim.stores.errors import StoreBusyError
from tizim.web import WebError
from tizim.web.reconcile import (
    Limits,
    account_names,
    beyond_loopback,
    new_account,
    noted,
    on_loopback,
    remove_account,
)

FAR = "https://register.example"


def asking(number, name="Aru Sampleva"):
    return {f"q{one}": {"query": name} for one in range(number)}


@pytest.mark.parametrize("token", ["", "x", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "%C3%A4", "%FF", "."])
def test_without_the_token_nothing_is_there(client, token):
    for path in ("", "/suggest/entity?prefix=aru", "/preview/p-1"):
        reply = Client(client.port, token).asks(path)
        assert (reply.status, reply.error) == (404, "Nothing is there.")


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:80", "127.0.0.1", "", "127.0.0.1:1", "127.0.0.1:{port}, evil.example"],
)
def test_under_another_host_name_nothing_is_there(client, host):
    assert client.asks(Host=host.format(port=client.port)).status == 404


def test_the_other_name_of_this_machine_is_its_name_too(client):
    assert client.asks(Host=f"LocalHost:{client.port}").status == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:8080", "file://", ""])
def test_another_page_may_neither_ask_nor_read(client, origin):
    reply = client.asks(Origin=origin)
    assert reply.status == 403
    assert not [name for name in reply.headers if name.startswith("Access-Control")]


@pytest.mark.parametrize("origin", [OPENREFINE, "http://localhost:3333"])
def test_openrefine_s_page_may_ask_and_read_refusals_too(client, origin):
    for path in ("", "/nowhere"):
        assert client.asks(path, Origin=origin).headers["Access-Control-Allow-Origin"] == origin


def test_nothing_is_kept_by_browsers_nor_told_to_others(client):
    headers = client.asks().headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Access-Control-Allow-Origin" not in headers
    assert headers["Server"] == "tizim"


def test_over_the_minute_the_client_is_told_when_to_come_again(known):
    with served(known, limits=Limits(20, 1000)) as one:
        assert one.client.posts(asking(20)).status == 200
        reply = one.client.posts(asking(10))
        assert (reply.status, reply.headers["Retry-After"]) == (429, "30")
        assert reply.error == "The limit is 20 names a minute."
        one.clock.at += 29
        assert one.client.posts(asking(10)).status == 429
        one.clock.at += 1
        assert one.client.posts(asking(10)).status == 200
        assert one.client.posts(asking(1)).headers["Retry-After"] == "3"


def test_a_client_that_waits_as_it_is_told_gets_its_whole_column(known):
    """As OpenRefine does: one batch after the other, each tried again after the time that it is told."""
    with served(known, limits=Limits(20, 1000)) as one:
        waits = []
        for _ in range(12):
            while (reply := one.client.posts(asking(10))).status == 429:
                waits.append(int(reply.headers["Retry-After"]))
                one.clock.at += waits[-1]
            assert len(reply.json()) == 10
    assert waits == [30] * 10
    assert noted(one.kept)[-1].account == "local" and sum(line.asked for line in noted(one.kept)) == 120


def test_suggestions_and_previews_count_too(known):
    with served(known, limits=Limits(20, 22)) as one:
        person = one.client.finds("Aru Sampleva")[0]["id"]
        one.clock.at += 60
        assert one.client.posts(asking(19)).status == 200
        assert one.client.asks("/suggest/entity?prefix=aru").status == 200
        one.clock.at += 60
        assert one.client.asks(f"/preview/{person}").status == 200
        assert one.client.asks(f"/preview/{person}").status == 429
        assert one.client.asks("/suggest/property?prefix=a").status == 200


def test_the_day_s_limit_outlives_a_restart_and_ends_at_midnight(known):
    kept = MemoryDerived()
    for _ in range(2):
        with served(known, limits=Limits(20, 30), kept=kept) as one:
            one.client.posts(asking(15))
    with served(known, limits=Limits(20, 30), kept=kept) as one:
        reply = one.client.posts(asking(1))
        assert (reply.status, reply.error) == (429, "The limit of 30 names a day is reached.")
        assert "Retry-After" not in reply.headers
        one.clock.at += 24 * 3600
        assert one.client.posts(asking(1)).status == 200


def test_a_clock_that_is_set_back_gives_nothing_away(known):
    with served(known, limits=Limits(20, 1000)) as one:
        one.client.posts(asking(20))
        one.clock.at -= 3600
        assert one.client.posts(asking(5)).status == 429


def test_the_log_tells_minutes_and_numbers_and_nobody_s_name(known):
    with served(known, limits=Limits(20, 1000)) as one:
        one.client.posts({"q0": {"query": "Aru Sampleva"}, "Zhuldyz": {"query": "Zhuldyz Tanymayik"}})
        one.client.asks("/suggest/entity?prefix=Sampl")
        one.client.posts(asking(20))
        one.clock.at += 60
        person = one.client.finds("Aru Sampleva")[0]["id"]
        told = [(line.account, line.asked, line.answered, line.refused) for line in noted(one.kept)]
        assert told == [("local", 3, 2, 1), ("local", 1, 1, 0)]
        written = repr(vars(one.kept))
    for secret in ("Sampl", "Zhuldyz", person, TOKEN):
        assert secret not in written


def test_the_log_forgets_after_three_months(known):
    with served(known) as one:
        for _ in range(95):
            one.client.posts(asking(1))
            one.clock.at += 24 * 3600
        days = noted(one.kept)
    assert len(days) == 92
    assert repr(vars(one.kept)).count("local") == 92


def test_what_cannot_be_written_down_is_not_answered(known):
    class Locked(MemoryDerived):
        def save(self, *_: object) -> None:
            raise StoreBusyError("Another program is writing")

    with served(known, kept=Locked()) as one:
        reply = one.client.posts(asking(1))
    assert (reply.status, reply.headers["Retry-After"]) == (503, "5")
    assert "Sampleva" not in reply.body.decode()


def test_an_account_is_let_in_by_its_token_only(known):
    kept = MemoryDerived()
    token = new_account(kept, "desk-2")
    assert token.startswith("desk-2.") and len(token) > 35
    with served(known, kept=kept, place=beyond_loopback(FAR), token=None) as one:
        far = Client(one.client.port, token, {"Host": "register.example"})
        for _ in range(2):
            assert far.asks().json()["view"]["url"] == f"{FAR}/{token}/view/{{{{id}}}}"
        for wrong in (TOKEN, token[:-1], "desk-2.", "desk-2", "desk-3" + token[6:], "." + token):
            assert Client(far.port, wrong, far.headers).asks().status == 404
        assert far.posts(asking(2)).status == 200
        assert noted(kept)[0].account == "desk-2"
        remove_account(kept, "desk-2")
        assert far.asks().status == 404


def test_only_a_hash_of_the_token_is_kept():
    kept = MemoryDerived()
    token = new_account(kept, "desk-2")
    written = repr(vars(kept))
    assert "$argon2id$" in written and token.partition(".")[2] not in written


def test_after_some_wrong_tokens_the_right_one_has_to_wait_unless_it_is_known(known):
    kept = MemoryDerived()
    token = new_account(kept, "desk-2")
    with served(known, kept=kept, place=beyond_loopback(FAR), token=None) as one:
        near = {"Host": "register.example"}

        def guess(times):
            for _ in range(times):
                Client(one.client.port, "desk-2.guess", near).asks()

        guess(6)
        assert Client(one.client.port, token, near).asks().status == 404
        one.clock.at += 60
        assert Client(one.client.port, token, near).asks().status == 200
        guess(6)
        assert Client(one.client.port, token, near).asks().status == 200


def test_beyond_this_machine_names_stand_in_no_address(known):
    kept = MemoryDerived()
    token = new_account(kept, "desk-2")
    with served(known, kept=kept, place=beyond_loopback(FAR), token=None) as one:
        far = Client(one.client.port, token, {"Host": "register.example"})
        reply = far.asks("?queries=%7B%7D")
    assert reply.status == 405 and "POST" in reply.error


def test_each_account_has_its_own_allowance(known):
    kept = MemoryDerived()
    tokens = [new_account(kept, f"desk-{number}") for number in (2, 3)]
    place = beyond_loopback(FAR)
    with served(known, kept=kept, place=place, token=None, limits=Limits(20, 100)) as one:
        first, second = (Client(one.client.port, token, {"Host": "register.example"}) for token in tokens)
        assert first.posts(asking(20)).status == 200
        assert first.posts(asking(1)).status == 429
        assert second.posts(asking(20)).status == 200


@pytest.mark.parametrize("name", ["", "Aru", "a b", "a.b", "-a", "a" * 33, "жанар", "local"])
def test_a_name_of_an_account_is_short_and_plain(name):
    with pytest.raises(WebError):
        new_account(MemoryDerived(), name)


def test_an_account_is_made_once_and_removed_once():
    kept = MemoryDerived()
    new_account(kept, "desk-2")
    with pytest.raises(WebError):
        new_account(kept, "desk-2")
    remove_account(kept, "desk-2")
    with pytest.raises(WebError):
        remove_account(kept, "desk-2")
    assert account_names(kept) == ()


@pytest.mark.parametrize(
    "address", ["http://register.example", "https://", "https://a.example/x", "register"]
)
def test_an_address_beyond_is_https_and_nothing_but_a_place(address):
    with pytest.raises(WebError):
        beyond_loopback(address)


@pytest.mark.parametrize("origin", ["127.0.0.1:3333", "*", "null", "http://127.0.0.1:3333/project"])
def test_an_origin_is_one_place(origin):
    with pytest.raises(WebError):
        on_loopback(1, (origin,))


def test_an_application_can_be_mounted_below_a_path(running):
    begun = []
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "/reconcile",
        "PATH_INFO": f"/{TOKEN}",
        "HTTP_HOST": f"127.0.0.1:{running.client.port}",
    }
    body = b"".join(running.application(environ, lambda status, headers: begun.append(status)))
    assert begun == ["200 OK"]
    base = f"http://127.0.0.1:{running.client.port}/reconcile/{TOKEN}"
    assert json.loads(body)["suggest"]["entity"]["service_url"] == base
