"""The program Tesseract: where it lies, which languages it has, and how it is run with bounds."""

import contextlib
import signal
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

# Where system packages put programs; the environment of whoever runs this is not asked.
FOLDERS: tuple[str, ...] = (
    "/usr/local/bin",
    "/usr/bin",
    "/bin",
    "/opt/homebrew/bin",
    "/opt/local/bin",
)
LANGUAGES = ("kaz", "rus", "eng")
MEMORY = 1_500_000_000
_ALONE = {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C"}
_OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)
_QUESTION = 20  # seconds for what it says about itself


@dataclass(frozen=True, slots=True)
class Wanting:
    """Why no picture can be read here, and what to do."""

    what: str
    remedy: str

    @property
    def hint(self) -> str:
        """What to do, and what then reads the files that wait."""
        return f"{self.remedy}; then 'tizim add --again' reads it."


class Answer(NamedTuple):
    """What the program put out; ``None`` if it failed or, where ``slow``, was ended before it had done."""

    text: str | None
    slow: bool = False


@dataclass(frozen=True, slots=True)
class Program:
    """An installed Tesseract with the three languages; ``turns`` if it can tell which way up a page lies."""

    path: str
    version: str
    turns: bool

    @property
    def extractor(self) -> str:
        """How it is named as what took a text out: ``tesseract 5.3 kaz+rus+eng 1``."""
        return f"tesseract {self.version} {'+'.join(LANGUAGES)} 1"

    def look(self, picture: bytes, *options: str, seconds: int) -> "Answer":
        """The words that it sees, as a table of tabs.

        The picture goes in by its input and the words come out by its output: no file is written. What it
        does not know as a picture it takes for a list of files to open: hand it pictures only.
        """
        return _run((self.path, "stdin", "stdout", *options, "tsv"), picture, seconds)


def program() -> Program | Wanting:
    """The program, or what to install."""
    return _found(FOLDERS)


@cache
def _found(folders: tuple[str, ...]) -> Program | Wanting:
    there = (Path(folder) / "tesseract" for folder in folders)
    path = next((str(path) for path in there if path.is_file()), None)
    if path is None:
        return _wanting("Tesseract, which reads pictures, is not installed", ("",))
    known = _run((path, "--list-langs"), b"", _QUESTION).text
    version = _run((path, "--version"), b"", _QUESTION).text
    if not known or not version:
        return Wanting("Tesseract is installed and does not run", "See what 'tesseract --version' says")
    languages = frozenset(known.split())
    missing = [name for name in LANGUAGES if name not in languages]
    if missing:
        return _wanting(f"Tesseract lacks {', '.join(missing)}", tuple(f"-{name}" for name in missing))
    return Program(path, ".".join(version.split()[1].split(".")[:2]), "osd" in languages)


def _wanting(what: str, packages: tuple[str, ...]) -> Wanting:
    every = ("", *(f"-{name}" for name in LANGUAGES)) if packages == ("",) else packages
    named = " ".join(f"tesseract-ocr{name}" for name in every)
    return Wanting(what, f"Run 'make system', or 'apt install {named}'")


def _run(command: tuple[str, ...], sent: bytes, seconds: int) -> Answer:
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_ALONE,
            cwd="/",
        )
    except OSError:
        return Answer(None)
    with process:
        _bound(process.pid, seconds)
        try:
            out, _ = process.communicate(sent, timeout=4 * seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            return Answer(None, slow=True)
    text = out.decode("utf-8", "replace") if process.returncode == 0 else None
    return Answer(text, slow=process.returncode in _OUT_OF_TIME)


def _bound(pid: int, seconds: int) -> None:
    """Bounds a process; where the system cannot do that to another one, it has the bounds of its caller."""
    import resource

    bounds = (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, MEMORY),
    )
    with contextlib.suppress(AttributeError, OSError, ValueError):  # not on macOS; or it has ended
        for what, most in bounds:
            resource.prlimit(pid, what, (most, most))
