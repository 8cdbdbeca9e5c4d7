"""Chats of Telegram and WhatsApp: a paragraph a message, authors behind pseudonyms, messages found again."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.making_parts import telegram
from tests.documents.test_extraction import refusal, taken

from tizim.documents import Document, Span, line_at, locator_at, paragraphs, passage_at, show
from tizim.documents.kinds import TELEGRAM, WHATSAPP


def document(media_type: str) -> Document:
    return Document(id="d-1", file_name="a", media_type=media_type, size=1, sha256="0" * 64)


class TestTelegram:
    def test_a_message_is_a_paragraph_with_its_number_moment_and_pseudonym(self) -> None:
        found = taken(
            telegram({"text": "Двоих задержали."}, {"text": "Где?", "from": "D", "from_id": "user2"}),
            "result.json",
        )
        assert found.text == (
            "[100] 2031-03-04 10:00, P1: Двоих задержали.\n\n[101] 2031-03-04 10:01, P2: Где?"
        )
        assert [found.text[a:b] for a, b in paragraphs(found.text)] == found.text.split("\n\n")
        assert (found.media_type, found.extractor, found.language) == (TELEGRAM, "telegram 1", "ru")
        assert (found.title, found.publisher) == (None, None)

    def test_answers_and_what_is_passed_on_are_marked(self) -> None:
        found = taken(
            telegram(
                {"text": "One."},
                {"text": "Two.", "reply_to_message_id": 100},
                {"text": "Three.", "forwarded_from": "Steppe Voice", "forwarded_from_id": "channel5"},
                {"text": "Four.", "forwarded_from": "Somebody", "forwarded_from_id": "user5"},
                {"text": "Five.", "forwarded_from": "Deleted"},
            ),
            "result.json",
        )
        heads = [line.split(", ", 1)[1] for line in found.text.split("\n\n")]
        assert heads == [
            "P1: One.",
            "P1 ↩ 100: Two.",
            "P1 ← Steppe Voice: Three.",
            "P1 ← P2: Four.",
            "P1 ← P3: Five.",
        ]

    def test_pieces_of_text_are_joined_and_people_in_them_veiled(self) -> None:
        pieces = [
            "Call ",
            {"type": "phone", "text": "+77011112233"},
            " or ",
            {"type": "bold", "text": "ask"},
            " ",
        ]
        entities = [
            {"type": "plain", "text": "See "},
            {"type": "mention", "text": "@dana_k"},
            {"type": "plain", "text": ", "},
            {"type": "mention_name", "text": "Dana", "user_id": 7001},
            {"type": "link", "text": "https://news.example/@x/1"},
        ]
        found = taken(telegram({"text": pieces}, {"text": "x", "text_entities": entities}), "result.json")
        assert "P1: Call N1 or ask" in found.text
        assert "P1: See P2, P1https://news.example/@x/1" in found.text

    def test_a_public_channel_speaks_under_its_own_name(self) -> None:
        posts = (
            {"text": "Two were held.", "from": "Steppe Voice", "from_id": "channel9"},
            {"text": "More.", "author": "Editor", "from_id": "channel9"},
        )
        found = taken(telegram(*posts, name="Steppe Voice", kind="public_channel"), "result.json")
        assert (found.title, found.publisher) == ("Steppe Voice", "Steppe Voice")
        assert found.text.startswith("[100] 2031-03-04 10:00: Two were held.")
        assert "10:01, P1: More." in found.text

    def test_what_was_sent_beside_words_is_only_named(self) -> None:
        sent = [
            {"photo": "photos/1.jpg"},
            {"file": "files/x.pdf"},
            {"contact_information": {"phone_number": "1"}},
        ]
        sent += [
            {"location_information": {"latitude": 1}},
            {"poll": {"question": "Go?", "answers": [{"text": "Yes"}]}},
        ]
        found = taken(telegram(*({"text": "", **one} for one in sent)), "result.json")
        assert [line.split(": ", 1)[1] for line in found.text.split("\n\n")] == [
            "[photo]", "[file]", "[contact]", "[location]", "Go?\n- Yes",
        ]  # fmt: skip

    def test_who_joined_or_left_is_not_taken(self) -> None:
        service = {
            "type": "service",
            "action": "invite_members",
            "members": ["A", "B"],
            "actor": "C",
            "text": "x",
        }
        assert taken(telegram(service, {"text": "Held."}), "result.json").text.count("[") == 1

    def test_an_export_of_all_chats_gives_a_file_a_chat(self) -> None:
        chats = [
            json.loads(telegram({"text": "One."})),
            {"messages": []},
            json.loads(telegram({"text": "Two."})),
        ]
        content = json.dumps({"contacts": {"list": [1]}, "chats": {"list": chats}}).encode()
        found = taken(content, "result.json")
        assert [(part.name, part.locator) for part in found.parts] == [
            ("chat-1.json", "chat 1"),
            ("chat-2.json", "chat 2"),
        ]
        assert taken(found.parts[1].content, "chat-2.json").text.endswith("P1: Two.")

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (telegram({"text": "x"})[:-20], "is a damaged chat export"),
            (telegram({"text": "x"}).replace(b'"id"', b"id"), "is a damaged chat export"),
            (b'{"messages": [' + b"[" * 100_000 + b'"from_id":', "is a damaged chat export"),
            (telegram(), "without messages"),
            (b'{"a": 1}', "type that is not read here (.json)"),
            (b'{"chats": {"list": 5}, "messages": [{"from_id": 1}]}', "without messages"),
        ],
    )
    def test_bad_exports_are_one_line(self, content: bytes, reason: str) -> None:
        if b"from_id" not in content and b"messages" in content:
            content = content.replace(b'"name"', b'"from_id": 1, "name"')
        assert reason in refusal(content, "result.json")

    @pytest.mark.parametrize(
        "field", ["text", "from", "date", "id", "text_entities", "reply_to_message_id", "poll"]
    )
    @pytest.mark.parametrize("value", [None, 5, [], [None, 1], {}, {"type": []}, "x", True, -1, [[["x"]]]])
    def test_odd_values_do_not_stop_the_chat(self, field: str, value: object) -> None:
        found = taken(telegram({"text": "One.", field: value}, {"text": "Last."}), "result.json")
        assert found.text.endswith("P1: Last.") or found.text.endswith("P2: Last.")


ANDROID = """04.03.2031, 10:00 - Сообщения и звонки защищены сквозным шифрованием.
04.03.2031, 10:01 - Асет: Двоих задержали.
Их увезли в Орду.

[7] Это список.
04.03.2031, 10:02 - +7 701 765 43 21: Где?
04.03.2031, 10:03 - Асет: <Без медиафайлов>
04.03.2031, 10:04 - Дана вышла
"""
PHONE = """[04.03.2031, 10:01:33] Асет: Двоих задержали.
\u200e[04.03.2031, 10:02:01] ~\u202fДана: \u200eизображение отсутствует
[04.03.2031, 10:03:00] Асет: \u200e<прикреплено: 0001-PHOTO.jpg>
"""


class TestWhatsApp:
    def test_messages_of_android_with_all_their_lines(self) -> None:
        found = taken(ANDROID, "chat.txt")
        assert found.text == (
            "[2] 2031-03-04 10:01, P1: Двоих задержали.\nИх увезли в Орду.\n [7] Это список.\n\n"
            "[3] 2031-03-04 10:02, P2: Где?\n\n[4] 2031-03-04 10:03, P1: [media]"
        )
        assert (found.media_type, found.extractor) == (WHATSAPP, "whatsapp 1")

    def test_messages_of_an_iphone(self) -> None:
        assert taken(PHONE, "_chat.txt").text == (
            "[1] 2031-03-04 10:01, P1: Двоих задержали.\n\n[2] 2031-03-04 10:02, P2: [media]\n\n"
            "[3] 2031-03-04 10:03, P1: [media]"
        )

    @pytest.mark.parametrize(
        ("first", "second", "day"),
        [
            ("04.03.2031, 10:01 - ", "05.03.2031, 10:02 - ", "2031-03-04 10:01"),
            ("04.03.31, 10:01 - ", "05.03.31, 10:02 - ", "2031-03-04 10:01"),
            ("3/4/31, 10:01\u202fPM - ", "3/25/31, 12:02\u202fAM - ", "2031-03-04 22:01"),
            ("04/03/2031, 10:01 - ", "25/03/2031, 10:02 - ", "2031-03-04 10:01"),
            ("[3/4/31, 10:01:05 AM] ", "[3/25/31, 10:02:05 PM] ", "2031-03-04 10:01"),
            ("2031-03-04, 10:01 - ", "2031-03-05, 10:02 - ", "2031-03-04 10:01"),
            ("2031/03/04 10:01 - ", "2031/03/05 10:02 - ", "2031-03-04 10:01"),
            ("04.03.31, 10:01:05: ", "05.03.31, 10:01:06: ", "2031-03-04 10:01"),
            ("3/4/31, 10:01 - ", "3/5/31, 10:02 - ", "3/4/31 10:01"),
            ("3/4/31, 10:01 - ", "3/3/31, 10:02 - ", "3/4/31 10:01"),
        ],
    )
    def test_dates_of_all_makes_are_read_and_doubtful_ones_stay_as_written(
        self, first: str, second: str, day: str
    ) -> None:
        assert taken(f"{first}A: One.\n{second}B: Two.", "a.txt").text.startswith(f"[1] {day}, P1: One.")

    def test_a_text_that_is_no_chat_stays_as_it_is(self) -> None:
        for text in (
            "04.03.2031, 10:01 - Court news: two held.\nMore.",
            "Note\n" + ANDROID,
            "10:01 - A: x\n10:02 - B: y",
        ):
            assert taken(text, "a.txt").text == text

    def test_a_chat_in_an_old_encoding_is_read(self) -> None:
        assert taken(ANDROID.encode("cp1251"), "a.txt").extractor == "whatsapp 1, cp1251"

    def test_a_damaged_end_gives_what_is_there(self) -> None:
        assert taken(ANDROID[: len(ANDROID) // 2], "a.txt").text.startswith("[2] 2031-03-04")


NAMES = st.text("АБВГабвгдеёжabcdefXYZ -~", min_size=3, max_size=12).filter(
    lambda name: name.strip(" ~-") == name
)
SAYINGS = st.text("абв [19]\n.:@xy,-", min_size=1, max_size=30).filter(str.strip)


class TestAnyChat:
    """Whoever writes whatever: no author is named, no message is lost, and each is found again."""

    @settings(max_examples=60)
    @given(st.lists(st.tuples(NAMES, SAYINGS), min_size=2, max_size=8))
    def test_of_telegram(self, said: list[tuple[str, str]]) -> None:
        content = telegram(*({"from": name, "from_id": name, "text": text} for name, text in said))
        text = taken(content, "result.json").text
        self.check(text, document(TELEGRAM), said, 100)

    @settings(max_examples=60)
    @given(st.lists(st.tuples(NAMES, SAYINGS), min_size=2, max_size=8))
    def test_of_whatsapp(self, said: list[tuple[str, str]]) -> None:
        lines = (f"04.03.2031, 10:0{number} - {name}: {text}" for number, (name, text) in enumerate(said))
        text = taken("\n".join(lines), "a.txt").text
        self.check(text, document(WHATSAPP), said, 1)

    def check(self, text: str, chat: Document, said: list[tuple[str, str]], first: int) -> None:
        marks = [mark for mark in re.finditer(r"(?:^|\n\n)\[(\d+)\] ", text)]
        assert [int(mark[1]) for mark in marks] == [*range(first, first + len(said))]
        known: dict[str, str] = {}
        for mark, (name, words) in zip(marks, said, strict=True):
            assert locator_at(chat, text, mark.end()) == f"message {mark[1]}"
            author = re.match(r"[^,]+, (P\d+): ", text[mark.end() :])
            assert author
            assert known.setdefault(name.casefold(), author[1]) == author[1]
            assert words.strip().split()[0][:3].replace("@", "") in text[mark.end() :] or "@" in words
        assert len(set(known.values())) == len(known)


class TestPlaces:
    TEXT = taken(ANDROID, "chat.txt").text

    def test_a_passage_of_a_chat_tells_its_message(self) -> None:
        chat = document(WHATSAPP)
        for quote, message in (
            ("Двоих", "message 2"),
            ("[7] Это", "message 2"),
            ("Где", "message 3"),
            ("[2] 2031", "message 2"),
        ):
            start = self.TEXT.index(quote)
            assert locator_at(chat, self.TEXT, start) == message
            passage = passage_at(chat, self.TEXT, Span(start, start + len(quote)))
            assert (passage.locator, passage.quote) == (message, quote)
            shown = show(chat, self.TEXT, passage)
            assert (shown.locator, shown.line) == (message, self.TEXT[:start].count("\n") + 1)

    def test_other_texts_have_lines_and_no_messages(self) -> None:
        assert locator_at(document("text/plain"), self.TEXT, 30) == "line 1"

    def test_lines_count_from_one_on_each_page(self) -> None:
        text = "a\nb\n\fc\nd"
        assert [line_at(text, text.index(letter)) for letter in "abcd"] == [1, 2, 1, 2]
