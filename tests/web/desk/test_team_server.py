"""The desk in several processes, and what a server may never do: put what was sent on the disk."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from tizim import TizimError
from tizim.cli.serving import _made_sure_free, _server

ROOT = Path(__file__).resolve().parent.parent.parent.parent


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def answered(port, path="/account/login/", body=None):
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    line.request("POST" if body else "GET", path, body)
    answer = line.getresponse()
    found = answer.status, answer.read()
    line.close()
    return found


def test_nothing_of_large_requests_and_answers_goes_to_a_file(monkeypatch):
    def refused(*given, **more):
        raise AssertionError("a file was made")

    def echo(environ, start):
        body = environ["wsgi.input"].read()
        start("200 OK", [("Content-Length", str(len(body)))])
        return [body]

    for name in ("TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, refused)
    server = _server(echo, "127.0.0.1", 0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    sent = b"x" * (5 << 20)
    assert answered(server.effective_port, "/", sent) == (200, sent)
    server.trigger.pull_trigger(server.close)  # in the thread that listens: it ends when nobody is connected
    thread.join(30)
    assert not thread.is_alive()


@pytest.fixture
def several(desk, pattern):
    """Two processes that serve the register of the test."""
    port = free_port()
    where = ["--register", str(desk.register.path), "--key-file", str(pattern / "register.key")]
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    serve = ("serve", "--processes", "2", "--port", str(port))
    process = subprocess.Popen(
        [sys.executable, "-c", "from tizim.cli import main; main()", *where, *serve],
        env={**os.environ, "PYTHONPATH": path},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    until = time.monotonic() + 60
    while True:
        try:
            assert answered(port)[0] == 200
            break
        except OSError:
            assert time.monotonic() < until and process.poll() is None, process.stdout.read()
            time.sleep(0.1)
    yield port, process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    process.stdout.close()


def test_several_processes_serve_one_register_and_end_when_told(desk, several):
    port, process = several
    assert {answered(port)[0] for _ in range(12)} == {200}
    sockets = Path("/proc/net/unix")
    assert not sockets.is_file() or "gunicorn" not in sockets.read_text()  # no door beside the desk's own
    process.terminate()
    assert process.wait(60) == 0
    said = process.stdout.read().decode()
    assert f"http://127.0.0.1:{port}" in said and "Traceback" not in said


def test_a_port_that_is_taken_is_said_to_be_before_anything_is_promised():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        port = one.getsockname()[1]
        with pytest.raises(TizimError, match=f"the port {port} cannot be used"):
            _made_sure_free("127.0.0.1", port)
    _made_sure_free("127.0.0.1", port)


def test_the_passphrase_comes_from_a_credential_of_the_service(tmp_path, monkeypatch):
    from tizim.cli.door import Door, ask_passphrase

    (tmp_path / "tizim-passphrase").write_text("seven quiet lamps\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert ask_passphrase(Door(tmp_path)) == "seven quiet lamps"


@pytest.mark.parametrize(
    ("host", "mode", "wrong"),
    [
        ("db.example.org", "", True),
        ("db.example.org", "require", True),
        ("db.example.org", "verify-full", False),
        ("127.0.0.1", "", False),
        ("/run/postgresql", "", False),
        ("", "", False),
    ],
)
def test_a_line_to_another_machine_is_encrypted_and_checked(host, mode, wrong):
    from tizim.web.desk.checks import _reaches_server_in_clear

    database = {"ENGINE": "django.db.backends.postgresql", "HOST": host, "OPTIONS": {"sslmode": mode}}
    assert _reaches_server_in_clear(database) == wrong
