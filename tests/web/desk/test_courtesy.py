"""Pages go first: whoever reckons beside them waits, but never for ever; nobody waits for one who waits."""

import threading
import time
from collections.abc import Callable

import pytest

from tizim.web.desk import courtesy
from tizim.web.desk.courtesy import answering, beside, give_way, holding, quiet, waiting


def reckoned(span: float) -> int:
    """How often somebody beside got on in so many seconds."""
    count, until = 0, time.monotonic() + span
    with beside():
        while time.monotonic() < until:
            give_way()
            count += 1
    return count


@pytest.fixture
def page():
    """A page that another thread answers: what is done in it, and its end."""
    ended, ready = threading.Event(), threading.Event()
    threads: list[threading.Thread] = []

    def begin(within: Callable[[threading.Event, threading.Event], None]) -> None:
        def answer() -> None:
            with answering():
                within(ready, ended)

        threads.append(threading.Thread(target=answer))
        threads[-1].start()
        assert ready.wait(5)

    yield begin
    ended.set()
    for one in threads:
        one.join(5)
    assert not courtesy._PAGES


def is_answered(ready: threading.Event, ended: threading.Event) -> None:
    ready.set()
    ended.wait(5)


def waits(ready: threading.Event, ended: threading.Event) -> None:
    with waiting():
        ready.set()
        ended.wait(5)


def test_what_goes_on_beside_gives_way_to_a_page_and_still_gets_on(page, monkeypatch):
    monkeypatch.setattr(courtesy, "_WORK", 0.0)
    free = reckoned(0.3)
    page(is_answered)
    beside_a_page = reckoned(0.3)
    assert 2 <= beside_a_page <= 8  # each time 50 ms are given
    assert free > 100 * beside_a_page


def test_after_it_has_given_way_it_works_for_a_while(page):
    page(is_answered)
    assert reckoned(0.3) > 50


def test_nobody_waits_for_a_page_that_waits(page, monkeypatch):
    monkeypatch.setattr(courtesy, "_WORK", 0.0)
    page(waits)
    assert reckoned(0.2) > 100


def wants(lock):
    """A page that waits for the lock."""

    def page(ready: threading.Event, ended: threading.Event) -> None:
        ready.set()
        with holding(lock):
            pass

    return page


def test_a_page_that_waits_for_a_lock_is_not_waited_for(page, monkeypatch):
    monkeypatch.setattr(courtesy, "_WORK", 0.0)
    lock = threading.RLock()

    with holding(lock), holding(lock):
        page(wants(lock))
        time.sleep(0.05)
        assert reckoned(0.2) > 100


def test_a_page_itself_gives_way_to_nobody(page, monkeypatch):
    monkeypatch.setattr(courtesy, "_WORK", 0.0)
    page(is_answered)
    with answering():
        begun = time.monotonic()
        give_way()
        assert time.monotonic() - begun < courtesy._MOST / 2


def test_who_holds_what_a_page_waits_for_gives_way_to_no_other_page(page, monkeypatch):
    monkeypatch.setattr(courtesy, "_WORK", 0.0)
    lock = threading.Lock()

    page(is_answered)
    with holding(lock):
        assert reckoned(0.2) < 8, "nobody waits for it yet"
        page(wants(lock))
        time.sleep(0.05)
        assert reckoned(0.2) > 100
    assert reckoned(0.2) < 8, "it holds nothing"


def test_whether_no_page_is_being_answered_is_told(page):
    assert quiet()
    page(is_answered)
    assert not quiet()
