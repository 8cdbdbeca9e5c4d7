"""What was decided: appeals, parole, asylum, warnings, sums; penalties changed; what is only asked for."""

import pytest

from tizim.reading import read, to_flat


def told(text, date="2024-06-14"):
    """The claims about the people of a text: surname, act, outcome."""
    claims = to_flat(read(text, date=date, language="en"), "x")["claims"]
    return {(c["person"].split()[-1], c["act"], c["outcome"]) for c in claims if c["person"]}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The court rejected the appeal of Anton Rudak.", ("appeal", "upheld")),
        ("Anton Rudak's appeal was dismissed on Monday.", ("appeal", "upheld")),
        ("The court turned down his cassation, Anton Rudak said.", None),
        ("The asylum claim of Anton Rudak was turned down.", ("asylum_decision", "refused")),
        ("Anton Rudak's asylum application has been rejected.", ("asylum_decision", "refused")),
        ("The court refused the extradition of Anton Rudak.", None),
        ("Anton Rudak was denied parole on Monday.", ("other", "refused")),
        ("Anton Rudak was refused parole for the second time.", ("other", "refused")),
        ("Anton Rudak got off with a warning.", ("other", "warning")),
        ("Anton Rudak was let off with a warning.", ("other", "warning")),
        ("Anton Rudak received a written warning.", ("other", "warning")),
        ("Anton Rudak was ordered to be deported.", ("other", "deportation")),
        ("Anton Rudak must pay 45,000 tenge for a post.", ("fine", "fine 45000 KZT")),
        ("Anton Rudak will have to pay 300 euros for a picket.", ("fine", "fine 300 EUR")),
    ],
)
def test_decisions_have_their_act_and_outcome(text, wanted):
    found = {one[1:] for one in told(text)}
    assert wanted is None or wanted in found


@pytest.mark.parametrize(
    "text",
    [
        "Anton Rudak must pay 3,000 euros in damages.",
        "Anton Rudak must pay for it.",
        "Anton Rudak has to pay 300 euros in rent.",
        "Police have refused to register Anton Rudak's complaint.",
        "A warrant for the arrest of Anton Rudak was issued.",
        "The prosecutor asked the court to sentence Anton Rudak to seven years in prison.",
        "Prosecutors demanded seven years in prison for Anton Rudak.",
        "The prosecution sought a seven-year term for Anton Rudak.",
        "If convicted, Anton Rudak could be jailed for seven years.",
        "Three men, whose names we know but may not publish, walked past Anton Rudak.",
    ],
)
def test_what_is_no_penalty_gives_none(text):
    assert not {
        one for one in told(text) if one[1] in ("fine", "sentence", "appeal", "detention", "ban_on_activity")
    }


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "A court commuted the rest of Anton Rudak's term to restriction of liberty.",
            "restriction_of_liberty; converted_from imprisonment",
        ),
        (
            "The remaining term of Anton Rudak was replaced with restriction of liberty.",
            "restriction_of_liberty; converted_from imprisonment",
        ),
        (
            "The court replaced the rest of the sentence of Anton Rudak with a suspended sentence.",
            "suspended; converted_from imprisonment",
        ),
    ],
)
def test_a_milder_penalty_for_the_rest_of_a_term_is_a_release(text, outcome):
    assert ("Rudak", "release", outcome) in told(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Anton Rudak was sentenced to two years of restricted freedom on Monday.",
            "two years of restricted freedom",
        ),
        (
            "Anton Rudak was sentenced to four years in a general-regime penal colony.",
            "general-regime penal colony",
        ),
        ("Anton Rudak got three years of restriction of liberty.", "three years of restriction of liberty"),
        ("Officers searched his flat on Monday, Anton Rudak said.", "searched his flat"),
        ("The court upheld Anton Rudak's sentence on Monday.", "Anton Rudak's sentence"),
    ],
)
def test_a_quotation_covers_the_whole_penalty_and_the_thing(text, words):
    quotes = [c["quote"] for c in to_flat(read(text, date="2024-06-14", language="en"), "x")["claims"]]
    assert not quotes or any(words in quote for quote in quotes)


@pytest.mark.parametrize("verb", ["faces", "is facing", "now faces"])
def test_a_charge_told_by_what_somebody_faces_is_implied(verb):
    claims = to_flat(read(f"Anton Rudak {verb} up to ten years in prison.", language="en"), "x")["claims"]
    assert [(c["act"], c["certainty"], c["outcome"]) for c in claims] == [("charge", "implied", None)]


ENTRIES = [
    "1. RUDAK Anton, b. 1979, Aktau. Serving six years in prison.",
    "1. Anton Rudak, b. 1979, Aktau. Serving six years in prison.",
    "- Anton Rudak: serving six years in prison.",
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_speaks_of_the_person_at_its_head(entry):
    text = f"Files\n\n{entry}\n\n2. NURBEK Alma, b. 1985, Taraz. Died on 3 June in the prison hospital."
    found = told(text)
    assert ("Alma", "death", None) in found
    assert {who for who, act, _ in found if act == "sentence"} <= {"Rudak", "Anton"}


@pytest.mark.parametrize(
    "text",
    [
        "Officers beat Anton Rudak and threatened to rape his wife.",
        "Guards threatened to rape Anton Rudak.",
        "Anton Rudak says that an officer threatened to arrest him.",
    ],
)
def test_what_officers_threatened_to_do_is_a_threat(text):
    assert ("Rudak", "threat", None) in told(text)


@pytest.mark.parametrize("lead", ["After being detained on 8 June", "Before being detained on 8 June"])
def test_being_detained_is_told_of_who_comes_next(lead):
    claims = to_flat(read(f"{lead}, Anton Rudak was beaten.", date="2024-06-14", language="en"), "x")[
        "claims"
    ]
    assert ("detention", "2024-06-08") in {(c["act"], c["date"]) for c in claims}


@pytest.mark.parametrize("lead", ["Two days after his arrest", "Three weeks before his release"])
def test_the_day_counted_from_an_act_is_not_its_own(lead):
    claims = to_flat(
        read(f"{lead}, on 8 June, Anton Rudak was beaten.", date="2024-06-14", language="en"), "x"
    )
    assert {c["act"]: c["date"] for c in claims["claims"]}.get("detention") is None
