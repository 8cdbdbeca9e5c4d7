"""A draft beside the claims of a register: what it does not know, what it says otherwise, whom it singles out."""

import pytest

from tizim.audits import Draft, audit_together
from tizim.claims import Claim

ASAN, DINA = "Asan Bekov", "Дина Оспанова"


def claim(number, who, act, date, **fields):
    return Claim(id=f"c-{number}", passage_id="p", document_id="d", person=who, act=act, date=date, **fields)


KNOWN = [
    claim(
        1,
        ASAN,
        "sentence",
        "2021-05-04",
        outcome="imprisonment P4Y",
        articles=("KZ-CC 405(2)",),
        place="Almaty",
    ),
    claim(2, DINA, "detention", "2021-05-05", place="Алматы"),
    claim(3, "Marat Zholdas", "detention", "2021-06-01"),
    claim(4, "Pavel Gromyko", "detention", "2021-06-01"),
]


def kinds(text):
    return [
        one.kind for one in audit_together([Draft(text)], claims=KNOWN) if one.kind.startswith("register")
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On 4 May 2021 the court sentenced Asan Bekov to three years in prison.", "register_contradicts"),
        ("4 мая 2021 года суд приговорил Асана Бекова к трём годам лишения свободы.", "register_contradicts"),
        ("On 4 May 2021 the court sentenced Asan Bekov to four years in prison under Article 174 of the Criminal Code of Kazakhstan.", "register_contradicts"),
        ("Saule Amanat was detained on 5 May 2021.", "register_unknown"),
        ("Ерлан Дәурен 2021 жылғы 5 мамырда ұсталды.", "register_unknown"),
        ("A woman was sentenced to four years in prison on 4 May 2021 in Almaty.", "register_singles_out"),
        ("Бір әйел 2021 жылғы 5 мамырда Алматыда ұсталды.", "register_singles_out"),
    ],
)  # fmt: skip
def test_what_the_register_says_otherwise_or_gives_away_is_told(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "On 4 May 2021 the court sentenced Asan Bekov to four years in prison under Article 405 of the Criminal Code of Kazakhstan.",
        "One activist was detained on 1 June 2021.",
        "A woman was sentenced to four years in prison on 4 May 2021 in Semey.",
        "A woman was sentenced to four years in prison in May 2021.",
    ],
)  # fmt: skip
def test_what_agrees_or_fits_several_is_left_alone(text):
    assert kinds(text) == []


def test_the_finding_names_nobody():
    text = "A woman was sentenced to four years in prison on 4 May 2021 in Almaty."
    (one,) = [
        one for one in audit_together([Draft(text)], claims=KNOWN) if one.kind == "register_singles_out"
    ]
    assert "Bekov" not in one.message() and one.severity == "A" and one.suggestion("kk")


PLACED = "On 7 May 2021, Dina Ospanova was placed in pre-trial detention for two months."
HELD = "Dina Ospanova is in custody as of 7 May 2021."


@pytest.mark.parametrize(
    ("text", "level", "found"),
    [(PLACED, "event", ["register_contradicts"]), (PLACED, "status", []), (HELD, "event", [])],
)
def test_a_state_as_of_a_day_is_not_at_odds_with_the_day_on_which_it_began(text, level, found):
    known = [
        claim(9, "Dina Ospanova", "pretrial_detention", "2021-05-05", level=level, status_as_of="2021-05-05")
    ]
    seen = [one.kind for one in audit_together([Draft(text)], claims=known)]
    assert [one for one in seen if one.startswith("register")] == found
