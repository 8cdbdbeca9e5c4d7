"""What is said of files is said in Russian and Kazakh too: everything that the code can say."""

import ast
import re
from pathlib import Path

import pytest
import yaml

import tizim.documents
from tizim.documents.telling import told_of_file

ROOM = Path(tizim.documents.__file__).parent
ROWS = yaml.safe_load((ROOM / "data" / "told.yml").read_text("utf-8"))
AT_THE_COMMAND_LINE = (
    "drafting.py",
    "drawing.py",
    "fields.py",
    "opening.py",
    "painting.py",
    "reprints.py",
    "sheets.py",
    "walk.py",
)
"""What they refuse is said in folders and of pages that are drawn; nobody reads it at the desk."""
ONLY_THERE = ("reprints itself.", "Leave the original", "tells otherwise", "Give source_kind")


def said():
    """What is refused, with ``…`` for what is filled in."""
    for path in sorted(ROOM.rglob("*.py")):
        if path.name in AT_THE_COMMAND_LINE:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "RefusedError"
            ):
                yield from (
                    text for one in node.args if (text := plain(one)) and not text.startswith(ONLY_THERE)
                )


def plain(node):
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else "…" for one in node.values)
    return ""


def test_everything_that_is_refused_is_said_in_three_languages():
    rows = {row[0] for row in ROWS}
    assert sorted({one for one in said() if one not in rows}) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_what_is_filled_in_is_filled_in_everywhere(row):
    assert len(row) == 3 and len({one.count("…") for one in row}) == 1
    number = iter(range(20))
    filled = re.sub("…", lambda _: str(next(number)), row[0])
    for language, pattern in (("ru", row[1]), ("kk", row[2])):
        found, known = told_of_file(filled, language), re.findall(r"\d+", filled)
        assert found != filled and "…" not in found
        assert [one for one in known if one not in found] == [], pattern
    assert told_of_file(filled, "en") == filled


def test_what_nobody_translated_comes_as_it_is_and_two_remarks_are_both_told():
    assert told_of_file("is odd.", "ru") == "is odd."
    two = "has comments in its margin (3); they are not taken. Also, it was not read whole on page 2: it took too long."
    assert (
        told_of_file(two, "ru")
        == "На полях есть примечания (3); они не взяты. Прочитано не целиком (page 2): слишком долго."
    )
