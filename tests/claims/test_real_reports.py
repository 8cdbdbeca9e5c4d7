"""Claims that careful reading found in real reports go through the import; only counts are said here."""

import json

from tests.claims.making import document, planned

from tizim.claims import Holdings, ImportPlan


def imported(shared) -> ImportPlan:
    folder = shared / "gold" / "reading"
    told = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = {file.stem: file.read_text(encoding="utf-8") for file in (folder / "docs").iterdir()}
    rows = [{**claim, "document": report["id"]} for report in told for claim in report["claims"]]
    return planned(
        "\n".join(json.dumps(row, ensure_ascii=False) for row in rows),
        "gold.jsonl",
        Holdings([document(stem, f"{stem}.txt") for stem in texts], lambda held: texts[held.id]),
    )


def test_every_quote_is_found_and_only_codes_and_details_are_at_fault(shared):
    plan = imported(shared)
    fields = {problem.where.split(", ")[1] for row in plan.rejected for problem in row.problems}
    assert len(plan.claims) >= 165
    assert len(plan.claims) + len(plan.repeated) + len(plan.rejected) + len(plan.skipped) == plan.rows
    assert fields <= {"act_detail", "outcome"}


def test_the_columns_of_the_reading_are_known_but_for_one(shared):
    assert [use.column for use in imported(shared).unknown_columns] == ["optional"]
