"""What is made ready before anybody comes, and what garbage collection passes over."""

import gc
import threading
from contextlib import ExitStack

import pytest

from tizim.web.desk import beginning, courtesy
from tizim.web.desk.beginning import made_ready, settled
from tizim.web.desk.courtesy import answering


def test_what_the_first_pages_need_is_made_ready(desk, monkeypatch):
    done = []
    monkeypatch.setattr(beginning, "FIRST", (*beginning.FIRST, done.append))
    beginning._make_ready(threading.Event())
    assert [asked.is_now for asked in done] == [True]


def test_what_is_made_ready_ends_with_the_desk(desk, monkeypatch):
    begun = []
    monkeypatch.setattr(beginning, "FIRST", [begun.append] * 1000)
    with made_ready():
        pass
    assert all(asked.is_today for asked in begun)


@pytest.mark.parametrize("breaks", [False, True])
def test_only_what_is_new_is_looked_through_for_garbage(breaks):
    before = gc.get_freeze_count()
    try:
        with settled():
            gc.collect()
            assert gc.get_freeze_count() > before
            if breaks:
                raise ValueError
    except ValueError:
        assert breaks
    finally:
        gc.unfreeze()
    assert not any(one.__module__ == beginning.__name__ for one in gc.callbacks)


@pytest.fixture
def alone(monkeypatch):
    """Nothing that other tests have left running answers pages here, or keeps garbage from being looked for."""
    monkeypatch.setattr(courtesy, "_PAGES", courtesy.Pages())
    collected = gc.isenabled()
    gc.enable()
    yield
    if not collected:
        gc.disable()


@pytest.mark.usefixtures("alone")
def test_garbage_is_looked_for_between_pages(monkeypatch):
    monkeypatch.setattr(beginning, "_LOOK", 0.01)
    monkeypatch.setattr(beginning, "_LITTLE", 10)
    before, found = gc.get_threshold(), threading.Event()

    def note(phase, told):
        if phase == "start":
            found.set()

    gc.collect()
    gc.callbacks.append(note)
    try:
        with ExitStack() as page:
            page.enter_context(answering())
            with settled():
                made = [{} for _ in range(5_000)]
                assert not found.wait(0.2), "not within a page"
                page.close()
                for _ in range(200):  # others may let go of as many meanwhile
                    made += [{} for _ in range(5_000)]
                    if found.wait(0.05):
                        break
                assert found.is_set()
    finally:
        gc.callbacks.remove(note)
        gc.unfreeze()
    assert made
    assert gc.get_threshold() == before
