"""Archives (ZIP): the files in them, each whole, in the order of the archive; nothing is ever written out."""

import io
import re
import stat
import zipfile

from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted, LeftOut, Part
from tizim.documents.kinds import ARCHIVE, WEB_COLLECTION
from tizim.documents.limits import Limits, megabytes
from tizim.documents.walk import belongs_to_page

_LOCKED = ("is locked with a password.", "Unpack it with the password and add it.")
_HIDDEN = re.compile(r"(?:^|/)(?:\.|~\$|__MACOSX/|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_CYRILLIC = re.compile("[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")
_UTF8_NAME = 0x7075
_STEEP = 300  # times as long unpacked: no file that people make packs so well
_SMALL = 10_000_000
_DEEPEST = 20


def archive(content: bytes, limits: Limits) -> Extracted:
    """The files in an archive as parts; those that are locked, damaged or bombs are left out one by one."""
    parts: list[Part] = []
    left_out: list[LeftOut] = []
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        members = _members(opened, limits)
        if members and all(member.flag_bits & 1 for _, member in members):
            raise RefusedError("is an archive locked with a password.", _LOCKED[1])
        for name, member in members:
            taken = _taken(opened, name, member)
            if isinstance(taken, Part):
                parts.append(taken)
            else:
                left_out.append(taken)
    if not members:
        raise RefusedError("is an archive without files.", "Get a whole copy of it.")
    return Extracted(
        text="", extractor="none", media_type=ARCHIVE, parts=tuple(parts), left_out=tuple(left_out)
    )


def web_collection(content: bytes, limits: Limits) -> Extracted:
    """The archives of web pages in a WACZ; its indexes are not taken."""
    found = archive(content, limits)
    parts = tuple(part for part in found.parts if re.search(r"\.warc(?:\.gz)?$", part.name, re.IGNORECASE))
    if not parts and not found.left_out:
        raise RefusedError("is a WACZ without archived pages.", "Get a whole copy of it.")
    return Extracted(
        text="", extractor="none", media_type=WEB_COLLECTION, parts=parts, left_out=found.left_out
    )


def _members(opened: zipfile.ZipFile, limits: Limits) -> list[tuple[str, zipfile.ZipInfo]]:
    """The files that people put in, with their names; RefusedError if they are too many or too long."""
    named = [(_harmless(_name(info)), info) for info in opened.infolist() if not info.is_dir()]
    names = {name for name, _ in named}
    members = [
        (name, info) for name, info in named if not _HIDDEN.search(name) and not _of_saved_page(name, names)
    ]
    if len(members) > limits.parts:
        raise RefusedError(
            f"holds more than {limits.parts} files, so it is not opened.", "Part it into smaller ones."
        )
    if sum(info.file_size for _, info in members) > limits.unpacked_bytes:
        raise RefusedError(
            f"unpacks to more than {megabytes(limits.unpacked_bytes)}, so it is not opened.",
            "Part it into smaller ones.",
        )
    return members


def _of_saved_page(name: str, names: set[str]) -> bool:
    steps = name.split("/")[:-1][:_DEEPEST]
    return any(belongs_to_page("/".join(steps[: place + 1]), names) for place in range(len(steps)))


def _taken(opened: zipfile.ZipFile, locator: str, member: zipfile.ZipInfo) -> Part | LeftOut:
    if member.flag_bits & 1:
        return LeftOut(locator, *_LOCKED)
    if stat.S_ISLNK(member.external_attr >> 16):
        return LeftOut(locator, "is a link; it is not followed.", "Add the file itself.")
    if member.file_size > _SMALL and member.file_size > _STEEP * max(1, member.compress_size):
        return LeftOut(
            locator,
            f"unpacks to more than {_STEEP} times its length, so it is not opened.",
            "Get it otherwise.",
        )
    try:
        with opened.open(member) as stream:
            content = stream.read(member.file_size + 1)
    except Exception:  # noqa: BLE001 - a damaged or odd member fails in whatever way it likes
        return LeftOut(locator, "is damaged, or packed in a way that is not read here.", "Get a whole copy.")
    if not content:
        return LeftOut(locator, "is empty.", "Look for the file at its sender's.")
    return Part(name=locator.rpartition("/")[2], locator=locator, content=content)


def _harmless(name: str) -> str:
    """The path as the archive gives it, without steps that lead out of it."""
    steps = re.sub(r"^[A-Za-z]:", "", name).replace("\\", "/").split("/")
    return "/".join(step for step in steps if step not in ("", ".", "..")) or "file"


def _name(member: zipfile.ZipInfo) -> str:
    """The member's name; of an unknown encoding as it reads in Russian or Kazakh."""
    told = _told(member.extra)
    if told or member.flag_bits & 0x800:
        return told or member.filename
    try:
        raw = member.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    if raw.isascii():
        return member.filename
    return _decoded(raw).replace("\0", "")


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        read = (raw.decode(encoding, "replace") for encoding in ("cp866", "cp1251", "kz1048"))
        return max(read, key=_sense)


def _sense(name: str) -> int:
    """How far a name reads as one: Cyrillic letters, less other signs and great letters after small ones."""
    odd = len(re.findall(r"[^\W\d_A-Za-z]|[^\x00-\x7f\w]", _CYRILLIC.sub("", name)))
    mixed = len(re.findall("[а-яёәғқңөұүһі][А-ЯЁӘҒҚҢӨҰҮҺІ]", name))
    return len(_CYRILLIC.findall(name)) - 2 * odd - 2 * mixed


def _told(extra: bytes) -> str:
    """The name in UTF-8 that some packers put beside the other one."""
    place = 0
    while place + 4 <= len(extra):
        kind = int.from_bytes(extra[place : place + 2], "little")
        size = int.from_bytes(extra[place + 2 : place + 4], "little")
        if kind == _UTF8_NAME:
            return extra[place + 9 : place + 4 + size].decode("utf-8", "ignore")
        place += 4 + size
    return ""
