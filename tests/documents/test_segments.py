import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tizim.documents import Span, paragraphs, sentences

WRAPPED = """The activist was taken away on 5
May and brought to the police
station of the Second Northern
District.
Arrests in Tengiz
The next day two others were held
there by officers of the Committee of
National Security. Their lawyer was
not let in.

A new paragraph starts here and it is
wrapped at the same margin as well."""


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. A. K. Omarov was held under art. 405 of the Code.| He denied it.",
        "The U.S. State Department spoke in the U.S.| The court ruled.",
        "He was released on Oct. 5.| See Nos. 5 and 6.| He said no.| Aset left at 10 p.m. on Monday.",
        "He said: “It is over.”| Police came.| (See art. 5.)| The end.[12]| Next.",
        "В 2019 г. суд г. Орды приговорил А. Б. Касенова к 5 годам.| По ч. 2 ст. 405 УК РК.",
        "Его задержали в марте 2020 г.| Суд отказал.| Это было на ул. Жусан, д. 5, кв. 7.",
        "Он вышел, купил хлеб и т.д. и т.п. в магазине.| Потом вернулся...| Он ушёл… и вернулся.",
        "Движение им. Ш. Тулпарина и др. организации.| «Зачем?» – спросил он.| «Вперёд!» Касенова закрыто.",
        "2019 ж. 5 мамырда сот болды.| Ол Жусан көш. 5-үйде тұрады, т.б. жерлерде болды.",
        "А. Әлкенұлы т.б. сотталды.| Ал 2020 ж. ол босатылды!| Неге?| Белгісіз.",
        "Он пришёл.| – Нет.| Она ушла?!| Да.",
        "The site Orda.Today wrote about it.| It is down.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    assert parts(text.replace("|", "")) == [part.strip() for part in text.split("|")]


def test_headings_items_and_rows_are_sentences_of_their_own() -> None:
    text = "2. Mass arrests\n2.1. Arrests in Orda\n- Aset was held. He left.\n1. One. Two\n| a | b |\n# Title"
    assert parts(text) == [
        "2. Mass arrests",
        "2.1. Arrests in Orda",
        "- Aset was held.",
        "He left.",
        "1. One.",
        "Two",
        "| a | b |",
        "# Title",
    ]


def test_lines_wrapped_at_a_margin_are_joined_and_headings_are_not() -> None:
    found = [WRAPPED[start:end].replace("\n", " ") for start, end in paragraphs(WRAPPED)]
    assert found == [
        "The activist was taken away on 5 May and brought to the police station of the Second Northern District.",
        "Arrests in Tengiz",
        "The next day two others were held there by officers of the Committee of National Security. "
        "Their lawyer was not let in.",
        "A new paragraph starts here and it is wrapped at the same margin as well.",
    ]
    assert "not let in." in parts(WRAPPED)[3].replace("\n", " ")


def test_a_wrapped_sentence_goes_on_over_the_end_of_a_page() -> None:
    text = "They were held at the station of\nthe district police for a day and\n\fthen brought to the court\nof the city."
    assert len(sentences(text)) == 1


def test_lines_that_are_whole_paragraphs_stay_apart() -> None:
    text = "Aset Omarov, Orda, five years\nDana Kenzhe, Tengiz, three years\nMarat Aliyev, Orda, one year"
    assert len(paragraphs(text)) == len(sentences(text)) == 3


def test_an_empty_text_has_no_parts() -> None:
    assert sentences("") == paragraphs("") == sentences(" \n\f ") == ()


SIGNS = st.sampled_from(
    [*"abzАбқЖ .!?…:;,\n\n\f\t-–•12()[]«»“”\"'ʼ", ". ", "\n- ", "г. ", "ст. ", "\u2028", "\xa0"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(SIGNS, max_size=80).map("".join) | st.text(max_size=80))
def test_spans_are_in_order_apart_and_hold_all_but_white_space(text: str) -> None:
    for spans in (sentences(text), paragraphs(text)):
        ends = [place for span in spans for place in span]
        assert ends == sorted(ends)
        assert all(start < end for start, end in spans)
        assert all(text[start:end] == text[start:end].strip() for start, end in spans)
        covered = {place for start, end in spans for place in range(start, end)}
        assert all(place in covered for place, sign in enumerate(text) if not sign.isspace())


@settings(deadline=None)
@given(st.lists(SIGNS, max_size=60).map("".join))
def test_no_sentence_crosses_the_end_of_a_paragraph(text: str) -> None:
    for sentence in sentences(text):
        assert any(outer.start <= sentence.start and sentence.end <= outer.end for outer in paragraphs(text))


def test_two_megabytes_take_less_than_a_second() -> None:
    text = (
        "В 2019 г. суд г. Орды приговорил А. Б. Касенова к 5 годам. Он не признал вины, т.к. не был там.\n"
        * 14_000
    )
    assert len(text.encode()) > 2_000_000
    start = time.process_time()
    assert len(sentences(text)) == 28_000
    assert time.process_time() - start < 1


def test_hostile_texts_take_no_more_time() -> None:
    start = time.process_time()
    for text in (
        ". " * 100_000,
        "." * 200_000,
        "«" * 100_000 + "!» А",
        "a.b." * 50_000,
        "\n" * 200_000,
        "((" * 90_000,
    ):
        sentences(text)
    assert time.process_time() - start < 5


def test_sentences_of_real_reports_stay_short(shared: Path) -> None:
    """Headings and lists of the reports swallow no sentences."""
    for path in sorted(shared.glob("seeds/*.txt")):
        text = path.read_text(encoding="utf-8")
        lengths = [end - start for start, end in sentences(text)]
        assert max(lengths) < 1_500
        assert isinstance(sentences(text)[0], Span)
