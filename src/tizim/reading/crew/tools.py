"""What a worker reads with, and the bounds within which it reads."""

import contextlib
import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from tizim.documents import Extractor
    from tizim.documents.metadata import Metadata

_SECONDS = 60
_SIGNS_A_SECOND = 10_000  # a reader does ten times as many


@dataclass(frozen=True, slots=True)
class Failed:
    """Why nothing came of a task, for one line."""

    what: str
    hint: str = ""

    def line(self, shown: str) -> str:
        """The line, with the name of what was to be read."""
        return f"{shown}: {self.what} {self.hint}".rstrip()


class Tools:
    """One extractor and the sheets beside files, made when they are first needed and used for many."""

    def __init__(self) -> None:
        self._extractor: Extractor | None = None
        self._metadata: Metadata | None = None

    @property
    def extractor(self) -> "Extractor":
        """What takes the text out of files."""
        if self._extractor is None:
            from tizim.documents import Extractor

            self._extractor = Extractor()
        return self._extractor

    @property
    def metadata(self) -> "Metadata":
        """What sheets say about files."""
        if self._metadata is None:
            from tizim.documents.metadata import Metadata

            self._metadata = Metadata({})
        return self._metadata

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._extractor is not None:
            self._extractor.close()


class _TooLongError(Exception):
    pass


def finished(work: Callable[[Tools], Any], tools: Tools) -> Any:
    """What the work gives; ``Failed`` if a fault of a reader, of the memory or of time is in the way.

    The message of a fault could hold a name: only its kind and place are told.
    """
    try:
        return work(tools)
    except MemoryError:
        return Failed("needs more memory than there is.", "Part it into smaller files.")
    except RecursionError:
        return Failed("is nested too deep to be read.", "Code it by hand.")
    except Exception as error:  # noqa: BLE001 - one text must not end the rest
        return Failed(f"a fault of the reader ({_place(error)}).", "Code it by hand, and report the place.")


@contextmanager
def patience(length: int) -> Iterator[None]:
    """Ends what takes much longer for a text of this length than any text should; TooLong is then raised."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _run_out)
    signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS + length / _SIGNS_A_SECOND)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def within(length: int, work: Callable[[], Any]) -> Any:
    """What the work gives, or ``Failed`` if a text of this length keeps it too long."""
    with contextlib.suppress(_TooLongError), patience(length):
        return work()
    return Failed("takes too long to read.", "Part it into smaller files.")


def _run_out(number: int, frame: FrameType | None) -> None:
    raise _TooLongError


def _place(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {Path(frame.filename).stem}:{frame.lineno}"
