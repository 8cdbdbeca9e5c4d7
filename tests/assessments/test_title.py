import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assessments.made import found
from tizim.assessments import criteria_set, outcomes, title
from tizim.vocab import table

PACE, GUIDE = criteria_set("PACE-1900-2012"), criteria_set("GUIDELINES-2013")


def outcome(*said, of=PACE):
    (one,) = outcomes(of, said, {"m-1"})
    return one


MET = outcome(found("a", "met", "asel"), found("a", "met", "boris"))
ONCE = outcome(found("a", "met", "asel"))
NONE = outcome()
NO = outcome(*(found(code, "not_met", by) for code in PACE.codes for by in ("asel", "boris")))


@pytest.mark.parametrize(
    ("one", "held", "code", "why"),
    [
        (MET, {"imprisonment": "surely"}, "political_prisoner", ()),
        (MET, {"imprisonment": "perhaps"}, "political_prisoner", ("liberty_in_doubt",)),
        (MET, {"house_arrest": "surely"}, "political_prisoner", ("liberty_by_rule",)),
        (MET, {"house_arrest": "surely", "detained": "surely"}, "political_prisoner", ()),
        (MET, {"restriction_of_liberty": "surely"}, "politically_persecuted", ()),
        (MET, {}, "politically_persecuted", ()),
        (ONCE, {"imprisonment": "surely"}, "political_prisoner", ("not_confirmed",)),
        (ONCE, {}, "politically_persecuted", ("not_confirmed",)),
        (NO, {"imprisonment": "surely"}, "neither", ()),
        (NONE, {"imprisonment": "surely"}, "undecided", ("not_assessed",)),
    ],
)
def test_the_title_follows_the_outcome_and_liberty(one, held, code, why):
    found_title = title(PACE, one, held)
    assert (found_title.code, found_title.why, found_title.sure) == (code, why, not why)


def test_house_arrest_follows_the_rule_of_the_set():
    said = (found("beliefs", "met", by, criteria_set=GUIDE.name) for by in ("asel", "boris"))
    one = title(GUIDE, outcome(*said, of=GUIDE), {"house_arrest": "surely"})
    assert (one.code, one.sure) == ("political_prisoner", True)


free = [
    code
    for code in table("states").codes
    if table("states").term(code).attributes["deprives_of_liberty"] == "no"
]


@given(
    st.dictionaries(st.sampled_from(free), st.sampled_from(("surely", "perhaps"))),
    st.sampled_from((PACE, GUIDE)),
)
def test_whoever_is_not_deprived_of_liberty_is_never_called_a_political_prisoner(held, of):
    assert title(of, MET, held).code == "politically_persecuted"
