"""What Django keeps for each thread is kept without a lock, and still by thread."""

import threading

import pytest
from asgiref import local as awaiting
from django.urls import get_script_prefix, set_script_prefix
from django.utils import timezone, translation
from django.utils.translation import gettext

from tizim.web.desk.holders import HOLDERS, without_lock


def test_no_word_of_a_page_waits_for_another_thread(desk, monkeypatch):
    client = desk.client("reader")
    client.get("/people/")
    asked = []
    holder = awaiting._DefaultLocal
    known = holder.__getattr__
    monkeypatch.setattr(holder, "__getattr__", lambda self, name: (asked.append(name), known(self, name))[1])
    assert client.get("/people/").status_code == 200
    assert asked == ["default"] * 2  # a page asks twice for the caches, which stand in such a holder too


@pytest.mark.parametrize(("module", "name"), HOLDERS, ids=lambda one: getattr(one, "__name__", one))
def test_django_still_keeps_it_there(module, name):
    without_lock()
    assert isinstance(getattr(module, name), threading.local)


def test_what_a_thread_says_holds_for_it_alone():
    found = []

    def other():
        found.append((translation.get_language(), get_script_prefix(), timezone.get_current_timezone_name()))
        with translation.override("kk"):
            found.append(gettext("People"))

    with translation.override("ru"), timezone.override("Asia/Almaty"):
        set_script_prefix("/x/")
        without_lock()
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
        here = translation.get_language(), get_script_prefix(), timezone.get_current_timezone_name()
        word = gettext("People")
    set_script_prefix("/")
    assert here == ("ru", "/x/", "Asia/Almaty")
    assert found[0] == ("en", "/", "UTC")
    assert len({word, found[1], "People"}) == 3
