"""ZIP, WARC and WACZ: the files in them; locks, bombs and tricks with paths."""

import io
import zipfile

import pytest
from tests.documents.making import word
from tests.documents.making_parts import locked, named_zip, warc, zipped
from tests.documents.test_extraction import refusal, taken

from tizim.documents import Limits, RefusedError

PAGE = "<html><body><p>Суд арестовал двоих человек в Орде.</p></body></html>"


class TestZip:
    def test_the_files_come_whole_in_their_order(self) -> None:
        parts = taken(zipped({"b/2.txt": "two", "a.txt": "one"}), "a.zip").parts
        assert [(part.name, part.locator, part.content) for part in parts] == [
            ("2.txt", "b/2.txt", b"two"),
            ("a.txt", "a.txt", b"one"),
        ]

    def test_what_programs_put_in_beside_is_passed_over(self) -> None:
        files = {
            "__MACOSX/._a.txt": "x",
            ".DS_Store": "x",
            "d/Thumbs.db": "x",
            "d/~$a.docx": "x",
            "d/": "",
            "a.txt": "one",
        }
        assert [part.name for part in taken(zipped(files), "a.zip").parts] == ["a.txt"]

    def test_the_folder_of_a_saved_page_is_passed_over(self) -> None:
        files = {
            "s/Page.html": PAGE,
            "s/Page_files/x.html": "x",
            "s/Page_files/d/y.js": "x",
            "s/Other_files/a.txt": "one",
        }
        assert [part.locator for part in taken(zipped(files), "a.zip").parts] == [
            "s/Page.html",
            "s/Other_files/a.txt",
        ]

    @pytest.mark.parametrize("encoding", ["cp866", "cp1251", "utf-8"])
    def test_names_in_old_encodings_are_read(self, encoding: str) -> None:
        (part,) = taken(named_zip("Дело/Приговор суда.txt".encode(encoding), b"x"), "a.zip").parts
        assert part.locator == "Дело/Приговор суда.txt"

    def test_kazakh_names_are_read(self) -> None:
        (part,) = taken(named_zip("Қаулы.txt".encode("kz1048"), b"x"), "a.zip").parts
        assert part.name == "Қаулы.txt"

    def test_the_name_that_a_packer_puts_beside_in_utf8_goes_first(self) -> None:
        kept = io.BytesIO()
        info = zipfile.ZipInfo("_.txt")
        told = b"\x01\0\0\0\0" + "Үкім.txt".encode()
        info.extra = (0x7075).to_bytes(2, "little") + len(told).to_bytes(2, "little") + told
        with zipfile.ZipFile(kept, "w") as archive:
            archive.writestr(info, "x")
        assert taken(kept.getvalue(), "a.zip").parts[0].name == "Үкім.txt"

    @pytest.mark.parametrize(
        "name", ["../../etc/passwd", "/etc/passwd", "C:\\etc\\passwd", "..\\etc\\passwd", "etc/./passwd"]
    )
    def test_paths_that_lead_out_are_only_names(self, name: str) -> None:
        (part,) = taken(zipped({name: "x"}), "a.zip").parts
        assert (part.name, part.locator) == ("passwd", "etc/passwd")

    def test_links_are_left_out(self) -> None:
        kept = io.BytesIO(zipped({"a.txt": "one"}))
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        with zipfile.ZipFile(kept, "a") as archive:
            archive.writestr(link, "/etc/passwd")
        (left,) = taken(kept.getvalue(), "a.zip").left_out
        assert (left.locator, left.what) == ("link.txt", "is a link; it is not followed.")

    def test_locked_files_are_one_line_each_and_the_others_are_taken(self) -> None:
        mixed = bytearray(zipped({"a.txt": "one", "b.txt": "two"}))
        for start, shift in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
            mixed[mixed.rfind(start) + shift] |= 1
        found = taken(bytes(mixed), "a.zip")
        assert [part.name for part in found.parts] == ["a.txt"]
        assert [(left.locator, left.what) for left in found.left_out] == [
            ("b.txt", "is locked with a password.")
        ]

    def test_a_damaged_file_in_it_does_not_stop_the_others(self) -> None:
        made = bytearray(zipped({"a.txt": "one" * 99, "b.txt": "two" * 99}))
        made[made.find(b"a.txt") + 6] ^= 0xFF
        found = taken(bytes(made), "a.zip")
        assert [part.name for part in found.parts] == ["b.txt"]
        assert found.left_out[0].what.startswith("is damaged")

    def test_a_bomb_in_it_is_left_out(self) -> None:
        found = taken(zipped({"bomb.txt": b" " * 20_000_000, "a.txt": "one"}), "a.zip")
        assert [part.name for part in found.parts] == ["a.txt"]
        assert "unpacks to more than 300 times its length" in found.left_out[0].what

    @pytest.mark.parametrize(
        ("content", "limits", "reason"),
        [
            (zipped({"a.txt": "x" * 1001}), Limits(unpacked_bytes=1000), "unpacks to more than 1000 bytes"),
            (zipped({f"{n}.txt": "x" for n in range(9)}), Limits(parts=8), "holds more than 8 files"),
            (
                locked(zipped({"a.txt": "one", "b.txt": "two"})),
                Limits(),
                "is an archive locked with a password",
            ),
            (zipped({"a.txt": "one"})[:-30], Limits(), "is a damaged .zip file"),
            (zipped({}), Limits(), "is an archive without files"),
            (b"hello", Limits(), "is named .zip but is not one"),
        ],
    )
    def test_bad_archives_are_one_line(self, content: bytes, limits: Limits, reason: str) -> None:
        assert reason in refusal(content, "a.zip", limits)

    def test_the_line_about_a_damaged_one_does_not_repeat_an_odd_ending(self) -> None:
        with pytest.raises(RefusedError, match=r"^is a damaged \.zip file\. Get a whole copy of it\.$"):
            taken(b"PK\3\4" + b"x" * 50, "a.x\ny")

    def test_other_office_files_are_no_archives(self) -> None:
        assert "not read here" in refusal(
            zipped({"[Content_Types].xml": "x", "ppt/presentation.xml": "x"}), "a.pptx"
        )
        assert taken(word("Held."), "a.zip").text == "Held."


class TestWebArchive:
    @pytest.mark.parametrize("packed", [False, True])
    def test_pages_texts_and_papers_are_taken_with_address_and_day(self, packed: bool) -> None:
        content = warc(
            ("https://news.example/a/", "text/html; charset=windows-1251", PAGE.encode("cp1251")),
            ("https://news.example/x.png", "image/png", b"x"),
            ("https://news.example/Order%204.pdf", "application/pdf", b"%PDF-"),
            ("https://news.example/list.php?x=1", "text/plain", b"Two held."),
            packed=packed,
        )
        parts = taken(content, "a.warc.gz" if packed else "a.warc").parts
        assert [(part.name, part.locator, part.url) for part in parts] == [
            ("a.html", "record 1", "https://news.example/a/"),
            ("Order 4.pdf", "record 3", "https://news.example/Order%204.pdf"),
            ("list.php.txt", "record 4", "https://news.example/list.php?x=1"),
        ]
        assert {(part.obtained_at, part.note) for part in parts} == {
            ("2031-03-05", "captured 2031-03-05T08:00:00Z")
        }
        assert parts[0].declared == "text/html; charset=windows-1251"

    def test_answers_that_are_errors_are_passed_over(self) -> None:
        content = warc(("https://news.example/a", "text/html", PAGE.encode())).replace(b"200 OK", b"404 No")
        assert "without pages" in refusal(content, "a.warc")

    @pytest.mark.parametrize("cut", [30, 200])
    @pytest.mark.parametrize("packed", [False, True])
    def test_a_cut_archive_gives_what_is_whole_and_a_line(self, cut: int, packed: bool) -> None:
        one = ("https://news.example/a", "text/html", PAGE.encode())
        content = warc(one, ("https://news.example/b", "text/html", PAGE.encode() * 20), packed=packed)
        found = taken(content[:-cut], "a.warc")
        assert found.parts[0].locator == "record 1"

    def test_a_bomb_is_one_line(self) -> None:
        content = warc(*(("https://a.example/", "text/html", b" x" * 100_000),) * 9, packed=True)
        assert "holds more than 1 MB or" in refusal(content, "a.warc.gz", Limits(unpacked_bytes=1_000_000))

    def test_a_collection_gives_its_archives(self) -> None:
        made = warc(("https://news.example/a", "text/html", PAGE.encode()), packed=True)
        files = {
            "datapackage.json": "{}",
            "archive/data.warc.gz": made,
            "pages/pages.jsonl": "{}",
            "indexes/i.cdx": "x",
        }
        found = taken(zipped(files), "a.wacz")
        assert [(part.name, part.locator) for part in found.parts] == [
            ("data.warc.gz", "archive/data.warc.gz")
        ]
        assert "without archived pages" in refusal(zipped({"datapackage.json": "{}"}), "a.wacz")
