"""What people write beside their files: ``<file>.yml`` for one, ``documents.yml`` for a folder."""

import os
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tizim import Problem
from tizim.documents.errors import RefusedError
from tizim.documents.fields import clean, field_name, problem_with

FOLDER_FILE = "documents.yml"
_LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """The fields that one sheet gives for one file; an empty value takes back what a lower one says."""

    fields: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class FolderFile:
    """What ``documents.yml`` says: for all files of its folder, and for each by name.

    With ``problems`` nothing in the folder can be taken; ``strays`` are entries for files that are not there.
    """

    defaults: Sheet = Sheet()
    files: Mapping[str, Sheet] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    strays: tuple[Problem, ...] = ()

    def sheet(self, name: str) -> Sheet:
        """The sheet of the file of that name."""
        return self.files.get(_composed(name), Sheet())


def options_sheet(options: Mapping[str, str]) -> Sheet:
    """The fields given for all files at once, checked like those of a sheet."""
    problems = (problem_with(key, value, f"option {key}") for key, value in options.items())
    fields = {field_name(key): clean(value) for key, value in options.items()}
    return Sheet(fields, tuple(problem for problem in problems if problem))


def sidecar(path: Path, shown: str) -> Sheet:
    """The sheet in ``<file>.yml``; an empty one if there is none."""
    try:
        node = _read(path)
    except FileNotFoundError:
        return Sheet()
    except RefusedError as refusal:
        return Sheet(problems=(refusal.problem(shown),))
    return _sheet(node, shown)


def folder_file(path: Path, shown: str) -> FolderFile:
    """What the folder's ``documents.yml`` says; nothing if there is none."""
    try:
        entries = _entries(_read(path))
    except FileNotFoundError:
        return FolderFile()
    except RefusedError as refusal:
        return FolderFile(problems=(refusal.problem(shown),))
    sheets = {_composed(key.value): _sheet(value, shown) for key, value in entries}
    defaults = sheets.pop("defaults", Sheet())
    problems = (*_repeated(entries, shown), *defaults.problems)
    return FolderFile(defaults, sheets, problems, tuple(_strays(entries, path.parent, shown)))


def _strays(entries: list[tuple[Any, Any]], folder: Path, shown: str) -> Iterator[Problem]:
    there = {_composed(name) for name in os.listdir(folder)}
    for key, _ in entries:
        if key.value != "defaults" and _composed(key.value) not in there:
            hint = "Write the file's whole name, or take the entry out."
            yield Problem(f"{shown}{_line(key)}", "tells about a file that is not in the folder.", hint)


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _read(path: Path) -> Any:
    """The node tree of a YAML file; all values stay texts, so that ``no`` and ``2020`` are what they say."""
    import yaml

    try:
        if path.stat().st_size > _LARGEST:
            raise RefusedError("is too long for a sheet.", "Part the folder.")
        return yaml.compose(path.read_bytes(), Loader=yaml.CBaseLoader)
    except FileNotFoundError:
        raise
    except OSError:
        raise RefusedError("cannot be read.", "Check who may read it.") from None
    except yaml.MarkedYAMLError as error:
        line = f" in line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise RefusedError(f"is no YAML{line}.", "Put values that hold ': ' or '#' in quotes.") from None
    except (yaml.YAMLError, UnicodeDecodeError):
        raise RefusedError("is no YAML in UTF-8.", "Save it as a text in UTF-8.") from None


def _entries(node: Any) -> list[tuple[Any, Any]]:
    """Key and value nodes of a mapping whose keys are texts."""
    import yaml

    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
        return []
    if not isinstance(node, yaml.MappingNode):
        raise RefusedError(f"has no fields{_line(node)}.", "Write one 'field: value' a line.")
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise RefusedError(f"has a field without a name{_line(key)}.", "Write one 'field: value' a line.")
    return list(node.value)


def _sheet(node: Any, shown: str) -> Sheet:
    import yaml

    try:
        entries = _entries(node)
    except RefusedError as refusal:
        return Sheet(problems=(refusal.problem(shown),))
    fields: dict[str, str] = {}
    problems = list(_repeated(entries, shown))
    for key, value in entries:
        where = f"{shown}{_line(key)}"
        if not isinstance(value, yaml.ScalarNode):
            problems.append(Problem(where, "gives a field more than one value.", "Write one value a field."))
        elif problem := problem_with(key.value, value.value, where):
            problems.append(problem)
        else:
            fields[field_name(key.value)] = clean(value.value)
    return Sheet(fields, tuple(problems))


def _repeated(entries: list[tuple[Any, Any]], shown: str) -> tuple[Problem, ...]:
    seen: set[str] = set()
    problems = []
    for key, _ in entries:
        name = field_name(key.value)
        if name in seen:
            problems.append(
                Problem(f"{shown}{_line(key)}", "gives a field or file a second time.", "Keep one.")
            )
        seen.add(name)
    return tuple(problems)


def _line(node: Any) -> str:
    return f" line {node.start_mark.line + 1}"
