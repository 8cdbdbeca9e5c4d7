"""The HTTP server: a few threads, a deadline for every connection, no line of a log anywhere."""

import queue
import select
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, cast
from wsgiref.handlers import SimpleHandler
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from tizim.web.errors import WebError

_THREADS, _WAITING = 4, 16
_DEADLINE = 20.0
_FIRST_WORD, _FAREWELL = 3.0, 6.0
_PATIENCE, _MOST_HEARD = 0.5, 4 << 20
_BUSY = (
    b"HTTP/1.0 503 Service Unavailable\r\nRetry-After: 1\r\n"
    b"Content-Type: application/json\r\nConnection: close\r\n\r\n"
    b'{"error": "Too many connections."}\n'
)


@dataclass(frozen=True, slots=True)
class Certificate:
    """The files of a certificate and its private key, for HTTPS."""

    chain: Path
    key: Path

    def context(self) -> ssl.SSLContext:
        """How connections are encrypted; WebError if the files do not serve."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        try:
            context.load_cert_chain(self.chain, self.key, password="")
        except (OSError, ssl.SSLError) as error:
            raise WebError(f"the certificate or its key cannot be used ({type(error).__name__})") from None
        return context


class Service(WSGIServer):
    """Serves an application on a port until it is told to stop.

    Each connection brings one request and is closed; one that is not through with it by the deadline
    is cut off, however slowly it still talks. More connections than fit are told to come again.
    """

    allow_reuse_address = True
    request_queue_size = 64
    timeout = 0.5

    def __init__(self, host: str, port: int, *, certificate: Certificate | None = None) -> None:
        self._context = certificate.context() if certificate else None
        self._threads: list[threading.Thread] = []
        self._waiting: queue.Queue[tuple[Any, Any] | None] = queue.Queue(_WAITING)
        try:
            super().__init__((host, port), _Handler)
        except OSError as error:
            raise WebError(f"port {port} on {host} cannot be had: {error.strerror or error}") from None
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(_THREADS)]
        for thread in self._threads:
            thread.start()

    @property
    def port(self) -> int:
        """The port that it serves on."""
        return int(self.server_address[1])

    def server_bind(self) -> None:
        """Binds without asking any name server for this machine's name."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])
        self.setup_environ()

    def serve_while(self, wanted: Callable[[], bool]) -> None:
        """Serves while it is wanted, which is asked about twice a second."""
        while wanted():
            self.handle_request()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Leaves the connection to a thread, or turns it away when all of them have enough to do."""
        try:
            self._waiting.put_nowait((request, client_address))
        except queue.Full:
            with suppress(OSError):
                if self._context is None:
                    request.sendall(_BUSY)
            self.shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that broke off is nobody's fault; what was on it is not told."""

    def server_close(self) -> None:
        """Stops: what has come in is answered, for a few seconds; nothing more comes in."""
        super().server_close()
        end = time.monotonic() + _FAREWELL
        for _ in self._threads:
            with suppress(queue.Full):
                self._waiting.put(None, timeout=max(0.0, end - time.monotonic()))
        for thread in self._threads:
            thread.join(timeout=max(0.0, end - time.monotonic()))

    def __exit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        """Stops at the end of the block."""
        self.server_close()

    def _work(self) -> None:
        while (one := self._waiting.get()) is not None:
            self._served(*one)

    def _served(self, request: socket.socket, client_address: Any) -> None:
        line = self._line(request)
        cut = threading.Timer(_DEADLINE, _cut_off, [line])
        cut.daemon = True
        cut.start()
        with suppress(Exception):  # whatever a stranger sends must not end the thread, nor be told
            self._spoken(line, client_address)
        cut.cancel()
        self.shutdown_request(line)
        cut.join()

    def _line(self, request: socket.socket) -> socket.socket:
        """The connection, encrypted if there is a certificate; nothing has been said on it yet."""
        request.settimeout(_DEADLINE)
        if self._context is None:
            return request
        return self._context.wrap_socket(request, server_side=True, do_handshake_on_connect=False)

    def _spoken(self, line: socket.socket, client_address: Any) -> None:
        """Browsers open connections ahead of need and say nothing on them: these are closed soon."""
        if not select.select([line], [], [], min(_FIRST_WORD, _DEADLINE))[0]:
            return
        if isinstance(line, ssl.SSLSocket):
            line.do_handshake()
        self.finish_request(line, client_address)
        _hear_out(line)


def _hear_out(line: socket.socket) -> None:
    """Reads what is left of a refused body: closing before would tear the answer away from the sender."""
    line.shutdown(socket.SHUT_WR)
    line.settimeout(_PATIENCE)
    left = _MOST_HEARD
    while left > 0 and (heard := line.recv(65536)):
        left -= len(heard)


def _cut_off(request: socket.socket) -> None:
    with suppress(OSError):
        request.shutdown(socket.SHUT_RDWR)


class _Answering(SimpleHandler):
    """Hands an application's answer over; a fault prints nothing."""

    http_version = "1.0"
    server_software = "tizim"

    def log_exception(self, exc_info: Any) -> None:
        """Nothing is told: a name could stand in it."""


class _Handler(WSGIRequestHandler):
    """One request of one connection."""

    server_version = "tizim"
    sys_version = ""

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is told: addresses carry tokens and the beginnings of names."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What is no HTTP is refused without repeating it."""
        self.wfile.write(f"HTTP/1.0 {int(code)} Refused\r\nConnection: close\r\n\r\n".encode("ascii"))

    def address_string(self) -> str:
        """No name server is asked who calls."""
        return str(self.client_address[0])

    def handle(self) -> None:
        """Reads the request and answers it."""
        self.raw_requestline = self.rfile.readline(65537)
        if len(self.raw_requestline) > 65536:
            self.send_error(414)
            return
        if not self.parse_request():
            return
        handler = _Answering(
            cast(IO[bytes], self.rfile), cast(IO[bytes], self.wfile), self.get_stderr(), self.get_environ()
        )
        handler.request_handler = self  # type: ignore[attr-defined]
        handler.run(self.server.get_app())  # type: ignore[attr-defined]
