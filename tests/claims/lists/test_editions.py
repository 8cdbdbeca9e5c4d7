"""Editions of a list: repeated, changed, moved, vanished, corrected by a person, fed back, taken back."""

from hypothesis import given, settings
from hypothesis import strategies as some
from tests.claims.lists.making import csv_of, document, held, kept, mapped, planned, said

from tizim.claims import amend, standing_claims, undo_import
from tizim.claims.lists import aside_csv, open_book
from tizim.ledger import MemoryLedger

MAPPING = mapped("№: number;Name: person;Day: date;What: act;Out: outcome;Story: text", "key: [№]")
NUMBERLESS = mapped("Name: person;Day: date;What: act;Out: outcome;Story: text;№: skip")
HEAD = ["№", "Name", "Day", "What", "Out", "Story"]
ROWS = [
    ["1", "Ару Семплева", "12.08.2020", "задержание", "", ""],
    ["2", "Олжас Неймбай", "13.08.2020", "адм. арест", "10 суток", ""],
    ["3", "Дана Инвентова", "14.08.2020", "штраф", "", "задержана 13.08.2020"],
]
FIRST = document("first.csv").id


def edition(rows, ledger, name="second.csv", mapping=MAPPING, **options):
    return planned(csv_of([HEAD, *rows]), mapping, name=name, holdings=held(ledger), **options)


def begun(mapping=MAPPING, rows=ROWS) -> MemoryLedger:
    ledger = MemoryLedger()
    kept(ledger, edition(rows, ledger, "first.csv", mapping))
    return ledger


def fates(plan):
    return {fate.number: fate.fate for fate in plan.fates if fate.fate != "skipped"}


def test_the_same_file_again_writes_nothing():
    ledger = begun()
    again = edition(ROWS, ledger, "first.csv")
    assert (len(again.claims), len(again.unchanged)) == (0, 4)
    assert kept(ledger, again) == 0
    assert fates(again) == {2: "unchanged", 3: "unchanged", 4: "unchanged"}


def test_a_newer_edition_writes_what_changed_as_corrections_and_what_is_new():
    ledger = begun()
    newer = [
        ROWS[0],
        ["2", "Олжас Неймбай", "13.08.2020", "адм. арест", "15 суток", ""],
        ROWS[2],
        ["4", "Бота Шаблонова", "", "обыск", "", ""],
    ]
    plan = edition(newer, ledger, replaces=(FIRST,))
    assert fates(plan) == {2: "unchanged", 3: "correction", 4: "unchanged", 5: "new"}
    assert (plan.corrections, plan.vanished) == (1, [])
    kept(ledger, plan)
    told = [
        (one.person, one.outcome)
        for one in standing_claims(ledger.known_at())
        if one.act == "administrative_arrest"
    ]
    assert told == [("Олжас Неймбай", "administrative_arrest P15D")]


def test_moved_rows_and_new_numbers_are_no_change():
    ledger = begun()
    moved = [
        ["1", "Бота Шаблонова", "", "обыск", "", ""],
        *([str(n), *row[1:]] for n, row in enumerate(reversed(ROWS), 2)),
    ]
    plan = edition(moved, ledger, replaces=(FIRST,))
    assert fates(plan) == {2: "new", 3: "unchanged", 4: "unchanged", 5: "unchanged"}
    assert plan.vanished == []


def test_a_new_number_and_a_change_at_once_is_still_the_same_person():
    ledger = begun()
    plan = edition(
        [["9", "Олжас Неймбай", "13.08.2020", "адм. арест", "15 суток", ""], ROWS[0], ROWS[2]],
        ledger,
        replaces=(FIRST,),
    )
    assert fates(plan)[2] == "correction" and plan.vanished == []


def test_a_name_spelt_anew_under_its_number_is_a_correction():
    ledger = begun()
    plan = edition([["1", "Ару Сэмплева", *ROWS[0][2:]], *ROWS[1:]], ledger, replaces=(FIRST,))
    assert fates(plan)[2] == "correction" and plan.vanished == []


def test_without_a_number_rows_are_known_by_person_act_and_day():
    ledger = begun(NUMBERLESS)
    plan = edition([ROWS[2], ["", "Олжас Неймбай", "13.08.2020", "адм. арест", "15 суток", ""], ROWS[0]], ledger,
                   mapping=NUMBERLESS, replaces=(FIRST,))  # fmt: skip
    assert fates(plan) == {2: "unchanged", 3: "correction", 4: "unchanged"}


def test_vanished_rows_are_named_and_stand():
    ledger = begun()
    plan = edition(ROWS[:2], ledger, replaces=(FIRST,))
    gone = {claim.id for claim in standing_claims(ledger.known_at()) if claim.person == "Дана Инвентова"}
    assert set(plan.vanished) == gone and len(gone) == 2
    kept(ledger, plan)
    assert len(standing_claims(ledger.known_at())) == 4


def test_a_third_edition_may_name_any_earlier_one_that_wrote():
    ledger = begun()
    second = [["1", "Ару Семплева", "15.08.2020", "задержание", "", ""], *ROWS[1:]]
    kept(ledger, edition(second, ledger, replaces=(FIRST,)))
    third = edition(
        [*second, ["4", "Бота Шаблонова", "", "обыск", "", ""]],
        ledger,
        "third.csv",
        replaces=(document("second.csv").id,),
    )
    assert fates(third) == {2: "unchanged", 3: "unchanged", 4: "unchanged", 5: "new"}
    assert third.vanished == []


def test_a_row_that_goes_back_to_what_it_said_is_a_change_again():
    ledger = begun()
    kept(
        ledger,
        edition(
            [["1", "Ару Семплева", "15.08.2020", "задержание", "", ""], *ROWS[1:]], ledger, replaces=(FIRST,)
        ),
    )
    plan = edition(ROWS, ledger, "third.csv", replaces=(FIRST,))
    assert fates(plan)[2] == "correction"
    kept(ledger, plan)
    assert [one.date for one in standing_claims(ledger.known_at()) if one.person == "Ару Семплева"] == [
        "2020-08-12"
    ]


def test_an_edition_again_is_known_though_nobody_names_what_it_replaces():
    ledger = begun()
    newer = [["1", "Ару Семплева", "15.08.2020", "задержание", "", ""], *ROWS[1:]]
    kept(ledger, edition(newer, ledger, replaces=(FIRST,)))
    again = edition(newer, ledger)
    assert (len(again.claims), again.vanished, again.faults) == (0, [], [])


def test_a_newer_edition_that_nobody_calls_one_is_stopped_before_it_doubles_the_list():
    ledger = begun()
    plan = edition([*ROWS, ["4", "Бота Шаблонова", "", "обыск", "", ""]], ledger)
    assert [(one.code, one.values["list"]) for one in plan.faults] == [("mostly_known", FIRST)]
    beside = edition(ROWS, ledger, beside=True)
    assert not beside.stopped and len(beside.claims) == 4


def test_a_document_that_brought_no_list_cannot_be_replaced():
    plan = edition(ROWS, MemoryLedger(), replaces=("d-0000",))
    assert [one.code for one in plan.faults] == ["not_this_list"]


def test_a_persons_correction_stands_until_the_row_changes_and_then_a_person_decides():
    ledger = begun()
    entries = tuple(ledger.known_at())
    claim = next(one for one in standing_claims(entries) if one.person == "Ару Семплева")
    drafts = amend(claim, {"date": "2020-08-11"}, by="desk")
    ledger.append(drafts, at="2026-11-22", by="desk")
    same = edition(ROWS, ledger, replaces=(FIRST,))
    assert fates(same)[2] == "unchanged"
    changed = edition(
        [["1", "Ару Семплева", "10.08.2020", "задержание", "", ""], *ROWS[1:]], ledger, replaces=(FIRST,)
    )
    assert [fault.code for row in changed.aside for fault in row.faults] == ["person_corrected"]


def test_what_was_taken_back_is_not_brought_back_by_an_edition():
    ledger = begun()
    ledger.append(undo_import(ledger.known_at(), FIRST), at="2026-11-22", by="desk")
    assert standing_claims(ledger.known_at()) == ()
    plan = edition(ROWS, ledger, replaces=(FIRST,))
    assert (len(plan.claims), len(plan.hidden)) == (0, 4)
    assert set(fates(plan).values()) == {"hidden"}


def test_a_row_set_aside_is_corrected_and_fed_back_into_its_list():
    ledger = MemoryLedger()
    bad = [*ROWS[:2], ["3", "Дана Инвентова", "14.13.2020", "штраф", "", "=1+1"]]
    plan = edition(bad, ledger, "first.csv")
    kept(ledger, plan)
    text = "".join(aside_csv(plan.aside, "ru", lambda fault: fault.code))
    assert "'=1+1" in text and text.splitlines()[0].endswith("что не так;где стояло")
    assert "day_unreadable" in text and f"{FIRST} 4" in text
    back = planned(
        text.replace("14.13", "14.12").encode(), MAPPING, name="first.rejected.csv", holdings=held(ledger)
    )
    assert [one[:2] for one in said(back)] == [("Дана Инвентова", "fine")]
    kept(ledger, back)
    assert (
        kept(
            ledger,
            planned(
                text.replace("14.13", "14.12").encode(),
                MAPPING,
                name="first.rejected.csv",
                holdings=held(ledger),
            ),
        )
        == 0
    )
    good = [*ROWS[:2], ["3", "Дана Инвентова", "14.12.2020", "штраф", "", ""]]
    newer = edition(good, ledger, replaces=(FIRST,))
    assert set(fates(newer).values()) == {"unchanged"} and newer.vanished == []


def test_a_row_set_aside_again_keeps_where_it_first_stood():
    bad = [["3", "Дана Инвентова", "14.13.2020", "штраф", "", ""]]
    plan = edition(bad, MemoryLedger(), "first.csv")
    text = "".join(aside_csv(plan.aside, "kk", lambda fault: fault.code))
    again = planned(text.encode("utf-8-sig"), MAPPING, name="first.rejected.csv")
    assert [row.where for row in again.aside] == [f"{FIRST} 2"]
    assert "".join(aside_csv(again.aside, "kk", lambda fault: fault.code)) == text


def test_the_claims_of_a_row_set_aside_in_a_newer_edition_have_not_vanished():
    ledger = begun()
    plan = edition(
        [["1", "Ару Семплева", "12.13.2020", "задержание", "", ""], *ROWS[1:]], ledger, replaces=(FIRST,)
    )
    assert len(plan.aside) == 1 and plan.vanished == []


def test_undoing_an_edition_gives_back_what_it_corrected():
    ledger = begun()
    before = {one.id for one in standing_claims(ledger.known_at())}
    kept(
        ledger,
        edition(
            [["1", "Ару Семплева", "15.08.2020", "задержание", "", ""], *ROWS[1:]], ledger, replaces=(FIRST,)
        ),
    )
    ledger.append(undo_import(ledger.known_at(), document("second.csv").id), at="2026-11-23", by="desk")
    assert {one.id for one in standing_claims(ledger.known_at())} == before


names = some.sampled_from(["Ару Семплева", "Олжас Неймбай", "Дана Инвентова", "Бота Шаблонова"])
rows = some.lists(
    some.tuples(
        names, some.sampled_from(["", "12.08.2020", "13.08.2020"]), some.sampled_from(["штраф", "обыск"])
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(rows, rows)
def test_after_an_edition_the_standing_claims_are_those_of_the_edition_and_the_vanished(first, second):
    ledger = MemoryLedger()

    def numbered(many):
        return [[str(at), who, day, act, "", ""] for at, (who, day, act) in enumerate(many, 1)] or [
            ["1", "Тимур Мейдапов", "", "арест", "", ""]
        ]

    kept(ledger, edition(numbered(first), ledger, "first.csv"))
    plan = edition(numbered(second), ledger, replaces=(FIRST,))
    kept(ledger, plan)
    gone = set(plan.vanished)
    standing = [one for one in standing_claims(ledger.known_at()) if one.id not in gone]
    wanted = [(row[1], row[3]) for row in numbered(second)]
    acts = {"штраф": "fine", "обыск": "search", "арест": "administrative_arrest"}
    assert sorted((one.person, one.act) for one in standing) == sorted(
        (who, acts[act]) for who, act in wanted
    )
    assert kept(ledger, edition(numbered(second), ledger, replaces=(FIRST,))) == 0


def test_a_file_set_aside_is_known_by_its_two_columns_alone():
    assert open_book("a.csv", csv_of([HEAD, *ROWS])).sheets[0].name == ""
