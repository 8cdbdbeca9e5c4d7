"""Whom the former, both and a letter's "I" mean; those joined to a name; days told beside or after an act."""

import pytest

from tizim.reading import read, to_flat


def told(text, date="2023-09-15"):
    """The claims of a text: who (a count for those unnamed), act, day."""
    return {
        (claim["person"].split()[-1] if claim["person"] else claim["count_min"], claim["act"], claim["date"])
        for claim in to_flat(read(text, date=date, language="en"), "x")["claims"]
    }


PAIR = "Anton Rudak was arrested on 3 May and Vera Kniha on 4 May. "
MEANT = [
    (f"{PAIR}The former was fined.", ("Rudak", "fine")),
    (f"{PAIR}The latter was fined.", ("Kniha", "fine")),
    (f"{PAIR}On 1 June a court upheld the sentence of the latter.", ("Kniha", "appeal")),
    (f"{PAIR}She was beaten. She was denied sleep. It rained. It rained. Both were fined.", ("Rudak", "fine")),
    ("Anton Rudak, 61, a teacher from Brest, and his son Vasil were detained.", ("Rudak", "detention")),
    ("Anton Rudak, a retired engineer, and his colleague Vera Kniha were fined.", ("Rudak", "fine")),
    ("The brothers Syimbat and Vasil Kniha were detained.", ("Syimbat", "detention")),
    ("Vera Kniha and the driver who was with her were detained.", (1, "detention")),
    ("Vera Kniha and the driver who was with her were detained.", ("Kniha", "detention")),
    ("Yerbaz Qorlan died in a remand prison.", ("Qorlan", "death")),
    ("A car belonging to Vera Kniha, the editor of Ray, was set on fire.", ("Kniha", "other")),
    ("Anton Rudak was so badly beaten that he fainted; his lawyer was able to see him.", ("Rudak", "ill_treatment")),
    ("Anton Rudak was given a suspended four-year term and may not leave Brest.", ("Rudak", "sentence")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), MEANT)
def test_who_is_meant(text, claim):
    assert claim in {(who, act) for who, act, _ in told(text)}


NOT_TOLD = [
    (f"{PAIR}The former teacher Pavel Horbach was fined.", ("Rudak", "fine")),
    ("Five officers went on trial, accused of torturing two dozen detainees.", (24, "charge")),
    ("I urge you to ensure that Vera Kniha is moved and that her conviction is quashed.", ("Kniha", "appeal")),
    ("The lawyer of Vera Kniha filed a motion to replace her detention with house arrest.", ("Kniha", "house_arrest")),
    ("A court held its first session in the case of Vera Kniha.", ("Kniha", "detention")),
    ("Anton Rudak has a broken rib; a doctor in the remand prison saw him.", (1, "pretrial_detention")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), NOT_TOLD)
def test_who_is_not_meant(text, claim):
    assert claim not in {(who, act) for who, act, _ in told(text)}


LETTER = (
    "A LETTER FROM PRISON\n\nAnton Rudak wrote this letter in May; it took five weeks.\n\n"
    "Hello, dear ones. I am well. I sew shirts. In March I was beaten by a guard. I have books."
    " I wait for news.{}"
)


def test_a_letter_is_of_the_one_person_whom_the_lines_above_it_name():
    assert ("Rudak", "ill_treatment", "2023-03") in told(LETTER.format(""))
    two = LETTER.format("").replace("Anton Rudak wrote", "Vera Kniha says that Anton Rudak wrote")
    assert not {who for who, _, _ in told(two)} & {"Rudak", "Kniha"}


DAYS = [
    ("In 2021 Anton Rudak was fined. In May of the same year Vera Kniha was dismissed.", ("Kniha", "dismissal", "2021-05")),
    ("In 2021 Anton Rudak was fined. In May of the following year Vera Kniha was dismissed.", ("Kniha", "dismissal", "2022-05")),
    ("Not until 25 August was Anton Rudak fined.", ("Rudak", "fine", "2023-08-25")),
    ("Anton Rudak has reported to police since May, when a court barred him from leaving the region.", ("Rudak", "travel_ban", "2023-05")),
    ("Vera Kniha was again prevented from flying abroad. That was on 18 August.", ("Kniha", "travel_ban", "2023-08-18")),
    ("ALERT / AUGUST 2023\n\nIt was a black month. On the 9th, a court fined Vera Kniha.", ("Kniha", "fine", "2023-08-09")),
    ("WEEKLY DIGEST: 4-10 SEPTEMBER\n\nA court jailed Vera Kniha for two years. The verdict was announced on 5 September.", ("Kniha", "sentence", "2023-09-05")),
    ("On 16 August there was a rally. Vera Kniha was taken from her home; two days later she was fined.", ("Kniha", "detention", "2023-08-16")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), DAYS)
def test_days_told_beside_or_after(text, claim):
    assert claim in told(text)


def test_a_year_in_the_line_under_the_title_is_that_of_a_review():
    text = "KAZAKHSTAN\nEvents of 2022\n\nVera Kniha was beaten in a cell on 7 January."
    assert ("Kniha", "ill_treatment", "2022-01-07") in told(text, "2023-01-12")


UNNAMED = [
    ("A pharmacist was held for three days for wearing a mask. He was fined.", (1, "fine")),
    ("A court acquitted a third in the same case.", (1, "other")),
    ("On trial in the Auezov court are Vera Kniha, a teacher, and Anton Rudak.", ("Kniha", "trial")),
    ("Searches were conducted on the day of the verdict in the homes of eleven fellow believers.", (11, "search")),
    ("The lawyer Vera Kniha was beaten in 2004. It rained. In July she was interrogated.", ("Kniha", "interrogation")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), UNNAMED)
def test_those_unnamed_and_those_behind_the_verb_are_meant(text, claim):
    assert claim in {(who, act) for who, act, _ in told(text)}


WISHED = [
    "Anton Rudak lives in Brest. A guard spoke to a boy. A boy from Minsk was there; he was arrested.",
    "The prosecutor made his demands. For Vera Kniha: three years' restriction of freedom. For Anton Rudak: seven years.",
    "Ask that Anton Rudak be freed.",
    "Police stopped 31 people, most of whom were fined.",
]  # fmt: skip


@pytest.mark.parametrize("text", WISHED)
def test_nobody_named_is_meant_by_what_is_asked_for_or_told_of_others(text):
    assert not {who for who, act, _ in told(text) if act not in ("detention",) or who != 1} - {31}


def test_a_month_over_a_line_that_begins_with_a_number_heads_it():
    text = "CHRONICLE OF 2023\n\nJanuary\n7 January. Vera Kniha is attacked in the street.\n\nMay\n12 people were held."
    assert ("Kniha", "ill_treatment", "2023-01-07") in told(text)


def test_terms_given_respectively_share_their_unit_and_what_was_taken_off_is_no_term():
    assert {("Rudak", "sentence"), ("Kniha", "sentence")} <= {
        (who, act)
        for who, act, _ in told(
            "Anton Rudak and Vera Kniha received seven and six and a half years respectively."
        )
    }
    cut = told("Anton Rudak and Vera Kniha had their terms cut by three months.")
    assert {(who, act) for who, act, _ in cut} == {("Rudak", "appeal"), ("Kniha", "appeal")}


def test_days_of_arrest_for_somebody_are_a_penalty():
    assert ("Rudak", "administrative_arrest") in {
        (who, act) for who, act, _ in told("12 days' arrest for artist Anton Rudak (Brest).")
    }


def test_what_is_requested_in_a_long_row_is_not_told():
    text = "I request that the decision of 3 October be quashed, that Vera Kniha be released and that they be fined."
    assert told(text) == set()
    assert ("Kniha", "release", None) in told("The judge ordered that Vera Kniha be released.")


def test_those_of_the_last_group_told_are_the_latter():
    text = "Eighteen people were detained; 11 were given fifteen days. Among the latter was Vera Kniha."
    assert ("Kniha", "administrative_arrest", None) in told(text)


def test_convicted_at_the_head_of_a_line_keeps_its_article_for_the_sentence_behind_it():
    text = "Vera Kniha, Almaty, Kazakhstan\n\nConvicted under Article 170, paragraph 2, of the Criminal Code. Four years in prison."
    claims = to_flat(read(text, date="2023-09-15", language="en"), "x")["claims"]
    assert {"KZ-CC 170(2)"} == {code for claim in claims for code in claim["article"]}
