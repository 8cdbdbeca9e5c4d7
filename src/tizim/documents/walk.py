"""The files in what was given, in the order of their names, and what cannot be followed."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tizim import Problem
from tizim.documents.sheets import FOLDER_FILE

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_SHEET = re.compile(r"(.*)\.(yml|yaml)", re.IGNORECASE | re.DOTALL)
_HIDDEN = (".", "~$")


class Found(NamedTuple):
    """A file to receive: where it lies, how it is shown to people, and the folder that was given."""

    path: Path
    shown: str
    root: Path


def walk(paths: Sequence[Path]) -> Iterator[Found | Problem]:
    """The files at the paths and in folders below them; hidden files and sheets are passed over.

    A link to a file is followed inside the folder that was given, no further; a link to a folder never.
    """
    for path in paths:
        if os.path.isdir(path):
            yield from _folder(path)
        elif is_sheet(path):
            yield from _orphan(path, printable(path.name), os.path.lexists(_described(path)))
        else:
            yield Found(path, printable(path.name), path.parent)


def printable(name: str) -> str:
    """A file name that can be shown and stored: odd bytes and control signs as ``\\xff``."""
    return _UNPRINTABLE.sub(_escaped, name)


def is_sheet(path: Path) -> bool:
    """Whether a file is one that tells about others, ``<file>.yml`` or ``documents.yml``."""
    return _SHEET.fullmatch(path.name) is not None


def _escaped(sign: re.Match[str]) -> str:
    number = ord(sign[0])
    number = number - 0xDC00 if 0xDC80 <= number <= 0xDCFF else number
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def _described(path: Path) -> Path:
    return path.with_name(path.name[: -len(path.suffix)])


def _folder(root: Path) -> Iterator[Found | Problem]:
    """The files below a folder, depth first, without recursion: folders may lie deeper than Python goes."""
    open_folders = [iter(_listed(root, root))]
    while open_folders:
        entry = next(open_folders[-1], None)
        if entry is None:
            open_folders.pop()
        elif isinstance(entry, Problem):
            yield entry
        elif os.path.isdir(entry) and not os.path.islink(entry):
            open_folders.append(iter(_listed(entry, root)))
        else:
            yield from _file(entry, root)


def _listed(folder: Path, root: Path) -> list[Path | Problem]:
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        shown = _shown(folder, root)
        return [
            Problem(shown, f"is a folder that cannot be opened ({error.strerror}).", "Check who may read it.")
        ]
    there = set(names)
    listed: list[Path | Problem] = []
    for name in names:
        path = folder / name
        if name.startswith(_HIDDEN) or name == FOLDER_FILE:
            continue
        if is_sheet(path) and not os.path.isdir(path):
            listed.extend(_orphan(path, _shown(path, root), _described(path).name in there))
        else:
            listed.append(path)
    return listed


def _orphan(path: Path, shown: str, has_file: bool) -> Iterator[Problem]:
    if path.name != FOLDER_FILE and (not has_file or path.suffix.lower() != ".yml"):
        yield Problem(
            shown,
            "belongs to no file here.",
            "A sheet is named after its file, ending and all: report.txt.yml.",
        )


def _shown(path: Path, root: Path) -> str:
    return printable(path.relative_to(root).as_posix()) if path != root else printable(root.name or str(root))


def _file(path: Path, root: Path) -> Iterator[Found | Problem]:
    shown = _shown(path, root)
    if not os.path.islink(path):
        yield Found(path, shown, root)
        return
    target, top = Path(os.path.realpath(path)), Path(os.path.realpath(root))
    if os.path.isdir(path):
        loops = Path(os.path.realpath(path.parent)).is_relative_to(target)
        what = "leads back to a folder it lies in" if loops else "leads to a folder"
        yield Problem(shown, f"is a link that {what}; it is not followed.", "Give that folder itself.")
    elif not os.path.exists(target):
        yield Problem(shown, "is a link that leads nowhere.", "Give the file itself.")
    elif not target.is_relative_to(top):
        yield Problem(shown, "is a link out of the folder; it is not followed.", "Give the file itself.")
    else:
        yield Found(path, shown, root)
