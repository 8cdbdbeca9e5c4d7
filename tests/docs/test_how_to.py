"""Every command on the pages of how-to does what it says, in the order of the page, on the sample material."""

import re
import shlex
import shutil
import subprocess

import pytest

from tests.cli.conftest import copied
from tests.cli.desk import called
from tests.docs.pages import HOW_TO, ROOT
from tizim import samples
from tizim.cli import door, initialising

PAGES = sorted(path.name for path in HOW_TO.glob("*.md"))
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
WORDS = "seven quiet lamps by the river"


@pytest.fixture(scope="module")
def practised(blank_home, tmp_path_factory):
    """A register with the sample documents, read, and the claims coded by hand."""
    desk = copied(blank_home, tmp_path_factory.mktemp("practised"))
    desk.runs("add", samples.folder() / "documents")
    desk.runs("read", "--keep")
    desk.runs("import", samples.folder() / "coded.csv")
    desk.runs("claims", "--format", "csv")
    return desk.home


@pytest.fixture(scope="module")
def blank_home(tmp_path_factory):
    home = tmp_path_factory.mktemp("blank")
    made = called("--register", str(home / "reg"), "--key-file", str(home / "own.key"), "init")
    assert made.code == 0, made
    return home


@pytest.fixture
def place(practised, tmp_path, monkeypatch):
    """A folder with the register under its usual name, a key file, and the sample material."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIZIM_KEY_FILE", str(tmp_path / "own.key"))
    copied(practised, tmp_path)
    (tmp_path / "reg").rename(tmp_path / "tizim-register")
    shutil.copytree(samples.folder(), tmp_path / "practice")
    (tmp_path / "stick").mkdir()
    for module in (door, initialising):
        monkeypatch.setattr(module, "ask_passphrase", lambda *_, **__: WORDS)
    return tmp_path


class Reader:
    """Somebody who follows a page: types its commands, fills in the ids that were printed before."""

    def __init__(self, place):
        self.place = place
        self.printed = ""

    def follows(self, text):
        for language, block in BLOCK.findall(text):
            if language == "yaml":
                self.saves(block)
            elif language == "sh":
                for line in block.splitlines():
                    self.types(line)

    def saves(self, block):
        name = re.match(r"# (\S+\.yml)\n", block)
        if name:
            (self.place / name[1]).write_text(block, encoding="utf-8")

    def types(self, line):
        words = self.filled_in(shlex.split(line, comments=True))
        if words[0] != "tizim":
            subprocess.run(words, cwd=self.place, check=True, timeout=60)
            return
        into = words[words.index(">") + 1] if ">" in words else None
        answer = called(*words[1 : words.index(">") if into else None])
        assert (answer.code, answer.err) == (0, ""), f"{line}\n{answer.out}{answer.err}"
        self.printed += answer.out
        if into:
            (self.place / into).write_text(answer.out, encoding="utf-8", newline="")

    def filled_in(self, words):
        """The words with the ids printed last in the places of ``c-…``, ``p-…`` and so on, each once."""
        used = []
        for word in words:
            if word.endswith("-…"):
                known = re.findall(rf"\b{word[0]}-[0-9a-f-]+\b", self.printed)
                word = next((one for one in reversed(known) if one not in used), word)
            used.append(word)
        return used


@pytest.mark.parametrize("name", PAGES)
def test_every_command_of_a_page_is_true(place, name, monkeypatch):
    text = (HOW_TO / name).read_text(encoding="utf-8")
    if "passphrase" in name:
        assert called("passphrase").code == 0
        monkeypatch.delenv("TIZIM_KEY_FILE")
    Reader(place).follows(text)


def test_every_command_of_the_tutorial_is_true(place):
    shutil.rmtree(place / "tizim-register")
    shutil.rmtree(place / "practice")
    (place / "src").symlink_to(ROOT / "src")
    reader = Reader(place)
    reader.follows((ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8"))
    assert "25 added" in reader.printed and "1 set aside" in reader.printed


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_how_to_is_a_page(name):
    assert len((HOW_TO / name).read_text(encoding="utf-8").splitlines()) < 90


def test_the_pages_that_are_promised_are_there():
    assert PAGES == [
        "backup-and-passphrase.md",
        "desk.md",
        "files-to-a-list.md",
        "openrefine.md",
        "own-definition.md",
        "publish-a-list.md",
        "review-by-query.md",
        "same-or-different.md",
        "second-reader.md",
        "spreadsheet-in.md",
        "team-server.md",
    ]
