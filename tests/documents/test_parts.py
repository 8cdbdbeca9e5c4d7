"""Files in files, received: each a document of its own, tied to the one it came in, none twice, none lost."""

import io
from pathlib import Path

import pytest
from tests.documents.making import pdf
from tests.documents.making_parts import letter, telegram, warc, zipped
from tests.documents.test_receiving import InProcess, documents, lines, took, write

from tizim.documents import Extracted, Extractor, Limits, MemoryVault, RefusedError, text_of

SAID = "The court of Orda held two men for two months."


@pytest.fixture(autouse=True)
def quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "in_worker" not in request.fixturenames:
        monkeypatch.setattr("tizim.documents.receiving.Extractor", InProcess)


@pytest.fixture
def in_worker() -> None:
    """Asked for by the tests that go the whole way, worker and all."""


@pytest.mark.usefixtures("in_worker")
def test_parts_become_documents_tied_to_their_container_which_is_kept_too(tmp_path: Path) -> None:
    inner = bytes(letter("See the papers.", {"order.txt": SAID.encode()}, subject="Papers"))
    write(tmp_path, {"a.zip": zipped({"mails/one.eml": inner, "b.txt": "He is free now."})})
    vault = MemoryVault()
    found = documents(took(tmp_path, vault=vault))
    assert list(found) == ["a.zip#mails/one.eml#attachment 1", "a.zip#mails/one.eml", "a.zip#b.txt", "a.zip"]
    order, mail, text, archive = found.values()
    assert (order.part_of, order.locator, order.file_name) == (mail.id, "attachment 1", "order.txt")
    assert (mail.part_of, mail.locator) == (archive.id, "mails/one.eml")
    assert (text.part_of, archive.part_of, archive.text_sha256) == (archive.id, None, None)
    assert text_of(order, vault) == SAID
    assert all(vault.has(document.sha256) for document in found.values())


@pytest.mark.usefixtures("in_worker")
def test_adding_again_doubles_nothing_and_says_one_line(tmp_path: Path) -> None:
    write(tmp_path, {"a.zip": zipped({"a.txt": SAID, "b.txt": "He is free now."})})
    known = {document.sha256 for document in documents(took(tmp_path)).values()}
    again = took(tmp_path, known=known)
    assert [(one.file, one.outcome) for one in again] == [("a.zip", "already_there")]


def test_an_interruption_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"a.zip": zipped({f"{n}.txt": f"{SAID} {n}" for n in range(4)})})
    whole = [one.document_id for one in took(tmp_path)]
    for stop in range(5):
        first = took(tmp_path)[:stop]
        known = {document.sha256 for document in documents(first).values()}
        second = [one.document_id for one in took(tmp_path, known=known) if one.outcome == "added"]
        assert [one.document_id for one in first] + second == whole


def test_a_part_that_could_not_be_taken_is_taken_when_it_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a.zip": zipped({"a.txt": SAID, "b.txt": "He is free now."})})
    real = InProcess.extract

    def extract(self: InProcess, stream: io.BytesIO, *, file_name: str, **rest: object) -> Extracted:
        if file_name == "b.txt":
            raise RefusedError("waits.")
        return real(self, stream, file_name=file_name, **rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(InProcess, "extract", extract)
        known = {document.sha256 for document in documents(took(tmp_path)).values()}
    assert [(one.file, one.outcome) for one in took(tmp_path, known=known)] == [
        ("a.zip#b.txt", "added"),
        ("a.zip", "already_there"),
    ]


def test_the_same_part_in_two_containers_is_one_document(tmp_path: Path) -> None:
    write(tmp_path, {"a.zip": zipped({"a.txt": SAID}), "b.zip": zipped({"b.txt": SAID})})
    assert [(one.file, one.outcome) for one in took(tmp_path)] == [
        ("a.zip#a.txt", "added"),
        ("a.zip", "added"),
        ("b.zip#b.txt", "already_there"),
        ("b.zip", "added"),
    ]


def test_one_bad_part_does_not_stop_the_others_and_each_has_its_line(tmp_path: Path) -> None:
    files = {
        "a.txt": SAID,
        "b.pdf": pdf(["x"])[:300],
        "c.mp4": b"\x01\x02",
        "d.txt": b"a\0b",
        "e.txt": "",
        "f.txt": "He is free.",
    }
    write(tmp_path, {"a.zip": zipped(files), "z.txt": "He is free now."})
    received = took(tmp_path)
    assert sorted(one.file for one in received if one.outcome == "refused") == [
        "a.zip#b.pdf", "a.zip#c.mp4", "a.zip#d.txt", "a.zip#e.txt",
    ]  # fmt: skip
    assert all(len(one.lines) == 1 and one.lines[0].startswith(f"{one.file}: ") for one in received)
    assert [one.file for one in received if one.outcome == "added"] == [
        "a.zip#a.txt",
        "a.zip#f.txt",
        "a.zip",
        "z.txt",
    ]


def test_what_people_say_of_a_container_holds_for_its_parts_where_it_can(tmp_path: Path) -> None:
    page = b'<html><head><meta property="og:site_name" content="Steppe Voice"></head><body><p>Held.</p></body></html>'
    web = warc(
        ("https://news.example/a", "text/html", page), ("https://news.example/b", "text/plain", b"Two held.")
    )
    write(tmp_path, {"a.warc": web, "b.eml": bytes(letter("x", {"o.txt": SAID.encode()}))})
    said = "{title: Mine, date: 2031, publisher: A lawyer, protected: yes, obtained: given_by_lawyer, url: https://x.example/}"
    write(tmp_path, {"documents.yml": f"{{a.warc: {said}, b.eml: {said}}}"})
    received = took(tmp_path)
    found = documents(received)
    names = {entry.id: entry.name for one in received for entry in one.entries if entry.kind == "source"}  # type: ignore[union-attr]
    first, second, attached = found["a.warc#record 1"], found["a.warc#record 2"], found["b.eml#attachment 1"]
    assert (names[str(first.source_id)], first.obtained) == ("Steppe Voice", "given_by_lawyer")
    assert (first.url, first.obtained_at, first.note) == (
        "https://news.example/a",
        "2031-03-05",
        "captured 2031-03-05T08:00:00Z",
    )
    assert names[str(second.source_id)] == names[str(attached.source_id)] == "A lawyer"
    assert (attached.title, attached.date, attached.url, attached.obtained) == (
        None,
        None,
        None,
        "given_by_lawyer",
    )
    assert found["b.eml"].title == "Mine"


def test_options_hold_for_parts_too(tmp_path: Path) -> None:
    write(tmp_path, {"b.zip": zipped({"o.txt": SAID})})
    found = documents(took(tmp_path, options={"date": "2031", "kind": "report"}))
    assert {(one.date, one.document_kind) for one in found.values()} == {("2031", "report")}


def nested(depth: int) -> bytes:
    content = zipped({"end.txt": SAID})
    for number in range(depth - 1):
        content = zipped({f"{number}.zip": content})
    return content


def test_archives_in_archives_are_opened_to_a_depth_and_no_further(tmp_path: Path) -> None:
    write(tmp_path, {"a.zip": nested(5)})
    assert [one.outcome for one in took(tmp_path)] == ["added"] * 6
    write(tmp_path, {"a.zip": nested(50)})
    received = took(tmp_path)
    assert [one.outcome for one in received] == ["refused"] + ["added"] * 5
    assert "lies in 5 files, one in the other, and holds more" in received[0].lines[0]


def test_files_in_files_share_what_one_file_may_take(tmp_path: Path) -> None:
    inner = zipped({"x.txt": "x " * 300})
    write(tmp_path, {"a.zip": zipped({"1.zip": inner, "2.txt": "y " * 300})})
    limits = Limits(unpacked_bytes=len(inner) + 1000)
    received = took(tmp_path, limits=limits)
    assert [(one.file, one.outcome) for one in received] == [
        ("a.zip#1.zip", "refused"),
        ("a.zip#2.txt", "added"),
        ("a.zip", "added"),
    ]
    assert "unpacks to more than" in received[0].lines[0]


def test_an_archive_of_files_that_break_the_reader_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = InProcess.extract

    def extract(self: InProcess, stream: io.BytesIO, *, file_name: str, **rest: object) -> Extracted:
        if file_name.endswith(".txt"):
            raise RefusedError("takes longer than 60 seconds to read.")
        return real(self, stream, file_name=file_name, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(InProcess, "extract", extract)
    write(tmp_path, {"a.zip": zipped({f"{n}.txt": f"{n}" for n in range(30)})})
    received = took(tmp_path)
    assert len(received) == 11
    assert "holds 10 parts or more that break" in received[-1].lines[0]


def test_a_page_and_its_folder_are_one_document(tmp_path: Path) -> None:
    page = f"<html><body><p>{SAID}</p></body></html>"
    write(
        tmp_path,
        {
            "Page.html": page,
            "Page_files/x.html": page + " ",
            "Page_files/y.txt": "y",
            "x_files/z.txt": "He is free.",
        },
    )
    assert list(documents(took(tmp_path))) == ["Page.html", "x_files/z.txt"]


def test_a_channel_is_a_publisher(tmp_path: Path) -> None:
    write(tmp_path, {"result.json": telegram({"text": SAID}, name="Steppe Voice", kind="public_channel")})
    (received,) = took(tmp_path)
    assert [entry.kind for entry in received.entries] == ["source", "document"]


class Lying:
    """A worker's answer that is not as agreed."""

    TEXT = """
import io, sys
from tizim.documents.frames import receive, send
receive(sys.stdin.buffer, most=1 << 40)
head = {"extractor": "x", "media_type": "y", "pages": [], "left_out": [], "parts": PARTS}
send(sys.stdout.buffer, head, io.BytesIO(b""), 0)
for about, size in SENT:
    send(sys.stdout.buffer, about, io.BytesIO(bytes(size)), size)
"""


@pytest.mark.parametrize(
    ("parts", "sent"),
    [
        (1, []),
        (2, [({"name": "a", "locator": "b"}, 5)]),
        (1, [({"name": "a", "locator": "b"}, 5_000)]),
        (1, [({"name": "a"}, 5)]),
        (1, [({"name": "a", "locator": "b", "unknown": 1}, 5)]),
        (99_999, []),
        ("x", []),
    ],
)
@pytest.mark.usefixtures("in_worker")
def test_a_worker_that_lies_about_parts_is_not_believed(
    monkeypatch: pytest.MonkeyPatch, parts: object, sent: object
) -> None:
    import sys

    code = Lying.TEXT.replace("PARTS", repr(parts)).replace("SENT", repr(sent))
    monkeypatch.setattr(
        "tizim.documents.extractor.worker_command", lambda: (sys.executable, "-P", "-c", code)
    )
    with (
        Extractor(Limits(unpacked_bytes=1_000)) as extractor,
        pytest.raises(RefusedError, match="breaks the program"),
    ):
        extractor.extract(io.BytesIO(b"x"), file_name="a.zip", size=1)


def test_messages_and_entries_of_parts_hold_no_numbers_of_people(tmp_path: Path) -> None:
    write(
        tmp_path, {"a.zip": zipped({"+7 701 765 43 21/x.txt": SAID, "d/WhatsApp Chat with Aset.txt": b"a\0"})}
    )
    received = took(tmp_path)
    found = documents(received)["a.zip#[number]/x.txt"]
    assert found.locator == "[number]/x.txt"
    assert found.protected_sha256
    assert any(line.startswith("a.zip#d/WhatsApp chat.txt: ") for line in lines(received))
