"""What is being made beside the requests for it."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from typing import Any

from django.db import connections
from django.http import HttpResponse

from tizim.web.desk.courtesy import beside, waiting

PATIENCE, LONGER = 0.05, 0.1
"""Seconds after which whoever waits for a part, or for a whole page, is told that it is on its way."""
_AT_ONCE, _HELD = 3, 64


class Afoot:
    """What is being made, by what it is; a few at once, the others in the order in which they came."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="desk-afoot")
        self._made: OrderedDict[Any, Future[HttpResponse]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, key: Any, make: Callable[[], HttpResponse], patience: float) -> HttpResponse | None:
        """What is made under that key; None where it is not there yet. It is given once."""
        with self._lock:
            found = self._made.get(key)
            if found is None:
                found = self._made[key] = self._pool.submit(copy_context().run, _alone, make)
                while len(self._made) > _HELD:
                    self._made.popitem(last=False)[1].cancel()
        with waiting():
            done = wait([found], patience).done
        if not done:
            return None
        with self._lock:
            self._made.pop(key, None)
        return None if found.cancelled() else found.result()

    def close(self) -> None:
        """Nothing more is begun; what is being made is waited for."""
        self._pool.shutdown(cancel_futures=True)


def _alone(make: Callable[[], HttpResponse]) -> HttpResponse:
    """With connections of its own, which end with it."""
    try:
        with beside():
            return make()
    finally:
        connections.close_all()
