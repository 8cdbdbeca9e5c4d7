"""The desk in several processes behind a proxy, under gunicorn: each serves the whole register.

The first process opens the register once and serves nothing itself; the others inherit its keys, never its
connections.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from django.db import connections

from tizim import TizimError
from tizim.wiring import Register

_THREADS, _PATIENCE, _END = 8, 120, 80
"""Threads of a process; seconds for which it may be silent, and for which it may keep what it has learnt."""
_SILENT = 75
"""Seconds a line may be silent: longer than proxies leave theirs open, else one sends into a closed line."""


@dataclass(frozen=True, slots=True)
class Many:
    """Where it listens, and how many processes serve."""

    host: str
    port: int
    processes: int


def serve_many(register: Register, many: Many, ready: Callable[[], None]) -> None:
    """Serves until a signal ends it; ``ready`` is called once the port is taken."""
    _gunicorn()
    from gunicorn.app.base import BaseApplication

    class Team(BaseApplication):
        """The desk as gunicorn asks for it."""

        def load_config(self) -> None:
            """What gunicorn is told, and nothing from files or the environment."""
            for name, value in _settings(many, ready).items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            """The desk of this process."""
            from tizim.web.desk.serving import application

            _KEPT.callback(register.close)
            return _KEPT.enter_context(application(register, works_too=False))

    register.database.close()
    connections.close_all()
    Team().run()


_KEPT = ExitStack()


def _settings(many: Many, ready: Callable[[], None]) -> dict[str, Any]:
    return {
        "bind": f"{many.host}:{many.port}",
        "workers": many.processes,
        "worker_class": "gthread",
        "threads": _THREADS,
        "timeout": _PATIENCE,
        "graceful_timeout": _END,
        "keepalive": _SILENT,
        "preload_app": False,
        "control_socket_disable": True,  # a door beside the desk's own that nobody needs
        "accesslog": None,
        "logger_class": _quiet(),
        "when_ready": lambda arbiter: ready(),
        "worker_exit": lambda arbiter, worker: _KEPT.close(),
    }


def _quiet() -> type:
    """A log that says the kind of a fault and nothing of what was asked for."""
    from gunicorn.glogging import Logger

    class Quiet(Logger):
        """Kinds and places, never a request."""

        def exception(self, said: str, *values: Any, **more: Any) -> None:
            """A fault of the server."""
            self.error_log.error("fault in the server")

        def debug(self, said: str, *values: Any, **more: Any) -> None:
            """Nothing: lines for finding faults of the server hold what was asked for."""

        def warning(self, said: str, *values: Any, **more: Any) -> None:
            """What is odd, without what was sent."""
            self.error_log.warning("something odd was sent, or a process ended")

        def access(self, *values: Any) -> None:
            """Nothing: who asked for what is not kept."""

    return Quiet


def _gunicorn() -> None:
    try:
        import gunicorn  # noqa: F401 - only whether it can be
    except ImportError:
        raise TizimError("several processes need the extra 'team': install tizim[team]") from None
