"""The chronicle that is kept between questions equals the one folded anew."""

from hypothesis import given, settings
from tests.timelines.test_timeline import stories

from tizim.identity import Judgement, mentions_of
from tizim.ledger import MemoryDerived, MemoryLedger
from tizim.timelines import chronicle, known

NOW = "2021-01-01T00:00:00.000000Z"


def same(one, other):
    """Two chronicles tell the same, however their lives are kept."""
    assert dict(one.lives) == dict(other.lives)
    assert (one.doubts, one.groups, one.unreviewed) == (other.doubts, other.groups, other.unreviewed)


@settings(deadline=None)
@given(stories(), stories())
def test_what_is_kept_and_brought_up_to_date_equals_a_full_fold(first, second):
    ledger, derived = MemoryLedger(), MemoryDerived()
    ledger.append(first, at=NOW, by="tester")
    same(known(ledger, derived), chronicle(ledger.known_at()))
    same(known(ledger, derived), chronicle(ledger.known_at()))
    ledger.append(second, at=NOW, by="tester", skip_known=True)
    same(known(ledger, derived), chronicle(ledger.known_at()))


def test_doubts_and_groups_survive_being_kept(claim):
    ledger, derived = MemoryLedger(), MemoryDerived()
    one = claim("pretrial_detention", "2020-01-01")
    other = claim("pretrial_detention", "2020-01-01", person="Arman Tessov", document_id="d-2")
    group = claim(
        "conviction", person=None, group="people", count_min=3, level="figure", status_as_of="2020-02-01"
    )
    (left,), (right,) = mentions_of([one]), mentions_of([other])
    unsure = Judgement(id="j-1", left=left.id, right=right.id, verdict="unsure")
    ledger.append([one, other, group, unsure], at=NOW, by="tester")
    known(ledger, derived)
    kept = known(ledger, derived)
    assert kept.doubts and kept.groups
    same(kept, chronicle(ledger.known_at()))
    assert all(kept.lives.roots(one) == chronicle(ledger.known_at()).lives.roots(one) for one in kept.lives)


def test_an_earlier_moment_is_told_from_its_own_entries(claim):
    ledger, derived = MemoryLedger(), MemoryDerived()
    ledger.append([claim("pretrial_detention", "2020-01-01")], at=NOW, by="tester")
    then = ledger.head().recorded_at
    before = known(ledger, derived, at=then)
    ledger.append([claim("release", "2020-02-01")], at="2022-01-01T00:00:00.000000Z", by="tester")
    same(known(ledger, derived, at=then), before)
