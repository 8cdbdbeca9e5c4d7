"""ODT, RTF, what DOCX holds beside its paragraphs, saved pages, and what deceives the eye."""

import io
import zipfile

import docx
import pytest
from tests.documents.making import with_parts, word
from tests.documents.making_parts import odt, zipped
from tests.documents.test_extraction import W, refusal, taken

from tizim.documents import Limits

CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"


class TestOpenText:
    def test_paragraphs_tables_and_footnotes_come_in_their_order(self) -> None:
        note = (
            '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
            "<text:p>By the court of Orda.</text:p></text:note-body></text:note>"
        )
        rows = "".join(
            f"<table:table-row>{CELL.format(a)}{CELL.format(b)}</table:table-row>" for a, b in ("12", "34")
        )
        body = f"<text:h>List</text:h><text:p>Two were held{note} in March.</text:p><table:table>{rows}</table:table>"
        found = taken(odt(body, meta="<dc:title>The list</dc:title>"), "a.odt")
        assert found.text == "List\nTwo were held in March.\n1\t2\n3\t4\nBy the court of Orda."
        assert (found.title, found.extractor) == ("The list", "odt 1")

    def test_spaces_tabs_line_ends_and_boxes_are_kept(self) -> None:
        body = (
            '<text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d <text:span>e</text:span>'
            '<text:s text:c="999999999"/><text:span><text:p>box</text:p></text:span></text:p>'
        )
        assert taken(odt(body), "a.odt").text == "a  b\tc\nd e" + " " * 100 + "\nbox"

    def test_deletions_and_comments_are_left_out_and_comments_are_told(self) -> None:
        body = (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes><text:p>He is free"
            "<office:annotation><text:p>sure?</text:p></office:annotation> now.</text:p>"
        )
        found = taken(odt(body), "a.odt")
        assert found.text == "He is free now."
        assert found.remark == "has comments in its margin (1); they are not taken."

    def test_what_stands_on_each_page_comes_once_and_last(self) -> None:
        styles = "<style:header><text:p>Court of Orda</text:p></style:header>" * 2
        assert taken(odt("<text:p>Verdict</text:p>", styles=styles), "a.odt").text == "Verdict\nCourt of Orda"

    def test_a_cell_repeated_a_million_times_comes_once(self) -> None:
        cell = (
            '<table:table-cell table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell>'
        )
        assert (
            taken(odt(f"<table:table><table:table-row>{cell}</table:table-row></table:table>"), "a.odt").text
            == "x"
        )

    def test_entities_are_not_followed(self) -> None:
        made = odt("<text:p>a&e;b</text:p>")
        kept = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(kept, "w") as new:
            for name in old.namelist():
                head = (
                    b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
                    if name == "content.xml"
                    else b""
                )
                new.writestr(name, head + old.read(name))
        assert taken(kept.getvalue(), "a.odt").text == "ab"

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (odt("<text:p>x</text:p>", manifest="<encryption-data/>"), "locked with a password"),
            (odt("<text:p>"), "is a damaged ODT"),
            (odt(""), "without text"),
            (odt("<text:p>x</text:p>")[:200], "is a damaged .odt"),
            (b"hello", "is named .odt but is not one"),
            (odt("<text:p>" + "<text:span>" * 5000), "is a damaged ODT"),
        ],
    )
    def test_bad_files_are_one_line(self, content: bytes, reason: str) -> None:
        assert reason in refusal(content, "a.odt")

    def test_a_sheet_of_a_table_program_is_kept_as_a_table(self) -> None:
        made = zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})
        assert "is a table" in taken(made, "a.ods").remark


def rtf(body: str, fonts: str = r"{\f0\fnil\fcharset204 Times;}", head: str = r"\ansi\ansicpg1251") -> bytes:
    return f"{{\\rtf1{head}{{\\fonttbl{fonts}}}\\f0 {body}}}".encode("cp1251")


class TestRichText:
    def test_code_pages_escapes_and_kazakh_letters_are_read(self) -> None:
        assert taken(rtf(r"\'d1\'f3\'e4 \u1199?\u1179?, \u1241?ділет"), "a.rtf").text == "Суд үқ, әділет"

    def test_letters_past_the_sixteenth_bit_and_negative_numbers_are_read(self) -> None:
        assert taken(rtf(r"a\u-10179?\u-8704? b\u8211?"), "a.rtf").text == "a😀 b–"

    def test_bytes_that_are_not_escaped_are_of_the_code_page(self) -> None:
        assert taken(rtf("Суд"), "a.rtf").text == "Суд"

    def test_cells_are_parted_by_tabs_and_footnotes_come_last(self) -> None:
        found = taken(rtf(r"One{\footnote \pard By law \'f1\'f2. 1}\par a\cell b\cell\row\par Two"), "a.rtf")
        assert found.text == "One\na\tb\n\nTwo\nBy law ст. 1"

    def test_pictures_in_bytes_and_in_figures_are_passed_over(self) -> None:
        assert taken(rtf(r"a{\pict\bin5 {{}x}}b"), "a.rtf").text == "ab"
        assert taken(rtf(r"a{\pict\pngblip " + "0af3\n" * 9_000 + "}b"), "a.rtf").text == "ab"

    def test_letters_that_cannot_be_read_are_told(self) -> None:
        found = taken(rtf(r"a\'98b"), "a.rtf")
        assert found.text == "a\ufffdb"
        assert "1 letters that cannot be read" in found.remark

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (rtf(""), "without text"),
            (rtf("{" * 5000), "nested without end"),
            (b"{\\rt", "is named .rtf but is not one"),
        ],
    )
    def test_bad_files_are_one_line(self, content: bytes, reason: str) -> None:
        assert reason in refusal(content, "a.rtf")


class TestWordBeside:
    def test_heads_and_feet_of_pages_come_once_after_the_text(self) -> None:
        document = docx.Document()
        document.add_paragraph("Verdict")
        document.sections[0].header.paragraphs[0].text = "Court of Orda"
        document.sections[0].footer.paragraphs[0].text = "12"
        kept = io.BytesIO()
        document.save(kept)
        assert taken(kept.getvalue(), "a.docx").text == "Verdict\nCourt of Orda"

    def test_footnotes_come_last_and_comments_are_told(self) -> None:
        document = docx.Document()
        document.add_paragraph("Two were held.")
        document.add_comment(document.paragraphs[0].runs, text="sure?", author="X")
        kept = io.BytesIO()
        document.save(kept)
        found = taken(kept.getvalue(), "a.docx")
        assert found.text == "Two were held."
        assert found.remark == "has comments in its margin (1); they are not taken."

    def test_footnotes_and_endnotes_come_after_the_text(self) -> None:
        made = word("Two were held.")
        notes = (
            f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>-</w:t></w:r></w:p>'
            '</w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>By law.</w:t></w:r></w:p></w:footnote></w:footnotes>'
        )
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        tie = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
        kept = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(with_parts(made, footnotes=notes))) as old,
            zipfile.ZipFile(kept, "w") as new,
        ):
            for name in old.namelist():
                content = old.read(name).decode() if name.endswith((".xml", ".rels")) else old.read(name)
                if name == "[Content_Types].xml":
                    content = str(content).replace(
                        "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
                    )
                if name == "word/_rels/document.xml.rels":
                    tied = f'<Relationship Id="rId99" Type="{tie}" Target="footnotes.xml"/></Relationships>'
                    content = str(content).replace("</Relationships>", tied)
                new.writestr(name, content)
        assert taken(kept.getvalue(), "a.docx").text == "Two were held.\nBy law."


MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/4\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    "--b\r\nContent-Type: text/html{charset}\r\nContent-Transfer-Encoding: 8bit\r\n"
    "Content-Location: https://news.example/4\r\n\r\n<html><body><p>{text}</p></body></html>\r\n"
    "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
)
SAID = "Суд арестовал двоих человек в Орде на два месяца."


class TestSavedPages:
    @pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.eml", "saved"])
    def test_a_page_saved_as_one_file_is_its_page_and_no_mail(self, name: str) -> None:
        found = taken(MHTML.format(charset="; charset=utf-8", text=SAID), name)
        assert (found.text, found.url, found.parts) == (SAID, "https://news.example/4", ())
        assert found.media_type == "multipart/related"

    def test_its_encoding_is_as_its_part_declares(self) -> None:
        content = MHTML.format(charset="; charset=koi8-r", text=SAID).encode("koi8-r")
        assert (taken(content, "a.mhtml").text, taken(content, "a.mhtml").extractor) == (
            SAID,
            "html 1, koi8-r",
        )

    def test_one_without_a_page_is_refused(self) -> None:
        assert "without text" in refusal(
            MHTML.replace("text/html", "text/css").format(charset="", text=""), "a.mht"
        )

    def test_a_chat_saved_as_pages_is_refused_as_its_authors_stand_in_it(self) -> None:
        page = '<html><div class="message default clearfix" id="m1"><div class="body"><div class="from_name">A</div></div></div>'
        line = refusal(page, "messages.html")
        assert "is a chat exported as web pages" in line
        assert "as JSON" in line


class TestSavedFrom:
    def test_a_page_without_an_address_has_the_one_it_was_saved_from(self) -> None:
        page = f"<!DOCTYPE html>\n<!-- saved from url=(0022)https://news.example/4 -->\n<html><body><p>{SAID}</p>"
        assert taken(page, "a.html").url == "https://news.example/4"


class TestWhatDeceives:
    def test_signs_that_turn_the_writing_are_kept_and_told(self) -> None:
        found = taken("He was \u202edeerf\u202c in Orda.", "a.txt")
        assert found.text == "He was \u202edeerf\u202c in Orda."
        assert "turn the direction of writing" in found.remark

    def test_letters_of_another_script_that_look_alike_are_not_changed(self) -> None:
        assert taken("Асет (Aсет) в Орде", "a.txt").text == "Асет (Aсет) в Орде"

    def test_nul_characters_in_a_chat_do_not_reach_the_text(self) -> None:
        content = b'{"name":"x","type":"y","messages":[{"id":1,"type":"message","from":"A","from_id":"u","text":"a\\u0000b\\ud800"}]}'
        found = taken(content, "result.json")
        assert found.text.endswith("a\ufffdb\ufffd")
        assert "NUL characters" in found.remark

    def test_a_limit_of_letters_holds_for_chats(self) -> None:
        lines = "\n".join(f"04.03.2031, 10:{n % 60:02} - A: hello there" for n in range(50))
        assert "holds more than 500 letters" in refusal(lines, "a.txt", Limits(text_length=500))
