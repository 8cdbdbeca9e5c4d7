import io
import unicodedata
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.making import pdf, with_parts, word, zip_bomb

from tizim.documents import Extracted, Limits, RefusedError, extract

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Арест продлён | Голос степи</title>
<meta property="og:site_name" content="Голос степи"><meta name="author" content="Ирина Полозова">
<meta property="article:published_time" content="2031-03-04T10:00:00+05:00">
<link rel="canonical" href="https://golos.example/4"></head><body>
<nav><ul><li><a href="/">Главная страница</a></li><li><a href="/news">Лента новостей</a></li></ul></nav>
<article><h1>Арест продлён</h1>
<p>Городской суд Орды 3 марта продлил на два месяца арест двоих из движения &laquo;Степной ветер&raquo;, которых
задержали в январе после митинга у памятника.</p>
<p>По словам адвоката, заседание длилось четыре минуты &mdash; быстрее, чем читают пере&shy;чень имён.</p>
<ul><li>Первый арестован по статье 308.</li><li>Второй арестован по статье 217.</li></ul>
<p>Следующее заседание назначено на 3 мая, но ни родных, ни журналистов в зал не пустят, как и в прошлый раз.</p>
</article><footer><p>&copy; 2029 Голос степи. Подпишитесь на рассылку.</p></footer></body></html>"""


def taken(content: bytes | str, name: str, limits: Limits | None = None) -> Extracted:
    content = content.encode() if isinstance(content, str) else content
    return extract(content, file_name=name, limits=limits or Limits())


def refusal(content: bytes | str, name: str, limits: Limits | None = None) -> str:
    with pytest.raises(RefusedError) as caught:
        taken(content, name, limits)
    line = str(caught.value.problem(name))
    assert "\n" not in line
    return line


class TestText:
    def test_only_line_ends_and_composition_change(self) -> None:
        found = taken("One \r\nй\u0306 \r two\tthree  \n\n", "a.txt")
        assert found.text == unicodedata.normalize("NFC", "One \nй\u0306 \n two\tthree  \n\n")
        assert (found.extractor, found.media_type, found.pages) == ("text 1", "text/plain", ())

    def test_an_encoding_other_than_utf8_is_named_in_the_extractor(self) -> None:
        text = "Суд в Орде арестовал двоих на два месяца, и они не признали вины."
        assert taken(text.encode("koi8-r"), "a.txt").extractor == "text 1, koi8-r"

    def test_form_feeds_part_pages(self) -> None:
        assert taken("one\n\ftwo\n\fthree", "a.txt").pages == (0, 5, 10)

    def test_markdown_keeps_its_marks_and_its_first_heading_is_the_title(self) -> None:
        found = taken("intro\n\n# Court bans *Open* club #\n\n- item", "a.md")
        assert found.title == "Court bans *Open* club"
        assert found.text.startswith("intro\n\n# Court")

    @settings(deadline=None)
    @given(
        st.text(min_size=1, max_size=60).filter(lambda text: text.strip("\ufeff\r\n\t ") and "\0" not in text)
    )
    def test_any_text_in_utf8_comes_out_composed_and_whole(self, text: str) -> None:
        found = extract(b"\xef\xbb\xbf" + text.encode(), file_name="a.txt")
        assert found.text == unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


class TestHtml:
    def test_the_main_text_comes_without_menu_and_footer(self) -> None:
        text = taken(PAGE, "a.html").text
        assert "быстрее, чем читают перечень имён." in text
        assert "- Первый арестован по статье 308." in text
        assert "Главная" not in text
        assert "рассылку" not in text

    def test_what_the_page_says_about_itself_is_taken(self) -> None:
        found = taken(PAGE, "a.html")
        assert (found.author, found.publisher, found.date) == ("Ирина Полозова", "Голос степи", "2031-03-04")
        assert found.url == "https://golos.example/4"
        assert found.title == "Арест продлён"

    def test_the_text_tells_its_language_better_than_the_markup(self) -> None:
        assert taken(PAGE, "a.html").language == "ru"

    def test_a_date_is_not_guessed_from_the_text(self) -> None:
        undated = PAGE.replace("article:published_time", "x")
        assert taken(undated, "a.html").date is None
        shown = undated.replace("</h1>", "</h1><time datetime='2031-03-05T08:00'>5 марта</time>")
        assert taken(shown, "a.html").date == "2031-03-05"
        linked = undated.replace(
            "</head>", '<script type="application/ld+json">{"datePublished": "2031-03-06"}</script></head>'
        )
        assert taken(linked, "a.html").date == "2031-03-06"

    def test_a_declared_old_encoding_is_used(self) -> None:
        page = PAGE.replace("utf-8", "windows-1251").encode("cp1251", "xmlcharrefreplace")
        found = taken(page, "a.html")
        assert found.text == taken(PAGE, "a.html").text
        assert found.extractor == "html 1, cp1251"

    def test_utf8_is_read_as_such_even_if_declared_otherwise(self) -> None:
        assert taken(PAGE.replace("utf-8", "windows-1251"), "a.html").extractor == "html 1"

    def test_a_short_page_gives_all_its_text_but_menus(self) -> None:
        page = "<html><body><nav>menu</nav><p>Held.</p><script>x</script>He is <b>free</b> now<p>Two</p></body></html>"
        assert taken(page, "a.html").text == "Held.\nHe is free now\nTwo"

    def test_a_page_without_ending_in_its_name_is_known_by_its_start(self) -> None:
        assert taken("<!DOCTYPE html><p>Held in Orda.", "page").media_type == "text/html"

    @pytest.mark.parametrize(
        "page",
        [
            "<p>a &#xD800; b &#0; c",
            "<" * 3000,
            "<p>x" + "<div>" * 20_000,
            "<?xml version='1.0' encoding='x'?><p>y",
        ],
    )
    def test_broken_markup_gives_a_text_that_can_be_stored_or_one_line(self, page: str) -> None:
        try:
            taken(page, "a.html").text.encode("utf-8")
        except RefusedError as error:
            assert error.what

    def test_a_page_without_text_is_refused(self) -> None:
        assert "without text" in refusal("<html><body><script>x</script></body></html>", "a.html")


class TestPdf:
    def test_lines_pages_and_letters_of_three_languages_come_out(self) -> None:
        found = taken(pdf(["Сот шешімі: ғ ә қ ұ.", "Court"], ["Страница два"], title="T"), "a.pdf")
        assert found.text == "Сот шешімі: ғ ә қ ұ.\nCourt\n\fСтраница два"
        assert found.pages == (0, 28)
        assert (found.title, found.extractor, found.remark) == ("T", "pdf 1", "")

    def test_words_split_at_a_line_end_are_whole_again(self) -> None:
        assert taken(pdf(["He was deten-", "ted in Aral-", "Tenge; oﬃce"]), "a.pdf").text == (
            "He was deteted in Aral-Tenge; office"
        ).replace("deteted", "detented")

    def test_a_scan_is_kept_without_text_and_says_so(self) -> None:
        found = taken(pdf([], []), "a.pdf")
        assert (found.text, found.pages) == ("", ())
        assert "is a scan" in found.remark

    def test_pages_that_are_pictures_are_named(self) -> None:
        assert "no text on 2 of its 3 pages (1, 3)" in taken(pdf([], ["Text"], []), "a.pdf").remark

    def test_a_locked_pdf_is_refused(self) -> None:
        assert "locked with a password" in refusal(pdf(["x"], locked=True), "a.pdf")

    @pytest.mark.parametrize("size", [20, 300, 700])
    def test_a_cut_pdf_is_refused(self, size: int) -> None:
        assert "is a damaged PDF" in refusal(pdf(["x"])[:size], "a.pdf")

    def test_a_file_that_is_only_named_pdf_is_refused(self) -> None:
        assert "is named .pdf but is not one" in refusal("hello", "a.pdf")

    def test_a_pdf_is_known_by_its_first_bytes(self) -> None:
        assert taken(pdf(["x"]), "a.txt").media_type == "application/pdf"


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class TestWord:
    def test_paragraphs_and_tables_come_in_their_order(self) -> None:
        found = taken(
            word("First", "Last", rows=[["Name", "Term"], ["Aset", "2 years"]], title="List"), "a.docx"
        )
        assert found.text == "First\nName\tTerm\nAset\t2 years\nLast"
        assert (found.title, found.extractor) == ("List", "docx 2")

    def test_insertions_count_and_deletions_do_not(self) -> None:
        body = (
            f"<w:document {W}><w:body><w:p><w:r><w:t>He is </w:t></w:r><w:ins><w:r><w:t>not </w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>very </w:delText></w:r></w:del><w:r><w:t>free</w:t><w:tab/><w:t>now</w:t></w:r>"
            "</w:p><w:sdt><w:sdtContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:sdtContent></w:sdt></w:body></w:document>"
        )
        assert taken(with_parts(word("x"), document=body), "a.docx").text == "He is not free\tnow\nIn a box"

    def test_a_cell_of_many_lines_keeps_them(self) -> None:
        assert taken(word("A", rows=[["one\ntwo", "three"]]), "a.docx").text == "A\none\ntwo\tthree"

    def test_entities_of_the_file_are_not_followed(self) -> None:
        body = (
            '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
            f"<w:document {W}><w:body><w:p><w:r><w:t>a&e;b</w:t></w:r></w:p></w:body></w:document>"
        )
        assert "root" not in taken(with_parts(word("x"), document=body), "a.docx").text

    def test_a_zip_bomb_is_refused_by_what_it_declares(self) -> None:
        line = refusal(zip_bomb(30_000_000), "a.docx", Limits(unpacked_bytes=20_000_000))
        assert "unpacks to more than 20 MB" in line

    def test_a_zip_bomb_that_lies_about_its_size_is_refused(self) -> None:
        bomb = zip_bomb(30_000_000)
        lie = bomb.replace((30_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
        assert lie != bomb
        assert "is a damaged file" in refusal(lie, "a.docx", Limits(unpacked_bytes=20_000_000))

    def test_too_many_parts_are_refused(self) -> None:
        kept = io.BytesIO(word("x"))
        with zipfile.ZipFile(kept, "a") as archive:
            for number in range(10_001):
                archive.writestr(str(number), "")
        assert "unpacks to more than" in refusal(kept.getvalue(), "a.docx")

    @pytest.mark.parametrize("size", [10, 300, 3000])
    def test_a_cut_file_is_refused(self, size: int) -> None:
        assert "is a damaged .docx" in refusal(word("x" * 999)[:size], "a.docx")

    def test_broken_markup_is_refused(self) -> None:
        assert "is a damaged Word file" in refusal(with_parts(word("x"), document="<broken"), "a.docx")

    def test_a_word_file_without_text_is_refused(self) -> None:
        assert "without text" in refusal(word(" "), "a.docx")

    def test_locked_and_old_word_files_are_told_apart(self) -> None:
        old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
        assert "before 2007" in refusal(old, "a.doc")
        assert "locked with a password" in refusal(old + "EncryptedPackage".encode("utf-16-le"), "a.docx")


class TestTypes:
    @pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf"])
    def test_an_empty_file_is_refused(self, content: bytes) -> None:
        assert "is empty" in refusal(content, "a.txt")

    @pytest.mark.parametrize("name", ["a", "a.exe", ".txt.", "a.json"])
    def test_an_unknown_type_is_refused_and_the_known_ones_are_named(self, name: str) -> None:
        assert ".docx" in refusal(b"hello", name)

    def test_pictures_and_tables_are_kept_without_text(self) -> None:
        assert "is a picture" in taken(b"\x89PNG\r\n\x1a\n", "a.png").remark
        assert "is a table" in taken("a,b\n1,2", "a.csv").remark

    def test_more_text_than_the_limit_is_refused(self) -> None:
        assert "holds more than 10 letters" in refusal("a" * 11, "a.txt", Limits(text_length=10))

    @settings(deadline=None)
    @given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.html", "a.md", "a.pdf", "a.docx"]))
    def test_any_bytes_give_a_storable_text_or_one_line(self, content: bytes, name: str) -> None:
        try:
            found = extract(content, file_name=name)
        except RefusedError as error:
            assert "\n" not in str(error)
        else:
            found.text.encode("utf-8")
