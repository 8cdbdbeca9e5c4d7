"""Two names compared from the command line; no register is needed."""

import pytest

from tests.cli.desk import called


def test_a_score_and_reasons_are_printed():
    told = called("compare", "Ержан Жақсенов", "Yerzhan Zhaksenov")
    assert told.code == 0
    assert "agree by 0.9" in told.out
    assert "surname equal across scripts" in told.out


@pytest.mark.parametrize(("language", "word"), [("ru", "фамилия"), ("kk", "тегі")])
def test_reasons_are_in_the_language_asked_for(language, word):
    assert word in called("--language", language, "compare", "Ержан Жақсенов", "Ержан Жаксенов").out
