"""Words that leave about people: guilt that no court has found, officials who had no time to answer, later decisions."""

from dataclasses import replace
from datetime import date

import pytest

from tests.publications.made import AT, DAY, cleared, document, edited, register, told
from tests.publications.test_releasing import everything_in, release_of, signed
from tizim.documents import MemoryVault
from tizim.identity import Judgement, mention_id
from tizim.interventions import Intervention, Response
from tizim.ledger import MemoryLedger, Withdrawal
from tizim.publications import (
    Asked,
    Clearance,
    PublicationError,
    Release,
    Wanted,
    as_it_stands,
    charged,
    composed,
    freeze,
    objections,
    release_files,
    spoken_of,
    together,
)
from tizim.tallies import definition, definition_text
from tizim.timelines import chronicle
from tizim.wiring import create_register

ASAN, DINA, ERKIN = "Asan Bekov", "Dina Ospanova", "Sultan Erkin"
ON = date(2021, 2, 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The terrorist Asan Bekov was taken.", ("terrorist",)),
        ("Two criminals were sentenced.", ("criminals",)),
        ("Суд отправил преступника в колонию, как и других экстремистов.", ("преступника", "экстремистов")),
        ("Лаңкестер ұсталды, содырға үкім шықты.", ("Лаңкестер", "содырға")),
        ("He was convicted of taking part in an extremist organisation in a criminal case.", ()),
        ("Осуждён за участие в экстремистской организации, террористический акт не доказан.", ()),
        (
            "He was sentenced under Article 405 of the Criminal Code and faces criminal and civil liability.",
            (),
        ),
        ("Ол экстремистік ұйымға қатысқаны үшін сотталды.", ()),
        ("He was accused of being a terrorist. State media called him an extremist.", ()),
        ("The “terrorist” is a teacher. He is not a criminal.", ()),
        ("Его внесли в перечень террористов, его назвали экстремистом; он не преступник.", ()),
        ("Оны экстремист деп таныды, ол қылмыскер емес.", ()),
    ],
)
def test_a_word_of_guilt_is_found_unless_somebody_answers_for_it_or_it_is_denied(text, words):
    assert charged(text) == words


def standing(content, *groups, **more):
    """The release of the edition after everything that the register tells now."""
    ledger = MemoryLedger()
    ledger.append(register(*groups), at=AT, by="tester")
    return as_it_stands(release_of(content, **more), chronicle(register(*groups)).lives, ledger)


def about(*groups):
    return [(one.kind, one.number, one.words) for one in objections(edited(*groups).content, on=ON)]


def test_whoever_is_not_finally_convicted_is_called_guilty_only_with_a_reason():
    called = told(ASAN, quote="The extremist Asan Bekov was sentenced.")
    assert about(called) == [("charged", 1, ("extremist",))]
    upheld = told(ASAN, "appeal", outcome="upheld", date="2020-09-01")
    assert about(called, upheld) == []
    assert about(told(ASAN, act_detail="a criminal", quote="Sentenced."), cleared(ASAN, "named", fields=("act_detail",))) == [
        ("charged", 1, ("criminal",))
    ]  # fmt: skip


def test_the_list_is_held_back_and_frozen_with_a_reason_and_whoever_lets_it_out_gives_one_too():
    entries = register(told(ASAN, quote="The extremist Asan Bekov was sentenced."))
    vault, of = MemoryVault(), definition("in-custody")
    wanted = Wanted(of, definition_text("in-custody"), DAY, AT)
    with pytest.raises(PublicationError, match=r"No\. 1: .*“extremist”.*--despite"):
        freeze(entries, wanted, vault=vault, signed=signed)
    reasoned = Wanted(of, wanted.text, DAY, AT, despite="the source is quoted against itself")
    content = freeze(entries, reasoned, vault=vault, signed=signed).made.content
    told_out = release_of(content)
    assert list(release_files(told_out, signed=signed))
    silent = Release(told_out.edition, content, release_of(content, reason=None).word, "ed25519:key")
    with pytest.raises(PublicationError, match="gives the reason"):
        list(release_files(silent, signed=signed))


def test_an_official_has_time_to_answer_before_the_name_leaves():
    sent = told(ASAN, quote="Sentenced.", perpetrators=((ERKIN, "", ""),))
    let_out = cleared(ASAN, "named", basis="consent", fields=("perpetrators",))
    asked = Intervention(id="i-1", intervention_kind="letter", addressee=ERKIN, date="2021-01-25")
    assert about(sent, let_out, asked) == [("unheard", 1, ())]
    answer = Response(id="r-1", intervention_id="i-1", response_kind="answer", date="2021-01-28", text="no")
    assert about(sent, let_out, asked, answer) == []
    assert objections(edited(sent, let_out, asked).content, on=date(2021, 3, 1)) == ()


def test_whoever_takes_the_consent_back_is_in_no_release_made_later():
    content = edited(told(ASAN)).content
    (who,) = content.named
    mention = mention_id("d-one", ASAN)
    assert standing(content, told(ASAN)).withdrawn == ()
    back = Clearance(id="x-1", subject_id=mention, level="counted", basis="consent")
    (found,) = standing(content, told(ASAN), back).withdrawn
    assert (found.kind, found.key, found.is_final) == ("withdrawn", who.key, True)
    with pytest.raises(PublicationError, match="not to be named"):
        list(release_files(standing(content, told(ASAN), back), signed=signed))
    grown_younger = told(ASAN, "charge", age=16)
    assert [one.kind for one in standing(content, told(ASAN), grown_younger).withdrawn] == ["withdrawn"]


def test_whoever_was_joined_with_somebody_since_is_known_when_the_consent_is_taken_back():
    other = "Асан Бекұлы Беков"
    before = (document("two"), told(other, of="two"), told(ASAN, date="2020-06"))
    first = edited(*before).content
    keys = {one.name: one.key for one in first.named}
    same = Judgement(
        id="j-1", left=mention_id("d-one", ASAN), right=mention_id("d-two", other), verdict="same"
    )
    (joined,) = [key for key in chronicle(register(*before, same)).lives]
    (gone,) = {*keys.values()} - {joined}
    name = next(name for name, key in keys.items() if key == gone)
    back = cleared(name, "counted", "one" if name == ASAN else "two", basis="consent")
    now = standing(first, *before, same, back)
    assert {one.number for one in now.withdrawn} == {1, 2}, "both are one person, who may not be named"
    with pytest.raises(PublicationError, match="not to be named"):
        list(release_files(now, signed=signed))
    assert standing(first, *before, same).withdrawn == ()


LATER = "2021-03-01T00:00:00.000000Z"
OTHER = "Асан Бекұлы Беков"


@pytest.fixture(params=["memory", "sqlcipher"])
def ledger(request, tmp_path):
    """A ledger to be written to as time goes by, in memory and for real."""
    if request.param == "memory":
        yield MemoryLedger()
        return
    with create_register(tmp_path / "register", key_file=tmp_path / "key") as made:
        yield made.ledger


@pytest.fixture
def joined(ledger):
    """The edition of a list on which two mentions are one person, by a judgement."""
    same = Judgement(
        id="j-1", left=mention_id("d-one", ASAN), right=mention_id("d-two", OTHER), verdict="same"
    )
    groups = (document("two"), told(OTHER, of="two"), told(ASAN, date="2020-06"), told(DINA), same)
    entries = [replace(one, recorded_at="", recorded_by="") for one in register(*groups)]
    ledger.append(entries, at=AT, by="tester")
    known = tuple(ledger.known_at())
    content = composed(known, Asked(definition("in-custody"), DAY, ledger.head().recorded_at, 1)).content
    assert len(content.named) == 2
    return content


def released_now(content, ledger, *since, **more):
    """The release of the edition after what was written since."""
    if since:
        ledger.append(list(since), at=LATER, by="tester")
    return as_it_stands(release_of(content, **more), chronicle(ledger.known_at()).lives, ledger)


PARTED = Judgement(
    id="j-2", left=mention_id("d-one", ASAN), right=mention_id("d-two", OTHER), verdict="different"
)


@pytest.mark.parametrize(("who", "of"), [(ASAN, "one"), (OTHER, "two")])
@pytest.mark.parametrize("again", [PARTED, Withdrawal(id="w-1", corrects="j-1")])
def test_whoever_was_parted_since_is_known_when_either_takes_the_consent_back(joined, ledger, who, of, again):
    """Two people stood on the list as one: whoever of them may not be named, the entry tells of that one too."""
    (at,) = (one.number for one in joined.named if one.name != DINA)
    assert released_now(joined, ledger, again).withdrawn == ()
    back = released_now(joined, ledger, cleared(who, "counted", of, basis="consent"))
    assert [(one.kind, one.number) for one in back.withdrawn] == [("withdrawn", at)]
    with pytest.raises(PublicationError, match="not to be named"):
        list(release_files(back, signed=signed))


def test_whoever_was_parted_and_turns_out_to_be_a_minor_is_in_no_release_either(joined, ledger):
    young = told(OTHER, "charge", of="two", age=16)
    found = released_now(joined, ledger, PARTED, *young).withdrawn
    assert [one.kind for one in found] == ["withdrawn"]


def test_whoever_left_and_was_parted_since_is_not_named_once_either_may_not_be(joined, ledger):
    later = replace(joined, number=2, people=tuple(one for one in joined.people if one.name == DINA))
    parted = released_now(later, ledger, PARTED, earlier=joined)
    assert [one.what for one in parted.turns] == ["left"]
    assert released_now(later, ledger, cleared(OTHER, "counted", "two"), earlier=joined).turns == ()


def test_nobody_is_looked_up_anew_where_nothing_was_written_since(joined, ledger):
    assert together(joined, ledger) == {}
    ledger.append([cleared(DINA, "counted")], at=LATER, by="tester")
    assert together(joined, ledger) == {}, "a decision on somebody parts nobody"
    ledger.append([PARTED], at=LATER, by="tester")
    (mentions,) = together(joined, ledger).values()
    assert {*mentions} == {mention_id("d-one", ASAN), mention_id("d-two", OTHER)}


def test_whoever_left_the_list_because_the_consent_was_taken_back_is_not_named_as_having_left():
    first, back = edited(told(ASAN), told(DINA)).content, cleared(DINA, "counted")
    second = edited(told(ASAN), told(DINA), back, number=2).content
    assert [one.what for one in release_of(second, earlier=first).turns] == ["left"]
    now = standing(second, told(ASAN), told(DINA), back, earlier=first)
    assert now.turns == () and not any(
        DINA in one for one in everything_in(dict(release_files(now, signed=signed)))
    )
    free = edited(told(ASAN), number=2).content
    assert [one.before.name for one in standing(free, told(ASAN), told(DINA), earlier=first).turns] == [DINA]
    assert standing(free, told(ASAN), earlier=first).turns == (), (
        "nothing tells whether the person may be named"
    )


def test_a_document_that_is_shut_later_is_cited_in_no_release_made_later():
    content = edited(told(ASAN)).content
    shut = Clearance(id="x-1", subject_id="d-one", level="used")
    assert "uncited" in [one.kind for one in standing(content, told(ASAN), shut).withdrawn]


def test_what_a_quotation_says_of_somebody_s_body_or_love_stays_unless_the_document_is_cleared_for_it():
    quote = "Asan Bekov was sentenced. Doctors found that he has HIV. He was told so."
    assert [one.quote for one in edited(told(ASAN, quote=quote)).content.passages] == [
        "Asan Bekov was sentenced. […] He was told so."
    ]
    spoken = Clearance(id="x-1", subject_id="d-one", level="cited", basis="consent", fields=("health",))
    assert edited(told(ASAN, quote=quote), spoken).content.passages[0].quote == quote


@pytest.mark.parametrize(
    ("told_of", "plain"),
    [
        ("His wife and 17-year-old son were questioned.", "Women and seven prisoners were questioned."),
        ("Sisters of the convict wrote to the court.", "The Muslim Brotherhood wrote to the court."),
        ("Его жену и двоих детей вызвали на допрос.", "Женщин и семь заключённых вызвали на допрос."),
        ("Родители осуждённого обратились в суд.", "Матрос и сыщик обратились в суд."),
        ("Оның әйелі мен баласы шақырылды.", "Әйелдер мен жеті тұтқын шақырылды."),
        ("Анасы сотқа жүгінді.", "Анау кісі сотқа жүгінді."),
    ],
)
def test_ties_of_family_stay_in_whoever_may_be_named_unless_the_document_is_cleared_for_them(told_of, plain):
    assert not spoken_of(plain)
    quote = f"Asan Bekov was sentenced. {told_of}"
    groups = (told(ASAN, quote=quote), cleared(ASAN, "named", basis="consent"))
    (passage,) = edited(*groups).content.passages
    assert passage.quote == "Asan Bekov was sentenced. […]"
    agreed = Clearance(
        id="x-1", subject_id="d-one", level="cited", basis="family_consent", fields=("family",)
    )
    (passage,) = edited(*groups, agreed).content.passages
    assert passage.quote == quote


def test_a_relative_is_named_by_nobody_s_decision_but_the_own_one():
    quote = "Asan Bekov was sentenced with his brother Serik Bekov, who was not charged."
    relative = told("Serik Bekov", role="other", quote=quote)
    family = Clearance(
        id="x-1", subject_id="d-one", level="cited", basis="family_consent", fields=("family",)
    )
    content = edited(
        told(ASAN, quote=quote), relative, family, cleared(ASAN, "named", basis="consent")
    ).content
    assert [one.name for one in content.people] == [ASAN]
    assert {one.quote for one in content.passages} == {
        "Asan Bekov was sentenced with his brother […] Bekov, who was not charged."
    }


def test_free_text_that_a_decision_lets_out_names_nobody_else():
    sent = told(ASAN, act_detail="beaten beside Kerimzhan Qupiyabaev", quote="Sentenced.")
    found = edited(document("two"), sent, cleared(ASAN, "named", fields=("act_detail",))).content
    assert found.people[0].acts[0].more == (("act_detail", "beaten beside […]"),)


def test_every_objection_is_told_in_three_languages_and_names_nobody():
    called = told(ASAN, quote="The extremist Asan Bekov was sentenced.")
    (one,) = objections(edited(called).content, on=ON)
    said = {one.message(language) for language in ("en", "ru", "kk")}
    assert len(said) == 3 and not any("Bekov" in text for text in said)
