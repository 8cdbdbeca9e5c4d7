"""Registers and truths for properties: few names, so that they meet."""

from dataclasses import dataclass

from hypothesis import strategies as st

from tizim.claims import Claim
from tizim.identity import VERDICTS, Judgement, mention_id

NAMES = (
    "Aman Testov",
    "TESTOV Aman",
    "Bolat Testov",
    "Aman Serikuly Testov",
    "A. Testov",
    "B. S. Testov",
    "Testov",
    "Dana Probova",
    "Probova, Dana",
    "Probova",
    "D. Probova",
    "Дана Пробова",
    "Аман Тестов",
    "Ammann Testov",
    "Аманн Серикулы Тестов",
    "Aman",
    "???",
)
DOCUMENTS = ("d1", "d2", "d3", "d4")


def claim(number: int, document: str, name: str, at: str = "2026-01-01T00:00:00.000000Z") -> Claim:
    return Claim(
        id=f"c-{number}",
        recorded_at=at,
        passage_id=f"q-{number}",
        document_id=document,
        act="detention",
        person=name,
    )


@st.composite
def registers(draw: st.DrawFn) -> tuple[list[Claim], list[Judgement]]:
    """Claims, and judgements on their mentions (and some on mentions without claims)."""
    written = draw(
        st.lists(st.tuples(st.sampled_from(DOCUMENTS), st.sampled_from(NAMES)), min_size=1, max_size=14)
    )
    moments = st.integers(0, 9).map(lambda second: f"2026-01-01T00:00:0{second}.000000Z")
    claims = [claim(number, *one, at=draw(moments)) for number, one in enumerate(written)]
    ids = sorted({mention_id(*one) for one in written} | {mention_id("d9", "Aman Testov")})
    triples = st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.sampled_from(VERDICTS), moments)
    judgements = [
        Judgement(id=f"j-{number}", left=left, right=right, verdict=verdict, recorded_at=at)
        for number, (left, right, verdict, at) in enumerate(draw(st.lists(triples, max_size=8)))
    ]
    return claims, judgements


@dataclass(frozen=True)
class Truth:
    """Claims, true judgements, and for each claim the number of the person it is really about."""

    claims: list[Claim]
    judgements: list[Judgement]
    about: dict[str, int]


@st.composite
def truths(draw: st.DrawFn) -> Truth:
    """What holds where names keep the rules: a full name in each document, one bearer of each full name."""
    everybody = [(given, family) for given in ("Aman", "Askar", "Bolat") for family in ("Testov", "Probov")]
    meant: dict[tuple[str, str], int] = {}
    for document in DOCUMENTS:
        for one in draw(st.lists(st.integers(0, 5), max_size=3, unique=True)):
            given_name, family = everybody[one]
            full = (f"{given_name} {family}", f"{family} {given_name} Serikuly")
            short = (family, f"{given_name[0]}. {family}", f"{given_name[0]}. S. {family}")
            for name in (
                draw(st.sampled_from(full)),
                *draw(st.lists(st.sampled_from(full + short), max_size=3)),
            ):
                meant.setdefault((document, name), one)
    claims = [claim(number, *one) for number, one in enumerate(meant)]
    return Truth(
        claims, _true_judgements(draw, meant), dict(zip((c.id for c in claims), meant.values(), strict=True))
    )


def _true_judgements(draw: st.DrawFn, meant: dict[tuple[str, str], int]) -> list[Judgement]:
    if not meant:
        return []
    pairs = st.tuples(st.sampled_from(sorted(meant)), st.sampled_from(sorted(meant)), st.booleans())
    return [
        Judgement(
            id=f"j-{number}",
            recorded_at=f"2026-02-01T00:00:0{number}.000000Z",
            left=mention_id(*left),
            right=mention_id(*right),
            verdict="unsure" if unsure else "same" if meant[left] == meant[right] else "different",
        )
        for number, (left, right, unsure) in enumerate(draw(st.lists(pairs, max_size=5)))
        if left != right
    ]
