"""What was asked and what came back, as of a day; silence is computed, never written."""

from datetime import date

import pytest

from tizim.interventions import (
    Intervention,
    InterventionError,
    Response,
    intervention,
    response,
    standing_on,
)


def letter(**more):
    told = {"intervention_kind": "letter", "addressee": "Ministry of Nowhere", "date": "2021-06-02"}
    return intervention(Intervention(id="", **(told | more)))


def came(to, kind, on):
    return response(Response(id="", intervention_id=to.id, response_kind=kind, date=on), to=to)


def state(entries, day):
    return [one.state for one in standing_on(entries, as_of=date.fromisoformat(day))]


def test_silence_a_receipt_a_day_gone_by_and_an_answer():
    asked = letter(due="2021-06-30")
    entries = [asked, came(asked, "receipt", "2021-06-28"), came(asked, "answer", "2021-08-01")]
    assert state(entries, "2021-06-01") == []
    assert state(entries, "2021-06-10") == ["silent"]
    assert state(entries, "2021-06-29") == ["received"]
    assert state(entries, "2021-07-07") == ["overdue"], "a receipt is no answer"
    assert state(entries, "2021-08-01") == ["answered"]


def test_a_position_waits_for_no_answer_and_a_vague_day_counts_when_it_is_over():
    said = letter(intervention_kind="position", date="2021-06")
    assert state([said], "2021-06-15") == [] and state([said], "2021-06-30") == ["none_due"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"intervention_kind": "leter"}, "letter"),
        ({"addressee": " "}, "names whom"),
        ({"date": "June"}, "date"),
        ({"due": "2021-13-01"}, "2021-13-01"),
    ],
)
def test_what_cannot_be_written_is_refused(wrong, said):
    with pytest.raises(InterventionError, match=said):
        letter(**wrong)


def test_an_answer_before_the_question_is_refused():
    with pytest.raises(InterventionError, match="is before"):
        came(letter(), "answer", "2021-06-01")
    with pytest.raises(InterventionError, match="receipt"):
        came(letter(), "reciept", "2021-06-03")


def test_the_same_said_again_is_the_same_entry():
    assert letter().id == letter().id != letter(text="more").id
