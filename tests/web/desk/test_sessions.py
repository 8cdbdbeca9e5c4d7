"""Sessions: what is kept of them at once, and that nobody waits for the disk with each letter typed."""

import sys

import pytest

from tizim.web.desk.beginning import in_turns


def _waits_for_the_disk():
    from django.db import connection

    asked = "SHOW synchronous_commit" if connection.vendor == "postgresql" else "PRAGMA synchronous"
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return cursor.fetchone()[0]


def test_what_was_typed_is_kept_and_afterwards_everything_written_is_waited_for(desk):
    client, before = desk.client("reader"), _waits_for_the_disk()
    client.post("/people/", {"q": "Ai"}, headers={"HX-Request": "true"})
    assert _waits_for_the_disk() == before
    assert 'value="Ai"' in client.get("/people/").content.decode()


def test_a_session_that_ended_meanwhile_keeps_nothing(desk):
    from django.contrib.sessions.backends.base import UpdateError

    from tizim.web.desk.models import Session

    client, before = desk.client("reader"), _waits_for_the_disk()
    session = client.session
    session["asked"] = {}
    Session.objects.all().delete()
    with pytest.raises(UpdateError):
        session.save()
    assert not Session.objects.exists()
    assert _waits_for_the_disk() == before


def test_whether_it_is_locked_is_read_with_it(desk):
    from tizim.web.desk.models import Session

    client = desk.client("reader")
    assert client.get("/people/").status_code == 200
    Session.objects.update(locked=True)
    assert client.get("/people/").headers["Location"].startswith("/lock/")


def test_a_thread_that_reckons_lets_others_in_at_once():
    before = sys.getswitchinterval()
    with in_turns():
        assert sys.getswitchinterval() < before / 10
    assert sys.getswitchinterval() == before
