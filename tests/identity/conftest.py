"""Claims and judgements in a few words, for the tests of identity."""

from collections.abc import Callable

import pytest

from tizim.claims import Claim
from tizim.identity import Judgement, People, mention_id


@pytest.fixture
def told() -> Callable[..., list[Claim]]:
    """Claims about invented people: ``told(d1=["Aman Testov", "Testov"], d2=[…])``."""

    def make(**documents: list[str]) -> list[Claim]:
        written = [(document, name) for document, names in documents.items() for name in names]
        return [
            Claim(
                id=f"c-{number}",
                recorded_at=f"2026-01-01T00:00:{number:02}.000000Z",
                passage_id=f"q-{number}",
                document_id=document,
                act="detention",
                person=name,
            )
            for number, (document, name) in enumerate(written)
        ]

    return make


@pytest.fixture
def judged() -> Callable[..., Judgement]:
    """A judgement: ``judged("d1 Aman Testov", "same", "d2 Aman Testov")``; later ones are recorded later."""
    made = 0

    def make(left: str, verdict: str, right: str) -> Judgement:
        nonlocal made
        made += 1
        one, other = (mention_id(*mention.split(" ", 1)) for mention in (left, right))
        return Judgement(
            id=f"j-{made}",
            recorded_at=f"2026-02-01T00:00:{made:02}.000000Z",
            left=one,
            right=other,
            verdict=verdict,
        )

    return make


@pytest.fixture
def groups() -> Callable[[People], set[frozenset[str]]]:
    """The claims of each person, by number: what the finest partition comes to."""

    def of(known: People) -> set[frozenset[str]]:
        return {frozenset(claim.removeprefix("c-") for claim in person.claim_ids) for person in known.persons}

    return of


@pytest.fixture
def open_claims() -> Callable[[People], set[frozenset[str]]]:
    """The pairs in doubt, each person told by the number of its first claim."""

    def of(known: People) -> set[frozenset[str]]:
        first = {person.id: person.claim_ids[0].removeprefix("c-") for person in known.persons}
        return {frozenset(first[one] for one in pair) for doubt in known.doubts for pair in doubt.pairs}

    return of
