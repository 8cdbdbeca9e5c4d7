"""The line to a language model: an endpoint that speaks like OpenAI's, here unless told otherwise.

No proxy, no redirect, certificates checked; time, size and tries are bounded. What goes wrong is told in a
few words that hold nothing of what was sent or came back.
"""

import contextlib
import http.client
import ipaddress
import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import orjson

from tizim.reading.second import ModelError, Question

_LARGEST = 2_000_000  # bytes of an answer
_TRIES = 3
_LONGEST_PAUSE = 30.0
_AGAIN = (429, 500, 502, 503, 504)
_GIVE_UP = 4  # failures one after the other
_SEED = 1


@dataclass(frozen=True, slots=True)
class Address:
    """Where a model is reached."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def is_here(self) -> bool:
        """Whether it is this machine, by its name; the line is looked at again when it stands."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def address(text: str) -> Address | None:
    """The address in a URL; ``None`` if it is none, or bears a name, a password, a query or a fragment."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    odd = parts.username is not None or parts.password is not None or parts.query or parts.fragment
    plain = text.isascii() and text.isprintable() and " " not in text
    if parts.scheme not in ("http", "https") or not parts.hostname or odd or not plain:
        return None
    path = parts.path.rstrip("/") + "/chat/completions"
    return Address(parts.scheme, parts.hostname, port or {"http": 80, "https": 443}[parts.scheme], path)


class _TryAgainError(Exception):
    def __init__(self, reason: str, pause: float | None = None) -> None:
        super().__init__(reason)
        self.pause = pause


@dataclass(slots=True)
class HttpModel:
    """A model at an address; ``seconds`` is how long one answer may take, whatever the other side does."""

    where: Address
    name: str
    key: str | None = field(default=None, repr=False)
    seconds: float = 300.0
    pause: Callable[[float], None] = time.sleep
    trust: ssl.SSLContext | None = None
    _failures: int = 0

    def answer(self, question: Question) -> str:
        """The content of the model's answer; ModelError with the reason if there is none."""
        if self._failures >= _GIVE_UP:
            raise ModelError("given up after failures one after the other")
        try:
            answer = self._tried(self._body(question))
        except ModelError:
            self._failures += 1
            raise
        self._failures = 0
        return answer

    def _tried(self, body: bytes) -> str:
        for left in reversed(range(_TRIES)):
            try:
                return _content(self._asked(body))
            except _TryAgainError as again:
                if not left:
                    raise ModelError(str(again)) from None
                usual = 2.0 ** (_TRIES - 1 - left)
                self.pause(min(_LONGEST_PAUSE, usual if again.pause is None else again.pause))
        raise AssertionError

    def _body(self, question: Question) -> bytes:
        form = {"name": "proposals", "strict": True, "schema": question.schema}
        return json.dumps(
            {
                "model": self.name,
                "messages": [
                    {"role": "system", "content": question.instructions},
                    {"role": "user", "content": question.passage},
                ],
                "temperature": 0,
                "seed": _SEED,
                "stream": False,
                "response_format": {"type": "json_schema", "json_schema": form},
            }
        ).encode()

    def _asked(self, body: bytes) -> bytes:
        headers = {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        line = self._line()
        try:
            line.connect()
            self._check_peer(line)
            with _deadline(line.sock, self.seconds) as out_of_time:
                try:
                    line.request("POST", self.where.path, body=body, headers=headers)
                    return _read(line.getresponse())
                except (OSError, http.client.HTTPException):
                    if out_of_time.is_set():
                        raise ModelError("took too long") from None
                    raise _TryAgainError("the line broke") from None
        except ssl.SSLError:
            raise ModelError("its certificate is not trusted") from None
        except TimeoutError:
            raise ModelError("took too long") from None
        except OSError:
            raise _TryAgainError("cannot be reached") from None
        finally:
            line.close()

    def _line(self) -> http.client.HTTPConnection:
        patience = min(self.seconds, 30.0)
        if self.where.scheme == "http":
            return http.client.HTTPConnection(self.where.host, self.where.port, timeout=patience)
        trust = self.trust or _trust()
        return http.client.HTTPSConnection(self.where.host, self.where.port, timeout=patience, context=trust)

    def _check_peer(self, line: http.client.HTTPConnection) -> None:
        """Before a sign is sent: what is called this machine is this machine."""
        if self.where.is_here and not ipaddress.ip_address(line.sock.getpeername()[0]).is_loopback:
            raise ModelError("another machine answers under the name of this one")


@contextmanager
def _deadline(sock: socket.socket, seconds: float) -> Iterator[threading.Event]:
    """Breaks the line after so long, even if the other side sends a sign now and then."""
    out_of_time = threading.Event()

    def end() -> None:
        out_of_time.set()
        with contextlib.suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)

    sock.settimeout(seconds)
    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield out_of_time
        if out_of_time.is_set():
            raise ModelError("took too long")
    finally:
        timer.cancel()


def _trust() -> ssl.SSLContext:
    """Certificates and names are checked; no setting of the environment makes it write down its keys."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_default_certs()
    return context


def _read(response: http.client.HTTPResponse) -> bytes:
    """The body of an answer that went well and is no longer than can be."""
    if response.status in _AGAIN:
        raise _TryAgainError(f"HTTP {response.status}", _pause(response.getheader("Retry-After")))
    if response.status != 200:
        what = (
            "a redirect, which is not followed" if 300 <= response.status < 400 else f"HTTP {response.status}"
        )
        raise ModelError(what)
    body = response.read(_LARGEST + 1)
    if len(body) > _LARGEST:
        raise ModelError("an answer without end")
    if response.length:
        raise _TryAgainError("the line broke")
    return body


def _pause(given: str | None) -> float | None:
    return float(given) if given and given.isascii() and given.isdecimal() and len(given) < 9 else None


def _content(body: bytes) -> str:
    """What the model said, out of the envelope."""
    try:
        said = orjson.loads(body)["choices"][0]["message"]["content"]
    except (orjson.JSONDecodeError, KeyError, IndexError, TypeError):
        raise ModelError("no answer in the form of the protocol") from None
    if not isinstance(said, str):
        raise ModelError("no answer in the form of the protocol")
    return said
