"""Archives of web pages (WARC): each page, PDF or text that was answered, with its address and its day."""

import io
import re
from collections.abc import Iterator
from typing import Any

from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted, LeftOut, Part
from tizim.documents.kinds import WEB_ARCHIVE
from tizim.documents.limits import Limits, megabytes

_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d")
_PACKED = ("is packed in a way that is not read here.", "Get a copy that was saved unpacked.")


def web_archive(content: bytes, limits: Limits) -> Extracted:
    """The answers that hold text as parts; pictures, scripts and errors of servers are passed over."""
    parts: list[Part] = []
    left_out: list[LeftOut] = []
    left = limits.unpacked_bytes
    for taken in _answers(content):
        if isinstance(taken, LeftOut):
            left_out.append(taken)
            continue
        parts.append(taken)
        left -= len(taken.content)
        if left < 0 or len(parts) > limits.parts:
            raise RefusedError(
                f"holds more than {megabytes(limits.unpacked_bytes)} or {limits.parts} pages.",
                "Part it into smaller ones.",
            )
    if not parts and not left_out:
        raise RefusedError("is a web archive without pages.", "Get a whole copy of it.")
    return Extracted(
        text="", extractor="none", media_type=WEB_ARCHIVE, parts=tuple(parts), left_out=tuple(left_out)
    )


def _answers(content: bytes) -> Iterator[Part | LeftOut]:
    from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]

    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(io.BytesIO(content), check_digests=False), 1):
            taken = _answer(record, number)
            if taken:
                yield taken
    except RefusedError:
        raise
    except Exception:  # noqa: BLE001 - a damaged archive fails in whatever way it likes
        yield LeftOut(f"record {number + 1}", "is damaged; what follows it is not read.", "Get a whole copy.")


def _answer(record: Any, number: int) -> Part | LeftOut | None:
    kind = _kind(record)
    if kind.partition(";")[0].strip().lower() not in _ENDINGS:
        return None
    most = 100_000_000
    content = record.content_stream().read(most + 1)
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if len(content) > most:
        return LeftOut(f"record {number}", f"is longer than {megabytes(most)}.", "Save that page alone.")
    if _is_packed(record) and content:
        return LeftOut(f"record {number}", *_PACKED)
    if not content.strip():
        return None
    moment = record.rec_headers.get_header("WARC-Date") or ""
    day = _MOMENT.match(moment)
    return Part(
        name=_name(url, _ENDINGS[kind.partition(";")[0].strip().lower()]),
        locator=f"record {number}",
        content=content,
        declared=kind,
        url=url.strip("<>") or None,
        obtained_at=day[0] if day else None,
        note=f"captured {moment}" if day else None,
    )


def _kind(record: Any) -> str:
    """The media type of a record that holds what a server answered well; empty for others."""
    if record.rec_type == "resource":
        return record.rec_headers.get_header("Content-Type") or ""
    if record.rec_type != "response" or record.http_headers is None:
        return ""
    if record.http_headers.get_statuscode() not in ("200", "203"):
        return ""
    return record.http_headers.get_header("Content-Type") or ""


def _is_packed(record: Any) -> bool:
    headers = record.http_headers
    packing = (headers.get_header("Content-Encoding") or "") if headers else ""
    return packing.strip().lower() in ("br", "zstd", "compress")


def _name(url: str, ending: str) -> str:
    """A file name out of an address: its last step, without what asks and what jumps."""
    path = re.sub(r"^\w+://[^/?#]*|[?#].*$", "", url, flags=re.DOTALL)
    last = path.rstrip("/").rpartition("/")[2]
    letters = re.sub(
        rb"%([0-9A-Fa-f]{2})", lambda code: bytes.fromhex(code[1].decode()), last.encode("utf-8", "replace")
    )
    stem = re.sub(r"[\x00-\x1f/\\]", "", letters.decode("utf-8", "replace"))[:80] or "page"
    return stem if stem.lower().endswith(ending) else f"{stem}{ending}"
