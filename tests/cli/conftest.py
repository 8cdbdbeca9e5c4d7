"""A small register to work on, and the command line called as the program calls it."""

import shutil
from pathlib import Path

import pytest

from tests.cli.desk import Desk, called


@pytest.fixture(autouse=True)
def _quiet_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in a folder of its own, with none of this machine's settings."""
    _quieten(monkeypatch, tmp_path)


def _quieten(patched: pytest.MonkeyPatch, place: Path) -> None:
    patched.chdir(place)
    for name in ("TIZIM_REGISTER", "TIZIM_KEY_FILE", "TIZIM_LANGUAGE"):
        patched.delenv(name, raising=False)
    patched.setenv("TIZIM_USER", "desk-1")


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty register and its key file, made once; tests copy it."""
    home = tmp_path_factory.mktemp("blank")
    made = called("--register", str(home / "reg"), "--key-file", str(home / "own.key"), "init")
    assert made.code == 0, made
    return home


@pytest.fixture
def desk(blank: Path, tmp_path: Path) -> Desk:
    """An empty register of this test's own."""
    return copied(blank, tmp_path)


@pytest.fixture(scope="module")
def told_once(request: pytest.FixtureRequest, blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with what the module's ``tell`` puts into it, made once; tests copy it."""
    home = tmp_path_factory.mktemp("told")
    with pytest.MonkeyPatch.context() as patched:
        _quieten(patched, home)
        request.module.tell(copied(blank, home))
    return home


@pytest.fixture
def told(told_once: Path, tmp_path: Path) -> Desk:
    """The register that the module tells of, as a copy of this test's own."""
    shutil.copytree(told_once, tmp_path, dirs_exist_ok=True)
    return Desk(tmp_path)


def copied(home: Path, to: Path) -> Desk:
    """A register is a folder: a copy of it is a register."""
    shutil.copytree(home / "reg", to / "reg")
    shutil.copy(home / "own.key", to / "own.key")
    return Desk(to)
