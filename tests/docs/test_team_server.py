"""The files for a server that stand beside the page on it: nothing in them may be lost, and their programs take them."""

import configparser
import re
import shlex
import shutil
import subprocess

import pytest
import typer

from tests.docs.pages import HOW_TO
from tizim.cli import app
from tizim.cli.serving import _WAITRESS
from tizim.web.desk.uploads import MOST

FOLDER = HOW_TO / "team-server"
UNITS = ("tizim-desk.service", "tizim-work.service")


def directives(text):
    """Each directive of a file for nginx with its words, without the blocks around them."""
    plain = re.sub(r"^\s*#.*$", "", text, flags=re.MULTILINE)
    return [shlex.split(one) for one in re.split(r"[;{}]\s*", plain) if one.strip()]


@pytest.fixture(scope="module")
def said():
    found = {}
    for name, *words in directives((FOLDER / "nginx.conf").read_text("utf-8")):
        found.setdefault(name, []).append(words)
    return found


def unit(name):
    file = configparser.ConfigParser(strict=False, interpolation=None)
    file.optionxform = str
    file.read(FOLDER / name, encoding="utf-8")
    return file


def test_the_proxy_puts_nothing_into_files_and_keeps_nobody(said):
    assert said["proxy_request_buffering"] == [["off"]] and said["proxy_max_temp_file_size"] == [["0"]]
    assert said["access_log"] == [["off"]] * len(said["server"])
    assert {words[0] for words in said["error_log"]} == {"/dev/null"}
    assert len(said["error_log"]) == len(said["server"])


def test_the_proxy_takes_what_the_desk_takes(said):
    (most,) = said["client_max_body_size"][0]
    assert MOST < int(most.removesuffix("m")) << 20 == _WAITRESS["max_request_body_size"]


def test_the_proxy_says_itself_what_the_desk_believes(said):
    told = {name: value for name, value in said["proxy_set_header"]}
    assert told["X-Forwarded-Proto"] == "$scheme" and told["Host"] == "$host"
    assert said["return"][0][1].startswith("https://")
    assert set(said["ssl_protocols"][0]) == {"TLSv1.2", "TLSv1.3"}


def test_the_proxy_asks_where_the_desk_listens(said):
    port = next(one for one in command("serve").params if one.name == "port").default
    assert said["proxy_pass"] == [[f"http://127.0.0.1:{port}"]]


def command(name):
    return typer.main.get_command(app).commands[name]


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_starts_a_verb_that_there_is(name):
    program, option, register, verb, *options = shlex.split(unit(name)["Service"]["ExecStart"])
    assert (program, option) == ("/srv/tizim/bin/tizim", "--register")
    assert unit(name)["Service"]["ReadWritePaths"] == register
    context = command(verb).make_context(verb, options)
    assert context.params.get("address") == ("https://desk.example.org" if verb == "serve" else None)


def test_both_units_are_the_same_but_for_what_they_start():
    desk, work = (dict(unit(name)["Service"]) for name in UNITS)
    assert desk.pop("ExecStart") != work.pop("ExecStart") and desk == work


def test_a_unit_keeps_memory_off_the_disk_and_has_no_right_of_root():
    service = unit(UNITS[0])["Service"]
    assert (service["LimitCORE"], service["MemorySwapMax"], service["UMask"]) == ("0", "0", "0077")
    assert (service["User"], service["CapabilityBoundingSet"]) == ("tizim", "")
    assert service["LoadCredentialEncrypted"] == "tizim-passphrase"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd on this machine")
@pytest.mark.parametrize("name", UNITS)
def test_systemd_understands_a_unit_and_finds_it_closed(name, tmp_path):
    text = (FOLDER / name).read_text("utf-8").replace("/srv/tizim/bin/tizim", "/bin/true")
    (tmp_path / name).write_text(re.sub(r"^(Requires|After)=.*\n", "", text, flags=re.MULTILINE), "utf-8")
    for verb in (["verify"], ["security", "--offline=true", "--threshold=20"]):
        done = subprocess.run(
            ["systemd-analyze", "--no-pager", *verb, tmp_path / name],
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0 and name not in done.stderr, done.stdout + done.stderr


@pytest.mark.skipif(not shutil.which("nginx"), reason="there is no nginx on this machine")
def test_nginx_understands_its_file(tmp_path):
    text = (FOLDER / "nginx.conf").read_text("utf-8")
    text = re.sub(r"^\s*(listen \[|ssl_certificate).*\n", "", text, flags=re.MULTILINE)
    text = text.replace("listen 80", "listen 127.0.0.1:8480").replace(
        "listen 443 ssl", "listen 127.0.0.1:8443"
    )
    whole = f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ {text} }}"
    (tmp_path / "nginx.conf").write_text(whole, "utf-8")
    done = subprocess.run(
        ["nginx", "-t", "-p", tmp_path, "-c", tmp_path / "nginx.conf"],
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.returncode == 0, done.stderr
