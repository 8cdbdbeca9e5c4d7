"""The process that opens files nobody vouches for: little memory, little time, no way to write a file.

Started by ``Extractor`` as ``python -m tizim.documents.worker``; it serves until its input ends. It
gets bytes and a file name, never a path, and gives back JSON and text or a picture, never objects.
"""

import contextlib
import io
import os
import sys
from dataclasses import asdict, replace
from functools import partial
from typing import Any, BinaryIO

from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Part
from tizim.documents.extraction import extract
from tizim.documents.frames import receive, send
from tizim.documents.limits import Limits, Told

OUT_OF_MEMORY = "needs more memory than the limit allows."


def serve() -> None:
    """Answers one file after the other until the input ends or the memory gives out."""
    replies = _own_output()
    requests = sys.stdin.buffer
    bounded = False
    while True:
        try:
            request = receive(requests, most=1 << 40)
            if request is None:
                return
            limits = Limits(**request[0]["limits"])
            bounded = bounded or _bound(limits)
            _allow_time(limits.seconds)
            told = partial(_at_page, replies, limits)
            header, body, parts = (
                picture(request[1], **request[0]["draw"])
                if "draw" in request[0]
                else answer(request[1], limits, told=told, **request[0]["file"])
            )
        except MemoryError:
            send(replies, {"refused": [OUT_OF_MEMORY, "Part it into smaller files."]}, io.BytesIO(), 0)
            return
        send(replies, header, io.BytesIO(body), len(body))
        for part in parts:
            send(replies, _about(part), io.BytesIO(part.content), len(part.content))
        request, parts = None, ()


def answer(
    content: bytes,
    limits: Limits,
    *,
    file_name: str,
    declared: str = "",
    told: Told = lambda page, pages: None,
) -> tuple[dict[str, Any], bytes, tuple[Part, ...]]:
    """What was taken out of the file, or why nothing was, in a form that can be sent, and the files in it."""
    try:
        found = extract(content, file_name=file_name, limits=limits, declared=declared, told=told)
    except RefusedError as refusal:
        return {"refused": [refusal.what, refusal.hint]}, b"", ()
    header = asdict(replace(found, text="", parts=()))
    del header["text"]
    return {**header, "parts": len(found.parts)}, found.text.encode("utf-8"), found.parts


def picture(
    content: bytes, *, media_type: str, page: int, mark: str = ""
) -> tuple[dict[str, Any], bytes, tuple[Part, ...]]:
    """A page of the file as a picture, or why there is none, in a form that can be sent."""
    from tizim.documents.drawing import drawn  # most workers draw nothing

    try:
        return {"page": page}, drawn(content, media_type, page, mark), ()
    except RefusedError as refusal:
        return {"refused": [refusal.what, refusal.hint]}, b"", ()


def _at_page(replies: BinaryIO, limits: Limits, page: int, pages: int) -> None:
    """Tells the caller how far it is, and gives the page time of its own."""
    _allow_time(limits.seconds)
    send(replies, {"at_page": page, "of": pages}, io.BytesIO(), 0)


def _about(part: Part) -> dict[str, Any]:
    about = asdict(replace(part, content=b""))
    del about["content"]
    return about


def _own_output() -> BinaryIO:
    """The real output, out of reach of libraries that print: what they print goes nowhere."""
    replies = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return replies


def _bound(limits: Limits) -> bool:
    """Bounds the memory, and forbids written files and core dumps; done once."""
    import resource

    bounds = (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_AS, limits.memory),
    )
    for what, most in bounds:
        # A system that cannot bound one of them (macOS: address space) still has the other bounds.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))
    return True


def _allow_time(seconds: int) -> None:
    """Gives the next file so many seconds of the processor; past them the system ends the process."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + 1 + seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


if __name__ == "__main__":
    serve()
