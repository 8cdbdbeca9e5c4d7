"""From a query to a few candidates. A score speaks of two written names and of the columns beside them."""

from collections.abc import Sequence
from typing import Any

from tizim.identity import Context, Found, Weight, normal_name
from tizim.timelines import Life
from tizim.web.reconcile.catalogue import Catalogue
from tizim.web.reconcile.properties import row_context, weights
from tizim.web.reconcile.queries import PERSON, Query

# Points: 90 for a name that agrees wholly; a bit of the context is a point, so many up and down at most.
_FOR_THE_NAME, _MOST_UP, _MOST_DOWN = 90, 10, 40
_LEAST_SCORE = 0.5
# Among so many namesakes the further columns look for theirs.
_LOOKED_AT = 25
_LONGEST_DESCRIPTION = 300
_SHORTEST_PREFIX = 3

Candidate = dict[str, Any]


def types() -> list[dict[str, str]]:
    """The one type there is."""
    return [{"id": PERSON, "name": "Person"}]


def candidates(query: Query, known: Catalogue, *, language: str = "en") -> list[Candidate]:
    """At most a few persons whose name may be the one asked for, the best first.

    One of them is a ``match`` only where it alone bears an equal full name, is in doubt with nobody, and no
    column speaks against it; or where its id was asked for.
    """
    if not query.text or not query.of_persons:
        return []
    asked = known.life(query.text)
    if asked:
        return [_by_id(asked)]
    row = row_context(query.properties)
    depth = _LOOKED_AT if row else query.limit
    found = known.names.find(query.text, limit=depth, language=language)
    told = [_candidate(query, one, known, (row, language)) for one in found if one.score >= _LEAST_SCORE]
    return sorted((one for one in told if one), key=lambda one: (-one["score"], one["id"]))[: query.limit]


def suggestions(prefix: str, known: Catalogue, *, limit: int, language: str = "en") -> list[Candidate]:
    """Persons whose name begins so, or who have that id, for somebody who is typing."""
    asked = known.life(prefix)
    if asked:
        return [{"id": asked.person.id, "name": asked.person.name, "notable": types()}]
    letters = [sign for sign in prefix.casefold() if sign.isalnum()]
    if len(letters) < _SHORTEST_PREFIX or len(set(letters)) < 2:
        return []
    found = known.names.find(prefix, limit=limit, typing=True, language=language)
    lives = [life for one in found if (life := known.life(one.person_id))]
    return [
        {
            "id": life.person.id,
            "name": life.person.name,
            "description": _shortened(_other_names(life)),
            "notable": types(),
        }
        for life in lives
    ]


def _by_id(life: Life) -> Candidate:
    return {
        "id": life.person.id,
        "name": life.person.name,
        "type": types(),
        "score": 100.0,
        "match": True,
        "features": [],
    }


def _candidate(
    query: Query, found: Found, known: Catalogue, beside: tuple[Context | None, str]
) -> Candidate | None:
    life = known.life(found.person_id)
    if life is None:
        return None
    row, language = beside
    said = weights(row, known.context(life), language=language) if row else ()
    namesakes = known.namesakes(query.text)
    equal, doubted = life.person.id in namesakes, life.person.id in known.in_doubt
    alone = equal and len(namesakes) == 1 and _is_written_out(query.text)
    against = any(one.bits < 0 for one in said)
    return {
        "id": life.person.id,
        "name": life.person.name,
        "description": _description(found, said, life),
        "type": types(),
        "score": _points(found.score, said),
        "match": alone and not doubted and not against,
        "features": [
            {"id": "name", "value": round(found.score, 4)},
            {"id": "name_equal", "value": equal},
            {"id": "namesakes", "value": len(namesakes)},
            {"id": "in_doubt", "value": doubted},
            *({"id": one.what, "value": one.bits} for one in said),
        ],
    }


def _is_written_out(name: str) -> bool:
    """Whether there are two parts at least, and no initials."""
    parts = normal_name(name).split()
    return len(parts) > 1 and all(len(part) > 1 for part in parts)


def _points(score: float, said: Sequence[Weight]) -> float:
    bits = max(-_MOST_DOWN, min(sum(one.bits for one in said), _MOST_UP))
    return round(max(0.0, min(score * _FOR_THE_NAME + bits, 99.0)), 1)


def _description(found: Found, said: Sequence[Weight], life: Life) -> str:
    """Why, in words, and the other written forms."""
    reasons = "; ".join([*found.reasons, *(one.reason for one in said)])
    others = _other_names(life)
    return _shortened(f"{reasons} ({others})" if others else reasons)


def _other_names(life: Life) -> str:
    return ", ".join(name for name in life.person.names if name != life.person.name)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_DESCRIPTION else text[: _LONGEST_DESCRIPTION - 1] + "…"
