"""Lists behind a count, those who come first or last, those to whom the same happened, and days told apart."""

import pytest

from tizim.reading import read, to_flat

DAY = "2025-10-09"


def told(text):
    claims = to_flat(read(text, date=DAY, language="en"), "text")["claims"]
    return {
        (one["person"] or (one["count_min"], one["count_max"]), one["act"], one["date"]) for one in claims
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Three people were arrested on 6 May: Ales Kutnik, a nurse; Zoya Barch, a florist; and Kiryl Mak, who is 17.",
            {(name, "detention", "2025-05-06") for name in ("Ales Kutnik", "Zoya Barch", "Kiryl Mak")},
        ),
        (
            "Both the chair of the party, Ilham Rasul, and his deputy, Vafa Nadir, were detained on 3 June.",
            {("Ilham Rasul", "detention", "2025-06-03"), ("Vafa Nadir", "detention", "2025-06-03")},
        ),
        (
            "The list has Kasym Tokon, who was detained on 8 January, and Emil Jolchu, whose trial began in May.",
            {("Kasym Tokon", "detention", "2025-01-08"), ("Emil Jolchu", "trial", "2025-05")},
        ),
        (
            "The two men held since 27 September, Artur Gev and Babken Mush, were questioned on Monday.",
            {(name, act, day) for name in ("Artur Gev", "Babken Mush")
             for act, day in (("detention", "2025-09-27"), ("interrogation", "2025-10-06"))},
        ),
        ("The first to be detained was Ermine Vartan.", {("Ermine Vartan", "detention", None)}),
        (
            "Elena Buga was fined on Friday. Her brother Oleg was, too.",
            {("Elena Buga", "fine", "2025-10-03"), ("Oleg", "fine", "2025-10-03")},
        ),
        ("Tatul Sarg tried to film it and was beaten.", {("Tatul Sarg", "ill_treatment", None)}),
    ],
)  # fmt: skip
def test_whom_a_sentence_lists(text, wanted):
    assert wanted <= told(text)


def test_a_count_that_is_named_item_by_item_is_no_claim_of_its_own():
    found = told("Two people were arrested on 6 May: Ales Kutnik, a nurse; and Zoya Barch, a florist.")
    assert (2, 2) not in {who for who, *_ in found}


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("on New Year's Eve", "2024-12-31"),
        ("on International Women's Day 2023", "2023-03-08"),
        ("on May Day", "2025-05-01"),
        ("on Monday of last week", "2025-09-29"),
        ("in the autumn of last year", "2024-09/2024-11"),
        ("at the beginning of the month", "2025-10"),
        ("as early as 2021", "2021"),
    ],
)
def test_days_told_by_name_and_by_last_week_and_last_year(said, day):
    assert told(f"Teacher Oleg Marchenko was detained {said}.") == {("Oleg Marchenko", "detention", day)}


@pytest.mark.parametrize(
    ("text", "act", "day"),
    [
        ("Anton Lesko was fined for a comment. The ruling is dated 30 April.", "fine", "2025-04-30"),
        (
            "Anton Lesko was beaten near his home. The attack took place on 3 May.",
            "ill_treatment",
            "2025-05-03",
        ),
        ("Anton Lesko was beaten near his home. The search took place on 3 May.", "ill_treatment", None),
    ],
)
def test_a_sentence_may_only_say_when_it_happened(text, act, day):
    assert ("Anton Lesko", act, day) in told(text)


def test_what_was_done_during_an_arrest_is_of_its_day_wherever_that_is_told():
    text = "Anton Lesko says he was beaten during his arrest. He was detained at a market on 3 May."
    assert ("Anton Lesko", "ill_treatment", "2025-05-03") in told(text)


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("- Erlan Joldas – fine of 120,000 tenge (7 May)", {"fine 120000 KZT"}),
        ("Rita Bondar: a fine of 78,000 tenge.", {"fine 78000 KZT"}),
        (
            "The following were fined on 6 May: Alma Zhanys, 60,000 tenge; Pavel Ternov, 90,000 tenge.",
            {"fine 60000 KZT", "fine 90000 KZT"},
        ),
    ],
)
def test_fines_of_entries_and_lists_have_their_sums(text, outcomes):
    claims = to_flat(read(text, date=DAY, language="en"), "text")["claims"]
    assert {one["outcome"] for one in claims if one["act"] == "fine"} == outcomes
