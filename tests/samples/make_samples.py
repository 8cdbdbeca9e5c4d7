"""Makes the samples that are no text files: a PDF, a DOCX and a spreadsheet.

``python -m tests.samples.make_samples [FOLDER]`` writes them into the folder of the samples (or FOLDER).
Run twice, it writes the same content; the tests compare it with what ships.
"""

import io
import re
import sys
import textwrap
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from openpyxl import Workbook

SAMPLES = Path(__file__).resolve().parents[2] / "src/tizim/samples"
_CONTENTS = Path(__file__).with_name("contents.yml")
_MOMENT = (2023, 7, 10, 12, 0, 0)
_STAMP = "2023-07-10T12:00:00Z"
_LINES_ON_PAGE_ONE = 34


def made() -> dict[str, bytes]:
    """The content of every made file, by its path inside the folder of the samples."""
    contents = yaml.load(_CONTENTS.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {
        "documents/18-lists-31-december-2022.pdf": pdf(contents["lists"]),
        "documents/23-second-quarter-2023.docx": docx(contents["quarter"]),
        "shygan-list.xlsx": xlsx(contents["columns"], contents["rows"]),
    }


def pdf(paragraphs: Sequence[str]) -> bytes:
    """A PDF in Helvetica, head and page number on every page; the text layer is all it has."""
    pages = _pages(paragraphs)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        objects += [_page(5 + 2 * number), _stream(lines)]
    objects.append("<< /Title (The lists as of 31 December 2022) /Author (The Lantern Foundation) >>")
    return _file(objects)


def docx(report: dict[str, Any]) -> bytes:
    """The report of a quarter: paragraphs, a table, paragraphs."""
    document = Document()
    document.add_heading(report["title"], level=1)
    for text in report["before"]:
        document.add_paragraph(text)
    table = document.add_table(rows=0, cols=len(report["table"][0]))
    for row in (list(report["table"][0]), *(entry.values() for entry in report["table"])):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for text in report["after"]:
        document.add_paragraph(text)
    document.core_properties.author = "Quqyq Terezesi"
    document.core_properties.title = report["title"]
    return _settled(document.save)


def xlsx(columns: Sequence[str], rows: Sequence[dict[str, object]]) -> bytes:
    """The list of a local group: a header and the rows, all text but ages and counts."""
    book = Workbook()
    sheet = book.active
    sheet.title = "List"
    sheet.append(list(columns))
    for row in rows:
        sheet.append([row.get(column) for column in columns])
    book.properties.creator = "Shygan Initiative"
    return _settled(book.save)


def _pages(paragraphs: Sequence[str]) -> list[list[str]]:
    lines = [line for text in paragraphs for line in (*textwrap.wrap(text, 92), "")]
    parts = [lines[:_LINES_ON_PAGE_ONE], lines[_LINES_ON_PAGE_ONE:]]
    head = "The Lantern Foundation - Lists as of 31 December 2022"
    return [[head, "", *part, "", f"- {number} -"] for number, part in enumerate(parts, 1)]


def _page(content: int) -> str:
    return (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
        f"/Resources << /Font << /F1 3 0 R >> >> /Contents {content} 0 R >>"
    )


def _stream(lines: Sequence[str]) -> str:
    shown = "\n".join(f"({_escaped(line)}) Tj T*" for line in lines)
    text = f"BT /F1 10 Tf 15 TL 60 780 Td\n{shown}\nET"
    return f"<< /Length {len(text)} >>\nstream\n{text}\nendstream"


def _escaped(line: str) -> str:
    return re.sub(r"([\\()])", r"\\\1", line)


def _file(objects: Sequence[str]) -> bytes:
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    ids = f"/Size {size} /Root 1 0 R /Info {len(objects)} 0 R"
    trailer = f"trailer\n<< {ids} >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("cp1252")


def _settled(save: Callable[[io.BytesIO], object]) -> bytes:
    """What ``save`` writes, as a ZIP whose bytes do not depend on the clock."""
    first, settled = io.BytesIO(), io.BytesIO()
    save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(settled, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", _STAMP.encode(), content)
            member = zipfile.ZipInfo(name, _MOMENT)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, content)
    return settled.getvalue()


def main(folder: Path) -> None:
    """Writes the files into the folder."""
    for name, content in made().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES)
