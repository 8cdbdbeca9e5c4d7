"""A small real HTTP server that answers like a language model: well, badly, slowly, or without end."""

import json
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Handler", dict[str, Any]], None]


class Handler(BaseHTTPRequestHandler):
    """Keeps what it was asked and lets the behaviour of the moment answer."""

    server: "Server"
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        asked = json.loads(body)
        self.server.asked.append((self.path, dict(self.headers), asked))
        with suppress(BrokenPipeError, ConnectionResetError):
            self.server.answer(self, asked)

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def says(self, content: Any, status: int = 200, **headers: str) -> None:
        """A whole answer with this body."""
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def proposes(self, claims: list[Any], figures: list[Any] = (), **others: Any) -> None:  # type: ignore[assignment]
        """The answer of a model that proposes these."""
        content = json.dumps({"claims": claims, "figures": list(figures), **others})
        self.says({"choices": [{"message": {"role": "assistant", "content": content}}]})


class Server(ThreadingHTTPServer):
    """Listens on this machine; ``answer`` is how it behaves."""

    daemon_threads = True

    def __init__(self, answer: Answer, trust: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer = answer
        self.asked: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.scheme = "https" if trust else "http"
        if trust:
            self.socket = trust.wrap_socket(self.socket, server_side=True)
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, *_: object) -> None:
        """Broken lines are part of the tests."""

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


def html(handler: Handler, _: Any) -> None:
    handler.says(b"<html>It works! Aru Sampleva</html>", Content_Type="text/html")


def no_json(handler: Handler, _: Any) -> None:
    handler.says({"choices": [{"message": {"content": "Certainly! Aru Sampleva was detained."}}]})


def other_envelope(handler: Handler, _: Any) -> None:
    handler.says({"error": {"message": "Aru Sampleva"}})


def nothing_said(handler: Handler, _: Any) -> None:
    handler.says(
        {"choices": [{"message": {"content": None, "tool_calls": [{"function": {"name": "shell"}}]}}]}
    )


def fault(handler: Handler, _: Any) -> None:
    handler.says({"error": "Aru Sampleva"}, status=500)


def refuses(handler: Handler, _: Any) -> None:
    handler.says({"error": "no response_format here: Aru Sampleva"}, status=400)


def redirects(handler: Handler, _: Any) -> None:
    handler.says(b"", status=307, Location=f"{handler.server.url}/elsewhere")


def half(handler: Handler, _: Any) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [{"mess')
    handler.close_connection = True


def endless(handler: Handler, _: Any) -> None:
    handler.send_response(200)
    handler.end_headers()
    handler.close_connection = True
    while True:
        handler.wfile.write(b" " * 65536)


def dripping(handler: Handler, _: Any) -> None:
    handler.send_response(200)
    handler.end_headers()
    handler.close_connection = True
    for _ in range(200):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def dripping_head(handler: Handler, _: Any) -> None:
    handler.close_connection = True
    for sign in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 200:
        handler.wfile.write(bytes([sign]))
        handler.wfile.flush()
        time.sleep(0.05)


def silent(handler: Handler, _: Any) -> None:
    handler.close_connection = True
    time.sleep(4)
