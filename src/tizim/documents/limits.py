"""How much one file may ask for before it is refused."""

from collections.abc import Callable
from dataclasses import dataclass

MEGABYTE = 1_000_000


Told = Callable[[int, int], None]  # hears how far a file with pages has come: at which page, of how many


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may take: bytes as it lies there and unpacked, letters of text, seconds, memory.

    ``seconds`` is processor time in the worker; it may wait four times as long for the processor.
    ``memory`` is the worker's whole address space in bytes. ``parts`` are the files in one file, those
    in its parts included; they share ``unpacked_bytes``. ``seconds`` count anew for each page of a file
    with pages; ``read_pages`` is how many pages of a file are read from pictures, ``pixels`` how many
    points a picture may have, ``all_seconds`` the processor time for all pages of a file together.
    """

    file_bytes: int = 200 * MEGABYTE
    unpacked_bytes: int = 500 * MEGABYTE
    text_length: int = 20 * MEGABYTE
    seconds: int = 60
    memory: int = 2_000 * MEGABYTE
    parts: int = 10_000
    read_pages: int = 1_000
    pixels: int = 120_000_000
    all_seconds: int = 7_200


USUAL = Limits()


def megabytes(size: int) -> str:
    """A size for people: ``200 MB``."""
    return f"{size / MEGABYTE:.0f} MB" if size >= MEGABYTE else f"{size} bytes"
