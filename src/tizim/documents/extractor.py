"""Text out of files that nobody vouches for, in a process of its own with bounded memory and time."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from types import TracebackType
from typing import Any, BinaryIO, NamedTuple, Self, cast

from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted, LeftOut, Part
from tizim.documents.frames import receive, send
from tizim.documents.limits import USUAL, Limits, Told
from tizim.documents.worker import OUT_OF_MEMORY

_SERVES = 500  # files a worker reads before a fresh one takes its place
_PATIENCE = 4  # a busy machine may make the worker wait for the processor this much longer
_START_UP = 30  # seconds


class _Asked(NamedTuple):
    """A file to take the text out of: what it is called, how long it is, and what it may take."""

    file_name: str
    size: int
    declared: str
    limits: Limits


class _Died(Exception):  # noqa: N818
    """The worker ended before it answered."""


class Extractor:
    """Takes the text out of files, one at a time; its worker lives for many and is replaced when it dies.

    ``told`` hears how far a file with pages has come: at which page, of how many.
    """

    def __init__(self, limits: Limits = USUAL, told: Told = lambda page, pages: None) -> None:
        self.limits = limits
        self.told = told
        self._worker: _Worker | None = None

    def extract(
        self, stream: BinaryIO, *, file_name: str, size: int, declared: str = "", limits: Limits | None = None
    ) -> Extracted:
        """The text of the ``size`` bytes that the stream holds from where it stands.

        RefusedError if there is no text to be had; also if the file kills the worker. A worker that
        has served other files may be at fault itself: then a fresh one tries once more. EOFError if
        the stream is shorter than ``size``. ``limits`` are for a file in another one, where less is left.
        """
        asked = _Asked(file_name, size, declared, limits or self.limits)
        return self._taken(stream, asked)

    def _taken(self, stream: BinaryIO, asked: "_Asked") -> Extracted:
        start = stream.tell()
        worker = self._ready()
        served = worker.served
        try:
            return worker.ask(stream, asked)
        except _Died:
            self.close()
            if not served:
                raise _broke_down() from None
        except (RefusedError, EOFError) as error:
            if worker.is_spent:
                self.close()
            if not served or not _is_out_of_memory(error):
                raise
        stream.seek(start)
        return self._taken(stream, asked)

    def draw(self, stream: BinaryIO, *, media_type: str, size: int, page: int, mark: str = "") -> bytes:
        """A page of the file, from 1, in PNG or JPEG; RefusedError where there is none to be had.

        ``mark``: words that are framed on the page of a PDF.
        """
        start = stream.tell()
        worker = self._ready()
        served = worker.served
        try:
            return worker.draw(stream, size, {"media_type": media_type, "page": page, "mark": mark})
        except _Died:
            self.close()
            if not served:
                raise _broke_down() from None
        stream.seek(start)
        return self.draw(stream, media_type=media_type, size=size, page=page, mark=mark)

    def close(self) -> None:
        """Ends the worker, if there is one."""
        if self._worker:
            self._worker.end()
            self._worker = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ready(self) -> "_Worker":
        if self._worker and self._worker.served >= _SERVES:
            self.close()
        if self._worker is None:
            self._worker = _Worker(self.limits, self.told)
        return self._worker


def worker_command() -> Sequence[str]:
    """How a worker is started; with ``-P`` no module that lies in the current folder is taken for ours."""
    return (sys.executable, "-P", "-m", "tizim.documents.worker")


class _Worker:
    def __init__(self, limits: Limits, told: Told) -> None:
        self.limits, self._told = limits, told
        self.served = 0
        self.is_spent = False
        self._ran_out = False
        # Nothing of the caller's environment is passed on: it may hold a passphrase.
        self._process = subprocess.Popen(
            worker_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            cwd=os.path.abspath(os.sep),
        )
        self._requests = cast(BinaryIO, self._process.stdin)
        self._replies = cast(BinaryIO, self._process.stdout)

    def ask(self, stream: BinaryIO, asked: _Asked) -> Extracted:
        about = {"file": {"file_name": asked.file_name, "declared": asked.declared}}
        for_file, self._for_page = self._timer(self.limits.all_seconds), self._timer(self.limits.seconds)
        try:
            header, body = self._exchange(stream, asked.size, about | {"limits": asdict(asked.limits)})
            if "refused" not in header:
                header["parts"] = tuple(self._parts(header, asked.limits))
        finally:
            for_file.cancel()
            self._for_page.cancel()
        self.is_spent = False
        self.served += 1
        self._refuse(header)
        return self._checked(header, body)

    def draw(self, stream: BinaryIO, size: int, wanted: dict[str, Any]) -> bytes:
        """The picture of a page."""
        self._for_page = self._timer(self.limits.seconds)
        try:
            header, body = self._exchange(stream, size, {"draw": wanted, "limits": asdict(self.limits)})
        finally:
            self._for_page.cancel()
        self.is_spent = False
        self.served += 1
        self._refuse(header)
        return body

    def _refuse(self, header: dict[str, Any]) -> None:
        if "refused" in header:
            what, hint = header["refused"]
            self.is_spent = what == OUT_OF_MEMORY
            raise RefusedError(str(what), str(hint))

    def _checked(self, header: dict[str, Any], body: bytes) -> Extracted:
        """The worker's answer, not trusted: wrong fields or broken text count as a broken worker."""
        try:
            pages = tuple(int(page) for page in header.pop("pages"))
            left_out = tuple(LeftOut(*map(str, one)) for one in header.pop("left_out"))
            made: dict[str, Any] = {"text": body.decode("utf-8"), "pages": pages, "left_out": left_out}
            return Extracted(**made, **_texts(header, "parts"))
        except (TypeError, ValueError, KeyError):
            self.is_spent = True
            raise _broke_down() from None

    def _exchange(self, stream: BinaryIO, size: int, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        self.is_spent = True  # until the whole answer is here
        with contextlib.suppress(BrokenPipeError):  # it may have answered before it went
            send(self._requests, request, stream, size)
        reply = self._reply(8 * self.limits.text_length)
        while "at_page" in reply[0]:
            self._go_on(reply[0])
            reply = self._reply(8 * self.limits.text_length)
        return reply

    def _go_on(self, header: dict[str, Any]) -> None:
        """The next page has time of its own; all together have that of the file."""
        self._for_page.cancel()
        self._for_page = self._timer(self.limits.seconds)
        page, pages = header["at_page"], header.get("of")
        if isinstance(page, int) and isinstance(pages, int):
            self._told(page, pages)

    def _timer(self, seconds: int) -> threading.Timer:
        timer = threading.Timer(_START_UP + _PATIENCE * seconds, self._run_out)
        timer.daemon = True
        timer.start()
        return timer

    def _reply(self, most: int) -> tuple[dict[str, Any], bytes]:
        try:
            reply = receive(self._replies, most=most)
        except ValueError:
            reply = None
        if reply is None:
            raise self._death()
        return reply

    def _parts(self, header: dict[str, Any], limits: Limits) -> Iterator[Part]:
        """The files that the file holds, as many and as long together as the limits allow."""
        count, left = header.get("parts", 0), limits.unpacked_bytes
        if not isinstance(count, int) or count > limits.parts:
            raise self._death()
        for _ in range(count):
            about, content = self._reply(left)
            left -= len(content)
            try:
                yield Part(content=content, **_texts(about))
            except TypeError:
                raise self._death() from None

    def _death(self) -> Exception:
        self.end()
        if self._ran_out or self._process.returncode == -signal.SIGXCPU:
            return RefusedError(
                f"takes longer than {self.limits.seconds} seconds to read.", "Part it into smaller files."
            )
        return _Died()

    def _run_out(self) -> None:
        self._ran_out = True
        self._process.kill()

    def end(self) -> None:
        self._process.kill()
        for pipe in (self._replies, self._requests):
            with contextlib.suppress(BrokenPipeError):  # what was still to be sent has nobody to read it
                pipe.close()
        self._process.wait()


def _texts(fields: dict[str, Any], *others: str) -> dict[str, Any]:
    """The fields as texts or nothing, whatever was sent; the others as they are."""
    return {name: value if value is None or name in others else str(value) for name, value in fields.items()}


def _broke_down() -> RefusedError:
    return RefusedError("breaks the program that reads it: it is damaged or hostile.", "Get another copy.")


def _is_out_of_memory(error: Exception) -> bool:
    return isinstance(error, RefusedError) and error.what == OUT_OF_MEMORY
