"""Turns of speech that news and statements share: leads, roles in rows, sums in brackets, days of something else."""

from collections.abc import Iterable

import pytest

from tizim import Problem
from tizim.reading import read, to_flat

ON = "2024-05-20"


def told(text: str) -> list[tuple[object, ...]]:
    """Act, victim, day and outcome of each claim that the English reader makes of a text."""
    reading = read(text, date=ON, language="en")
    assert not isinstance(reading, Problem)
    claims: Iterable[dict[str, object]] = to_flat(reading, "x")["claims"]
    return [
        (
            claim["act"],
            claim.get("person") or claim.get("org") or claim["count_min"],
            claim["date"],
            claim["outcome"],
        )
        for claim in claims
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "The judge fined Tural Deniz ₼41,500 ($24,400).",
            [("fine", "Tural Deniz", None, "fine 41500 AZN")],
            id="a sum with its conversion in brackets",
        ),
        pytest.param(
            "Zaza Merabeli was fined 3500 GEL on April 11.",
            [("fine", "Zaza Merabeli", "2024-04-11", "fine 3500 GEL")],
            id="four figures before a currency are no year",
        ),
        pytest.param(
            "The magistrate sentenced Zaza Merabeli and Otar Lomsadzeli to 12-day administrative detentions.",
            [
                ("administrative_arrest", "Zaza Merabeli", None, "administrative_arrest P12D"),
                ("administrative_arrest", "Otar Lomsadzeli", None, "administrative_arrest P12D"),
            ],
            id="administrative detentions",
        ),
        pytest.param(
            "A spokesperson for the mayor said that nine protesters were detained on Monday.",
            [("detention", 9, ON, None)],
            id="what somebody said of a number of people",
        ),
        pytest.param(
            "A total of 23 people were arrested on Monday.",
            [("detention", 23, ON, None)],
            id="a total of",
        ),
        pytest.param(
            "Raisa Tolmach, founder of the archive, was sentenced to 8 years in a penal colony, deputy director"
            " Hleb Vasnets, to 6 years in a penal colony.",
            [
                ("sentence", "Raisa Tolmach", None, "imprisonment P8Y"),
                ("sentence", "Hleb Vasnets", None, "imprisonment P6Y"),
            ],
            id="a row of verdicts with a comma before to",
        ),
        pytest.param(
            "Saule Temirbai, the wife of Olzhas Kerimbai, and Nurlan Aitqozha got seven and four years in prison.",
            [
                ("sentence", "Saule Temirbai", None, "imprisonment P7Y"),
                ("sentence", "Nurlan Aitqozha", None, "imprisonment P4Y"),
            ],
            id="whose wife somebody is",
        ),
        pytest.param(
            "Lanterna chairman Hleb Vasnets, Lanterna vice chairman Mikita Drazd, and the group's lawyer Raisa"
            " Tolmach were detained.",
            [("detention", name, None, None) for name in ("Hleb Vasnets", "Mikita Drazd", "Raisa Tolmach")],
            id="bodies before the titles of a row",
        ),
        pytest.param(
            "Otar Lomsadzeli, uncle of Zaza Merabeli who was arrested in March, was fined.",
            [("fine", "Otar Lomsadzeli", None, None), ("detention", "Zaza Merabeli", "2024-03", None)],
            id="a clause about somebody named aside",
        ),
        pytest.param(
            "Nurlan Aitqozha was detained on 9 February 2021 charged with calls for unrest.",
            [
                ("detention", "Nurlan Aitqozha", "2021-02-09", None),
                ("charge", "Nurlan Aitqozha", "2021-02-09", None),
            ],
            id="charged at once",
        ),
        pytest.param(
            "Officers broke up the march, beating and detaining cameraman Olzhas Kerimbai.",
            [("ill_treatment", "Olzhas Kerimbai", None, None), ("detention", "Olzhas Kerimbai", None, None)],
            id="two verbs with one object",
        ),
        pytest.param(
            "The appeal court has upheld the prison sentences handed down last October to teachers Rovshan Qarali and"
            " Tural Deniz.",
            [("appeal", "Rovshan Qarali", None, "upheld"), ("appeal", "Tural Deniz", None, "upheld")],
            id="sentences handed down before they were upheld",
        ),
        pytest.param(
            "In April 2018, a court in Shiraz sentenced Omid Sabzevar to six years in prison. This verdict was upheld by"
            " an appeal court.",
            [
                ("sentence", "Omid Sabzevar", "2018-04", "imprisonment P6Y"),
                ("appeal", "Omid Sabzevar", None, "upheld"),
            ],
            id="this verdict",
        ),
        pytest.param(
            "In 2011, teacher Maral Annaguly was forcibly institutionalized for three weeks.",
            [("forced_psychiatry", "Maral Annaguly", "2011", None)],
            id="institutionalized",
        ),
        pytest.param(
            "Otar Lomsadzeli and Zaza Merabeli received verbal warnings.",
            [("other", "Otar Lomsadzeli", None, "warning"), ("other", "Zaza Merabeli", None, "warning")],
            id="verbal warnings",
        ),
        pytest.param(
            "A teacher was sentenced on Thursday to three years in prison.\nRovshan Qarali, a teacher at a village"
            " school, was detained last August.",
            [
                ("sentence", "Rovshan Qarali", "2024-05-16", "imprisonment P3Y"),
                ("detention", "Rovshan Qarali", "2023-08", None),
            ],
            id="the lead of a news item and who it is about",
        ),
        pytest.param(
            "Imprisoned Teacher Rovshan Qarali Reaches Twentieth Day On Hunger Strike\n\nRovshan Qarali was arrested on"
            " May 1.",
            [("detention", "Rovshan Qarali", "2024-05-01", None)],
            id="a heading in capitals",
        ),
        pytest.param(
            "Police detained three people on 16 May.\n\nSaule Temirbai, Olzhas Kerimbai and Nurlan Aitqozha were detained.",
            [
                ("detention", name, "2024-05-16", None)
                for name in ("Saule Temirbai", "Olzhas Kerimbai", "Nurlan Aitqozha")
            ],
            id="those counted with a day and then named",
        ),
        pytest.param(
            "A court in Taraz fined Olzhas Kerimbai for blocking a road on 18 May.",
            [("fine", "Olzhas Kerimbai", None, None)],
            id="the day of what somebody is punished for",
        ),
    ],
)
def test_it_is_told_of_whom_and_when(text: str, wanted: list[tuple[object, ...]]) -> None:
    found = [one for one in told(text) if one[:2] in {claim[:2] for claim in wanted}]
    assert sorted(found, key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        pytest.param(
            "The project manager, Saule Temirbai, warned, “The conviction would harm us all.”",
            ("threat", "Saule Temirbai"),
            id="who warns of something",
        ),
        pytest.param(
            "Police detained Leyla Oksal at home. Kemal Bozdere, the owner of the bookshop, criticised her arrest.",
            ("detention", "Kemal Bozdere"),
            id="who criticises an arrest",
        ),
        pytest.param(
            "Saule Temirbai and Olzhas Kerimbai are the defendants. Most of the defendants were placed under house arrest.",
            ("house_arrest", "Saule Temirbai"),
            id="most of several",
        ),
        pytest.param(
            "Lawyer Tural Deniz who defends the four men, accused of calls for unrest, spoke to the press.",
            ("charge", "Tural Deniz"),
            id="whom a lawyer defends",
        ),
        pytest.param(
            "All except Raisa Tolmach were fined.",
            ("fine", "Raisa Tolmach"),
            id="all but one",
        ),
        pytest.param(
            "Four employees were released from detention center 1 and placed under house arrest.",
            ("house_arrest", 1),
            id="the number of a place",
        ),
        pytest.param(
            "Nurlan Aitqozha was detained in May. On Saturday, Aitqozha accused the guards of beating a cellmate.",
            ("charge", "Nurlan Aitqozha"),
            id="who accuses",
        ),
    ],
)
def test_nothing_is_told_of_others(text: str, unwanted: tuple[object, object]) -> None:
    assert unwanted not in [claim[:2] for claim in told(text)]
