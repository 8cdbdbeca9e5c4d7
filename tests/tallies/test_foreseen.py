"""What is foreseen equals what then comes: every list is counted before and after the judgements are written."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.identity.strategies import DOCUMENTS, NAMES

from tizim import timelines
from tizim.claims import Claim
from tizim.documents import Document
from tizim.identity import VERDICTS, Judgement, as_latest, mention_id, people
from tizim.ledger import MemoryDerived, MemoryLedger
from tizim.tallies import Lasting, definition, foreseen, foreseen_of, shipped, tally
from tizim.timelines import chronicle, judged_otherwise

DAY = date(2020, 11, 30)
ACTS = st.sampled_from(["detention", "pretrial_detention", "house_arrest", "sentence", "release", "death"])
DATES = st.sampled_from(["2020-01-10", "2020-11", "2020-11-20", "2020-11-30", "2021-01-05"])
AGES = st.sampled_from([None, None, 20, 70])
OUTCOMES = st.sampled_from([None, "imprisonment P2Y", "restriction_of_liberty P1Y"])
MOMENT = "2021-01-01T00:00:00.000000Z"
GROUP = Claim(
    id="c-group",
    passage_id="s-group",
    document_id="d1",
    act="sentence",
    group="people",
    count_min=2,
    count_max=3,
    level="figure",
    status_as_of="2020-11-20",
    outcome="imprisonment P2Y",
)


def judged(number, left, right, verdict):
    return Judgement(id=f"j-{number}", left=left, right=right, verdict=verdict, reason=None)


@st.composite
def registers(draw):
    """A ledger, its entries, judgements among them, and the judgements that would stand instead."""
    rows = draw(
        st.lists(
            st.tuples(st.sampled_from(DOCUMENTS), st.sampled_from(NAMES), ACTS, DATES, OUTCOMES, AGES),
            min_size=2,
            max_size=10,
        )
    )
    claims = [
        Claim(
            id=f"c-{at}",
            passage_id=f"s-{at}",
            document_id=document,
            person=who,
            act=act,
            date=day,
            outcome=outcome,
            age=age,
        )
        for at, (document, who, act, day, outcome, age) in enumerate(rows)
    ]
    ids = sorted({mention_id(doc, who) for doc, who, *_ in rows} | {mention_id("d9", "Aman Testov")})
    ledger = MemoryLedger()
    base = {"media_type": "text/plain", "size": 1, "date": "2020-12-31"}
    documents = [Document(id=one, file_name=f"{one}.txt", sha256=one, **base) for one in DOCUMENTS]
    ledger.append([*documents, *claims, GROUP], at=MOMENT, by="tester")
    triples = st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.sampled_from(VERDICTS))
    for number, one in enumerate(draw(st.lists(triples, max_size=5))):
        ledger.append([judged(number, *one)], at=MOMENT, by="tester")
    entries = tuple(ledger.known_at())
    standing = [one for one in entries if isinstance(one, Judgement)]
    taken_back = draw(st.lists(st.sampled_from(standing), max_size=2)) if standing else []
    new = [
        as_latest(judged(f"new-{number}", *one))
        for number, one in enumerate(draw(st.lists(triples, max_size=2)))
    ]
    return ledger, entries, [*(one for one in standing if one not in taken_back), *new]


def numbers(found):
    parts = {code: (one.at_least, one.at_most) for code, one in found.parts.items()}
    return found.at_least, found.at_most, parts


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(registers(), st.sampled_from(shipped()))
def test_what_is_foreseen_equals_what_then_comes(register, name):
    _, entries, judgements = register
    rest = [one for one in entries if not isinstance(one, Judgement)]
    now, then = chronicle(entries), chronicle([*rest, *judgements])
    of = definition(name)
    before, after = (tally(of, told, as_of=DAY) for told in (now, then))
    found = foreseen(entries, now, judgements)
    change = found.change(of, now, as_of=DAY)
    was, would = ({one.person_id: one for one in each.members} for each in (before, after))
    if change is None:
        assert numbers(before) == numbers(after)
        assert was.keys() == would.keys()
        return
    if change.before is None or change.after is None:
        assert numbers(before) == numbers(after)
    else:
        for count, real in ((change.before, before), (change.after, after)):
            assert (count.at_least, count.at_most) == (real.at_least, real.at_most)
            assert all(numbers(real)[2][code] == part for code, part in count.parts.items())
        for code in before.parts.keys() - change.before.parts.keys():
            assert numbers(before)[2][code] == numbers(after)[2][code]
    assert {one.person_id for one in change.entering} == would.keys() - was.keys()
    assert {one.member.person_id for one in change.leaving} == was.keys() - would.keys()


def told_of(change):
    """All that a change tells: of classes that do not fit nothing, since what is kept leaves them out."""
    if change is None:
        return None

    def stands(member):
        return member.person_id, member.name, member.sure, member.stray, member.fit.code, member.fit.why

    leaving = [(stands(one.member), one.counted_as and one.counted_as.person_id) for one in change.leaving]
    altered = [(stands(one), stands(other)) for one, other in change.altered]
    return change.before, change.after, list(map(stands, change.entering)), leaving, altered


def told_of_those_touched(register):
    """What is foreseen from what is kept of now, and from nothing but those whom the judgements touch."""
    ledger, _, judgements = register
    known = timelines.known_whole(ledger, MemoryDerived())
    return known, foreseen_of(timelines.otherwise(known, judgements, ledger.of))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(registers(), st.sampled_from(shipped()))
def test_from_those_touched_alone_the_same_is_foreseen_in_every_list(register, name):
    _, entries, judgements = register
    now, of = chronicle(entries), definition(name)
    known, found = told_of_those_touched(register)
    expected = told_of(foreseen(entries, now, judgements).change(of, now, as_of=DAY))
    assert told_of(found.change(of, known.told, as_of=DAY)) == expected
    by = Lasting(of)
    for _ in range(2):
        assert told_of(found.change(of, known.told, as_of=DAY, by=by)) == expected
    claims = [one for one in entries if isinstance(one, Claim)]
    assert known.roll.people() == people(claims, [one for one in entries if isinstance(one, Judgement)])


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(registers())
def test_from_those_touched_alone_the_same_effect_is_foreseen(register):
    _, entries, judgements = register
    _, found = told_of_those_touched(register)
    effect = foreseen(entries, chronicle(entries), judgements).effect
    before, after = effect.doubts_before, effect.doubts_after
    assert found.effect.doubts_after - found.effect.doubts_before == after - before
    assert replace(found.effect, doubts_before=before, doubts_after=after) == effect


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(registers())
def test_who_becomes_one_or_is_parted_is_foreseen(register):
    _, entries, judgements = register
    rest = [one for one in entries if not isinstance(one, Judgement)]
    now, then = chronicle(entries), chronicle([*rest, *judgements])
    found = foreseen(entries, now, judgements)
    was, would = ({one.person for one in told.lives.values()} for told in (now, then))
    assert was - would == set(found.before) - set(found.after)
    assert would - was == set(found.after) - set(found.before)
    assert set(then.contradictions) == (
        set(now.contradictions) - set(found.effect.settled) | set(found.effect.contradictions)
    )


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(registers(), st.booleans())
def test_what_is_kept_of_now_is_brought_to_what_would_be(register, twice):
    ledger, entries, judgements = register
    derived = MemoryDerived()
    if twice:
        timelines.known(ledger, derived)
    rest = [one for one in entries if not isinstance(one, Judgement)]
    then = chronicle([*rest, *judgements])
    brought = judged_otherwise(ledger, derived, judgements)
    assert dict(brought.lives) == dict(then.lives)
    assert list(brought.lives) == list(then.lives)
    assert (brought.doubts, brought.contradictions) == (then.doubts, then.contradictions)
    assert (brought.strays, brought.groups, brought.unreviewed) == (then.strays, then.groups, then.unreviewed)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(registers(), st.sampled_from(shipped()))
def test_what_is_foreseen_from_what_is_kept_is_what_is_foreseen_from_all_entries(register, name):
    ledger, entries, judgements = register
    derived, of = MemoryDerived(), definition(name)
    told = timelines.known(ledger, derived)
    found = foreseen(entries, told, judgements, lambda wanted: judged_otherwise(ledger, derived, wanted))
    plain = foreseen(entries, chronicle(entries), judgements)
    assert found.effect == plain.effect
    assert _listed(found.change(of, told, as_of=DAY)) == _listed(plain.change(of, told, as_of=DAY))


def _listed(change):
    """What is shown of a change; fits that do not count may say why in other words."""
    if change is None:
        return None
    members = [
        *change.entering,
        *(one for left in change.leaving for one in (left.member, left.counted_as) if one),
        *(one for both in change.altered for one in both),
    ]
    return change.before, change.after, [(one.person_id, one.name, one.fit, one.sure) for one in members]


def test_a_person_counted_twice_is_told_as_counted_once(claim, known):
    one = claim("Arman Testov", "pretrial_detention", "2020-11-01")
    other = claim("Bolat Testov", "house_arrest", "2020-11-01", document_id="d-3")
    entries = known(one, other)
    pair = mention_id("d-1", "Arman Testov"), mention_id("d-3", "Bolat Testov")
    now = chronicle(entries)
    found = foreseen(entries, now, [as_latest(judged(1, *pair, "same"))])
    change = found.change(definition("in-custody"), now, as_of=DAY)
    assert change is not None and change.before and change.after
    assert (change.before.at_least, change.after.at_least) == (2, 1)
    (left,) = change.leaving
    assert left.counted_as is not None


@pytest.mark.parametrize("name", shipped())
def test_what_is_judged_already_changes_no_list(claim, known, name):
    one = claim("Arman Testov", "pretrial_detention", "2020-11-01")
    other = claim("Arman Testov", "house_arrest", "2020-11-01", document_id="d-3")
    entries = known(one, other)
    pair = mention_id("d-1", "Arman Testov"), mention_id("d-3", "Arman Testov")
    now = chronicle(entries)
    found = foreseen(entries, now, [as_latest(judged(1, *pair, "same"))])
    assert found.change(definition(name), now, as_of=DAY) is None
