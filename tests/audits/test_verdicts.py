"""Published figures beside the register: what they count, and what is said of them now and then."""

from itertools import count as counting

import pytest

from tizim.audits import Printed, defined, meant, verdicts
from tizim.claims import Claim, PublishedFigure
from tizim.documents import Document
from tizim.ledger import MemoryLedger
from tizim.tallies import TallyError

DAY = "2020-11-30"
NUMBERS = counting()


def document(name, day="2020-12-05"):
    return Document(
        id=f"d-{name}", file_name=f"{name}.txt", sha256=name, media_type="text/plain", size=1, date=day
    )


def told(who, act="pretrial_detention", day="2020-10-10", of="one", **fields):
    number = next(NUMBERS)
    return Claim(
        id=f"c-{number}",
        passage_id=f"p-{number}",
        document_id=f"d-{of}",
        person=who,
        act=act,
        date=day,
        **fields,
    )


def figure(count, what="people are in custody", of="one", **fields):
    values = {"as_of": DAY, **fields}
    return PublishedFigure(
        id=f"f-{count}-{next(NUMBERS)}",
        passage_id="p-f",
        document_id=f"d-{of}",
        count=count,
        what=what,
        **values,
    )


def judged(*entries, at="2020-12-01T00:00:00Z", later=()):
    ledger = MemoryLedger()
    ledger.append([document("one"), document("two"), *entries], at=at, by="tester")
    if later:
        ledger.append(list(later), at="2021-06-01T00:00:00Z", by="tester")
    return verdicts(ledger.known_at())


def people(many, of="one", **fields):
    return [told(f"Person{chr(65 + n)} Testov{chr(65 + n)}", of=of, **fields) for n in range(many)]


@pytest.mark.parametrize(
    ("number", "bound", "verdict", "reason"),
    [
        (3, "exact", "reproduced", "same"),
        (3, "at_least", "reproduced", "same"),
        (2, "at_least", "reproduced", "enough"),
        (2, "more_than", "reproduced", "enough"),
        (3, "about", "reproduced", "same"),
        (3, "at_most", "reproduced", "same"),
        (2, "exact", "contradicted", "more_recorded"),
        (2, "at_most", "contradicted", "more_recorded"),
        (5, "exact", "not_reproducible", "not_named"),
        (5, "at_least", "not_reproducible", "not_named"),
    ],
)
def test_a_figure_is_set_beside_what_is_recorded(number, bound, verdict, reason):
    (found,) = judged(*people(3), figure(number, bound=bound))
    assert (found.now.verdict, found.now.reason) == (verdict, reason)
    assert (found.now.at_least, found.now.at_most) == (3, 3)
    assert len(found.now.person_ids) == 3 and len(found.now.claim_ids) == 3


def test_doubt_leaves_a_figure_within_bounds():
    (found,) = judged(*people(2), told("Dana Probova", day="2020-11-30~"), figure(3))
    assert (found.now.verdict, found.now.at_least, found.now.at_most) == ("within_bounds", 2, 3)


def test_missing_people_are_told_by_their_number():
    (found,) = judged(*people(2), figure(7))
    assert found.now.message() == "not reproducible: the register knows at most 2; 5 more are not named there"
    assert "5" in found.now.message("ru") and "5" in found.now.message("kk")


def test_without_claims_that_is_said():
    (found,) = judged(told("Dana Probova", "search"), figure(7))
    assert found.now.reason == "no_claims"


def test_what_its_own_document_counts_and_others_deny_contradicts_it():
    free = told("PersonA TestovA", "release", "2020-11-02", of="two")
    (found,) = judged(*people(3), figure(3), later=[free])
    assert found.then and found.then.verdict == "reproduced"
    assert (found.now.verdict, found.now.reason, len(found.now.person_ids)) == (
        "contradicted",
        "told_otherwise",
        1,
    )
    assert free.id in found.now.claim_ids


def test_what_was_known_then_and_what_is_known_now_are_two_answers():
    (found,) = judged(*people(2), figure(4), later=[told("Dana Probova"), told("Aru Sampleva")])
    assert found.then and found.then.verdict == "not_reproducible"
    assert found.now.verdict == "reproduced"


def test_a_register_that_was_begun_later_says_nothing_of_then():
    (found,) = judged(*people(2), figure(2), at="2021-03-01T00:00:00Z")
    assert found.then is None and found.now.verdict == "reproduced"


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("28 people are in custody", "in-custody"),
        ("9 activists under house arrest", "house-arrest"),
        ("at least 14 people remain in pre-trial detention", "in-custody/pretrial_detention"),
        ("28 человек находятся под стражей", "in-custody"),
        ("9 активистов под домашним арестом", "house-arrest"),
        ("кемінде 9 адам үйқамақта", "house-arrest"),
        ("5 people died", "deaths"),
        ("12 осужденных", "convicted"),
        ("7 адам сотталды", "convicted"),
    ],
)
def test_plain_words_say_by_which_definition_a_figure_counts(what, name):
    of = meant(Printed(id="f", count=int("".join(filter(str.isdigit, what))), what=what, as_of=DAY))
    assert (of.name, of.by, of.missing) == (name, "words", None)


@pytest.mark.parametrize(
    ("what", "missing"),
    [
        ("58 people convicted under article 405", "words_not_understood"),
        ("28 women in custody", "words_not_understood"),
        ("12 people convicted in March 2020", "words_not_understood"),
        ("9 осужденных женщин", "words_not_understood"),
        ("40 adherents fined", "definition_unknown"),
        ("28 political prisoners", "definition_unknown"),
    ],
)
def test_words_that_narrow_a_count_leave_it_to_a_person(what, missing):
    (found,) = judged(*people(3), figure(58, what))
    assert (found.now.verdict, found.now.reason) == ("not_reproducible", missing)
    assert len({found.now.message(language) for language in ("en", "ru", "kk")}) == 3


def test_a_person_s_decision_goes_before_the_words():
    first = figure(3, "28 women behind the wire", counting_unit="individual")
    right = defined(first, definition="in-custody/pretrial_detention", as_of=DAY)
    (found,) = judged(*people(3), told("Aru Sampleva", "house_arrest"), first, right)
    assert found.figure.id == right.id and found.meant.by == "given"
    assert (found.now.verdict, found.now.at_most) == ("reproduced", 3)


def test_a_definition_that_is_not_there_is_refused():
    with pytest.raises(TallyError):
        defined(figure(3), definition="in-custody/nothing")
    (found,) = judged(*people(3), figure(3, definition="nowhere"))
    assert found.now.reason == "no_such_definition"


def test_acts_count_from_the_figure_s_own_beginning():
    entries = (
        told("PersonA TestovA", "conviction", "2017-05-01"),
        told("PersonB TestovB", "conviction", "2019-05-01"),
    )
    (found,) = judged(*entries, figure(1, "people convicted", since="2018"))
    assert found.now.verdict == "reproduced"


def test_a_vague_day_is_asked_at_both_ends():
    (found,) = judged(*people(2), told("Dana Probova", day="2020-11-15"), figure(3, as_of="2020-11"))
    assert (found.now.verdict, found.now.at_least, found.now.at_most) == ("within_bounds", 2, 3)


def test_a_figure_of_one_place_counts_who_was_there():
    entries = (
        told("PersonA TestovA", place="Almaty"),
        told("PersonB TestovB", place="Semey"),
        told("PersonC TestovC"),
    )
    (found,) = judged(*entries, figure(2, "people are in custody in Almaty", place="Almaty"))
    assert (found.now.at_least, found.now.at_most) == (1, 2)
    (country,) = judged(*entries, figure(2, place="Kazakhstan"))
    assert (country.now.at_least, country.now.at_most) == (2, 3)


def test_a_figure_does_not_bear_itself_out():
    from tizim.tallies import parse_definition

    text = "{name: fined, classes: {fined: {groups: {acts: [fine]}}}}"
    group = told(None, "fine", level="figure", group="people", count_min=40, count_max=40)
    entries = [document("one"), group, figure(40, definition="fined")]
    found = verdicts(entries, among=lambda name: parse_definition(text, where=name))
    assert found[0].now.reason == "no_claims"
    entries = [document("one"), document("two"), group, figure(40, of="two", definition="fined")]
    found = verdicts(entries, among=lambda name: parse_definition(text, where=name))
    assert found[0].now.verdict == "reproduced"
