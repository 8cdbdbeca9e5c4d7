"""The sample material: documents, a spreadsheet and coded claims from Qumtau, an invented country.

Nobody and nothing in it is real. ``README.md`` says what lies where.
"""

from importlib.resources import files
from pathlib import Path

__all__ = ["folder"]


def folder() -> Path:
    """The folder of the samples; the documents and their ``documents.yml`` lie in ``documents`` inside it."""
    return Path(str(files(__name__)))
