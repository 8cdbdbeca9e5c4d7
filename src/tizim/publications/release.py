"""A finished release, read: its files by the signed manifest, each looked at against its digest."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tizim.publications.errors import PublicationError
from tizim.publications.signature import is_signed_by

_MANIFEST = "manifest-sha256.txt"
_PAYLOAD = "data/"


@dataclass(frozen=True, slots=True)
class FinishedRelease:
    """A release in a folder. ``digests`` are those of its files, by their path below ``data/``."""

    folder: Path
    digests: Mapping[str, str]
    public_key: str

    def file(self, path: str) -> bytes | None:
        """The bytes of the file; None if the manifest has none such, or they are not what it says."""
        if path not in self.digests:
            return None
        try:
            content = (self.folder / _PAYLOAD / path).read_bytes()
        except OSError:
            return None
        return content if hashlib.sha256(content).hexdigest() == self.digests[path] else None

    def damaged(self) -> tuple[str, ...]:
        """The files that are missing or not what the manifest says."""
        return tuple(path for path in self.digests if self.file(path) is None)


def read_release(folder: Path, *, key: str | None = None) -> FinishedRelease:
    """The release in the folder; PublicationError where it is none or its manifest is not signed by the key.

    Without a key the one that the release itself names is taken: that shows damage, not who made it.
    """
    try:
        manifest = (folder / _MANIFEST).read_bytes()
        signature = (folder / f"{_MANIFEST}.sig").read_text(encoding="utf-8").strip()
        about = (folder / "bag-info.txt").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise PublicationError(f"{folder} is no release; 'tizim release' writes one") from None
    own = next(
        (line[len("Public-Key: ") :] for line in about.splitlines() if line.startswith("Public-Key: ")), ""
    )
    if not is_signed_by(key or own, hashlib.sha256(manifest).digest(), signature):
        raise PublicationError(f"{folder}: the manifest is not what was signed; do not publish it")
    return FinishedRelease(folder, dict(_lines(manifest.decode())), key or own)


def _lines(manifest: str) -> list[tuple[str, str]]:
    """Path and digest of each file; a path that leads out of the release is refused."""
    found = []
    for line in manifest.splitlines():
        told, _, path = line.partition("  ")
        inner = path.removeprefix(_PAYLOAD)
        if inner == path or ".." in Path(inner).parts or inner.startswith("/"):
            raise PublicationError(f"the manifest names '{path}', which is no file of a release")
        found.append((inner, told))
    return found
