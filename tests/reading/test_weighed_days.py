"""A day that no sentence tells is chosen by weights from those named near, or left open, and says so."""

import pytest
from bench.choosing import Pick, chosen, fitted, judged

from tizim.reading import read
from tizim.reading.weighed_days import LONGEST
from tizim.reading.weighing import NEVER, Weights

TEXT = "По словам адвоката, Антона Рудака избили.\n\nСобрание прошло 3 мая 2023 года."
GUESSED = "Антона Рудака оштрафовали на 50 тысяч тенге."
NAMED = Weights(0.0, 0.2, {"date: day": 9.0})
OPEN = Weights(0.0, 0.2, {"open: rules say guessed": 9.0, "open: rules say none": 9.0})


@pytest.fixture
def claims(monkeypatch):
    """Reads a Russian text with these weights for days."""

    def reads(text, weights):
        monkeypatch.setattr("tizim.reading.inflected.weighed_days.weights_from", lambda written: weights)
        return read(text, date="2023-06-15", language="ru").claims

    return reads


def test_a_day_that_the_weights_choose_says_so_and_which_signs_spoke(claims):
    assert claims(TEXT, NEVER)[0].date is None
    claim = claims(TEXT, NAMED)[0]
    assert (claim.act, claim.date, claim.date_basis) == ("ill_treatment", "2023-05-03", "the text around it")
    assert "dates: weighed 1.00" in claim.why and "sign: date: day +9.00" in claim.why


def test_a_day_that_the_rules_only_guess_may_be_left_open(claims):
    (guessed,) = claims(GUESSED, NEVER)
    assert (guessed.date, guessed.date_basis) == ("2023-06?", "the month of the report")
    (left,) = claims(GUESSED, OPEN)
    assert (left.date, left.date_basis) == (None, None)
    assert any(line.startswith("dates: open, weighed") for line in left.why)


@pytest.mark.parametrize(
    "text",
    [
        "3 мая 2023 года Антона Рудака оштрафовали. 7 мая 2023 года прошло собрание.",
        "3 мая 2023 года Антона Рудака задержали. В отделе его обыскали. 7 мая 2023 года прошло собрание.",
    ],
)
def test_days_that_a_sentence_or_a_rule_tells_are_not_weighed(claims, text):
    assert {claim.date for claim in claims(text, NAMED)} == {"2023-05-03"}


def test_a_day_of_its_own_sentence_that_the_rules_passed_over_is_not_chosen(claims):
    text = "Антона Рудака приговорили к двум годам за участие в митинге 3 мая 2021 года."
    assert claims(text, NAMED)[0].date == claims(text, NEVER)[0].date


def test_a_day_after_the_report_is_never_chosen(claims):
    assert claims(TEXT.replace("прошло 3 мая 2023", "пройдёт 3 мая 2024"), NAMED)[0].date is None


def test_texts_longer_than_those_of_the_fitting_are_not_weighed(claims):
    assert claims(TEXT + " Шёл дождь." * LONGEST, NAMED)[0].date is None


def test_shares_of_choices_are_one_together_whatever_their_weights():
    shares = Weights(0.0, 0.2, {"near": 900.0, "far": -900.0}).shares([["near"], ["far"], []])
    assert sum(shares) == pytest.approx(1.0) and shares[0] == pytest.approx(1.0)
    assert NEVER.shares([["near"], []]) == pytest.approx([0.5, 0.5])


def _picks() -> list[Pick]:
    return [Pick(f"d{at % 9}", (("near", f"rare {at}"), ("far",)), (True, False), 1) for at in range(60)]


def test_fitting_finds_the_sign_of_the_right_choice_and_leaves_out_rare_ones():
    weights = fitted(_picks(), penalty=1.0, least=3)
    assert weights.each["near"] > 0 > weights.each["far"]
    assert not any(sign.startswith("rare") for sign in weights.each)


def test_what_the_rules_say_stands_until_another_choice_is_surer_by_the_threshold():
    pick, shares = _picks()[0], judged(_picks(), penalty=1.0, least=3)[0]
    assert chosen(pick, shares, 0.2) == 0
    assert chosen(pick, shares, 1.01) == pick.present


SAID = "Anton Rudak was beaten, his lawyer says. "
FILLING = "The river was high. " * 8


@pytest.fixture
def english(monkeypatch):
    """Reads an English text with these weights for days."""

    def reads(text, weights):
        monkeypatch.setattr("tizim.reading.english_days.weights_of", lambda language, step: weights)
        return read(text, date="2023-06-15", language="en").claims

    return reads


def test_english_days_left_open_are_weighed_in_reports_of_several_sentences(english):
    report = f"{SAID}\n\nThe meeting took place on 3 May 2023. {FILLING}"
    assert english(report, NEVER)[0].date is None
    claim = english(report, NAMED)[0]
    assert (claim.act, claim.date, claim.date_basis) == ("ill_treatment", "2023-05-03", "the text around it")
    assert "dates: weighed 1.00" in claim.why
    assert english(report.replace(FILLING, ""), NAMED)[0].date is None


def test_english_days_that_a_sentence_tells_are_not_weighed(english):
    report = f"On 3 May 2023 Anton Rudak was fined.\n\nThe meeting took place on 7 May 2023. {FILLING}"
    assert {claim.date for claim in english(report, NAMED)} == {"2023-05-03"}


def test_no_day_is_chosen_for_a_term_that_is_served_nor_one_that_is_hardly_probable(english):
    said = "Anton Rudak, who is serving three years in prison, was not there. "
    report = f"{said}\n\nThe meeting took place on 3 May 2023. {FILLING}"
    (claim,) = [one for one in english(report, NAMED) if one.act == "sentence"]
    assert claim.date is None
    unsure = Weights(0.0, 0.0, {"date: day": 0.1})
    beaten = f"{SAID}\n\nThe meeting took place on 3 May 2023. Another was held on 9 May 2023. {FILLING}"
    assert english(beaten, unsure)[0].date is None
