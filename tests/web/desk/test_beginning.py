"""What is made ready before anybody comes, and what garbage collection passes over."""

import gc
import threading

import pytest

from tizim.web.desk import beginning
from tizim.web.desk.beginning import made_ready, settled


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
