"""The banks of passages are sound, and nothing single is shown of what is kept apart."""

import re

import pytest
from bench.tellings import BANKS, LATER, LOOKED, judged, main, passages, stem


@pytest.mark.parametrize("bank", BANKS)
def test_each_name_of_a_bank_stands_in_its_passage(bank):
    for passage in passages(bank):
        for told in passage.told or ():
            if not told.who.startswith("#"):
                words = [stem(word) for word in told.who.removeprefix("org:").split()]
                assert all(word in passage.text for word in words), passage.name


@pytest.mark.parametrize("bank", BANKS)
def test_no_passage_of_a_bank_stands_twice_and_some_are_kept_apart(bank):
    names = [passage.name for passage in passages(bank)]
    assert len(set(names)) == len(names)
    assert {passage.part for passage in passages(bank)} == {LOOKED, LATER}


def test_errors_show_no_passage_that_is_kept_apart(capsys):
    main(["--bank", "ru_articles", "--errors"])
    shown = set(re.findall(r"^([0-9a-f]{6}) ", capsys.readouterr().out, re.M))
    assert shown.isdisjoint(one.name for one in passages("ru_articles") if one.part == LATER)


def test_of_several_right_answers_the_one_found_is_asked_for():
    passage = next(one for one in passages("kk") if one.told and len(one.told[0].acts) > 1)
    assert judged(passage, "kk").measures["claims"].wanted == sum(not one.optional for one in passage.told)
