"""Makes the files that the tests of this room read: small PDF and DOCX files, honest and hostile."""

import io
import zipfile
from collections.abc import Sequence

import docx


def pdf(*pages: Sequence[str], title: str = "", locked: bool = False) -> bytes:
    """A PDF whose pages show these lines in any script (one font, codes mapped to Unicode).

    A page without lines has no text layer. A locked one asks for a password that nobody knows.
    """
    letters = sorted({letter for page in pages for line in page for letter in line})
    code = {letter: number + 1 for number, letter in enumerate(letters)}
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(len(pages)))
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        3: "<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H "
        "/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        4: "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /DW 500 /FontDescriptor 6 0 R "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        5: _stream(_to_unicode(code)),
        6: "<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 -200 1000 800] "
        "/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
        7: f"<< /Title ({title}) >>",
    }
    for number, page in enumerate(pages):
        objects[10 + 2 * number] = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 800 800] /Resources "
            f"<< /Font << /F 3 0 R >> >> /Contents {11 + 2 * number} 0 R >>"
        )
        objects[11 + 2 * number] = _stream(_shown(page, code))
    return _file(objects, locked)


def _to_unicode(code: dict[str, int]) -> str:
    rows = [f"<{number:04x}> <{letter.encode('utf-16-be').hex()}>" for letter, number in code.items()]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{body}\nendcmap end end"
    )


def _shown(page: Sequence[str], code: dict[str, int]) -> str:
    lines = ("".join(f"{code[letter]:04x}" for letter in line) for line in page)
    shown = "\n".join(f"<{line}> Tj 0 -14 Td" for line in lines)
    return f"BT /F 12 Tf 40 760 Td\n{shown}\nET" if page else ""


def _stream(content: str) -> str:
    return f"<< /Length {len(content.encode())} >>\nstream\n{content}\nendstream"


def _file(objects: dict[int, str], locked: bool) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start, last = len(out), max(objects)
    out += f"xref\n0 {last + 1}\n0000000000 65535 f \n".encode()
    for number in range(1, last + 1):
        used = number in places
        out += f"{places.get(number, 0):010d} {0 if used else 65535:05d} {'n' if used else 'f'} \n".encode()
    lock = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'a1' * 32}> /U <{'b2' * 32}> >> /ID [<00> <00>]"
    )
    trailer = f"/Size {last + 1} /Root 1 0 R /Info 7 0 R {lock if locked else ''}"
    out += f"trailer << {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def word(*paragraphs: str, rows: Sequence[Sequence[str]] = (), title: str = "") -> bytes:
    """A DOCX with these paragraphs and, after the first, a table with these rows."""
    document = docx.Document()
    document.core_properties.title = title
    for number, paragraph in enumerate(paragraphs):
        document.add_paragraph(paragraph)
        if number == 0 and rows:
            table = document.add_table(rows=len(rows), cols=len(rows[0]))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def zip_bomb(size: int) -> bytes:
    """A DOCX whose main part unpacks to ``size`` bytes of blanks."""
    kept = io.BytesIO(word("Small."))
    with (
        zipfile.ZipFile(kept, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/media/x.xml", "w") as out,
    ):
        for _ in range(size // 1_000_000):
            out.write(b" " * 1_000_000)
    return kept.getvalue()


def with_parts(content: bytes, **parts: str) -> bytes:
    """A DOCX whose parts of these names (``document``, ``footnotes``) are replaced or added."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(kept, "w") as new:
        for name in old.namelist():
            stem = name.removeprefix("word/").removesuffix(".xml")
            new.writestr(
                name, parts.pop(stem) if name.startswith("word/") and stem in parts else old.read(name)
            )
        for stem, text in parts.items():
            new.writestr(f"word/{stem}.xml", text)
    return kept.getvalue()
