import pytest

from tests.publications.made import cleared, document, edited, told
from tizim.publications import Veil
from tizim.publications.quotes import is_personal

ASAN, DINA = "Asan Bekov", "Dina Ospanova"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Dina Ospanova was taken.", "[…] was taken."),
        ("D. Ospanova's house", "[…] house"),
        ("Дину Оспанову задержали.", "[…] задержали."),
        ("Дина Оспановаға қарсы іс", "[…] қарсы іс"),
        ("Nobody else was taken.", "Nobody else was taken."),
    ],
)
def test_a_name_goes_in_every_case_and_script(text, left):
    assert Veil(frozenset({DINA})).over(text) == left


def test_a_shared_surname_stays_and_the_given_name_goes():
    veil = Veil(frozenset({"Dina Bekova"}), frozenset({ASAN}))
    assert veil.over("Asan Bekov and Dina Bekova") == "Asan Bekov and […] Bekova"


def test_an_address_with_a_name_in_it_is_left_out():
    found = edited(
        document("one-more", url="https://example.org/2020/dina-ospanova-taken", title="Dina Ospanova taken, with Asan Bekov"),
        told(ASAN, of="one-more"), told(DINA, of="one-more"), cleared(DINA, "counted", of="one-more"),
    ).content  # fmt: skip
    (cited,) = found.passages
    assert (cited.url, cited.title) == (None, "[…] taken, with Asan Bekov")


def test_a_quotation_names_nobody_beside_those_who_may_be_named():
    quote = "Asan Bekov and Dina Ospanova were sentenced by judge Sultan Erkin, said Raya Tolegen."
    found = edited(
        told(ASAN, quote=quote, perpetrators=(("Sultan Erkin", "", ""), ("Qala City Court", "", "")), reported_by="Raya Tolegen"),
        told(DINA, quote=quote), cleared(DINA, "counted"),
        told("Omar Bekov", act="search", role="other", quote=quote),
    ).content  # fmt: skip
    assert found.passages[0].quote == "Asan Bekov and […] were sentenced by judge […], said […]."


def test_whoever_is_kept_unnamed_is_named_by_no_quotation_of_another_document_either():
    quote = "Asan Bekov was sentenced in the town of Dina Ospanova."
    for level in ("counted", "withheld"):
        found = edited(
            document("two"),
            told(ASAN, of="two", quote=quote),
            told(DINA),
            cleared(DINA, level, basis="consent"),
        ).content
        assert "Asan Bekov was sentenced in the town of […]." in [one.quote for one in found.passages]


def test_a_surname_that_begins_like_a_body_and_a_rank_are_a_person_s():
    for name in (
        "Colonel Aidar Tegin",
        "Игорь Сотников",
        "Сотникову",
        "Elena Bankova",
        "Школенко Илья",
        "Судина",
    ):
        assert is_personal(name)
    for name in (
        "Qala City Court",
        "Калинский суд",
        "Қала соты",
        "penal colony",
        "IC-3 colonies",
        "полицией",
    ):
        assert not is_personal(name)
