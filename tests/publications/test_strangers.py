"""Quotations leave without whoever they name beside those who may be named, though no claim tells of them."""

import pytest

from tests.publications.made import edited, told
from tizim.publications import Veil

ASAN = "Asan Bekov"
KEPT = frozenset({ASAN, "Дина Оспанова"})


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Asan Bekov was taken, his neighbour Raushan Giverova filmed it.", "Asan Bekov was taken, his neighbour […] filmed it."),
        ("Omar saw it.", "[…] saw it."),
        ("Police took Asan Bekov in Almaty on Monday.", "Police took Asan Bekov in Almaty on Monday."),
        ("Bekov's lawyer, Z. Tolegen, said so.", "Bekov's lawyer, […], said so."),
        ("Under Article 405 of the Criminal Code of Kazakhstan he faces prison.", "Under Article 405 of the Criminal Code of Kazakhstan he faces prison."),
        ("Асана Бекова увели, соседка Раушан Гиверова видела.", "Асана Бекова увели, соседка […] видела."),
        ("Асанова видели рядом.", "[…] видели рядом."),
        ("Суд в Алматы приговорил Оспанову.", "Суд в Алматы приговорил Оспанову."),
        ("Асан Бековті ұстады, көршісі Айгүл көрді.", "Асан Бековті ұстады, көршісі […] көрді."),
        ("Там соседка Айгуль видела.", "Там соседка […] видела."),
        ("The Human Rights Committee of the UN wrote to the OSCE.", "The Human Rights Committee of the UN wrote to the OSCE."),
    ],
)  # fmt: skip
def test_a_quotation_names_only_those_who_may_be_named(text, left):
    assert Veil(frozenset(), KEPT).quoted(text) == left


def test_a_neighbour_of_whom_no_claim_tells_stands_in_no_edition():
    found = edited(
        told(ASAN, quote="Asan Bekov was sentenced, said his neighbour Qarlygash Zangarova.")
    ).content
    assert found.passages[0].quote == "Asan Bekov was sentenced, said his neighbour […]."
    kin = edited(told(ASAN, quote="Asan Bekov was sentenced, said his aunt Qarlygash Zangarova.")).content
    assert kin.passages[0].quote == "[…]"
