"""The verbs that write speak the language that was asked for."""

import re

import pytest

CLAIMS = """
document,quote,person,act,date
first.txt,Aru Sampleva,Aru Sampleva,pretrial_detention,2020-11-01
"""
CYRILLIC = re.compile("[а-яәғқңөұүһі]", re.IGNORECASE)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_taking_in_deciding_and_checking_are_told_in_the_language_asked_for(desk, language):
    report = desk.home / "first.txt"
    report.write_text("Aru Sampleva is held.", encoding="utf-8")
    table = desk.table(CLAIMS)
    asked = [
        ("add", str(report)),
        ("import", str(table), "--dry-run"),
        ("import", str(table)),
        ("claims",),
        ("review", "accept", "--where", "act=pretrial_detention"),
        ("check",),
    ]
    for arguments in asked:
        answer = desk.in_language(language, *arguments)
        assert answer.code == 0, answer
        assert CYRILLIC.search(answer.lines[-1]), arguments


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "nowhere"),
        ("import", "nowhere.csv"),
        ("review", "doubt"),
        ("review", "accept"),
        ("review", "accept", "c-0"),
        ("review", "amend", "--where", "act=fine"),
        ("withdraw", "c-0"),
        ("undo-import", "d-0"),
        ("check", "--digest", "0"),
        ("judge", "p-0", "p-1", "same"),
        ("judge", "p-0", "p-1", "alike"),
    ],
)
def test_what_cannot_be_done_is_told_in_the_language_asked_for(desk, language, arguments):
    answer = desk.in_language(language, *arguments)
    assert answer.code == 1
    assert CYRILLIC.search(answer.err) and answer.err.count("\n") == 1
