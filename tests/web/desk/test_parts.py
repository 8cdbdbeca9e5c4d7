"""Parts of pages that take long: said to be on their way, then there; never of an earlier state."""

import re
import threading
from contextlib import suppress
from datetime import date

import pytest

from tizim.claims import Claim, review
from tizim.web.desk import afoot, parts
from tizim.web.desk.answers import NotAtHandError, at_hand, makes
from tizim.web.desk.moment import moment_of
from tizim.web.desk.opened import opened, told, write

PART = {"headers": {"HX-Request": "true"}}


@pytest.fixture
def held(monkeypatch):
    """Nobody waits for a part, and none is made before the test says so."""
    may = threading.Event()

    def alone(make, first=afoot._alone):
        may.wait(60)
        return first(make)

    monkeypatch.setattr(afoot, "_alone", alone)
    for name in ("PATIENCE", "LONGER"):
        monkeypatch.setattr(afoot, name, 0.01)
    yield may
    may.set()


def test_a_part_is_on_its_way_and_then_there(desk, held, monkeypatch):
    client = desk.client("reader")
    first = client.get("/today/course/", **PART)
    assert first.status_code == 202
    assert 'hx-get="/today/course/"' in first.content.decode()
    assert "Being counted." in first.content.decode()
    held.set()
    monkeypatch.setattr(afoot, "PATIENCE", 60.0)
    there = client.get("/today/course/", **PART)
    assert there.status_code == 200
    assert there.content == client.get("/today/course/").content


def test_without_script_one_waits_for_the_whole_page(desk, held):
    held.set()
    assert desk.client("reader").get("/today/course/").status_code == 200


def test_what_was_begun_is_not_given_after_something_was_written(desk, held, monkeypatch):
    from tizim.documents import Source

    client = desk.client("reader")
    assert client.get("/today/course/", **PART).status_code == 202
    write([Source(id="s-new", name="Somewhere")], by="somebody")
    held.set()
    monkeypatch.setattr(afoot, "PATIENCE", 60.0)
    assert client.get("/today/course/", **PART).status_code == 200
    assert len(opened().afoot._made) == 1, "what was begun before lies there; nobody asks for it"


def test_a_part_is_made_for_one_account_and_one_moment(desk, held, monkeypatch):
    held.set()
    monkeypatch.setattr(afoot, "PATIENCE", 60.0)
    reader = desk.client("reader")
    today = reader.get("/lists/in-custody/spread/", **PART).content
    reader.post(
        "/moment/", {"as_of": date(1990, 1, 1).isoformat(), "known_at": "", "basis": "all", "next": "/"}
    )
    assert reader.get("/lists/in-custody/spread/", **PART).content != today
    assert desk.client().get("/lists/in-custody/spread/", **PART).status_code in (204, 302)


@pytest.mark.parametrize(("language", "said"), [("ru", "По статьям"), ("kk", "Баптар бойынша")])
def test_a_part_speaks_the_language_of_whoever_asked(desk, held, monkeypatch, language, said):
    held.set()
    monkeypatch.setattr(afoot, "PATIENCE", 60.0)
    client = desk.client("reader")
    client.post("/language/", {"language": language, "next": "/"})
    part = client.get("/lists/in-custody/spread/?as_of=2022-06-30", **PART)
    assert said in part.content.decode() and "By article" not in part.content.decode()


def test_a_part_that_is_not_there_is_not_found_either_way(desk, held, monkeypatch):
    held.set()
    monkeypatch.setattr(afoot, "PATIENCE", 60.0)
    assert desk.client("reader").get("/lists/nothing/spread/", **PART).status_code == 404


@pytest.mark.parametrize("where", ["/", "/lists/", "/lists/in-custody/"])
def test_a_page_that_takes_long_in_a_large_register_says_so_and_comes_by_itself(
    desk, held, monkeypatch, where
):
    client = desk.client("reader")
    monkeypatch.setattr(parts, "MANY", 0)
    first = client.get(where)
    assert (first.status_code, first["Refresh"]) == (202, "1")
    assert "comes by itself" in first.content.decode()
    held.set()
    monkeypatch.setattr(afoot, "LONGER", 60.0)
    there = client.get(where)
    assert there.status_code == 200 and "Refresh" not in there
    monkeypatch.setattr(parts, "MANY", 1_000_000)
    assert _without_tokens(there) == _without_tokens(client.get(where)), "in a small register one waits"


@pytest.mark.parametrize("where", ["/", "/lists/", "/lists/in-custody/", "/lists/in-custody/compared/"])
def test_a_page_of_which_everything_is_at_hand_comes_at_once_until_somebody_else_is_told_of(
    desk, held, monkeypatch, where
):
    client = desk.client("reader")
    assert client.get(where).status_code == 200
    monkeypatch.setattr(parts, "MANY", 0)
    assert client.get(where).status_code == 200, "nothing is made beside"
    life = next(iter(told(moment_of({})).lives.values()))
    claim = next(one for one in desk.register.ledger.of(life.person.claim_ids) if isinstance(one, Claim))
    write([review(claim, "reject", by="somebody", reason="a test")], by="somebody")
    assert client.get(where).status_code == 202, "never of an earlier state"


def test_what_is_not_at_hand_is_told_though_somebody_passes_over_it():
    with pytest.raises(NotAtHandError), at_hand(), suppress(NotAtHandError):
        makes()
    makes()  # nobody asks for what is at hand alone any more


def test_a_page_that_is_not_there_is_not_found_in_a_large_register(desk, held, monkeypatch):
    held.set()
    monkeypatch.setattr(parts, "MANY", 0)
    monkeypatch.setattr(afoot, "LONGER", 60.0)
    assert desk.client("reader").get("/lists/nothing/").status_code == 404


def _without_tokens(answer):
    """The page without the token that each answer's forms bear."""
    return re.sub(r"[0-9A-Za-z]{64}", "", answer.content.decode())
