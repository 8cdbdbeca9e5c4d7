"""`tizim reconcile` and `tizim reconcile-account`, as the installed program, on an encrypted register."""

import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.desk import Desk, called
from tests.web.making import Client
from tests.web.schemas import MANIFEST, RESULTS, keeps_to

PROGRAM = str(Path(sys.executable).with_name("tizim"))
ROWS = """
person,act,date,town
Aru Sampleva,detention,2020-11-30,Almaty
Daniyar Qorghanbek,detention,2020-11-30,Atyrau
"""
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/(\S+)")


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Desk:
    """A register with two people."""
    home = tmp_path_factory.mktemp("reconciled")
    made = called("--register", str(home / "reg"), "--key-file", str(home / "own.key"), "init")
    assert made.code == 0, made
    desk = Desk(home)
    desk.takes(ROWS)
    return desk


@contextmanager
def reconciling(desk, *options):
    """The program while it serves, and a client that knows the printed address; killed at the end."""
    command = [PROGRAM, *desk.before, "reconcile", "--port", "0", *options]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        first = program.stdout.readline()
        found = ADDRESS.search(first)
        assert found, first + program.stderr.read()
        yield program, Client(int(found[1]), found[2])
    finally:
        program.kill()
        program.communicate()


def logged(desk):
    return desk.runs("reconcile-account", "log").out


def test_a_column_is_matched_and_ctrl_c_closes_the_register(desk):
    with reconciling(desk) as (program, client):
        keeps_to(MANIFEST, client.asks().json())
        answer = client.posts({"q0": {"query": "Aru Sampleva"}, "q1": {"query": "Данияр Қорғанбек"}}).json()
        keeps_to(RESULTS, answer)
        assert [one["result"][0]["name"] for one in answer.values()] == ["Aru Sampleva", "Daniyar Qorghanbek"]
        assert [one["result"][0]["match"] for one in answer.values()] == [True, False]
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=20)
    assert (program.returncode, err) == (0, "")
    assert out.endswith("Stopped; the register is closed.\n")
    assert "Sampleva" not in out + err
    assert "local" in logged(desk) and "Sampleva" not in logged(desk)


def test_a_signal_to_end_is_a_way_to_stop_too(desk):
    with reconciling(desk) as (program, _):
        program.terminate()
        assert program.communicate(timeout=20)[0].endswith("Stopped; the register is closed.\n")
        assert program.returncode == 0


def test_after_a_silence_it_ends_by_itself(desk):
    begun = time.monotonic()
    with reconciling(desk, "--idle-minutes", "0.03") as (program, _):
        out, err = program.communicate(timeout=30)
    assert (program.returncode, err) == (0, "")
    assert out.endswith("Nothing was asked for long; the register is closed.\n")
    assert time.monotonic() - begun < 20


def test_whoever_kills_it_loses_no_line_of_the_log(desk):
    before = logged(desk)
    with reconciling(desk) as (program, client):
        client.posts({f"q{number}": {"query": "Aru Sampleva"} for number in range(17)})
        program.kill()
    assert "17" in logged(desk).removeprefix(before) or "19" in logged(desk)
    assert desk.runs("check").code == 0


def test_two_may_run_on_one_register(desk):
    with reconciling(desk) as (_, one), reconciling(desk, "--reviewed") as (_, other):
        assert one.token != other.token
        assert one.finds("Aru Sampleva") and other.finds("Aru Sampleva")
        assert Client(other.port, one.token).asks().status == 404


def test_others_may_write_meanwhile_and_a_restart_shows_it(desk):
    with reconciling(desk) as (_, client):
        desk.takes("person,act,date\nZarina Oralkhan,detention,2020-12-01", "later.csv")
        assert client.finds("Zarina Oralkhan") == []
    with reconciling(desk) as (_, client):
        assert client.finds("Zarina Oralkhan")[0]["match"] is True


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--host", "0.0.0.0"], "beyond this machine the service needs --address, --certificate and"),
        (["--host", "0.0.0.0", "--address", "https://a.example"], "beyond this machine the service needs"),
        (["--address", "https://a.example"], "beyond this machine an account is needed"),
        (["--certificate", "a.pem"], "--certificate and --private-key belong together"),
        (["--certificate", "a.pem", "--private-key", "b.pem"], "a certificate needs the --address"),
        (["--openrefine", "*"], "the address of OpenRefine looks like"),
    ],
)
def test_it_refuses_to_start_unsafely_with_one_line(desk, options, why):
    answer = desk.tries("reconcile", "--port", "0", *options)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"tizim: {why}") and answer.err.count("\n") == 1


@pytest.mark.parametrize(
    "options",
    [["--names-a-minute", "5"], ["--names-a-day", "0"], ["--idle-minutes", "0"], ["--port", "70000"]],
)
def test_limits_cannot_be_nothing_and_ports_not_any_number(desk, options):
    assert desk.tries("reconcile", *options).code == 2


def test_an_account_is_made_used_listed_and_removed(desk):
    token = desk.runs("reconcile-account", "add", "desk-2").lines[0]
    assert desk.runs("reconcile-account", "list").lines == ["desk-2"]
    command = [PROGRAM, *desk.before, "reconcile", "--port", "0", "--address", "https://a.example"]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert program.stdout.readline().rstrip().endswith("https://a.example/TOKEN")
        port = int(listening(program.pid))
        client = Client(port, token, {"Host": "a.example"})
        assert client.finds("Aru Sampleva")[0]["match"] is True
        assert Client(port, token).asks().status == 404
        desk.runs("reconcile-account", "remove", "desk-2")
        assert client.asks().status == 404
    finally:
        program.terminate()
        program.communicate()
    assert desk.runs("reconcile-account", "list").out.startswith("No accounts")
    assert "desk-2" in logged(desk)


def listening(pid: int) -> str:
    """The port on which the process listens, as Linux tells it."""
    inodes = {link.readlink().name for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()}
    sockets = {found[1] for one in inodes if (found := re.match(r"socket:\[(\d+)\]", one))}
    for line in Path(f"/proc/{pid}/net/tcp").read_text().splitlines()[1:]:
        fields = line.split()
        if fields[9] in sockets and fields[3] == "0A":
            return str(int(fields[1].partition(":")[2], 16))
    raise AssertionError("it does not listen")


@pytest.mark.parametrize(
    "words", [["add"], ["remove"], ["list", "desk-2"], ["forget", "desk-2"], ["log", "x"]]
)
def test_an_account_is_asked_about_in_one_of_four_ways(desk, words):
    answer = desk.tries("reconcile-account", *words)
    assert answer.err == "tizim: say 'add NAME', 'remove NAME', 'list' or 'log'\n"


@pytest.mark.parametrize(("language", "said"), [("ru", "Учётных записей нет"), ("kk", "Есептік жазба жоқ")])
def test_it_speaks_three_languages(desk, language, said):
    assert desk.in_language(language, "reconcile-account", "list").out.startswith(said)
