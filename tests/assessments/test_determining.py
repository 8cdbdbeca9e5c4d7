import pytest

from tizim.assessments import AssessmentError, Found, criteria_set, determination

PACE = criteria_set("PACE-1900-2012")
MET = Found("a", "met", passages_for=("p-1",))


def test_a_finding_becomes_an_entry_that_names_set_version_and_passages():
    one = determination(PACE, "m-1", MET, by="asel")
    assert (one.criteria_set, one.criterion, one.finding) == ("PACE-1900-2012/1", "a", "met")
    assert (one.passages_for, one.corrects) == (("p-1",), None)


def test_a_changed_mind_corrects_one_s_own_finding_and_nobody_else_s():
    first = determination(PACE, "m-1", MET, by="asel")
    kept = type(first)(
        **{name: getattr(first, name) for name in first.field_names()} | {"recorded_by": "asel"}
    )
    changed = determination(PACE, "m-1", Found("a", "open"), by="asel", before=[kept])
    assert changed.corrects == first.id
    assert determination(PACE, "m-1", Found("a", "open"), by="boris", before=[kept]).corrects is None


def test_saying_the_same_again_writes_nothing():
    first = determination(PACE, "m-1", MET, by="asel")
    kept = type(first)(
        **{name: getattr(first, name) for name in first.field_names()} | {"recorded_by": "asel"}
    )
    assert determination(PACE, "m-1", MET, by="asel", before=[kept]) is None


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Found("z", "open"), "'z' is not in PACE"),
        (Found("a", "yes", passages_for=("p-1",)), "'yes' is no finding"),
        (Found("a", "met"), "needs a passage"),
        (Found("a", "not_met"), "needs a passage"),
    ],
)
def test_what_cannot_be_written_is_refused(found, said):
    with pytest.raises(AssessmentError, match=said):
        determination(PACE, "m-1", found, by="asel")
