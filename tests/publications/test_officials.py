"""Whoever a source accuses: accused until a verdict is final, asked or not printed, and what speaks for them."""

from tests.publications.made import cleared, edited, told
from tizim.interventions import Intervention, Response

ASAN, ERKIN = "Asan Bekov", "Sultan Erkin"
SENT = told(
    ASAN,
    quote="Asan Bekov was sentenced.",
    perpetrators=((ERKIN, "carried_out", ""), ("Qala City Court", "", "")),
)
ASKED = Intervention(id="i-1", intervention_kind="letter", addressee="Sultan Erkin, judge", date="2021-01-05")
ANSWER = Response(
    id="r-1", intervention_id="i-1", response_kind="answer", date="2021-01-20", text="he denies it"
)


def let_out(note=None):
    return cleared(ASAN, "named", basis="consent", fields=("perpetrators",), note=note)


def more(*entries):
    act = next(one for one in edited(*entries).content.people[0].acts if one.act == "sentence")
    return dict(act.more)


def against(act, **fields):
    return told(ERKIN, act, role="perpetrator", case_kind="against_official", quote="The judge.", **fields)


def test_an_official_who_was_not_asked_is_not_named_without_a_reason():
    assert more(SENT, let_out()) == {"perpetrators": "Qala City Court"}
    assert more(SENT, let_out("asking would warn them")) == {"perpetrators": f"{ERKIN}; Qala City Court"}


def test_when_an_official_was_asked_and_what_came_back_leaves_with_the_name():
    found = more(SENT, let_out(), ASKED, ANSWER)
    assert found["asked"] == f"{ERKIN}: 2021-01-05"
    assert found["answered"] == f"{ERKIN}: 2021-01-20: he denies it"
    assert more(SENT, let_out(), ASKED)["silent"] == ERKIN


def test_what_speaks_for_an_official_leaves_with_the_accusation():
    closed = against("other", outcome="acquitted", date="2020-11-02")
    assert more(SENT, let_out(), ASKED, closed)["in_favour"] == f"{ERKIN}: acquitted 2020-11-02"
    plain, heard = (
        edited(*one).content for one in ([SENT, let_out(), ASKED], [SENT, let_out(), ASKED, closed])
    )
    assert len(heard.passages) == len(plain.passages) + 1


def test_nobody_is_called_convicted_before_the_verdict_is_final():
    first = against("conviction", date="2020-09-01")
    upheld = against("appeal", outcome="upheld", date="2020-10-01")
    assert ERKIN in more(SENT, let_out(), ASKED, first)["perpetrators"]
    assert "convicted" not in more(SENT, let_out(), ASKED, first)
    assert more(SENT, let_out(), ASKED, first, upheld)["convicted"] == ERKIN


def test_birth_dates_addresses_and_numbers_are_no_fields_that_a_decision_can_let_out():
    from tizim.publications.allowed import decided

    fields = decided("person") | decided("act")
    assert not {
        one
        for one in fields
        if any(word in one for word in ("birth", "address", "passport", "number", "phone"))
    }
