"""How often each page asks the database: bounded for every address, and the same in a larger register."""

import io
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from unittest import mock

import pytest
from bench.generate import Extent, documents, sources
from bench.naming import English
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.desk.test_gate import patterns
from tizim.tallies import definition, tally
from tizim.vocab import law_books
from tizim.web.desk.models import Account, ClosedCase, Job, Session
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import told

MOST, GROWN = 45, 4
"""So many questions at most for a page, and so many more where the register is ten times as large."""
DAY = date(2022, 6, 30)
WITHOUT_LOOKING = ("account/", "start/<", "lock/", "language/", "work/<")
"""Coming in and going out, and other people's programs behind it; work needs a piece of it (see test_working)."""


NO_WHILE, A_WHILE = timedelta(0), timedelta(minutes=1)


@contextmanager
def counted(database, *, idle=NO_WHILE):
    """A span in which questions of Django and of the ledger are counted; the count is in the list at the end.

    Sessions were last seen ``idle`` ago: whether that is noted anew goes by the clock, not by the page.
    """
    asked, found = [], []
    Session.objects.update(seen_at=timezone.now() - idle)
    with CaptureQueriesContext(connection) as captured, ExitStack() as patches:
        for way in ("rows", "lot", "write"):
            patches.enter_context(_noted(database, way, asked))
        yield found
    found.append(len(asked) + len(captured))


def _noted(database, way, asked):
    """Its way of asking, with a note of each question."""
    known = getattr(database, way)
    return mock.patch.object(
        type(database), way, lambda _, *each, **more: (asked.append(way), known(*each, **more))[1]
    )


@pytest.fixture
def client(desk):
    """Somebody of every role, who has set the day."""
    account = Account.objects.get(username="editor-1")
    account.groups.set(Group.objects.all())
    client = desk.client("editor")
    client.post("/moment/", {"as_of": DAY.isoformat(), "next": "/"})
    return client


def places(desk):
    """Something that is there for each kind of id in addresses."""
    lives = told(Moment(DAY)).lives
    listed = tally(definition("in-custody"), told(Moment(DAY)), as_of=DAY).members[0].person_id
    claim = next(one for one in desk.register.ledger.known_at(kinds=("claim",)) if one.person)
    other = next(one for one in lives if one != listed)
    case, _ = ClosedCase.objects.get_or_create(label="some-case")
    Job.objects.all().delete()
    return {
        "document_id": claim.document_id, "claim_id": claim.id, "entry_id": claim.id, "person_id": listed,
        "left_id": listed, "right_id": other, "name": "in-custody", "code": next(iter(law_books())),
        "number": str(case.pk), "judgement_id": "j-nobody", "token": "x",
    }  # fmt: skip


def addresses(filled):
    """Every address of the desk with something in the places of its ids."""
    for where, _ in patterns():
        if where.startswith(WITHOUT_LOOKING):
            continue
        parts = (part.split(">", 1) for part in where.split("<")[1:])
        yield (
            where,
            "/"
            + where.split("<")[0]
            + "".join(filled.get(name.split(":")[-1], "x") + rest for name, rest in parts),
        )


def questions(desk, client, filled):
    """For each address how often the page asks, when it is asked for again; nothing may break."""
    found = {}
    for where, path in addresses(filled):
        assert client.get(path).status_code < 500, where
        with counted(desk.register.database) as many:
            client.get(path)
        found[where] = many[0]
    return found


def grow(register):
    """Several times as many people, claims and documents."""
    register.ledger.append(list(sources()), at="2050-01-01T00:00:00Z", by="bench")
    for one in documents(Extent(4_000, 400), English()):
        register.vault.put(io.BytesIO(one.text.encode()))
        register.ledger.append(one.entries, at="2050-01-01T00:00:00Z", by="bench")


def test_no_page_asks_more_in_a_larger_register(desk, client):
    filled = places(desk)
    before = questions(desk, client, filled)
    grow(desk.register)
    after = questions(desk, client, filled)
    assert len(after) > 40
    assert {where: many for where, many in after.items() if many > MOST} == {}
    assert {
        where: (before[where], many) for where, many in after.items() if many > before[where] + GROWN
    } == {}


def test_typing_a_name_asks_no_more_in_a_larger_register(desk, client):
    def typed(text, idle=NO_WHILE):
        client.post("/people/", {"q": text}, headers={"HX-Request": "true"})
        with counted(desk.register.database, idle=idle) as many:
            client.post("/people/", {"q": text}, headers={"HX-Request": "true"})
        return many[0]

    assert typed("Aid", idle=A_WHILE) == typed("Aid") + 1, (
        "a session that goes on after a while is noted once"
    )
    before = [typed(text) for text in ("A", "Ai", "Aid", "Vik", "")]
    grow(desk.register)
    assert [typed(text) for text in ("A", "Ai", "Aid", "Vik", "")] == before
    assert max(before) <= 15
