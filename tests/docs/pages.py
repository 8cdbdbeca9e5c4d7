"""The pages of the documentation, and their parts."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
REFERENCE = ROOT / "docs" / "reference"
HOW_TO = ROOT / "docs" / "how-to"


def page(name: str) -> str:
    """The text of a page of reference."""
    return (REFERENCE / name).read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """What stands under each heading of the second level, by the first word in code of the heading."""
    found = {}
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        code = re.search("`([^`]+)`", heading)
        found[code[1] if code else heading] = body
    return found


def rows(text: str) -> list[list[str]]:
    """The rows of all tables, cell by cell, without their headers."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    ruled = {at for at, line in enumerate(lines) if set(line) <= set("|- ")}
    kept = [line for at, line in enumerate(lines) if at not in ruled and at + 1 not in ruled]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in kept]


def first_codes(text: str) -> list[str]:
    """The words in code in the first cells of all tables."""
    return [code for row in rows(text) for code in re.findall("`([^`]+)`", row[0])]
