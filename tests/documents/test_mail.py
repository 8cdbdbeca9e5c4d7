"""Mails: text, pseudonyms, encodings, attachments; saved by Outlook too."""

from email.message import EmailMessage

import pytest
from tests.documents.making_parts import compound, letter, outlook
from tests.documents.test_extraction import refusal, taken

from tizim.documents import Limits
from tizim.documents.formats.outlook_text import packed_rich_text
from tizim.documents.kinds import MAIL, OUTLOOK

SAID = "Суд арестовал двоих человек в Орде на два месяца."


class TestMail:
    def test_a_mail_is_its_heads_in_pseudonyms_and_its_text(self) -> None:
        made = letter(
            SAID, subject="Двое задержаны", date="Tue, 04 Mar 2031 10:15:00 +0500", cc="aset.o@post.example"
        )
        found = taken(bytes(made), "a.eml")
        assert (
            found.text == f"From: P1\nTo: P2, P1\nDate: 2031-03-04 10:15\nSubject: Двое задержаны\n\n{SAID}"
        )
        assert (found.title, found.date, found.author) == ("Двое задержаны", "2031-03-04", None)
        assert (found.media_type, found.extractor, found.language) == (MAIL, "mail 1", "ru")

    @pytest.mark.parametrize("charset", ["koi8-r", "windows-1251", "utf-8", "iso-8859-5"])
    def test_letters_are_read_in_the_encoding_that_is_declared(self, charset: str) -> None:
        made = bytes(letter(SAID, charset=charset, subject="x"))
        assert SAID in taken(made, "a.eml").text

    @pytest.mark.parametrize(
        ("subject", "shown"),
        [
            (b"=?koi8-r?B?8+/k?=", "СОД"),
            (b"=?windows-1251?Q?=D1=F3=E4?=", "Суд"),
            (b"=?utf-8?B?0KHRg9C0?= =?utf-8?B?INC4INGB0YPQtA==?=", "Суд и суд"),
            ("Суд".encode(), "Суд"),
            (b"=?nonsense?B?0KHRg9C0?=", "Суд"),
            (b"=?utf-8?B?0KHRg?=", "=?utf-8?B?0KHRg?="),
        ],
    )
    def test_subjects_are_read_however_they_are_packed(self, subject: bytes, shown: str) -> None:
        content = b"From: a@b.example\nDate: x\nSubject: " + subject + b"\n\nHello there."
        assert taken(content, "a.eml").title == shown

    def test_a_wrong_declared_encoding_does_not_spoil_the_letters(self) -> None:
        head = b"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=koi8-r\n\n"
        assert SAID in taken(head + SAID.encode(), "a.eml").text
        assert SAID in taken(head.replace(b"koi8-r", b"nonsense") + SAID.encode("cp1251"), "a.eml").text

    def test_letters_that_cannot_be_read_are_told(self) -> None:
        head = b"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\nab \xff\xfe\x00"
        found = taken(head, "a.eml")
        assert "letters that cannot be read" in found.remark

    def test_of_two_texts_that_say_the_same_the_plain_one_is_taken(self) -> None:
        found = taken(bytes(letter(SAID, html=f"<p>{SAID} <b>x</b></p>")), "a.eml")
        assert found.text.count("Суд") == 1
        only = letter(" ", html=f"<p>{SAID}</p><script>x</script><p>Two</p>")
        assert taken(bytes(only), "a.eml").text.endswith(f"{SAID}\nTwo")

    def test_attachments_are_parts_with_their_names_and_places(self) -> None:
        made = letter(SAID, {"приговор.txt": SAID.encode(), "../../x.txt": b"two"})
        parts = taken(bytes(made), "a.eml").parts
        assert [(part.name, part.locator, part.content) for part in parts] == [
            ("приговор.txt", "attachment 1", SAID.encode()),
            ("x.txt", "attachment 2", b"two"),
        ]

    def test_a_mail_in_a_mail_is_a_part(self) -> None:
        outer, inner = letter("Outer."), letter("Inner.", subject="Inner")
        outer.add_attachment(inner)
        (part,) = taken(bytes(outer), "a.eml").parts
        assert part.name == "attachment-1.eml"
        assert "Inner." in taken(part.content, part.name).text
        assert "Inner." not in taken(bytes(outer), "a.eml").text

    def test_empty_and_damaged_attachments_are_left_out_one_by_one(self) -> None:
        found = taken(bytes(letter(SAID, {"a.txt": b"", "b.txt": b"good"})), "a.eml")
        assert [(left.locator, left.what) for left in found.left_out] == [("attachment 1", "is empty.")]
        assert [part.name for part in found.parts] == ["b.txt"]

    def test_no_more_attachments_are_taken_than_the_limit(self) -> None:
        made = letter(SAID, {f"{number}.txt": b"x" for number in range(9)})
        assert len(taken(bytes(made), "a.eml", Limits(parts=4)).parts) == 4

    def test_signatures_of_the_sender_are_veiled(self) -> None:
        assert taken(bytes(letter(f"{SAID}\n\nAset Omarov\n")), "a.eml").text.endswith("\n\nP1")
        quoted = "On 4 March, Dana K wrote:\n> Aset Omarov\n> Aset Omarov was held."
        assert taken(bytes(letter(quoted)), "a.eml").text.endswith(
            "On 4 March, P2 wrote:\n> P1\n> Aset Omarov was held."
        )

    def test_a_mail_without_its_ending_is_known_by_its_fields(self) -> None:
        made = bytes(letter(SAID, subject="x", date="Tue, 04 Mar 2031 10:15:00 +0500"))
        assert taken(made, "mail").media_type == MAIL
        assert taken(made, "a.txt").media_type == "text/plain"

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"hello", "is named .eml but is not one"),
            (b"From: a@b.example\n\n", "is a mail without text"),
        ],
    )
    def test_bad_mails_are_one_line(self, content: bytes, reason: str) -> None:
        assert reason in refusal(content, "a.eml")

    def test_parts_nested_without_end_are_one_line_or_a_text(self) -> None:
        made = b"From: a@b.example\nSubject: x\n"
        for number in range(3_000):
            made += f'Content-Type: multipart/mixed; boundary="b{number}"\n\n--b{number}\n'.encode()
        assert "is damaged" in refusal(made + b"\nx", "a.eml")

    def test_flowed_lines_are_joined(self) -> None:
        made = EmailMessage()
        made["From"] = "a@b.example"
        made.set_content("Two were \nheld.\nMore.", params={"format": "flowed"})
        assert taken(bytes(made), "a.eml").text.endswith("Two were held.\nMore.")


PEOPLE = {0x0C1A: "Aset Omarov", 0x0C1F: "aset@post.example"}


def msg(*attached: object, **more: object) -> bytes:
    values = {0x37: "Two held", 0x1000: SAID, **PEOPLE}
    return compound(outlook(values, [{0x3001: "Dana K", 0x39FE: "dana@post.example"}], attached))  # type: ignore[arg-type]


class TestOutlook:
    def test_a_mail_of_outlook_reads_as_others(self) -> None:
        found = taken(msg(), "a.msg")
        assert found.text == f"From: P1\nTo: P2\nSubject: Two held\n\n{SAID}"
        assert (found.media_type, found.extractor, found.title) == (OUTLOOK, "msg 1", "Two held")

    def test_attachments_and_mails_in_it_are_taken(self) -> None:
        deep = {0x3707: "deep.txt", 0x3701: b"Deep."}
        inner = outlook({0x37: "Inner", 0x1000: "Inner text.", 0x0C1A: "Third"}, attached=[deep], head=24)
        found = taken(msg({0x3707: "a.pdf", 0x3701: b"%PDF-" * 2000}, inner), "a.msg")
        assert [(part.name, part.locator, len(part.content)) for part in found.parts] == [
            ("a.pdf", "attachment 1", 10_000),
            ("deep.txt", "attachment 2, attachment 1", 5),
        ]
        assert found.text.endswith("From: P3\nSubject: Inner\n\nInner text.")

    def test_a_text_that_is_only_a_page_is_read(self) -> None:
        made = compound(outlook({0x37: "x", 0x1013: f"<p>{SAID}</p>".encode(), **PEOPLE}))
        assert taken(made, "a.msg").text.endswith(SAID)

    def test_an_attachment_without_bytes_is_told(self) -> None:
        (left,) = taken(msg({0x3707: "a.pdf"}), "a.msg").left_out
        assert left.what == "is empty, or only a link to a file."

    def test_a_text_in_packed_rtf_is_read(self) -> None:
        # {\rtf1 Held.} packed as letters that stand for themselves
        letters = b"{\\rtf1 Held.}"
        packed = b"".join(b"\0" + letters[start : start + 8] for start in range(0, len(letters), 8))
        assert packed_rich_text(b"\0" * 8 + b"LZFu" + b"\0" * 4 + packed) == "Held."
        assert packed_rich_text(b"\0" * 8 + b"MELA" + b"\0" * 4 + letters) == "Held."
        assert packed_rich_text(b"\0" * 8 + b"XXXX") == ""

    def test_the_packing_of_the_specification_is_undone(self) -> None:
        packed = bytes.fromhex(
            "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af8206865 6c090020627705b06c647d0a800fa0".replace(
                " ", ""
            )
        )
        assert packed_rich_text(packed) == "hello world"

    @pytest.mark.parametrize("size", [600, 1500, 3000])
    def test_a_cut_file_is_one_line_or_what_is_there(self, size: int) -> None:
        content = msg({0x3707: "a.bin", 0x3701: b"x" * 9000})[:size]
        assert "a.msg: is " in refusal(content, "a.msg")

    def test_another_old_file_named_so_is_refused(self) -> None:
        assert "is named .msg but is not one" in refusal(compound({"WordDocument": b"x" * 9}), "a.msg")

    def test_properties_without_end_are_refused(self) -> None:
        tree = {**outlook({0x37: "x", 0x1000: SAID}), "__properties_version1.0": bytes(300_000)}
        assert "properties do not end" in refusal(compound(tree), "a.msg")

    def test_a_damaged_attachment_does_not_stop_the_mail(self) -> None:
        tree = outlook({0x37: "x", 0x1000: SAID}, [{0x3001: "Dana"}], [{0x3707: "a.txt", 0x3701: b"x"}] * 2)
        del tree["__attach_version1.0_#00000000"]["__properties_version1.0"]
        del tree["__recip_version1.0_#00000000"]["__properties_version1.0"]
        found = taken(compound(tree), "a.msg")
        assert [left.what for left in found.left_out] == ["is damaged."]
        assert [part.locator for part in found.parts] == ["attachment 2"]
