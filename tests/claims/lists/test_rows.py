"""Rows of lists become claims with the cells they stand in, or are set aside with every reason."""

from dataclasses import replace

from openpyxl import Workbook
from tests.claims.lists.making import csv_of, mapped, planned, said, xlsx
from tests.claims.lists.messy import russian, saved

from tizim.claims.lists import About, open_book

COLUMNS = "№: number;Name: person;Day: date;What: act;Law: article;Out: outcome;Where: place;Story: text;Remark: note"
HEAD = ["№", "Name", "Day", "What", "Law", "Out", "Where", "Story", "Remark"]


def plan_of(*rows, more="", columns=COLUMNS, head=HEAD, **options):
    return planned(csv_of([head, *rows]), mapped(columns, more), **options)


def faults(plan):
    return [(fault.where, fault.code) for row in plan.aside for fault in row.faults]


def locators(plan):
    return [plan.passages[claim.passage_id].locator for claim in plan.claims.values()]


def test_a_row_becomes_a_claim_that_cites_the_cell_of_its_act():
    plan = plan_of(["1", "Ару Семплева", "12.08.20", "задержание", "405(2)", "", "Жойдақ", "", "см. дело"])
    (claim,) = plan.claims.values()
    assert (claim.person, claim.act, claim.date, claim.articles) == (
        "Ару Семплева",
        "detention",
        "2020-08-12",
        ("KZ-CC 405(2)",),
    )
    assert (claim.place, claim.note, claim.reader) == ("Жойдақ", "см. дело", None)
    (passage,) = plan.passages.values()
    assert (passage.locator, passage.quote) == ("D2", "задержание")


def test_in_a_workbook_the_address_names_the_sheet():
    plan = planned(
        xlsx([["Name", "What"], ["Aru Sampleva", "fine"]]), mapped("Name: person;What: act"), name="a.xlsx"
    )
    assert locators(plan) == ["Sheet1!B2"]


def test_one_cell_of_catchwords_tells_several_acts_of_the_person():
    plan = plan_of(["1", "Ару Семплева", "", "", "", "", "", "задержан 12.08.20, адм. арест 15 сут.", ""])
    assert said(plan) == [
        ("Ару Семплева", "detention", "2020-08-12", None),
        ("Ару Семплева", "administrative_arrest", "2020-08-12~", "administrative_arrest P15D"),
    ]
    assert {claim.reader for claim in plan.claims.values()} == {"jottings 1"}
    assert [passage.quote for passage in plan.passages.values()] == ["задержан 12.08.20, адм. арест 15 сут."]


def test_running_text_goes_to_the_reader_with_the_person_of_the_row():
    asked = []

    def tells(text: str, about: About):
        asked.append((text, about.person, about.language))
        return [
            ({"act": "ill_treatment"}, "other 1"),
            ({"act": "threat", "person": "Бота Шаблонова"}, "other 1"),
        ]

    plan = plan_of(
        ["1", "Ару Семплева", "12.08.20", "задержание", "", "", "", "В тот вечер её ударили.", ""],
        tells=tells,
    )
    assert asked == [("В тот вечер её ударили.", "Ару Семплева", "ru")]
    assert [(one[0], one[1]) for one in said(plan)] == [
        ("Ару Семплева", "detention"), ("Ару Семплева", "ill_treatment"), ("Бота Шаблонова", "threat")
    ]  # fmt: skip


def test_the_same_act_is_not_told_twice_by_one_row():
    plan = plan_of(["1", "Ару Семплева", "12.08.20", "задержание", "", "", "", "задержана 12.08.2020", ""])
    assert [one[1] for one in said(plan)] == ["detention"]


def test_text_in_which_nothing_is_found_is_named_and_keeps_nothing_out():
    plan = plan_of(["1", "Ару Семплева", "", "штраф", "", "", "", "непонятное что-то", ""])
    assert [(one.where, one.code) for one in plan.notices] == [("H2", "text_unread")]
    assert len(plan.claims) == 1


def test_a_bad_row_is_set_aside_whole_with_everything_that_is_wrong():
    plan = plan_of(
        ["1", "Ару Семплева", "13.13.20", "обыск, полёт", "кража", "", "", "", ""],
        ["2", "", "", "штраф", "", "", "", "", ""],
    )
    assert faults(plan) == [
        ("C2", "day_unreadable"),
        ("D2", "act_unknown"),
        ("E2", "article_unreadable"),
        ("B3", "no_subject"),
    ]
    assert plan.claims == {}


def test_no_fault_repeats_what_stands_in_a_cell():
    plan = plan_of(["1", "Ару Семплева 5", "Семплева", "Семплева", "Семплева", "Семплева", "", "", ""])
    told = repr([(fault.where, fault.code, fault.values) for row in plan.aside for fault in row.faults])
    assert plan.aside and "Семплева" not in told


def test_each_act_of_a_cell_is_a_claim():
    plan = plan_of(["1", "Ару Семплева", "12.08.20", "обыск, задержание", "", "", "", "", ""])
    assert [one[1] for one in said(plan)] == ["search", "detention"]


def test_a_value_table_goes_before_the_known_words():
    columns = "Name: person;What: {read: act, values: {взяли: detention, пока думают: skip, 'дали условку': 'sentence: suspended'}}"
    plan = plan_of(["Ару Семплева", "взяли"], ["Бота Шаблонова", "дали условку"], ["Дана Пробина", "пока думают"],
                   columns=columns, head=["Name", "What"])  # fmt: skip
    assert [(one[1], one[3]) for one in said(plan)] == [("detention", None), ("sentence", "suspended")]


def test_dates_of_several_acts_make_several_claims():
    columns = "Name: person;Taken: {read: date, of: detention};Verdict: {read: date, of: sentence};Term: {read: outcome, of: sentence, bare: imprisonment}"
    more = "claims: {detention: {act: detention}, sentence: {act: sentence}}"
    plan = plan_of(["Aru Sampleva", "12.08.20", "30.11.20", "4 года"], ["Bota Sampleva", "13.08.20", "", ""],
                   columns=columns, more=more, head=["Name", "Taken", "Verdict", "Term"])  # fmt: skip
    assert said(plan) == [
        ("Aru Sampleva", "detention", "2020-08-12", None),
        ("Aru Sampleva", "sentence", "2020-11-30", "imprisonment P4Y"),
        ("Bota Sampleva", "detention", "2020-08-13", None),
    ]
    assert locators(plan) == ["B2", "D2", "B3"]


def test_parts_of_a_name_are_joined_and_a_birthday_gives_the_age():
    columns = "Surname: person;Name: person;Born: born;Day: date"
    plan = plan_of(["Sampleva", "Aru", "13.08.1986", "12.08.2020"], ["Namebay", "Olzhas", "1990", "12.08.2020"], columns=columns,
                   more="fixed: {act: detention}", head=["Surname", "Name", "Born", "Day"])  # fmt: skip
    assert [(one.person, one.age, one.note) for one in plan.claims.values()] == [
        ("Sampleva Aru", 33, None),
        ("Namebay Olzhas", None, "born 1990"),
    ]


def test_a_status_is_a_claim_of_its_own_on_the_day_of_the_list():
    plan = plan_of(["Aru Sampleva", "в СИЗО"], ["Bota Sampleva", "в розыске"], columns="Name: person;State: status",
                   more="fixed: {status_as_of: 2020-12-01}", head=["Name", "State"])  # fmt: skip
    assert [(one.act, one.level, one.status, one.status_as_of) for one in plan.claims.values()] == [
        ("pretrial_detention", "status", "pretrial_detention", "2020-12-01"),
        ("other", "status", "wanted", "2020-12-01"),
    ]


def test_an_empty_cell_may_say_what_the_one_above_says():
    plan = plan_of(
        ["Aru Sampleva", "обыск"],
        ["", "штраф"],
        columns="Name: {read: person, down: yes};What: act",
        head=["Name", "What"],
    )
    assert [one[0] for one in said(plan)] == ["Aru Sampleva", "Aru Sampleva"]


def test_a_cell_merged_over_rows_is_cited_where_it_stands():
    book = Workbook()
    book.active.title = "S"
    for row in (["Name", "What"], ["Aru Sampleva", "fine"], ["Bota Sampleva", None]):
        book.active.append(row)
    book.active.merge_cells("B2:B3")
    plan = planned(saved(book), mapped("Name: person;What: act"), name="a.xlsx")
    assert locators(plan) == ["S!B2", "S!B2"] and len(plan.passages) == 1


def test_titles_headers_numbers_totals_and_remarks_are_no_rows():
    mapping = (
        mapped("Ф.И.О.: person;Мера: act;'Задержание / дата': date")
        .replace("[1]", "[4, 5]")
        .replace("data: 2", "data: 6")
    )
    plan = planned(russian(), mapping.replace('"*"', '"Задержанные 2020"'), name="ru.xlsx")
    why = {fate.number: fate.why for fate in plan.fates if fate.fate == "skipped"}
    assert why == {
        1: "above",
        2: "above",
        4: "header",
        5: "header",
        6: "column_numbers",
        7: "title",
        16: "total",
        17: "remark",
    }
    assert ("Задержанные 2020", "rows_hidden") in [(one.where, one.code) for one in plan.notices]
    assert "sheet_unmapped" in [one.code for one in plan.notices]
    assert next((one.letters, one.heading) for one in plan.columns if not one.read) == ("A", "№ п/п")


def test_a_missing_column_stops_the_file():
    plan = plan_of(["Aru", "fine"], columns="Name: person;Whta: act", head=["Name", "What"])
    assert plan.stopped and [one.code for one in plan.faults] == ["column_missing"]
    assert list(plan.entries) == []


def test_headings_may_differ_in_case_points_and_blanks_and_doubles_are_told_apart():
    plan = plan_of(
        ["Aru Sampleva", "fine", "search"],
        columns="name: person;What (C): act",
        head=["  NAME. ", "What", "What"],
    )
    assert [one[1] for one in said(plan)] == ["search"]


def test_cells_beyond_the_headings_and_errors_of_formulas_set_a_row_aside():
    plan = plan_of(
        ["Aru Sampleva", "fine", "x"],
        ["#REF!", "fine"],
        columns="Name: person;What: act",
        head=["Name", "What"],
    )
    assert faults(plan) == [("B2", "too_many_cells"), ("A3", "formula_error")]


def test_an_empty_file_is_said_to_be_empty():
    plan = planned(b"", mapped("Name: person;What: act"))
    assert plan.stopped


def test_planning_twice_plans_the_same():
    rows = [
        [
            "1",
            "Ару Семплева",
            "12.08.20",
            "задержание",
            "405(2)",
            "",
            "",
            "задержан 12.08.20, арест 15 сут.",
            "",
        ]
    ]
    assert list(plan_of(*rows).entries) == list(plan_of(*rows).entries)


def test_a_hidden_sheet_is_taken_and_said():
    book = open_book("a.xlsx", xlsx([["Name", "What"], ["Aru Sampleva", "fine"]]))
    hidden = replace(book, sheets=(replace(book.sheets[0], hidden=True),))
    plan = planned(hidden, mapped("Name: person;What: act"))
    assert [one.code for one in plan.notices] == ["sheet_hidden"] and len(plan.claims) == 1
