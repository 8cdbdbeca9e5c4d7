"""Drafts: only published facts, each sentence with its passages, no event in two updates."""

import io
import re
import zipfile
from datetime import date, timedelta

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.publications.made import AT, cleared, document, register, source, told
from tizim.claims import Claim
from tizim.documents import Passage
from tizim.identity import mention_id
from tizim.interventions import Intervention, Response
from tizim.ledger import MemoryLedger, Withdrawal
from tizim.publications import Fact, told_facts
from tizim.publications.content import Act
from tizim.publications.drafts import Case, Period, dossier, markdown, selected, statement, update
from tizim.publications.drafts.period import events_of
from tizim.publications.formats.word_draft import draft_file
from tizim.publications.site.words import Words

ASAN, DINA, ERLAN = "Asan Bekov", "Dina Ospanova", "Erlan Qalauov"
SPRING = Period(date(2020, 3, 1), date(2020, 5, 31))
SUMMER = Period(date(2020, 6, 1), date(2020, 8, 31))


def facts(*groups):
    return told_facts(register(*groups))


def drafted(told_in, period=SPRING, before=None, language="en"):
    chosen = selected(told_in.facts, period, before)
    return update(told_in, chosen, period, known_at=AT, language=language)


def sections(draft):
    return {one.heading: [sentence.text for sentence in one.sentences] for one in draft.sections}


RALLY = {"date": "2020-04-05", "place": "Almaty", "articles": ("KZ-CAO 488(7)",)}
EVENTS = (
    told(ASAN, "administrative_arrest", outcome="administrative_arrest P15D", **RALLY),
    told(DINA, "administrative_arrest", outcome="administrative_arrest P15D", **RALLY),
    told(ERLAN, "sentence", date="2020-05-02", articles=("KZ-CC 405(2)",)),
    told(DINA, "charge", date="2020-05-20", articles=("KZ-CC 274(2)",)),
    told(ASAN, "search", date="2020-03-03"),
)  # fmt: skip


def test_an_update_groups_events_by_freedom_with_tags():
    found = sections(drafted(facts(*EVENTS)))
    assert list(found) == [
        "Association",
        "Peaceful assembly",
        "Expression",
        "Not grouped yet",
        "Method",
        "Tags",
    ]
    assert found["Peaceful assembly"] == [
        "5 April 2020, Almaty: Asan Bekov and Dina Ospanova — administrative arrest, 15 days, KZ-CAO 488(7)."
        " Reported by Monitors of Qala."
    ]
    assert [len(found[one]) for one in ("Association", "Expression", "Not grouped yet")] == [1, 1, 1]
    assert found["Tags"] == ["HRD detained | HRD prosecuted | harassment"]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_sentence_that_tells_of_somebody_has_its_passages(language):
    told_in = facts(*EVENTS)
    whole = [drafted(told_in, language=language)]
    people = tuple({one.who for one in told_in.facts})
    whole += [make(told_in, Case(people, AT, language)) for make in (dossier, statement)]
    for draft in whole:
        for section in draft.sections:
            for one in (*section.sentences, *(side for row in section.versions for side in row)):
                if any(name in one.text for name in (ASAN, DINA, ERLAN)):
                    assert one.passages
        text = markdown(draft)
        assert f"“{ERLAN}: sentence.”" in text and "<!--" in text
        assert "{" not in re.sub(r"<!--.*?-->", "", text)


def test_a_country_is_known_by_place_or_law_book_and_what_has_neither_is_counted():
    told_in = facts(*EVENTS, told("Farid Tolqynov", "charge", date="2020-05-03", articles=("RU-CC 280.3",)))
    at_home = selected(told_in.facts, Period(SPRING.first, SPRING.last, "KZ"))
    assert {one.first.name for one in at_home.new} == {ASAN, DINA, ERLAN}
    assert at_home.elsewhere == 1
    abroad = selected(told_in.facts, Period(SPRING.first, SPRING.last, "RU"))
    assert [one.first.name for one in abroad.new] == ["Farid Tolqynov"]


def test_what_was_told_does_not_come_again_and_its_later_change_does():
    first = facts(*EVENTS)
    appealed = told(ERLAN, "appeal", date="2020-06-20", outcome="upheld")
    wider = told(
        ERLAN, "sentence", of="two", date="2020-05-02", outcome="imprisonment P5Y", articles=("KZ-CC 405(2)",)
    )
    late = told(ASAN, "interrogation", of="two", date="2020-04-01")
    again = told(DINA, "charge", of="two", date="2020-05-20", articles=("KZ-CC 274(2)",))
    told_in = facts(*EVENTS, document("two"), appealed, wider, late, again)
    chosen = selected(told_in.facts, SUMMER, first.facts)
    assert [(one.first.name, one.first.act.act) for one in chosen.new] == [(ERLAN, "appeal")]
    assert [(one.first.name, one.first.act.act) for one in chosen.late] == [(ASAN, "interrogation")]
    assert [(now.first.name, now.first.act.act) for _was, now in chosen.changed] == [(ERLAN, "sentence")]


def test_a_corrected_day_is_a_change_and_no_new_event():
    found = register(told(ASAN, "search", date="2020-05-03"))
    ledger = MemoryLedger()
    ledger.append(list(found), at=AT, by="tester")
    before = told_facts(ledger.known_at())
    wrong = next(one for one in found if isinstance(one, Claim))
    values = {name: getattr(wrong, name) for name in wrong.field_names()}
    right = Claim(**values | {"id": "c-right", "date": "2020-06-03", "corrects": wrong.id, "recorded_at": ""})
    ledger.append([right], at="2021-02-02T00:00:00.000000Z", by="tester")
    chosen = selected(told_facts(ledger.known_at()).facts, SUMMER, before.facts)
    assert not chosen.new and not chosen.late
    assert [now.first.act.date for _was, now in chosen.changed] == ["2020-06-03"]


def after_withdrawal(*groups, names):
    """What may be told before and after the search of May is taken back; afterwards only these are named."""
    found = register(told(ASAN, "search", date="2020-05-03", place="Almaty"), *groups)
    ledger = MemoryLedger()
    ledger.append(list(found), at=AT, by="tester")
    before = told_facts(ledger.known_at())
    wrong = next(one for one in found if isinstance(one, Claim) and one.act == "search")
    ledger.append(
        [Withdrawal(id="w-1", corrects=wrong.id), *(cleared(one, "withheld") for one in (ASAN,) if one not in names)],
        at="2021-02-02T00:00:00.000000Z",
        by="tester",
    )  # fmt: skip
    return before, told_facts(ledger.known_at())


def test_what_was_told_and_taken_back_is_announced_as_such():
    more = told(ASAN, "fine", date="2020-06-10")
    before, now = after_withdrawal(more, names=(ASAN,))
    chosen = selected(now.facts, SUMMER, before.facts, standing=now.standing)
    assert [one.first.act.act for one in chosen.withdrawn] == ["search"]
    found = sections(update(now, chosen, SUMMER, known_at=AT, language="en"))
    [line] = found["Told in an earlier update and taken back since"]
    assert line == "3 May 2020, Almaty — search (Asan Bekov): no longer upheld."
    for language in ("ru", "kk"):
        assert ASAN in str(sections(update(now, chosen, SUMMER, known_at=AT, language=language)))


def test_nobody_is_named_by_a_withdrawal_who_may_not_be_named_any_more():
    before, now = after_withdrawal(told(DINA, "fine", date="2020-06-10"), names=())
    chosen = selected(now.facts, SUMMER, before.facts, standing=now.standing)
    text = markdown(update(now, chosen, SUMMER, known_at=AT, language="en"))
    assert ASAN not in text and "somebody who is not named" in text


def test_what_stands_and_may_no_longer_be_told_is_not_announced():
    found = register(told(ASAN, "search", date="2020-05-03"), told(DINA, "fine", date="2020-06-10"))
    before, now = told_facts(found), told_facts([*found, cleared(ASAN, "withheld")])
    assert not selected(now.facts, SUMMER, before.facts, standing=now.standing).withdrawn


def test_a_corrected_event_tells_what_was_told_earlier():
    first = facts(told(ERLAN, "sentence", date="2020-05-02", outcome="imprisonment P3Y"))
    wider = told(ERLAN, "sentence", of="two", date="2020-05-02", outcome="imprisonment P5Y")
    now = facts(
        told(ERLAN, "sentence", date="2020-05-02", outcome="imprisonment P3Y"), document("two"), wider
    )
    chosen = selected(now.facts, SUMMER, first.facts, standing=now.standing)
    assert chosen.changed and not chosen.withdrawn
    was, after = chosen.changed[0]
    told_in = str(sections(update(now, chosen, SUMMER, known_at=AT, language="en")))
    assert ("Told earlier" in told_in) == (was.first.act.outcome != after.first.act.outcome)


@st.composite
def registers(draw):
    """Facts with days of a year, each known from some update on, and some told otherwise later."""
    made = []
    for number in range(draw(st.integers(1, 12))):
        day = date(2020, 1, 1) + timedelta(draw(st.integers(0, 364)))
        text = draw(st.sampled_from([day.isoformat(), day.isoformat()[:7]]))
        who, act = draw(st.sampled_from("abc")), draw(st.sampled_from(["detention", "search"]))
        made.append((f"c-{number}", who, act, text, draw(st.integers(0, 4)), draw(st.integers(0, 5))))
    return made


def known_by(made, moment):
    """What is known at an update: a fact, and from some update on with another outcome."""
    return tuple(
        Fact(
            claim, claim, who, who, None, None,
            Act(act, day, None, None, (), "released" if moment >= changed > since else None, "asserted", (0,)),
        )
        for claim, who, act, day, since, changed in made if since <= moment
    )  # fmt: skip


QUARTERS = [
    Period(date(2020, 1, 1), date(2020, 3, 31)), Period(date(2020, 4, 1), date(2020, 6, 30)),
    Period(date(2020, 7, 1), date(2020, 9, 30)), Period(date(2020, 10, 1), date(2020, 12, 31)),
]  # fmt: skip


@given(registers())
def test_no_event_stands_in_two_updates_and_none_is_lost(made):
    told_as_new, changes = [], []
    for moment, period in enumerate(QUARTERS):
        before = known_by(made, moment - 1) if moment else None
        chosen = selected(known_by(made, moment), period, before)
        told_as_new += [one.roots for one in (*chosen.new, *chosen.late)]
        changes += [(was, now) for was, now in chosen.changed]
    for one in told_as_new:
        assert sum(bool(one & other) for other in told_as_new) == 1
    assert all(now.substance != was.substance for was, now in changes)
    told_at_all = frozenset(root for one in told_as_new for root in one)
    told_at_all |= frozenset(root for _was, now in changes for root in now.roots)
    for event in events_of(known_by(made, 3)):
        if event.day >= QUARTERS[0].first:
            known = {claim for claim, *_more, since, _changed in made if since <= 3}
            assert event.roots & told_at_all, (event, known)


def test_the_dossier_keeps_competing_versions_side_by_side():
    other = told(ASAN, "sentence", of="two", outcome="imprisonment P3Y")
    told_in = facts(
        told(ASAN, agency="Qala City Court"), document("two", by="Herald"), source("Herald"), other
    )
    draft = dossier(told_in, Case((told_in.facts[0].who,), AT, "en"))
    rows = next(one.versions for one in draft.sections if one.heading == "Competing versions")
    assert all(len(row) == 2 for row in rows)
    assert "Monitors of Qala" in rows[0][0].text and "Herald" in rows[0][1].text
    found = sections(draft)
    assert found["Bodies and people involved, as sources name them"] == ["Qala City Court: sentence"]
    assert len(found["Sources"]) == 2
    made = docx.Document(io.BytesIO(draft_file(draft, day="2021-02-01")))
    assert [cell.text for cell in made.tables[0].rows[0].cells] == [one.text for one in rows[0]]


def asked(number, to, *, document_id="d-one", answer=None):
    """A letter for Asan Bekov that a document reports, with the answer to it."""
    passage = Passage(id=f"p-{number}", document_id=document_id, start=0, end=5, quote=f"letter {number}")
    letter = Intervention(
        id=f"i-{number}", intervention_kind="letter", addressee=to, date="2020-09-01",
        mention_ids=(mention_id("d-one", ASAN),), passage_id=passage.id,
    )  # fmt: skip
    came = Response(
        id=f"a-{number}",
        intervention_id=letter.id,
        response_kind="refusal",
        date=answer,
        passage_id=passage.id,
    )
    return [passage, letter, *([came] if answer else [])]


def test_the_dossier_tells_of_answers_and_of_silence_and_of_no_letter_that_nobody_published():
    shut = document("shut", obtained="given_by_lawyer", url=None)
    told_in = facts(
        told(ASAN), shut, asked(1, "Prosecutor's Office"), asked(2, "Ministry of Nowhere", answer="2020-10-01"),
        asked(3, "Court of Secrets", document_id="d-shut"), asked(4, "Colonel Aidar Tegin"),
    )  # fmt: skip
    draft = dossier(told_in, Case((told_in.facts[0].who,), AT, "en"))
    found = sections(draft)["What was asked, and the answers"]
    assert found == [
        "1 September 2020: letter, to Prosecutor's Office; no answer has been published by 1 February 2021.",
        "1 September 2020: letter, to Ministry of Nowhere; answered on 1 October 2020: refusal.",
        "1 September 2020: letter, to an addressee; no answer has been published by 1 February 2021.",
    ]


def test_the_method_counts_interviews_court_papers_and_media_once_each():
    told_in = facts(
        told(ASAN), told(ASAN, "charge"), source("Herald", source_kind="media"),
        document("two", by="Herald"), told(ASAN, "trial", of="two", date="2020-05-03"),
        document("three", document_kind="court_paper"), told(ASAN, "search", of="three"),
        document("four", document_kind="interview"), told(ASAN, "fine", of="four"),
    )  # fmt: skip
    for language in ("en", "ru", "kk"):
        line = sections(drafted(told_in, language=language))
        method = next(
            text for texts in line.values() for text in texts if re.search(r"– 1.*– 1.*– 1.*– 1", text)
        )
        assert "4" in method


def test_groups_are_counted_and_small_ones_left_out():
    def group(low, number):
        return told(
            f"group {number}",
            "detention",
            person=None,
            group="students of Qala",
            count_min=low,
            date="2020-05-01",
        )

    found = sections(drafted(facts(group(40, 1), group(1, 2))))
    told_of = [text for text in found["Not grouped yet"]]
    assert len(told_of) == 1 and "at least 40" in told_of[0]
    assert "students" not in told_of[0]


def test_a_draft_is_the_same_file_whenever_it_is_made_with_comments_of_word():
    draft = drafted(facts(*EVENTS))
    raw = draft_file(draft, day="2020-05-31")
    assert raw == draft_file(draft, day="2020-05-31")
    made = docx.Document(io.BytesIO(raw))
    assert len(list(made.comments)) == sum(
        bool(one.passages) for part in draft.sections for one in part.sentences
    )
    assert any(f"“{ERLAN}: sentence.”" in one.text for one in made.comments)
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        assert b"w:date=" not in book.read("word/comments.xml")


def test_a_hostile_name_or_quotation_ends_no_comment_and_marks_nothing():
    evil = "--> <script>alert(1)</script> | *x*"
    text = markdown(drafted(facts(told("Asan <b>Bekov</b>", quote=evil))))
    assert "<script>" not in text and "<b>" not in text.replace("\\<b\\>", "")
    assert text.count("-->") == text.count("<!--")


def test_nobody_who_is_only_counted_stands_in_a_draft():
    told_in = facts(*EVENTS, cleared(ERLAN, "counted", basis="consent"))
    assert all(one.name != ERLAN for one in told_in.facts)
    assert "Erlan" not in markdown(drafted(told_in))


def test_an_official_is_named_only_by_decision_and_as_accused():
    by = {"perpetrators": (("Qanat Oydyrov", "direct", "police"),), "quote": f"{ASAN} was taken."}
    without = facts(told(ASAN, **by))
    of = Case((without.facts[0].who,), AT, "en")
    assert "Oydyrov" not in markdown(dossier(without, of))
    decision = cleared(
        ASAN, "named", basis="decision", fields=("perpetrators",), note="a court's paper names him"
    )
    draft = dossier(facts(told(ASAN, **by), decision), of)
    line = sections(draft)["Bodies and people involved, as sources name them"][0]
    assert line.startswith("accused, as the source says; innocent until") and "Qanat Oydyrov" in line


HELD = {
    "level": "status",
    "status": "serving_sentence",
    "status_as_of": "2020-05-02",
    "outcome": "imprisonment",
}


@pytest.mark.parametrize("day", [None, "2020-05-02"])
def test_a_state_told_as_of_a_day_did_not_happen_on_that_day(day):
    told_in = facts(told(ASAN, "sentence", date=day, **HELD), told(ASAN, "search", date="2020-03-03"))
    assert [one.act.date for one in told_in.facts] == ["2020-03-03", "../2020-05-02"]
    assert "sentence:" not in markdown(drafted(told_in))
    chronology = dossier(told_in, Case((told_in.facts[0].who,), AT, "en")).sections[0]
    assert chronology.sentences[1].text.startswith("By 2 May 2020: Asan Bekov — sentence: imprisonment.")


@pytest.mark.parametrize(
    ("act", "outcome", "said"),
    [
        ("release", "released", ("release", "освобождение", "босату")),
        ("other", "case_closed", ("case closed", "дело прекращено", "іс тоқтатылды")),
        ("pretrial_detention", "pretrial P2M", ("pre-trial detention, 2 months", "содержание под стражей, 2 месяца", "күзетпен ұстау, 2 ай")),
        ("sentence", "suspended P2Y", ("sentence: suspended sentence, 2 years", "приговор: условное осуждение, 2 года", "үкім: шартты түрде соттау, 2 жыл")),
    ],
)  # fmt: skip
def test_an_outcome_that_says_what_was_done_stands_alone(act, outcome, said):
    detail = {"act_detail": "the case"} if act == "other" else {}
    told_in = facts(told(ASAN, act, date="2020-05-02", outcome=outcome, **detail))
    for language, words in zip(("en", "ru", "kk"), said, strict=True):
        assert f" — {words}." in drafted(told_in, language=language).sections[0].sentences[0].text


def test_a_source_that_tells_less_or_a_span_is_no_competing_version():
    told_in = facts(
        told(ASAN, "house_arrest", date="2020-05-02"),
        told(ASAN, "house_arrest", date="2020-05-02/2020-05-20"),
    )
    case = Case((told_in.facts[0].who,), AT, "en")
    assert not any(one.versions for one in dossier(told_in, case).sections)
    several = facts(
        told(ASAN, "sentence", date="2020-05-02", outcome="imprisonment P4Y"),
        [document("two")],
        told(ASAN, "sentence", "two", date="2020-05-02", outcome="imprisonment P3Y"),
    )
    case = Case((several.facts[0].who,), AT, "en")
    (rows,) = [one.versions for one in dossier(several, case).sections if one.versions]
    assert len(rows) == len({frozenset(one.text for one in row) for row in rows}) == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "at least 5, no upper bound given"),
        ("ru", "не менее 5, верхняя граница не указана"),
        ("kk", "кемінде 5, жоғарғы шегі көрсетілмеген"),
    ],
)
def test_a_bound_that_a_source_leaves_open_is_a_sentence(language, said):
    assert Words(language).bounds(5, None) == said


def test_a_day_at_the_end_of_a_sentence_has_one_full_stop():
    told_in = facts(*EVENTS)
    for language in ("en", "ru", "kk"):
        assert ".." not in markdown(drafted(told_in, language=language))


def test_a_case_file_tells_a_state_by_a_day_among_what_happened_then():
    told_in = facts(
        told(ASAN, "detention", date="2020-02-01"), told(ASAN, "sentence", date="2020-05-02", **HELD),
        told(ASAN, "release", date="2020-09-01"), told(ASAN, "threat", date=None),
    )  # fmt: skip
    first = next(one.who for one in told_in.facts)
    lines = [one.text for one in dossier(told_in, Case((first,), AT, "en")).sections[0].sentences]
    assert [one.partition(":")[0] for one in lines] == [
        "1 February 2020", "By 2 May 2020", "1 September 2020", "No day given",
    ]  # fmt: skip


def test_a_body_whose_name_was_taken_out_whole_is_not_told_of():
    told_in = facts(told(ASAN, agency="Kerimzhan Qupiyabaev", quote=f"{ASAN}: sentence."))
    first = next(one.who for one in told_in.facts)
    assert "[…]" not in markdown(dossier(told_in, Case((first,), AT, "en")))
