"""The command line in this process: arguments in, what was printed and the exit code out."""

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tizim.cli import main


@dataclass(frozen=True)
class Answer:
    """What a call printed, and how it ended."""

    out: str
    err: str
    code: int

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    def json(self) -> Any:
        return json.loads(self.out)


def called(*arguments: str, stdin: str = "") -> Answer:
    """One call of the program, through its own door."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    code = 0
    asked = patch.multiple(sys, argv=["tizim", *arguments], stdin=io.StringIO(stdin))
    with redirect_stdout(out), redirect_stderr(err), asked:
        try:
            main()
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 0
    return Answer(_printed(out), _printed(err), code)


def _printed(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Desk:
    """A register with its key file in a folder, and calls that name both."""

    home: Path

    @property
    def before(self) -> list[str]:
        return ["--register", str(self.home / "reg"), "--key-file", str(self.home / "own.key")]

    def tries(self, *arguments: str, stdin: str = "") -> Answer:
        """A call that may go wrong."""
        return called(*self.before, *map(str, arguments), stdin=stdin)

    def runs(self, *arguments: str) -> Answer:
        """A call that must go well."""
        answer = self.tries(*arguments)
        assert (answer.code, answer.err) == (0, ""), answer
        return answer

    def asks(self, *arguments: str) -> Any:
        """The answer as JSON."""
        return self.runs(*arguments, "--format", "json").json()

    def in_language(self, language: str, *arguments: str) -> Answer:
        return called(*self.before, "--language", language, *arguments)

    def table(self, text: str, name: str = "claims.csv") -> Path:
        """A file with this text, such as a table of claims."""
        path = self.home / name
        path.write_text(text.strip() + "\n", encoding="utf-8")
        return path

    def takes(self, text: str, name: str = "claims.csv") -> str:
        """Imports a table of claims; the id of its document comes back."""
        return document_of(self.runs("import", str(self.table(text, name))))


def document_of(imported: Answer) -> str:
    """The id of the table that an import named for undoing."""
    return imported.out.rsplit("undo-import ", 1)[1].split()[0]
