import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tizim.documents import RefusedError
from tizim.documents.decoding import decoded

RUSSIAN = "В Орде задержали двоих. Их увезли в отдел полиции и допросили как свидетелей по делу."
KAZAKH = "Сот белсендіні екі айға қамауға алды. Ол кінәсін мойындамады, бірақ сот оны тыңдамады."
NAMES = "Суд в Орде арестовал Ғалымжан Әлкенова и ещё двоих. По словам адвоката, он не признал вины."
ENGLISH = "The court said that “René” was detained in June – and released."


@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH, NAMES, ENGLISH])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_a_byte_order_mark(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_old_russian_encodings_are_told_apart_and_named(encoding: str) -> None:
    assert decoded(RUSSIAN.encode(encoding)) == (RUSSIAN, encoding)


@pytest.mark.parametrize("text", [KAZAKH, NAMES])
def test_kazakh_letters_of_the_old_national_encoding_survive(text: str) -> None:
    assert decoded(text.encode("kz1048")) == (text, "kz1048")


def test_western_letters_and_quotes_survive() -> None:
    assert decoded(ENGLISH.encode("cp1252")) == (ENGLISH, "cp1252")


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_a_text_too_short_to_tell_is_asked_for(encoding: str) -> None:
    with pytest.raises(RefusedError, match="cannot be told"):
        decoded("Суд арестовал активиста.".encode(encoding))


@pytest.mark.parametrize("encoding", ["mac_cyrillic", "iso8859_5"])
def test_an_encoding_that_is_not_expected_is_not_guessed(encoding: str) -> None:
    with pytest.raises(RefusedError, match="cannot be told"):
        decoded(RUSSIAN.encode(encoding))


def test_utf8_with_a_damaged_byte_is_called_that_and_not_guessed() -> None:
    damaged = RUSSIAN.encode()[:41] + b"\xff" + RUSSIAN.encode()[42:]
    with pytest.raises(RefusedError, match="UTF-8 with damaged bytes, the first at byte 4"):
        decoded(damaged)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"plain\0text", "holds NUL bytes"),
        (b"\x00\x01\x02\x03" * 9, "holds NUL bytes"),
        (codecs.BOM_UTF8 + b"\xff", "marked as UTF-8"),
        (codecs.BOM_UTF16_LE + b"a\0\0\xd8", "marked as UTF-16"),
        (codecs.BOM_UTF16_LE + b"a\0\0\0", "holds NUL characters"),
        ("Суд ".encode() + b"\xed\xa0\x80", "damaged bytes"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(content: bytes, reason: str) -> None:
    with pytest.raises(RefusedError, match=reason):
        decoded(content)


@settings(deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_become_a_text_that_can_be_stored_or_are_refused(content: bytes) -> None:
    try:
        text = decoded(content).text
    except RefusedError:
        return
    assert "\0" not in text or content.isascii() is False
    text.encode("utf-8")


def test_real_reports_in_old_encodings_are_read_right_or_refused(shared: Path) -> None:
    """A wrong guess is worse than a question: no text comes out changed."""
    read = 0
    for path in sorted(shared.glob("gold/reading/docs/*.txt")):
        text = path.read_text(encoding="utf-8")
        for encoding in ("cp1251", "koi8-r", "kz1048", "cp866", "cp1252"):
            try:
                content = text.encode(encoding)
            except UnicodeEncodeError:
                continue
            assert decoded(content).text == text, (path.name, encoding)
            read += 1
    assert read >= 40
