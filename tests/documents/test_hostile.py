"""Any bytes in any format, and real files with bytes changed, cut or moved: a text or one line, in bounded time."""

import random
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents import test_protected as files
from tests.documents.making import pdf
from tests.documents.making_parts import compound, outlook, rtf_of, telegram, warc, zipped

from tizim.documents import Extracted, Limits, RefusedError, extract

STARTS = {
    "a.rtf": b"{\\rtf1\\ansi ",
    "a.eml": b"From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n",
    "a.mhtml": b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n",
    "result.json": b'{"messages": [{"from_id": 1, "type": "message", ',
    "chat.txt": b"04.03.2031, 10:00 - A: x\n04.03.2031, 10:01 - B: ",
    "a.warc": b"WARC/1.0\r\nWARC-Type: response\r\n",
    "a.warc.gz": b"\x1f\x8b\x08",
    "a.zip": b"PK\x03\x04",
    "a.odt": b"PK\x03\x04",
    "a.msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "a.html": b"<html><body>",
    "a.pdf": b"%PDF-1.7\n",
    "a.docx": b"PK\x03\x04",
    "a.wacz": b"PK\x03\x04",
    "a": b"",
}
SMALL = Limits(unpacked_bytes=5_000_000, text_length=1_000_000, read_pages=0)  # OCR has tests of its own


def outcome(content: bytes, name: str) -> Extracted | RefusedError:
    """What comes out; anything but a text that can be stored or one line fails the test."""
    try:
        found = extract(content, file_name=name, limits=SMALL)
    except RefusedError as refusal:
        assert "\n" not in str(refusal)
        assert len(str(refusal)) < 400
        return refusal
    found.text.encode("utf-8")
    assert "\0" not in found.text
    assert "\n" not in found.remark
    for part in found.parts:
        assert part.content
        assert part.locator
    return found


@pytest.mark.parametrize("name", STARTS)
@settings(deadline=None, max_examples=30)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_one_line(name: str, content: bytes) -> None:
    outcome(STARTS[name] + content, name)


MADE: dict[str, Callable[[], bytes]] = {
    **{name: made for name, made in files.FILES.items() if not name.startswith(("+", "WhatsApp", "Чат"))},
    "chat.txt": files.whatsapp,
    "b.msg": lambda: compound(
        outlook({0x37: "x", 0x1000: "y" * 9000}, attached=[{0x3707: "a", 0x3701: b"z" * 9000}])
    ),
    "b.wacz": lambda: zipped(
        {
            "datapackage.json": "{}",
            "a.warc.gz": warc(("https://a.example", "text/html", b"<p>x"), packed=True),
        }
    ),
    "b.pdf": lambda: pdf(["One"], ["Two"]),
}


def changed(content: bytes, chance: random.Random) -> bytes:
    """The file with some bytes changed, a piece cut out, doubled or moved."""
    made = bytearray(content)
    for _ in range(chance.randrange(1, 8)):
        start, size = chance.randrange(len(made)), chance.randrange(1, 60)
        kind = chance.randrange(5)
        if kind == 0:
            made[start] = chance.randrange(256)
        elif kind == 1 and len(made) > 200:
            del made[start : start + size]
        elif kind == 2:
            made[start:start] = made[start : start + size]
        elif kind == 3:
            made[start : start + size] = chance.randbytes(size)
        else:
            made[start : start + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff"))
    return bytes(made)


@pytest.mark.parametrize("name", MADE)
def test_changed_files_give_a_text_or_one_line_in_bounded_time(name: str) -> None:
    content, chance = MADE[name](), random.Random(f"changed {name}")
    for _ in range(25):
        started = time.process_time()
        outcome(changed(content, chance), name)
        assert time.process_time() - started < 5


@pytest.mark.parametrize("name", MADE)
def test_cut_files_give_a_text_or_one_line(name: str) -> None:
    content = MADE[name]()
    for part in range(1, 12):
        outcome(content[: len(content) * part // 12], name)


LONG = 300_000
SLOW = {
    "a.rtf": [
        rtf_of('{\\field{\\*\\fldinst{HYPERLINK "' * 3_000),
        rtf_of("\\'" * LONG),
        rtf_of("{\\footnote x}" * 20_000),
    ],
    "a.eml": [
        b"From: " + b"a@" * LONG + b"\nSubject: x\n\nx",
        b"From: a@b.example\nSubject: x\n\n" + b"a@a." * LONG,
        b"From: a@b.example\nSubject: x\n\n" + b"<a@b.example" * (LONG // 10),
        b"From: a@b.example\nSubject: x\n\n" + b"+7 " * LONG,
        b"From: a@b.example\nSubject: " + b"=?utf-8?B?" * 50_000 + b"\n\nx",
        b"From: a@b.example\nTo: " + b"a@b.example, " * 50_000 + b"\nSubject: x\n\nx",
    ],
    "chat.txt": [
        b"04.03.2031, 10:00 - A: x\n" * 30_000,
        b"04.03.2031, 10:00 - " + b"A" * LONG + b"\n04.03.2031, 10:00 - A: " + b"@" * LONG,
        b"04.03.2031, 10:00 - A: x\n04.03.2031, 10:00 - A: " + b"<" * LONG + b"(file attached" * 1000,
    ],
    "result.json": [
        telegram({"text": "8 " * LONG}),
        telegram({"text": "@a" * LONG}),
        telegram(*({"text": "x"},) * 20_000),
    ],
    "a.html": [
        b"<html><p>" + b'<div class="message default' * 20_000,
        b"<html>" + b"<meta generator" * 30_000,
    ],
    "a.zip": [zipped({f"{'d_files/' * 30}{number}.html": "x" for number in range(2_000)})],
    "a.odt": [],
}


@pytest.mark.parametrize(
    ("name", "number"), [(name, number) for name, made in SLOW.items() for number in range(len(made))]
)
def test_files_made_to_tire_the_reader_take_bounded_time(name: str, number: int) -> None:
    started = time.process_time()
    outcome(SLOW[name][number], name)
    assert time.process_time() - started < 8
