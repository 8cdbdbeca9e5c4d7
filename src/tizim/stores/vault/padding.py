"""Padding: the size of an encrypted file must not tell which document it is.

A file of the size of a known document would show that the document is here. So each content is filled
up by a byte 0x80 and zeros to a size that many contents share (Padmé: Nikitin and others, "Reducing
metadata leakage from encrypted files", PETS 2019): at most 12 % more, and at least a kilobyte.
"""

from collections.abc import Iterable, Iterator

_SMALLEST = 1024
_END = b"\x80"


def padded_size(size: int) -> int:
    """The size that a content of this size is filled up to; always larger."""
    least = max(size + 1, _SMALLEST)
    exponent = least.bit_length() - 1
    free_bits = exponent - exponent.bit_length()
    mask = (1 << free_bits) - 1
    return (least + mask) & ~mask


class Padding:
    """What follows a content of some size, to be read in pieces."""

    def __init__(self, size: int) -> None:
        self._left = padded_size(size) - size
        self._begun = False

    def read(self, count: int) -> bytes:
        """The next bytes, none at the end."""
        count = min(count, self._left)
        self._left -= count
        if self._begun or not count:
            return bytes(count)
        self._begun = True
        return _END + bytes(count - 1)


def unpadded(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The content without its padding, piece by piece; ValueError if the padding is not there.

    Zeros are only counted until something follows them, so however many there are take no room.
    """
    held, zeros = b"", 0
    for piece in pieces:
        solid = piece.rstrip(b"\0")
        if solid:
            yield held
            yield from _zeros(zeros)
            yield solid[:-1]
            held, zeros = solid[-1:], 0
        zeros += len(piece) - len(solid)
    if held != _END:
        raise ValueError("the padding is missing")


def _zeros(count: int) -> Iterator[bytes]:
    while count:
        some = min(count, 1 << 16)
        yield bytes(some)
        count -= some
