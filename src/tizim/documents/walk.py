"""The files in what was given, in the order of their names, and what cannot be followed."""

import os
import re
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tizim import Problem
from tizim.documents.naming import public_name
from tizim.documents.sheets import FOLDER_FILE

_SHEET = re.compile(r"(.*)\.(yml|yaml)", re.IGNORECASE | re.DOTALL)
_HIDDEN = (".", "~$")
_OF_PAGE = re.compile(r"(.+)(?:_files|\.files| files|_файлы|-Dateien)", re.IGNORECASE | re.DOTALL)
_PAGES = (".html", ".htm", ".xhtml")


class Found(NamedTuple):
    """A file to receive: where it lies, how it is shown to people, and the folder that was given."""

    path: Path
    shown: str
    root: Path


def walk(paths: Sequence[Path]) -> Iterator[Found | Problem]:
    """The files at the paths and in folders below them; hidden files, sheets, saved pages' folders are not.

    A link to a file is followed inside the folder that was given, no further; a link to a folder never.
    """
    for path in paths:
        if os.path.isdir(path):
            yield from _folder(path)
        elif is_sheet(path):
            yield from _orphan(path, public_name(path.name), os.path.lexists(_described(path)))
        else:
            yield Found(path, public_name(path.name), path.parent)


def is_sheet(path: Path) -> bool:
    """Whether a file is one that tells about others, ``<file>.yml`` or ``documents.yml``."""
    return _SHEET.fullmatch(path.name) is not None


def belongs_to_page(folder: str, beside: Container[str]) -> bool:
    """Whether a folder of this name holds the pictures and scripts of a saved page beside it."""
    page = _OF_PAGE.fullmatch(folder)
    return page is not None and any(page[1] + ending in beside for ending in _PAGES)


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
        if belongs_to_page(name, there) and os.path.isdir(path):
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
    return public_name(path.relative_to(root).as_posix() if path != root else root.name or str(root))


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
