"""ask, answer, asked: written by the verbs, told with the silence of the day."""

import pytest

PEOPLE = """
document,quote,person,act,date,outcome
first.txt,Aru Sampleva,Aru Sampleva,sentence,2020-05-01,imprisonment P4Y
"""


def tell(desk):
    folder = desk.home / "reports"
    folder.mkdir()
    (folder / "first.txt").write_text("Aru Sampleva is held. The Colony wrote nothing.", encoding="utf-8")
    desk.runs("add", folder)
    desk.takes(PEOPLE)


def test_a_letter_is_written_with_what_came_back_and_silence_is_told_by_the_day(told):
    (known,) = told.asks("person", "Aru Sampleva")["claims"]
    letter = ("--kind", "letter", "--on", "2021-06-02", "--due", "2021-06-30", "--about", "Aru Sampleva")
    said = told.runs("ask", "Ministry of Nowhere", *letter, "--by", "Group A", "--claim", known["claim"])
    assert told.runs("ask", "Ministry of Nowhere", *letter, "--by", "Group A", "--claim", known["claim"]).out
    (one,) = told.asks("asked", "--as-of", "2021-06-10")["asked"]
    assert one["id"] in said.out and one["about"] == ["Aru Sampleva"] and one["state"] == "silent"
    told.runs("answer", one["id"], "--kind", "receipt", "--on", "2021-06-28")
    shown = told.runs("asked", "--open", "--as-of", "2021-07-07").out
    assert "receipt" in shown and "no answer" in shown and "2021-06-30" in shown
    told.runs("answer", one["id"], "--kind", "refusal", "--on", "2021-07-20")
    assert told.asks("asked", "--open", "--as-of", "2021-07-20")["asked"] == []
    assert told.asks("asked", "--as-of", "2021-07-07")["asked"][0]["state"] == "overdue", "it was so then"
    assert told.asks("asked", "--to", "justice")["asked"] == []
    assert len(told.asks("asked", "--about", "Aru Sampleva")["asked"]) == 1


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("ask", "Court", "--kind", "leter"), "letter"),
        (("ask", "Court", "--kind", "letter", "--about", "Nobody Here"), "no person of that id or name"),
        (("ask", "Court", "--kind", "letter", "--claim", "c-none"), "no claim c-none"),
        (("answer", "i-none", "--kind", "answer"), "no intervention i-none"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(told, call, said):
    answer = told.tries(*call)
    assert answer.code == 1 and said in answer.err
    assert told.asks("asked")["asked"] == []
