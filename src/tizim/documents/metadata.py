"""What is known about a file beside its text, from all who say something, the nearest to the user first."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from tizim.documents.extracted import Extracted, Part
from tizim.documents.fields import FIELDS, clean
from tizim.documents.sheets import FOLDER_FILE, FolderFile, Sheet, folder_file, options_sheet, sidecar

_STATED = ("title", "author", "publisher", "date", "language", "url")
_FOLDERS_AT_HAND = 4
_OF_GIVING = ("obtained", "obtained_at")
_OF_PUBLISHER = ("publisher", "source_kind", "reliability", "protected")


class Metadata:
    """Reads the sheets beside files; options go before a file's own sheet, that before ``documents.yml``."""

    def __init__(self, options: Mapping[str, str]) -> None:
        self.options = options_sheet(options)
        self._folders: dict[Path, FolderFile] = {}

    def folder(self, path: Path, shown: str) -> FolderFile:
        """What the ``documents.yml`` beside a file says; read once while the walk stays in the folder."""
        folder = path.parent
        if folder not in self._folders:
            while len(self._folders) >= _FOLDERS_AT_HAND:
                del self._folders[next(iter(self._folders))]
            beside = str(PurePosixPath(shown).with_name(FOLDER_FILE))
            self._folders[folder] = folder_file(folder / FOLDER_FILE, beside)
        return self._folders[folder]

    def beside(self, path: Path, shown: str) -> Sheet:
        """All that people say about a file, and all that is wrong with how they say it."""
        folder = self.folder(path, shown)
        own = sidecar(path.with_name(f"{path.name}.yml"), f"{shown}.yml")
        sheets = (folder.defaults, folder.sheet(path.name), own, self.options)
        fields = {name: value for sheet in sheets for name, value in sheet.fields.items()}
        return Sheet(fields, tuple(problem for sheet in sheets for problem in sheet.problems))


def stated_fields(extracted: Extracted) -> dict[str, str]:
    """What the file says about itself; what is no valid value of its field is left out."""
    stated = {name: clean(getattr(extracted, name) or "") for name in _STATED}
    return {name: value for name, value in stated.items() if value and not FIELDS[name](value)}


def all_fields(extracted: Extracted, beside: Mapping[str, str]) -> dict[str, str]:
    """What the file says, overruled by what people say; an empty value of theirs takes the file's away."""
    return {name: value for name, value in {**stated_fields(extracted), **beside}.items() if value}


def part_fields(
    extracted: Extracted, part: Part, container: Mapping[str, str], options: Mapping[str, str]
) -> dict[str, str]:
    """What is known of a file in another one: it came as that one, from its publisher unless it names one.

    What people say of the container's title, date, kind and address says nothing of its parts.
    """
    stated = stated_fields(extracted)
    told = {name: clean(getattr(part, name) or "") for name in ("url", "obtained_at", "note")}
    known = {name: value for name, value in told.items() if value and not FIELDS[name](value)}
    inherited = _OF_GIVING if stated.get("publisher") else (*_OF_GIVING, *_OF_PUBLISHER)
    shared = {name: container[name] for name in inherited if name in container}
    every = {**stated, **known, **shared, **options}
    return {name: value for name, value in every.items() if value}
