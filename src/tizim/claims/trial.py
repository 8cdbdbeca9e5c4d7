"""Whether a workbook can be opened at all: tried first in a process of its own, with bounded memory and time.

The parser is native code; a damaged file may end the process that opens it. What the trial survives, the
same parser opens here in the same way. Run as a script, the module is that process: it imports nothing of
tizim, gets the bytes on standard input and prints nothing.
"""

import io
import subprocess
import sys

_MEMORY = 4 << 30
_SECONDS = 120
_PATIENCE = 4  # a busy machine may make the process wait this much longer


def survives(content: bytes) -> bool:
    """Whether the parser comes back from this workbook, with its sheets or with an error of its own."""
    command = (sys.executable, "-P", __file__)
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(
            command, input=content, stdout=quiet, stderr=quiet, timeout=_SECONDS * _PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _tried(content: bytes) -> None:
    """Opens every sheet; errors that the parser itself tells are no breakdown."""
    import resource

    from python_calamine import CalamineError, CalamineWorkbook

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            book.get_sheet_by_name(name)
    except (CalamineError, ValueError, OSError):
        pass


if __name__ == "__main__":
    _tried(sys.stdin.buffer.read())
