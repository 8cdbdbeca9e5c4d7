"""A folder as a monitor's disk looks: mostly pictures, scans, PDF, DOCX and mails with pictures; some text.

    python -m bench.disk FOLDER --megabytes 1000               the folder alone
    python -m bench.disk FOLDER --megabytes 1000 --read        read, killed once on the way and gone on with

Everything in it is invented. Reading the pictures and scans takes Tesseract; needs Pillow and python-docx.
"""

import argparse
import io
import itertools
import random
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path

import docx
from PIL import Image

from bench.grown import documents
from bench.ocr_pages import as_jpeg, clean, fonts
from bench.reading_speed import Run, run

_SHARES = {"photos": 35, "pdf": 20, "mails": 20, "word": 15, "texts": 6, "scans": 4}
"""Of a hundred bytes."""
_PHOTO = (2400, 1800)
_DIFFERENT = 8  # photographs and scanned pages drawn anew; the others differ from them in a comment
_TEXT, _LETTER = 30_000, 3_000  # signs
_PAGES = 4


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--megabytes", type=int, default=1000)
    asked.add_argument("--read", action="store_true", help="reads the folder into a file beside it")
    asked.add_argument("--kill", type=float, default=3, help="minutes after which the first call is killed")
    asked.add_argument("--minutes", type=float, default=60, help="the second call is stopped after so long")
    given = asked.parse_args()
    if not given.folder.exists():
        Disk(given.folder).fill(given.megabytes)
    made = [path for path in given.folder.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in made) / 1e6
    print(f"{len(made)} files, {size:,.0f} MB", flush=True)
    if given.read:
        out = given.folder.with_suffix(".jsonl")
        for minutes, how in ((given.kill, signal.SIGKILL), (given.minutes, signal.SIGINT)):
            print(run(Run(given.folder, out, len(made), size, minutes, how)), flush=True)


@dataclass(slots=True)
class Disk:
    """A folder being filled; the same seed gives the same files."""

    place: Path
    seed: int = 1
    dice: random.Random = field(init=False)
    texts: Iterator[str] = field(init=False)
    photos: list[bytes] = field(init=False)
    scans: list[bytes] = field(init=False)
    number: int = 0

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        each = [documents(language, self.seed, _LETTER) for language in ("ru", "kk", "en")]
        self.texts = (next(one) for one in itertools.cycle(each))
        self.photos = [as_jpeg(_grains(), 90) for _ in range(_DIFFERENT)]
        font = fonts()[0]
        self.scans = [as_jpeg(clean(next(self.texts), font), 60) for _ in range(_DIFFERENT)]

    def fill(self, megabytes: int) -> None:
        """Writes files of each kind in turn until each has its share of so many megabytes."""
        left = {kind: share * megabytes * 10_000 for kind, share in _SHARES.items()}
        while any(size > 0 for size in left.values()):
            kind = self.dice.choice([one for one, size in left.items() if size > 0])
            left[kind] -= self._write(kind)

    def _write(self, kind: str) -> int:
        ending, made = _KINDS[kind]
        content = made(self)
        self.number += 1
        folder = self.place / f"{2019 + self.number % 6}" / kind
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{kind}-{self.number}.{ending}").write_bytes(content)
        return len(content)

    def photo(self) -> bytes:
        """A photograph without words."""
        return self._other(self.photos)

    def text(self) -> bytes:
        """A report of some ten pages."""
        return self._told(_TEXT).encode()

    def scan(self) -> bytes:
        """Pages of a scanner in a PDF without a text layer."""
        return pdf([("", self._other(self.scans)) for _ in range(self.dice.randint(1, _PAGES))])

    def paper(self) -> bytes:
        """A PDF with a text layer and pictures; in English, so that it needs no font of its own."""
        told = documents("en", self.dice.randrange(10**6), _LETTER)
        return pdf([(next(told), self.photo() if page % 2 else None) for page in range(_PAGES)])

    def word(self) -> bytes:
        """A DOCX with two pictures."""
        made, out = docx.Document(), io.BytesIO()
        for paragraph in self._told(_TEXT).split("\n"):
            made.add_paragraph(paragraph)
        for _ in range(2):
            made.add_picture(io.BytesIO(self.photo()))
        made.save(out)
        return out.getvalue()

    def mail(self) -> bytes:
        """A mail with a photograph, and a PDF or DOCX, attached."""
        made = EmailMessage()
        made["Subject"], made["From"], made["To"] = f"Report {self.number}", "a@example.org", "b@example.org"
        made["Date"] = "Mon, 06 May 2024 10:00:00 +0000"
        made.set_content(self._told(_LETTER))
        made.add_attachment(self.photo(), maintype="image", subtype="jpeg", filename="photo.jpg")
        if self.dice.random() < 0.5:
            made.add_attachment(self.paper(), maintype="application", subtype="pdf", filename="paper.pdf")
        else:
            made.add_attachment(self.word(), maintype="application", subtype=_DOCX, filename="paper.docx")
        return bytes(made)

    def _told(self, signs: int) -> str:
        parts = [f"Report {self.number}."]
        while sum(map(len, parts)) < signs:
            parts.append(next(self.texts))
        return "\n\n".join(parts)

    def _other(self, pictures: list[bytes]) -> bytes:
        """One of the pictures, with a comment that no other file has."""
        comment = f"{self.number} {self.dice.random()}".encode()
        picture = self.dice.choice(pictures)
        head = 4 + int.from_bytes(picture[4:6])  # what says that it is a JPEG comes first
        return picture[:head] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2) + comment + picture[head:]


_DOCX = "vnd.openxmlformats-officedocument.wordprocessingml.document"
_KINDS: dict[str, tuple[str, Callable[[Disk], bytes]]] = {
    "photos": ("jpg", Disk.photo),
    "pdf": ("pdf", Disk.paper),
    "mails": ("eml", Disk.mail),
    "word": ("docx", Disk.word),
    "texts": ("txt", Disk.text),
    "scans": ("pdf", Disk.scan),
}


def _grains() -> Image.Image:
    """What a camera takes of a wall: grains, and no words."""
    return Image.merge("RGB", [Image.effect_noise(_PHOTO, 18) for _ in range(3)])


def pdf(pages: list[tuple[str, bytes | None]]) -> bytes:
    """A PDF whose pages have a text in Latin letters, a JPEG, or both."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for text, picture in pages:
        objects.append(_stream(_drawn(text, picture), b""))
        drawn = len(objects)
        image = b""
        if picture is not None:
            width, height = Image.open(io.BytesIO(picture)).size
            colours = f"/Width {width} /Height {height} /ColorSpace /DeviceRGB /BitsPerComponent 8"
            kind = f"/Type /XObject /Subtype /Image {colours} /Filter /DCTDecode"
            objects.append(_stream(picture, kind.encode()))
            image = f" /XObject << /Im {len(objects)} 0 R >>".encode()
        shown = b"/Resources << /Font << /F 3 0 R >>" + image + b" >> /MediaBox [0 0 595 842]"
        objects.append(b"<< /Type /Page /Parent 2 0 R " + shown + b" /Contents %d 0 R >>" % drawn)
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _bound(objects)


def _stream(content: bytes, kind: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (kind, len(content), content)


def _drawn(text: str, picture: bytes | None) -> bytes:
    """What draws a page: the lines of the text, the picture in a corner or, alone, over all of it."""
    lines = []
    for line in text.encode("cp1252", "replace").splitlines():
        lines += [line[at : at + 110] for at in range(0, len(line), 110)]
    plain = (line.translate(None, b"\\()") for line in lines)
    written = b" ".join(b"(%s) Tj T*" % line for line in plain)
    place = b"200 0 0 150 350 40" if text else b"595 0 0 842 0 0"
    image = b"q " + place + b" cm /Im Do Q " if picture is not None else b""
    return image + b"BT /F 9 Tf 11 TL 40 800 Td " + written + b" ET"


def _bound(objects: list[bytes]) -> bytes:
    """The objects as a file, with the table of where each begins."""
    out, starts = bytearray(b"%PDF-1.4\n"), []
    for number, one in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size, at = len(objects) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return bytes(out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, at))


if __name__ == "__main__":
    main()
