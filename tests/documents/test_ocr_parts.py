"""What surrounds the program that reads pictures, tested without it."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.documents.ocr import PageRead, Pixels, Wanting, about, pages_of
from tizim.documents.ocr import program as asked_program
from tizim.documents.ocr.repair import is_odd, repaired
from tizim.documents.ocr.setting import set_in_lines
from tizim.documents.ocr.words import Box, Line, Word, view

PAGE = ("1", "1", "1")


def line(text: str, paragraph: tuple[str, ...] = PAGE, confidence: float = 95.0) -> Line:
    return Line(tuple(Word(word, confidence, Box(0, 0, 9, 9)) for word in text.split()), paragraph)


class TestWordsInTwoAlphabets:
    @pytest.mark.parametrize(
        ("read", "meant"),
        [
            ("Жapылқасын келді", "Жарылқасын келді"),  # Latin a and p
            ("Суд арестовал K. Сериковy", "Суд арестовал К. Серикову"),
            ("она жила y моря", "она жила у моря"),
            ("Three and а half years", "Three and a half years"),  # Cyrillic а
            ("SMS-хабарлама жіберді", "SMS-хабарлама жіберді"),
            ("в 2О20 году", "в 2020 году"),
        ],
    )
    def test_are_put_right_where_only_one_reading_is_possible(self, read: str, meant: str) -> None:
        assert repaired(line(read)).text == meant

    @pytest.mark.parametrize("read", ["]агуд Kun movement", "1с басталды", "Mobile и Kcell", "ABC Холдинг"])
    def test_are_left_where_it_is_not_sure(self, read: str) -> None:
        assert repaired(line(read)).text == read

    @pytest.mark.parametrize("word", ["агyдG", "0рда", "с1л", "Д8ана"])
    def test_are_told_as_odd(self, word: str) -> None:
        assert is_odd(line(word).words[0])

    @pytest.mark.parametrize(
        "word", ["2020г.", "12-го", "SMS-хабарлама", "405-бап", "№5", "А4", "12.03", "1,5"]
    )
    def test_words_with_figures_that_people_write_are_not_odd(self, word: str) -> None:
        assert not is_odd(line(word).words[0])

    @given(st.text(alphabet="АаBbсcОо0рP-. ", min_size=1))
    def test_repairing_twice_changes_nothing_more(self, text: str) -> None:
        once = repaired(line(text))
        assert repaired(once) == once


class TestLines:
    def test_a_word_split_at_the_end_of_a_line_is_whole_on_the_first_one(self) -> None:
        lines = (line("He was deten-"), line("tion, then free"))
        assert [text for text, _ in set_in_lines(lines)] == ["He was detention,", "then free"]

    def test_russian_particles_keep_their_hyphen(self) -> None:
        assert [text for text, _ in set_in_lines((line("пришёл кто-"), line("то чужой")))] == [
            "пришёл кто-то",
            "чужой",
        ]

    def test_names_and_the_next_paragraph_are_not_joined(self) -> None:
        lines = (line("in Aral-"), line("Tenge on"), line("the road-", ("1", "1", "2")))
        assert [text for text, _ in set_in_lines(lines)] == ["in Aral-", "Tenge on", "", "the road-"]

    def test_the_table_of_the_program_becomes_words_in_lines(self) -> None:
        rows = ["level\tpage", "5\t1\t1\t1\t1\t1\t10\t20\t30\t40\t91.5\tСот", "4\t1\t1\t1\t2\t0\t0\t0\t0\t0\t-1\t",
                "5\t1\t1\t1\t2\t1\t0\t0\t5\t5\t12\tx", "garbage", "5\t1\t1\t1\t3\t1\t0\t0\t5\t5\t12\t "]  # fmt: skip
        found = view("\n".join(rows))
        assert [one.text for one in found.lines] == ["Сот", "x"]
        assert found.lines[0].words[0] == Word("Сот", 91.5, Box(10, 20, 40, 60))
        assert found.is_weak


class TestTelling:
    def test_nothing_is_told_of_a_page_that_was_read_well(self) -> None:
        assert about({1: PageRead(("one", "two"))}) == ""

    def test_doubtful_lines_are_counted_and_named(self) -> None:
        assert about({1: PageRead(("a", "", "b", "c"), (3,))}) == (
            "has 1 doubtful of the 3 lines read from a picture (line 3)."
        )
        assert "(page:line 2:1)" in about({1: PageRead(("a",)), 2: PageRead(("b",), (1,))})

    def test_pages_that_were_too_hard_or_too_many_are_named(self) -> None:
        told = about({1: PageRead(in_time=False)}, unread=[2, 3])
        assert told.startswith("was not read whole on page 1: it took too long. Also, it was")
        assert "not read on 2 pages (2, 3): too many" in told


def png_start(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", width, height, 8, 2, 0, 0, 0)


class TestSizes:
    @pytest.mark.parametrize(
        ("media_type", "content", "size"),
        [
            ("image/png", png_start(30_000, 40_000), (30_000, 40_000)),
            ("image/gif", b"GIF89a" + struct.pack("<HH", 3, 4), (3, 4)),
            ("image/bmp", b"BM" + bytes(16) + struct.pack("<ii", 3, -4), (3, 4)),
            (
                "image/jpeg",
                b"\xff\xd8\xff\xe0\0\4ab\xff\xc0\0\x11\x08" + struct.pack(">HHB", 4, 3, 3),
                (3, 4),
            ),
            ("image/webp", b"RIFF....WEBPVP8X" + bytes(8) + b"\2\0\0\3\0\0", (3, 4)),
        ],
    )
    def test_are_known_before_anything_is_unpacked(
        self, media_type: str, content: bytes, size: tuple[int, int]
    ) -> None:
        assert [(one.width, one.height) for one in pages_of(content, media_type)] == [size]

    def test_pages_of_a_tiff_that_name_each_other_in_a_circle_end(self) -> None:
        page = struct.pack("<H", 2) + struct.pack("<HHII", 256, 4, 1, 7) + struct.pack("<HHII", 257, 4, 1, 9)
        content = b"II*\0" + struct.pack("<I", 8) + page + struct.pack("<I", 8)
        assert [(one.width, one.height) for one in pages_of(content, "image/tiff")] == [(7, 9)]

    @given(st.binary(max_size=200), st.sampled_from("png jpeg gif bmp webp tiff".split()))
    def test_any_bytes_have_a_size_or_none(self, content: bytes, kind: str) -> None:
        starts = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8", "tiff": b"II*\0", "webp": b"RIFF....WEBP"}
        for size in pages_of(starts.get(kind, b"") + content, f"image/{kind}"):
            assert size.width >= 0 and size.height >= 0


class TestPixels:
    def test_one_point_is_a_picture(self) -> None:
        one = Pixels(1, 1, b"\1\2\3")
        assert one.is_blank
        assert not one.has_colour
        assert not one.is_unevenly_lit

    def test_coloured_ink_goes_and_black_stays(self) -> None:
        white, black, blue = b"\xff\xff\xff", b"\x10\x10\x10", b"\x28\x46\xbe"
        page = Pixels(1000, 1, 900 * white + 50 * black + 50 * blue)
        assert page.has_colour
        assert page.without_colour() == b"P5 1000 1 255\n" + 900 * b"\xff" + 50 * b"\x10" + 50 * b"\xff"

    def test_grey_paper_in_a_corner_is_uneven_light(self) -> None:
        rows = [bytes((230 - 2 * x - y,)) * 3 for y in range(64) for x in range(64)]
        assert Pixels(64, 64, b"".join(rows)).is_unevenly_lit
        assert not Pixels(64, 64, b"\xe6\xe6\xe6" * 64 * 64).is_unevenly_lit


def test_what_to_install_is_said_where_the_program_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tizim.documents.ocr.tesseract.FOLDERS", ("/nowhere",))
    found = asked_program()
    assert isinstance(found, Wanting)
    assert "not installed" in found.what
    assert "apt install tesseract-ocr tesseract-ocr-kaz tesseract-ocr-rus tesseract-ocr-eng" in found.hint
