"""The words that the index keeps are those of the name as it is compared."""

import pytest
from bench.crowd import Crowd
from bench.spellings import mentions
from hypothesis import given
from hypothesis import strategies as st

from tizim.identity.shelves import Shelves
from tizim.identity.vocabulary import Vocabulary
from tizim.identity.written import names_in

TRICKY = [
    "Дана Болат ұлы", "Dana Bolat kyzy", "dr. Dana Testova", "Karim al-Test", "Ali Abu Test", "Abd Test Aman",
    "Dana-Aru Testova", "D. B. Testova", "Testova, Dana", "Dana (Danchik) Testova", "DANA TESTOVA", "Dana  Testova",
    "Дaнa Тестова", "İlham Testli", "Dana Testova one two three", "bin Test Dana", "Dana\tTestova", "Gospodin Testov",
]  # fmt: skip


def words(text: str, known: Vocabulary) -> set[str]:
    return {known.texts[number] for number in known.words_of(text)}


def read(text: str) -> set[str]:
    return {word.text for name in names_in(text).names for word in name.words}


@pytest.mark.parametrize("text", TRICKY)
def test_words_are_those_that_are_compared(text):
    known = Vocabulary()
    for _ in range(2):
        assert words(text, known) == read(text)


def test_words_of_many_invented_names_are_those_that_are_compared():
    known, crowd = Vocabulary(), Crowd(300, 4)
    for text in [*(name for name, _, _ in mentions(60, 41)), *map(crowd.name, range(len(crowd)))]:
        assert words(text, known) == read(text)


@given(st.lists(st.text(st.characters(), max_size=12), max_size=5))
def test_words_of_any_text_are_those_that_are_compared(tokens):
    text = " ".join(tokens)
    assert words(text, Vocabulary()) == read(text)


def test_what_was_learnt_of_words_is_what_would_be_read():
    first, again = Vocabulary(), Vocabulary()
    texts = [name for name, _, _ in mentions(30, 42)] + TRICKY
    again.learn(first.lines([(text, first.words_of(text)) for text in texts]))
    for text in texts:
        assert words(text, again) == read(text)
    heard = {first.texts[number]: first.forms(number) for number in range(len(first))}
    assert all(again.forms(number) == heard[again.texts[number]] for number in range(len(again)))


def test_the_commonest_words_come_first_and_equally_common_ones_in_their_order():
    known = Vocabulary()
    shelves = Shelves(known)
    for at, text in enumerate(
        ("Dana Testova", "Dana Aruova", "Botakoz Aruova", "Botakoz Zhanova", "Aigerim")
    ):
        shelves.put(f"p-{at}", text)
    every = range(len(known))
    texts = [known.texts[one] for one in shelves.commonest(every, len(known))]
    having = {known.texts[one]: len(shelves.having(one)) for one in every}
    assert texts == sorted(texts, key=lambda one: (-having[one], one))
    assert [known.texts[one] for one in shelves.commonest(every, 2)] == texts[:2]
    assert shelves.commonest((), 3) == []
    assert shelves.how_many(every) == 9
    assert {known.texts[one] for one in shelves.alone(frozenset(every))} == {"aigerim"}
