"""A group's own sets in the register: versions side by side, what differs, retired and brought back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assessments.made import found
from tizim.assessments import (
    AdoptedSet,
    AssessmentError,
    Criterion,
    Sets,
    adopted,
    brought_back,
    criteria_set,
    criteria_text,
    outcomes,
    parse_criteria,
    retired,
    rule_words,
    set_changes,
    shipped_sets,
    wrong_with,
)
from tizim.ledger import MemoryLedger

OURS = """
code: OURS
version: 1
title: {en: Ours, ru: Наши, kk: Біздікі}
source: {publisher: {en: The group}, date: 2026-02-01, place: {en: charter}, url: charter.pdf}
decided: {by: the assembly, date: 2026-02-01}
liberty: {imprisonment: deprived, pretrial_detention: deprived, house_arrest: deprived, psychiatric_detention: open}
criteria:
  words: {place: {en: point 1}, title: {en: Words}, text: {en: For words alone.}}
  faith: {title: {en: Faith}, text: {en: For faith alone.}}
met: {any: [words, faith]}
"""
FIRST = parse_criteria(OURS, where="ours.yml")
SECOND = replace(
    FIRST, version=2, assessors=3, liberty={**FIRST.liberty, "house_arrest": "not_deprived"},
    criteria=(FIRST.criteria[0], Criterion("work", {}, {"en": "Work"}, {"en": "For work alone."})),
    met=parse_criteria(OURS.replace("faith", "work"), where="x").met,
)  # fmt: skip


@pytest.fixture
def ledger():
    return MemoryLedger()


def sets(ledger, moment=None):
    return Sets.of(ledger.known_at(moment))


def put(ledger, of, note=None):
    """Writes a version as the doors do."""
    entry = adopted(of, sets(ledger), note)
    return ledger.append([entry], at="2026-03-01T00:00:00Z", by="e-1")[0] if entry else None


@pytest.mark.parametrize("of", [FIRST, SECOND, *map(criteria_set, shipped_sets())], ids=lambda of: of.name)
def test_a_set_reads_the_same_from_the_text_that_is_written(of):
    assert parse_criteria(criteria_text(of), where="x") == of
    assert criteria_text(parse_criteria(criteria_text(of), where="x")) == criteria_text(of)


words = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip)


@given(words, words, st.sampled_from(("en", "ru", "kk")))
def test_whatever_words_a_set_holds_are_read_back(title, text, language):
    one = Criterion("a", {language: text}, {language: title}, {language: text})
    of = replace(FIRST, title={language: title}, criteria=(one,), met=parse_criteria(
        "{code: X, criteria: {a: {}}, met: {any: [a]}}", where="x").met)  # fmt: skip
    assert parse_criteria(criteria_text(of), where="x") == of


def test_versions_stand_side_by_side_and_each_keeps_its_meaning(ledger):
    one = put(ledger, FIRST)
    put(ledger, SECOND, "house arrest is not counted any more")
    known = sets(ledger)
    assert known.named("OURS") == known.named("OURS/2") == SECOND and known.named("OURS/1") == FIRST
    assert [each.of.version for each in known.versions("OURS")] == [1, 2]
    assert [each.name for each in known.offered()][-2:] == ["OURS/2", "OURS/1"]
    assert sets(ledger, one.recorded_at).named("OURS") == FIRST
    decided = [found("words", "met", by, criteria_set="OURS/1") for by in ("x", "y")]
    assert outcomes(known.named("OURS/1"), decided, {"m-1"})[0].confirmed
    assert outcomes(known.named("OURS/2"), decided, {"m-1"})[0].answer == "not_assessed"


def test_the_same_again_writes_nothing_and_other_words_want_a_new_version(ledger):
    put(ledger, FIRST)
    assert put(ledger, FIRST) is None
    with pytest.raises(AssessmentError, match=r"OURS/1 stands already .* new version, from 2 on"):
        put(ledger, replace(FIRST, assessors=1))
    with pytest.raises(AssessmentError, match="says the same as version 1"):
        put(ledger, replace(FIRST, version=2))
    put(ledger, replace(SECOND, version=5))
    with pytest.raises(AssessmentError, match="version 5 stands already; the next is 6"):
        put(ledger, replace(SECOND, version=4))
    assert len(list(ledger.known_at())) == 2


def test_no_two_entries_are_one_version(ledger):
    one, other = adopted(FIRST, Sets()), adopted(replace(FIRST, assessors=1), Sets())
    assert one.id == other.id
    ledger.append([one], at="2026-03-01T00:00:00Z", by="e-1")
    assert ledger.append([other], at="2026-03-01T00:00:00Z", by="e-2", skip_known=True) == ()


@pytest.mark.parametrize(
    ("of", "wrong"),
    [
        (replace(FIRST, code="PACE-1900-2012"), "ships"),
        (replace(FIRST, criteria=()), "no_grounds"),
        (replace(FIRST, title={"en": "x" * 60_001}), "too_large"),
        (replace(FIRST, criteria=(Criterion("сөз", {}, {"en": "a"}, {"en": "b"}),)), "code_of_ground"),
    ],
)
def test_what_may_not_be_written_is_named(of, wrong):
    assert wrong_with(of, Sets()) == wrong
    with pytest.raises(AssessmentError):
        adopted(of, Sets())


def test_a_retired_version_is_offered_to_nobody_and_still_read(ledger):
    put(ledger, FIRST)
    put(ledger, SECOND)

    def write(entry):
        ledger.append([entry], at="2026-04-01T00:00:00Z", by="e-1")

    for _ in range(2):
        write(retired(sets(ledger).own["OURS/2"], "the assembly took it back"))
        known = sets(ledger)
        assert known.named("OURS") == FIRST and known.named("OURS/2") == SECOND
        assert "OURS/2" not in [one.name for one in known.offered()]
        assert known.own["OURS/2"].retired.reason == "the assembly took it back"
        with pytest.raises(AssessmentError, match="is retired already"):
            retired(known.own["OURS/2"], "again")
        write(brought_back(known.own["OURS/2"], "it was right"))
        assert sets(ledger).named("OURS") == SECOND
    with pytest.raises(AssessmentError, match="is not retired"):
        brought_back(sets(ledger).own["OURS/2"], "why")
    with pytest.raises(AssessmentError, match="says why"):
        retired(sets(ledger).own["OURS/1"], " ")


def test_unknown_sets_and_versions_are_refused_with_the_nearest(ledger):
    put(ledger, FIRST)
    with pytest.raises(AssessmentError, match="OURS: there is no version '7'; there are 1"):
        sets(ledger).named("OURS/7")
    with pytest.raises(AssessmentError, match="no set of criteria 'OUR'; known: OURS"):
        sets(ledger).named("OUR")
    assert sets(ledger).named("PACE-1900-2012/1").code == "PACE-1900-2012"


def test_what_differs_between_two_versions_is_told_piece_by_piece():
    told = {(one.what, one.of, one.language): (one.before, one.after) for one in set_changes(FIRST, SECOND)}
    assert told.pop(("assessors", "", "")) == (2, 3)
    assert told.pop(("liberty", "house_arrest", "")) == ("deprived", "not_deprived")
    assert told.pop(("met", "", ""))[1] == SECOND.met
    assert told.pop(("ground_added", "work", ""))[1] == SECOND.criteria[1]
    assert told.pop(("ground_removed", "faith", ""))[0] == FIRST.criteria[1]
    assert told == {} and set_changes(FIRST, FIRST) == ()
    reworded = replace(FIRST, criteria=(replace(FIRST.criteria[0], text={"en": "For speech."}), FIRST.criteria[1]),
                       title={**FIRST.title, "ru": "Свои"}, decided_on="2026-03")  # fmt: skip
    changes = set_changes(FIRST, reworded)
    assert [(one.what, one.of, one.language, one.moves) for one in changes] == [
        ("title", "", "ru", False), ("decided_on", "", "", False), ("ground_text", "words", "en", True)
    ]  # fmt: skip
    turned = replace(FIRST, criteria=FIRST.criteria[::-1])
    assert [one.what for one in set_changes(FIRST, turned)] == ["order"]


def test_a_rule_is_told_in_words():
    how = {"any": "one of: {parts}", "all": "all of: {parts}"}
    of = criteria_set("GUIDELINES-2013")
    assert rule_words(of.met, str.upper, how) == (
        "one of: BELIEFS; DEFENDER; TRAIT; "
        "(all of: MOTIVE; (one of: FAIR_TRIAL; FABRICATED; DISPROPORTION; SELECTIVE))"
    )
    alone = parse_criteria(OURS.replace("{any: [words, faith]}", "{all: [{any: [words]}]}"), where="x")
    assert rule_words(alone.met, str.upper, how) == "WORDS"


def test_the_entry_says_who_decided_and_nothing_of_it_can_be_put_right(ledger):
    entry = put(ledger, FIRST, "first of all")
    assert isinstance(entry, AdoptedSet) and entry.recorded_by == "e-1" and entry.note == "first of all"
    assert "by: the assembly" in entry.wording and (entry.code, entry.version) == ("OURS", 1)
    assert sets(ledger).named("OURS").decided_on == "2026-02-01"
