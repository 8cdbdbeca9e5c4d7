"""A finished release as one sealed file: it lies in the vault whole or not at all."""

import io
import zipfile
from functools import lru_cache

from tizim.documents import MissingFileError
from tizim.web.desk.opened import register

_DAY = (1980, 1, 1, 0, 0, 0)
"""The day that every packed file bears, so that the same release is the same bytes."""
_STORED = (".docx", ".xlsx", ".pdf")


class Packing:
    """A package in memory: nothing of it is written to a disk in clear."""

    def __init__(self) -> None:
        self._bytes = io.BytesIO()
        self._box = zipfile.ZipFile(self._bytes, "w")
        self.files = 0

    def add(self, path: str, content: bytes) -> None:
        """Puts a file in."""
        packed = zipfile.ZIP_STORED if path.endswith(_STORED) else zipfile.ZIP_DEFLATED
        self._box.writestr(zipfile.ZipInfo(path, _DAY), content, compress_type=packed)
        self.files += 1

    def sealed(self) -> tuple[str, int]:
        """Closes the package and puts it into the vault: its digest there, and how large it is."""
        self._box.close()
        size = self._bytes.getbuffer().nbytes
        self._bytes.seek(0)
        return register().vault.put(self._bytes), size


@lru_cache(maxsize=1)
def package(digest: str) -> bytes:
    """The package of that digest; the last one asked for stays at hand."""
    with register().vault.open(digest) as stream:
        return bytes(stream.read())


def unpacked(digest: str, path: str) -> bytes | None:
    """One published file of the package; None where there is none such."""
    try:
        with zipfile.ZipFile(io.BytesIO(package(digest))) as box:
            return box.read(f"data/{path}")
    except (KeyError, MissingFileError):
        return None
