"""What was asked of whom at the desk: written by whoever codes, told with the silence of the day."""

import re

import pytest

from tests.web.desk.test_criteria import DAY, page_of, person  # noqa: F401 - a fixture
from tizim.interventions import Intervention, Response

LETTER = {"kind": "letter", "addressee": "Ministry of Nowhere", "sent_by": "Group A; Group B",
          "date": "2022-06-02", "due": "2022-06-20", "about": "", "text": "on what ground", "claim": ""}  # fmt: skip


@pytest.fixture
def coder(desk):
    client = desk.client("documenter")
    client.post("/moment/", DAY)
    return client


def written(desk, kind):
    return [one for one in desk.register.ledger.known_at() if isinstance(one, kind)]


def test_a_letter_is_written_and_answered_and_its_silence_told(desk, coder, person):  # noqa: F811
    where = coder.post("/asked/", LETTER | {"about": person})
    [letter] = written(desk, Intervention)
    assert where.status_code == 302 and letter.sent_by == ("Group A", "Group B") and letter.mention_ids
    page = page_of(coder, "/asked/?open=1")
    assert "letter, <span" in page and "no answer by this day, due on 20 June 2022" in page
    assert f"/people/{person}/" in page and f"/asked/?about={person}" in page_of(coder, f"/people/{person}/")
    assert coder.post(f"/asked/{letter.id}/", {"kind": "refusal", "date": "2022-06-25"}).status_code == 302
    [came] = written(desk, Response)
    assert came.intervention_id == letter.id and "✓ answered" in page_of(coder, f"/asked/{letter.id}/")
    assert "Ministry of Nowhere" not in page_of(coder, "/asked/?open=1")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"date": "June"}, "This is no day that the desk can read."),
        ({"about": "p-nobody"}, "Nobody of the id p-nobody is known here."),
        ({"claim": "c-none"}, "No claim of the id c-none is known here."),
        ({"addressee": ""}, "This field is required."),
    ],
)
def test_what_cannot_be_written_is_said_beside_its_field(desk, coder, wrong, said):
    answer = coder.post("/asked/", LETTER | wrong)
    assert answer.status_code == 400 and said in answer.content.decode()
    assert not written(desk, Intervention)


def test_a_reader_looks_and_writes_nothing(desk):
    reader = desk.client("reader")
    assert not re.search("<form[^>]*>.*addressee", page_of(reader, "/asked/"))
    reader.post("/asked/", LETTER)
    assert not written(desk, Intervention)
