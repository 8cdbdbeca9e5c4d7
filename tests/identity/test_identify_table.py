"""Tables of mentions in every encoding and state in which spreadsheets write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.identity import IdentityError, mention_table

HEADER = "mention_id,name_as_written,lang,source_date,context"
TEXT = f'{HEADER}\r\nm1,Нұрлан Желкенов,kk,2020-01-01,"44, ақын"\r\nm2,Дана Пробова,ru,,\r\n'
RUSSIAN = "\n".join([HEADER, *(f"m{n},Дана Пробова,ru,2020-01-01,судья города" for n in range(3))])


def read(text: str, encoding: str = "utf-8"):
    return mention_table(text.encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_in_each_of_its_forms(encoding):
    table = read(TEXT, encoding)
    assert [one.name for one in table.mentions] == ["Нұрлан Желкенов", "Дана Пробова"]
    assert table.mentions[0].context == "44, ақын" and table.faults == []


def test_windows_1251_is_read_and_told():
    table = read(RUSSIAN, "cp1251")
    assert table.encoding == "windows-1251"
    assert {one.name for one in table.mentions} == {"Дана Пробова"}


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "utf-32"])
def test_an_encoding_that_would_turn_names_into_others_is_refused_or_told(encoding):
    try:
        table = read(RUSSIAN, encoding)
    except IdentityError as wrong:
        assert "CSV UTF-8" in str(wrong) or "column" in str(wrong)
    else:
        assert len(table.faults) == len(table.mentions)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_each_separator_is_recognised_by_the_header(mark):
    table = read(f"mention_id{mark}Name as written{mark}extra\nm1{mark}Dana Probova{mark}x\n")
    assert [one.name for one in table.mentions] == ["Dana Probova"]
    assert table.missing == ("lang", "source_date", "context") and not table.documents


def test_a_column_says_which_document_a_mention_stands_in():
    table = read("source,document,mention_id,name_as_written\ns1,d1,m1,Dana\ns1,,m2,Dana\n")
    assert [one.document for one in table.mentions] == ["d1", ""] and table.documents
    assert read("source,mention_id,name_as_written\ns1,m1,Dana\n").mentions[0].document == "s1"


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe", b"name,id\nDana,m1\n", b"PK\x03\x04"])
def test_what_is_no_table_of_mentions_is_refused_in_a_sentence(content):
    with pytest.raises(IdentityError):
        mention_table(content)


def test_each_bad_row_is_named_and_the_rest_is_taken():
    rows = [
        "m1,Dana Probova",
        ",Dana Probova",
        "m1,Dana Probova",
        "m3,",
        "m4," + "x" * 10_000,
        'm5,"Dana" Probova',
        "m6,Dana\ufffd Probova",
        "",
        "m8,Dana Probova,more,cells,than,headings,there,are",
        "m9",
    ]
    table = read("mention_id,name_as_written,lang,source_date,context\n" + "\n".join(rows))
    assert table.faults == [
        (3, "no_id"),
        (4, "repeated"),
        (5, "no_name"),
        (6, "long_name"),
        (7, "no_csv"),
        (8, "broken"),
        (11, "no_name"),
    ]
    assert [one.mention_id for one in table.mentions] == ["m1", "m3", "m4", "m6", "m8", "m9"]


def test_a_quotation_mark_that_never_ends_costs_its_row_only():
    rows = "\n".join(f"m{n},Dana Probova" for n in range(500))
    table = read(f'mention_id,name_as_written\nbad,"Dana\n{rows}\n')
    assert table.faults == [(2, "no_csv")] and len(table.mentions) == 500
    table = read(f'mention_id,name_as_written\n{rows}\nbad,"Dana')
    assert table.faults == [(502, "no_csv")] and len(table.mentions) == 500


def test_cells_that_were_guarded_against_formulas_are_read_as_they_were():
    assert read("mention_id,name_as_written\n'=m1,'Dana'\n").mentions[0].mention_id == "=m1"


def test_a_letter_that_is_none_costs_no_other_row():
    content = f"{HEADER}\nm1,Дана Пробова,ru,,\nm2,Нұрлан ".encode() + b"\xed\xa0\x80\xff,ru,,\n"
    table = mention_table(content)
    assert table.mentions[0].name == "Дана Пробова" and table.faults == [(3, "broken")]


@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda text: f"{HEADER}\n{text}".encode("utf-8", "replace"))
)
def test_any_bytes_are_a_table_or_a_sentence(content):
    try:
        table = mention_table(content)
    except IdentityError as wrong:
        assert str(wrong)
    else:
        assert len({one.mention_id for one in table.mentions}) == len(table.mentions)
