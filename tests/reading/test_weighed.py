"""An act that no rule ties to anybody is tied by weights, said to be less sure, and never to somebody unnamed."""

import pytest

from tizim.reading import read
from tizim.reading.weighing import Weights

TEXT = "Anton Rudak was fined on 3 May. An expert who examined his phone afterwards found spyware on it."
SURE = Weights(9.0, 0.5, {"who: pronoun": 1.0})
NEVER = Weights(-9.0, 0.5, {"who: pronoun": 1.0})


@pytest.fixture
def with_weights(monkeypatch):
    """Reads a text with the weights given."""

    def reads(text, weights):
        monkeypatch.setattr("tizim.reading.listening.weights_of", lambda language, step: weights)
        return read(text, date="2023-06-15", language="en").claims

    return reads


def test_what_the_weights_tie_says_so_and_which_signs_spoke(with_weights):
    told = {claim.act: claim for claim in with_weights(TEXT, SURE)}
    tied = told["surveillance"]
    assert tied.person == "Anton Rudak"
    assert tied.certainty == "implied"
    assert "victim: weighed 1.00" in tied.why
    assert any(line.startswith("sign: who: pronoun +1.00") for line in tied.why)
    assert told["fine"].certainty == "asserted"


def test_weights_below_the_threshold_leave_what_the_rules_found(with_weights):
    assert [claim.act for claim in with_weights(TEXT, NEVER)] == ["fine"]


@pytest.mark.parametrize(
    "text",
    [
        "A man was seen in the yard. An expert found spyware on a phone.",
        "The wind knocked Anton Rudak's hat to the ground.",
        "Anton Rudak was not searched.",
    ],
)
def test_weights_tie_nobody_unnamed_no_doer_and_nothing_denied(with_weights, text):
    assert with_weights(text, SURE) == ()


def test_the_reader_says_the_same_each_time():
    first = read(TEXT, date="2023-06-15", language="en")
    assert first == read(TEXT, date="2023-06-15", language="en")


HANGING = [
    ("en", "The judge decided not to place Serik Dosan under house arrest."),
    ("en", "The judge refused to place Serik Dosan under house arrest."),
    ("en", "Serik Dosan may be placed under house arrest."),
    ("en", "The prosecutor asked the judge to put Serik Dosan under house arrest."),
    ("en", "The court declined to send Serik Dosan to pre-trial detention."),
    ("ru", "Судья решил не помещать Серика Досана под домашний арест."),
    ("ru", "Серик Досан пришёл в суд. Судья отказался помещать под домашний арест."),
    ("ru", "Серик Досан вышел из дома. Следователь просил отправить под домашний арест."),
    ("ru", "Серика Досана могут поместить под домашний арест."),
    ("kk", "Сот Серік Досанды үйқамаққа шығарудан бас тартты."),
    ("kk", "Тергеуші Серік Досанды үйқамаққа шығаруды сұрады."),
    ("kk", "Сот Серік Досанды үйқамаққа шығармау туралы шешім қабылдады."),
]


@pytest.mark.parametrize(("language", "text"), HANGING)
def test_what_hangs_on_a_denied_or_unreal_verb_is_tied_to_nobody(language, text):
    assert read(text, date="2024-06-10", language=language).claims == ()
