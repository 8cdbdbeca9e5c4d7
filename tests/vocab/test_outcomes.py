"""Outcomes: their parts, terms and sums, and what is refused."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.vocab import Duration, OutcomeError, OutcomePart, outcome, outcome_told, table

YEAR = Duration(years=1)
UNITS = OutcomePart("fine", amount=Decimal(50), currency="monthly_calculation_index")
EXAMPLES = {
    "imprisonment P4Y": [OutcomePart("imprisonment", Duration(years=4))],
    "imprisonment": [OutcomePart("imprisonment")],
    "life_imprisonment": [OutcomePart("life_imprisonment")],
    "restriction_of_liberty P1Y/P2Y": [OutcomePart("restriction_of_liberty", YEAR, Duration(years=2))],
    "restriction_of_liberty P1Y..P2Y": [OutcomePart("restriction_of_liberty", YEAR, Duration(years=2))],
    "administrative_arrest P15D": [OutcomePart("administrative_arrest", Duration(days=15))],
    "fine 140 EUR": [OutcomePart("fine", amount=Decimal(140), currency="EUR")],
    "fine 500000 KZT": [OutcomePart("fine", amount=Decimal(500_000), currency="KZT")],
    "fine 87.5 USD": [OutcomePart("fine", amount=Decimal("87.5"), currency="USD")],
    "fine 50 monthly_calculation_index": [UNITS],
    "fine 50 МРП": [UNITS],
    "fine 50 айлық есептік көрсеткіш": [UNITS],
    "fine 50 MCI": [UNITS],
    "fine 30 базовых величин": [OutcomePart("fine", amount=Decimal(30), currency="base_unit")],
    "repayment 50000000 KZT": [OutcomePart("repayment", amount=Decimal(50_000_000), currency="KZT")],
    "suspended P2Y": [OutcomePart("suspended", Duration(years=2))],
    "ban P3Y": [OutcomePart("ban", Duration(years=3))],
    "ban life": [OutcomePart("ban", of="life")],
    "pretrial P2M": [OutcomePart("pretrial", Duration(months=2))],
    "community_service PT100H": [OutcomePart("community_service", Duration(hours=100))],
    "released": [OutcomePart("released")],
    "upheld": [OutcomePart("upheld")],
    "acquitted": [OutcomePart("acquitted")],
    "case_closed": [OutcomePart("case_closed")],
    "amnesty": [OutcomePart("amnesty")],
    "confiscation": [OutcomePart("confiscation")],
    "attempted": [OutcomePart("attempted")],
    "imprisonment P4Y; probation P2Y": [
        OutcomePart("imprisonment", Duration(years=4)),
        OutcomePart("probation", Duration(years=2)),
    ],
    "imprisonment; converted_from restriction_of_liberty": [
        OutcomePart("imprisonment"),
        OutcomePart("converted_from", of="restriction_of_liberty"),
    ],
    "faces imprisonment P8Y..P12Y": [
        OutcomePart("faces", Duration(years=8), Duration(years=12), of="imprisonment")
    ],
    "faces imprisonment ..P12Y": [OutcomePart("faces", longest=Duration(years=12), of="imprisonment")],
    "faces life_imprisonment": [OutcomePart("faces", of="life_imprisonment")],
}
REFUSED = {
    "": "is empty",
    "imprisonment P4Y;": "is empty",
    "imprisonement P4Y": "'imprisonement' is no kind of outcome. Nearest: imprisonment",
    "pretrial_detention P2M": "Nearest: pretrial",
    "banned as extremist": "Nearest: declared_extremist",
    "other": "is no kind of outcome",
    "imprisonment 4 years": "After 'imprisonment' write P4Y",
    "imprisonment P4": "is no duration",
    "imprisonment P4Y..": "is no duration",
    "imprisonment 140 EUR": "After 'imprisonment' write P4Y",
    "imprisonment life": "After 'imprisonment' write P4Y",
    "ban P2Y/P1Y": "shorter first",
    "fine 140": "write 140 EUR",
    "fine EUR 140": "write 140 EUR",
    "fine -1 EUR": "write 140 EUR",
    "fine P2Y": "write 140 EUR",
    "fine 50 sheep": "write 140 EUR or 50 base_unit",
    "imprisonment 50 MCI": "After 'imprisonment' write P4Y",
    "released P2Y": "Nothing follows 'released'",
    "faces": "is followed by a kind of penalty",
    "converted_from": "is followed by a kind of penalty",
    "converted_from prison": "Nearest: imprisonment",
    "faces faces imprisonment": "cannot follow",
    "faces " * 5000: "cannot follow",
}


def without_text(part: OutcomePart) -> OutcomePart:
    return OutcomePart(part.kind, part.duration, part.longest, part.amount, part.currency, part.of)


@pytest.mark.parametrize("text", EXAMPLES)
def test_an_outcome_is_read_part_by_part(text: str) -> None:
    parts = outcome(text)
    assert [without_text(part) for part in parts] == EXAMPLES[text]
    assert "; ".join(part.text for part in parts) == text


@pytest.mark.parametrize("text", REFUSED)
def test_a_wrong_outcome_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(OutcomeError, match=REFUSED[text]):
        outcome(text)


def test_spaces_do_not_matter() -> None:
    assert outcome(" imprisonment  P4Y ;ban P3Y") == outcome("imprisonment P4Y; ban P3Y")


@pytest.mark.parametrize("text", ["Jane Doe", "imprisonment Jane", "fine 140 Jane", "faces Jane"])
def test_a_name_in_the_place_of_an_outcome_is_not_repeated(text: str) -> None:
    with pytest.raises(OutcomeError) as caught:
        outcome(text)
    assert "Jane" not in str(caught.value)


def test_every_kind_is_a_code_of_the_table_and_stands_alone_unless_it_needs_a_penalty() -> None:
    for code, term in table("penalties").terms.items():
        text = f"{code} imprisonment" if "penalty" in term.attributes.get("takes", ()) else code
        assert outcome(text)[0].kind == code


kinds_with_terms = st.sampled_from(
    [
        code
        for code, term in table("penalties").terms.items()
        if "duration" in term.attributes.get("takes", ())
    ]
)


@given(st.lists(st.tuples(kinds_with_terms, st.integers(1, 30)), min_size=1, max_size=4))
def test_the_parts_keep_their_order(parts: list[tuple[str, int]]) -> None:
    read = outcome("; ".join(f"{kind} P{years}Y" for kind, years in parts))
    assert [(part.kind, part.duration) for part in read] == [(kind, Duration(years)) for kind, years in parts]


@given(st.text(max_size=40))
def test_any_text_is_either_an_outcome_or_refused(text: str) -> None:
    try:
        assert outcome(text)
    except OutcomeError as error:
        assert str(error)


def test_the_outcomes_of_the_coded_short_reports_are_read(shared: Path) -> None:
    documents = [json.loads(line) for line in (shared / "gold/reading/gold.jsonl").read_text().splitlines()]
    written = {claim["outcome"] for doc in documents for claim in doc["claims"] if claim.get("outcome")}
    in_words = {"designated extremist", "banned as extremist", "fine one month's average salary"}
    for text in written - in_words:
        outcome(text)
    assert len(written - in_words) > 35


TOLD = {
    "imprisonment P4Y6M; ban P3Y": (
        "imprisonment, 4 years 6 months; ban on an activity or post, 3 years",
        "лишение свободы, 4 года 6 месяцев; запрет деятельности или должности, 3 года",
        "бас бостандығынан айыру, 4 жыл 6 ай; қызметке немесе лауазымға тыйым салу, 3 жыл",
    ),
    "administrative_arrest P1D": (
        "administrative arrest, 1 day",
        "административный арест, 1 день",
        "әкімшілік қамаққа алу, 1 күн",
    ),
    "community_service PT112H": (
        "community service, 112 hours",
        "общественные работы, 112 часов",
        "қоғамдық жұмыстарға тарту, 112 сағат",
    ),
    "fine 50 АЕК": ("fine, 50 MCI", "штраф, 50 МРП", "айыппұл, 50 АЕК"),
    "fine 87.5 USD": ("fine, 87.5 USD", "штраф, 87.5 USD", "айыппұл, 87.5 USD"),
    "restriction_of_liberty P1Y/P2Y": (
        "restriction of liberty, 1 year – 2 years",
        "ограничение свободы, 1 год – 2 года",
        "бас бостандығын шектеу, 1 жыл – 2 жыл",
    ),
    "a word of tomorrow P1Y": ("a word of tomorrow P1Y",) * 3,
}


@pytest.mark.parametrize("text", TOLD)
def test_an_outcome_is_told_in_the_language_of_the_reader(text: str) -> None:
    assert tuple(outcome_told(text, language) for language in ("en", "ru", "kk")) == TOLD[text]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_no_code_is_left_in_an_outcome_that_is_told(language: str) -> None:
    for text in (
        "faces imprisonment ..P12Y",
        "imprisonment; converted_from restriction_of_liberty",
        "ban life",
    ):
        assert not re.search(
            "[_]|P[0-9]|faces|life$" if language != "en" else "_|P[0-9]", outcome_told(text, language)
        )
