import pytest

from tizim.claims import ClaimsError, InvalidClaimError, day_of_act, own_claim
from tizim.documents import Passage

PASSAGE = Passage(id="p-1", document_id="d-1", start=0, end=4, quote="Aru ")


def test_a_claim_by_hand_cites_its_passage_and_has_no_reader():
    claim = own_claim(PASSAGE, {"act": "detention", "person": "Aru Sampleva", "date": "2020-11"})
    assert (claim.passage_id, claim.document_id, claim.reader) == ("p-1", "d-1", None)
    assert claim == own_claim(PASSAGE, {"date": "2020-11", "person": "Aru Sampleva", "act": "detention"})


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(InvalidClaimError) as wrong:
        own_claim(PASSAGE, {"act": "arest", "date": "yesterday"})
    assert len(wrong.value.problems) == 3


@pytest.mark.parametrize("field", ["reader", "id", "passage_id", "nonsense"])
def test_what_is_not_filled_in_by_hand_is_refused(field):
    with pytest.raises(ClaimsError):
        own_claim(PASSAGE, {"act": "detention", "person": "Aru", field: "x"})


@pytest.mark.parametrize(
    ("level", "date", "as_of", "day"),
    [
        ("status", "2022-06-30", "2022-06-30", None),
        ("status", "2022-03", "2022-06-30", "2022-03"),
        ("status", None, "2022-06-30", None),
        ("status", "2022-06-30", None, "2022-06-30"),
        ("event", "2022-06-30", "2022-06-30", "2022-06-30"),
    ],
)
def test_a_state_as_of_a_day_tells_no_day_of_an_act(level, date, as_of, day):
    fields = {"act": "house_arrest", "person": "Aru Sampleva", "level": level, "date": date}
    assert day_of_act(own_claim(PASSAGE, {**fields, "status_as_of": as_of})) == day
