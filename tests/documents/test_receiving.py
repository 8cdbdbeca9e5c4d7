import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

import pytest
from tests.documents.making import pdf, word, zip_bomb

from tizim.documents import (
    Document,
    Extracted,
    Limits,
    MemoryVault,
    Received,
    Source,
    extract,
    opening,
    receive,
    text_of,
)
from tizim.documents.drafting import source_id
from tizim.documents.reprints import document_id


class InProcess:
    """Stands for the Extractor where the worker is not what is tested: starting one takes its time."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits

    def __enter__(self) -> "InProcess":
        return self

    def __exit__(self, *error: object) -> None:
        return None

    def extract(
        self, stream: BinaryIO, *, file_name: str, size: int, declared: str = "", limits: Limits | None = None
    ) -> Extracted:
        content = stream.read(size)
        if len(content) < size:
            raise EOFError
        return extract(content, file_name=file_name, limits=limits or self.limits, declared=declared)


@pytest.fixture(autouse=True)
def quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "in_worker" not in request.fixturenames:
        monkeypatch.setattr("tizim.documents.receiving.Extractor", InProcess)


@pytest.fixture
def in_worker() -> None:
    """Asked for by the tests that go the whole way, worker and all."""


def took(*paths: Path, **settings: object) -> list[Received]:
    settings.setdefault("vault", MemoryVault())
    return list(receive(paths, **settings))  # type: ignore[arg-type]


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)


def documents(received: list[Received]) -> dict[str, Document]:
    return {one.file: entry for one in received for entry in one.entries if isinstance(entry, Document)}


def lines(received: list[Received]) -> list[str]:
    return [line for one in received for line in one.lines]


def test_a_file_becomes_a_document_with_bytes_and_text_in_the_vault(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "Суд отпустил его.\r\nОн не признал вины."})
    vault = MemoryVault()
    (received,) = took(tmp_path, vault=vault)
    (document,) = received.entries
    assert isinstance(document, Document)
    assert (document.file_name, document.media_type, document.size) == ("a.txt", "text/plain", 67)
    assert (document.language, document.extractor) == ("ru", "text 1")
    assert document.id == document_id(document.sha256) == received.document_id
    assert (document.recorded_at, document.recorded_by) == ("", "")
    assert vault.open(document.sha256).read() == (tmp_path / "a.txt").read_bytes()
    assert text_of(document, vault) == "Суд отпустил его.\nОн не признал вины."
    assert received.lines == (f"a.txt: added as {document.id}.",)


def test_bytes_and_text_lie_in_the_vault_before_the_entry_is_shown(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "One is here.", "b.txt": "Two is here."})
    vault = MemoryVault()
    for received in receive([tmp_path], vault=vault):
        for entry in received.entries:
            assert isinstance(entry, Document)
            assert vault.has(entry.sha256)
            assert entry.text_sha256
            assert vault.has(entry.text_sha256)


def test_the_same_bytes_twice_are_taken_once_and_that_is_said(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "The same.", "b.txt": "The same.", "sub/c.txt": "The same."})
    received = took(tmp_path)
    assert [one.outcome for one in received] == ["added", "already_there", "already_there"]
    assert received[1].lines == (f"b.txt: is there already as {received[0].document_id}; nothing was added.",)
    assert not received[1].entries


@pytest.mark.parametrize(
    "ask", [lambda known: known, lambda known: known.__contains__], ids=["set", "callable"]
)
def test_a_document_of_an_earlier_run_is_known(tmp_path: Path, ask: Callable[[set[str]], object]) -> None:
    write(tmp_path, {"a.txt": "The same."})
    known = {documents(took(tmp_path))["a.txt"].sha256}
    assert [one.outcome for one in took(tmp_path, known=ask(known))] == ["already_there"]


class TestBadInput:
    """Each bad file makes exactly one line; the good files around it are taken."""

    def one_line(self, folder: Path, name: str, content: bytes, limits: Limits | None = None) -> str:
        write(
            folder, {"a-good.txt": "The court released him.", name: content, "z-good.txt": "He is free now."}
        )
        received = took(folder, limits=limits or Limits())
        assert [one.outcome for one in received] == ["added", "refused", "added"]
        (line,) = received[1].lines
        assert line.startswith(f"{name}: ")
        assert "\n" not in line
        return line

    @pytest.mark.parametrize(
        ("name", "content", "reason"),
        [
            ("empty.txt", b"", "is empty"),
            ("locked.pdf", pdf(["x"], locked=True), "locked with a password"),
            ("broken.pdf", pdf(["x"])[:400], "is a damaged PDF"),
            ("broken.docx", word("x" * 999)[:900], "is a damaged .docx"),
            ("old.txt", "Суд отпустил.".encode("koi8-r"), "encoding that cannot be told"),
            ("nul.txt", b"a\0b", "holds NUL bytes"),
            ("surrogate.txt", b"a \xed\xa0\x80", "damaged bytes"),
            ("film.mp4", b"\x01\x02\x03", "of a type that is not read here (.mp4)"),
        ],
    )
    def test_bad_content_is_one_line(self, tmp_path: Path, name: str, content: bytes, reason: str) -> None:
        assert reason in self.one_line(tmp_path, name, content)

    @pytest.mark.usefixtures("in_worker")
    def test_a_zip_bomb_is_one_line(self, tmp_path: Path) -> None:
        line = self.one_line(tmp_path, "bomb.docx", zip_bomb(30_000_000), Limits(unpacked_bytes=20_000_000))
        assert "unpacks to more than 20 MB" in line

    def test_a_file_of_two_gigabytes_is_refused_before_it_is_read(self, tmp_path: Path) -> None:
        with open(tmp_path / "big.txt", "wb") as stream:
            stream.truncate(2_000_000_000)
        (received,) = took(tmp_path, vault=None)
        assert received.lines == (
            "big.txt: is 2000 MB long; at most 200 MB are read. Part it, or raise the limit.",
        )

    def test_a_pipe_does_not_hold_up_the_others(self, tmp_path: Path) -> None:
        write(tmp_path, {"z.txt": "He is free."})
        os.mkfifo(tmp_path / "pipe.txt")
        received = took(tmp_path)
        assert [one.outcome for one in received] == ["refused", "added"]
        assert "is no file but a pipe" in received[0].lines[0]

    def test_a_file_that_may_not_be_read_is_one_line(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = os.open

        def refuse(path: Path, *rest: int) -> int:
            if str(path).endswith("shut.txt"):
                raise PermissionError(13, "Permission denied")
            return real(path, *rest)

        monkeypatch.setattr(os, "open", refuse)
        assert "may not be read" in self.one_line(tmp_path, "shut.txt", b"x")

    def test_a_file_that_vanishes_meanwhile_is_one_line(self, tmp_path: Path) -> None:
        write(tmp_path, {"a.txt": "One is here.", "b.txt": "Two is here.", "c.txt": "Three is here."})
        received = []
        for one in receive([tmp_path], vault=MemoryVault()):
            received.append(one)
            (tmp_path / "b.txt").unlink(missing_ok=True)
        assert [one.outcome for one in received] == ["added", "refused", "added"]
        assert "b.txt: is not there" in received[1].lines[0]

    @pytest.mark.usefixtures("in_worker")
    @pytest.mark.parametrize("change", ["Another text.", "x", "The same text, but longer than before."])
    def test_a_file_that_changes_while_it_is_read_is_refused(self, tmp_path: Path, change: str) -> None:
        write(tmp_path, {"a.txt": "The same text."})

        def known(sha256: str) -> bool:
            write(tmp_path, {"a.txt": change})
            return False

        (received,) = took(tmp_path, known=known)
        assert "changed while it was read" in received.lines[0]

    def test_a_disk_that_fails_is_one_line(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        class Failing(io.BytesIO):
            def read(self, size: int | None = -1, /) -> bytes:
                raise OSError(5, "Input/output error")

        real = opening.Watched
        monkeypatch.setattr(opening, "Watched", lambda stream: real(Failing()))
        write(tmp_path, {"a.txt": "x"})
        assert lines(took(tmp_path)) == [
            "a.txt: cannot be read (Input/output error). Copy it to another place."
        ]

    def test_a_path_that_is_not_there_is_one_line(self, tmp_path: Path) -> None:
        assert lines(took(tmp_path / "none.txt")) == [
            "none.txt: is not there. Look whether it was moved or renamed."
        ]

    @pytest.mark.usefixtures("in_worker")
    def test_odd_bytes_in_a_name_are_stored_readably(self, tmp_path: Path) -> None:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text("He is free.")
        (document,) = documents(took(tmp_path)).values()
        assert document.file_name == "\\xff.txt"

    def test_a_link_loop_is_one_line(self, tmp_path: Path) -> None:
        write(tmp_path, {"in/a.txt": "He is free."})
        (tmp_path / "in/loop").symlink_to(tmp_path)
        assert [one.outcome for one in took(tmp_path)] == ["added", "refused"]


@pytest.mark.usefixtures("in_worker")
def test_a_scan_is_kept_and_a_line_says_that_it_has_no_text(tmp_path: Path) -> None:
    write(tmp_path, {"scan.pdf": pdf([]), "list.csv": "name\nx"})
    vault = MemoryVault()
    received = took(tmp_path, vault=vault)
    assert [one.outcome for one in received] == ["added", "added"]
    assert "is a scan: it is kept without text" in received[1].lines[0]
    scan = documents(received)["scan.pdf"]
    assert (scan.text_sha256, scan.extractor) == (None, "pdf 1")
    assert vault.has(scan.sha256)


class TestMetadata:
    def test_fields_of_sheets_and_options_stand_in_the_entries(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            {"a.txt": "He is free.", "documents.yml": "defaults: {publisher: Steppe Monitor, kind: report}"},
        )
        (tmp_path / "a.txt.yml").write_text("date: 2022-04~\nobtained: published\nauthor: D. K.\n")
        (received,) = took(tmp_path, options={"obtained_at": "2022-05-01", "source_kind": "local_monitor"})
        source, document = received.entries
        assert isinstance(source, Source)
        assert isinstance(document, Document)
        assert (source.name, source.source_kind, source.protected) == (
            "Steppe Monitor",
            "local_monitor",
            False,
        )
        assert document.source_id == source.id == source_id("steppe  MONITOR")
        assert (document.document_kind, document.date, document.author) == ("report", "2022-04~", "D. K.")
        assert (document.obtained, document.obtained_at) == ("published", "2022-05-01")

    def test_a_source_comes_once_in_a_run(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            {"a.txt": "One.", "b.txt": "Two.", "documents.yml": "defaults: {publisher: Steppe Monitor}"},
        )
        received = took(tmp_path)
        assert [[entry.kind for entry in one.entries] for one in received] == [
            ["source", "document"],
            ["document"],
        ]

    def test_a_publisher_told_about_in_two_ways_is_refused_without_its_name(self, tmp_path: Path) -> None:
        write(tmp_path, {"a.txt": "One.", "b.txt": "Two."})
        write(
            tmp_path,
            {
                "a.txt.yml": "publisher: Steppe Monitor",
                "b.txt.yml": "{publisher: steppe monitor, protected: yes}",
            },
        )
        received = took(tmp_path)
        assert [one.outcome for one in received] == ["added", "refused"]
        assert "tells otherwise about its publisher (s-" in received[1].lines[0]
        assert "Steppe" not in received[1].lines[0]

    def test_a_kind_of_source_without_a_publisher_is_refused(self, tmp_path: Path) -> None:
        write(tmp_path, {"a.txt": "One.", "a.txt.yml": "protected: yes"})
        assert "has protected but no publisher" in lines(took(tmp_path))[0]

    def test_a_file_with_a_wrong_sheet_waits_and_all_its_problems_are_told(self, tmp_path: Path) -> None:
        write(tmp_path, {"a.txt": "One.", "a.txt.yml": "titel: x\ndate: y", "b.txt": "Two."})
        received = took(tmp_path)
        assert [(one.outcome, len(one.problems)) for one in received] == [("refused", 2), ("added", 0)]

    def test_a_wrong_folder_file_is_told_once_and_its_folder_waits(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            {"x/a.txt": "One.", "x/b.txt": "Two.", "x/documents.yml": "a: b: c", "y/c.txt": "Three."},
        )
        received = took(tmp_path)
        assert [(one.file, one.outcome) for one in received] == [
            ("x/documents.yml", "refused"),
            ("y/c.txt", "added"),
        ]

    def test_an_entry_for_no_file_is_told_and_the_others_go_on(self, tmp_path: Path) -> None:
        write(tmp_path, {"a.txt": "One.", "documents.yml": "b.txt: {title: x}"})
        assert [one.outcome for one in took(tmp_path)] == ["refused", "added"]

    def test_wrong_options_stop_the_run_before_it_starts(self, tmp_path: Path) -> None:
        write(tmp_path, {"a.txt": "One."})
        (received,) = took(tmp_path, options={"date": "x"})
        assert (received.outcome, received.problems[0].where) == ("refused", "option date")


class TestReprints:
    def reprint_of(self, folder: Path, name: str, named: str) -> str | None:
        write(folder, {f"{name}.yml": f"reprints: {named}"})
        return documents(took(folder))[name].reprints

    @pytest.mark.parametrize("name", ["a.txt", "z.txt"])
    def test_a_reprint_is_tied_to_its_original_in_whatever_order_they_come(
        self, tmp_path: Path, name: str
    ) -> None:
        write(tmp_path, {"m.txt": "The original says so.", name: "Copied: the original says so."})
        original = documents(took(tmp_path))["m.txt"].id
        assert self.reprint_of(tmp_path, name, "m.txt") == original

    def test_an_original_in_another_folder_below_the_same_root_is_found(self, tmp_path: Path) -> None:
        write(tmp_path, {"x/m.txt": "The original says so.", "y/a.txt": "Copied: it says so."})
        original = documents(took(tmp_path))["x/m.txt"].id
        assert self.reprint_of(tmp_path, "y/a.txt", "../x/m.txt") == original

    def test_an_original_may_be_named_by_its_id(self, tmp_path: Path) -> None:
        write(tmp_path, {"a.txt": "Copied."})
        assert self.reprint_of(tmp_path, "a.txt", f"d-{'0' * 20}") == f"d-{'0' * 20}"

    @pytest.mark.parametrize(
        ("named", "reason"),
        [
            ("none.txt", "reprints a file that is not here"),
            ("a.txt", "reprints itself"),
            ("../out.txt", "reprints a file that is not here"),
            ("/etc/passwd", "reprints a file that is not here"),
            ("same.txt", "reprints itself"),
            ("empty.txt", "reprints a file that is empty"),
        ],
    )
    def test_an_original_that_cannot_be_is_refused(self, tmp_path: Path, named: str, reason: str) -> None:
        write(
            tmp_path,
            {"out.txt": "Outside.", "in/a.txt": "Copied.", "in/same.txt": "Copied.", "in/empty.txt": ""},
        )
        write(tmp_path, {"in/a.txt.yml": f"reprints: {named}"})
        assert reason in lines(took(tmp_path / "in"))[0]

    def test_reprints_in_a_circle_are_all_refused(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            {
                "a.txt": "One.",
                "b.txt": "Two.",
                "documents.yml": "{a.txt: {reprints: b.txt}, b.txt: {reprints: a.txt}}",
            },
        )
        received = took(tmp_path)
        assert [one.outcome for one in received] == ["refused", "refused"]


MEASURE = """
import resource, sys
from pathlib import Path
from tizim.documents import receive

class Nowhere:
    def put(self, stream):
        import hashlib
        digest = hashlib.sha256()
        while piece := stream.read(65536):
            digest.update(piece)
        return digest.hexdigest()

def peak(who):
    return resource.getrusage(who).ru_maxrss // 1024

early = taken = 0
for received in receive([Path(sys.argv[1])], vault=Nowhere()):
    assert received.outcome == "added", received
    taken += 1
    if taken == 100:
        early = peak(resource.RUSAGE_SELF)
print(taken, early, peak(resource.RUSAGE_SELF), peak(resource.RUSAGE_CHILDREN))
"""


def test_memory_stays_flat_over_a_thousand_documents(tmp_path: Path) -> None:
    page = "<html><body><article>{}</article></body></html>"
    story = "<p>The court of Orda held two men, number {}, for two months on Monday.</p>" * 12
    for number in range(1_000):
        text = "".join(f"The court released person {number} of case {line}.\n" for line in range(200))
        kinds = {
            0: ("html", page.format(story.format(*[number] * 12))),
            1: ("md", f"# Case {number}\n\n{text}"),
        }
        ending, content = kinds.get(number % 20, ("txt", text))
        write(tmp_path, {f"{number:04}.{ending}": content})
    write(tmp_path, {"z.pdf": pdf(["A page"] * 40), "z.docx": word("A paragraph")})
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(tmp_path)], capture_output=True, text=True, check=True
    )
    taken, early, late, worker = map(int, done.stdout.split())
    assert taken == 1_002
    assert late - early <= 10, f"{early} MB after 100 files, {late} MB at the end"
    assert worker < 400
