"""A release as a bag (BagIt 1.0, RFC 8493): its files under ``data/``, manifests beside them, a signature."""

import hashlib
from collections.abc import Callable, Iterable, Iterator

_DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bagged(
    files: Iterable[tuple[str, bytes]], about: dict[str, str], signed: Callable[[bytes], str]
) -> Iterator[tuple[str, bytes]]:
    """The files of the bag, one after the other, the manifests last; ``about`` stands in ``bag-info.txt``.

    ``manifest-sha256.txt.sig`` is the signature over the SHA-256 of ``manifest-sha256.txt``.
    """
    lines, size, count = [], 0, 0
    for path, content in files:
        lines.append(_line(f"data/{path}", content))
        size, count = size + len(content), count + 1
        yield f"data/{path}", content
    manifest = "".join(sorted(lines)).encode()
    told = about | {"Payload-Oxum": f"{size}.{count}"}
    tags = {
        "bagit.txt": _DECLARED,
        "bag-info.txt": "".join(f"{key}: {_one_line(value)}\n" for key, value in told.items()).encode(),
        "manifest-sha256.txt": manifest,
        "manifest-sha256.txt.sig": f"{signed(hashlib.sha256(manifest).digest())}\n".encode(),
    }
    yield from tags.items()
    yield "tagmanifest-sha256.txt", "".join(sorted(_line(name, raw) for name, raw in tags.items())).encode()


def _line(path: str, content: bytes) -> str:
    return f"{hashlib.sha256(content).hexdigest()}  {path}\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())
