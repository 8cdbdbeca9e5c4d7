"""The bank of short English passages: its annotation is sound, and the third kept for later is not shown."""

from bench.passages import main, part, passages
from bench.texts.check import in_claim


def test_each_passage_is_annotated_in_the_words_of_the_register():
    problems = [
        (one.name, problem)
        for one in passages()
        for claim in one.wanted["claims"]
        for problem in in_claim(claim, {person["name"] for person in one.wanted["persons"]})
    ]
    assert not problems


def test_each_person_stands_in_the_passage():
    assert not [
        one.name
        for one in passages()
        for person in one.wanted["persons"]
        if not all(word in one.text for word in person["name"].split())
    ]


def test_no_passage_stands_twice_and_a_third_is_kept_for_later():
    names = [one.name for one in passages()]
    assert len(set(names)) == len(names)
    later = [name for name in names if part(name) == "later"]
    assert len(names) / 4 < len(later) < len(names) / 2


def test_single_errors_are_shown_of_the_passages_that_are_looked_at_alone(capsys):
    main(["--errors"])
    shown = {
        line.split()[0] for line in capsys.readouterr().out.splitlines() if line[:2] in {"p0", "p1", "p2"}
    }
    assert shown
    assert {part(name) for name in shown} == {"open"}
