"""The real ``tizim serve`` over a register of invented people, and a real Chromium that looks at it.

A test takes ``server`` and ``page_of``:

    def test_it(server, page_of):
        page = page_of("documenter")      # a browser of its own, come in as somebody of that role
        page.goto(server.address + "/documents/")

``new_server`` serves the same register before anybody has an account (``start_address`` makes the first one).
At the end no page may have asked another host, loaded what it may not, or raised an error in its script.
"""

import http.client
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.web.desk.pattern import PASSWORD

_PATIENCE = 15_000
"""Milliseconds that a test waits for something to appear, on a machine that has more to do."""
ROOT = Path(__file__).resolve().parent.parent.parent
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+$", re.MULTILINE)
_START = re.compile(r"http://127\.0\.0\.1:\d+/start/\S+")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


class Server:
    """``tizim serve`` over one register in a process of its own, to be stopped and started as often as wanted."""

    def __init__(self, folder: Path, key: Path) -> None:
        self.folder, self.key = folder, key
        self.address, self.start_address = "", ""
        self._process, self._said = None, folder.with_suffix(".said")

    def start(self, *options: str) -> None:
        """Serves on a free port, later on the port it had before."""
        port = self.address.rpartition(":")[2] or "0"
        with self._said.open("w") as said:
            self._process = subprocess.Popen(
                self._call("serve", "--port", port, *options),
                stdout=said,
                stderr=said,
                env=_surroundings(),
                cwd=ROOT,
            )
        self.address = self._awaited(_ADDRESS)
        _answers(self.address)
        found = _START.search(self._said.read_text())
        self.start_address = found[0] if found else ""

    def stop(self) -> None:
        """The server goes away."""
        if self._process and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(timeout=30)

    def tizim(self, *arguments: str) -> str:
        """What a verb of the command line prints over the same register."""
        done = subprocess.run(
            self._call(*arguments), capture_output=True, text=True, env=_surroundings(), cwd=ROOT, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _call(self, *arguments: str) -> list[str]:
        program = [sys.executable, "-c", "from tizim.cli import main; main()"]
        return [*program, "--register", str(self.folder), "--key-file", str(self.key), *arguments]

    def _awaited(self, pattern: re.Pattern) -> str:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if found := pattern.search(self._said.read_text()):
                return found[0]
            assert self._process.poll() is None, self._said.read_text()
            time.sleep(0.05)
        raise AssertionError("the desk did not start in a minute")


def _surroundings() -> dict[str, str]:
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    return {**os.environ, "PYTHONPATH": path, "TIZIM_LANGUAGE": "en"}


def _answers(address: str) -> None:
    line = http.client.HTTPConnection(address.removeprefix("http://"), timeout=60)
    line.request("GET", "/account/login/")
    assert line.getresponse().status == 200
    line.close()


@contextmanager
def serving(folder: Path, key: Path) -> Iterator[Server]:
    """The register in the folder, served."""
    one = Server(folder, key)
    one.start()
    try:
        yield one
    finally:
        one.stop()


@pytest.fixture
def server(pattern, copy_of) -> Iterator[Server]:
    """The desk over a register that this test may change, with somebody of each role (``documenter-1`` …)."""
    with serving(copy_of(), pattern / "register.key") as one:
        yield one


@pytest.fixture
def new_server(pattern, copy_of) -> Iterator[Server]:
    """The desk over a register that nobody has come into yet."""
    with serving(copy_of(anew=True), pattern / "register.key") as one:
        yield one


@pytest.fixture(scope="package")
def chromium(
    pattern, pattern_server
):  # the registers first: Django refuses its database while a browser is driven
    """A Chromium without a window; without one the test is skipped, and fails in CI."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail("there is no Chromium, and CI must not skip")
        pytest.skip("there is no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=list(QUIET))
        yield browser
        browser.close()


class Watch:
    """What pages did that no page of the desk may do."""

    def __init__(self) -> None:
        self.wrong: list[str] = []

    def over(self, page, address: str) -> None:
        """Keeps an eye on the page."""
        page.on("request", lambda one: self._asked(one.url, address))
        page.on("pageerror", lambda one: self.wrong.append(f"error in a script: {one}"))
        page.on("console", lambda one: self._said(one.text))

    def _asked(self, url: str, address: str) -> None:
        if not url.startswith((address, "data:", "about:", "blob:")):
            self.wrong.append(f"asked another host: {url}")

    def _said(self, text: str) -> None:
        if "Content Security Policy" in text:
            self.wrong.append(text)


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Fails the test at its end if a page did what none may."""
    one = Watch()
    yield one
    assert one.wrong == []


@pytest.fixture
def new_page(chromium, watch, request):
    """Opens a browser of its own that nobody has come into, at a server, as wide as wanted."""
    contexts = []

    def opened(server: Server, *, width: int = 1280, height: int = 900, locale: str = "en-GB"):
        context = chromium.new_context(viewport={"width": width, "height": height}, locale=locale)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(_PATIENCE)
        watch.over(page, server.address)
        return page

    yield opened
    for one in contexts:
        one.close()


@pytest.fixture
def page_of(server, new_page):
    """Opens a browser of its own and comes in as somebody of the role, with the password."""

    def entered(role: str, *, width: int = 1280, height: int = 900):
        page = new_page(server, width=width, height=height)
        page.goto(f"{server.address}/account/login/")
        page.fill("input[name=login]", f"{role}-1")
        page.fill("input[name=password]", PASSWORD)
        page.press("input[name=password]", "Enter")
        page.wait_for_url(f"{server.address}/")
        return page

    return entered
