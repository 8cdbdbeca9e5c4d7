"""The server itself: slow clients, many at once, connections that break off, encryption."""

import socket
import ssl
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.making import TOKEN, served
from tizim.web import WebError
from tizim.web.reconcile import Certificate, Service, Settings, on_loopback
from tizim.web.reconcile import service as of_service


def line_to(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=10)


def told(line: socket.socket) -> bytes:
    """All that comes until the other side closes."""
    parts = []
    try:
        while part := line.recv(65536):
            parts.append(part)
    except ConnectionError:
        pass
    return b"".join(parts)


@pytest.fixture
def hasty(known, monkeypatch):
    """A service that closes silent connections after half a second, and all others after two."""
    monkeypatch.setattr(of_service, "_FIRST_WORD", 0.5)
    monkeypatch.setattr(of_service, "_DEADLINE", 2.0)
    with served(known) as one:
        yield one


def test_two_ask_at_once_and_each_gets_its_own_answer(client):
    names = ["Aru Sampleva", "Daniyar Qorghanbek"] * 20
    with ThreadPoolExecutor(8) as several:
        found = list(several.map(lambda name: client.finds(name)[0]["name"], names))
    assert found == names


def test_who_says_nothing_is_cut_off_and_others_are_served(hasty):
    silent = [line_to(hasty.client.port) for _ in range(6)]
    begun = time.monotonic()
    assert hasty.client.asks().status == 200
    assert time.monotonic() - begun < 5
    assert all(told(line) == b"" for line in silent)


@pytest.mark.parametrize("start", [b"GET /", b"POST / HTTP/1.1\r\nContent-Length: 9000\r\n\r\n"])
def test_who_drips_sign_by_sign_is_cut_off(hasty, start):
    line = line_to(hasty.client.port)
    line.sendall(start)
    begun = time.monotonic()
    with pytest.raises(OSError):  # reset or broken pipe, as the system has it
        while time.monotonic() - begun < 8:
            line.sendall(b"x")
            time.sleep(0.05)
    assert time.monotonic() - begun < 5


def test_a_slow_sender_who_may_ask_holds_nobody_up(client):
    line = line_to(client.port)
    start = f"POST /{TOKEN} HTTP/1.1\r\nHost: 127.0.0.1:{client.port}\r\n"
    line.sendall(
        f"{start}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 14\r\n\r\nqu".encode()
    )
    begun = time.monotonic()
    assert client.finds("Aru Sampleva")
    assert time.monotonic() - begun < 3
    line.sendall(b"eries=%7B%7D")
    assert told(line).endswith(b"{}\n")


def test_more_than_fit_are_told_to_come_again(hasty):
    lines = [line_to(hasty.client.port) for _ in range(40)]
    answers = [told(line) for line in lines]
    assert any(b"503" in answer for answer in answers)
    assert hasty.client.asks().status == 200


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"Aru Sampleva\r\n\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: y\r\n" % number for number in range(200)) + b"\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"POST /" + TOKEN.encode() + b" HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused_and_not_repeated(client, sent, capfd):
    line = line_to(client.port)
    line.sendall(sent)
    line.shutdown(socket.SHUT_WR)
    answer = told(line)
    assert b"Sampleva" not in answer and b"aaaa" not in answer and b" 200 " not in answer
    assert client.asks().status == 200
    assert capfd.readouterr() == ("", "")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_any_bytes_leave_it_serving(client, sent):
    line = line_to(client.port)
    line.sendall(b"GET /" + sent)
    line.shutdown(socket.SHUT_WR)
    assert b" 200 " not in told(line)
    line.close()
    assert client.asks("/nowhere").status == 404


def test_who_goes_away_in_the_middle_harms_nobody(client, capfd):
    for sent in (b"", b"GET", b"POST /x HTTP/1.1\r\nContent-Length: 5\r\n\r\nab"):
        line = line_to(client.port)
        line.sendall(sent)
        line.close()
    assert client.asks().status == 200
    assert capfd.readouterr() == ("", "")


def test_no_request_leaves_a_line_behind(client, capfd):
    client.finds("Aru Sampleva")
    client.asks("/suggest/entity?prefix=Aru")
    client.asks("/nowhere")
    assert capfd.readouterr() == ("", "")


def test_a_port_that_is_taken_is_one_line(client):
    with pytest.raises(WebError, match=f"port {client.port} on 127.0.0.1 cannot be had"):
        Service("127.0.0.1", client.port)


def test_it_stops_while_somebody_is_on_the_line(known):
    before = set(threading.enumerate())
    with served(known) as one:
        line = line_to(one.client.port)
        line.sendall(f"GET /{TOKEN} HTTP/1.1\r\nHost: 127.0.0.1:{one.client.port}\r\n\r\n".encode())
        assert told(line).startswith(b"HTTP/1.0 200")
    assert set(threading.enumerate()) <= before


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for localhost, made for these tests."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("certificate")
    files = Certificate(folder / "chain.pem", folder / "key.pem")
    files.chain.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    files.key.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return files


def test_with_a_certificate_every_word_is_encrypted(known, certificate, monkeypatch):
    monkeypatch.setattr(of_service, "_DEADLINE", 1.0)
    trusting = ssl.create_default_context(cafile=str(certificate.chain))
    with served(known, certificate=certificate) as one:
        silent, plain = line_to(one.client.port), line_to(one.client.port)
        plain.sendall(f"GET /{TOKEN} HTTP/1.1\r\n\r\n".encode())
        assert b"HTTP" not in told(plain)
        with trusting.wrap_socket(line_to(one.client.port), server_hostname="localhost") as line:
            line.sendall(f"GET /{TOKEN} HTTP/1.1\r\nHost: localhost:{one.client.port}\r\n\r\n".encode())
            assert line.version() in ("TLSv1.2", "TLSv1.3")
            assert told(line).startswith(b"HTTP/1.0 200")
        assert told(silent) == b""


def test_a_certificate_that_does_not_serve_is_one_line(certificate, tmp_path):
    (tmp_path / "x.pem").write_text("no certificate")
    for chain in (tmp_path / "x.pem", tmp_path / "missing.pem"):
        with pytest.raises(WebError, match="the certificate or its key cannot be used"):
            Service("127.0.0.1", 0, certificate=Certificate(chain, certificate.key))


def test_settings_show_no_token():
    assert TOKEN not in repr(Settings(on_loopback(1), TOKEN))
