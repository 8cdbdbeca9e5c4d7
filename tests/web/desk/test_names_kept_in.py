"""No name of anybody leaves the pages: not in addresses, titles, headers, files' names, faults or on standard error."""

import re

import pytest

from tests.web.desk.test_words import real
from tests.web.desk.walking import everywhere, one_for
from tizim.web.desk.access import need_of
from tizim.web.desk.moment import moment_of
from tizim.web.desk.opened import told

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_ADDRESS = re.compile(r"""(?:href|src|action|hx-get|hx-post)="([^"]*)\"""")
_BY_ID = re.compile(r'^(attachment|inline)(; filename="[a-z0-9.-]+")?$')
_PARTS = 4
"""Letters that a part of a name has at least to be looked for."""


@pytest.fixture
def kept_in():
    """What pages say does not hang on the database."""
    return "sqlcipher"


@pytest.fixture
def names(desk):
    """Every part of every name and spelling in the register."""
    lives = told(moment_of({})).lives.values()
    spelled = {one.person.name for one in lives}
    parts = {part for name in spelled for part in re.findall(r"\w+", name) if len(part) >= _PARTS}
    assert len(parts) > 50
    return re.compile("|".join(sorted(map(re.escape, parts))), re.IGNORECASE)


def answers(desk):
    """What every address answers, to a page and to a part of one."""
    given = real()
    for where, view, name in everywhere(given):
        if name in ("account_logout", "lock_now"):
            continue
        client = desk.client(one_for(need_of(view)))
        client.post("/moment/", {"as_of": "2022-06-30"})
        for headers in ({}, {"HX-Request": "true"}):
            yield where, client.get(where, headers=headers)
    for where in ("/nobody-here/", "/people/p-x/", "/team/"):
        yield where, desk.client("reader").get(where)


def test_no_address_title_header_or_file_is_named_after_anybody(desk, names, capfd):
    wrong, seen = [], 0
    for where, answer in answers(desk):
        page = b"" if answer.streaming else answer.content
        text = page.decode("utf-8", "replace") if "html" in answer.get("Content-Type", "") else ""
        outside = [*_TITLE.findall(text), *_ADDRESS.findall(text), str(answer.headers)]
        wrong += [(where, one) for one in outside if names.search(one)]
        seen += bool(names.search(text))
    assert wrong == []
    assert seen > 10  # the pages themselves do name people
    assert not names.search("".join(capfd.readouterr()))


def test_every_answer_is_kept_by_no_browser_runs_nothing_of_its_own_and_is_loaded_down_by_id(desk):
    wrong, loaded_down = [], 0
    for where, answer in answers(desk):
        if said := answer.get("Content-Disposition"):
            loaded_down += 1
            wrong += [] if _BY_ID.match(said) else [(where, said)]
        policy = answer.get("Content-Security-Policy", "")
        if answer.get("Cache-Control") != "no-store":
            wrong.append((where, "kept"))
        if "default-src 'none'" not in policy or "unsafe" in policy:
            wrong.append((where, "policy"))
        if answer.get("X-Frame-Options") != "DENY" or answer.get("X-Content-Type-Options") != "nosniff":
            wrong.append((where, "headers"))
        text = "" if answer.streaming else answer.content.decode("utf-8", "replace")
        if re.search(
            r"<script(?![^>]*\b(?:src=|type=\"application/json\"))|<style|\sstyle=|\son[a-z]+=", text.lower()
        ):
            wrong.append((where, "inline"))
    assert wrong == []
    assert loaded_down


def test_a_fault_anywhere_names_nobody(desk, names, monkeypatch, capfd):
    def broken(*_, **__):
        raise ValueError("Zhibek Qorzhynova Жібек Қоржынова")

    known = real()
    for where in (
        "views.people.story",
        "reading.page.folder_of",
        "figures.counted",
        "same.listing.lines",
        "journal.lines",
    ):
        monkeypatch.setattr(f"tizim.web.desk.{where}", broken)
    faults = 0
    for where in (
        f"/people/{known['person_id']}/", f"/documents/{known['document_id']}/", "/lists/in-custody/", "/same/", "/entries/",
    ):  # fmt: skip
        client = desk.client("auditor" if where == "/entries/" else "editor")
        answer = client.get(where)
        faults += answer.status_code == 500
        said = answer.content.decode() + str(answer.headers) + "".join(capfd.readouterr())
        assert not names.search(said) and "Қоржынова" not in said, where
        assert "made a mistake" in said
        assert answer["Cache-Control"] == "no-store"
    assert faults == 5
