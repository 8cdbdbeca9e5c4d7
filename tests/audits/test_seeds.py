"""On the long reports that lie beside the project, where they do: enough is found, little is false."""

from pathlib import Path

import pytest
from bench.audit import rows

from tizim.audits import Draft, audit_together

SHARED = Path(__file__).resolve().parents[3] / "shared"
needs_reports = pytest.mark.skipif(not (SHARED / "gold/seeds").is_dir(), reason="the reports are not here")


@pytest.fixture(scope="module")
def told():
    texts = {path.name[:3]: path.read_text("utf-8") for path in sorted((SHARED / "seeds").glob("*.txt"))}
    table = rows((SHARED / "gold/seeds/inconsistencies.md").read_text("utf-8"), texts)
    found = audit_together([Draft(text, name=name) for name, text in texts.items()])
    return table, found, sum(len(text.split()) for text in texts.values())


@needs_reports
@pytest.mark.parametrize(("severity", "share"), [("A", 0.8), ("B", 0.6)])
def test_enough_rows_are_found(told, severity, share):
    table, found, _ = told
    some = [row for row in table if row.severity == severity]
    right = sum(any(row.found_by(one) for one in found) for row in some)
    assert right >= share * len(some)


@needs_reports
def test_at_most_one_finding_of_severity_a_in_1000_words_is_beside_the_rows(told):
    table, found, words = told
    stray = [one for one in found if one.severity == "A" and not any(row.found_by(one) for row in table)]
    assert len(stray) <= words / 1000
