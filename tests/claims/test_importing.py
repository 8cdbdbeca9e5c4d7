import csv
import io

from tests.claims.making import TABLE, claim, document, planned

from tizim.claims import (
    Claim,
    Holdings,
    ImportOptions,
    claims_of_document,
    flat_of,
    holdings_of,
    plan_import,
    read_table,
    rejected_csv,
    rejected_rows,
    restore_import,
    standing_claims,
    to_csv,
    undo_import,
    withdraw,
)
from tizim.documents import Document, Passage
from tizim.ledger import MemoryLedger

LIST = """person;act;date;outcome;article;note
Aru Sampleva;sentence;2020-11;imprisonment P4Y; KZ-CC 405(2)
Bota Sampleva;detention;2020-11-30
"""
LIST = LIST.replace("imprisonment P4Y;", '"imprisonment P4Y; ban P3Y";')
LETTER = "On Monday  the court\nsentenced the teacher to four years. The teacher appealed."


def text_of(held: Document) -> str | None:
    return LETTER if held.file_name == "letter.txt" else None


QUOTABLE = Holdings(documents=[document(), document("d-2", "scan.pdf")], text_of=text_of)


def reasons(plan) -> list[str]:
    return [str(problem) for row in plan.rejected for problem in row.problems]


def appended(ledger: MemoryLedger, plan) -> int:
    return len(ledger.append(plan.entries, at="2026-11-22", by="desk", skip_known=True))


def holdings(ledger: MemoryLedger) -> Holdings:
    return holdings_of(ledger.known_at(), text_of=text_of)


def test_each_row_becomes_a_claim_that_cites_its_row():
    plan = planned(LIST)
    assert [claim.act for claim in plan.claims] == ["sentence", "detention"]
    assert [passage.locator for passage in plan.passages] == ["row 2", "row 3"]
    assert {passage.document_id for passage in plan.passages} == {TABLE.id}
    assert plan.claims[0].outcome == "imprisonment P4Y; ban P3Y"
    assert plan.claims[0].passage_id == plan.passages[0].id
    assert plan.rejected == ()


def test_planning_twice_plans_the_same_entries():
    assert planned(LIST) == planned(LIST)


def test_importing_twice_writes_nothing_twice():
    ledger = MemoryLedger()
    assert appended(ledger, planned(LIST)) == 4
    again = planned(LIST, holdings=holdings(ledger))
    assert again.entries == ()
    assert len(again.unchanged) == 2
    assert appended(ledger, planned(LIST)) == 0


def test_every_column_is_accounted_for():
    plan = planned("person,act,Actt,date,recorded_by,problem,,act\nAru,fine,x,,me,,,\n")
    assert [(use.column, use.use) for use in plan.columns] == [
        ("person", "used"),
        ("act", "used"),
        ("Actt", "unknown"),
        ("date", "empty"),
        ("recorded_by", "passed_over"),
        ("problem", "passed_over"),
        ("column 7", "unknown"),
        ("act (column 8)", "unknown"),
    ]
    assert "act" in plan.columns[2].hint
    assert len(plan.claims) == 1


def test_an_alias_of_a_field_already_filled_is_listed():
    plan = planned("person,act,org,organisation\nAru,fine,,Open Steppe\n")
    assert plan.unknown_columns[0].column == "organisation"
    assert "org" in plan.unknown_columns[0].hint


def test_strict_stops_at_an_unknown_column():
    plan = planned("person,act,Actt\nAru,fine,x\n", strict=True)
    assert plan.stopped
    assert plan.entries == ()
    assert "Actt" in str(plan.problems[0])


def test_a_table_without_acts_is_stopped_at_once():
    plan = planned("a,b\nAru,fine\n")
    assert plan.stopped
    assert "act" in str(plan.problems[0])


def test_a_column_can_be_renamed():
    plan = planned("ФИО,act\nАру,fine\n", renamed={"ФИО": "person"})
    assert plan.claims[0].person == "Ару"


def test_every_bad_row_is_kept_aside_with_all_its_reasons():
    plan = planned("person,act,date,count_min\nAru,detenion,30.11.2020,many\nBota,fine,2020,\n,,x,\n")
    assert len(plan.claims) == 1
    assert [row.number for row in plan.rejected] == [2, 4]
    assert len(plan.rejected[0].problems) == 3
    assert not [reason for reason in reasons(plan) if "Aru" in reason]


def test_rejected_rows_can_be_corrected_and_fed_back():
    plan = planned("person,act,extra\nAru,detenion,=x\nBota,fine,\n")
    text = "".join(rejected_csv(plan))
    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0]) == ["person", "act", "extra", "problem"]
    assert "detention" in rows[0]["problem"]
    again = planned(text.replace("detenion", "detention", 1))
    assert [claim.person for claim in again.claims] == ["Aru"]


def test_rejected_rows_of_json_lines_are_a_table_too():
    status = '{"status": "custody"}'
    line = '{"act": "detenion", "person": "Aru", "article": ["KZ-CC 405"], "status_as_of": ' + status + "}"
    columns, rows = rejected_rows(planned(line + "\n{oops", name="x.jsonl"))
    assert dict(zip(columns, rows[0], strict=True))["article"] == "KZ-CC 405"
    assert dict(zip(columns, rows[0], strict=True))["status"] == "custody"
    assert dict(zip(columns, rows[1], strict=True))["line"] == "{oops"


def test_a_row_with_too_many_cells_is_rejected():
    assert "cells" in reasons(planned("person,act\nAru,fine,x\n"))[0]


def quoting(rest: str, holdings: Holdings = QUOTABLE):
    return planned(
        "person,act,document,quote,start,end,locator\nAru,sentence," + rest + "\n", holdings=holdings
    )


def test_a_row_may_quote_a_document():
    plan = quoting("letter.txt,sentenced the teacher")
    assert plan.passages[0].document_id == "d-1"
    assert plan.claims[0].document_id == "d-1"
    assert LETTER[plan.passages[0].start : plan.passages[0].end] == plan.passages[0].quote


def test_a_document_is_found_by_id_file_name_or_stem():
    passages = {quoting(f"{name},sentenced").passages for name in ("d-1", "letter.txt", "letter")}
    assert len(passages) == 1


def test_line_breaks_and_blanks_of_a_quote_may_differ():
    plan = quoting("letter,Monday the court sentenced")
    assert plan.passages[0].quote == "Monday  the court\nsentenced"


def test_a_quote_may_be_given_by_its_place():
    assert quoting("letter,,0,9").passages[0].quote == "On Monday"
    at = LETTER.rindex("The teacher")
    assert quoting(f"letter,The teacher,{at},{at + 11}").passages[0].start == at


def test_a_quote_that_is_not_found_is_a_bad_row():
    for rest, said in (
        ("letter,acquitted the teacher", "does not stand in the document"),
        ("letter,sentenced,3", "does not stand at start"),
        ("letter,sentenced,,3", "does not end at end"),
        ("letter,,5,2", "no span"),
        ("letter,,5000,5001", "no span"),
        ("letter", "neither a quote nor a locator"),
        ("missing.txt,sentenced", "no document with this id"),
        ("scan.pdf,sentenced", "no text"),
        (",,3,4", "not the document"),
    ):
        plan = quoting(rest)
        assert plan.claims == ()
        assert said in reasons(plan)[0]


def test_two_documents_of_one_name_are_not_guessed_between():
    twins = Holdings(documents=[document(), document("d-9")], text_of=text_of)
    assert "2 documents" in reasons(quoting("letter.txt,sentenced", twins))[0]
    assert quoting("d-9,sentenced", twins).claims


def test_a_document_without_text_is_cited_by_place():
    assert quoting("scan.pdf,,,,page 3").passages[0].locator == "page 3"


def test_rows_that_say_the_very_same_are_one_claim_and_said():
    row = "Aru,sentence,letter,sentenced\n"
    plan = planned("person,act,document,quote\n" + row + row, holdings=QUOTABLE)
    assert len(plan.claims) == 1
    assert plan.repeated == ((3, 2),)


def test_a_table_made_by_a_machine_waits_for_review():
    plan = planned(LIST, reader="table-maker 2")
    assert {claim.reader for claim in plan.claims} == {"table-maker 2"}
    assert standing_claims(plan.claims, basis="reviewed") == ()
    assert len(standing_claims(planned(LIST).claims, basis="reviewed")) == 2


def test_a_cell_says_who_read_even_if_the_table_does_not():
    plan = planned("person,act,reader\nAru,fine,other 1\nBota,fine,\n", reader="table-maker 2")
    assert [claim.reader for claim in plan.claims] == ["other 1", "table-maker 2"]


def test_an_import_is_found_undone_and_restored():
    ledger = MemoryLedger()
    quotes = planned(
        "person,act,document,quote\nAru,sentence,letter,sentenced\nBota,fine,,\n", holdings=QUOTABLE
    )
    appended(ledger, quotes)
    assert len(claims_of_document(standing_claims(ledger.known_at()), TABLE.id)) == 2
    assert len(claims_of_document(standing_claims(ledger.known_at()), "d-1")) == 1
    for _ in range(3):
        undone = undo_import(ledger.known_at(), TABLE.id)
        ledger.append(undone, at="2026-11-23", by="desk")
        assert standing_claims(ledger.known_at()) == ()
        assert undo_import(ledger.known_at(), TABLE.id) == ()
        again = planned("person,act\nBota,fine\n", holdings=holdings(ledger))
        assert again.unchanged == ()
        ledger.append(restore_import(ledger.known_at(), TABLE.id), at="2026-11-24", by="desk")
        assert len(standing_claims(ledger.known_at())) == 2


def test_a_row_whose_claim_stands_no_more_is_said_to_be_hidden():
    ledger = MemoryLedger()
    appended(ledger, planned(LIST))
    ledger.append(undo_import(ledger.known_at(), TABLE.id), at="2026-11-23", by="desk")
    plan = planned(LIST, holdings=holdings(ledger))
    assert (plan.entries, len(plan.hidden)) == ((), 2)


def exported(claims, passages=()) -> str:
    return "".join(to_csv(claims, passages={passage.id: passage for passage in passages}))


def test_a_changed_row_with_the_id_of_a_claim_corrects_it():
    first = claim("c-1", person="Aru Sampleva", place="Sampletown")
    second = claim("c-2", person="Bota Sampleva")
    text = exported([first, second]).replace("Sampletown", "Sampleville")
    plan = planned(text, holdings=Holdings(claims=[first, second]))
    assert plan.unchanged == ("c-2",)
    assert [(claim.corrects, claim.place) for claim in plan.corrections] == [("c-1", "Sampleville")]
    assert plan.claims[0].passage_id == first.passage_id


def test_the_same_corrections_twice_are_no_op_and_never_undo_later_work():
    ledger = MemoryLedger()
    ledger.append([document(), claim("c-1", place="Sampletown")], at="2026-11-22", by="desk")
    text = exported(standing_claims(ledger.known_at())).replace("Sampletown", "Sampleville")
    assert appended(ledger, planned(text, holdings=holdings(ledger))) == 1
    assert planned(text, holdings=holdings(ledger)).entries == ()
    other = text.replace("Sampleville", "Sampleburg")
    assert "stands no more" in reasons(planned(other, holdings=holdings(ledger)))[0]
    ledger.append(undo_import(ledger.known_at(), TABLE.id), at="2026-11-23", by="desk")
    assert [claim.place for claim in standing_claims(ledger.known_at())] == ["Sampletown"]


def test_two_rows_cannot_correct_one_claim():
    first = claim("c-1")
    text = "id,person,act\nc-1,Aru,fine\nc-1,Bota,fine\n"
    plan = planned(text, holdings=Holdings(claims=[first]))
    assert len(plan.claims) == 1
    assert "row 2 corrects the same claim" in reasons(plan)[0]


def test_an_id_of_the_registers_form_that_is_not_there_is_refused():
    assert "no claim has this id" in reasons(planned("id,person,act\nc-77,Aru,fine\n"))[0]


def test_ids_of_another_table_are_passed_over():
    plan = planned("id,person,act\n17,Aru,fine\n")
    assert len(plan.claims) == 1
    assert plan.columns[0].use == "passed_over"


def test_a_newer_version_adds_what_is_new_and_reports_what_vanished():
    ledger = MemoryLedger()
    appended(ledger, planned("person,act\nAru,fine\nBota,fine\nBota,fine\nDana,fine\n"))
    newer = document("d-bbbb", "list2.csv")
    plan = plan_import(
        read_table("list2.csv", b"person,act\nBota,fine\nEset,fine\nBota,fine\nAru,detention\n"),
        document=newer,
        holdings=holdings(ledger),
        options=ImportOptions(replaces=(TABLE.id,)),
    )
    stand = {claim.id: claim.person for claim in standing_claims(ledger.known_at())}
    assert [claim.person for claim in plan.claims] == ["Eset", "Aru"]
    assert [stand[id] for id in plan.unchanged] == ["Bota", "Bota"]
    assert {stand[id] for id in plan.vanished} == {"Aru", "Dana"}
    appended(ledger, plan)
    ledger.append(withdraw(ledger.known_at(), plan.vanished, "not in list2.csv"), at="2026-11-24", by="desk")
    assert [c.person for c in standing_claims(ledger.known_at())] == ["Bota", "Bota", "Eset", "Aru"]


def test_what_is_exported_with_its_quotes_can_be_imported_elsewhere():
    plan = quoting("letter,sentenced the teacher")
    text = exported([Claim(**flat_claim(plan.claims[0], id="x1"))], plan.passages)
    elsewhere = planned(text, holdings=QUOTABLE)
    assert elsewhere.passages == plan.passages
    assert elsewhere.claims == plan.claims


def flat_claim(told: Claim, **changes) -> dict:
    return {name: getattr(told, name) for name in Claim.field_names()} | changes


def test_a_passage_is_written_before_the_claim_that_cites_it():
    kinds = [type(entry) for entry in planned(LIST).entries]
    assert kinds == [Passage, Passage, Claim, Claim]
    assert flat_of(planned(LIST).claims[0])["document_id"] == TABLE.id


def test_a_correction_may_also_give_a_better_passage():
    first = claim("c-1", document_id="d-1", passage_id="p-0")
    held = Holdings(documents=[document()], text_of=text_of, claims=[first])
    plan = planned("id,person,act,document,quote\nc-1,Aru,sentence,letter,sentenced\n", holdings=held)
    assert plan.claims[0].corrects == "c-1"
    assert plan.claims[0].passage_id == plan.passages[0].id != "p-0"


def test_a_correction_that_moves_to_another_document_must_quote_it():
    held = Holdings(documents=[document()], text_of=text_of, claims=[claim("c-1", document_id="d-7")])
    plan = planned("id,person,act,document\nc-1,Aru,sentence,letter\n", holdings=held)
    assert "neither a quote nor a locator" in reasons(plan)[0]


def test_a_register_written_out_and_taken_in_again_changes_nothing():
    ledger = MemoryLedger()
    rows = "person,act,document,quote,locator\nAru,sentence,letter,sentenced,\nBota,fine,,her words,cell B\n"
    ledger.append([document(), TABLE], at="2026-11-22", by="desk")
    appended(ledger, planned(rows, holdings=QUOTABLE))
    known = tuple(ledger.known_at())
    text = exported(standing_claims(known), [entry for entry in known if isinstance(entry, Passage)])
    again = planned(text, holdings=holdings(ledger))
    assert (again.entries, len(again.unchanged), again.rejected) == ((), 2, ())
