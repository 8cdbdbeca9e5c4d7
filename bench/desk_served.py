"""``tizim serve`` as it is, with a middleware around it that says how long the server took for each page.

    python -m bench.desk_served --register FOLDER --key-file FILE serve --port 0

Only here: the desk itself measures nothing and sends no such header. Time is that between the first and the
last line of Django's own work on a request; queries are those of Django and of the ledger together.
"""

import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from tizim.cli import main as tizim
from tizim.stores.sql.sqlcipher import CipherDatabase
from tizim.web.desk import settings

HEADER = "Server-Timing"
_asked = threading.local()


class Timed:
    """Middleware: the answer bears milliseconds on the clock and of CPU, queries, the name of the page."""

    def __init__(self, get_response: Callable[[Any], Any]) -> None:
        self._answer = get_response

    def __call__(self, request: Any) -> Any:
        """The answer, with what it took."""
        from django.db import connection

        _asked.queries = 0
        wall, cpu = time.perf_counter(), time.thread_time()
        with connection.execute_wrapper(_counted):
            answer = self._answer(request)
        wall, cpu = time.perf_counter() - wall, time.thread_time() - cpu
        match = request.resolver_match
        name = match.url_name if match else "none"
        answer[HEADER] = (
            f'wall;dur={1000 * wall:.2f}, cpu;dur={1000 * cpu:.2f}, q;dur={_asked.queries}, p;desc="{name}"'
        )
        return answer


def _counted(execute: Callable[..., Any], *asked: Any) -> Any:
    _asked.queries += 1
    return execute(*asked)


def counting(asking: Callable[..., Any]) -> Callable[..., Any]:
    """The same question to the ledger's own connection, counted."""

    def counted(*asked: Any, **more: Any) -> Any:
        _asked.queries = getattr(_asked, "queries", 0) + 1
        return asking(*asked, **more)

    return counted


def main(words: Sequence[str] | None = None) -> None:
    """Serves, measured."""
    settings._MIDDLEWARE.insert(0, "bench.desk_served.Timed")
    for way in ("rows", "lot", "write"):
        setattr(CipherDatabase, way, counting(getattr(CipherDatabase, way)))
    tizim()


if __name__ == "__main__":
    main()
